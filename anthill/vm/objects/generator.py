"""Generators: a frame that is put aside at each `yield`.

While a generator rests, its registers are in an array of its own, and open cells of its variables
lead there. While it runs they are on the frame stack like those of any other frame, with the
generator in the word below the link words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    NULL,
    Array,
    Ptr,
    Value,
    array_of,
    as_a,
    cold,
    copy_items,
    fill_items,
    items_of,
    small_int,
    u8,
)
from anthill.vm.compiler.bytecode import CODE_COROUTINE, CODE_GENERATOR, Op
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.cell import Cell
    from anthill.vm.objects.function import Function
    from anthill.vm.writer import Writer

LAZY: int = CODE_GENERATOR | CODE_COROUTINE
"""Codes with one of these flags make a generator when called."""
FINISHED = -1
RUNNING = -2
"""What `Generator.offset` is while there is nowhere to go on."""


class Generator(Obj):
    """A generator."""

    function: Function
    offset: int
    """Where in the bytecode it goes on; 0 before the start; FINISHED, RUNNING."""
    target: int
    """The register that gets what is sent in."""
    registers: Array[Value]
    cells: Cell | None
    """Cells of its variables while it rests, highest register first."""

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<generator object "))
        out.write_text(self.function.code.name)
        errors.write_address(self, out)

    def iterate(self) -> Value:
        return self

    def next_item(self) -> Value:
        return send(self, singletons.NONE)


class End(Obj):
    """What the loop returns when a generator that C code resumed has come to its end."""


END = End()


def new_generator(function: Function, regs: Ptr[Value]) -> Value:
    """A generator that will run a frame."""
    count = int(function.code.registers)
    registers = array_of(Value, count)
    copy_items(items_of(registers), regs, count)
    return Generator(function, 0, 0, registers, None)


def owner_of(regs: Ptr[Value]) -> Generator:
    """The generator that runs in a frame."""
    return as_a(Generator, regs[frames.GENERATOR])


# Resuming and resting.


def enter(self: Generator, sent: Value, destination: int, action: int, resume: int) -> None:
    """Make the generator's frame the running one. It is not finished, not running."""
    caller = vm.regs
    count = len(self.registers)
    regs = frames.push(count - frames.GENERATOR) - frames.GENERATOR
    regs[frames.GENERATOR] = self
    regs[-frames.LINK_WORDS] = self.function
    copy_items(regs, items_of(self.registers), count)
    offset = self.offset
    if offset != 0:
        regs[self.target] = sent
    frames.enter(regs, regs - caller, destination, action, resume)
    vm.pc = vm.pc + offset
    self.offset = RUNNING
    cells = self.cells
    if cells is not None:
        closures.reopen(cells, regs)
        self.cells = None


def rest(self: Generator, regs: Ptr[Value], offset: int, target: int) -> None:
    """Put the running frame aside."""
    copy_items(items_of(self.registers), regs, len(self.registers))
    self.cells = closures.suspend(regs, self)
    self.offset = offset
    self.target = target


def finish(self: Generator) -> None:
    """The frame has returned or been left by an exception."""
    self.offset = FINISHED
    fill_items(items_of(self.registers), NULL, len(self.registers))


@cold
def cannot_resume(self: Generator, sent: Value) -> PyError | None:
    """The error for resuming a generator that is running, or sending to one not started."""
    if self.offset == RUNNING:
        return errors.value_error(message("generator already executing"))
    if self.offset == 0 and sent is not singletons.NONE:
        return errors.type_error(message("can't send non-None value to a just-started generator"))
    return None


def send(self: Generator, sent: Value) -> Value:
    """Resume from C code: what it yields, NULL at its end; then `vm.returned` is its result."""
    if self.offset <= 0:
        if self.offset == FINISHED:
            vm.returned = singletons.NONE
            return NULL
        error = cannot_resume(self, sent)
        if error is not None:
            raise error
    return resume(self, sent, NULL)


def resume(self: Generator, sent: Value, error: Value) -> Value:
    """Run a resting generator; `error` unless NULL is raised where it rests."""
    calls.check_room()
    enter(self, sent, 0, frames.ACTION_ENTRY, frames.pc_offset(vm.regs, vm.pc))
    if error is not NULL:
        vm.pc = vm.pc - 1
    result = calls.run(error)
    return NULL if result is END else result


def throw(self: Generator, error: Value) -> Value:
    """Raise an exception where the generator rests; the result as that of `send`."""
    if self.offset == RUNNING:
        raise errors.value_error(message("generator already executing"))
    if self.offset <= 0:
        finish(self)
        raise PyError(error)
    inner = delegate(self)
    if inner is not None:
        try:
            value = close(inner) if is_exit(error) else throw(inner, error)
            if value is not NULL and not is_exit(error):
                return value
        except PyError as inner_error:
            return resume(self, singletons.NONE, inner_error.value)
        if not is_exit(error):
            code = self.function.code
            at = self.offset + 3
            self.offset += 5 + slow.jump(items_of(code.code, at))
            return resume(self, vm.returned, NULL)
    return resume(self, singletons.NONE, error)


