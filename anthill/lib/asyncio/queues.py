"""Queues between tasks."""

from asyncio.core import get_running_loop
from asyncio.locks import Event
from collections import deque
from heapq import heappop, heappush


class QueueEmpty(Exception):
    """There is nothing to get now."""


class QueueFull(Exception):
    """There is no room now."""


class QueueShutDown(Exception):
    """The queue was shut down."""


class Queue:
    """First in, first out."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._shut = False
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _wake_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    def _format(self):
        result = "maxsize=" + repr(self._maxsize)
        if getattr(self, "_queue", None):
            result += " _queue=" + repr(list(self._queue))
        if self._getters:
            result += f" _getters[{len(self._getters)}]"
        if self._putters:
            result += f" _putters[{len(self._putters)}]"
        if self._unfinished:
            result += " tasks=" + str(self._unfinished)
        if self._shut:
            result += " shutdown"
        return result

    def qsize(self):
        """Number of items."""
        return len(self._queue)

    @property
    def maxsize(self):
        """Number of items that there is room for, 0 for any."""
        return self._maxsize

    def empty(self):
        """Whether there is no item."""
        return not self._queue

    def full(self):
        """Whether there is no room."""
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        """Wait for room, and put an item."""
        while self.full():
            if self._shut:
                raise QueueShutDown
            await self._wait(self._putters, self.full)
        return self.put_nowait(item)

    async def _wait(self, waiters, hopeless):
        waiter = get_running_loop().create_future()
        waiters.append(waiter)
        try:
            await waiter
        except BaseException:
            waiter.cancel()
            if waiter in waiters:
                waiters.remove(waiter)
            if not hopeless() and not waiter.cancelled():
                self._wake_next(waiters)
            raise

    def put_nowait(self, item):
        """Put an item; QueueFull."""
        if self._shut:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._wake_next(self._getters)

    async def get(self):
        """Wait for an item, and get it."""
        while self.empty():
            if self._shut:
                raise QueueShutDown
            await self._wait(self._getters, self.empty)
        return self.get_nowait()

    def get_nowait(self):
        """Get an item; QueueEmpty."""
        if self.empty():
            if self._shut:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        self._wake_next(self._putters)
        return item

    def task_done(self):
        """What was got is worked off."""
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        """Wait until everything is worked off."""
        if self._unfinished > 0:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        """Let nothing more in; with `immediate`, drop what is there."""
        self._shut = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished > 0:
                    self._unfinished -= 1
            if self._unfinished == 0:
                self._finished.set()
        for waiters in (self._getters, self._putters):
            while waiters:
                waiter = waiters.popleft()
                if not waiter.done():
                    waiter.set_result(None)


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
