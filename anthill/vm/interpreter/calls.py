"""Calls from typed code into Python functions: a loop inside the loop.

Calls between Python functions do not come through here; the running loop enters their frames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.runtime.heap import out_of_frames, stack
from anthill.typed import NULL, TRANSLATING, Ptr, Value, copy_items, small
from anthill.vm import operations
from anthill.vm.depth import check_depth
from anthill.vm.interpreter import binding, frames, loop, unwind
from anthill.vm.interpreter.state import vm
from anthill.vm.objects import function as function_object

if TYPE_CHECKING:
    from anthill.vm.objects.function import Function
    from anthill.vm.objects.tuple import Tuple

HOST_DEPTH = 150
"""Loops inside each other on CPython."""


def call_function(function: Function, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """Call a Python function and wait for its result."""
    total = count + binding.name_count(names)
    base = frames.push(frames.LINK_WORDS + total)
    copy_items(base + frames.LINK_WORDS, args, total)
    return run_frame(function, base, count, names)


def call_with_self(
    called: Value, owner: Value, args: Ptr[Value], count: int, names: Tuple | None
) -> Value:
    """Call with one more positional argument in front."""
    total = count + binding.name_count(names)
    base = frames.push(frames.LINK_WORDS + 1 + total)
    regs = base + frames.LINK_WORDS
    regs[0] = owner
    copy_items(regs + 1, args, total)
    if isinstance(called, function_object.Function):
        return run_frame(called, base, count + 1, names)
    result = operations.call(called, regs, count + 1, names)
    frames.pop(base)
    return result


def run_frame(function: Function, base: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """Run a function whose arguments lie behind the link words at `base`, the last on the stack;
    takes them away."""
    regs = base + frames.LINK_WORDS
    base[0] = function
    base[1] = small(0)
    base[2] = small(0)
    binding.bind_arguments(function, regs, count, names)
    if function.code.flags & generator.LAZY:
        result = generator.new_generator(function, regs)
        stack.top = base
        return result
    check_room()
    resume = frames.pc_offset(vm.regs, vm.pc)
    frames.enter(regs, regs - vm.regs, 0, frames.ACTION_ENTRY, resume)
    return run(NULL)


def check_room() -> None:
    """RecursionError when the C stack has no room for another loop."""
    check_depth()
    if not TRANSLATING and vm.depth >= HOST_DEPTH:
        out_of_frames()


def run(error: Value) -> Value:
    """Run from `vm.regs`, an entry frame, and `vm.pc` until the frame returns or lets an exception
    through. `error`, unless NULL, is raised first."""
    vm.depth += 1
    if error is not NULL:
        unwind.handle(error)
    while True:
        try:
            result = loop.loop()
            vm.depth -= 1
            return result
        except PyError as raised:
            unwind.handle(raised.value)


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects import generator  # noqa: E402
