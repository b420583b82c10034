"""Readers and writers of bytes. There are no sockets yet to open them on."""

from asyncio.core import get_running_loop


class IncompleteReadError(EOFError):
    """The end came before all that was asked for."""

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        EOFError.__init__(self, f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    """The separator is not within the limit."""

    def __init__(self, message, consumed):
        Exception.__init__(self, message)
        self.consumed = consumed


class StreamReader:
    """Bytes that somebody feeds and somebody reads."""

    def __init__(self, limit=65536, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None

    def exception(self):
        """The exception that was set."""
        return self._exception

    def set_exception(self, exception):
        """Have readers raise an exception."""
        self._exception = exception
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_exception(exception)

    def _wake(self):
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.done():
                waiter.set_result(None)

    def feed_data(self, data):
        """Add bytes."""
        if data:
            self._buffer.extend(data)
            self._wake()

    def feed_eof(self):
        """There will be no more."""
        self._eof = True
        self._wake()

    def at_eof(self):
        """Whether there is nothing left and will be nothing."""
        return self._eof and not self._buffer

    async def _wait(self, method):
        if self._waiter is not None:
            raise RuntimeError(
                method + "() called while another coroutine is already waiting for incoming data"
            )
        self._waiter = get_running_loop().create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        return data

    async def readline(self):
        """A line with its end; what is left at the end."""
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as error:
            return error.partial
        except LimitOverrunError as error:
            if self._buffer.startswith(b"\n", error.consumed):
                del self._buffer[: error.consumed + 1]
            else:
                self._buffer.clear()
            raise ValueError(error.args[0]) from None

    async def readuntil(self, separator=b"\n"):
        """Bytes up to a separator, which is included."""
        if not separator:
            raise ValueError("Separator should be at least one-byte string")
        self._check()
        start = 0
        while True:
            place = self._buffer.find(separator, start)
            if place >= 0:
                break
            start = max(0, len(self._buffer) + 1 - len(separator))
            if start > self._limit:
                raise LimitOverrunError("Separator is not found, and chunk exceed the limit", start)
            if self._eof:
                left = self._take(len(self._buffer))
                raise IncompleteReadError(left, None)
            await self._wait("readuntil")
        if place > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", place)
        return self._take(place + len(separator))

    def _check(self):
        if self._exception is not None:
            raise self._exception

    async def read(self, n=-1):
        """Up to n bytes, at least one before the end; without n, all to the end."""
        self._check()
        if n == 0:
            return b""
        if n < 0:
            while not self._eof:
                await self._wait("read")
            return self._take(len(self._buffer))
        if not self._buffer and not self._eof:
            await self._wait("read")
        return self._take(n)

    async def readexactly(self, n):
        """Exactly n bytes."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        self._check()
        while len(self._buffer) < n:
            if self._eof:
                left = self._take(len(self._buffer))
                raise IncompleteReadError(left, n)
            await self._wait("readexactly")
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class StreamWriter:
    """Writes bytes to a transport: any object with `write` and `close`."""

    def __init__(self, transport, protocol=None, reader=None, loop=None):
        self._transport = transport
        self._closed = False

    @property
    def transport(self):
        """Where the bytes go."""
        return self._transport

    def write(self, data):
        """Write bytes."""
        self._transport.write(data)

    def writelines(self, data):
        """Write several pieces."""
        self._transport.write(b"".join(data))

    def can_write_eof(self):
        """Transports have no half that could be closed."""
        return False

    def close(self):
        """Close the transport."""
        self._closed = True
        self._transport.close()

    def is_closing(self):
        """Whether it was closed."""
        return self._closed

    async def wait_closed(self):
        """Wait until it is closed."""

    async def drain(self):
        """Wait until there is room for more."""

    def get_extra_info(self, name, default=None):
        """What the transport knows of itself."""
        return default


async def open_connection(host=None, port=None, **options):
    """There is no network yet."""
    raise OSError(95, "no network")


async def start_server(client_connected_cb, host=None, port=None, **options):
    """There is no network yet."""
    raise OSError(95, "no network")
