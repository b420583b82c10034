"""What programs call on generators, coroutines and asynchronous generators."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, as_a, items_of, u8
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import execution, warnings
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import coroutine, exception, frame, generator, singletons
from anthill.vm.objects.builtin import function, getter, method
from anthill.vm.objects.coroutine import (
    ASYNC_GENERATOR_TYPE,
    COROUTINE_TYPE,
    SENDING_TYPE,
    WRAPPER_TYPE,
    AsyncGenerator,
    Coroutine,
    Sending,
    Wrapper,
)
from anthill.vm.objects.generator import GENERATOR_TYPE, Generator
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.module import BUILTINS
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import Str, name, text
from anthill.vm.objects.trace import Traceback
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.type import Type, builtin_type, is_instance, type_of


def item_or_stop(value: Value) -> Value:
    """An item; StopIteration with the generator's result when it is NULL."""
    if value is not NULL:
        return value
    result = vm.returned
    raise errors.stop_iteration(NULL if result is singletons.NONE else result)


def thrown(args: Ptr[Value], count: int) -> Value:
    """The exception that the arguments of `throw` mean: (self, exception), or as Python 2 had it,
    (self, type, value, traceback)."""
    value = args[2] if count > 2 else NULL
    if LARGE and count > 2:
        warnings.warn(
            name("DeprecationWarning"),
            text(
                "the (type, exc, tb) signature of throw() is deprecated, use the single-arg "
                "signature instead."
            ),
        )
    place = args[3] if count > 3 else NULL
    if LARGE and not (place is NULL or place is singletons.NONE or isinstance(place, Traceback)):
        raise errors.type_error(message("throw() third argument must be a traceback object"))
    return thrown_value(args[1], NULL if value is singletons.NONE else value)


def thrown_value(kind: Value, value: Value) -> Value:
    """An exception by its class, and its value or NULL; or itself."""
    if exception.is_exception(kind):
        if value is not NULL:
            raise errors.type_error(message("instance exception may not have a separate value"))
        return kind
    if not exception.is_exception_type(kind):
        pattern = message(
            "exceptions must be classes or instances deriving from BaseException, not %t"
        )
        raise errors.type_error_with(pattern, kind, NULL)
    if exception.is_exception(value) and (not LARGE or is_instance(value, as_a(Type, kind))):
        return value
    try:
        if value is NULL:
            return execution.exception_of(kind)
        if isinstance(value, Tuple):
            return operations.call(kind, items_of(value.items), len(value.items), None)
        return operations.call1(kind, value)
    except PyError as error:
        return error.value


# Generators and coroutines.


@method(GENERATOR_TYPE, "send")
def generator_send(self: Generator, value: Value) -> Value:
    """`generator.send(value)`."""
    return item_or_stop(generator.send(self, value))


@method(GENERATOR_TYPE, "__next__")
def generator_next(self: Generator) -> Value:
    """`generator.__next__()`."""
    return item_or_stop(generator.send(self, singletons.NONE))


@method(GENERATOR_TYPE, "__iter__")
def generator_iter(self: Generator) -> Value:
    """`generator.__iter__()`."""
    return self


