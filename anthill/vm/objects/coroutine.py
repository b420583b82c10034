"""Coroutines and asynchronous generators: `await`, `async for` and `async with`.

Both are generators by their frames. What an asynchronous generator yields is not for whoever
resumes the coroutine that asks it, but for this coroutine, which waits with a `Sending`: an item is
the result of what it delegated to, and only what is awaited inside goes further out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Ptr, Value, as_a, cold, noinline, small_int, u8
from anthill.vm.compiler import bytecode
from anthill.vm.compiler.bytecode import CODE_ITERABLE
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects.generator import END, LAST_END, RESTING, Generator
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str


class Coroutine(Generator):
    """What calling an `async def` function makes."""

    def kind_name(self) -> int:
        return message("coroutine")

    def iterate(self) -> Value:
        raise errors.not_iterable(self)

    def next_item(self) -> Value:
        raise errors.not_iterator(self)


class AsyncGenerator(Generator):
    """What calling one with `yield` in it makes."""

    def kind_name(self) -> int:
        return message("async generator")

    def iterate(self) -> Value:
        raise errors.not_iterable(self)

    def next_item(self) -> Value:
        raise errors.not_iterator(self)


# Kinds of Sending.
SEND = 0
THROW = 1
CLOSE = 2

# States of a Sending.
NEW = 0
ACTIVE = 1
DONE = 2


class Sending(Obj):
    """The awaitable that `asend`, `athrow`, `aclose` and `__anext__` return."""

    generator: AsyncGenerator
    value: Value
    """What is sent, or the exception that is thrown."""
    title: Str
    """The method that made it."""
    kind: u8
    state: u8 = u8(NEW)

    def iterate(self) -> Value:
        return self

    def next_item(self) -> Value:
        try:
            return send(self, singletons.NONE)
        except PyError as error:
            if not exception.is_kind(error.value, exception.STOP_ITERATION):
                raise
            vm.returned = exception.first_argument(as_a(Instance, error.value))
        return NULL


class Wrapper(Obj):
    """What `coroutine.__await__()` returns."""

    coroutine: Coroutine

    def iterate(self) -> Value:
        return self

    def next_item(self) -> Value:
        return generator.send(self.coroutine, singletons.NONE)


def unwrapped(iterator: Value) -> Value:
    """The coroutine in a Wrapper; everything else as it is."""
    return iterator.coroutine if isinstance(iterator, Wrapper) else iterator


def is_last(error: Value) -> bool:
    """Whether the exception is a StopAsyncIteration."""
    return exception.is_kind(error, exception.STOP_ASYNC_ITERATION)


def is_end(error: Value) -> bool:
    """Whether the exception is how a generator ends that is being closed."""
    return is_last(error) or generator.is_exit(error)


# Asynchronous generators inside the loop.


def waiting(regs: Ptr[Value], pc: Ptr[u8]) -> Sending:
    """What a frame that is at YIELD_FROM waits with for an asynchronous generator."""
    return as_a(Sending, regs[pc[2]])


def done(sending: Sending) -> None:
    """It has its result."""
    sending.state = u8(DONE)
    sending.generator.busy = False


def hand_item(regs: Ptr[Value], value: Value) -> Value:
    """Leave the frame of an asynchronous generator that rests with an item."""
    self = generator.owner_of(regs)
    action = small_int(regs[-1]) & frames.ACTION_MASK
    frames.leave(regs)
    if action == frames.ACTION_ENTRY:
        stack.top = regs + frames.BOTTOM
        vm.returned = value
        return END
    sending = waiting(vm.regs, vm.pc)
    done(sending)
    if action == frames.ACTION_CLOSE or sending.kind == CLOSE:
        raise generator.ignored_exit(self)
    generator.complete(value)
    return NULL


def hand_end(self: Generator) -> None:
    """An asynchronous generator has returned to the frame that delegated to it."""
    sending = waiting(vm.regs, vm.pc)
    done(sending)
    if sending.kind != CLOSE:
        raise errors.error(exception.STOP_ASYNC_ITERATION, NULL)
    generator.complete(singletons.NONE)


def leave_failed(self: Generator, regs: Ptr[Value], error: Value) -> bool:
    """An exception leaves the frame of an asynchronous generator; True when that is how `aclose`
    wants it to end: then the frame is left."""
    self.busy = False
    if small_int(regs[-1]) & frames.ACTION_MASK != frames.ACTION_DELEGATE:
        return False
    caller = regs - (small_int(regs[-1]) >> frames.LINK_SHIFT)
    sending = waiting(caller, frames.pc_at(caller, small_int(regs[-2])))
    done(sending)
    if sending.kind != CLOSE or not is_end(error):
        return False
    frames.leave(regs)
    generator.complete(singletons.NONE)
    return True


def resume_sending(sending: Sending, sent: Value) -> Value:
    """YIELD_FROM with a Sending."""
    self = sending.generator
    resume = frames.pc_offset(vm.regs, vm.pc)
    if sending.state == NEW:
        start(sending)
        if sending.kind != SEND:
            thrown = thrown_by(sending)
            if is_over(sending, thrown):
                generator.complete(singletons.NONE)
                return NULL
            generator.enter(self, singletons.NONE, 0, frames.ACTION_DELEGATE, resume)
            return generator.inject(thrown)
        if sent is singletons.NONE:
            sent = sending.value
    check_sending(sending, sent)
    generator.enter(self, sent, 0, frames.ACTION_DELEGATE, resume)
    return NULL


def start(sending: Sending) -> None:
    """Make a new Sending the one that its generator works for."""
    if sending.generator.busy:
        sending.state = u8(DONE)
        pattern = message("%s(): asynchronous generator is already running")
        raise errors.error_with(exception.RUNTIME_ERROR, pattern, sending.title, NULL)
    sending.state = u8(ACTIVE)
    sending.generator.busy = True


def check_sending(sending: Sending, sent: Value) -> None:
    """Raise what is wrong with sending something on."""
    if sending.state == DONE:
        pattern = message("cannot reuse already awaited aclose()/athrow()")
        if sending.kind == SEND:
            pattern = message("cannot reuse already awaited __anext__()/asend()")
        raise errors.runtime_error(pattern)
    try:
        resumable = generator.check_resumable(sending.generator, sent)
    except PyError:
        done(sending)
        raise
    if not resumable:
        done(sending)
        raise errors.error(exception.STOP_ASYNC_ITERATION, NULL)


def thrown_by(sending: Sending) -> Value:
    """The exception that it throws, which `athrow` has not looked at yet."""
    try:
        return generator_methods.thrown_value(sending.value, NULL)
    except PyError:
        done(sending)
        raise


def is_over(sending: Sending, error: Value) -> bool:
    """For a generator that does not rest at a `yield`: True when it is closed with that; raises
    what is thrown into it."""
    self = sending.generator
    if LARGE:
        generator.unchain(self)
    if self.state == RESTING and self.offset != 0:
        return False
    finished = self.state != RESTING
    generator.finish(self)
    done(sending)
    if sending.kind == CLOSE:
        return True
    if finished:
        raise errors.error(exception.STOP_ASYNC_ITERATION, NULL)
    raise PyError(error)


# The same from C code.


def send(sending: Sending, sent: Value) -> Value:
    """Resume: what it passes on; StopIteration with the result."""
    self = sending.generator
    if sending.state == NEW:
        start(sending)
        if sending.kind != SEND:
            thrown = thrown_by(sending)
            if is_over(sending, thrown):
                raise errors.stop_iteration(NULL)
            return throw_on(sending, thrown)
        if sent is singletons.NONE:
            sent = sending.value
    check_sending(sending, sent)
    try:
        generator.begin(self, sent)
        result = calls.run(NULL)
    except PyError as error:
        raise failure(sending, error) from None
    return outcome(sending, result)


def throw(sending: Sending, error: Value) -> Value:
    """Raise an exception in the generator; as `send`."""
    if sending.state == DONE:
        check_sending(sending, singletons.NONE)
    if sending.state == NEW:
        start(sending)
        if is_over(sending, error):
            raise failure(sending, PyError(error))
    return throw_on(sending, error)


def throw_on(sending: Sending, error: Value) -> Value:
    """Raise an exception where the generator rests."""
    try:
        result = generator.throw_raw(sending.generator, error)
    except PyError as raised:
        raise failure(sending, raised) from None
    return outcome(sending, result)


def failure(sending: Sending, error: PyError) -> PyError:
    """What to raise when an exception came out of the generator."""
    done(sending)
    if sending.kind == CLOSE and is_end(error.value):
        return errors.stop_iteration(NULL)
    return error


def outcome(sending: Sending, result: Value) -> Value:
    """What the loop's result means to whoever drives the Sending."""
    if result is END:
        done(sending)
        if sending.kind == CLOSE:
            raise generator.ignored_exit(sending.generator)
        raise errors.stop_iteration(vm.returned)
    if result is LAST_END:
        done(sending)
        if sending.kind == CLOSE:
            raise errors.stop_iteration(NULL)
        raise errors.error(exception.STOP_ASYNC_ITERATION, NULL)
    return result


