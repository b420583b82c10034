"""The memory map: one block that the frame stack and the heap share.

    low <= stack.top <= stack.claimed <= limit <= bottom <= ceiling <= high

The frame stack grows up from `low`, the heap down from `ceiling` to `bottom`. Between `bottom` and
`ceiling` objects and gaps follow each other without a hole, so the heap can be read from `bottom`
upward header by header. A gap is a header of class 0 whose length is its size in words; gaps exist
beside objects that a collection could not move. New objects are taken from `bottom` down or, when
nothing is left there, from the end of a gap: then `bottom` and `limit` are those of the gap.
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
    compact,
    compact_stack,
    compact_stack_top,
    inline,
    items_of,
    make_header,
    object_map,
    pointer,
    static_array,
    uword,
)
from anthill.typed.layout import FIXED_SHIFT, ITEM_MASK, ITEM_SHIFT

STRESS: bool = os.environ.get("ANTHILL_STRESS", "") == "1"
"""Build with the two settings of `Stress`; other builds pay nothing for them."""

RESERVE_BYTES: int = 48 * WORD_BYTES
"""Memory held back so that a MemoryError can be reported and handled."""

CUSHION_SHARE: int = 16
"""This part of the block is kept between frames and heap as long as there is other memory: when an
object at the bottom of the heap cannot move, calls still find room."""

PACE_BYTES: int = 1 << 20 if WORD_BYTES == 8 else 0
"""Where memory is large, collect after this much was allocated, or twice what is alive if that is
more: new objects then lie where the processor's caches still are. 0: collect when none is left."""

INDEXED: bool = WORD_BYTES == 8
"""Where memory is large, keep an index of the heap, so that a collection need not read the dead.

The heap is divided into cards. Per card the index holds the start of the object or gap that reaches
across the card's lower edge or ends there; objects are allocated downward, and `limit` makes the
allocation that crosses the edge come along `cross`. A bitmap has a bit per word, set while a
collection runs for the starts of live objects."""

CARD_SHIFT: int = 11
MARKS_SHIFT: int = 9
"""A word of the bitmap is for this many bytes, as a power of two."""

STACK_SLACK: int = 32
"""Words by which the frame stack's claim exceeds what was asked for."""

C_STACK_BYTES: int = int(os.environ.get("ANTHILL_STACK_BYTES", "0"))
"""Size of the C stack where the board says it, else 0."""
USUAL_STACK_BYTES: int = 8 << 20

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
    """Where `allocate` asks for help: the lowest address that an object may take or, where there is
    an index, the lower edge of a card above it."""
    bottom: uword = 0
    ceiling: uword = 0
    high: uword = 0
    reserve: uword = 0
    """RESERVE_BYTES, or 0 while a lack of memory is being handled."""
    cushion: uword = 0
    gaps: uword = 0
    """List of the gaps of two words and more, linked by their second word."""
    filled: uword = 0
    """Bytes of all gaps."""
    gap: uword = 0
    """The gap that objects are taken from, 0 if none; it does not count as a gap meanwhile."""
    main_bottom: uword = 0
    """`bottom` of the heap while objects are taken from a gap."""
    c_stack_base: uword = 0
    """End of the C stack: what lies from the stack pointer up to here is scanned."""


class Index(Static):
    """What only large memory has; addresses."""

    floor: uword = 0
    """The lowest address that an object may take."""
    pace: uword = 0
    """Where `bottom` is to be when the next collection begins, if memory lasts that long."""
    origin: uword = 0
    """The lower edge of the first card."""
    cards: uword = 0
    """A word for each card."""
    marks: uword = 0
    """The bitmap."""


class FrameStack(Static):
    """The frame stack. Every word from `low` to `top`, the end of the running frame, must be NULL
    or a valid Value. A caller's frame may end above `top`, but below `claimed`; no word there is in
    use, and a collection sets them to NULL, so that they are valid when the caller runs again."""

    low: Ptr[Value]
    top: Ptr[Value]
    claimed: Ptr[Value]
    """The heap keeps away from words below this one."""
    widest: int = 0
    """Words of the largest frame, at first of those of the image's modules: no frame ends higher
    than this above `top`."""

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


