"""The attribute cache: a small table in RAM from (shape or type, name) to where the attribute is.

An entry is three words: key, name, and either a slot as a small integer or the attribute as the
class holds it; by the type itself, the attribute, or a small integer if there is none. Global names
are here too, by the dict of globals; by name and shape, in this order, the shape that follows when
the attribute is added; by a class twice, the `__init__` that is all that calling it needs. Where
memory is large a second table remembers the attributes of classes, built-in modules and, by shape,
instances that no slot holds, and the shapes that follow.

Entries are compared by identity, so one that a collection moved is merely missed. Where the table
is small, an entry may lie in two buckets of two: the loop looks at the first, `find` at both; and
every collection empties it, so that nothing old is in the way. Whoever changes a class, or a
built-in module, flushes.
"""

from __future__ import annotations

from anthill.runtime import heap
from anthill.runtime.passing import passing
from anthill.typed import (
    NULL,
    TRANSLATING,
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
    u32,
    uword,
    word_of,
)
from anthill.vm.features import LARGE

ENTRIES: int = 16 if WORD_BITS == 32 else 1024
"""At most, a power of two."""
FEWER = 64
"""As many where memory is large but the heap is not."""
SMALL_HEAP = 1 << 20
"""Bytes. A smaller heap is not for two tables of 24 KB."""
ENTRY_WORDS = 3
IN_BUCKET = 2
PLACES = 2 * IN_BUCKET
"""Places for an entry where the table is small."""
SCATTER = 0x9E3779B1
"""Odd, and 2**32 over the golden ratio: the upper bits of multiples look like chance."""
SPREAD = 37
"""Odd: what has the same first place has other ones that differ, if it is not too far apart."""
WORD_SHIFT: int = 2 if WORD_BITS == 32 else 3
"""Objects begin at multiples of a word."""


class Cache(Static):
    """The table, in RAM from `start` on."""

    own_builtins: bool = False
    """Some namespace has a `__builtins__` of its own making."""
    keeps_builtins: bool = True
    """False once the program has dicts of globals in its hands: it may hide a builtin unseen."""

    table: Array[Value] = array_of(Value, 0 if TRANSLATING else ENTRIES * ENTRY_WORDS)


class Resolved(Static):
    """The second table, where memory is large."""

    mask: uword = uword(ENTRIES - 1)
    """One less than the number of entries of both."""
    table: Array[Value] = array_of(Value, 0 if TRANSLATING else ENTRIES * ENTRY_WORDS)


cache = Cache()
resolved = Resolved()


def start() -> None:
    """Make an empty table."""
    entries = ENTRIES
    if LARGE and heap.memory.high - heap.memory.low < SMALL_HEAP:
        entries = FEWER
    cache.table = array_of(Value, entries * ENTRY_WORDS)
    if LARGE:
        resolved.mask = uword(entries - 1)
        resolved.table = array_of(Value, entries * ENTRY_WORDS)
    else:
        passing.table = cache.table
    cache.keeps_builtins = True
    cache.own_builtins = False


@inline
def entry(key: Value, name: Value) -> Ptr[Value]:
    """The only entry that may belong to a key and name; where the table is small, the only one of
    the first bucket."""
    if LARGE:
        return entry_of(cache.table, key, name)
    place = items_of(
        cache.table, bucket(word_of(key) >> WORD_SHIFT + 1 ^ word_of(name) >> WORD_SHIFT)
    )
    if not holds(place, key, name):
        place = place + ENTRY_WORDS
    return place


@inline
def entry_of(table: Array[Value], key: Value, name: Value) -> Ptr[Value]:
    """The entry in one of the tables, where they are large."""
    bits = word_of(key) >> WORD_SHIFT + 1 ^ word_of(name) >> WORD_SHIFT ^ word_of(name) >> 10
    return items_of(table, int(bits & resolved.mask) * ENTRY_WORDS)


@inline
def bucket(bits: uword) -> int:
    """Where the bucket for a hash begins in the small table."""
    return int(bits & (ENTRIES // IN_BUCKET - 1)) * (IN_BUCKET * ENTRY_WORDS)


def candidate(key: Value, name: Value, number: int) -> Ptr[Value]:
    """Where the table is small: one of the PLACES places for an entry, those of two buckets."""
    bits = word_of(key) >> WORD_SHIFT + 1 ^ word_of(name) >> WORD_SHIFT
    if number >= IN_BUCKET:
        bits = bits * SPREAD // ENTRIES
    return items_of(cache.table, bucket(bits) + number % IN_BUCKET * ENTRY_WORDS)


@inline
def holds(place: Ptr[Value], key: Value, name: Value) -> bool:
    """Whether an entry is for a key and name."""
    return same(place[0], key) and same(place[1], name)


def find(key: Value, name: Value) -> Value:
    """What is remembered, NULL if nothing."""
    for number in range(1 if LARGE else PLACES):
        place = entry(key, name) if LARGE else candidate(key, name, number)
        if holds(place, key, name):
            return place[2]
    return NULL


def remember(key: Value, name: Value, value: Value) -> None:
    """Enter a slot or attribute. Where the table is small and all places for it are taken, one of
    them by chance: what a loop needs has found its places after some turns."""
    if LARGE:
        enter(entry(key, name), key, name, value)
        return
    for number in range(PLACES):
        place = candidate(key, name, number)
        if place[0] is NULL or holds(place, key, name):
            enter(place, key, name, value)
            return
    chance = int(u32(heap.memory.bottom) * u32(SCATTER) >> 30)
    enter(candidate(key, name, chance), key, name, value)


def enter(place: Ptr[Value], key: Value, name: Value, value: Value) -> None:
    """Write an entry."""
    place[0] = key
    place[1] = name
    place[2] = value


def find_resolved(key: Value, name: Value) -> Value:
    """What the second table remembers, NULL if nothing; without it, the table."""
    if not LARGE:
        return find(key, name)
    place = entry_of(resolved.table, key, name)
    return place[2] if holds(place, key, name) else NULL


def remember_resolved(key: Value, name: Value, value: Value) -> None:
    """Enter what an attribute is, or the shape that follows another, into the second table."""
    if LARGE:
        enter(entry_of(resolved.table, key, name), key, name, value)
    else:
        remember(key, name, value)


def forget(key: Value, name: Value) -> None:
    """Drop what is remembered of a name."""
    for number in range(1 if LARGE else PLACES):
        place = entry(key, name) if LARGE else candidate(key, name, number)
        if holds(place, key, name):
            place[0] = NULL


def expose_globals() -> None:
    """A program got hold of a dict of globals. Where memory is large the dict itself has builtins
    forgotten that it comes to hide."""
    if not LARGE:
        cache.keeps_builtins = False
        flush()


def flush() -> None:
    """Forget everything."""
    fill_items(items_of(cache.table), NULL, len(cache.table))
    if LARGE:
        fill_items(items_of(resolved.table), NULL, len(resolved.table))
