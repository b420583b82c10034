"""Room for frames: the frame stack grows toward the heap, into which it never runs.

Only the part below `stack.top` holds roots; what `reserve` promises above it lasts until the next
allocation, so a caller moves `top` up and clears the words before it allocates.
"""

from __future__ import annotations

from anthill.runtime.collector import collect
from anthill.runtime.errors import raise_recursion_error
from anthill.runtime.heap import STACK_SLACK, memory, set_limit, stack
from anthill.typed import TRANSLATING, WORD_BYTES, address_of, inline, noinline, uword


@inline
def reserve(words: int) -> None:
    """Have room for `words` words above `stack.top`. May collect; raises RecursionError."""
    if stack.claimed - stack.top < words:
        _claim(words)


@noinline
def _claim(words: int) -> None:
    if not TRANSLATING:
        raise_recursion_error()
    size = uword(words) * WORD_BYTES
    if _room() < size:
        collect()
        if _room() < size:
            raise_recursion_error()
    slack = STACK_SLACK if _room() - size >= STACK_SLACK * WORD_BYTES else 0
    stack.claimed = stack.top + (words + slack)
    set_limit()


def _room() -> uword:
    """Bytes between the frames and the heap, less the reserve."""
    used = address_of(stack.top) + memory.reserve
    return memory.bottom - used if used < memory.bottom else 0
