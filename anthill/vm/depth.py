"""A guard for functions that call themselves through other objects: repr, comparison, hash.

Python calls do not nest C frames, but a list in a list in a list does. What the guard leaves free
is enough for any function that does not call itself.
"""

from __future__ import annotations

from anthill.runtime.heap import c_stack_end, out_of_frames, store
from anthill.typed import TRANSLATING, WORD_BITS, noinline, stack_pointer, uword

MARGIN_BYTES: int = 768 if WORD_BITS == 32 else 6 << 20
"""What the deepest function that does not call itself may need, a collection and an interrupt
included."""


def is_deep() -> bool:
    """Whether little of the C stack is left."""
    return TRANSLATING and int(stack_pointer() - c_stack_end()) < MARGIN_BYTES


def check_depth() -> None:
    """RecursionError when little of the C stack is left."""
    if is_deep():
        out_of_frames()


OWN_FRAME: uword = 128
"""More than the frame of `clear_unused` takes."""


@noinline
def clear_unused() -> None:
    """Clear the unused part of a chip's C stack. A later frame that lies there and does not use
    all its words would show the collector what earlier calls left: objects that it must not move,
    and that would be in the way of frames."""
    if TRANSLATING and WORD_BITS == 32:
        address = c_stack_end()
        end = stack_pointer() - OWN_FRAME
        while address < end:
            store(address, 0)
            address += 4
