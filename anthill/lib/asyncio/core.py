"""The event loop, futures and tasks.

The loop keeps a queue of what is ready and a heap of what waits for its time. Both hold objects
with `_run`: tasks, which are queued themselves and not in handles, and handles of callbacks. A task
that sleeps keeps one small future in the heap. Everything happens in the order of CPython's loop.

A lack of memory where the loop itself works is the error of the task it works for. Where that
cannot be told, the loop keeps it in mind, and raises it before it would wait for ever.
"""

import gc
import sys
from collections import deque
from heapq import heapify, heappop, heappush
from time import monotonic
from time import sleep as _idle

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_LONGEST_IDLE = 0.2
"""Seconds after which an idle loop looks for interrupts."""
_MOST_UNRETRIEVED = 8
"""Failed futures that nobody asked yet; then the oldest is reported."""
_SLACK = 1e-6


class CancelledError(BaseException):
    """The task was cancelled."""


class InvalidStateError(Exception):
    """The future has no result, or has one already."""


CancelledError.__module__ = InvalidStateError.__module__ = "asyncio.exceptions"


async def _nothing():
    pass


_made = _nothing()
_coroutine = type(_made)
_made.close()
_count = 0
"""Tasks without a name so far."""
_current = None
"""The running task."""
_running = None
"""The running loop."""
_default = None
"""The loop that was set."""


