"""The module `struct`: values packed into bytes as a format says.

A `Layout` walks over a format: each step is one code with its repeat count, the size of an item
and the offset at which the items lie. Formats are read anew at each use; they are short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import (
    MAX_LENGTH,
    NULL,
    Ptr,
    Value,
    copy_items,
    fill_items,
    small,
    u8,
)
from anthill.vm import errors, operations, packing
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bigint, exception, strings
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects.builtin import constructor, function, getter, method
from anthill.vm.objects.bytes import Buffer, ByteString
from anthill.vm.objects.container import Iterator
from anthill.vm.objects.exception import exception_type
from anthill.vm.objects.iterator_methods import ITERATOR_TYPE
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.object import Obj
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str
from anthill.vm.objects.type import builtin_type

if TYPE_CHECKING:
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer

STRUCT = builtin_module("struct")
STRUCT_ERROR = exception_type("error", exception.EXCEPTION, STRUCT)


def struct_error(number: int) -> PyError:
    """A struct.error with a message."""
    return errors.plain_error(STRUCT_ERROR, number)


# Formats.


class Layout(Obj):
    """A place in a format. `next` goes to the next code; its first item begins at `offset`."""

    source: Value
    at: int
    native: bool
    aligned: bool
    big: bool
    code: int
    count: int
    size: int
    offset: int
    end: int
    """Where the items of this code end."""

    def next(self) -> bool:
        """Go to the next code; False at the end."""
        p = strings.data_of(self.source)
        n = strings.size_of(self.source)
        self.at += strings.blanks_before(self.source, p + self.at, n - self.at)
        if self.at >= n:
            return False
        count = 1
        if is_digit(int(p[self.at])):
            count = 0
            while self.at < n and is_digit(int(p[self.at])):
                if count > MAX_LENGTH // 10:
                    raise too_long()
                count = 10 * count + p[self.at] - ord("0")
                self.at += 1
            if self.at >= n:
                raise struct_error(message("repeat count given without format specifier"))
        self.code = int(p[self.at])
        self.at += 1
        self.size = packing.item_size(self.code, self.native)
        if self.size == 0:
            raise struct_error(message("bad char in struct format"))
        self.count = count
        self.offset = self.end
        if self.aligned:
            self.offset = (self.end + self.size - 1) // self.size * self.size
        if count > (MAX_LENGTH - self.offset) // self.size:
            raise too_long()
        self.end = self.offset + count * self.size
        return True

    def values(self) -> int:
        """How many values the items of this code are."""
        if self.code == ord("x"):
            return 0
        return 1 if self.is_text() else self.count

    def is_text(self) -> bool:
        """Whether all items together are one value."""
        return self.code == ord("s") or self.code == ord("p")


def is_digit(c: int) -> bool:
    """Whether a byte is a decimal digit."""
    return ord("0") <= c <= ord("9")


def too_long() -> PyError:
    """The error for a format whose items exceed all memory."""
    return struct_error(message("total struct size too long"))


def layout_of(source: Value) -> Layout:
    """A Layout before the first code of a format."""
    if not isinstance(source, Str) and not isinstance(source, ByteString):
        raise errors.type_error_with(
            message("Struct() argument 1 must be a str or bytes object, not %t"), source, NULL
        )
    mark = int(strings.data_of(source)[0]) if strings.size_of(source) > 0 else 0
    big = mark == ord(">") or mark == ord("!")
    native = not big and mark != ord("<") and mark != ord("=")
    aligned = native
    at = 0 if native and mark != ord("@") else 1
    return Layout(source, at, native, aligned, big, 0, 0, 0, 0, 0)


def measured(source: Value) -> tuple[int, int]:
    """Bytes and values of a format."""
    layout = layout_of(source)
    values = 0
    while layout.next():
        values += layout.values()
    return layout.end, values


# Unpacking.


def unpacked(source: Value, data: Buffer, start: int) -> Tuple:
    """The values of a format in the bytes from `start` on, of which there are enough."""
    _, total = measured(source)
    result = exception.alloc_tuple(total)
    layout = layout_of(source)
    at = 0
    while layout.next():
        offset = start + layout.offset
        if layout.is_text():
            result.items[at] = unpacked_text(layout, strings.data_of(data) + offset)
            at += 1
            continue
        for _ in range(layout.values()):
            p = strings.data_of(data) + offset
            if layout.code == ord("c"):
                result.items[at] = bytes_object.new_bytes(p, 1)
            else:
                result.items[at] = packing.read_item(layout.code, p, layout.size, layout.big)
            offset += layout.size
            at += 1
    return result


def unpacked_text(layout: Layout, p: Ptr[u8]) -> Value:
    """The value of an `s` or `p`."""
    n = layout.count
    if layout.code == ord("p"):
        if n == 0:
            return bytes_object.EMPTY_BYTES
        n = min(int(p[0]), n - 1)
        p = p + 1
    return bytes_object.new_bytes(p, n)


def unpack_all(source: Value, data: Value) -> Value:
    """`unpack(format, data)`."""
    buffer = strings.buffer_argument(data)
    size, _ = measured(source)
    if strings.size_of(buffer) != size:
        raise errors.error_with(
            STRUCT_ERROR, message("unpack requires a buffer of %d bytes"), small(size), NULL
        )
    return unpacked(source, buffer, 0)


def unpack_part(source: Value, data: Value, offset: Value) -> Value:
    """`unpack_from(format, data, offset)`."""
    buffer = strings.buffer_argument(data)
    size, _ = measured(source)
    start = strings.count_argument(offset, 0)
    return unpacked(source, buffer, checked_start(start, size, strings.size_of(buffer), False))


def checked_start(start: int, size: int, room: int, packing: bool) -> int:
    """An offset brought into a buffer of `room` bytes, `size` of which are needed behind it."""
    if start < 0:
        if start + size > 0:
            raise errors.error_with(
                STRUCT_ERROR,
                message("no space to pack %d bytes at offset %d")
                if packing
                else message("not enough data to unpack %d bytes at offset %d"),
                small(size),
                small(start),
            )
        if start + room < 0:
            raise errors.error_with(
                STRUCT_ERROR,
                message("offset %d out of range for %d-byte buffer"),
                small(start),
                small(room),
            )
        start += room
    if room - start < size:
        raise no_room(start, size, room, packing)
    return start


def no_room(start: int, size: int, room: int, packing: bool) -> PyError:
    """The error for a buffer that ends too early."""
    pattern = message("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes")
    if packing:
        pattern = message("pack_into requires a buffer of at least %d bytes for packing %d bytes")
    wanted = errors.formatted(pattern, small(start + size), small(size))
    wanted = errors.formatted(message("%s at offset %d"), wanted, small(start))
    pattern = message("%s (actual buffer size is %d)")
    return errors.error_with(STRUCT_ERROR, pattern, wanted, small(room))


# Packing.


def pack_values(source: Value, target: Buffer, start: int, args: Ptr[Value]) -> None:
    """Write the values of a format, of which there are enough, into bytes from `start` on."""
    layout = layout_of(source)
    at = 0
    while layout.next():
        offset = start + layout.offset
        if layout.is_text():
            pack_text(layout, target, offset, args[at])
            at += 1
            continue
        for _ in range(layout.values()):
            pack_item(layout, target, offset, args[at])
            offset += layout.size
            at += 1


def place_in(target: Buffer, offset: int, size: int) -> Ptr[u8]:
    """Bytes of a buffer, which Python code may have made shorter meanwhile."""
    if offset + size > strings.size_of(target):
        raise errors.index_error(message("index out of range"))
    return strings.data_of(target) + offset


def pack_text(layout: Layout, target: Buffer, offset: int, value: Value) -> None:
    """Write the value of an `s` or `p`."""
    if not isinstance(value, ByteString):
        raise struct_error(
            message("argument for 's' must be a bytes object")
            if layout.code == ord("s")
            else message("argument for 'p' must be a bytes object")
        )
    p = place_in(target, offset, layout.count)
    n = strings.size_of(value)
    room = layout.count
    if layout.code == ord("p"):
        if room == 0:
            return
        room -= 1
        n = min(n, room)
        p[0] = u8(min(n, 255))
        p = p + 1
    copy_items(p, strings.data_of(value), min(n, room))


def pack_item(layout: Layout, target: Buffer, offset: int, value: Value) -> None:
    """Write one number, truth value or character."""
    code = layout.code
    if code == ord("c"):
        if not isinstance(value, ByteString) or strings.size_of(value) != 1:
            raise struct_error(message("char format requires a bytes object of length 1"))
        place_in(target, offset, 1)[0] = strings.data_of(value)[0]
        return
    if code == ord("?"):
        truth = operations.truth(value)
        place_in(target, offset, 1)[0] = u8(1 if truth else 0)
        return
    is_float = packing.mantissa_of_code(code) != 0
    number = packing.as_float(value) if is_float else packing.integer(value)
    if number is NULL:
        raise struct_error(
            message("required argument is not a float")
            if is_float
            else message("required argument is not an integer")
        )
    p = place_in(target, offset, layout.size)
    if not packing.write_item(code, p, layout.size, layout.big, number):
        raise out_of_range(layout)


def out_of_range(layout: Layout) -> PyError:
    """The error for a number that does not fit."""
    letter = str_object.char_str(layout.code)
    if packing.mantissa_of_code(layout.code) != 0:
        return errors.error_with(
            exception.OVERFLOW_ERROR,
            message("float too large to pack with %s format"),
            letter,
            NULL,
        )
    if layout.code == ord("P"):
        return struct_error(message("int too large to convert"))
    lowest: Value = small(0)
    bits = 8 * layout.size
    if packing.is_signed(layout.code):
        bits -= 1
        lowest = bigint.shift_left(small(-1), small(bits))
    highest = bigint.add(bigint.shift_left(small(1), small(bits)), small(1), True)
    bounds = errors.formatted(message("'%s' format requires %d"), letter, lowest)
    return errors.error_with(STRUCT_ERROR, message("%s <= number <= %d"), bounds, highest)


def check_values(pattern: int, wanted: int, given: int) -> None:
    """struct.error unless as many values are given as the format wants."""
    if wanted != given:
        raise errors.error_with(STRUCT_ERROR, pattern, small(wanted), small(given))


def pack_new(source: Value, args: Ptr[Value], count: int) -> Value:
    """`pack(format, ...)`."""
    size, wanted = measured(source)
    check_values(message("pack expected %d items for packing (got %d)"), wanted, count)
    result = bytes_object.raw_bytes(size)
    pack_values(source, result, 0, args)
    return result


def pack_part(source: Value, args: Ptr[Value], count: int) -> Value:
    """`pack_into(format, buffer, offset, ...)`; the arguments begin with the buffer."""
    if count < 2:
        raise struct_error(
            message("pack_into expected offset argument")
            if count == 1
            else message("pack_into expected buffer argument")
        )
    size, wanted = measured(source)
    pattern = message("pack_into expected %d items for packing (got %d)")
    check_values(pattern, wanted, count - 2)
    target = args[0]
    if not isinstance(target, Buffer) or not target.is_writable():
        raise errors.type_error_with(
            message("argument must be read-write bytes-like object, not %t"), target, NULL
        )
    start = checked_start(int_object.index_value(args[1]), size, strings.size_of(target), True)
    fill_items(strings.data_of(target) + start, u8(0), size)
    pack_values(source, target, start, args + 2)
    return NONE


# The module's functions.


@function(STRUCT, "calcsize")
def struct_calcsize(source: Value) -> Value:
    """`calcsize(format)`."""
    size, _ = measured(source)
    return small(size)


@function(STRUCT, "pack", variadic=True)
def struct_pack(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`pack(format, *values)`."""
    if count == 0:
        raise errors.type_error(message("missing format argument"))
    return pack_new(args[0], args + 1, count - 1)


