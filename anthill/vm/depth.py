"""A guard for functions that call themselves through other objects: repr, comparison, hash.

Python calls do not nest C frames, but a list in a list in a list does. What the guard leaves free
is enough for any function that does not call itself.
"""

from __future__ import annotations

from anthill.runtime.heap import memory, out_of_frames
from anthill.typed import TRANSLATING, WORD_BITS, stack_pointer

MOST_BYTES: int = 1280 if WORD_BITS == 32 else 2 << 20
"""How much of the C stack may be in use: of 2 KB on a small chip, of 8 MB on a host."""


def is_deep() -> bool:
    """Whether little of the C stack is left."""
    return TRANSLATING and int(memory.c_stack_base - stack_pointer()) > MOST_BYTES


def check_depth() -> None:
    """RecursionError when little of the C stack is left."""
    if is_deep():
        out_of_frames()
