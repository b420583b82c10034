"""Tools for `with`, as CPython's `contextlib`."""

import os
import sys
from abc import ABC, abstractmethod
from functools import wraps


class AbstractContextManager(ABC):
    """Base of context managers."""

    __class_getitem__ = classmethod(type(list[int]))

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractContextManager:
            return _has(other, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """Base of asynchronous context managers."""

    __class_getitem__ = classmethod(type(list[int]))

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return _has(other, "__aenter__", "__aexit__")
        return NotImplemented


def _has(cls, *names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class ContextDecorator:
    """Lets a context manager decorate functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **keywords):
            with self._recreate_cm():
                return func(*args, **keywords)

        return inner


class AsyncContextDecorator:
    """Lets an asynchronous context manager decorate coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **keywords):
            async with self._recreate_cm():
                return await func(*args, **keywords)

        return inner


class _GeneratorManager:
    """What both kinds of managers made of generators share."""

    def __init__(self, function, args, keywords):
        self.gen = function(*args, **keywords)
        self._made_by = function, args, keywords
        doc = getattr(function, "__doc__", None)
        if doc is not None:
            self.__doc__ = doc

    def _recreate_cm(self):
        return self.__class__(*self._made_by)


def _passed_on(error, value, stop):
    """Whether what a generator raised is no new error but the one thrown into it."""
    if error is value:
        return True
    if isinstance(error, RuntimeError) and isinstance(value, stop):
        return error.__cause__ is value
    return False


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        del self._made_by
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except BaseException as error:
            if _passed_on(error, value, StopIteration):
                value.with_traceback(traceback)
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(
    _GeneratorManager, AbstractAsyncContextManager, AsyncContextDecorator
):
    async def __aenter__(self):
        del self._made_by
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = kind()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as error:
            return error is not value
        except BaseException as error:
            if _passed_on(error, value, (StopIteration, StopAsyncIteration)):
                value.with_traceback(traceback)
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Make a context manager of a generator function that yields once."""

    @wraps(func)
    def helper(*args, **keywords):
        return _GeneratorContextManager(func, args, keywords)

    return helper


def asynccontextmanager(func):
    """Make an asynchronous context manager of an async generator function that yields once."""

    @wraps(func)
    def helper(*args, **keywords):
        return _AsyncGeneratorContextManager(func, args, keywords)

    return helper


class closing(AbstractContextManager):
    """Closes a thing at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Closes an asynchronous thing at the end."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, kind, value, traceback):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends standard output elsewhere."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends the error output elsewhere."""

    _stream = "stderr"


class chdir(AbstractContextManager):
    """Makes a directory the current one for the block; it may be entered again inside."""

    def __init__(self, path):
        self.path = path
        self._before = []

    def __enter__(self):
        self._before.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *error):
        os.chdir(self._before.pop())


class suppress(AbstractContextManager):
    """Ends the block silently for these exceptions."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        if kind is None:
            return None
        if issubclass(kind, self._exceptions):
            return True
        if isinstance(value, _group()):
            _, rest = value.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


def _group():
    import builtins

    return getattr(builtins, "BaseExceptionGroup", ())


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exc_info):
        pass


class _BaseExitStack:
    """A stack of exits: pairs of a flag, false for asynchronous ones, and a function."""

    def __init__(self):
        self._exits = []

    def pop_all(self):
        """Move all exits to a new stack."""
        new = type(self)()
        new._exits, self._exits = self._exits, []
        return new

    def push(self, exit):
        """Add the `__exit__` of a manager, or a function with its signature."""
        method = getattr(type(exit), "__exit__", None)
        self._exits.append((True, exit if method is None else _bound(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enter a context manager whose `__exit__` joins the stack."""
        cls = type(cm)
        try:
            enter = cls.__enter__
            leave = cls.__exit__
        except AttributeError:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support the context "
                "manager protocol"
            ) from None
        result = enter(cm)
        self._exits.append((True, _bound(leave, cm)))
        return result

    def callback(self, callback, /, *args, **keywords):
        """Add a function that is called with arguments."""

        def leave(kind, value, traceback):
            callback(*args, **keywords)

        leave.__wrapped__ = callback
        self._exits.append((True, leave))
        return callback


def _bound(method, manager):
    def leave(kind, value, traceback):
        return method(manager, kind, value, traceback)

    leave.__self__ = manager
    return leave


def _fix_context(new, old, outer):
    """Let the chain of contexts of a new error lead to the one that was handled."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Leaves a changing number of contexts, the last one first."""

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        given = value
        outer = sys.exc_info()[1]
        raised = False
        while self._exits:
            leave = self._exits.pop()[1]
            try:
                if value is None:
                    suppressed = leave(None, None, None)
                else:
                    suppressed = leave(type(value), value, value.__traceback__)
                if suppressed:
                    value = None
                    raised = False
            except BaseException as error:
                _fix_context(error, value, outer)
                value = error
                raised = True
        if raised:
            fixed = value.__context__
            try:
                raise value
            except BaseException:
                value.__context__ = fixed
                raise
        return given is not None and value is None

    def close(self):
        """Leave all contexts now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """Leaves a changing number of contexts of both kinds, the last one first."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager whose `__aexit__` joins the stack."""
        cls = type(cm)
        try:
            enter = cls.__aenter__
            leave = cls.__aexit__
        except AttributeError:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous "
                "context manager protocol"
            ) from None
        result = await enter(cm)
        self._exits.append((False, _bound(leave, cm)))
        return result

    def push_async_exit(self, exit):
        """Add the `__aexit__` of a manager, or a coroutine function with its signature."""
        method = getattr(type(exit), "__aexit__", None)
        self._exits.append((False, exit if method is None else _bound(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **keywords):
        """Add a coroutine function that is called with arguments."""

        async def leave(kind, value, traceback):
            await callback(*args, **keywords)

        leave.__wrapped__ = callback
        self._exits.append((False, leave))
        return callback

    async def aclose(self):
        """Leave all contexts now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        given = value
        outer = sys.exc_info()[1]
        raised = False
        while self._exits:
            is_sync, leave = self._exits.pop()
            try:
                if value is None:
                    suppressed = leave(None, None, None)
                else:
                    suppressed = leave(type(value), value, value.__traceback__)
                if not is_sync:
                    suppressed = await suppressed
                if suppressed:
                    value = None
                    raised = False
            except BaseException as error:
                _fix_context(error, value, outer)
                value = error
                raised = True
        if raised:
            fixed = value.__context__
            try:
                raise value
            except BaseException:
                value.__context__ = fixed
                raise
        return given is not None and value is None
