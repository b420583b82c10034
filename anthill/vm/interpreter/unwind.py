"""What an exception does: find the handler, leave frames on the way, note where it came through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.runtime.heap import stack
from anthill.typed import NULL, Ptr, Value, as_a, items_of, same, small, small_int
from anthill.vm.compiler.bytecode import HANDLER_SIZE
from anthill.vm.features import LARGE
from anthill.vm.interpreter import closures, frames, slow
from anthill.vm.interpreter.state import vm
from anthill.vm.objects import coroutine, exception, generator, instance
from anthill.vm.objects import trace as trace_object

if TYPE_CHECKING:
    from anthill.vm.objects.code import Code

NO_HANDLER = -1


def handle(error: Value) -> None:
    """Make the frame that handles an exception the running one, at its handler. When the exception
    leaves the entry frame, that is gone and the exception is raised again."""
    note_context(error)
    again = vm.raising_again
    vm.raising_again = False
    offset = frames.pc_offset(vm.regs, vm.pc)
    while True:
        regs = vm.regs
        code = frames.code_of(regs)
        if not again:
            note_frame(error, code, offset)
        again = False
        entry = handler_at(code, offset)
        if entry != NO_HANDLER:
            enter_handler(regs, code, entry, error)
            return
        if vm.open_cells is not None:
            closures.close(regs)
        if code.flags & generator.LAZY:
            if LARGE:
                outer = generator.delegator_in(regs, generator.owner_of(regs))
                if outer is not None:
                    error = generator.fail_back(outer, regs, error)
                    offset = int(outer.offset) - 1
                    continue
            error = leave_generator(regs, error)
            if error is NULL:
                return
        offset = small_int(regs[-2]) - 1
        if small_int(regs[-1]) & frames.ACTION_MASK == frames.ACTION_ENTRY:
            leave_entry()
            raise PyError(error)
        ended = small_int(regs[-1]) & frames.ACTION_MASK == frames.ACTION_NEXT
        frames.leave(regs)
        if ended and exception.is_kind(error, exception.STOP_ITERATION):
            vm.pc = vm.pc + slow.jump(vm.pc - 2)
            return


def leave_entry() -> None:
    """Leave an entry frame, and with it a loop."""
    regs = vm.regs
    vm.depth -= 1
    frames.leave(regs)
    stack.top = regs - frames.LINK_WORDS


def leave_generator(regs: Ptr[Value], error: Value) -> Value:
    """An exception leaves a generator: what becomes of it; NULL when the frame is left and all is
    well."""
    self = generator.owner_of(regs)
    generator.finish_frame(regs)
    changed = generator.change_error(self, error)
    if isinstance(self, coroutine.AsyncGenerator) and coroutine.leave_failed(self, regs, changed):
        return NULL
    closing = small_int(regs[-1]) & frames.ACTION_MASK == frames.ACTION_CLOSE
    if closing and generator.is_exit(changed):
        return generator.closing_error(regs)
    return changed


def handler_at(code: Code, offset: int) -> int:
    """Index in `code.code` of the innermost handler for a fault at an offset, or NO_HANDLER."""
    at = int(code.bytecode_size)
    for _ in range(code.handlers):
        if read_u16(code, at) <= offset < read_u16(code, at + 2):
            return at
        at += HANDLER_SIZE
    return NO_HANDLER


def read_u16(code: Code, at: int) -> int:
    """Two bytes of a table of the code."""
    return int(code.code[at]) | int(code.code[at + 1]) << 8


def enter_handler(regs: Ptr[Value], code: Code, entry: int, error: Value) -> None:
    """Go on at a handler, the exception in its register."""
    register = int(code.code[entry + 6])
    if vm.open_cells is not None:
        closures.close(regs + register)
    regs[register] = error
    vm.pc = items_of(code.code, read_u16(code, entry + 4))
    stack.top = regs + code.registers


# What an exception remembers.


def note_context(error: Value) -> None:
    """Set `__context__` to the exception being handled, unless it is there already."""
    handled = vm.handled
    if handled is NULL or same(handled, error) or exception.is_preset(error):
        return
    raised = as_a(instance.Instance, error)
    if raised.slots[exception.CONTEXT] is NULL:
        break_cycle(handled, error)
        raised.slots[exception.CONTEXT] = handled


def break_cycle(start: Value, wanted: Value) -> None:
    """Take an exception out of the contexts of another. The chain may be a ring that a program
    made: a second walker of half the speed is met in it."""
    slow = start
    steps = 0
    while start is not NULL and not exception.is_preset(start):
        entry = as_a(instance.Instance, start)
        start = entry.slots[exception.CONTEXT]
        if start is not NULL and same(start, wanted):
            entry.slots[exception.CONTEXT] = NULL
            return
        if start is not NULL and same(start, slow):
            return
        steps += 1
        if steps & 1 == 0:
            slow = as_a(instance.Instance, slow).slots[exception.CONTEXT]


def forget_context(error: Value) -> Value:
    """An exception that a `raise` statement names: its context will be what is handled now."""
    handled = vm.handled
    if handled is NULL or same(handled, error) or exception.is_preset(error):
        return error
    as_a(instance.Instance, error).slots[exception.CONTEXT] = NULL
    return error


def note_frame(error: Value, code: Code, offset: int) -> None:
    """Append (code, line), both or none, to the traceback; a lack of memory is no error. The line
    of an offset below 0 is the code's first one."""
    if exception.is_preset(error):
        return
    raised = as_a(instance.Instance, error)
    try:
        trace = trace_object.list_of(raised.slots[exception.TRACEBACK])
        raised.slots[exception.TRACEBACK] = trace
        if trace.count + 2 > len(trace.items):
            trace.reserve(trace.count + (trace.count >> 1) + 2)
        trace.append(code)
        trace.append(small(code.line_at(offset)))
    except PyError:
        return
