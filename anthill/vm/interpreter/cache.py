"""The attribute cache: a small table in RAM from (shape or type, name) to where the attribute is.

An entry is three words: key, name, and either a slot as a small integer or the attribute as the
class holds it. Entries are compared by identity, so one that a collection moved is merely missed.
Whoever changes a class, or a built-in module, flushes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    NULL,
    WORD_BITS,
    Array,
    Ptr,
    Static,
    Value,
    array_of,
    fill_items,
    inline,
    items_of,
    same,
    word_of,
)

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str

ENTRIES: int = 16 if WORD_BITS == 32 else 256
"""A power of two."""
ENTRY_WORDS = 3


class Cache(Static):
    """The table; made when the interpreter starts."""

    table: Array[Value] | None = None


cache = Cache()


def start() -> None:
    """Make an empty table."""
    cache.table = array_of(Value, ENTRIES * ENTRY_WORDS)


@inline
def entry(table: Array[Value], key: Value, name: Str) -> Ptr[Value]:
    """The only entry that may belong to a key and name."""
    bits = word_of(key) >> 3 ^ word_of(name) >> 2
    return items_of(table, int(bits & (ENTRIES - 1)) * ENTRY_WORDS)


def find(key: Value, name: Str) -> Value:
    """What is remembered, NULL if nothing."""
    table = cache.table
    if table is not None:
        place = entry(table, key, name)
        if same(place[0], key) and same(place[1], name):
            return place[2]
    return NULL


def remember(key: Value, name: Str, value: Value) -> None:
    """Enter a slot or attribute."""
    table = cache.table
    if table is not None:
        place = entry(table, key, name)
        place[0] = key
        place[1] = name
        place[2] = value


def flush() -> None:
    """Forget everything."""
    table = cache.table
    if table is not None:
        fill_items(items_of(table), NULL, len(table))
