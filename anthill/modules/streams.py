"""The console as writers and as the file-like objects `sys.stdin`, `sys.stdout`, `sys.stderr`."""

from __future__ import annotations

from anthill.modules import platform
from anthill.modules.requests import read_byte
from anthill.typed import NULL, Ptr, Value, items_of, small, u8
from anthill.vm import errors, operations, utf8
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import console
from anthill.vm.messages import message
from anthill.vm.objects import codecs, sequence, strings
from anthill.vm.objects import str as str_object
from anthill.vm.objects.bool import to_bool
from anthill.vm.objects.builtin import getter, method
from anthill.vm.objects.bytes import ByteString, new_bytes
from anthill.vm.objects.object import Obj
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, name
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

    def iterate(self) -> Value:
        return self

    def next_item(self) -> Value:
        line = read_line()
        return NULL if line.count == 0 else line.finish()


STREAM_TYPE = builtin_type("_io.TextIOWrapper", Stream)
IN = Stream(STDIN)
OUT = Stream(STDOUT)
ERR = Stream(STDERR)


def writer_to(file: Value) -> Writer:
    """What collects text for a file: the stream's own writer, or else a StringWriter, whose text
    `hand_over` writes; the standard output for NULL and None."""
    if isinstance(file, Stream):
        return ERRORS if file.number == STDERR else OUTPUT
    return OUTPUT if file is NULL or file is NONE else string_writer()


def hand_over(out: Writer, file: Value) -> None:
    """Write to the file what was collected for it."""
    if isinstance(out, StringWriter):
        operations.call1(operations.get_attribute(file, name("write")), out.finish())


@method(STREAM_TYPE, "write")
def stream_write(self: Stream, content: Value) -> Value:
    """`stream.write(str)`: the number of characters."""
    if not isinstance(content, Str):
        raise errors.type_error_with(message("write() argument must be str, not %t"), content, NULL)
    writer_to(self).write_text(content)
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


@method(STREAM_TYPE, "read", required=1)
def stream_read(self: Stream, size: Value) -> Value:
    """`stream.read(size=-1)`: so many characters, or all."""
    wanted = strings.count_argument(NULL if size is NONE else size, -1)
    out = string_writer()
    count = 0
    while count != wanted:
        byte = read_byte()
        if byte < 0:
            break
        out.write_byte(byte)
        for _ in range(utf8.char_size(byte) - 1):
            out.write_byte(max(read_byte(), 0))
        count += 1
    return codecs.decode(items_of(out.buffer), out.count, NULL, name("replace"))


@rare(method(STREAM_TYPE, "readlines"))
def stream_readlines(self: Stream) -> Value:
    """`stream.readlines()`."""
    return sequence.list_of(self)


@rare(method(STREAM_TYPE, "writelines"))
def stream_writelines(self: Stream, lines: Value) -> Value:
    """`stream.writelines(iterable)`."""
    iterator = operations.iterate(lines)
    while True:
        line = operations.next_item(iterator)
        if line is NULL:
            return NONE
        stream_write(self, line)


@rare(method(STREAM_TYPE, "isatty"))
def stream_isatty(self: Stream) -> Value:
    """`stream.isatty()`."""
    return to_bool(platform.console.interactive())


@rare(method(STREAM_TYPE, "fileno"))
def stream_fileno(self: Stream) -> Value:
    """`stream.fileno()`."""
    return small(self.number)


@rare(method(STREAM_TYPE, "readable"))
def stream_readable(self: Stream) -> Value:
    """`stream.readable()`."""
    return to_bool(self.number == STDIN)


@rare(method(STREAM_TYPE, "writable"))
def stream_writable(self: Stream) -> Value:
    """`stream.writable()`."""
    return to_bool(self.number != STDIN)


@rare(getter(STREAM_TYPE, "encoding"))
def stream_encoding(self: Stream) -> Value:
    """`stream.encoding`."""
    return name("utf-8")


@rare(getter(STREAM_TYPE, "errors"))
def stream_errors(self: Stream) -> Value:
    """`stream.errors`."""
    return name("backslashreplace" if self.number == STDERR else "strict")


@rare(getter(STREAM_TYPE, "closed"))
def stream_closed(self: Stream) -> Value:
    """`stream.closed`."""
    return to_bool(False)


@rare(getter(STREAM_TYPE, "mode"))
def stream_mode(self: Stream) -> Value:
    """`stream.mode`."""
    return name("r" if self.number == STDIN else "w")


@rare(getter(STREAM_TYPE, "name"))
def stream_name(self: Stream) -> Value:
    """`stream.name`."""
    if self.number == STDIN:
        return name("<stdin>")
    return name("<stderr>" if self.number == STDERR else "<stdout>")


class ByteStream(Obj):
    """The bytes of a standard stream, by its number."""

    number: int


BYTE_STREAM_TYPE = builtin_type("_io.BufferedRandom", ByteStream)
BYTES_IN = ByteStream(STDIN)
BYTES_OUT = ByteStream(STDOUT)
BYTES_ERR = ByteStream(STDERR)


@rare(getter(STREAM_TYPE, "buffer"))
def stream_buffer(self: Stream) -> Value:
    """`stream.buffer`."""
    if self.number == STDIN:
        return BYTES_IN
    return BYTES_ERR if self.number == STDERR else BYTES_OUT


@rare(method(BYTE_STREAM_TYPE, "write"))
def byte_stream_write(self: ByteStream, data: Value) -> Value:
    """`buffer.write(data)`."""
    if not isinstance(data, ByteString):
        raise errors.type_error_with(
            message("a bytes-like object is required, not '%t'"), data, NULL
        )
    n = strings.size_of(data)
    if self.number == STDERR:
        platform.console.write_error(strings.data_of(data), n)
    else:
        platform.console.write_raw(strings.data_of(data), n)
    return small(n)


@rare(method(BYTE_STREAM_TYPE, "flush"))
def byte_stream_flush(self: ByteStream) -> Value:
    """`buffer.flush()`."""
    platform.console.flush()
    return NONE


@rare(method(BYTE_STREAM_TYPE, "read", required=1))
def byte_stream_read(self: ByteStream, size: Value) -> Value:
    """`buffer.read(size=-1)`."""
    wanted = strings.count_argument(NULL if size is NONE else size, -1)
    out = string_writer()
    while out.count != wanted:
        byte = read_byte()
        if byte < 0:
            break
        out.write_byte(byte)
    return new_bytes(items_of(out.buffer), out.count)


@rare(method(BYTE_STREAM_TYPE, "readline"))
def byte_stream_readline(self: ByteStream) -> Value:
    """`buffer.readline()`."""
    line = read_line()
    return new_bytes(items_of(line.buffer), line.count)


def read_line() -> StringWriter:
    """Read bytes up to a line feed, or one that a person ends with a carriage return."""
    line = string_writer()
    typed = not LARGE or platform.console.interactive()
    while True:
        byte = read_byte()
        if byte < 0:
            return line
        if typed and byte == ord("\r"):
            byte = ord("\n")
        line.reserve(1)
        line.buffer[line.count] = u8(byte)
        line.count += 1
        if byte == ord("\n"):
            return line
