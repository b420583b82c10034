"""What of the module `micropython` small boards lack: buffers between interrupt handlers and the
program, pointers as in viper code, and settings that programs make and read back.
"""

import builtins

import machine

_ITEMS = {1: machine.mem8, 2: machine.mem16, 4: machine.mem32}


class RingIO:
    """A ring of bytes: what was written first is read first.

    `buffer` is a bytearray, of which one byte stays unused, or the number of bytes it holds."""

    def __init__(self, buffer):
        if isinstance(buffer, int):
            buffer = bytearray(buffer + 1)
        if len(buffer) < 2:
            raise ValueError("buffer too small")
        self._buffer = memoryview(buffer).cast("B")
        self._start = 0
        self._end = 0

    def any(self):
        """The number of bytes that can be read."""
        return (self._end - self._start) % len(self._buffer)

    def write(self, data):
        """Write as much of a buffer as there is room for; the number of bytes."""
        data = memoryview(data).cast("B")
        size = len(self._buffer)
        count = min(len(data), size - 1 - self.any())
        first = min(count, size - self._end)
        self._buffer[self._end : self._end + first] = data[:first]
        self._buffer[: count - first] = data[first:count]
        self._end = (self._end + count) % size
        return count

    def read(self, nbytes=-1):
        """Up to so many bytes, or all there are."""
        count = self.any() if nbytes is None or nbytes < 0 else min(nbytes, self.any())
        end = self._start + count
        result = bytes(self._buffer[self._start : end])
        result += bytes(self._buffer[: max(end - len(self._buffer), 0)])
        self._start = end % len(self._buffer)
        return result

    def readinto(self, buf, nbytes=None):
        """Read into a buffer, at most as much as fits; the number of bytes."""
        found = self.read(len(buf) if nbytes is None else min(nbytes, len(buf)))
        memoryview(buf)[: len(found)] = found
        return len(found)

    def readline(self, nbytes=-1):
        """Bytes up to and with a line feed, or all there are."""
        size = len(self._buffer)
        count = self.any() if nbytes is None or nbytes < 0 else min(nbytes, self.any())
        for index in range(count):
            if self._buffer[(self._start + index) % size] == 10:
                return self.read(index + 1)
        return self.read(count)

    def close(self):
        """Nothing is held that needs it."""


class _Pointer:
    """Items of a buffer or of memory, which take the low bits of what is stored."""

    def __init__(self, place):
        self._items = place if isinstance(place, int) else memoryview(place).cast("B")

    def __getitem__(self, index):
        size = self._size
        items = self._items
        if isinstance(items, int):
            return _ITEMS[size][items + index * size]
        if index < 0:
            raise IndexError("index out of range")
        return int.from_bytes(self._bytes(index), "little")

    def __setitem__(self, index, value):
        size = self._size
        items = self._items
        value &= (1 << 8 * size) - 1
        if isinstance(items, int):
            _ITEMS[size][items + index * size] = value
        else:
            self._bytes(index)[:] = value.to_bytes(size, "little")

    def _bytes(self, index):
        found = self._items[index * self._size : (index + 1) * self._size]
        if index < 0 or len(found) < self._size:
            raise IndexError("index out of range")
        return found


class ptr8(_Pointer):
    """A pointer to bytes."""

    _size = 1


class ptr16(_Pointer):
    """A pointer to numbers of two bytes."""

    _size = 2


class ptr32(_Pointer):
    """A pointer to numbers of four bytes."""

    _size = 4


def uint(value):
    """The low 32 bits."""
    return int(value) & 0xFFFFFFFF


def _viper(function):
    """`@viper`: the function as it is."""
    return function


def __getattr__(name):
    """`viper` brings the names of its types, which annotations may use at once, as built-ins."""
    if name != "viper":
        raise AttributeError(f"module 'micropython' has no attribute {name!r}")
    for made in (ptr8, ptr16, ptr32, uint):
        setattr(builtins, made.__name__, made)
    builtins.ptr = ptr8
    globals()["viper"] = _viper
    return _viper


_state = {"level": 0, "locks": 0}


def opt_level(level=None):
    """`opt_level([level])`: a number that is kept; all code is compiled alike."""
    if level is None:
        return _state["level"]
    _state["level"] = int(level)


def heap_lock():
    """`heap_lock()`: only counted, as nothing keeps the interpreter from allocating."""
    _state["locks"] += 1
    return _state["locks"]


def heap_unlock():
    """`heap_unlock()`: take one `heap_lock` back; how many there still are."""
    _state["locks"] = max(_state["locks"] - 1, 0)
    return _state["locks"]


def heap_locked():
    """`heap_locked()`: how many `heap_lock` there are."""
    return _state["locks"]