class Future:
    """A result that will be there later."""

    _state = "PENDING"
    _result = None
    _exception = None
    _callbacks = None
    """None, a task, or a list of tasks and functions."""
    _cancel_message = None
    _asyncio_future_blocking = False
    _retrieved = True
    """Somebody knows of the exception."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, *, loop=None):
        self._loop = loop or get_event_loop()

    def __repr__(self):
        return "<" + " ".join([type(self).__name__, *self._repr_info()]) + ">"

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state == "FINISHED":
            if self._exception is not None:
                info.append("exception=" + repr(self._exception))
            else:
                info.append("result=" + repr(self._result))
        return info

    def get_loop(self):
        """The loop that runs its callbacks."""
        return self._loop

    def done(self):
        """Whether it has a result, an exception, or was cancelled."""
        return self._state != "PENDING"

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state == "CANCELLED"

    def cancel(self, msg=None):
        """Cancel it; False if it was done."""
        self._forget()
        if self._state != "PENDING":
            return False
        self._cancel_message = msg
        self._finish("CANCELLED")
        return True

    def _make_cancelled_error(self):
        error = self._exception
        if error is not None:
            self._exception = None
            return error
        message = self._cancel_message
        return CancelledError() if message is None else CancelledError(message)

    def _forget(self):
        """Its exception is known."""
        if not self._retrieved:
            self._retrieved = True
            failed = self._loop._failed
            if self in failed:
                failed.remove(self)

    def result(self):
        """The result; raises the exception if it has one."""
        if self._state == "CANCELLED":
            raise self._make_cancelled_error()
        if self._state == "PENDING":
            raise InvalidStateError("Result is not set.")
        self._forget()
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        """The exception, None without."""
        if self._state == "CANCELLED":
            raise self._make_cancelled_error()
        if self._state == "PENDING":
            raise InvalidStateError("Exception is not set.")
        self._forget()
        return self._exception

    def _check_pending(self):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")

    def set_result(self, result):
        """Give it its result."""
        self._check_pending()
        self._result = result
        self._finish("FINISHED")

    def set_exception(self, exception):
        """Give it an exception instead of a result."""
        self._check_pending()
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            raise TypeError(
                "StopIteration interacts badly with generators and cannot be raised into a Future"
            )
        self._exception = exception
        self._retrieved = False
        self._loop._note_failed(self)
        self._finish("FINISHED")

    def _finish(self, state):
        self._state = state
        callbacks = self._callbacks
        if callbacks is not None:
            self._callbacks = None
            try:
                if type(callbacks) is not list:
                    self._loop._ready.append(callbacks)
                    return
                for callback in callbacks:
                    self._schedule(callback)
            except MemoryError as error:
                self._loop._struck = error
                raise

    def _schedule(self, callback):
        if isinstance(callback, (Future, Handle)):
            self._loop._ready.append(callback)
        else:
            self._loop.call_soon(callback, self)

    def add_done_callback(self, callback, *, context=None):
        """Have the loop call `callback(self)` when it is done."""
        if self._state != "PENDING":
            self._schedule(callback)
        elif self._callbacks is None:
            self._callbacks = callback if isinstance(callback, Future) else [callback]
        elif type(self._callbacks) is list:
            self._callbacks.append(callback)
        else:
            self._callbacks = [self._callbacks, callback]

    def remove_done_callback(self, callback):
        """Remove a callback; how often it was there."""
        callbacks = self._callbacks
        if callbacks is None:
            return 0
        if type(callbacks) is not list:
            callbacks = [callbacks]
        left = [entry for entry in callbacks if entry != callback]
        self._callbacks = left or None
        return len(callbacks) - len(left)

    def __await__(self):
        if self._state == "PENDING":
            self._asyncio_future_blocking = True
            yield self
        if self._state == "PENDING":
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


class _Timer(Future):
    """A future for one waiting task that the loop finishes at some time; its own iterator."""

    def __init__(self, loop, result):
        self._loop = loop
        self._result = result

    _cancelled = False

    def _run(self):
        if self._state == "PENDING":
            self._finish("FINISHED")

    def __await__(self):
        return self

    def __next__(self):
        if self._state == "PENDING":
            self._asyncio_future_blocking = True
            return self
        raise StopIteration(self.result())

    def cancel(self, msg=None):
        self._cancelled = True
        if self._state == "PENDING":
            self._loop._note_cancelled()
        return Future.cancel(self, msg)


class Task(Future):
    """A coroutine that the loop runs."""

    _fut_waiter = None
    _must_cancel = False
    _cancels = 0
    _name = None

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _count
        if not iscoroutine(coro):
            raise TypeError("a coroutine was expected, got " + repr(coro))
        self._loop = loop = loop or get_event_loop()
        self._coro = coro
        if name is None:
            _count += 1
            self._name = _count
        else:
            self._name = str(name)
        loop._tasks.add(self)
        try:
            loop._ready.append(self)
        except MemoryError:
            loop._tasks.discard(self)
            raise

    def _repr_info(self):
        state = self._state.lower()
        if self._state == "PENDING" and self._must_cancel:
            state = "cancelling"
        coro = self._coro
        name = getattr(coro, "__name__", type(coro).__name__)
        info = [state, "name=" + repr(self.get_name()), "coro=<" + name + "()>"]
        if self._fut_waiter is not None:
            info.append("wait_for=" + repr(self._fut_waiter))
        return info + Future._repr_info(self)[1:]

    def get_coro(self):
        """The coroutine."""
        return self._coro

    def get_name(self):
        """The name of the task."""
        name = self._name
        return "Task-" + str(name) if isinstance(name, int) else name

    def set_name(self, value):
        """Give it another name."""
        self._name = str(value)

    def get_context(self):
        """There are no contexts."""
        return None

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        """Have CancelledError raised in the coroutine; False if it was done."""
        self._forget()
        if self._state != "PENDING":
            return False
        self._cancels += 1
        waiter = self._fut_waiter
        if waiter is not None and waiter.cancel(msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        """How many requests to cancel it there are."""
        return self._cancels

    def uncancel(self):
        """Take back a request to cancel it; how many are left."""
        if self._cancels > 0:
            self._cancels -= 1
            if self._cancels == 0:
                self._must_cancel = False
        return self._cancels

    def _run(self):
        """Go on with the coroutine; what it waited for is done."""
        global _current
        error = None
        try:
            waiter = self._fut_waiter
            if waiter is not None:
                self._fut_waiter = None
                if waiter is _bad:
                    error, self._result = self._result, None
                elif waiter._state == "CANCELLED":
                    error = waiter._make_cancelled_error()
                elif waiter._exception is not None:
                    waiter._forget()
                    error = waiter._exception
            if self._must_cancel:
                if not isinstance(error, CancelledError):
                    error = self._make_cancelled_error()
                self._must_cancel = False
        except MemoryError as lack:
            error = lack
        before = _current
        _current = self
        try:
            if error is None:
                result = self._coro.send(None)
            else:
                result = self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                self._end("CANCELLED")
            else:
                self._result = stop.value
                self._end("FINISHED")
        except CancelledError as stop:
            self._cancel_message = None
            self._exception = stop
            self._end("CANCELLED")
        except (KeyboardInterrupt, SystemExit) as error:
            self._fail(error)
            raise
        except BaseException as error:
            self._fail(error)
        else:
            if result is None:
                self._loop._ready.append(self)
            else:
                self._wait_for(result)
        finally:
            _current = before

    def _end(self, state):
        self._loop._tasks.discard(self)
        self._finish(state)

    def _fail(self, error):
        self._exception = error
        self._retrieved = False
        self._loop._note_failed(self)
        self._end("FINISHED")

    def _wait_for(self, result):
        if not isinstance(result, Future):
            self._go_wrong("Task got bad yield: " + repr(result))
        elif result._loop is not self._loop:
            self._go_wrong(
                "Task "
                + repr(self)
                + " got Future "
                + repr(result)
                + " attached to a different loop"
            )
        elif result is self:
            self._go_wrong("Task cannot await on itself: " + repr(self))
        elif not result._asyncio_future_blocking:
            self._go_wrong(
                "yield was used instead of yield from in task "
                + repr(self)
                + " with "
                + repr(result)
            )
        else:
            result._asyncio_future_blocking = False
            try:
                self._fut_waiter = result
                result.add_done_callback(self)
            except MemoryError as lack:
                self._go_on_with(lack)
                return
            if self._must_cancel and result.cancel(self._cancel_message):
                self._must_cancel = False

    def _go_wrong(self, message):
        self._go_on_with(RuntimeError(message))

    def _go_on_with(self, error):
        """Have an error raised in the coroutine."""
        self._fut_waiter = _bad
        self._result = error
        self._loop._ready.append(self)


class _Bad:
    """What a task waits for that yielded something wrong."""

    def cancel(self, msg=None):
        return False


_bad = _Bad()


class Handle:
    """A callback that the loop will run."""

    _cancelled = False

    def __init__(self, callback, args, loop):
        self._callback = callback
        self._args = args
        self._loop = loop

    def __repr__(self):
        state = " cancelled" if self._cancelled else ""
        return "<" + type(self).__name__ + state + " " + repr(self._callback) + ">"

    def cancel(self):
        """Have it not run."""
        if not self._cancelled:
            self._cancelled = True
            self._callback = self._args = None

    def cancelled(self):
        """Whether it was cancelled."""
        return self._cancelled

    def _run(self):
        if self._cancelled:
            return
        try:
            self._callback(*self._args)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            if isinstance(error, MemoryError):
                self._loop._struck = error
            self._loop.call_exception_handler(
                {
                    "message": "Exception in callback " + repr(self._callback),
                    "exception": error,
                    "handle": self,
                }
            )


class TimerHandle(Handle):
    """A callback that the loop will run at some time."""

    def __init__(self, when, callback, args, loop):
        Handle.__init__(self, callback, args, loop)
        self._when = when

    def when(self):
        """The time, as `loop.time()` counts."""
        return self._when

    def cancel(self):
        if not self._cancelled:
            Handle.cancel(self)
            self._loop._note_cancelled()


class EventLoop:
    """The loop."""

    _stopping = False
    _closed = False
    _handler = None
    _debug = False
    _entered = False
    _struck = None
    """A MemoryError because of which something may wait in vain."""

    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._order = 0
        self._cancelled_timers = 0
        self._tasks = set()
        self._failed = []

    def __repr__(self):
        return (
            f"<{type(self).__name__} running={self._entered} closed={self._closed}"
            f" debug={self._debug}>"
        )

    def time(self):
        """The seconds that timers count."""
        return monotonic()

    def call_soon(self, callback, *args, context=None):
        """Run a callback in the next round."""
        self._check_closed()
        handle = Handle(callback, args, self)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        """Run a callback after some seconds."""
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(monotonic() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        """Run a callback when `time()` is as given."""
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        handle = TimerHandle(when, callback, args, self)
        self._add_timer(when, handle)
        return handle

    def _add_timer(self, when, entry):
        self._order += 1
        heappush(self._timers, (when, self._order, entry))

    def _note_cancelled(self):
        """A timer was cancelled; when they are more than half, they go."""
        self._cancelled_timers += 1
        timers = self._timers
        if self._cancelled_timers * 2 > len(timers):
            self._cancelled_timers = 0
            timers[:] = [entry for entry in timers if not entry[2]._cancelled]
            heapify(timers)

    def create_future(self):
        """A future of this loop."""
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        """A task that runs a coroutine."""
        self._check_closed()
        return Task(coro, loop=self, name=name)

    def _note_failed(self, future):
        self._failed.append(future)
        if len(self._failed) > _MOST_UNRETRIEVED:
            self._report(self._failed.pop(0))

    def _report(self, future):
        future._retrieved = True
        if isinstance(future._exception, MemoryError):
            self._struck = future._exception
        self.call_exception_handler(
            {
                "message": type(future).__name__ + " exception was never retrieved",
                "exception": future._exception,
                "future": future,
            }
        )

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def run_forever(self):
        """Run until `stop` is called."""
        global _running
        self._check_closed()
        if self._entered:
            raise RuntimeError("This event loop is already running")
        if _running is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        _running = self
        self._entered = True
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(finalizer=self._end_generator)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = self._entered = False
            _running = None
            sys.set_asyncgen_hooks(*hooks)

    def _end_generator(self, generator):
        """An asynchronous generator was found dead before its end."""
        if not self._closed:
            self.create_task(generator.aclose())

    def _run_once(self):
        ready = self._ready
        timers = self._timers
        if not ready and not self._stopping:
            while True:
                while timers and timers[0][2]._cancelled:
                    heappop(timers)
                    self._cancelled_timers -= 1
                if timers:
                    pause = timers[0][0] - monotonic()
                    if pause <= 0:
                        break
                else:
                    pause = _LONGEST_IDLE
                    if not _flags:
                        self._raise_lack()
                _idle(min(pause, _LONGEST_IDLE))
                self._poll()
                if ready:
                    break
        if timers:
            now = monotonic() + _SLACK
            while timers and timers[0][0] <= now:
                entry = timers[0][2]
                if entry._cancelled:
                    self._cancelled_timers -= 1
                else:
                    ready.append(entry)
                heappop(timers)
        try:
            for _ in range(len(ready)):
                ready.popleft()._run()
        except MemoryError as error:
            self._struck = error
            raise

    def _raise_lack(self):
        """Raise the MemoryError that may be why nothing goes on by itself, if there was one."""
        for future in self._failed:
            if isinstance(future._exception, MemoryError):
                self._struck = future._exception
        if self._struck is not None:
            raise self._struck

    def _poll(self):
        """Look for what interrupts have set."""
        for flag in _flags:
            flag._poll()

    def run_until_complete(self, future):
        """Run until a future or coroutine is done; its result."""
        self._check_closed()
        if self._entered:
            raise RuntimeError("This event loop is already running")
        future = ensure_future(future, loop=self)
        end = Handle(_stop_loop, (future,), self)
        future.add_done_callback(end)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(end)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        """Let `run_forever` return after this round."""
        self._stopping = True

    def is_running(self):
        """Whether it runs."""
        return self._entered

    def is_closed(self):
        """Whether it was closed."""
        return self._closed

    def close(self):
        """Drop all that waits."""
        if self._entered:
            raise RuntimeError("Cannot close a running event loop")
        while self._failed:
            self._report(self._failed.pop(0))
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    async def shutdown_asyncgens(self):
        """End the asynchronous generators that nobody can reach any more."""
        gc.collect()
        tasks = [task for task in self._tasks if task is not _current]
        if tasks:
            await _gather(tasks, True, self)

    async def shutdown_default_executor(self, timeout=None):
        """Nothing: there are no threads."""

    def get_debug(self):
        """The debug flag."""
        return self._debug

    def set_debug(self, enabled):
        """Set the debug flag, which does nothing."""
        self._debug = enabled

    def set_exception_handler(self, handler):
        """Have `handler(loop, context)` called for errors that nobody else gets."""
        if handler is not None and not callable(handler):
            raise TypeError("A callable object or None is expected, got " + repr(handler))
        self._handler = handler

    def get_exception_handler(self):
        """The handler that was set."""
        return self._handler

    def call_exception_handler(self, context):
        """Tell of an error."""
        if self._handler is None:
            self.default_exception_handler(context)
            return
        try:
            self._handler(self, context)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            self.default_exception_handler(
                {"message": "Unhandled error in exception handler", "exception": error}
            )

    def default_exception_handler(self, context):
        """Print an error."""
        print(context.get("message") or "Unhandled exception in event loop", file=sys.stderr)
        for key in context:
            if key not in ("message", "exception"):
                print(key + ": " + repr(context[key]), file=sys.stderr)
        error = context.get("exception")
        if error is not None:
            sys.print_exception(error, sys.stderr)

    def run_in_executor(self, executor, func, *args):
        """There are no threads."""
        raise NotImplementedError("there are no threads")


_flags = []


def _stop_loop(future):
    error = None if future.cancelled() else future._exception
    if not isinstance(error, (KeyboardInterrupt, SystemExit)):
        future._loop.stop()


# Loops.


def get_running_loop():
    """The loop that runs; RuntimeError without."""
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def get_event_loop():
    """The loop that runs, or the one that was set, made if there is none."""
    global _default
    if _running is not None:
        return _running
    if _default is None:
        _default = EventLoop()
    return _default


def set_event_loop(loop):
    """Set what `get_event_loop` returns."""
    global _default
    _default = loop


class _Policy:
    """How loops are made, as older programs ask for it."""

    def get_event_loop(self):
        """The loop that runs, or the one that was set."""
        return get_event_loop()

    def set_event_loop(self, loop):
        """Set what `get_event_loop` returns."""
        set_event_loop(loop)

    def new_event_loop(self):
        """A loop."""
        return EventLoop()


def get_event_loop_policy():
    """The only policy there is."""
    return _Policy()


def set_event_loop_policy(policy):
    """There is one policy only; the loop that was set is forgotten."""
    set_event_loop(None)


def new_event_loop():
    """A loop."""
    return EventLoop()


def run(main, *, debug=None, loop_factory=None):
    """Run a coroutine in a loop of its own; its result. What is left then is cancelled."""
    if _running is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError("a coroutine was expected, got " + repr(main))
    loop = (loop_factory or EventLoop)()
    set_event_loop(loop)
    if debug is not None:
        loop.set_debug(debug)
    try:
        return loop.run_until_complete(loop.create_task(main))
    finally:
        close_loop(loop)


def close_loop(loop):
    """Cancel all tasks, let them end, and close the loop."""
    try:
        left = all_tasks(loop)
        if left:
            for task in left:
                task.cancel()
            loop.run_until_complete(_gather(left, True, loop))
            for task in left:
                if not task.cancelled() and task.exception() is not None:
                    loop.call_exception_handler(
                        {
                            "message": "unhandled exception during asyncio.run() shutdown",
                            "exception": task.exception(),
                            "task": task,
                        }
                    )
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        set_event_loop(None)
        loop.close()


# Tasks.


def iscoroutine(obj):
    """Whether it is a coroutine."""
    if isinstance(obj, _coroutine):
        return True
    return hasattr(obj, "send") and hasattr(obj, "throw") and hasattr(obj, "__await__")


def iscoroutinefunction(func):
    """Whether it was made by `async def`."""
    code = getattr(getattr(func, "__func__", func), "__code__", None)
    return code is not None and code.co_flags & 0x80 != 0


def isfuture(obj):
    """Whether it is a future."""
    return hasattr(type(obj), "_asyncio_future_blocking")


def create_task(coro, *, name=None, context=None):
    """A task of the running loop."""
    return get_running_loop().create_task(coro, name=name)


def current_task(loop=None):
    """The running task."""
    if loop is None:
        loop = get_running_loop()
    return _current if loop is _running else None


def all_tasks(loop=None):
    """The tasks that are not done."""
    if loop is None:
        loop = get_running_loop()
    return set(loop._tasks)


async def _wrap(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is, a task for everything else that can be awaited."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError(
                "The future belongs to a different loop than the one specified as the loop argument"
            )
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(coro_or_future, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _wrap(coro_or_future)
    return (loop or get_event_loop()).create_task(coro_or_future)


class _Pass:
    """Awaited once, lets the others have their turn."""

    def __await__(self):
        yield


async def sleep(delay, result=None):
    """Let others run for some seconds."""
    if delay <= 0:
        await _Pass()
        return result
    loop = get_running_loop()
    timer = _Timer(loop, result)
    loop._add_timer(monotonic() + delay, timer)
    return await timer


async def sleep_ms(delay):
    """Let others run for some milliseconds."""
    await sleep(delay / 1000)


class _Gathering(Future):
    """The future of `gather`."""

    _asked_to_cancel = False

    def __init__(self, children, loop):
        Future.__init__(self, loop=loop)
        self._children = children

    def cancel(self, msg=None):
        if self.done():
            return False
        found = False
        for child in self._children:
            if child.cancel(msg):
                found = True
        if found:
            self._asked_to_cancel = True
        return found


def gather(*coros_or_futures, return_exceptions=False):
    """A future of the list of all results."""
    return _gather(coros_or_futures, return_exceptions, None)


def _gather(awaitables, return_exceptions, loop):
    if not awaitables:
        outer = Future(loop=loop)
        outer.set_result([])
        return outer
    children = []
    known = {}
    for awaitable in awaitables:
        key = id(awaitable)
        if key not in known:
            child = ensure_future(awaitable, loop=loop)
            loop = child._loop
            known[key] = child
        children.append(known[key])
    different = list(known.values())
    outer = _Gathering(different, loop)
    left = len(different)

    def one_done(child):
        nonlocal left
        left -= 1
        if outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._make_cancelled_error())
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if left:
            return
        results = []
        for entry in children:
            if entry.cancelled():
                results.append(entry._make_cancelled_error())
            else:
                error = entry.exception()
                results.append(entry._result if error is None else error)
        if outer._asked_to_cancel:
            outer.set_exception(child._make_cancelled_error())
        else:
            outer.set_result(results)

    done = []
    for child in different:
        if child.done():
            done.append(child)
        else:
            child.add_done_callback(one_done)
    for child in done:
        one_done(child)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures: the set of those that are done and the set of the others."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError("expect a list of futures, not " + type(fs).__name__)
    fs = set(fs)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return_when value: " + str(return_when))
    if any(iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    left = [f for f in fs if not f.done()]
    waits = bool(left)
    for f in fs:
        if f.done() and (
            return_when == FIRST_COMPLETED
            or (return_when == FIRST_EXCEPTION and not f.cancelled() and f._exception is not None)
        ):
            waits = False
    if waits:
        await _wait(left, timeout, return_when)
    done = {f for f in fs if f.done()}
    return done, fs - done


async def _wait(fs, timeout, return_when):
    loop = get_running_loop()
    waiter = loop.create_future()
    handle = None
    count = len(fs)

    def release():
        if not waiter.done():
            waiter.set_result(None)

    def one_done(f):
        nonlocal count
        count -= 1
        if (
            count <= 0
            or return_when == FIRST_COMPLETED
            or (return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None)
        ):
            if handle is not None:
                handle.cancel()
            release()

    if timeout is not None:
        handle = loop.call_later(timeout, release)
    for f in fs:
        f.add_done_callback(one_done)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for f in fs:
            f.remove_done_callback(one_done)


async def wait_for(fut, timeout):
    """The result of an awaitable; after `timeout` seconds it is cancelled: TimeoutError."""
    from asyncio.more import Timeout

    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        fut.cancel()
        await _until_done(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError from error
    when = None if timeout is None else get_running_loop().time() + timeout
    async with Timeout(when):
        return await fut


async def _until_done(fut):
    """Wait for a future, whatever becomes of it."""
    waiter = get_running_loop().create_future()

    def release(done):
        if not waiter.done():
            waiter.set_result(None)

    fut.add_done_callback(release)
    try:
        await waiter
    finally:
        fut.remove_done_callback(release)
