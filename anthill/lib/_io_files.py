"""The classes of `io` for files of a file system.

A text file keeps what it has decoded but not given out yet as it stood in the file; line ends are
translated on the way out, so its position in bytes follows from what is left.
"""

import io

import _files


class FileIO(io.RawIOBase):
    """A file by its handle, without a buffer."""

    def __init__(self, file, mode="r", closefd=True, opener=None):
        flags = _flags(mode.replace("b", ""), mode)
        self.name = file
        self.closefd = closefd
        self._readable = bool(flags & _files.READ)
        self._writable = bool(flags & _files.WRITE)
        letters = mode.replace("b", "").replace("+", "")
        plus = "+" if "+" in mode else ""
        self.mode = ("rb" if letters == "w" and plus else letters + "b") + plus
        if isinstance(file, int) and not isinstance(file, bool):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._handle = file
            return
        path = _path_of(file)
        if opener is not None:
            self._handle = opener(file, flags)
            return
        if _files.is_directory(path):
            raise IsADirectoryError(21, "Is a directory", file)
        try:
            self._handle = _files.open(path, flags)
        except OSError as error:
            raise OSError(error.errno, error.strerror, file) from None
        if flags & _files.APPEND:
            _files.seek(self._handle, 0, 2)

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"

    def __del__(self):
        self.close()

    def _need(self, able, what):
        self._check()
        if not able:
            raise io.UnsupportedOperation(f"File not open for {what}")

    def close(self):
        if not self.closed:
            self.closed = True
            if self.closefd and hasattr(self, "_handle"):
                _files.close(self._handle)

    def fileno(self):
        self._check()
        return self._handle

    def isatty(self):
        self._check()
        return _files.is_terminal(self._handle)

    def readable(self):
        self._check()
        return self._readable

    def writable(self):
        self._check()
        return self._writable

    def seekable(self):
        self._check()
        try:
            _files.seek(self._handle, 0, 1)
        except OSError:
            return False
        return True

    def read(self, size=-1):
        self._need(self._readable, "reading")
        if size is None or size < 0:
            return self.readall()
        return _files.read(self._handle, size)

    def readinto(self, place):
        self._need(self._readable, "reading")
        view = memoryview(place).cast("B")
        data = _files.read(self._handle, len(view))
        view[: len(data)] = data
        return len(data)

    def write(self, data):
        self._need(self._writable, "writing")
        return _files.write(self._handle, data)

    def seek(self, offset, whence=0):
        self._check()
        return _files.seek(self._handle, offset, whence)

    def truncate(self, size=None):
        self._need(self._writable, "writing")
        size = self.tell() if size is None else size
        _files.truncate(self._handle, size)
        return size


