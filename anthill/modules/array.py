"""The module `array`: numbers of one kind, packed in a bytearray."""

from __future__ import annotations

import array
from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    Array,
    Ptr,
    Value,
    address_of,
    array_of,
    as_a,
    bytes_of,
    copy_items,
    items_of,
    small,
    u8,
    u16,
)
from anthill.vm import errors, operations, packing, utf8, writer
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import (
    codecs,
    exception,
    generic,
    iterators,
    sequence,
    singletons,
    slice,
    slots,
    strings,
)
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import constructor, function, getter, method
from anthill.vm.objects.bytearray import Bytearray
from anthill.vm.objects.bytes import Buffer, ByteString
from anthill.vm.objects.derivable import derivable
from anthill.vm.objects.list import List, new_list
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.tuple import new_tuple
from anthill.vm.objects.type import Type, builtin_type, define

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

ARRAY = builtin_module("array")
CODES: bytes = b"bBuwhHiIlLqQfd" if LARGE else b"bBhHiIlLqQfd"
"""The type codes; `u` and `w` are characters."""
CHAR_SIZE = 4
TITLES: Array[u16] = array_of(u16, len(CODES))
"""Messages: what errors call the items of some codes."""
for _code, _title in {
    "b": message("signed char"),
    "B": message("unsigned byte integer"),
    "h": message("signed short integer"),
    "H": message("unsigned short"),
    "i": message("signed integer"),
    "I": message("unsigned int"),
}.items():
    TITLES[CODES.index(_code.encode())] = _title

ARRAY.define("typecodes", name(CODES.decode()))


class PackedArray(Buffer):
    """An array: items of `unit` bytes, as their code says, in `content`."""

    code: int
    unit: int
    content: Bytearray

    def address(self) -> Ptr[u8]:
        return items_of(self.content.data)

    def size(self) -> int:
        return self.content.count

    def item_code(self) -> int:
        return self.code

    def item_size(self) -> int:
        return self.unit

    def write_repr(self, out: Writer) -> None:
        out.write_text(errors.type_name(self))
        out.write_message(message("('"))
        out.write_char(self.code)
        out.write_char(ord("'"))
        if self.content.count > 0:
            out.write_message(message(", "))
            text = array_tounicode(self) if LARGE and is_text(self) else array_tolist(self)
            operations.write_repr(text, out)
        out.write_char(ord(")"))

    def truth(self) -> bool:
        return self.content.count != 0

    def hash_code(self) -> int:
        raise errors.unhashable(self)

    def length(self) -> int:
        return count_of(self)

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, PackedArray):
            return singletons.NOT_IMPLEMENTED
        return compare_arrays(op, self, other)

    def binary(self, op: int, other: Value) -> Value:
        if op == Op.ADD and isinstance(other, PackedArray):
            check_same(self, other)
            result = copied(self)
            extend_bytes(result, other)
            return result
        if op == Op.MUL and int_object.is_int(other):
            return with_content(self, strings.repeated(self.content, other))
        return sequence.refuse(op, other, message('can only append array (not "%t") to array'))

    def reflected(self, op: int, other: Value) -> Value:
        return self.binary(op, other) if op == Op.MUL else singletons.NOT_IMPLEMENTED

    def inplace(self, op: int, other: Value) -> Value:
        if op == Op.ADD:
            if not isinstance(other, PackedArray):
                raise errors.type_error_with(
                    message('can only extend array with array (not "%t")'), other, NULL
                )
            array_extend(self, other)
            return self
        if op == Op.MUL and int_object.is_int(other):
            self.content.inplace(op, other)
            return self
        return self.binary(op, other) if op == Op.MUL else singletons.NOT_IMPLEMENTED

    def get_item(self, key: Value) -> Value:
        if isinstance(key, slice.Slice):
            return get_slice(self, key)
        return item(self, index_in(self, key, message("array index out of range")))

    def set_item(self, key: Value, value: Value) -> None:
        if isinstance(key, slice.Slice):
            set_slice(self, key, value)
            return
        reason = message("array assignment index out of range")
        put_item(self, index_in(self, key, reason), value)

    def delete_item(self, key: Value) -> None:
        if isinstance(key, slice.Slice):
            delete_slice(self, key)
            return
        remove_items(self, index_in(self, key, message("array assignment index out of range")), 1)

    def contains(self, item: Value) -> int:
        return int(find_item(self, item, 0, count_of(self)) >= 0)

    def iterate(self) -> Value:
        return iterators.ItemIterator(self, 0)