# The instruction ASYNC.


@noinline
def prepare(at: Ptr[u8], regs: Ptr[Value]) -> None:
    """ASYNC."""
    target = regs + at[1]
    value = slow.read(at[2])
    match int(at[3]):
        case bytecode.AWAIT:
            reason = message("object %t can't be used in 'await' expression")
            target[0] = awaitable(value, reason)
        case bytecode.FROM:
            target[0] = delegate(value)
        case bytecode.AITER:
            target[0] = async_iterator(value)
        case bytecode.ANEXT:
            target[0] = next_awaitable(value)
        case bytecode.ENTER:
            enter_with(target, value)
        case bytecode.EXIT:
            reason = message(
                "'async with' received an object from __aexit__ that does not implement "
                "__await__: %t"
            )
            target[0] = awaitable(value, reason)
        case bytecode.EXCEPT:
            kind = type_object.type_of(value)
            trace = exception.traceback_of(as_a(Instance, value))
            reason = message(
                "'async with' received an object from __aexit__ that does not implement "
                "__await__: %t"
            )
            target[0] = awaitable(operations.call3(target[0], kind, value, trace), reason)
        case _:  # END_FOR
            if not is_last(value):
                vm.raising_again = True
                raise PyError(value)


def awaitable(value: Value, reason: int) -> Value:
    """The iterator that awaiting a value goes through; TypeError with `reason`."""
    if isinstance(value, Coroutine):
        if generator_methods.delegate_of(value) is not NULL:
            raise errors.runtime_error(message("coroutine is being awaited already"))
        return value
    if isinstance(value, Generator):
        if value.function.code.flags & CODE_ITERABLE:
            return value
    elif isinstance(value, Sending):
        return value
    hook = special(value, name("__await__"))
    if hook is NULL:
        raise errors.type_error_with(reason, value, NULL)
    iterator = operations.call0(hook)
    if isinstance(iterator, Coroutine):
        raise errors.type_error(message("__await__() returned a coroutine"))
    if special(iterator, name("__next__")) is NULL:
        pattern = message("__await__() returned non-iterator of type '%t'")
        raise errors.type_error_with(pattern, iterator, NULL)
    return iterator


