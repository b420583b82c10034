"""bytearray: bytes that change. The first `count` bytes of `data` count, the rest is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    NULL,
    Array,
    Value,
    array_of,
    copy_items,
    is_small,
    items_of,
    small,
    u8,
)
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects.bytes import Buffer, ByteString

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class Bytearray(ByteString):
    """A bytearray."""

    count: int
    data: Array[u8]

    def write_repr(self, out: Writer) -> None:
        self.write_display(out)

    if LARGE:  # a derived class's `__repr__` does not count

        def write_str(self, out: Writer) -> None:
            self.write_display(out)

    def write_display(self, out: Writer) -> None:
        """Write the name and the contents."""
        out.write_text(operations.type_name(self))
        out.write_char(ord("("))
        self.write_literal(out)
        out.write_char(ord(")"))

    def hash_code(self) -> int:
        raise errors.unhashable(self)

    def inplace(self, op: int, other: Value) -> Value:
        if op == Op.ADD and isinstance(other, Buffer):
            content = bytes_from(other, self)
            n = strings.size_of(content)
            splice(self, self.count, self.count, n)
            copy_items(items_of(self.data, self.count - n), strings.data_of(content), n)
            return self
        if op == Op.MUL and int_object.is_int(other):
            repeated = strings.binary(self, op, other)
            assert isinstance(repeated, Bytearray)
            self.data = repeated.data
            self.count = repeated.count
            return self
        return singletons.NOT_IMPLEMENTED

    def get_item(self, key: Value) -> Value:
        if isinstance(key, slice.Slice):
            return strings.sliced(self, key)
        reason = message("bytearray index out of range")
        place = slice.item_index(self, key, self.count, reason)
        return small(self.data[place])

    def set_item(self, key: Value, value: Value) -> None:
        if isinstance(key, slice.Slice):
            key = key.settled()
            set_slice(self, key, bytes_from(value, self))
            return
        byte = byte_value(value)
        reason = message("bytearray index out of range")
        place = slice.item_index(self, key, self.count, reason)
        self.data[place] = u8(byte)

    def delete_item(self, key: Value) -> None:
        if isinstance(key, slice.Slice):
            delete_slice(self, key.settled())
            return
        reason = message("bytearray index out of range")
        index = slice.item_index(self, key, self.count, reason)
        splice(self, index, index + 1, 0)


def new_bytearray(n: int) -> Bytearray:
    """A bytearray of `n` zeros."""
    return Bytearray(n, array_of(u8, n))


def splice(self: Bytearray, start: int, end: int, size: int) -> None:
    """Make the bytes `start` to `end` a gap of `size` bytes, to be filled."""
    tail = self.count - end
    count = start + size + tail
    data = self.data
    if count > len(data):
        data = array_of(u8, count + (count >> 3) + 4 if self.count > 0 else count)
        copy_items(items_of(data), items_of(self.data), start)
    copy_items(items_of(data, start + size), items_of(self.data, end), tail)
    self.data = data
    self.count = count


def append(self: Bytearray, byte: int) -> None:
    """Add one byte at the end."""
    splice(self, self.count, self.count, 1)
    self.data[self.count - 1] = u8(byte)


def set_slice(self: Bytearray, key: slice.Slice, source: Buffer) -> None:
    """`self[start:stop:step] = source`."""
    start, stop, step = key.bounds(self.count)
    n = strings.size_of(source)
    if step == 1:
        splice(self, start, max(start, stop), n)
        copy_items(items_of(self.data, start), strings.data_of(source), n)
        return
    if n == 0:
        delete_slice(self, key)
        return
    room = slice.step_count(start, stop, step)
    if room != n:
        raise errors.value_error_with(
            message("attempt to assign bytes of size %d to extended slice of size %d"),
            small(n),
            small(room),
        )
    p = strings.data_of(source)
    for i in range(n):
        self.data[start + i * step] = p[i]


def delete_slice(self: Bytearray, key: slice.Slice) -> None:
    """`del self[start:stop:step]`."""
    start, stop, step = key.bounds(self.count)
    room = slice.step_count(start, stop, step)
    if step < 0 and room > 0:
        start += (room - 1) * step
        step = -step
    if step == 1:
        splice(self, start, start + room, 0)
        return
    for i in range(room):
        at = start + i * (step - 1)
        splice(self, at, at + 1, 0)


def bytes_from(source: Value, target: Bytearray) -> Buffer:
    """What `source` holds as bytes: a buffer itself unless it changes with `target`, or a copy of
    an iterable of integers."""
    if isinstance(source, Buffer):
        kept = isinstance(source, ByteString) and source is not target
        return source if kept else source.copied()
    if is_small(source) or isinstance(source, str_object.Str):
        raise errors.type_error(
            message("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        )
    return collected(source, message("byte must be in range(0, 256)"))


def collected(source: Value, message: int) -> Bytearray:
    """A bytearray of the integers that an iterable gives; ValueError with a message."""
    result = new_bytearray(0)
    iterator = operations.iterate(source)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return result
        n = int_object.clamped_index(item)
        if n < 0 or n > 255:
            raise errors.value_error(message)
        append(result, n)


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects import (  # noqa: E402
    singletons,
    slice,
    strings,
)
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.bytes import byte_value  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

BYTEARRAY_TYPE = builtin_type("bytearray", Bytearray)
