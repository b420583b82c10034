"""Objects with a finaliser: found dead, they live once more, until their finaliser was called.

The collector never calls Python. It moves the dead to the `pending` entries and calls `announce`;
the interpreter takes them from there at a safe point.
"""

from __future__ import annotations

from collections.abc import Callable

from anthill.runtime.weak import WeakArray, weak_array
from anthill.typed import NULL, TRANSLATING, Static, Value, same

FIRST_LENGTH: int = 4


def ignore() -> None:
    """Nobody calls finalisers."""


announce: Callable[[], None] = ignore
"""Runs at the end of a collection that found some; set by the interpreter while the host imports
it."""


class Watch(Static):
    """The objects with a finaliser: `pending` of them dead, then those not known to be."""

    table: WeakArray | None = None
    count: int = 0
    pending: int = 0


watch = Watch()


def add_finaliser(value: Value) -> None:
    """Have `take_pending` return the object once, after it died. Does nothing on CPython.

    Raises MemoryError."""
    if not TRANSLATING:
        return
    table = watch.table
    if table is None:
        table = weak_array(FIRST_LENGTH)
        watch.table = table
    elif watch.count == len(table.items):
        larger = weak_array(2 * watch.count)
        for index in range(watch.count):
            larger.items[index] = table.items[index]
        watch.table = larger
        table = larger
    table.items[watch.count] = value
    watch.count += 1


def forget_last(value: Value) -> None:
    """The object needs no finaliser any more: forget it if it was added last."""
    table = watch.table
    last = watch.count - 1
    if table is not None and last >= watch.pending and same(table.items[last], value):
        table.items[last] = NULL
        watch.count = last


def take_pending() -> Value:
    """An object that died and whose finaliser is to be called now, or NULL."""
    table = watch.table
    if watch.pending == 0 or table is None:
        return NULL
    watch.pending -= 1
    watch.count -= 1
    value = table.items[watch.pending]
    table.items[watch.pending] = table.items[watch.count]
    table.items[watch.count] = NULL
    return value
