"""Arrays that do not keep their items alive.

The collector updates the items of a `WeakArray` when they move, and turns those that died into
the small integer 0; not into NULL, so that a hash table goes on probing past them.
"""

from __future__ import annotations

from anthill.typed import Object, Tail, Value, alloc, uword
from anthill.typed.layout import WORD_BYTES

DEAD_WORD: uword = 1
"""The bits of the Value that stands for a dead item."""

WEAK_ITEMS: int = 2 * WORD_BYTES
"""Offset of the items in bytes: they follow the header and the link."""


class WeakArray(Object):
    """Items are NULL, small integers, or objects that may die."""

    link: uword
    """The collector's list of weak arrays; 0 outside a collection."""
    items: Tail[Value]


def weak_array(length: int) -> WeakArray:
    """A weak array of `length` NULLs."""
    return alloc(WeakArray, length)