def special(value: Value, title: Str) -> Value:
    """A special method, bound; NULL where the type has none."""
    kind = type_object.type_of(value)
    found = type_object.lookup(kind, title)
    return NULL if found is NULL else attributes.bind(found, value, kind)


def delegate(value: Value) -> Value:
    """The iterator of `yield from`."""
    if not isinstance(value, Coroutine):
        return operations.iterate(value)
    if frames.code_of(vm.regs).flags & CODE_ITERABLE:
        return value
    raise errors.type_error(
        message("cannot 'yield from' a coroutine object in a non-coroutine generator")
    )


def async_iterator(value: Value) -> Value:
    """The asynchronous iterator of `async for`."""
    if isinstance(value, AsyncGenerator):
        return value
    hook = special(value, name("__aiter__"))
    if hook is NULL:
        pattern = message("'async for' requires an object with __aiter__ method, got %t")
        raise errors.type_error_with(pattern, value, NULL)
    iterator = operations.call0(hook)
    if special(iterator, name("__anext__")) is NULL:
        pattern = message(
            "'async for' received an object from __aiter__ that does not implement __anext__: %t"
        )
        raise errors.type_error_with(pattern, iterator, NULL)
    return iterator


def next_awaitable(value: Value) -> Value:
    """What `async for` awaits for the next item."""
    if isinstance(value, AsyncGenerator):
        return Sending(value, singletons.NONE, name("anext"), u8(SEND))
    hook = special(value, name("__anext__"))
    if hook is NULL:
        pattern = message("'async for' requires an iterator with __anext__ method, got %t")
        raise errors.type_error_with(pattern, value, NULL)
    reason = message("'async for' received an invalid object from __anext__: %t")
    made = operations.call0(hook)
    if not LARGE:
        return awaitable(made, reason)
    try:
        return awaitable(made, message("object %t can't be used in 'await' expression"))
    except PyError as error:
        wrong = errors.type_error_with(reason, made, NULL)
        as_a(Instance, wrong.value).slots[exception.CAUSE] = error.value
        raise wrong from None