class _Buffered(io.BufferedIOBase):
    """A raw file with what was read ahead, or with what is not written yet."""

    _raw = None

    def __init__(self, raw, buffer_size=io.DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        self._raw = raw
        self._size = buffer_size
        self._ahead = b""
        self._at = 0
        self._pending = bytearray()

    def __repr__(self):
        title = type(self).__name__
        try:
            return f"<_io.{title} name={self.name!r}>"
        except AttributeError:
            return f"<_io.{title}>"

    def __del__(self):
        if not self.closed:
            self.close()

    @property
    def raw(self):
        return self._raw

    @property
    def name(self):
        return self._raw.name

    @property
    def mode(self):
        return self._raw.mode

    @property
    def closed(self):
        return self._raw is not None and self._raw.closed

    def _check(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        if self._raw.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if self._raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def detach(self):
        self.flush()
        raw, self._raw = self._raw, None
        return raw

    def fileno(self):
        self._check()
        return self._raw.fileno()

    def isatty(self):
        self._check()
        return self._raw.isatty()

    def readable(self):
        self._check()
        return self._raw.readable()

    def writable(self):
        self._check()
        return self._raw.writable()

    def seekable(self):
        self._check()
        return self._raw.seekable()

    def flush(self):
        self._check()
        pending = self._pending
        while pending:
            count = self._raw.write(pending)
            if count is None:
                raise BlockingIOError(11, "write could not complete without blocking")
            del pending[:count]

    def _prepare_read(self):
        if self.closed:
            raise ValueError("read of closed file")
        self._check()
        if not self._raw.readable():
            raise io.UnsupportedOperation("read")
        if self._pending:
            self.flush()

    def _prepare_write(self):
        if self.closed:
            raise ValueError("write to closed file")
        self._check()
        if not self._raw.writable():
            raise io.UnsupportedOperation("write")
        self._forget()

    def _forget(self):
        """Go back to where the program thinks the file is."""
        left = len(self._ahead) - self._at
        if left:
            self._raw.seek(-left, 1)
        self._ahead = b""
        self._at = 0

    def _fill(self):
        """Read ahead once nothing is left; False at the end of the file."""
        self._ahead = self._raw.read(self._size) or b""
        self._at = 0
        return bool(self._ahead)

    def _taken(self, count):
        start = self._at
        self._at = min(start + count, len(self._ahead))
        return self._ahead[start : self._at]

    def read(self, size=-1):
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._prepare_read()
        left = len(self._ahead) - self._at
        if size is None or size < 0:
            return self._taken(left) + (self._raw.readall() or b"")
        if size <= left:
            return self._taken(size)
        parts = [self._taken(left)]
        size -= left
        while size > 0:
            if size >= self._size:
                part = self._raw.read(size) or b""
            else:
                self._fill()
                part = self._taken(size)
            if not part:
                break
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def read1(self, size=-1):
        self._prepare_read()
        size = self._size if size < 0 else size
        if self._at == len(self._ahead) and size:
            self._fill()
        return self._taken(size)

    def peek(self, size=0):
        self._prepare_read()
        if self._at == len(self._ahead):
            self._fill()
        return self._ahead[self._at :]

    def readline(self, size=-1):
        self._prepare_read()
        size = -1 if size is None else size
        parts = []
        while size != 0:
            if self._at == len(self._ahead) and not self._fill():
                break
            end = self._ahead.find(b"\n", self._at) + 1
            count = (end or len(self._ahead)) - self._at
            if 0 <= size < count:
                count = size
            part = self._taken(count)
            parts.append(part)
            size -= count if size > 0 else 0
            if part[-1:] == b"\n":
                break
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def write(self, data):
        self._prepare_write()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        size = len(self._pending)
        self._pending += data if isinstance(data, (bytes, bytearray)) else bytes(data)
        size = len(self._pending) - size
        if len(self._pending) >= self._size:
            self.flush()
        return size

    def seek(self, offset, whence=0):
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence value ({whence}, should be 0, 1 or 2)")
        self.flush()
        if whence == 1:
            offset -= len(self._ahead) - self._at
        place = self._raw.seek(offset, whence)
        self._ahead = b""
        self._at = 0
        return place

    def tell(self):
        self._check()
        return self._raw.tell() - (len(self._ahead) - self._at) + len(self._pending)

    def truncate(self, size=None):
        self.flush()
        return self._raw.truncate(self.tell() if size is None else size)


class BufferedReader(_Buffered):
    """A buffered file for reading."""

    def writable(self):
        self._check()
        return False

    def write(self, data):
        self._check()
        raise io.UnsupportedOperation("write")


class BufferedWriter(_Buffered):
    """A buffered file for writing."""

    def readable(self):
        self._check()
        return False


class BufferedRandom(_Buffered):
    """A buffered file for both."""


class TextIOWrapper(io.TextIOBase):
    """Text over a file of bytes."""

    def __init__(
        self,
        buffer,
        encoding=None,
        errors=None,
        newline=None,
        line_buffering=False,
        write_through=False,
    ):
        self._set(encoding, errors, newline)
        self._buffer = buffer
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._rest = b""
        self._text = ""
        self._at = 0
        self._ended = False
        self._kinds = 0

    def _set(self, encoding, errors, newline):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            if not isinstance(newline, str):
                name = type(newline).__name__
                raise TypeError(f"illegal newline type: {name}")
            raise ValueError(f"illegal newline value: {newline!r}")
        self.encoding = "utf-8" if encoding in (None, "locale") else encoding
        self.errors = "strict" if errors is None else errors
        "".encode(self.encoding)
        self._newline = newline

    def __repr__(self):
        parts = []
        for title in ("name", "mode"):
            try:
                parts.append(f" {title}={getattr(self, title)!r}")
            except AttributeError:
                pass
        return f"<_io.TextIOWrapper{''.join(parts)} encoding={self.encoding!r}>"

    def reconfigure(
        self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None
    ):
        self.flush()
        self._set(
            self.encoding if encoding is None else encoding,
            self.errors if errors is None else errors,
            self._newline if newline is ... else newline,
        )
        if line_buffering is not None:
            self.line_buffering = line_buffering
        if write_through is not None:
            self.write_through = write_through

    @property
    def buffer(self):
        return self._buffer

    @property
    def name(self):
        return self._buffer.name

    @property
    def closed(self):
        return self._buffer is not None and self._buffer.closed

    @property
    def newlines(self):
        found = [end for bit, end in ((1, "\r"), (2, "\n"), (4, "\r\n")) if self._kinds & bit]
        return None if not found else found[0] if len(found) == 1 else tuple(found)

    def _check(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        if self._buffer.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if self._buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    def detach(self):
        self.flush()
        buffer, self._buffer = self._buffer, None
        return buffer

    def flush(self):
        self._check()
        self._buffer.flush()

    def fileno(self):
        self._check()
        return self._buffer.fileno()

    def isatty(self):
        self._check()
        return self._buffer.isatty()

    def readable(self):
        self._check()
        return self._buffer.readable()

    def writable(self):
        self._check()
        return self._buffer.writable()

    def seekable(self):
        self._check()
        return self._buffer.seekable()

    def write(self, text):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self._buffer.writable():
            raise io.UnsupportedOperation("not writable")
        if self._text or self._rest:
            self._forget(self.tell())
        lines = "\n" in text or "\r" in text
        data = text
        if self._newline not in (None, "", "\n"):
            data = text.replace("\n", self._newline)
        self._buffer.write(data.encode(self.encoding, self.errors))
        if (self.line_buffering and lines) or self.write_through:
            self._buffer.flush()
        return len(text)

    def _forget(self, place):
        self._buffer.seek(place)
        self._rest = b""
        self._text = ""
        self._at = 0
        self._ended = False

    def _read_more(self):
        """Decode more of the file behind what is left; False at its end."""
        if self._ended:
            return False
        name = self.encoding.lower().replace("_", "-")
        whole = name not in (
            "utf-8",
            "utf8",
            "ascii",
            "us-ascii",
            "latin-1",
            "latin1",
            "iso-8859-1",
        )
        data = self._buffer.read() if whole else self._buffer.read1(io.DEFAULT_BUFFER_SIZE)
        self._ended = whole or not data
        data = self._rest + data
        keep = 0 if self._ended or not name.startswith("utf") else _unfinished(data)
        self._rest = data[len(data) - keep :]
        text = data[: len(data) - keep].decode(self.encoding, self.errors)
        if text[-1:] == "\r" and not self._ended:
            self._rest = b"\r" + self._rest
            text = text[:-1]
        self._text = self._text[self._at :] + text
        self._at = 0
        return bool(text) or self._read_more()

    def _given(self, end):
        """The text up to an index, to be given out."""
        text = self._text[self._at : end]
        self._at = end
        if self._newline not in (None, ""):
            return text
        pairs = 0
        if "\r" in text:
            pairs = text.count("\r\n")
            if pairs:
                self._kinds |= 4
            if text.count("\r") > pairs:
                self._kinds |= 1
        if not self._kinds & 2 and text.count("\n") > pairs:
            self._kinds |= 2
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def _prepare_read(self):
        self._check()
        if not self._buffer.readable():
            raise io.UnsupportedOperation("not readable")

    def read(self, size=-1):
        self._prepare_read()
        size = io.size_argument(size)
        if size < 0:
            while self._read_more():
                pass
            return self._given(len(self._text))
        text = ""
        while len(text) < size:
            if self._at == len(self._text) and not self._read_more():
                break
            end = min(self._at + size - len(text), len(self._text))
            if self._newline is None and self._text[end - 1 : end + 1] == "\r\n":
                end += 1
            text += self._given(end)
        return text

    def readline(self, size=-1):
        self._prepare_read()
        size = io.size_argument(size)
        newline = "" if self._newline is None else self._newline
        while True:
            text = self._text
            end = io.line_end(text, self._at, newline)
            if end < len(text) or text.endswith("\n" if newline == "" else newline):
                if end > self._at:
                    break
            if 0 <= size <= end - self._at or not self._read_more():
                end = io.line_end(self._text, self._at, newline)
                break
        if 0 <= size < end - self._at:
            end = self._at + size
        return self._given(end)

    def __next__(self):
        at = self._at
        if self._newline is None and "\r" not in self._text:
            end = self._text.find("\n", at) + 1
            if end:
                self._check()
                self._kinds |= 2
                self._at = end
                return self._text[at:end]
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check()
        if not self._buffer.seekable():
            raise io.UnsupportedOperation("underlying stream is not seekable")
        left = len(self._rest)
        if self._at < len(self._text):
            left += len(self._text[self._at :].encode(self.encoding, self.errors))
        return self._buffer.tell() - left

    def seek(self, place, whence=0):
        self._check()
        if whence == 1:
            if place:
                raise io.UnsupportedOperation("can't do nonzero cur-relative seeks")
            return self.tell()
        if whence == 2:
            if place:
                raise io.UnsupportedOperation("can't do nonzero end-relative seeks")
            place = self._buffer.seek(0, 2)
        elif whence:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if place < 0:
            raise ValueError(f"negative seek position {place}")
        self._forget(place)
        return place

    def truncate(self, size=None):
        self.flush()
        return self._buffer.truncate(self.tell() if size is None else size)


def _unfinished(data):
    """How many bytes at the end are the beginning of a character in UTF-8."""
    for count in range(1, min(len(data), 3) + 1):
        byte = data[-count]
        if byte >= 0xC0:
            return count if count < (2 if byte < 0xE0 else 3 if byte < 0xF0 else 4) else 0
        if byte < 0x80:
            return 0
    return 0


def _path_of(file):
    """A path as a string."""
    if isinstance(file, str):
        return file
    if isinstance(file, bytes):
        return file.decode("utf-8", "surrogateescape")
    try:
        method = type(file).__fspath__
    except AttributeError:
        name = type(file).__name__
        raise TypeError(f"expected str, bytes or os.PathLike object, not {name}") from None
    return _path_of(method(file))


def _flags(letters, mode):
    """How a file is opened by the letters of its mode, without `b` and `t`."""
    if len(letters.replace("+", "")) != 1 or letters.count("+") > 1 or letters[0] not in "rwxa+":
        if any(letter not in "rwxabt+U" for letter in mode) or len(set(mode)) < len(mode):
            raise ValueError(f"invalid mode: {mode!r}")
        raise ValueError("must have exactly one of create/read/write/append mode")
    both = _files.READ | _files.WRITE
    kind = letters.replace("+", "")
    flags = _files.READ if kind == "r" else _files.WRITE
    if "+" in letters:
        flags = both
    if kind == "w":
        return flags | _files.CREATE | _files.TRUNCATE
    if kind == "x":
        return flags | _files.CREATE | _files.EXCLUSIVE
    return flags | _files.CREATE | _files.APPEND if kind == "a" else flags


def open(
    file,
    mode="r",
    buffering=-1,
    encoding=None,
    errors=None,
    newline=None,
    closefd=True,
    opener=None,
):
    """Open a file."""
    if not isinstance(file, int):
        file = file if isinstance(file, (str, bytes)) else _path_of(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    letters = mode.replace("b", "").replace("t", "")
    if any(letter not in "rwxabt+" for letter in mode) or len(set(mode)) < len(mode):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in mode
    if binary and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if binary:
        for title, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                article = "a" if title == "newline" else "an"
                raise ValueError(f"binary mode doesn't take {article} {title} argument")
    _flags(letters, mode)
    raw = FileIO(file, letters, closefd, opener)
    if buffering == 0:
        if binary:
            return raw
        raw.close()
        raise ValueError("can't have unbuffered text I/O")
    size = buffering if buffering > 1 else io.DEFAULT_BUFFER_SIZE
    if "+" in mode:
        buffer = BufferedRandom(raw, size)
    elif "r" in mode:
        buffer = BufferedReader(raw, size)
    else:
        buffer = BufferedWriter(raw, size)
    if binary:
        return buffer
    lines = buffering == 1 or raw.isatty()
    text = TextIOWrapper(buffer, encoding, errors, newline, lines)
    text.mode = mode
    return text
