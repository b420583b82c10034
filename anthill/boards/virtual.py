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
    leaves_out = ()
    heap_size = 8 * KIB * KIB
    pins: ClassVar = {
        **numbered("P", " ".join(str(pin) for pin in range(32))),
        "BUTTON_A": 5,
        "BUTTON_B": 11,
        "LED": 13,
    }
    modules = (
        "__future__",
        "_collections",
        "_io_base",
        "_io_files",
        "_machine",
        "_micropython",
        "_re",
        "_time",
        "abc",
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
        "collections._others",
        "collections.abc",
        "contextlib",
        "copy",
        "dataclasses",
        "enum",
        "errno",
        "fractions",
        "functools",
        "functools._more",
        "gc",
        "hashlib",
        "heapq",
        "importlib",
        "io",
        "itertools",
        "json",
        "keyword",
        "logging",
        "machine",
        "math",
        "micropython",
        "numbers",
        "operator",
        "os",
        "os.path",
        "pprint",
        "random",
        "random._more",
        "random._seeds",
        "re",
        "reprlib",
        "string",
        "struct",
        "sys",
        "textwrap",
        "time",
        "traceback",
        "types",
        "typing",
        "unittest",
        "unittest.__main__",
        "warnings",
    )
    artefact = "anthill"