FIXED_OBJECTS: int = 4

fixed = static_array(uword, FIXED_OBJECTS)
"""Addresses of the objects that must never move, 0 where there is none."""

memory = Memory()
heap_index = Index()
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


@inline
def object_size(header: uword) -> uword:
    """Bytes that the object or gap with this header takes; the flags may be set."""
    entry = object_map[header & 0xFF]
    length = (header & PLAIN) >> 8
    size = (entry >> FIXED_SHIFT) + length * (entry >> ITEM_SHIFT & ITEM_MASK)
    return (size + WORD_BYTES - 1) // WORD_BYTES * WORD_BYTES


def start(low: uword, high: uword, c_stack_base: uword, ceiling: uword) -> None:
    """Make [low, high) the memory of the interpreter; addresses are whole words.

    `c_stack_base` is the end of the C stack. `ceiling`, the top of the heap, is `high`, except in
    stress builds: there it rises by a word per collection, so that every object moves.
    """
    if INDEXED:
        high = make_index(low, high)
        ceiling = ceiling if ceiling < high else high
    memory.low = low
    memory.high = high
    memory.ceiling = ceiling
    memory.bottom = ceiling
    memory.reserve = RESERVE_BYTES
    memory.cushion = (high - low) // CUSHION_SHARE // WORD_BYTES * WORD_BYTES
    memory.filled = 0
    memory.gaps = 0
    memory.gap = 0
    memory.c_stack_base = c_stack_base
    stack.low = pointer(Value, low)
    stack.top = stack.low
    stack.claimed = stack.low
    if PACE_BYTES != 0:
        set_pace()
    set_limit()


def make_index(low: uword, high: uword) -> uword:
    """Take the index of [low, high) from its high end; where it begins."""
    heap_index.origin = low >> CARD_SHIFT << CARD_SHIFT
    extent = high - heap_index.origin
    heap_index.cards = high - ((extent >> CARD_SHIFT) + 1) * WORD_BYTES
    heap_index.marks = heap_index.cards - ((extent >> MARKS_SHIFT) + 1) * WORD_BYTES
    place = heap_index.marks
    while place != heap_index.cards:
        store(place, 0)
        place += WORD_BYTES
    return heap_index.marks


@inline
def note_crossing(start: uword, end: uword) -> None:
    """Enter what lies at [start, end) into the index."""
    if (start ^ end) >> CARD_SHIFT != 0:
        _enter_crossing(start, end)


def _enter_crossing(start: uword, end: uword) -> None:
    card = (end - heap_index.origin) >> CARD_SHIFT
    first = (start - heap_index.origin) >> CARD_SHIFT
    while card > first:
        store(heap_index.cards + card * WORD_BYTES, start)
        card -= 1


def start_before(address: uword) -> uword:
    """Where an object or gap begins, at or not far below an address in the heap."""
    card = (address - heap_index.origin) >> CARD_SHIFT
    if heap_index.origin + (card << CARD_SHIFT) <= memory.bottom:
        return memory.bottom
    return load(heap_index.cards + card * WORD_BYTES)


def cross(size: uword) -> None:
    """Prepare the allocation of `size` bytes that are there: the index gets to know of it."""
    start = memory.bottom - size
    note_crossing(start, memory.bottom)
    _limit_to_card(start)


def _limit_to_card(bottom: uword) -> None:
    edge = bottom >> CARD_SHIFT << CARD_SHIFT
    memory.limit = edge if edge > heap_index.floor else heap_index.floor


def set_floor(floor: uword) -> None:
    """Have objects taken from [floor, bottom)."""
    if INDEXED:
        heap_index.floor = floor
        _limit_to_card(memory.bottom)
    else:
        memory.limit = floor


@inline
def room() -> uword:
    """Bytes that can be taken in one piece, without a collection."""
    return memory.bottom - (heap_index.floor if INDEXED else memory.limit)


