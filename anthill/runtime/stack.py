"""Room for frames: the frame stack grows toward the heap, into which it never runs.

Only the part below `stack.top` holds roots; what `reserve` promises above it lasts until the next
allocation, so a caller moves `top` up and clears the words before it allocates. Of every kind of
frame its size must be noted.
"""

from __future__ import annotations

from typing import NoReturn

from anthill.runtime.collector import collect
from anthill.runtime.heap import (
    STACK_SLACK,
    heap_bottom,
    memory,
    out_of_frames,
    out_of_memory,
    set_limit,
    stack,
)
from anthill.typed import TRANSLATING, WORD_BYTES, address_of, inline, noinline, uword


@inline
def reserve(words: int) -> None:
    """Have room for `words` words above `stack.top`. May collect.

    Raises RecursionError, or MemoryError if it is the heap that takes most of the memory."""
    if stack.claimed - stack.top < words:
        _claim(words)


def note_frame(words: int) -> None:
    """Make known that there are frames of this many words."""
    if words > stack.widest:
        stack.widest = words


def make_headroom() -> None:
    """Collect if less than half of all memory is left to frames. To be called before something
    is allocated that C frames will hold on to: lying there it would be in the way of frames."""
    if TRANSLATING and _room() < (memory.high - memory.low) // 2:
        collect()


@noinline
def _claim(words: int) -> None:
    if not TRANSLATING:
        out_of_frames()
    size = uword(words) * WORD_BYTES
    if _room() < size:
        collect()
        if _room() < size:
            _refuse()
    slack = STACK_SLACK if _room() - size >= STACK_SLACK * WORD_BYTES else 0
    stack.claimed = stack.top + (words + slack)
    set_limit()


def _refuse() -> NoReturn:
    """Recursion is to blame if the frames hold a quarter of all memory."""
    if address_of(stack.top) - memory.low < (memory.high - memory.low) // 4:
        out_of_memory()
    out_of_frames()


def _room() -> uword:
    """Bytes between the frames and the heap, less the reserve."""
    used = address_of(stack.top) + memory.reserve
    bottom = heap_bottom()
    return bottom - used if used < bottom else 0
