"""memoryview: the items of a buffer, or of every so-many-th place in it, without a copy.

A view has one dimension. It does not hold its buffer's size: a bytearray may become shorter while
there are views of it, so every access looks whether its place is still there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Ptr, Value, as_a, copy_items, items_of, small, u8
from anthill.vm import errors, operations, packing
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import rare
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import (
    bytes_methods,
    exception,
    iterators,
    sequence,
    singletons,
    slice,
    strings,
)
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.builtin import constructor, getter, method
from anthill.vm.objects.bytes import Buffer, Bytes
from anthill.vm.objects.list import List, new_list
from anthill.vm.objects.module import BUILTINS
from anthill.vm.objects.str import Str
from anthill.vm.objects.type import builtin_type, define

if TYPE_CHECKING:
    from anthill.runtime.errors import PyError
    from anthill.vm.objects.type import Type
    from anthill.vm.writer import Writer


class Memoryview(Buffer):
    """`count` items of `unit` bytes each; the first is at byte `start` of `base`, each further one
    `stride` bytes on. After `release` the base is None."""

    base: Buffer | None
    code: int
    unit: int
    start: int
    stride: int
    count: int
    writable: bool

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<memory" if self.base else "<released memory"))
        errors.write_address(self, out)

    def address(self) -> Ptr[u8]:
        if not is_contiguous(self):
            raise errors.plain_error(
                exception.BUFFER_ERROR, message("memoryview: underlying buffer is not C-contiguous")
            )
        return place(self, 0, self.count)

    def size(self) -> int:
        base_of(self)
        return self.count * self.unit

    def item_code(self) -> int:
        return self.code

    def item_size(self) -> int:
        return self.unit

    def is_writable(self) -> bool:
        return self.writable

    def copied(self) -> Bytes:
        base_of(self)
        result = bytes_object.raw_bytes(self.count * self.unit)
        for index in range(self.count):
            target = items_of(result.data, index * self.unit)
            copy_items(target, place(self, index, 1), self.unit)
        return result

    def truth(self) -> bool:
        return self.length() != 0

    def length(self) -> int:
        base_of(self)
        return self.count

    def hash_code(self) -> int:
        if self.writable:
            raise errors.value_error(message("cannot hash writable memoryview object"))
        return self.copied().hash_code()

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Buffer) or (op != Op.EQ and op != Op.NE):
            return singletons.NOT_IMPLEMENTED
        equal = self is other
        if self.base and not equal:
            view = view_of(other)
            equal = view.base is not None and have_equal_items(self, view)
        return bool_object.to_bool(equal == (op == Op.EQ))

    def get_item(self, key: Value) -> Value:
        base_of(self)
        if isinstance(key, slice.Slice):
            return part(self, key)
        return item(self, item_index(self, key))

    def set_item(self, key: Value, value: Value) -> None:
        base_of(self)
        if not self.writable:
            raise errors.type_error(message("cannot modify read-only memory"))
        if isinstance(key, slice.Slice):
            set_items(part(self, key), value)
        else:
            set_item(self, item_index(self, key), value)

    def delete_item(self, key: Value) -> None:
        raise errors.type_error(message("cannot delete memory"))

    def iterate(self) -> Value:
        base_of(self)
        return iterators.ItemIterator(self, 0)


def base_of(view: Memoryview) -> Buffer:
    """The buffer of a view; ValueError after `release`."""
    base = view.base
    if base is None:
        raise errors.value_error(message("operation forbidden on released memoryview object"))
    return base


def view_of(buffer: Buffer) -> Memoryview:
    """A view of a whole buffer, or of what another view shows."""
    unit = buffer.item_size()
    if isinstance(buffer, Memoryview):
        return new_view(buffer, buffer.start, buffer.stride, buffer.count)
    writable = buffer.is_writable()
    count = strings.size_of(buffer) // unit
    return Memoryview(buffer, buffer.item_code(), unit, 0, unit, count, writable)


def new_view(view: Memoryview, start: int, stride: int, count: int) -> Memoryview:
    """A view of other items of the same buffer."""
    return Memoryview(view.base, view.code, view.unit, start, stride, count, view.writable)


def is_contiguous(view: Memoryview) -> bool:
    """Whether the items are in one piece and in order."""
    return view.stride == view.unit or view.count <= 1


def place(view: Memoryview, index: int, count: int) -> Ptr[u8]:
    """Where an item lies, `count` of them in one piece; IndexError where the buffer ends before."""
    base = base_of(view)
    at = view.start + index * view.stride
    if at + count * view.unit > strings.size_of(base):
        raise errors.index_error(message("index out of bounds on dimension 1"))
    return strings.data_of(base) + at


def item_index(view: Memoryview, key: Value) -> int:
    """The index that `key` stands for."""
    if packing.integer(key) is NULL:
        if isinstance(key, tuple_object.Tuple) and len(key.items) > 1:
            raise errors.type_error_with(
                message("cannot index 1-dimension view with %d-element tuple"),
                small(len(key.items)),
                NULL,
            )
        raise errors.type_error(message("memoryview: invalid slice key"))
    reason = message("index out of bounds on dimension 1")
    return slice.item_index(view, key, view.count, reason)


def item(view: Memoryview, index: int) -> Value:
    """An item."""
    p = place(view, index, 1)
    if view.code == ord("B"):
        return small(p[0])
    if view.code == ord("c"):
        return bytes_object.new_bytes(p, 1)
    return packing.read_item(view.code, p, view.unit, False)


def set_item(view: Memoryview, index: int, value: Value) -> None:
    """Set an item."""
    done = False
    if view.code == ord("c"):
        if not isinstance(value, Bytes):
            raise bad_item(view, exception.TYPE_ERROR)
        done = len(value.data) == 1
        if done:
            place(view, index, 1)[0] = value.data[0]
    elif view.code == ord("?"):
        truth = operations.truth(value)
        place(view, index, 1)[0] = u8(1 if truth else 0)
        done = True
    else:
        is_float = packing.mantissa_of_code(view.code) != 0
        number = packing.as_float(value) if is_float else packing.integer(value)
        if number is NULL:
            raise bad_item(view, exception.TYPE_ERROR)
        p = place(view, index, 1)
        done = packing.write_item(view.code, p, view.unit, False, number)
    if not done:
        raise bad_item(view, exception.VALUE_ERROR)


def bad_item(view: Memoryview, kind: Type) -> PyError:
    """The error for a value that an item cannot have."""
    return errors.error_with(
        kind,
        message("memoryview: invalid type for format %r")
        if kind is exception.TYPE_ERROR
        else message("memoryview: invalid value for format %r"),
        str_object.char_str(view.code),
        NULL,
    )


def set_items(view: Memoryview, value: Value) -> None:
    """Set all items of a view to those of another buffer."""
    if not isinstance(value, Buffer):
        raise errors.type_error_with(
            message("a bytes-like object is required, not '%t'"), value, NULL
        )
    other = view_of(value)
    if other.code != view.code or other.count != view.count:
        raise errors.value_error(
            message("memoryview assignment: lvalue and rvalue have different structures")
        )
    content = other.copied()
    for index in range(view.count):
        source = items_of(content.data, index * view.unit)
        copy_items(place(view, index, 1), source, view.unit)


def part(view: Memoryview, key: slice.Slice) -> Memoryview:
    """`view[start:stop:step]`."""
    start, stop, step = key.bounds(view.count)
    count = slice.step_count(start, stop, step)
    first = view.start + (start * view.stride if count else 0)
    return new_view(view, first, view.stride * step, count)


def list_of(view: Memoryview) -> List:
    """All items."""
    base_of(view)
    result = new_list(view.count)
    for index in range(view.count):
        result.append(item(view, index))
    return result


def have_equal_items(a: Memoryview, b: Memoryview) -> bool:
    """Whether two views show the same numbers."""
    if a.count != b.count:
        return False
    for index in range(a.count):
        if not operations.equal(item(a, index), item(b, index)):
            return False
    return True


MEMORYVIEW_TYPE = builtin_type("memoryview", Memoryview)
define(MEMORYVIEW_TYPE, "__abc_tpflags__", small(1 << 5))
BUILTINS.define("memoryview", MEMORYVIEW_TYPE)


@constructor(MEMORYVIEW_TYPE, keywords="object")
def make_memoryview(source: Value) -> Value:
    """`memoryview(object)`."""
    if not isinstance(source, Buffer):
        raise errors.type_error_with(
            message("memoryview: a bytes-like object is required, not '%t'"), source, NULL
        )
    if isinstance(source, Memoryview):
        base_of(source)
    return view_of(source)


@method(MEMORYVIEW_TYPE, "tobytes", required=1, keywords="order")
def memoryview_tobytes(self: Memoryview, order: Value) -> Value:
    """`memoryview.tobytes()`; with one dimension there is but one order."""
    return self.copied()


method(MEMORYVIEW_TYPE, "tolist")(list_of)


@rare(method(MEMORYVIEW_TYPE, "hex", required=1, keywords="sep bytes_per_sep"))
def memoryview_hex(self: Memoryview, separator: Value, group: Value) -> Value:
    """`memoryview.hex(sep, bytes_per_sep)`."""
    return bytes_methods.hex_buffer(self.copied(), separator, group)


@rare(method(MEMORYVIEW_TYPE, "toreadonly"))
def memoryview_toreadonly(self: Memoryview) -> Value:
    """`memoryview.toreadonly()`."""
    base_of(self)
    result = view_of(self)
    result.writable = False
    return result


@method(MEMORYVIEW_TYPE, "release")
def memoryview_release(self: Memoryview) -> Value:
    """`memoryview.release()`."""
    self.base = None
    return singletons.NONE


@method(MEMORYVIEW_TYPE, "__enter__")
def memoryview_enter(self: Memoryview) -> Value:
    """`memoryview.__enter__()`."""
    base_of(self)
    return self


@method(MEMORYVIEW_TYPE, "__exit__", variadic=True, least=1)
def memoryview_exit(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`memoryview.__exit__(...)`."""
    return memoryview_release(as_a(Memoryview, args[0]))


