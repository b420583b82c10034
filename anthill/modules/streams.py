"""The console as writers and as the file-like objects `sys.stdin`, `sys.stdout`, `sys.stderr`."""

from __future__ import annotations

from anthill.modules import platform
from anthill.modules.requests import read_byte
from anthill.typed import NULL, Ptr, Value, small, u8
from anthill.vm import errors
from anthill.vm.interpreter import console
from anthill.vm.messages import message
from anthill.vm.objects import str as str_object
from anthill.vm.objects.builtin import method
from anthill.vm.objects.object import Obj
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str
from anthill.vm.objects.type import builtin_type
from anthill.vm.writer import StringWriter, Writer, string_writer

STDIN = 0
STDOUT = 1
STDERR = 2


class OutputWriter(Writer):
    """Writes to the console."""

    def write(self, p: Ptr[u8], n: int) -> None:
        platform.console.write(p, n)


class ErrorWriter(Writer):
    """Writes to the error output."""

    def write(self, p: Ptr[u8], n: int) -> None:
        platform.console.write_error(p, n)


OUTPUT: Writer = OutputWriter()
ERRORS: Writer = ErrorWriter()
console.output = OUTPUT
console.error_output = ERRORS


class Stream(Obj):
    """One of the standard streams, by number."""

    number: int


STREAM_TYPE = builtin_type("TextIOWrapper", Stream)
IN = Stream(STDIN)
OUT = Stream(STDOUT)
ERR = Stream(STDERR)


def writer_of(stream: Stream) -> Writer:
    """The writer behind a stream."""
    return ERRORS if stream.number == STDERR else OUTPUT


@method(STREAM_TYPE, "write")
def stream_write(self: Stream, content: Value) -> Value:
    """`stream.write(str)`: the number of characters."""
    if not isinstance(content, Str):
        raise errors.type_error_with(message("write() argument must be str, not %t"), content, NULL)
    writer_of(self).write_text(content)
    return small(str_object.char_length(content))


@method(STREAM_TYPE, "flush")
def stream_flush(self: Stream) -> Value:
    """`stream.flush()`."""
    platform.console.flush()
    return NONE


@method(STREAM_TYPE, "readline")
def stream_readline(self: Stream) -> Value:
    """`stream.readline()`: a line with its line feed, or the empty string at the end."""
    return read_line().finish()


def read_line() -> StringWriter:
    """Read bytes up to a line feed, or carriage return, which becomes one."""
    line = string_writer()
    while True:
        byte = read_byte()
        if byte < 0:
            return line
        if byte == ord("\r"):
            byte = ord("\n")
        line.reserve(1)
        line.buffer[line.count] = u8(byte)
        line.count += 1
        if byte == ord("\n"):
            return line