@method(GENERATOR_TYPE, "throw", variadic=True, least=2, most=4)
def generator_throw(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`generator.throw(exception)`."""
    return item_or_stop(generator.throw(as_a(Generator, args[0]), thrown(args, count)))


@method(GENERATOR_TYPE, "close")
def generator_close(self: Generator) -> Value:
    """`generator.close()`: what it returns."""
    return generator.close(self)


method(COROUTINE_TYPE, "send")(generator_send)
method(COROUTINE_TYPE, "throw", variadic=True, least=2, most=4)(generator_throw)
method(COROUTINE_TYPE, "close")(generator_close)


@method(COROUTINE_TYPE, "__await__")
def coroutine_await(self: Coroutine) -> Value:
    """`coroutine.__await__()`: an iterator."""
    return Wrapper(self)


@method(WRAPPER_TYPE, "__iter__")
def wrapper_iter(self: Wrapper) -> Value:
    """`iterator.__iter__()`."""
    return self


@method(WRAPPER_TYPE, "send")
def wrapper_send(self: Wrapper, value: Value) -> Value:
    """`iterator.send(value)`."""
    return generator_send(self.coroutine, value)


@method(WRAPPER_TYPE, "__next__")
def wrapper_next(self: Wrapper) -> Value:
    """`iterator.__next__()`."""
    return generator_next(self.coroutine)


@rare(method(WRAPPER_TYPE, "throw", variadic=True, least=2, most=4))
def wrapper_throw(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`iterator.throw(exception)`."""
    inner = as_a(Wrapper, args[0]).coroutine
    return item_or_stop(generator.throw(inner, thrown(args, count)))


@rare(method(WRAPPER_TYPE, "close"))
def wrapper_close(self: Wrapper) -> Value:
    """`iterator.close()`."""
    return generator.close(self.coroutine)


# Asynchronous generators.


def sending(self: AsyncGenerator, title: Str, kind: int, value: Value) -> Value:
    """An awaitable that does something with the generator."""
    return Sending(self, value, title, u8(kind))


@method(ASYNC_GENERATOR_TYPE, "__aiter__")
def async_generator_iter(self: AsyncGenerator) -> Value:
    """`generator.__aiter__()`."""
    return self


@method(ASYNC_GENERATOR_TYPE, "__anext__")
def async_generator_next(self: AsyncGenerator) -> Value:
    """`generator.__anext__()`."""
    return sending(self, name("anext"), coroutine.SEND, singletons.NONE)


@method(ASYNC_GENERATOR_TYPE, "asend")
def async_generator_send(self: AsyncGenerator, value: Value) -> Value:
    """`generator.asend(value)`."""
    return sending(self, name("anext"), coroutine.SEND, value)


@method(ASYNC_GENERATOR_TYPE, "athrow", variadic=True, least=2, most=4)
def async_generator_throw(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`generator.athrow(exception)`."""
    error = args[1] if count == 2 else thrown(args, count)
    return sending(as_a(AsyncGenerator, args[0]), name("athrow"), coroutine.THROW, error)


@method(ASYNC_GENERATOR_TYPE, "aclose")
def async_generator_close(self: AsyncGenerator) -> Value:
    """`generator.aclose()`."""
    error = exception.new_exception(exception.GENERATOR_EXIT, NULL)
    return sending(self, name("aclose"), coroutine.CLOSE, error)


@method(SENDING_TYPE, "__await__")
def sending_await(self: Sending) -> Value:
    """`awaitable.__await__()`."""
    return self


method(SENDING_TYPE, "__iter__")(sending_await)


@method(SENDING_TYPE, "send")
def sending_send(self: Sending, value: Value) -> Value:
    """`awaitable.send(value)`."""
    return coroutine.send(self, value)


@method(SENDING_TYPE, "__next__")
def sending_next(self: Sending) -> Value:
    """`awaitable.__next__()`."""
    return coroutine.send(self, singletons.NONE)


@rare(method(SENDING_TYPE, "throw", variadic=True, least=2, most=4))
def sending_throw(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`awaitable.throw(exception)`."""
    return coroutine.throw(as_a(Sending, args[0]), thrown(args, count))


@rare(method(SENDING_TYPE, "close"))
def sending_close(self: Sending) -> Value:
    """`awaitable.close()`."""
    if self.state == coroutine.DONE:
        return singletons.NONE
    try:
        coroutine.throw(self, exception.new_exception(exception.GENERATOR_EXIT, NULL))
    except PyError as error:
        if coroutine.is_end(error.value):
            return singletons.NONE
        if exception.is_kind(error.value, exception.STOP_ITERATION):
            return singletons.NONE
        raise
    raise errors.runtime_error(message("coroutine ignored GeneratorExit"))


# What can be seen of them.


def delegate_of(self: Generator) -> Value:
    """What a resting generator delegates to, NULL if to nothing."""
    code = self.function.code
    if (
        not generator.is_resting(self)
        or self.offset == 0
        or code.code[self.offset] != Op.YIELD_FROM
    ):
        return NULL
    return coroutine.unwrapped(self.registers[int(code.code[int(self.offset) + 2])])


def frame_of(self: Generator) -> Value:
    """Its frame, None when it has finished."""
    if self.state == generator.FINISHED:
        return singletons.NONE
    return frame.of_function(self.function, int(self.offset))


def is_running(self: Generator) -> Value:
    """Whether it runs."""
    return bool_object.to_bool(generator.is_running(self))


def is_busy(self: AsyncGenerator) -> Value:
    """Whether somebody waits for its next item."""
    return bool_object.to_bool(self.busy)


def is_suspended(self: Generator) -> Value:
    """Whether it rests at a `yield`."""
    return bool_object.to_bool(generator.is_resting(self) and self.offset != 0)


def awaited_by(self: Generator) -> Value:
    """What it delegates to, or None."""
    found = delegate_of(self)
    return singletons.NONE if found is NULL else found


def code_of(self: Generator) -> Value:
    """Its code."""
    return self.function.code


for _kind, _prefix, _inner in (
    (GENERATOR_TYPE, "gi", "yieldfrom"),
    (COROUTINE_TYPE, "cr", "await"),
    (ASYNC_GENERATOR_TYPE, "ag", "await"),
):
    for _title, _get in (
        ("frame", frame_of),
        ("running", is_running),
        ("suspended", is_suspended),
        ("code", code_of),
        (_inner, awaited_by),
    ):
        if f"{_prefix}_{_title}" != "ag_running":
            rare(getter(_kind, f"{_prefix}_{_title}"))(_get)

rare(getter(ASYNC_GENERATOR_TYPE, "ag_running"))(is_busy)


# Built-in functions for asynchronous iterators.


class NextOrDefault(Obj):
    """The awaitable of `anext(iterator, default)`."""

    made: Value
    """What `__anext__` returned."""
    default: Value
    inner: Value = NULL
    """The iterator that awaiting it goes through, once it is asked for."""

    def iterate(self) -> Value:
        return self

    def next_item(self) -> Value:
        try:
            return next_next(self)
        except PyError as error:
            if not exception.is_kind(error.value, exception.STOP_ITERATION):
                raise
            vm.returned = exception.first_argument(as_a(Instance, error.value))
        return NULL


NEXT_TYPE = builtin_type("anext_awaitable", NextOrDefault)


def inner_of(self: NextOrDefault) -> Value:
    """The iterator that awaiting goes through."""
    if self.inner is NULL:
        reason = message("object %t can't be used in 'await' expression")
        self.inner = coroutine.awaitable(self.made, reason)
    return self.inner


def advance(self: NextOrDefault, called: Value, argument: Value) -> Value:
    """Call a method of the awaitable; the default is the result at the iterator's end."""
    try:
        return operations.call1(called, argument)
    except PyError as error:
        if not coroutine.is_last(error.value):
            raise
        raise errors.stop_iteration(self.default) from None


@rare(method(NEXT_TYPE, "__await__"))
def next_await(self: NextOrDefault) -> Value:
    """`awaitable.__await__()`."""
    return self


@rare(method(NEXT_TYPE, "send"))
def next_send(self: NextOrDefault, value: Value) -> Value:
    """`awaitable.send(value)`."""
    inner = inner_of(self)
    hook = operations.find_attribute(inner, name("send"))
    if hook is not NULL:
        return advance(self, hook, value)
    return advance(self, operations.get_attribute(type_of(inner), name("__next__")), inner)


@rare(method(NEXT_TYPE, "__next__"))
def next_next(self: NextOrDefault) -> Value:
    """`awaitable.__next__()`."""
    return next_send(self, singletons.NONE)


@rare(method(NEXT_TYPE, "throw", variadic=True, least=2, most=4))
def next_throw(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`awaitable.throw(exception)`."""
    self = as_a(NextOrDefault, args[0])
    error = thrown(args, count)
    hook = operations.find_attribute(inner_of(self), name("throw"))
    if hook is NULL:
        raise PyError(error)
    return advance(self, hook, error)


@rare(method(NEXT_TYPE, "close"))
def next_close(self: NextOrDefault) -> Value:
    """`awaitable.close()`."""
    hook = operations.find_attribute(inner_of(self), name("close"))
    if hook is not NULL:
        operations.call0(hook)
    return singletons.NONE


@function(BUILTINS, "aiter")
def builtin_aiter(value: Value) -> Value:
    """`aiter(iterable)`."""
    hook = coroutine.special(value, name("__aiter__"))
    if hook is NULL:
        raise errors.type_error_with(message("'%t' object is not an async iterable"), value, NULL)
    iterator = operations.call0(hook)
    if coroutine.special(iterator, name("__anext__")) is NULL:
        pattern = message("aiter() returned not an async iterator of type '%t'")
        raise errors.type_error_with(pattern, iterator, NULL)
    return iterator


@function(BUILTINS, "anext", required=1)
def builtin_anext(iterator: Value, default: Value) -> Value:
    """`anext(iterator[, default])`."""
    hook = coroutine.special(iterator, name("__anext__"))
    if hook is NULL:
        raise errors.type_error_with(
            message("'%t' object is not an async iterator"), iterator, NULL
        )
    made = operations.call0(hook)
    if default is NULL:
        return made
    if not LARGE:
        raise errors.type_error(message("anext() takes no default on this board"))
    return NextOrDefault(made, default)
