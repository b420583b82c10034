"""What a board file is made of. Plain data: nothing here imports a typed layer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

KIB = 1024


class Chapter(StrEnum):
    """A part of the language that a board may be without; its value is what users read."""

    COMPLEX = "complex numbers"
    BIG_INTEGERS = "big integers"
    GROUPS = "exception groups"
    MEMORYVIEWS = "memoryviews"
    PATTERNS = "match statements"
    SETS = "sets"
    SUBTYPES = "classes derived from built-in types"
    """Other than `object` and exceptions; also metaclasses, which derive from `type`, and the
    operators of built-in types as methods, such as `list.__add__`."""


@dataclass(frozen=True)
class Memory:
    """A memory by its first address and its size in bytes."""

    start: int
    size: int


@dataclass(frozen=True)
class Uart:
    """A serial line by the chip's pins; speed in baud."""

    tx: int
    rx: int
    baud: int


@dataclass(frozen=True)
class Led:
    """A light: lit when pin `high` is 1; pins `low` are held at 0 from start-up."""

    high: int
    low: tuple[int, ...] = ()


@dataclass(frozen=True)
class Emulator:
    """How QEMU emulates the board."""

    command: str
    machine: str
    output_register: int
    """Address of the register that holds the levels of the output pins."""


def numbered(prefix: str, pins: str) -> dict[str, int]:
    """Pin names with a prefix for a list such as "3 2 - 4", "-" where a number is left out."""
    return {f"{prefix}{i}": int(pin) for i, pin in enumerate(pins.split()) if pin != "-"}


class Board:
    """Base of the boards: attributes say what it is; the chip package knows the rest."""

    name: ClassVar[str]
    """As on the command line."""
    title: ClassVar[str]
    """As in the banner."""
    chip: ClassVar[str]
    """The package in `anthill.chips`."""
    chip_title: ClassVar[str]
    target: ClassVar[str]
    """What the C compiler compiles for: a name in `anthill.translate.TARGETS`."""
    word_bits: ClassVar[int]
    float_bits: ClassVar[int] = 64
    leaves_out: ClassVar[tuple[Chapter, ...]] = (Chapter.COMPLEX,)
    flash: ClassVar[Memory | None] = None
    ram: ClassVar[Memory | None] = None
    stack_size: ClassVar[int] = 0
    """Bytes of the C stack."""
    heap_size: ClassVar[int] = 0
    """Bytes of heap where RAM does not limit it."""
    console: ClassVar[Uart | None] = None
    pins: ClassVar[dict[str, int]] = {}
    leds: ClassVar[tuple[Led, ...]] = ()
    modules: ClassVar[tuple[str, ...]]
    """What `import` finds in the image, besides `builtins`: modules in typed Python, from
    `anthill/modules`, and in plain Python, from `anthill/lib`, with all that those import."""
    compact: ClassVar[bool] = False
    """Whether functions that are not marked otherwise become compact code: half the flash."""
    hot: ClassVar[str] = "hot.txt"
    """The list, in this folder, of those that programs spend time in: they do not."""
    emulator: ClassVar[Emulator | None] = None
    artefact: ClassVar[str]
    """Name of the file that a build makes."""