def set_limit() -> None:
    """Recompute `limit` after `bottom`, the claim or the reserve changed."""
    if memory.gap == 0:
        limit = address_of(stack.claimed) + memory.reserve + memory.cushion
        if PACE_BYTES != 0 and limit < heap_index.pace:
            limit = heap_index.pace
        set_floor(limit if limit < memory.bottom else memory.bottom)


def set_pace() -> None:
    """Settle when the next collection begins, after one."""
    step = 2 * (memory.ceiling - memory.bottom)
    if step < PACE_BYTES:
        step = PACE_BYTES
    heap_index.pace = memory.bottom - step if step < memory.bottom - memory.low else 0


def spend_cushion() -> None:
    """Let the heap have the cushion, until the limit is set again."""
    limit = address_of(stack.claimed) + memory.reserve
    if limit < memory.bottom - room():
        set_floor(limit)


def release_claim() -> None:
    """Leave to the frames only what they use."""
    end = stack.top + stack.widest
    if end < stack.claimed:
        stack.claimed = end


def heap_bottom() -> uword:
    """The lowest address of the heap."""
    return memory.main_bottom if memory.gap else memory.bottom


def fill(start: uword, end: uword) -> None:
    """Make [start, end) a gap."""
    if start == end:
        return
    store(start, make_header(0, int((end - start) // WORD_BYTES)))
    memory.filled += end - start
    if INDEXED:
        note_crossing(start, end)
    if end - start > WORD_BYTES:
        store(start + WORD_BYTES, memory.gaps)
        memory.gaps = start


def enter_gap(size: uword) -> bool:
    """Take objects from a gap of at least `size` bytes, if there is one."""
    before: uword = 0
    gap = memory.gaps
    while gap:
        following = load(gap + WORD_BYTES)
        length = object_size(load(gap))
        if length >= size:
            if before:
                store(before + WORD_BYTES, following)
            else:
                memory.gaps = following
            memory.filled -= length
            memory.main_bottom = memory.bottom
            memory.gap = gap
            memory.bottom = gap + length
            set_floor(gap)
            return True
        before = gap
        gap = following
    return False


def leave_gap() -> None:
    """Take objects from the bottom of the heap again."""
    if memory.gap:
        fill(memory.gap, memory.bottom)
        memory.bottom = memory.main_bottom
        memory.gap = 0
    set_limit()


@cold
def out_of_memory() -> NoReturn:
    """Raise MemoryError and let its handling have the reserve."""
    memory.reserve = 0
    leave_gap()
    raise PyError(preset.memory_error)


@cold
def out_of_frames() -> NoReturn:
    """Raise RecursionError and let its handling have the reserve."""
    memory.reserve = 0
    leave_gap()
    raise PyError(preset.recursion_error)


def c_stack_end() -> uword:
    """The address that the C stack must not reach: it shares its memory with the stack of compact
    code, which grows toward it."""
    if compact_stack():
        return compact_stack_top()
    return memory.c_stack_base - (C_STACK_BYTES if C_STACK_BYTES != 0 else USUAL_STACK_BYTES)


def is_on_heap(address: uword) -> bool:
    """Whether an object's address lies in the heap (and not in flash or a variable)."""
    return uword(address - memory.low) < memory.high - memory.low


@compact
def mem_free() -> int:
    """Bytes that can still be allocated; more may be after a collection."""
    if not TRANSLATING and memory.high == 0:
        return HOST_FREE_BYTES
    bottom = heap_bottom()
    used = address_of(stack.top) + memory.reserve
    free = bottom - used if used < bottom else 0
    return int(free + _gap_bytes())


@compact
def mem_alloc() -> int:
    """Bytes in use by objects, dead ones not collected yet included."""
    if not TRANSLATING and memory.high == 0:
        return HOST_FREE_BYTES
    return int(memory.ceiling - heap_bottom() - _gap_bytes())


def _gap_bytes() -> uword:
    return memory.filled + (memory.bottom - memory.gap if memory.gap else 0)
