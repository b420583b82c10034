"""The base classes of files, and what all files share."""

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """What a file cannot do."""


class IOBase:
    """Base of all files."""

    closed = False

    _closed_text = "I/O operation on closed file."

    def _check(self):
        if self.closed:
            raise ValueError(self._closed_text)

    def _refuse(self, what):
        raise UnsupportedOperation(what)

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *error):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size > hint:
                break
        return lines

    def writelines(self, lines):
        self._check()
        for line in lines:
            self.write(line)

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return False

    def writable(self):
        self._check()
        return False

    def seekable(self):
        self._check()
        return False

    def seek(self, offset, whence=SEEK_SET):
        self._refuse("seek")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def truncate(self, size=None):
        self._refuse("truncate")

    def fileno(self):
        self._refuse("fileno")

    def detach(self):
        self._refuse("detach")


class RawIOBase(IOBase):
    """Bytes as they come: derived classes have `readinto` and `write`."""

    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        place = bytearray(size)
        count = self.readinto(place)
        return None if count is None else bytes(place[:count])

    def readall(self):
        result = bytearray()
        while True:
            part = self.read(DEFAULT_BUFFER_SIZE)
            if not part:
                return bytes(result) if result or part is not None else None
            result += part

    def readline(self, size=-1):
        return _line_of_bytes(self, size)


class BufferedIOBase(IOBase):
    """Bytes, all that were asked for."""

    def read(self, size=-1):
        self._refuse("read")

    def read1(self, size=-1):
        return self.read(size)

    def readinto(self, place):
        view = memoryview(place).cast("B")
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def readinto1(self, place):
        return self.readinto(place)

    def write(self, data):
        self._refuse("write")

    def readline(self, size=-1):
        return _line_of_bytes(self, size)


class TextIOBase(IOBase):
    """Text."""

    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1):
        self._refuse("read")

    def readline(self, size=-1):
        self._refuse("readline")

    def write(self, text):
        self._refuse("write")


def _line_of_bytes(file, size):
    """`readline` by single bytes."""
    line = bytearray()
    size = -1 if size is None else size
    while size < 0 or len(line) < size:
        byte = file.read(1)
        if not byte:
            break
        line += byte
        if byte == b"\n":
            break
    return bytes(line)


def size_argument(size):
    """The size that `read` and its like were given, -1 for all."""
    if size is None:
        return -1
    try:
        return size.__index__()
    except AttributeError:
        name = type(size).__name__
        raise TypeError(f"argument should be integer or None, not '{name}'") from None
