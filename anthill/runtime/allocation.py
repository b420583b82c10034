"""Taking memory from the heap: every new object comes through `allocate`."""

from __future__ import annotations

from anthill.runtime.collector import collect
from anthill.runtime.heap import (
    INDEXED,
    PACE_BYTES,
    STRESS,
    cross,
    enter_gap,
    fixed,
    heap_index,
    leave_gap,
    memory,
    out_of_memory,
    release_claim,
    room,
    set_limit,
    spend_cushion,
    stress,
)
from anthill.typed import (
    TRANSLATING,
    Array,
    address_of,
    array_of,
    hot,
    lowering,
    noinline,
    u8,
    uword,
)


@hot
@lowering("allocate")
def allocate(size: uword) -> uword:
    """Address of `size` bytes, whole words, with any contents.

    The caller makes an object of them before it allocates again. Raises MemoryError."""
    if memory.bottom - memory.limit < size or (
        STRESS and (stress.collect_always or stress.fail_at != 0)
    ):
        _make_room(size)
    memory.bottom -= size
    return memory.bottom


@noinline
def _make_room(size: uword) -> None:
    """Have `size` bytes between `limit` and `bottom`, or in a card below."""
    if STRESS and stress.fail_at != 0:
        stress.fail_at -= 1
        if stress.fail_at == 0:
            out_of_memory()
    always = STRESS and stress.collect_always
    if not INDEXED or always or room() < size:
        release_claim()
        if always or not _find_room(size):
            _collect_for(size)
    if INDEXED:
        cross(size)


def _collect_for(size: uword) -> None:
    """Collect until there are `size` bytes in one piece, or raise MemoryError."""
    collect()
    if _find_room(size):
        return
    if PACE_BYTES != 0:
        heap_index.pace = 0
        set_limit()
    if room() < size:
        spend_cushion()
    if room() < size:
        out_of_memory()


def _find_room(size: uword) -> bool:
    leave_gap()
    return room() >= size or enter_gap(size)


def fixed_array(length: int) -> Array[u8]:
    """A byte array that never moves, for hardware to work on, until `release_array`.

    Raises MemoryError, also if there are FIXED_OBJECTS of them already."""
    collect()
    array = array_of(u8, length)
    if TRANSLATING:
        _replace_fixed(0, address_of(array))
    return array


def release_array(array: Array[u8]) -> None:
    """Let a `fixed_array` move and be collected again."""
    if TRANSLATING:
        _replace_fixed(address_of(array), 0)


def _replace_fixed(old: uword, new: uword) -> None:
    for index in range(len(fixed)):
        if fixed[index] == old:
            fixed[index] = new
            return
    out_of_memory()
