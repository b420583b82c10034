"""Locks, events, conditions, semaphores and barriers for tasks; waiters are served in order."""

from asyncio.core import CancelledError, _flags, get_running_loop
from collections import deque


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted or reset."""


class _Context:
    """Objects that `async with` acquires and releases."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, trace):
        self.release()


def _describe(self, state):
    if self._waiters:
        state += ", waiters:" + str(len(self._waiters))
    kind = type(self)
    return f"<{kind.__module__}.{kind.__qualname__} object at {id(self):#x} [{state}]>"


class Lock(_Context):
    """A lock."""

    def __init__(self):
        self._waiters = deque()
        self._locked = False

    def __repr__(self):
        return _describe(self, "locked" if self._locked else "unlocked")

    def locked(self):
        """Whether somebody has it."""
        return self._locked

    async def acquire(self):
        """Wait until it is free, and take it."""
        if not self._locked and all(waiter.cancelled() for waiter in self._waiters):
            self._locked = True
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self):
        """Give it back."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        if self._waiters:
            first = self._waiters[0]
            if not first.done():
                first.set_result(True)


class Event:
    """A flag that tasks can wait for."""

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return _describe(self, "set" if self._value else "unset")

    def is_set(self):
        """Whether it is set."""
        return self._value

    def set(self):
        """Set it and wake all who wait."""
        if not self._value:
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)
            self._value = True

    def clear(self):
        """Unset it."""
        self._value = False

    async def wait(self):
        """Wait until it is set."""
        if self._value:
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_Context):
    """Something under a lock that tasks wait for."""

    def __init__(self, lock=None):
        self._lock = lock or Lock()
        self._waiters = deque()
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __repr__(self):
        return _describe(self, "locked" if self.locked() else "unlocked")

    async def wait(self):
        """Give the lock back, wait for `notify`, and take it again."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = get_running_loop().create_future()
        self.release()
        try:
            try:
                self._waiters.append(waiter)
                try:
                    await waiter
                    return True
                finally:
                    self._waiters.remove(waiter)
            finally:
                await self._take_again()
        except BaseException:
            self._wake(1)
            raise

    async def _take_again(self):
        cancelled = None
        while True:
            try:
                await self.acquire()
                break
            except CancelledError as error:
                cancelled = error
        if cancelled is not None:
            raise cancelled

    async def wait_for(self, predicate):
        """Wait until a function returns something true."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake up to n tasks."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._wake(n)

    def notify_all(self):
        """Wake all."""
        self.notify(len(self._waiters))

    def _wake(self, n):
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)


class Semaphore(_Context):
    """A number of permits."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = deque()
        self._value = value

    def __repr__(self):
        return _describe(self, "locked" if self.locked() else "unlocked, value:" + str(self._value))

    def locked(self):
        """Whether taking one would have to wait."""
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters)

    async def acquire(self):
        """Take a permit."""
        if not self.locked():
            self._value -= 1
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._value += 1
            raise
        finally:
            while self._value > 0 and self._wake_next():
                pass
        return True

    def release(self):
        """Give a permit back."""
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """One that refuses to get back more than it had."""

    def __init__(self, value=1):
        self._bound = value
        Semaphore.__init__(self, value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Barrier:
    """A place where tasks wait until they are enough."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._changed = Condition()
        self._parties = parties
        self._state = "filling"
        self._count = 0

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, kind, error, trace):
        pass

    @property
    def parties(self):
        """How many it takes."""
        return self._parties

    @property
    def n_waiting(self):
        """How many wait."""
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        """Whether it was aborted."""
        return self._state == "broken"

    async def wait(self):
        """Wait for the others: a different number for each, from 0 on."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._state not in ("draining", "resetting"))
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = "draining"
                    self._changed.notify_all()
                else:
                    await self._changed.wait_for(lambda: self._state != "filling")
                    if self._state in ("broken", "resetting"):
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ("resetting", "draining"):
                        self._state = "filling"
                    self._changed.notify_all()

    async def reset(self):
        """Send all who wait away with BrokenBarrierError; it is as new then."""
        async with self._changed:
            if self._count > 0:
                if self._state != "resetting":
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._changed.notify_all()

    async def abort(self):
        """Break it."""
        async with self._changed:
            self._state = "broken"
            self._changed.notify_all()


class ThreadSafeFlag:
    """A flag that an interrupt may set; one task can wait for it."""

    def __init__(self):
        self._value = False
        self._waiter = None

    def set(self):
        """Set it."""
        self._value = True

    def clear(self):
        """Unset it."""
        self._value = False

    def _poll(self):
        waiter = self._waiter
        if self._value and waiter is not None and not waiter.done():
            waiter.set_result(None)

    async def wait(self):
        """Wait until it is set, and unset it."""
        if not self._value:
            loop = get_running_loop()
            self._waiter = loop.create_future()
            _flags.append(self)
            try:
                await self._waiter
            finally:
                _flags.remove(self)
        self._value = False
