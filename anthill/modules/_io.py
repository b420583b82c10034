"""The core of `io`: files in memory.

Their content is a bytearray, text as UTF-8. `at` is the byte where reading and writing go on; it
may lie behind the end, each byte there counting as a character; writing fills the gap with zeros.
"""

from __future__ import annotations

from anthill.modules.split import core_module
from anthill.typed import NULL, Ptr, Value, copy_items, fill_items, items_of, small, u8
from anthill.vm import errors, operations, utf8
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import exception, sequence, strings
from anthill.vm.objects import int as int_object
from anthill.vm.objects.bool import to_bool
from anthill.vm.objects.builtin import constructor, getter, method
from anthill.vm.objects.bytearray import Bytearray
from anthill.vm.objects.bytes import ByteString, new_bytes
from anthill.vm.objects.container import Iterator
from anthill.vm.objects.derivable import derivable
from anthill.vm.objects.list import new_list
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, name, new_str
from anthill.vm.objects.type import Type, builtin_type
from anthill.vm.writer import string_writer

IO = core_module("io")
INITIAL_BYTES = "initial_bytes" if LARGE else ""
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
for _number, _title in enumerate(("SEEK_SET", "SEEK_CUR", "SEEK_END")):
    IO.define(_title, small(_number))


class MemoryFile(Iterator):
    """A file in memory."""

    buffer: Bytearray
    at: int
    closed: bool

    def next_item(self) -> Value:
        line = read_line(self, NULL)
        return line if operations.truth(line) else NULL


class BytesFile(MemoryFile):
    """`BytesIO`."""


class TextFile(MemoryFile):
    """`StringIO`; `newline` is the argument."""

    newline: Value
    wide: bool
    """There are, or were, characters of several bytes."""


def opened(self: MemoryFile) -> Bytearray:
    """The content; ValueError if the file is closed."""
    if not self.closed:
        return self.buffer
    if LARGE and isinstance(self, TextFile):
        raise errors.value_error(message("I/O operation on closed file"))
    raise errors.value_error(message("I/O operation on closed file."))


def offset_of(self: MemoryFile, start: int, count: int) -> int:
    """The offset so many characters, or bytes, behind another one."""
    buffer = self.buffer
    rest = buffer.count - start
    if rest <= 0 or not isinstance(self, TextFile) or not self.wide:
        return start + count
    p = items_of(buffer.data, start)
    size = utf8.skip_chars(p, rest, count)
    return start + size if size < rest else start + size + count - utf8.count_chars(p, rest)


def index_of(self: MemoryFile, offset: int) -> int:
    """How many characters, or bytes, come before an offset."""
    buffer = self.buffer
    if not isinstance(self, TextFile) or not self.wide:
        return offset
    inside = min(offset, buffer.count)
    return utf8.count_chars(items_of(buffer.data), inside) + offset - inside


def size_argument(size: Value) -> int:
    """The size that `read` and its like were given, -1 for all."""
    if size is NULL or size is NONE:
        return -1
    if LARGE and isinstance(size, Str):
        raise errors.type_error_with(
            message("argument should be integer or None, not '%t'"), size, NULL
        )
    return int_object.index_value(size)


def part(self: MemoryFile, start: int, end: int) -> Value:
    """What lies between two offsets."""
    p = items_of(self.buffer.data, start)
    return new_str(p, end - start) if isinstance(self, TextFile) else new_bytes(p, end - start)


def taken(self: MemoryFile, end: int, size: Value) -> Value:
    """What lies between the place and `end`, but no more than `size`; the place moves on."""
    count = size_argument(size)
    if count >= 0:
        end = min(end, offset_of(self, self.at, count))
    found = part(self, min(self.at, end), end)
    self.at = max(self.at, end)
    return found