def new_array(code: int) -> PackedArray:
    """An empty array."""
    unit = CHAR_SIZE if LARGE and (code == ord("u") or code == ord("w")) else 0
    if unit == 0:
        unit = packing.item_size(code, True)
    return PackedArray(code, unit, bytearray_object.new_bytearray(0))


def with_content(like: PackedArray, content: Value) -> PackedArray:
    """An array of the same code with these bytes."""
    return PackedArray(like.code, like.unit, as_a(Bytearray, content))


def copied(source: PackedArray) -> PackedArray:
    """A copy."""
    return with_content(source, strings.part(source.content, 0, source.content.count))


def count_of(self: PackedArray) -> int:
    """How many items there are."""
    return self.content.count // self.unit


def is_text(self: PackedArray) -> bool:
    """Whether the items are characters."""
    return LARGE and (self.code == ord("u") or self.code == ord("w"))


def index_in(self: PackedArray, key: Value, reason: int) -> int:
    """The place that a key names."""
    if packing.integer(key) is NULL:
        raise errors.type_error(message("array indices must be integers"))
    key = slice.index_key(self, key, reason)  # may change the array
    return slice.item_index(self, key, count_of(self), reason)


def item(self: PackedArray, index: int) -> Value:
    """An item."""
    p = items_of(self.content.data, index * self.unit)
    if LARGE and is_text(self):
        return str_object.char_str(int(packing.read_bits(p, CHAR_SIZE, False)) & 0x1FFFFF)
    return packing.read_item(self.code, p, self.unit, False)


def item_value(self: PackedArray, value: Value) -> Value:
    """What can be written as an item for a value; TypeError."""
    if LARGE and is_text(self):
        if not isinstance(value, Str) or str_object.char_length(value) != 1:
            raise errors.type_error(message("array item must be unicode character"))
        return small(utf8.char_at(items_of(value.data)))
    is_float = packing.mantissa_of_code(self.code) != 0
    number = packing.as_float(value) if is_float else packing.integer(value)
    if number is NULL:
        raise errors.type_error_with(
            message("must be real number, not %t")
            if is_float
            else message("'%t' object cannot be interpreted as an integer"),
            value,
            NULL,
        )
    return number


def write_item(self: PackedArray, index: int, number: Value) -> None:
    """Set an item to what `item_value` gave; OverflowError."""
    p = items_of(self.content.data, index * self.unit)
    code = ord("I") if LARGE and is_text(self) else self.code
    if not packing.write_item(code, p, self.unit, False, number):
        raise too_large(code, number)


def put_item(self: PackedArray, index: int, value: Value) -> None:
    """Set an item."""
    number = item_value(self, value)
    if index >= count_of(self):
        raise errors.index_error(message("array assignment index out of range"))
    write_item(self, index, number)


def insert_item(self: PackedArray, index: int, value: Value) -> None:
    """Insert an item."""
    number = item_value(self, value)
    index = min(index, count_of(self))
    at = index * self.unit
    bytearray_object.splice(self.content, at, at, self.unit)
    try:
        write_item(self, index, number)
    except PyError:
        remove_items(self, index, 1)
        raise


def remove_items(self: PackedArray, index: int, count: int) -> None:
    """Take items away."""
    unit = self.unit
    bytearray_object.splice(self.content, index * unit, (index + count) * unit, 0)