def enter_with(target: Ptr[Value], manager: Value) -> None:
    """The beginning of `async with`."""
    enter = special(manager, name("__aenter__"))
    leave = special(manager, name("__aexit__"))
    if enter is NULL or leave is NULL:
        pattern = message("'%t' object does not support the asynchronous context manager protocol")
        if enter is not NULL:
            pattern = message(
                "'%t' object does not support the asynchronous context manager protocol "
                "(missed __aexit__ method)"
            )
        raise errors.type_error_with(pattern, manager, NULL)
    target[0] = leave
    reason = message(
        "'async with' received an object from __aenter__ that does not implement __await__: %t"
    )
    target[2] = awaitable(operations.call0(enter), reason)


@cold
def warn_never_awaited(self: Coroutine) -> None:
    """Report that a coroutine was made for nothing."""
    out = string_writer()
    out.write_message(message("coroutine '"))
    operations.write_str(operations.get_attribute(self, name("__qualname__")), out)
    out.write_message(message("' was never awaited"))
    if not warnings.warn(name("RuntimeWarning"), out.finish()):
        console.error_output.write_message(message("sys:1: RuntimeWarning: "))
        console.error_output.write_text(out.finish())
        console.error_output.write_char(ord("\n"))


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects.type import builtin_type  # noqa: E402

COROUTINE_TYPE = builtin_type("coroutine", Coroutine)
ASYNC_GENERATOR_TYPE = builtin_type("async_generator", AsyncGenerator)
SENDING_TYPE = builtin_type("async_generator_asend", Sending)
WRAPPER_TYPE = builtin_type("coroutine_wrapper", Wrapper)

from anthill.runtime.errors import PyError  # noqa: E402
from anthill.runtime.heap import stack  # noqa: E402
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import (  # noqa: E402
    attributes,
    calls,
    console,
    frames,
    slow,
    warnings,
)
from anthill.vm.interpreter.state import vm  # noqa: E402
from anthill.vm.objects import exception, generator, generator_methods, singletons  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
from anthill.vm.objects.instance import Instance  # noqa: E402
from anthill.vm.objects.str import name  # noqa: E402
from anthill.vm.writer import string_writer  # noqa: E402