def line_end(self: MemoryFile, buffer: Bytearray) -> int:
    """Where the line ends that begins at the place."""
    at = self.at
    n = buffer.count - at
    if n <= 0:
        return buffer.count
    p = items_of(buffer.data, at)
    found = strings.find_byte(p, n, ord("\n"))
    size = 1
    newline = self.newline if LARGE and isinstance(self, TextFile) else NONE
    if LARGE and isinstance(newline, Str) and newline is not name("\n"):
        size = len(newline.data)
        if size > 0:
            found = strings.search(p, n, items_of(newline.data), size)
        else:
            size = 1
            first = strings.find_byte(p, n, ord("\r"))
            if first >= 0 and (found < 0 or first < found):
                size += int(found == first + 1)
                found = first
    return at + found + size if found >= 0 else buffer.count


def put(self: MemoryFile, p: Ptr[u8], n: int, count: int) -> None:
    """Write `n` bytes, `count` characters, at the place."""
    if n == 0:
        return
    buffer = self.buffer
    gap = self.at - buffer.count
    if gap > 0:
        bytearray_object.splice(buffer, buffer.count, buffer.count, gap)
        fill_items(items_of(buffer.data, self.at - gap), u8(0), gap)
    end = min(offset_of(self, self.at, count), buffer.count)
    bytearray_object.splice(buffer, self.at, end, n)
    copy_items(items_of(buffer.data, self.at), p, n)
    self.at += n


MEMORY_FILE_TYPE: Type = builtin_type("_io._IOBase", MemoryFile)
BYTES_IO_TYPE: Type = builtin_type("_io.BytesIO", BytesFile, MEMORY_FILE_TYPE)
STRING_IO_TYPE: Type = builtin_type("_io.StringIO", TextFile, MEMORY_FILE_TYPE)
IO.define("BytesIO", BYTES_IO_TYPE)
IO.define("StringIO", STRING_IO_TYPE)
if not LARGE:
    IO.define("IOBase", MEMORY_FILE_TYPE)


@constructor(BYTES_IO_TYPE, required=0, keywords=INITIAL_BYTES)
def make_bytes_file(initial: Value) -> Value:
    """`BytesIO(initial_bytes=b"")`."""
    made = BytesFile(bytearray_object.new_bytearray(0), 0, False)
    bytes_file_init(made, initial)
    return made


@rare(method(BYTES_IO_TYPE, "__init__", required=1, keywords=INITIAL_BYTES))
def bytes_file_init(self: BytesFile, initial: Value) -> Value:
    """`BytesIO.__init__(initial_bytes=b"")`."""
    return begin(self, initial)


def begin(self: MemoryFile, initial: Value) -> Value:
    """Begin anew with a content, which may be missing or None."""
    self.buffer = bytearray_object.new_bytearray(0)
    self.at = 0
    self.closed = False
    if initial is not NULL and initial is not NONE:
        memory_file_write(self, initial)
        self.at = 0
    return NONE


def memory_file_write(self: MemoryFile, data: Value) -> Value:
    """`write(data)`: how many characters, or bytes, there were."""
    opened(self)
    if isinstance(self, TextFile):
        return text_file_write(self, data)
    buffer = strings.buffer_argument(data)
    content: Value = buffer if isinstance(buffer, ByteString) else buffer.copied()
    n = strings.size_of(content)
    put(self, strings.data_of(content), n, n)
    return small(n)


if LARGE:
    method(BYTES_IO_TYPE, "write")(memory_file_write)
    method(STRING_IO_TYPE, "write")(memory_file_write)
else:
    method(MEMORY_FILE_TYPE, "__init__", required=1)(begin)
    method(MEMORY_FILE_TYPE, "write")(memory_file_write)


@rare(method(BYTES_IO_TYPE, "getbuffer"))
def bytes_file_getbuffer(self: BytesFile) -> Value:
    """`BytesIO.getbuffer()`."""
    from anthill.vm.objects import memoryview

    return memoryview.view_of(opened(self))


def text_file() -> TextFile:
    """An empty file of text."""
    return TextFile(bytearray_object.new_bytearray(0), 0, False, NONE, False)