def too_large(code: int, number: Value) -> PyError:
    """The OverflowError for a number that an item cannot hold."""
    if packing.mantissa_of_code(code) != 0:
        return errors.overflow_error(message("float too large to pack with f format"))
    negative = operations.less(number, small(0))
    if code in b"ILQ" and negative:
        return errors.overflow_error(message("can't convert negative value to unsigned int"))
    if code in b"lLqQ":
        return errors.overflow_error(message("int too big to convert"))
    title = errors.said(int(TITLES[strings.find_byte(bytes_of(CODES), len(CODES), code)]))
    pattern = message("%s is less than minimum" if negative else "%s is greater than maximum")
    return errors.error_with(exception.OVERFLOW_ERROR, pattern, title, NULL)


def check_same(a: PackedArray, b: PackedArray) -> None:
    """TypeError unless two arrays have the same code."""
    if a.code != b.code:
        raise errors.type_error(message("bad argument type for built-in operation"))


def extend_bytes(self: PackedArray, source: Buffer) -> None:
    """Append bytes."""
    self.content.inplace(Op.ADD, source)


def compare_arrays(op: int, a: PackedArray, b: PackedArray) -> Value:
    """`a op b`: the first items that differ decide, else the lengths."""
    n = count_of(a)
    m = count_of(b)
    if n != m and (op == Op.EQ or op == Op.NE):
        return bool_object.to_bool(op == Op.NE)
    for index in range(min(n, m)):
        x = item(a, index)
        y = item(b, index)
        if not operations.equal(x, y):
            if op == Op.EQ or op == Op.NE:
                return bool_object.to_bool(op == Op.NE)
            return operations.compare(op, x, y)
    return bool_object.order_result(op, n - m)


def find_item(self: PackedArray, wanted: Value, start: int, stop: int) -> int:
    """The index of the first item equal to a value; -1 if there is none."""
    index = start
    while index < stop and index < count_of(self):
        if operations.equal(item(self, index), wanted):
            return index
        index += 1
    return -1


# Slices.


def get_slice(self: PackedArray, key: slice.Slice) -> Value:
    """`self[start:stop:step]`."""
    key = key.settled()
    start, stop, step = key.bounds(count_of(self))
    count = slice.step_count(start, stop, step)
    unit = self.unit
    result = bytearray_object.new_bytearray(count * unit)
    for index in range(count):
        source = items_of(self.content.data, (start + index * step) * unit)
        copy_items(items_of(result.data, index * unit), source, unit)
    return with_content(self, result)


def set_slice(self: PackedArray, key: slice.Slice, value: Value) -> None:
    """`self[start:stop:step] = value`."""
    if not isinstance(value, PackedArray):
        raise errors.type_error_with(
            message('can only assign array (not "%t") to array slice'), value, NULL
        )
    check_same(self, value)
    source = copied(value).content
    key = key.settled()
    start, stop, step = key.bounds(count_of(self))
    unit = self.unit
    if step == 1:
        stop = max(start, stop)
        bytearray_object.splice(self.content, start * unit, stop * unit, source.count)
        copy_items(items_of(self.content.data, start * unit), items_of(source.data), source.count)
        return
    count = source.count // unit
    room = slice.step_count(start, stop, step)
    if room != count:
        raise errors.value_error_with(
            message("attempt to assign array of size %d to extended slice of size %d"),
            small(count),
            small(room),
        )
    for index in range(count):
        target = items_of(self.content.data, (start + index * step) * unit)
        copy_items(target, items_of(source.data, index * unit), unit)


def delete_slice(self: PackedArray, key: slice.Slice) -> None:
    """`del self[start:stop:step]`."""
    key = key.settled()
    start, stop, step = key.bounds(count_of(self))
    count = slice.step_count(start, stop, step)
    if step < 0 and count > 0:
        start += (count - 1) * step
        step = -step
    if step == 1:
        remove_items(self, start, count)
        return
    for index in range(count):
        remove_items(self, start + index * (step - 1), 1)


# Making.

