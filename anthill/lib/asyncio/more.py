"""Time limits, groups of tasks, `shield`, `as_completed` and `Runner`."""

from asyncio import core
from asyncio.core import (
    CancelledError,
    EventLoop,
    close_loop,
    current_task,
    ensure_future,
    get_running_loop,
    iscoroutine,
    isfuture,
)

AbstractEventLoop = BaseEventLoop = EventLoop


class Timeout:
    """A block of `async with` that is cancelled when its time is over."""

    def __init__(self, when):
        self._when = when
        self._state = "created"
        self._handle = None
        self._task = None

    def __repr__(self):
        info = [self._state]
        if self._state == "active":
            info.append("when=" + repr(self._when))
        return "<Timeout [" + " ".join(info) + "]>"

    def when(self):
        """The time of its end, as `loop.time()` counts; None for never."""
        return self._when

    def reschedule(self, when):
        """Set another time."""
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError("Cannot change state of " + self._state + " Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        self._handle = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._handle = loop.call_soon(self._end)
            else:
                self._handle = loop.call_at(when, self._end)

    def expired(self):
        """Whether it cancelled the block."""
        return self._state in ("expiring", "expired")

    def _end(self):
        self._task.cancel()
        self._state = "expiring"
        self._handle = None

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, trace):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._cancelling and kind is not None:
                if issubclass(kind, CancelledError):
                    raise TimeoutError from error
        elif self._state == "active":
            self._state = "finished"


def timeout(delay):
    """A Timeout after some seconds."""
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    """A Timeout at some time."""
    return Timeout(when)


class TaskGroup:
    """Tasks that end together: when one fails, the others are cancelled."""

    def __init__(self):
        self._entered = self._exiting = self._aborting = False
        self._loop = self._parent = self._waiter = self._base_error = None
        self._cancelled_parent = False
        self._tasks = set()
        self._errors = []

    def __repr__(self):
        info = ""
        if self._tasks:
            info += " tasks=" + str(len(self._tasks))
        if self._errors:
            info += " errors=" + str(len(self._errors))
        if self._aborting:
            info += " cancelling"
        elif self._entered:
            info += " entered"
        return "<TaskGroup" + info + ">"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError("TaskGroup " + repr(self) + " has already been entered")
        self._entered = True
        self._loop = get_running_loop()
        self._parent = current_task()
        if self._parent is None:
            raise RuntimeError("TaskGroup " + repr(self) + " cannot determine the parent task")
        return self

    async def __aexit__(self, kind, error, trace):
        try:
            return await self._leave(kind, error)
        finally:
            self._parent = None
            self._errors = self._base_error = None

    async def _leave(self, kind, error):
        self._exiting = True
        if kind is not None and self._is_base(error) and self._base_error is None:
            self._base_error = error
        cancelled = None
        if kind is not None:
            if issubclass(kind, CancelledError):
                cancelled = error
            if not self._aborting:
                self._abort()
        while self._tasks:
            if self._waiter is None:
                self._waiter = self._loop.create_future()
            try:
                await self._waiter
            except CancelledError as stop:
                if not self._aborting:
                    cancelled = stop
                    self._abort()
            self._waiter = None
        if self._base_error is not None:
            raise self._base_error
        parent = self._parent
        if self._cancelled_parent and parent.uncancel() == 0:
            cancelled = None
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(error)
        if self._errors:
            if parent.cancelling():
                # It is cancelled from outside, too: the next `await` shall raise that.
                parent.uncancel()
                parent.cancel()
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)

    def create_task(self, coro, *, name=None, context=None):
        """A task of the group."""
        if not self._entered:
            coro.close()
            raise RuntimeError("TaskGroup " + repr(self) + " has not been entered")
        if self._exiting and not self._tasks:
            coro.close()
            raise RuntimeError("TaskGroup " + repr(self) + " is finished")
        if self._aborting:
            coro.close()
            raise RuntimeError("TaskGroup " + repr(self) + " is shutting down")
        task = self._loop.create_task(coro, name=name)
        task.add_done_callback(self._one_done)
        self._tasks.add(task)
        return task

    def _is_base(self, error):
        return isinstance(error, (SystemExit, KeyboardInterrupt))

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _one_done(self, task):
        self._tasks.discard(task)
        if self._waiter is not None and not self._tasks and not self._waiter.done():
            self._waiter.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if self._is_base(error) and self._base_error is None:
            self._base_error = error
        if self._parent.done():
            self._loop.call_exception_handler(
                {
                    "message": f"Task {task!r} has errored out but its parent task is already"
                    " completed",
                    "exception": error,
                    "task": task,
                }
            )
            return
        if not self._aborting and not self._cancelled_parent:
            self._abort()
            self._cancelled_parent = True
            self._parent.cancel()


def shield(arg):
    """A future for a task that goes on when the future is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner._result)

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


class _AsCompleted:
    """What `as_completed` returns."""

    def __init__(self, fs, timeout):
        from asyncio.queues import Queue

        self._done = Queue()
        self._loop = core.get_event_loop()
        self._todo = {ensure_future(f, loop=self._loop) for f in set(fs)}
        self._left = len(self._todo)
        self._handle = None
        for f in self._todo:
            f.add_done_callback(self._one_done)
        if self._todo and timeout is not None:
            self._handle = self._loop.call_later(timeout, self._end)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one(False)

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(True)

    def _one_done(self, f):
        if not self._todo:
            return
        self._todo.remove(f)
        self._done.put_nowait(f)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    def _end(self):
        for f in self._todo:
            f.remove_done_callback(self._one_done)
            self._done.put_nowait(None)
        self._todo.clear()

    async def _wait_for_one(self, wants_result):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f.result() if wants_result else f


def as_completed(fs, *, timeout=None):
    """Iterate over awaitables as they are done, by `for` or `async for`."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError("expect an iterable of futures, not " + type(fs).__name__)
    return _AsCompleted(fs, timeout)


class Runner:
    """A block of `with` that keeps one loop for several coroutines."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._factory = loop_factory or EventLoop
        self._loop = None
        self._closed = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, kind, error, trace):
        self.close()

    def get_loop(self):
        """The loop."""
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            self._loop = self._factory()
            core.set_event_loop(self._loop)
            if self._debug is not None:
                self._loop.set_debug(self._debug)
        return self._loop

    def run(self, coro, *, context=None):
        """Run a coroutine; its result."""
        if core._running is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        if not iscoroutine(coro):
            raise ValueError("a coroutine was expected, got " + repr(coro))
        loop = self.get_loop()
        return loop.run_until_complete(loop.create_task(coro))

    def close(self):
        """Cancel what is left, and close the loop."""
        if self._loop is not None and not self._closed:
            close_loop(self._loop)
        self._closed = True
        self._loop = None


async def wait_for_ms(awaitable, timeout):
    """MicroPython's `wait_for` with a limit in milliseconds."""
    return await core.wait_for(awaitable, None if timeout is None else timeout / 1000)
