"""How objects lie in memory, as the collector sees it.

The translator fills the tables below for the classes and variables of one program; on CPython they
are empty and a test fills them. Every object is a header word followed by its fields: the header's
low byte is the class id (never 0), the bits above it the number of items of its `Tail` or `Array`.
An object takes its class's fixed bytes and those of its items, rounded up to whole words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from anthill.typed.numbers import u16, u32, uword
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


object_map: LayoutTable[int] = LayoutTable(u32, "object_map")
"""By class id, what `map_entry` makes. Entry 0 is that of a gap, whose items are words."""

MOST_POINTERS: int = 15
FIELD_POINTERS: int = (1 << MOST_POINTERS + 1) - 1
"""Bits 1 to 15 of an entry: bit i is set when word i of the object (the header is word 0) holds a
Value or a reference."""

ITEM_POINTERS: int = 1 << 16
"""The bit for the items. They then start behind the fixed bytes, in an extended class a word
before."""

EXTRA_POINTER: int = 1 << 17
"""The bit for a reference behind fields and items, in the objects of an extended class."""

ANY_POINTER: int = FIELD_POINTERS | ITEM_POINTERS | EXTRA_POINTER
ITEM_SHIFT: int = 20
ITEM_MASK: int = 15
"""Four bits: size of one item of the tail or array, 1, 2, 4 or 8; 0 without items."""

FIXED_SHIFT: int = 24
"""The bits from here on: bytes of header and fields, and of the word behind the items of an
extended class; a whole number of words if the class has no items."""


def map_entry(fixed: int, item: int, pointers: int) -> int:
    """The entry of a class in `object_map`."""
    return fixed << FIXED_SHIFT | item << ITEM_SHIFT | pointers


GAP_ENTRY: int = map_entry(0, WORD_BYTES, 0)

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
