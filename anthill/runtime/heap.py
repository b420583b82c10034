"""The memory map: one block that the frame stack and the heap share.

    low <= stack.top <= stack.claimed <= limit <= bottom <= ceiling <= high

The frame stack grows up from `low`, the heap down from `ceiling` to `bottom`. Between `bottom` and
`ceiling` objects and gaps follow each other without a hole, so the heap can be read from `bottom`
upward header by header. A gap is a header of class 0 whose length is its size in words.
"""

from __future__ import annotations

import os
from typing import NoReturn

from anthill.runtime.errors import PyError, preset
from anthill.typed import (
    TRANSLATING,
    WORD_BYTES,
    Ptr,
    Static,
    Value,
    address_of,
    array_of,
    cold,
    fixed_bytes,
    inline,
    item_bytes,
    items_of,
    pointer,
    static_array,
    uword,
)

STRESS: bool = os.environ.get("ANTHILL_STRESS", "") == "1"
"""Build with the two settings of `Stress`; other builds pay nothing for them."""

RESERVE_BYTES: int = int(os.environ.get("ANTHILL_HEAP_RESERVE", "192"))
"""Memory held back so that a MemoryError can be reported and handled."""

STACK_SLACK: int = 32
"""Words by which the frame stack's claim exceeds what was asked for."""

HOST_STACK_WORDS: int = 100_000
HOST_FREE_BYTES: int = 1 << 20

LIVE: int = 1 << (WORD_BYTES * 8 - 1)
PINNED: int = 1 << (WORD_BYTES * 8 - 2)
PLAIN: int = PINNED - 1
"""Mask that takes the flags off a header: it carries them during a collection only."""


class Memory(Static):
    """Bounds of the heap, byte addresses. All are 0 until `start` ran, and stay so on CPython."""

    low: uword = 0
    limit: uword = 0
    bottom: uword = 0
    ceiling: uword = 0
    high: uword = 0
    reserve: uword = 0
    """RESERVE_BYTES, or 0 while a lack of memory is being handled."""
    filled: uword = 0
    """Bytes of gaps between `bottom` and `ceiling`."""
    c_stack_base: uword = 0
    """End of the C stack: what lies from the stack pointer up to here is scanned."""


class FrameStack(Static):
    """The frame stack. Every word from `low` to `top` must be NULL or a valid Value."""

    low: Ptr[Value]
    top: Ptr[Value]
    claimed: Ptr[Value]
    """The heap keeps away from words below this one."""

    def __init__(self) -> None:
        if TRANSLATING:
            self.low = pointer(Value, 0)
        else:
            self.low = items_of(array_of(Value, HOST_STACK_WORDS))
        self.top = self.low
        self.claimed = self.low if TRANSLATING else self.low + HOST_STACK_WORDS


class Stress(Static):
    """Settings of a stress build."""

    collect_always: bool = False
    """Collect, and move every object, at each allocation."""
    fail_at: int = 0
    """Countdown: the allocation that brings it to 0 fails."""


FIXED_OBJECTS: int = 8

fixed = static_array(uword, FIXED_OBJECTS)
"""Addresses of the objects that must never move, 0 where there is none."""

memory = Memory()
stack = FrameStack()
stress = Stress()


@inline
def load(address: uword) -> uword:
    """The word at an address."""
    return pointer(uword, address)[0]


@inline
def store(address: uword, word: uword) -> None:
    """Set the word at an address."""
    pointer(uword, address)[0] = word


def object_size(header: uword) -> uword:
    """Bytes that the object or gap with this header takes; the flags may be set."""
    class_id = header & 0xFF
    length = (header & PLAIN) >> 8
    if class_id == 0:
        return length * WORD_BYTES
    size = fixed_bytes[class_id] + length * item_bytes[class_id]
    return (size + WORD_BYTES - 1) // WORD_BYTES * WORD_BYTES


def start(low: uword, high: uword, c_stack_base: uword, ceiling: uword) -> None:
    """Make [low, high) the memory of the interpreter; addresses are whole words.

    `c_stack_base` is the end of the C stack. `ceiling`, the top of the heap, is `high`, except in
    stress builds: there it rises by a word per collection, so that every object moves.
    """
    memory.low = low
    memory.high = high
    memory.ceiling = ceiling
    memory.bottom = ceiling
    memory.reserve = RESERVE_BYTES
    memory.filled = 0
    memory.c_stack_base = c_stack_base
    stack.low = pointer(Value, low)
    stack.top = stack.low
    stack.claimed = stack.low
    set_limit()


def set_limit() -> None:
    """Recompute `limit` after `bottom`, the claim or the reserve changed."""
    limit = address_of(stack.claimed) + memory.reserve
    memory.limit = limit if limit < memory.bottom else memory.bottom


@cold
def out_of_memory() -> NoReturn:
    """Raise MemoryError and let its handling have the reserve."""
    memory.reserve = 0
    set_limit()
    raise PyError(preset.memory_error)


@cold
def out_of_frames() -> NoReturn:
    """Raise RecursionError and let its handling have the reserve."""
    memory.reserve = 0
    set_limit()
    raise PyError(preset.recursion_error)


def is_on_heap(address: uword) -> bool:
    """Whether the address lies in the heap (and not in flash or a variable)."""
    return uword(address - memory.bottom) < memory.ceiling - memory.bottom


def mem_free() -> int:
    """Bytes that can still be allocated; more may be after a collection."""
    if not TRANSLATING and memory.high == 0:
        return HOST_FREE_BYTES
    used = address_of(stack.top) + memory.reserve
    return int(memory.bottom - used) if used < memory.bottom else 0


def mem_alloc() -> int:
    """Bytes in use by objects, dead ones not collected yet included."""
    if not TRANSLATING and memory.high == 0:
        return HOST_FREE_BYTES
    return int(memory.ceiling - memory.bottom - memory.filled)