@rare(method(MEMORYVIEW_TYPE, "cast", required=2, keywords="format shape"))
def memoryview_cast(self: Memoryview, layout: Value, shape: Value) -> Value:
    """`memoryview.cast(format)`: the same bytes as items of another code."""
    base_of(self)
    if not isinstance(layout, Str):
        raise errors.type_error_with(
            message("cast() argument 'format' must be str, not %t"), layout, NULL
        )
    if not is_contiguous(self):
        raise errors.type_error(message("memoryview: casts are restricted to C-contiguous views"))
    code = cast_code(layout)
    if not is_byte(self.code) and not is_byte(code):
        raise errors.type_error(message("memoryview: cannot cast between two non-byte formats"))
    unit = packing.item_size(code, True)
    size = self.count * self.unit
    if size % unit != 0:
        raise errors.type_error(message("memoryview: length is not a multiple of itemsize"))
    if shape is not NULL:
        check_shape(shape, size // unit)
    return Memoryview(self.base, code, unit, self.start, unit, size // unit, self.writable)


def cast_code(layout: Str) -> int:
    """The code of a format of one native item."""
    p = items_of(layout.data)
    n = len(layout.data)
    if n == 2 and p[0] == ord("@"):
        p = p + 1
        n = 1
    code = int(p[0]) if n == 1 else 0
    if code in b"xsp" or packing.item_size(code, True) == 0:
        raise errors.value_error(
            message(
                "memoryview: destination format must be a native single character format "
                "prefixed with an optional '@'"
            )
        )
    return code


def is_byte(code: int) -> bool:
    """Whether items of this code are plain bytes."""
    return code == ord("B") or code == ord("b") or code == ord("c")


def check_shape(shape: Value, count: int) -> None:
    """TypeError unless a shape is the one dimension of so many items."""
    sizes = sequence.tuple_from(shape)
    if len(sizes.items) != 1:
        raise errors.plain_error(
            exception.NOT_IMPLEMENTED_ERROR,
            message("memoryview: only views of one dimension are there"),
        )
    if not operations.equal(sizes.items[0], small(count)):
        raise errors.type_error(message("memoryview: product(shape) * itemsize != buffer size"))


# Attributes.


def single(number: int) -> Value:
    """The tuple of one integer."""
    result = exception.alloc_tuple(1)
    result.items[0] = small(number)
    return result


@getter(MEMORYVIEW_TYPE, "format")
def memoryview_format(self: Memoryview) -> Value:
    """`memoryview.format`."""
    base_of(self)
    return str_object.char_str(self.code)


@getter(MEMORYVIEW_TYPE, "itemsize")
def memoryview_itemsize(self: Memoryview) -> Value:
    """`memoryview.itemsize`."""
    base_of(self)
    return small(self.unit)


@getter(MEMORYVIEW_TYPE, "nbytes")
def memoryview_nbytes(self: Memoryview) -> Value:
    """`memoryview.nbytes`."""
    return small(self.size())


@getter(MEMORYVIEW_TYPE, "readonly")
def memoryview_readonly(self: Memoryview) -> Value:
    """`memoryview.readonly`."""
    base_of(self)
    return bool_object.to_bool(not self.writable)


@rare(getter(MEMORYVIEW_TYPE, "obj"))
def memoryview_obj(self: Memoryview) -> Value:
    """`memoryview.obj`."""
    return base_of(self)


@rare(getter(MEMORYVIEW_TYPE, "ndim"))
def memoryview_ndim(self: Memoryview) -> Value:
    """`memoryview.ndim`."""
    base_of(self)
    return small(1)


@rare(getter(MEMORYVIEW_TYPE, "shape"))
def memoryview_shape(self: Memoryview) -> Value:
    """`memoryview.shape`."""
    base_of(self)
    return single(self.count)


@rare(getter(MEMORYVIEW_TYPE, "strides"))
def memoryview_strides(self: Memoryview) -> Value:
    """`memoryview.strides`."""
    base_of(self)
    return single(self.stride)


@rare(getter(MEMORYVIEW_TYPE, "suboffsets"))
def memoryview_suboffsets(self: Memoryview) -> Value:
    """`memoryview.suboffsets`."""
    base_of(self)
    return tuple_object.EMPTY_TUPLE


def contiguous(self: Memoryview) -> Value:
    """`memoryview.contiguous` and its like."""
    base_of(self)
    return bool_object.to_bool(is_contiguous(self))


for _title in ("contiguous", "c_contiguous", "f_contiguous"):
    rare(getter(MEMORYVIEW_TYPE, _title))(contiguous)
