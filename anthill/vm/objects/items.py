"""Arrays of Values that grow: the storage behind lists, dicts and sets.

Arrays have a fixed length, so growing makes another one; whoever holds `items_of(old)` must read
it again afterwards.
"""

from __future__ import annotations

from anthill.typed import Array, Ptr, Value, array_of, copy_items, items_of

EMPTY_ITEMS: Array[Value] = array_of(Value, 0)
"""The storage of every empty container."""


def new_items(length: int) -> Array[Value]:
    """An array of `length` NULLs."""
    if length == 0:
        return EMPTY_ITEMS
    return array_of(Value, length)


def resized_items(items: Array[Value], count: int, length: int) -> Array[Value]:
    """An array of `length` with the first `count` items of another."""
    result = new_items(length)
    copy_items(items_of(result), items_of(items), count)
    return result


def copied_items(source: Ptr[Value], count: int) -> Array[Value]:
    """An array of exactly `count` items read from a pointer."""
    result = new_items(count)
    copy_items(items_of(result), source, count)
    return result


def grown_length(length: int) -> int:
    """The next length of a full array: half as much again, so that little RAM lies idle."""
    return length + (length >> 1) + 2
