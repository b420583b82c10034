"""Identity numbers that stay with an object for life although it moves.

Constants are known by their address. Objects on the heap get a number when first asked for one;
(object, number) pairs are kept in a weak array, sorted by falling address. Sliding keeps that
order, so the table is rarely sorted anew, and a young object's pair goes to the end.
"""

from __future__ import annotations

from anthill.runtime.heap import is_on_heap, load, memory, store
from anthill.runtime.weak import WEAK_ITEMS, WeakArray, weak_array
from anthill.typed import (
    SMALL_MAX,
    TRANSLATING,
    WORD_BYTES,
    Static,
    Value,
    address_of,
    is_small,
    small_int,
    uword,
    word_of,
)

FIRST_PAIRS: int = 4
PAIR_BYTES: int = 2 * WORD_BYTES
FAR: int = SMALL_MAX // 2 + 1


class Identities(Static):
    """The table of pairs, its number of pairs, and the number given last."""

    table: WeakArray | None = None
    count: int = 0
    last: int = 4095
    """Far from the integers that are keys of dicts."""


identities = Identities()


def object_id(value: Value) -> int:
    """A number that no other living object has: odd for objects on the heap, even for constants,
    and for an integer in its word one that is far from these unless the integer is.

    Raises MemoryError."""
    if not TRANSLATING and memory.high == 0:
        return id(value)
    if is_small(value):
        return small_int(value) ^ FAR
    address = word_of(value)
    if not is_on_heap(address):
        return int(address >> 1)
    place = _place_of(address)
    if place < identities.count and load(_pair(place)) == address:
        return int(load(_pair(place) + WORD_BYTES) >> 1)
    _make_room()
    identities.last += 2
    identities.count += 1
    _insert(identities.count - 1, word_of(value), uword(identities.last << 1 | 1))
    return identities.last


def _pair(index: int) -> uword:
    """Address of a pair."""
    assert identities.table is not None
    return address_of(identities.table) + WEAK_ITEMS + uword(index) * PAIR_BYTES


def _place_of(address: uword) -> int:
    """Index of the first pair whose object does not lie above `address`."""
    low = 0
    high = identities.count
    while low < high:
        middle = (low + high) // 2
        if load(_pair(middle)) > address:
            low = middle + 1
        else:
            high = middle
    return low


def _make_room() -> None:
    """Have a table with a free pair."""
    table = identities.table
    if table is None:
        identities.table = weak_array(2 * FIRST_PAIRS)
    elif 2 * identities.count == len(table.items):
        larger = weak_array(4 * identities.count)
        for index in range(2 * identities.count):
            larger.items[index] = table.items[index]
        identities.table = larger


def _insert(free: int, address: uword, number: uword) -> None:
    """Insert a pair into those before the pair `free`, which may be overwritten."""
    while free > 0 and load(_pair(free - 1)) < address:
        store(_pair(free), load(_pair(free - 1)))
        store(_pair(free) + WORD_BYTES, load(_pair(free - 1) + WORD_BYTES))
        free -= 1
    store(_pair(free), address)
    store(_pair(free) + WORD_BYTES, number)


def after_collection() -> None:
    """Drop the pairs of the dead, and sort those that moved past a pinned object."""
    kept = 0
    for index in range(identities.count):
        address = load(_pair(index))
        if address & 1 == 0:
            _insert(kept, address, load(_pair(index) + WORD_BYTES))
            kept += 1
    for index in range(kept, identities.count):
        store(_pair(index), 0)
    identities.count = kept
    if kept == 0:
        identities.table = None