@rare(constructor(STRING_IO_TYPE, required=0, keywords="initial_value newline"))
def make_text_file(initial: Value, newline: Value) -> Value:
    """`StringIO(initial_value="", newline="\\n")`."""
    made = text_file()
    text_file_init(made, initial, newline)
    return made


def make_plain_text_file(initial: Value) -> Value:
    """`StringIO(initial_value="")` of small boards."""
    made = text_file()
    begin(made, initial)
    return made


if not LARGE:
    constructor(STRING_IO_TYPE, required=0)(make_plain_text_file)


@rare(method(STRING_IO_TYPE, "__init__", required=1, keywords="initial_value newline"))
def text_file_init(self: TextFile, initial: Value, newline: Value) -> Value:
    """`StringIO.__init__(initial_value="", newline="\\n")`."""
    if newline is NULL:
        newline = name("\n")
    if isinstance(newline, Str):
        n = len(newline.data)
        p = items_of(newline.data)
        lines = n == 0 or p[0] == ord("\n") or p[0] == ord("\r")
        if not lines or n > 2 or (n == 2 and (p[0] != ord("\r") or p[1] != ord("\n"))):
            raise errors.value_error_with(message("illegal newline value: %r"), newline, NULL)
        if n == 1 and p[0] == ord("\n"):
            newline = name("\n")
    elif newline is not NONE:
        raise errors.type_error_with(message("newline must be str or None, not %t"), newline, NULL)
    self.newline = newline
    self.wide = False
    if not (initial is NULL or initial is NONE or isinstance(initial, Str)):
        pattern = message("initial_value must be str or None, not %t")
        raise errors.type_error_with(pattern, initial, NULL)
    return begin(self, initial)


def text_file_write(self: TextFile, text: Value) -> Value:
    """`StringIO.write(text)`: how many characters there were."""
    if not isinstance(text, Str):
        raise errors.type_error_with(message("string argument expected, got '%t'"), text, NULL)
    count = strings.units(text)
    if LARGE and self.newline is not name("\n"):
        text = with_line_ends(text, self.newline)
    units = strings.units(text)
    self.wide = self.wide or units < len(text.data)
    put(self, items_of(text.data), len(text.data), units)
    return small(count)


def with_line_ends(text: Str, newline: Value) -> Str:
    """A text as a file with a `newline` other than "\\n" has it."""
    out = string_writer()
    n = len(text.data)
    for at in range(n):
        byte = int(text.data[at])
        if newline is NONE and byte == ord("\r"):
            if at + 1 == n or text.data[at + 1] != ord("\n"):
                out.write_byte(ord("\n"))
        elif isinstance(newline, Str) and len(newline.data) > 0 and byte == ord("\n"):
            out.write_text(newline)
        else:
            out.write_byte(byte)
    return out.finish()


@method(MEMORY_FILE_TYPE, "getvalue")
def memory_file_getvalue(self: MemoryFile) -> Value:
    """`getvalue()`: the whole content."""
    return part(self, 0, opened(self).count)


@method(MEMORY_FILE_TYPE, "read", required=1)
def read(self: MemoryFile, size: Value) -> Value:
    """`read(size=-1)`."""
    return taken(self, opened(self).count, size)


@method(MEMORY_FILE_TYPE, "readline", required=1)
def read_line(self: MemoryFile, size: Value) -> Value:
    """`readline(size=-1)`."""
    return taken(self, line_end(self, opened(self)), size)


def read_all_lines(self: MemoryFile) -> Value:
    """`readlines()` of small boards."""
    opened(self)
    return sequence.list_of(self)


if not LARGE:
    method(MEMORY_FILE_TYPE, "readlines")(read_all_lines)


@rare(method(MEMORY_FILE_TYPE, "readlines", required=1))
def read_lines(self: MemoryFile, hint: Value) -> Value:
    """`readlines(hint=-1)`: lines until they have so many bytes, or more characters."""
    opened(self)
    rest = size_argument(hint)
    if rest <= 0:
        return sequence.list_of(self)
    if isinstance(self, TextFile):
        rest += 1
    lines = new_list(0)
    while rest > 0:
        line = operations.next_item(self)
        if line is NULL:
            break
        lines.append(line)
        rest -= operations.length(line)
    return lines


