"""Files in memory. On boards with files on other media, those and the base classes of all files
are in `_io_base` and `_io_files`; elsewhere files have what they need for themselves."""

try:
    from _io_base import (  # noqa: F401
        DEFAULT_BUFFER_SIZE,
        SEEK_CUR,
        SEEK_END,
        SEEK_SET,
        BufferedIOBase,
        IOBase,
        RawIOBase,
        TextIOBase,
        UnsupportedOperation,
        size_argument,
    )
except ImportError:
    SEEK_SET = 0
    SEEK_CUR = 1
    SEEK_END = 2

    class IOBase:
        """Base of all files."""

        closed = False
        _closed_text = "I/O operation on closed file."

        def _check(self):
            if self.closed:
                raise ValueError(self._closed_text)

        def __enter__(self):
            self._check()
            return self

        def __exit__(self, *error):
            self.close()

        def __iter__(self):
            return self

        def __next__(self):
            line = self.readline()
            if not line:
                raise StopIteration
            return line

        def readlines(self):
            return list(self)

        def flush(self):
            self._check()

    BufferedIOBase = TextIOBase = IOBase

    def size_argument(size):
        """The size that `read` and its like were given, -1 for all."""
        return -1 if size is None else size


def _moved(place, offset, whence, end):
    """The place that `seek` goes to."""
    if whence == SEEK_SET:
        if offset < 0:
            raise ValueError(f"negative seek value {offset}")
        return offset
    if whence not in (SEEK_CUR, SEEK_END):
        raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
    return max((place if whence == SEEK_CUR else end) + offset, 0)


class BytesIO(BufferedIOBase):
    """A file of bytes in memory."""

    def __init__(self, initial_bytes=b""):
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._data = bytearray(b"" if initial_bytes is None else initial_bytes)
        self._place = 0

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def getbuffer(self):
        self._check()
        return memoryview(self._data)

    def close(self):
        self.closed = True
        self._data = bytearray()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check()
        size = size_argument(size)
        start = self._place
        end = len(self._data) if size < 0 else min(start + size, len(self._data))
        if start >= end:
            return b""
        self._place = end
        return bytes(memoryview(self._data)[start:end])

    def readline(self, size=-1, /):
        self._check()
        size = size_argument(size)
        end = self._data.find(b"\n", self._place) + 1 or len(self._data)
        if 0 <= size < end - self._place:
            end = self._place + size
        return self.read(max(end - self._place, 0))

    def write(self, data, /):
        self._check()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = data if isinstance(data, (bytes, bytearray)) else bytes(data)
        size = len(data)
        if size:
            missing = self._place - len(self._data)
            if missing > 0:
                self._data += bytes(missing)
            self._data[self._place : self._place + size] = data
            self._place += size
        return size

    def seek(self, offset, whence=SEEK_SET, /):
        self._check()
        self._place = _moved(self._place, offset, whence, len(self._data))
        return self._place

    def tell(self):
        self._check()
        return self._place

    def truncate(self, size=None, /):
        self._check()
        size = self._place if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size


class StringIO(TextIOBase):
    """A file of text in memory. What is written at the end is collected in `_parts` first."""

    _closed_text = "I/O operation on closed file"

    def __init__(self, initial_value="", newline="\n"):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            if not isinstance(newline, str):
                name = type(newline).__name__
                raise TypeError(f"newline must be str or None, not {name}")
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        self._text = ""
        self._parts = []
        self._size = 0
        self._place = 0
        if initial_value is not None:
            if not isinstance(initial_value, str):
                name = type(initial_value).__name__
                raise TypeError(f"initial_value must be str or None, not {name}")
            self.write(initial_value)
            self._place = 0

    def _joined(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts = []
        return self._text

    def getvalue(self):
        self._check()
        return self._joined()

    def close(self):
        self.closed = True
        self._text = ""
        self._parts = []

    @property
    def line_buffering(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def write(self, text, /):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        count = len(text)
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline not in ("", "\n"):
            text = text.replace("\n", self._newline)
        size = len(text)
        if self._place != self._size and size:
            whole = self._joined()
            if self._place > self._size:
                whole += "\0" * (self._place - self._size)
            self._text = whole[: self._place] + text + whole[self._place + size :]
            self._size = len(self._text)
        elif size:
            self._parts.append(text)
            self._size += size
        self._place += size
        return count

    def read(self, size=-1, /):
        self._check()
        size = size_argument(size)
        start = self._place
        if start >= self._size:
            return ""
        end = self._size if size < 0 else min(start + size, self._size)
        self._place = end
        return self._joined()[start:end]

    def readline(self, size=-1, /):
        self._check()
        size = size_argument(size)
        end = line_end(self._joined(), self._place, self._newline)
        if 0 <= size < end - self._place:
            end = self._place + size
        return self.read(max(end - self._place, 0))

    def seek(self, offset, whence=SEEK_SET, /):
        self._check()
        if whence == SEEK_SET and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence in (SEEK_CUR, SEEK_END) and offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence not in (SEEK_SET, SEEK_CUR, SEEK_END):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        self._place = _moved(self._place, offset, whence, self._size)
        return self._place

    def tell(self):
        self._check()
        return self._place

    def truncate(self, size=None, /):
        self._check()
        size = self._place if size is None else size
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._text = self._joined()[:size]
        self._size = len(self._text)
        return size


def text_encoding(encoding, stacklevel=2, /):
    """The encoding to open a file with: the one given, else what files are in."""
    return "utf-8" if encoding is None else encoding


def line_end(text, start, newline):
    """Where the line that begins at `start` ends; the end of the text if it has no end."""
    if newline == "":
        first = text.find("\r", start) + 1
        end = text.find("\n", start, first or len(text)) + 1
        if end or not first:
            return end or len(text)
        return first + (text[first : first + 1] == "\n")
    ending = newline or "\n"
    found = text.find(ending, start)
    return len(text) if found < 0 else found + len(ending)


try:
    from _io_files import (  # noqa: F401
        BufferedRandom,
        BufferedReader,
        BufferedWriter,
        FileIO,
        TextIOWrapper,
        open,
    )

    open_code = open
except ImportError:
    pass
