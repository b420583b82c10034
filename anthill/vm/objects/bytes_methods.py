"""`bytes` and `bytearray`: making them, and the methods that strings do not have."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.runtime.heap import out_of_memory
from anthill.typed import MAX_LENGTH, NULL, Value, as_a, copy_items, items_of, small, u8
from anthill.typed.extended import is_exactly
from anthill.vm import errors, operations, writer
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter.special import call_method, index_of
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import codecs, exception, singletons, strings
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.bigint import digit_value
from anthill.vm.objects.builtin import class_method, constructor, method, static_method
from anthill.vm.objects.bytearray import BYTEARRAY_TYPE, Bytearray
from anthill.vm.objects.bytes import BYTES_TYPE, Buffer, ByteString
from anthill.vm.objects.derived import undressed
from anthill.vm.objects.str import Str, name

# Making.


def bytes_of_value(source: Value) -> Buffer:
    """The bytes that a value holds, says by `__bytes__`, or gives as an iterable of numbers."""
    said = own_bytes(source)
    return (
        collected_bytes(source, message("cannot convert '%t' object to bytes"))
        if said is None
        else said
    )


def own_bytes(source: Value) -> Buffer | None:
    """What the `__bytes__` of a Python class returns; None if there is none."""
    if not type_object.is_custom(source):
        return None
    result = call_method(source, name("__bytes__"))
    if result is not NULL and not isinstance(result, ByteString):
        pattern = message("__bytes__ returned non-bytes (type %t)")
        raise errors.type_error_with(pattern, result, NULL)
    return None if result is NULL else as_a(Buffer, result)


def collected_bytes(source: Value, reason: int) -> Buffer:
    """A buffer itself or the numbers of an iterable; TypeError with `reason`."""
    if isinstance(source, ByteString):
        return source
    if isinstance(source, Buffer):
        return source.copied()
    if isinstance(source, Str):
        raise errors.type_error(message("string argument without an encoding"))
    if not operations.is_iterable(source):
        raise errors.type_error_with(reason, source, NULL)
    return bytearray_object.collected(source, message("bytes must be in range(0, 256)"))


def index_or_null(source: Value) -> Value:
    """`source.__index__()`; NULL where there is none or it raises TypeError."""
    handled = vm.handled
    try:
        return index_of(source)
    except PyError as error:
        if not exception.is_kind(error.value, exception.TYPE_ERROR):
            raise
    vm.handled = handled
    return NULL


def source_bytes(source: Value, encoding: Value, handler: Value, reason: int) -> Buffer:
    """The contents of a new bytes or bytearray by the arguments of its constructor; TypeError with
    `reason` for an object that has none."""
    if source is NULL:
        return bytes_object.EMPTY_BYTES
    if isinstance(source, Str) and encoding is not NULL:
        return codecs.encode(source, encoding, handler)
    if encoding is not NULL or handler is not NULL:
        raise errors.type_error(message("encoding without a string argument"))
    if LARGE and isinstance(source, Str):
        raise errors.type_error(message("string argument without an encoding"))
    index = index_or_null(source) if LARGE else index_of(source)
    if index is not NULL:
        source = index
    if int_object.is_int(source):
        count = int_object.int_of(source)
        if count < 0:
            raise errors.value_error(message("negative count"))
        if count > MAX_LENGTH:
            out_of_memory()
        return bytearray_object.new_bytearray(count)
    return collected_bytes(source, reason)


@constructor(BYTES_TYPE, required=0, keywords="source encoding errors")
def make_bytes(source: Value, encoding: Value, handler: Value) -> Value:
    """`bytes(source, encoding, errors)`."""
    if LARGE:
        codecs.check_names(name("bytes"), encoding, handler)
    if source is not NULL and encoding is NULL and handler is NULL:
        said = own_bytes(source)
        if said is not None:
            return said
        if LARGE and isinstance(source, bytes_object.Bytes):
            return as_a(Buffer, undressed(source))
    reason = message("cannot convert '%t' object to bytes")
    content = source_bytes(source, encoding, handler, reason)
    if is_exactly(content, bytes_object.Bytes):
        return content
    return content.copied()


@constructor(BYTEARRAY_TYPE, required=0, keywords="source encoding errors")
def make_bytearray(source: Value, encoding: Value, handler: Value) -> Value:
    """`bytearray(source, encoding, errors)`."""
    if LARGE:
        codecs.check_names(name("bytearray"), encoding, handler)
    reason = message("cannot convert '%t' object to bytearray")
    content = source_bytes(source, encoding, handler, reason)
    if isinstance(content, Bytearray) and content is not source:
        return content
    n = strings.size_of(content)
    result = bytearray_object.new_bytearray(n)
    copy_items(items_of(result.data), strings.data_of(content), n)
    return result


@method(BYTEARRAY_TYPE, "__init__", required=1, keywords="source encoding errors")
def bytearray_init(self: Bytearray, source: Value, encoding: Value, handler: Value) -> Value:
    """`bytearray.__init__(source, encoding, errors)`."""
    content = as_a(Bytearray, make_bytearray(source, encoding, handler))
    self.data = content.data
    self.count = content.count
    return singletons.NONE


# Methods of both.


def decode_buffer(self: Buffer, encoding: Value, handler: Value) -> Value:
    """`decode(encoding, errors)`."""
    if LARGE:
        codecs.check_names(name("decode"), encoding, handler)
        if strings.size_of(self) == 0:
            return str_object.EMPTY_STR
    return codecs.decode(strings.data_of(self), strings.size_of(self), encoding, handler)


def hex_buffer(self: Buffer, separator: Value, group: Value) -> Value:
    """`hex(sep, bytes_per_sep)`."""
    every = strings.count_argument(group, 1)
    if separator is NULL:
        every = 0
    else:
        if operations.length(separator) != 1:
            raise errors.value_error(message("sep must be length 1."))
        if not isinstance(separator, Str) and not isinstance(separator, ByteString):
            raise errors.type_error(message("sep must be str or bytes."))
        if strings.data_of(separator)[0] >= 0x80:
            raise errors.value_error(message("sep must be ASCII."))
    out = writer.string_writer()
    n = strings.size_of(self)
    p = strings.data_of(self)
    for i in range(n):
        edge = n - i if every > 0 else i
        if i > 0 and every != 0 and edge % every == 0:
            out.write(strings.data_of(separator), 1)
        format.write_hex(int(p[i]), 2, out)
    return out.finish()


def from_hex(kind: Value, source: Value) -> Value:
    """`fromhex(string)`."""
    if not isinstance(source, Str):
        raise errors.type_error_with(
            message("fromhex() argument must be str, not %t"), source, NULL
        )
    result = bytearray_object.new_bytearray(0)
    n = len(source.data)
    at = 0
    while True:
        at += strings.blanks_before(result, items_of(source.data, at), n - at)
        if at >= n:
            break
        high = digit_value(int(source.data[at]))
        low = digit_value(int(source.data[at + 1])) if at + 1 < n and high < 16 else 99
        if low >= 16:
            raise errors.value_error_with(
                message("non-hexadecimal number found in fromhex() arg at position %d"),
                small(strings.index_of(source, at if high >= 16 else at + 1)),
                NULL,
            )
        bytearray_object.append(result, 16 * high + low)
        at += 2
    made: Value = result
    if kind is not BYTEARRAY_TYPE:
        made = result.copied()
    if kind is BYTES_TYPE or kind is BYTEARRAY_TYPE:
        return made
    return operations.call1(kind, made)


def make_table(source: Value, target: Value) -> Value:
    """`maketrans(source, target)`."""
    strings.check_operand(bytes_object.EMPTY_BYTES, source)
    strings.check_operand(bytes_object.EMPTY_BYTES, target)
    if strings.size_of(source) != strings.size_of(target):
        raise errors.value_error(message("maketrans arguments must have same length"))
    result = bytes_object.raw_bytes(256)
    for index in range(256):
        result.data[index] = u8(index)
    for index in range(strings.size_of(source)):
        result.data[int(strings.data_of(source)[index])] = strings.data_of(target)[index]
    return result


def translate_buffer(self: Buffer, table: Value, deleted: Value) -> Value:
    """`translate(table, delete)`."""
    if table is not singletons.NONE:
        strings.check_operand(self, table)
        if strings.size_of(table) != 256:
            raise errors.value_error(message("translation table must be 256 characters long"))
    out = writer.string_writer()
    n = strings.size_of(self)
    for i in range(n):
        byte = int(strings.data_of(self)[i])
        if deleted is not NULL:
            strings.check_operand(self, deleted)
            if strings.find_byte(strings.data_of(deleted), strings.size_of(deleted), byte) >= 0:
                continue
        if table is not singletons.NONE:
            byte = int(strings.data_of(table)[byte])
        out.write_byte(byte)
    return strings.finished(self, out)


for _kind in (BYTES_TYPE, BYTEARRAY_TYPE):
    method(_kind, "decode", required=1, keywords="encoding errors")(decode_buffer)
    method(_kind, "hex", required=1, keywords="sep bytes_per_sep")(hex_buffer)
    rare(method(_kind, "translate", required=2, keywords="delete"))(translate_buffer)
    class_method(_kind, "fromhex")(from_hex)
    rare(static_method(_kind, "maketrans"))(make_table)


# Methods of bytearrays.


@method(BYTEARRAY_TYPE, "append")
def bytearray_append(self: Bytearray, item: Value) -> Value:
    """`bytearray.append(item)`."""
    bytearray_object.append(self, bytes_object.byte_value(item))
    return singletons.NONE


@method(BYTEARRAY_TYPE, "extend")
def bytearray_extend(self: Bytearray, source: Value) -> Value:
    """`bytearray.extend(iterable)`."""
    if not operations.is_iterable(source):
        raise errors.type_error_with(message("can't extend bytearray with %t"), source, NULL)
    if isinstance(source, Str):
        raise errors.type_error(message("expected iterable of integers; got: 'str'"))
    content = bytearray_object.bytes_from(source, self)
    n = strings.size_of(content)
    bytearray_object.splice(self, self.count, self.count, n)
    copy_items(items_of(self.data, self.count - n), strings.data_of(content), n)
    return singletons.NONE


@method(BYTEARRAY_TYPE, "insert")
def bytearray_insert(self: Bytearray, index: Value, item: Value) -> Value:
    """`bytearray.insert(index, item)`."""
    byte = bytes_object.byte_value(item)
    at = min(strings.start_argument(index, 0, self.count), self.count)
    bytearray_object.splice(self, at, at, 1)
    self.data[at] = u8(byte)
    return singletons.NONE


@method(BYTEARRAY_TYPE, "pop", required=1)
def bytearray_pop(self: Bytearray, index: Value) -> Value:
    """`bytearray.pop(index)`."""
    at = strings.count_argument(index, -1)
    if self.count == 0:
        raise errors.index_error(message("pop from empty bytearray"))
    if at < 0:
        at += self.count
    if at < 0 or at >= self.count:
        raise errors.index_error(message("pop index out of range"))
    byte = int(self.data[at])
    bytearray_object.splice(self, at, at + 1, 0)
    return small(byte)


@rare(method(BYTEARRAY_TYPE, "remove"))
def bytearray_remove(self: Bytearray, item: Value) -> Value:
    """`bytearray.remove(item)`."""
    byte = bytes_object.byte_value(item)  # may change the bytearray
    at = strings.find_byte(items_of(self.data), self.count, byte)
    if at < 0:
        raise errors.value_error(message("value not found in bytearray"))
    bytearray_object.splice(self, at, at + 1, 0)
    return singletons.NONE


@method(BYTEARRAY_TYPE, "clear")
def bytearray_clear(self: Bytearray) -> Value:
    """`bytearray.clear()`."""
    empty = bytearray_object.new_bytearray(0)
    self.data = empty.data
    self.count = 0
    return singletons.NONE


@rare(method(BYTEARRAY_TYPE, "reverse"))
def bytearray_reverse(self: Bytearray) -> Value:
    """`bytearray.reverse()`."""
    low = 0
    high = self.count - 1
    while low < high:
        byte = self.data[low]
        self.data[low] = self.data[high]
        self.data[high] = byte
        low += 1
        high -= 1
    return singletons.NONE


@rare(method(BYTEARRAY_TYPE, "copy"))
def bytearray_copy(self: Bytearray) -> Value:
    """`bytearray.copy()`."""
    return strings.part(self, 0, self.count)


# A module of an import cycle: only functions use its names.
from anthill.vm import format  # noqa: E402