ARRAY_TYPE = builtin_type("array.array", PackedArray)
generic.subscriptable(ARRAY_TYPE)
define(ARRAY_TYPE, "__abc_tpflags__", small(1 << 5))
ARRAY.define("array", ARRAY_TYPE)
ARRAY.define("ArrayType", ARRAY_TYPE)


@constructor(ARRAY_TYPE, required=1)
def make_array(code: Value, source: Value) -> Value:
    """`array(typecode[, initializer])`."""
    if not isinstance(code, Str) or len(code.data) != 1:
        raise errors.type_error_with(
            message("array() argument 1 must be a unicode character, not %t"), code, NULL
        )
    letter = int(code.data[0])
    if strings.find_byte(bytes_of(CODES), len(CODES), letter) < 0:
        raise errors.value_error(
            message("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        )
    result = new_array(letter)
    if source is not NULL:
        fill_array(result, source)
    return result


def fill_array(self: PackedArray, source: Value) -> None:
    """Give a new array its contents."""
    if isinstance(source, Str):
        if not LARGE or not is_text(self):
            raise errors.type_error_with(
                message("cannot use a str to initialize an array with typecode %r"),
                str_object.char_str(self.code),
                NULL,
            )
    elif isinstance(source, ByteString):
        array_frombytes(self, source)
        return
    elif isinstance(source, PackedArray):
        if source.code == self.code:
            extend_bytes(self, source)
            return
        if LARGE and is_text(source) and not is_text(self):
            raise errors.type_error_with(
                message("cannot use a unicode array to initialize an array with typecode %r"),
                str_object.char_str(self.code),
                NULL,
            )
    extend_items(self, source)


def extend_items(self: PackedArray, source: Value) -> None:
    """Append the items of an iterable."""
    iterator = operations.iterate(source)
    while True:
        entry = operations.next_item(iterator)
        if entry is NULL:
            return
        insert_item(self, count_of(self), entry)


# Methods.


@getter(ARRAY_TYPE, "typecode")
def array_typecode(self: PackedArray) -> Value:
    """`array.typecode`."""
    return str_object.char_str(self.code)


@getter(ARRAY_TYPE, "itemsize")
def array_itemsize(self: PackedArray) -> Value:
    """`array.itemsize`."""
    return small(self.unit)


@method(ARRAY_TYPE, "append")
def array_append(self: PackedArray, value: Value) -> Value:
    """`array.append(item)`."""
    insert_item(self, count_of(self), value)
    return NONE


@method(ARRAY_TYPE, "extend")
def array_extend(self: PackedArray, source: Value) -> Value:
    """`array.extend(iterable)`."""
    if isinstance(source, PackedArray):
        if source.code != self.code:
            raise errors.type_error(message("can only extend with array of same kind"))
        extend_bytes(self, source.content)
    else:
        extend_items(self, source)
    return NONE


@method(ARRAY_TYPE, "insert")
def array_insert(self: PackedArray, index: Value, value: Value) -> Value:
    """`array.insert(index, item)`."""
    count = count_of(self)
    insert_item(self, min(strings.start_argument(index, 0, count), count), value)
    return NONE


@method(ARRAY_TYPE, "pop", required=1)
def array_pop(self: PackedArray, index: Value) -> Value:
    """`array.pop(index=-1)`."""
    at = strings.count_argument(index, -1)
    count = count_of(self)
    if count == 0:
        raise errors.index_error(message("pop from empty array"))
    if at < 0:
        at += count
    if at < 0 or at >= count:
        raise errors.index_error(message("pop index out of range"))
    result = item(self, at)
    remove_items(self, at, 1)
    return result


@rare(method(ARRAY_TYPE, "remove"))
def array_remove(self: PackedArray, value: Value) -> Value:
    """`array.remove(item)`."""
    at = find_item(self, value, 0, count_of(self))
    if at < 0:
        raise errors.value_error(message("array.remove(x): x not in array"))
    remove_items(self, at, 1)
    return NONE


@rare(method(ARRAY_TYPE, "index", required=2))
def array_index(self: PackedArray, value: Value, start: Value, stop: Value) -> Value:
    """`array.index(item, start, stop)`."""
    count = count_of(self)
    first = slice.bound_or(start, 0, count)
    at = find_item(self, value, first, slice.bound_or(stop, count, count))
    if at < 0:
        raise errors.value_error(message("array.index(x): x not in array"))
    return small(at)


@rare(method(ARRAY_TYPE, "count"))
def array_count(self: PackedArray, value: Value) -> Value:
    """`array.count(item)`."""
    found = 0
    at = find_item(self, value, 0, count_of(self))
    while at >= 0:
        found += 1
        at = find_item(self, value, at + 1, count_of(self))
    return small(found)


@rare(method(ARRAY_TYPE, "reverse"))
def array_reverse(self: PackedArray) -> Value:
    """`array.reverse()`."""
    result = as_a(PackedArray, get_slice(self, slice.Slice(NONE, NONE, small(-1))))
    self.content = result.content
    return NONE


@rare(method(ARRAY_TYPE, "clear"))
def array_clear(self: PackedArray) -> Value:
    """`array.clear()`."""
    self.content = bytearray_object.new_bytearray(0)
    return NONE


@rare(method(ARRAY_TYPE, "byteswap"))
def array_byteswap(self: PackedArray) -> Value:
    """`array.byteswap()`."""
    data = self.content.data
    unit = self.unit
    for index in range(count_of(self)):
        low = index * unit
        high = low + unit - 1
        while low < high:
            byte = data[low]
            data[low] = data[high]
            data[high] = byte
            low += 1
            high -= 1
    return NONE


@method(ARRAY_TYPE, "tobytes")
def array_tobytes(self: PackedArray) -> Value:
    """`array.tobytes()`."""
    return self.content.copied()


@method(ARRAY_TYPE, "frombytes")
def array_frombytes(self: PackedArray, source: Value) -> Value:
    """`array.frombytes(buffer)`."""
    buffer = strings.buffer_argument(source)
    if strings.size_of(buffer) % self.unit != 0:
        raise errors.value_error(message("bytes length not a multiple of item size"))
    extend_bytes(self, buffer)
    return NONE


@method(ARRAY_TYPE, "tolist")
def array_tolist(self: PackedArray) -> Value:
    """`array.tolist()`."""
    result = new_list(count_of(self))
    for index in range(count_of(self)):
        result.append(item(self, index))
    return result


@rare(method(ARRAY_TYPE, "fromlist"))
def array_fromlist(self: PackedArray, source: Value) -> Value:
    """`array.fromlist(list)`: all of its items or, if one will not do, none."""
    if not isinstance(source, List):
        raise errors.type_error(message("arg must be list"))
    count = count_of(self)
    try:
        extend_items(self, source)
    except PyError:
        remove_items(self, count, count_of(self) - count)
        raise
    return NONE


def check_text(self: PackedArray, reason: int) -> None:
    """ValueError unless the items are characters."""
    if not is_text(self):
        raise errors.value_error(reason)


@rare(method(ARRAY_TYPE, "tounicode"))
def array_tounicode(self: PackedArray) -> Value:
    """`array.tounicode()`."""
    check_text(self, message("tounicode() may only be called on unicode type arrays ('u' or 'w')"))
    out = writer.string_writer()
    for index in range(count_of(self)):
        code = packing.read_bits(items_of(self.content.data, index * CHAR_SIZE), CHAR_SIZE, False)
        if code > 0x10FFFF:
            raise errors.value_error(message("character is not in range [U+0000; U+10ffff]"))
        out.write_char(int(code))
    return out.finish()


@rare(method(ARRAY_TYPE, "fromunicode"))
def array_fromunicode(self: PackedArray, source: Value) -> Value:
    """`array.fromunicode(str)`."""
    check_text(
        self, message("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
    )
    if not isinstance(source, Str):
        raise errors.type_error_with(
            message("fromunicode() argument must be str, not %t"), source, NULL
        )
    extend_items(self, source)
    return NONE


@rare(method(ARRAY_TYPE, "tofile"))
def array_tofile(self: PackedArray, file: Value) -> Value:
    """`array.tofile(file)`."""
    operations.call1(operations.get_attribute(file, name("write")), array_tobytes(self))
    return NONE


@rare(method(ARRAY_TYPE, "fromfile"))
def array_fromfile(self: PackedArray, file: Value, count: Value) -> Value:
    """`array.fromfile(file, count)`: what there is, and EOFError if that is less."""
    wanted = int_object.index_value(count)
    if wanted < 0:
        raise errors.value_error(message("negative count"))
    read = operations.get_attribute(file, name("read"))
    data = operations.call1(read, small(wanted * self.unit))
    if not isinstance(data, ByteString):
        raise errors.type_error(message("read() didn't return bytes"))
    array_frombytes(self, data)
    if strings.size_of(data) < wanted * self.unit:
        raise errors.plain_error(exception.EOF_ERROR, message("read() didn't return enough bytes"))
    return NONE


@rare(method(ARRAY_TYPE, "buffer_info"))
def array_buffer_info(self: PackedArray) -> Value:
    """`array.buffer_info()`: where the items lie now, and how many they are."""
    pair = array_of(Value, 2)
    pair[0] = small(int(address_of(items_of(self.content.data)) >> 1))
    pair[1] = small(count_of(self))
    return new_tuple(items_of(pair), 2)


@rare(method(ARRAY_TYPE, "__copy__"))
def array_copy(self: PackedArray) -> Value:
    """`array.__copy__()`."""
    return copied(self)


@rare(method(ARRAY_TYPE, "__deepcopy__"))
def array_deepcopy(self: PackedArray, memo: Value) -> Value:
    """`array.__deepcopy__(memo)`."""
    return copied(self)


# For pickling.

LAYOUTS: bytes = b"BbHHhhIIiiQQqqffdd"
"""Codes of the layouts that `_array_reconstructor` knows by number; every odd one from 3 on has its
highest byte first, and so has every odd one of the encodings of text that follow."""


@rare(function(ARRAY, "_array_reconstructor", variadic=True, least=4, most=4))
def array_reconstructor(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`_array_reconstructor(type, typecode, layout, items)`: an array of items as they are laid out
    on another machine."""
    kind = args[0]
    if not isinstance(kind, Type):
        raise errors.type_error_with(
            message("first argument must be a type object, not %t"), kind, NULL
        )
    if not type_object.is_subtype(kind, ARRAY_TYPE):
        raise errors.type_error_with(
            message("%s is not a subtype of array.array"), type_object.name_of(kind), NULL
        )
    layout = int_object.index_value(args[2])
    if layout < 0 or layout > 21:
        raise errors.value_error(message("third argument must be a valid machine format code."))
    data = args[3]
    if not isinstance(data, bytes_object.Bytes):
        raise errors.type_error_with(message("fourth argument should be bytes, not %t"), data, NULL)
    result = operations.call1(kind, args[1])
    made = as_a(PackedArray, result)
    if layout >= len(LAYOUTS):
        encoding = name("utf-16-le" if layout < 20 else "utf-32-le")
        if layout & 1:
            encoding = name("utf-16-be" if layout < 20 else "utf-32-be")
        text = codecs.decode(items_of(data.data), len(data.data), encoding, NULL)
        extend_items(made, text)
        return result
    code = int(LAYOUTS[layout])
    unit = packing.item_size(code, True)
    if len(data.data) % unit != 0:
        raise errors.value_error(message("bytes length not a multiple of item size"))
    big = layout > 2 and layout & 1 != 0
    for index in range(len(data.data) // unit):
        number = packing.read_item(code, items_of(data.data, index * unit), unit, big)
        insert_item(made, count_of(made), number)
    return result


if LARGE:
    derivable(PackedArray)
    slots.add_type(ARRAY_TYPE, array.array)