def is_exit(error: Value) -> bool:
    """Whether the exception is a GeneratorExit."""
    return exception.is_kind(error, exception.GENERATOR_EXIT)


def delegate(self: Generator) -> Generator | None:
    """The generator that a resting one delegates to by `yield from`."""
    code = self.function.code
    if code.code[self.offset] != Op.YIELD_FROM:
        return None
    inner = self.registers[int(code.code[self.offset + 2])]
    return inner if isinstance(inner, Generator) else None


def close(self: Generator) -> Value:
    """Raise GeneratorExit where the generator rests, which must end it."""
    if self.offset <= 0 and self.offset != RUNNING:
        finish(self)
        return NULL
    try:
        value = throw(self, exception.new_exception(exception.GENERATOR_EXIT, NULL))
    except PyError as error:
        if is_exit(error.value) or exception.is_kind(error.value, exception.STOP_ITERATION):
            return NULL
        raise
    if value is not NULL:
        raise errors.runtime_error(message("generator ignored GeneratorExit"))
    return NULL


# What the loop asks for.


def yield_value(pc: Ptr[u8]) -> Value:
    """YIELD: rest, and hand the value to whoever resumed; as `slow.leave`."""
    regs = vm.regs
    value = slow.read(pc[2])
    rest(owner_of(regs), regs, frames.pc_offset(regs, pc) + 3, int(pc[1]))
    return pass_on(regs, value)


def yield_from(pc: Ptr[u8]) -> Value:
    """YIELD_FROM: ask the inner iterator; rest with its item, or go on with its result."""
    regs = vm.regs
    sent = slow.read(pc[1])
    iterator = regs[pc[2]]
    vm.returned = singletons.NONE
    if isinstance(iterator, Generator):
        value = send(iterator, sent)
    elif sent is singletons.NONE:
        value = operations.next_item(iterator)
    else:
        value = operations.call1(operations.get_attribute(iterator, name("send")), sent)
    if value is NULL:
        regs[pc[1]] = vm.returned
        vm.pc = pc + (5 + slow.jump(pc + 3))
        return NULL
    rest(owner_of(regs), regs, frames.pc_offset(regs, pc), int(pc[1]))
    return pass_on(regs, value)


def pass_on(regs: Ptr[Value], value: Value) -> Value:
    """Leave the frame with an item; the loop's result if C code waits for it, else NULL."""
    link = small_int(regs[-1])
    frames.leave(regs)
    if link & frames.ACTION_MASK == frames.ACTION_ENTRY:
        stack.top = regs + frames.GENERATOR
        return value
    vm.regs[link >> frames.DESTINATION_SHIFT & 255] = value
    return NULL


def return_value(regs: Ptr[Value], value: Value) -> Value:
    """Leave the frame at the generator's end; END if C code waits for it, else NULL."""
    finish(owner_of(regs))
    link = small_int(regs[-1])
    frames.leave(regs)
    vm.returned = value
    if link & frames.ACTION_MASK == frames.ACTION_ENTRY:
        stack.top = regs + frames.GENERATOR
        return END
    vm.pc = vm.pc + slow.jump(vm.pc - 2)
    return NULL


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects.type import builtin_type  # noqa: E402

GENERATOR_TYPE = builtin_type("generator", Generator)

from anthill.runtime.errors import PyError  # noqa: E402
from anthill.runtime.heap import stack  # noqa: E402
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import calls, closures, frames, slow  # noqa: E402
from anthill.vm.interpreter.state import vm  # noqa: E402
from anthill.vm.objects import exception, singletons  # noqa: E402
from anthill.vm.objects.builtin import method  # noqa: E402
from anthill.vm.objects.str import name  # noqa: E402


def item_or_stop(value: Value) -> Value:
    """An item; StopIteration with the generator's result when it is NULL."""
    if value is not NULL:
        return value
    result = vm.returned
    raise errors.stop_iteration(NULL if result is singletons.NONE else result)


@method(GENERATOR_TYPE, "send")
def generator_send(self: Generator, value: Value) -> Value:
    """`generator.send(value)`."""
    return item_or_stop(send(self, value))


@method(GENERATOR_TYPE, "__next__")
def generator_next(self: Generator) -> Value:
    """`generator.__next__()`."""
    return item_or_stop(send(self, singletons.NONE))


@method(GENERATOR_TYPE, "throw")
def generator_throw(self: Generator, error: Value) -> Value:
    """`generator.throw(exception)`."""
    return item_or_stop(throw(self, execution.exception_of(error)))


@method(GENERATOR_TYPE, "close")
def generator_close(self: Generator) -> Value:
    """`generator.close()`."""
    close(self)
    return singletons.NONE


from anthill.vm.interpreter import execution  # noqa: E402