@function(STRUCT, "pack_into", variadic=True)
def struct_pack_into(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`pack_into(format, buffer, offset, *values)`."""
    if count == 0:
        raise errors.type_error(message("missing format argument"))
    return pack_part(args[0], args + 1, count - 1)


function(STRUCT, "unpack")(unpack_all)
function(STRUCT, "unpack_from", required=2, keywords="buffer offset")(unpack_part)


# Iterating, on large boards.


class UnpackIterator(Iterator):
    """Gives the values at `offset`, one format after the other."""

    source: Value
    data: Buffer
    size: int
    offset: int

    def next_item(self) -> Value:
        offset = self.offset
        if offset + self.size > strings.size_of(self.data):
            return NULL
        self.offset = offset + self.size
        return unpacked(self.source, self.data, offset)


builtin_type("_struct.unpack_iterator", UnpackIterator, ITERATOR_TYPE)


@rare(function(STRUCT, "iter_unpack"))
def struct_iter_unpack(source: Value, data: Value) -> Value:
    """`iter_unpack(format, buffer)`."""
    size, _ = measured(source)
    if size == 0:
        raise struct_error(message("cannot iteratively unpack with a struct of length 0"))
    buffer = strings.buffer_argument(data)
    if strings.size_of(buffer) % size != 0:
        raise errors.error_with(
            STRUCT_ERROR,
            message("iterative unpacking requires a buffer of a multiple of %d bytes"),
            small(size),
            NULL,
        )
    return UnpackIterator(source, buffer, size, 0)


# The class, on large boards.


class Struct(Obj):
    """A format, checked."""

    source: Str

    def write_repr(self, out: Writer) -> None:
        errors.write_pattern(message("Struct(%r)"), self.source, NULL, out)


STRUCT_TYPE = builtin_type("_struct.Struct", Struct)
if LARGE:
    STRUCT.define("Struct", STRUCT_TYPE)


@rare(constructor(STRUCT_TYPE, keywords="format"))
def make_struct(source: Value) -> Value:
    """`Struct(format)`."""
    measured(source)
    if isinstance(source, Str):
        return Struct(source)
    return Struct(strings.latin_text(strings.buffer_argument(source)))


@rare(getter(STRUCT_TYPE, "size"))
def struct_size(self: Struct) -> Value:
    """`Struct.size`."""
    return struct_calcsize(self.source)


@rare(getter(STRUCT_TYPE, "format"))
def struct_format(self: Struct) -> Value:
    """`Struct.format`."""
    return self.source


def source_of(self: Value) -> Str:
    """The format of a Struct."""
    assert isinstance(self, Struct)
    return self.source


@rare(method(STRUCT_TYPE, "pack", variadic=True, least=1))
def struct_method_pack(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`Struct.pack(*values)`."""
    return pack_new(source_of(args[0]), args + 1, count - 1)


@rare(method(STRUCT_TYPE, "pack_into", variadic=True, least=1))
def struct_method_pack_into(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`Struct.pack_into(buffer, offset, *values)`."""
    return pack_part(source_of(args[0]), args + 1, count - 1)


@rare(method(STRUCT_TYPE, "unpack"))
def struct_method_unpack(self: Struct, data: Value) -> Value:
    """`Struct.unpack(buffer)`."""
    return unpack_all(self.source, data)


@rare(method(STRUCT_TYPE, "unpack_from", required=2, keywords="buffer offset"))
def struct_method_unpack_from(self: Struct, data: Value, offset: Value) -> Value:
    """`Struct.unpack_from(buffer, offset=0)`."""
    return unpack_part(self.source, data, offset)


@rare(method(STRUCT_TYPE, "iter_unpack"))
def struct_method_iter_unpack(self: Struct, data: Value) -> Value:
    """`Struct.iter_unpack(buffer)`."""
    return struct_iter_unpack(self.source, data)
