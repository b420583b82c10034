"""The virtual board: the host as a microcontroller, its pins in memory."""

from __future__ import annotations

from typing import ClassVar

from anthill.boards.resources import KIB, Board, numbered


class Virtual(Board):
    name = "virtual"
    title = "virtual board"
    chip = "host"
    chip_title = "host"
    target = "host"
    word_bits = 64
    complex_numbers = True
    heap_size = 8 * KIB * KIB
    pins: ClassVar = {
        **numbered("P", " ".join(str(pin) for pin in range(32))),
        "BUTTON_A": 5,
        "BUTTON_B": 11,
        "LED": 13,
    }
    modules = (
        "_collections",
        "array",
        "asyncio",
        "asyncio.locks",
        "asyncio.more",
        "asyncio.queues",
        "asyncio.streams",
        "binascii",
        "bisect",
        "cmath",
        "collections",
        "collections._counter",
        "copy",
        "enum",
        "errno",
        "functools",
        "functools._more",
        "gc",
        "hashlib",
        "heapq",
        "importlib",
        "io",
        "_io_base",
        "_io_files",
        "itertools",
        "json",
        "keyword",
        "machine",
        "math",
        "micropython",
        "re",
        "reprlib",
        "string",
        "struct",
        "sys",
        "time",
        "traceback",
        "unittest",
        "unittest.__main__",
    )
    artefact = "anthill"
