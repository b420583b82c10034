"""Frames: where calls have their registers, and how they are left.

All frames lie on the frame stack, one above the other:

    regs[-3]  the Function, whose code tells the number of registers; NULL in the outermost frame
    regs[-2]  offset into the caller's code at which it goes on, a small integer
    regs[-1]  small integer: the caller's frame lies `link >> LINK_SHIFT` words lower; the low bits
              say what happens with the result (ACTION_*), the bits between where it goes
    regs[0]   the registers, as many as the code says

A class body's frame has five more words below. `stack.top` is the end of the running frame's
registers, or higher while a builtin keeps arguments there. Every word below it is valid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime import stack as room
from anthill.runtime.heap import stack
from anthill.typed import (
    NULL,
    Ptr,
    Value,
    as_a,
    fill_items,
    inline,
    items_of,
    small,
    small_int,
    u8,
)
from anthill.vm.features import LARGE
from anthill.vm.interpreter.state import vm

if TYPE_CHECKING:
    from anthill.vm.objects.code import Code
    from anthill.vm.objects.function import Function

LINK_WORDS = 3
ACTION_CALL = 0
"""The result replaces the function word."""
ACTION_CONSTRUCT = 1
"""`__init__` returns: its result must be None; the instance is in the word below the function."""
ACTION_STORE = 2
"""The result goes to the register of the caller that the link names."""
ACTION_DISCARD = 3
"""The result is dropped."""
ACTION_ENTRY = 4
"""The loop ends and returns the result to C."""
ACTION_MASK = 15
DESTINATION_SHIFT = 4
LINK_SHIFT = 12

GENERATOR = -4
"""The word below the link words of a generator's frame."""
HANDLED = -5
"""The word below that: what was being handled when the generator was resumed."""
ROOT = -6
"""On large boards the word below that: the generator that was resumed; those that delegate between
it and the one that runs have no frames."""
BOTTOM = ROOT if LARGE else HANDLED
"""Where a generator's frame begins."""
ACTION_ITERATE = 5
"""An item goes to the register that the link names; at the end FOR_ITER jumps."""
ACTION_DELEGATE = 6
"""The caller is a generator too, at YIELD_FROM: it passes items on, and takes the result."""
ACTION_CLOSE = 7
"""As ACTION_DELEGATE, but what runs is to end; then what is in R[A] of YIELD_FROM is raised."""

ACTION_NEXT = 8
"""`__next__` of FOR_ITER: as ACTION_STORE; for a StopIteration FOR_ITER jumps."""
ACTION_OPERATOR = 9
"""A dunder method of an operator: as ACTION_STORE, but for NotImplemented the others are asked."""

ACTION_COMPARE = 10
"""A dunder method of a comparison: as ACTION_OPERATOR."""
ACTION_BRANCH = 11
"""The same where the comparison is a jump: the result tells whether the caller jumps."""

ACTION_KEEP = 12
"""Below the link words are a `Cached`, a key and an unused word: the result replaces the first, and
is kept for the key."""

# Words below the link words of a class body.
NAMESPACE = -4
CLASS_NAME = -5
CLASS_BASES = -6
CLASS_KEYWORDS = -7
CLASS_MAKER = -8
"""The metaclass."""


@inline
def make_link(delta: int, destination: int, action: int) -> Value:
    """The word at regs[-1]."""
    return small(delta << LINK_SHIFT | destination << DESTINATION_SHIFT | action)


@inline
def function_of(regs: Ptr[Value]) -> Function:
    """The function that runs in a frame, which is not the outermost."""
    return as_a(function_object.Function, regs[-LINK_WORDS])


@inline
def code_of(regs: Ptr[Value]) -> Code:
    """The code that a frame runs, which is not the outermost."""
    return function_of(regs).code


def pc_offset(regs: Ptr[Value], pc: Ptr[u8]) -> int:
    """`pc` as an offset into the code of its frame."""
    if regs[-LINK_WORDS] is NULL:
        return 0
    return pc - items_of(code_of(regs).code)


def pc_at(regs: Ptr[Value], offset: int) -> Ptr[u8]:
    """The inverse of `pc_offset`."""
    if regs[-LINK_WORDS] is NULL:
        return vm.pc
    return items_of(code_of(regs).code, offset)


def is_outermost() -> bool:
    """Whether no Python function runs."""
    return vm.regs[-LINK_WORDS] is NULL


def start() -> None:
    """Set up the outermost frame, which has no function and no registers."""
    stack.top = stack.low
    regs = push(LINK_WORDS) + LINK_WORDS
    regs[-2] = small(0)
    regs[-1] = make_link(0, 0, ACTION_ENTRY)
    vm.regs = regs
    vm.handled = NULL
    vm.open_cells = None
    vm.depth = 0


def push(count: int) -> Ptr[Value]:
    """Take `count` words, set to NULL, from the frame stack. Raises RecursionError."""
    result = take(count)
    fill_items(result, NULL, count)
    return result


def take(count: int) -> Ptr[Value]:
    """As `push`; the words hold anything, and the caller sets them before it allocates."""
    room.reserve(count)
    result = stack.top
    stack.top = result + count
    return result


def pop(start: Ptr[Value]) -> None:
    """Give back the words from `start` on."""
    stack.top = start


def clear_registers(regs: Ptr[Value], count: int, registers: int) -> None:
    """Make room for all registers, of which the first `count` are in use."""
    stack.top = regs + count
    room.reserve(registers)
    fill_items(regs + count, NULL, registers - count)
    stack.top = regs + registers


def enter(regs: Ptr[Value], delta: int, destination: int, action: int, resume: int) -> None:
    """Make a frame the running one. Its function and arguments are in place; the caller goes on
    at offset `resume`."""
    regs[-2] = small(resume)
    regs[-1] = make_link(delta, destination, action)
    code = code_of(regs)
    vm.regs = regs
    vm.pc = items_of(code.code)
    stack.top = regs + code.registers


def leave(regs: Ptr[Value]) -> None:
    """Make the caller of a frame the running one."""
    caller = regs - (small_int(regs[-1]) >> LINK_SHIFT)
    vm.regs = caller
    vm.pc = pc_at(caller, small_int(regs[-2]))
    stack.top = caller if caller[-LINK_WORDS] is NULL else caller + code_of(caller).registers


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects import function as function_object  # noqa: E402
