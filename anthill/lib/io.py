"""Files: the base classes of all are in `_io_base`, files in memory rest on `_io`, and those of a
file system are in `_io_files`, where there is one."""

import _io

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


class BytesIO(_io.BytesIO, BufferedIOBase):
    """A file of bytes in memory."""


class StringIO(_io.StringIO, TextIOBase):
    """A file of text in memory."""

    @property
    def line_buffering(self):
        self._check()
        return False


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
