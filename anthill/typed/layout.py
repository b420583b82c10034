"""How objects lie in memory, as the collector sees it.

The translator fills the tables below for the classes and variables of one program; on CPython they
are empty and a test fills them. Every object is a header word followed by its fields: the header's
low byte is the class id (never 0), the bits above it the number of items of its `Tail` or `Array`.
An object takes `fixed_bytes[id] + length * item_bytes[id]` bytes, rounded up to whole words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from anthill.typed.numbers import u8, u16, u32, uword
from anthill.typed.objects import Array, Object
from anthill.typed.target import WORD_BITS

T = TypeVar("T")

WORD_BYTES: int = WORD_BITS // 8
MAX_LENGTH: int = (1 << (WORD_BITS - 10)) - 1
"""Largest number of items: two bits of a header belong to the collector while it runs."""


class LayoutTable(Array[T]):
    """A frozen array that the translator fills; `name` says with what."""

    def __init__(self, item_type: type[T], name: str) -> None:
        super().__init__(item_type, 0)
        self.name = name

    def fill(self, entries: Iterable[T]) -> None:
        """Set the contents, for tests on CPython."""
        entries = list(entries)
        self.storage = entries


fixed_bytes: LayoutTable[int] = LayoutTable(u8, "fixed_bytes")
"""By class id: bytes of header and fields, and of the word behind the items of an extended class; a
whole number of words if the class has no items."""

item_bytes: LayoutTable[int] = LayoutTable(u8, "item_bytes")
"""By class id: size of one item of the tail or array, 1, 2, 4 or 8; 0 without items."""

pointer_map: LayoutTable[int] = LayoutTable(u32, "pointer_map")
"""By class id: bit i is set when word i of the object (the header is word 0) holds a Value or a
reference. Bit 31 is set when the items do; they then start at byte `fixed_bytes[id]`, a word before
in an extended class."""

ITEM_POINTERS: int = 1 << 31
"""The bit of `pointer_map` for the items."""

EXTRA_POINTER: int = 1 << 30
"""The bit of `pointer_map` for a reference behind fields and items, in the objects of an extended
class."""

root_address: LayoutTable[int] = LayoutTable(uword, "root_address")
"""Addresses of the runs of words in `Static` variables that hold Values or references."""

root_words: LayoutTable[int] = LayoutTable(u16, "root_words")
"""Length in words of the run at the same index of `root_address`."""

pin_address: LayoutTable[int] = LayoutTable(uword, "pin_address")
"""Addresses of the `Static` variables that hold a `Ptr`: what they point into does not move."""

_CLASS_NUMBERS: dict[type, int] = {}


def class_number(cls: type) -> int:
    """The id of a class: a constant in C, an arbitrary number from 1 on CPython."""
    return _CLASS_NUMBERS.setdefault(cls, len(_CLASS_NUMBERS) + 1)


def class_id(obj: Object) -> int:
    """The id of an object's class, from its header."""
    return class_number(type(obj))


def header_class(header: uword) -> int:
    """The class id in a header word."""
    return header & 0xFF


def header_length(header: uword) -> int:
    """The number of items in a header word."""
    return header >> 8


def make_header(class_id: int, length: int) -> uword:
    """The header word of an object of this class with this many items."""
    return uword(length << 8 | class_id)