@rare(method(MEMORY_FILE_TYPE, "writelines"))
def write_lines(self: MemoryFile, lines: Value) -> Value:
    """`writelines(lines)`."""
    opened(self)
    write = operations.get_attribute(self, name("write"))
    iterator = operations.iterate(lines)
    while True:
        line = operations.next_item(iterator)
        if line is NULL:
            return NONE
        operations.call1(write, line)


@method(MEMORY_FILE_TYPE, "seek", required=2)
def seek(self: MemoryFile, target: Value, origin: Value) -> Value:
    """`seek(offset, whence=SEEK_SET)`."""
    buffer = opened(self)
    offset = int_object.index_value(target)
    whence = SEEK_SET if origin is NULL else int_object.index_value(origin)
    is_text = isinstance(self, TextFile)
    if whence == SEEK_SET:
        if offset < 0:
            reason = message("negative seek value %d")
            if LARGE and is_text:
                reason = message("Negative seek position %d")
            raise errors.value_error_with(reason, target, NULL)
        self.at = offset_of(self, 0, offset)
    elif whence != SEEK_CUR and whence != SEEK_END:
        reason = message("invalid whence (%d, should be 0, 1 or 2)")
        if LARGE and is_text:
            reason = message("Invalid whence (%d, should be 0, 1 or 2)")
        raise errors.value_error_with(reason, origin, NULL)
    elif is_text and offset != 0:
        raise errors.plain_error(exception.OS_ERROR, message("Can't do nonzero cur-relative seeks"))
    else:
        start = self.at if whence == SEEK_CUR else buffer.count
        self.at = max(start + offset, 0)
    return tell(self)


@method(MEMORY_FILE_TYPE, "tell")
def tell(self: MemoryFile) -> Value:
    """`tell()`."""
    opened(self)
    return small(index_of(self, self.at))


@rare(method(MEMORY_FILE_TYPE, "truncate", required=1))
def truncate(self: MemoryFile, size: Value) -> Value:
    """`truncate(size=None)`."""
    buffer = opened(self)
    if size is NULL or size is NONE:
        size = tell(self)
    count = int_object.index_value(size)
    if count < 0:
        reason = message("Negative size value %d")
        if not isinstance(self, TextFile):
            reason = message("negative size value %d")
        raise errors.value_error_with(reason, size, NULL)
    end = offset_of(self, 0, count)
    if end < buffer.count:
        bytearray_object.splice(buffer, end, buffer.count, 0)
    return size


@rare(method(MEMORY_FILE_TYPE, "readable"))
@rare(method(MEMORY_FILE_TYPE, "writable"))
@rare(method(MEMORY_FILE_TYPE, "seekable"))
def is_able(self: MemoryFile) -> Value:
    """`readable()`, `writable()`, `seekable()`."""
    opened(self)
    return to_bool(True)


@method(MEMORY_FILE_TYPE, "flush")
def flush(self: MemoryFile) -> Value:
    """`flush()`."""
    opened(self)
    return NONE


@getter(MEMORY_FILE_TYPE, "closed")
def is_closed(self: MemoryFile) -> Value:
    """`closed`."""
    return to_bool(self.closed)


@method(MEMORY_FILE_TYPE, "close")
def close(self: MemoryFile) -> Value:
    """`close()`."""
    self.closed = True
    self.buffer = bytearray_object.new_bytearray(0)
    return NONE


@method(MEMORY_FILE_TYPE, "__enter__")
def enter(self: MemoryFile) -> Value:
    """`__enter__()`."""
    opened(self)
    return self


@method(MEMORY_FILE_TYPE, "__exit__", variadic=True, least=1)
def leave(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`__exit__(...)`, by the `close` of the class."""
    return operations.call0(operations.get_attribute(args[0], name("close")))


for _file in (BytesFile, TextFile):
    derivable(_file)
