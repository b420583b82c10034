"""Buffers, objects that hold bytes in one piece; bytes, and what it shares with bytearray:
comparing, indexing, repr. The methods that Python programs call are in `strings` and
`bytes_methods`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    NULL,
    Ptr,
    Tail,
    Value,
    alloc,
    compare_bytes,
    copy_items,
    items_of,
    small,
    u8,
)
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class Buffer(Obj):
    """What bytes-like objects have in common: bytes, bytearray, memoryview and array."""

    def address(self) -> Ptr[u8]:
        """The first byte."""
        raise NotImplementedError

    def size(self) -> int:
        """How many bytes there are."""
        return 0

    def item_code(self) -> int:
        """The code of the items, as in the module struct."""
        return ord("B")

    def item_size(self) -> int:
        """Bytes of an item."""
        return 1

    def is_writable(self) -> bool:
        """Whether the bytes may change."""
        return True

    def copied(self) -> Bytes:
        """The bytes in a new object."""
        return new_bytes(strings.data_of(self), strings.size_of(self))


class ByteString(Buffer):
    """Base of bytes and bytearray."""

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, ByteString):
            return singletons.NOT_IMPLEMENTED
        n = strings.size_of(self)
        m = strings.size_of(other)
        if n != m and (op == Op.EQ or op == Op.NE):
            return bool_object.to_bool(op == Op.NE)
        result = compare_bytes(strings.data_of(self), strings.data_of(other), min(n, m))
        return bool_object.order_result(op, result if result != 0 else n - m)

    def binary(self, op: int, other: Value) -> Value:
        if LARGE and op == Op.MOD:
            return format.percent_bytes(self, other)
        return strings.binary(self, op, other)

    def reflected(self, op: int, other: Value) -> Value:
        return strings.reflected(self, op, other)

    def truth(self) -> bool:
        return strings.size_of(self) != 0

    def length(self) -> int:
        return strings.size_of(self)

    def contains(self, item: Value) -> int:
        n = strings.size_of(self)
        if int_object.is_int(item):
            return int(strings.find_byte(strings.data_of(self), n, byte_value(item)) >= 0)
        strings.check_operand(self, item)
        found = strings.search(
            strings.data_of(self), n, strings.data_of(item), strings.size_of(item)
        )
        return int(found >= 0)

    def iterate(self) -> Value:
        return iterators.ItemIterator(self, 0)

    def write_literal(self, out: Writer) -> None:
        """Write the contents as a bytes literal."""
        out.write_char(ord("b"))
        quoting.write_quoted_bytes(strings.data_of(self), strings.size_of(self), out)


class Bytes(ByteString):
    """A bytes object; it never changes."""

    data: Tail[u8]

    def is_writable(self) -> bool:
        return False

    def write_repr(self, out: Writer) -> None:
        self.write_literal(out)

    if LARGE:  # a derived class's `__repr__` does not count

        def write_str(self, out: Writer) -> None:
            self.write_literal(out)

    def hash_code(self) -> int:
        return str_object.hash_bytes(items_of(self.data), len(self.data))

    def get_item(self, key: Value) -> Value:
        if isinstance(key, slice.Slice):
            return strings.sliced(self, key)
        if not int_object.is_int(key):
            found = special.index_of(key)
            if found is NULL:
                raise errors.type_error_with(
                    message("byte indices must be integers or slices, not %t"), key, NULL
                )
            key = found
        index = slice.item_index(self, key, len(self.data), message("index out of range"))
        return small(self.data[index])


def new_bytes(p: Ptr[u8], n: int) -> Bytes:
    """A bytes object of `n` bytes read from a pointer."""
    if n == 0:
        return EMPTY_BYTES
    result = raw_bytes(n)
    copy_items(items_of(result.data), p, n)
    return result


def raw_bytes(n: int) -> Bytes:
    """A bytes object of `n` zeros, to be filled before anyone sees it."""
    return alloc(Bytes, n)


def byte_value(v: Value) -> int:
    """The byte that `v` stands for; ValueError if it is none."""
    n = int_object.clamped_index(v)
    if n < 0 or n > 255:
        raise errors.value_error(message("byte must be in range(0, 256)"))
    return n


EMPTY_BYTES: Bytes = alloc(Bytes, 0)

# Modules of an import cycle: only functions use their names.
from anthill.vm import errors, format  # noqa: E402
from anthill.vm.interpreter import special  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects import iterators, quoting, singletons, slice, strings  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

BYTES_TYPE = builtin_type("bytes", Bytes)
