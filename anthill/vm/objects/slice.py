"""Slice objects, and what indices and slices mean for a sequence of a given length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value, alloc, is_small, items_of, same, small, small_int
from anthill.vm import errors, operations
from anthill.vm.features import BIG_INTEGERS, LARGE
from anthill.vm.messages import message
from anthill.vm.objects import bigint, singletons
from anthill.vm.objects import int as int_object
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class Slice(Obj):
    """`slice(start, stop, step)`."""

    start: Value
    stop: Value
    step: Value

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("slice("))
        operations.write_repr(self.start, out)
        out.write_message(message(", "))
        operations.write_repr(self.stop, out)
        out.write_message(message(", "))
        operations.write_repr(self.step, out)
        out.write_char(ord(")"))

    def hash_code(self) -> int:
        return sequence.hash_items(items_of(self.parts().items), 3)

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Slice):
            return singletons.NOT_IMPLEMENTED
        return operations.compare(op, self.parts(), other.parts())

    def parts(self) -> Tuple:
        """Start, stop and step."""
        result = alloc(Tuple, 3)
        result.items[0] = self.start
        result.items[1] = self.stop
        result.items[2] = self.step
        return result

    def settled(self) -> Slice:
        """The same with None and small integers, its step not 0: what an `__index__` does may
        change the sequence, whose length counts behind it."""
        step = settled_index(self.step)
        if same(step, small(0)):
            raise errors.value_error(message("slice step cannot be zero"))
        start = settled_index(self.start)
        stop = settled_index(self.stop)
        if same(start, self.start) and same(stop, self.stop) and same(step, self.step):
            return self
        return Slice(start, stop, step)

    def bounds(self, length: int) -> tuple[int, int, int]:
        """Start, stop and step for a sequence of `length` items, as `slice.indices` gives them."""
        step = 1
        if self.step is not singletons.NONE:
            step = slice_index(self.step)
        if step == 0:
            raise errors.value_error(message("slice step cannot be zero"))
        start = 0 if step > 0 else length - 1
        stop = length if step > 0 else -1
        if self.start is not singletons.NONE:
            start = clamped(slice_index(self.start), length, step)
        if self.stop is not singletons.NONE:
            stop = clamped(slice_index(self.stop), length, step)
        return start, stop, step


def settled_index(value: Value) -> Value:
    """A slice's start, stop or step as None or a small integer."""
    if is_small(value) or value is singletons.NONE:
        return value
    return small(slice_index(value))


def clamped(index: int, length: int, step: int) -> int:
    """An index of a slice brought into the sequence."""
    low = 0 if step > 0 else -1
    if index < 0:
        index += length
        return index if index > low else low
    high = length + low
    return index if index < high else high


def slice_index(value: Value) -> int:
    """A slice's start, stop or step that is not None."""
    return index_or(
        value, message("slice indices must be integers or None or have an __index__ method")
    )


def index_or(value: Value, problem: int) -> int:
    """The integer that a value stands for, or the nearest small one; TypeError with a message."""
    if not int_object.is_int(value):
        value = special.index_of(value)
        if value is NULL:
            raise errors.type_error(problem)
    return int_object.clamped_index(value)


def step_count(start: int, stop: int, step: int) -> int:
    """How many numbers `range(start, stop, step)` has."""
    if step > 0:
        return (stop - start - 1) // step + 1 if start < stop else 0
    return (start - stop - 1) // -step + 1 if start > stop else 0


def item_index(owner: Obj, key: Value, length: int, reason: int) -> int:
    """The place in a sequence that `key` names; IndexError with `reason` if there is none."""
    if not is_small(key):
        key = index_key(owner, key, reason)
        if isinstance(owner, List):  # an `__index__` may have changed it
            length = owner.count
        if isinstance(owner, Bytearray):
            length = owner.count
    index = small_int(key)
    if index < 0:
        index += length
    if index < 0 or index >= length:
        raise errors.index_error(reason)
    return index


def index_key(owner: Obj, key: Value, reason: int) -> Value:
    """The small integer that an index stands for; TypeError, IndexError with `reason` if it is
    further than any sequence goes."""
    if not int_object.is_int(key):
        index = special.index_of(key)
        if index is NULL:
            raise errors.type_error_with(
                message("%t indices must be integers or slices, not %t"),
                derived.undressed(owner) if LARGE else owner,
                key,
            )
        key = index
    key = int_object.plain(key)
    if BIG_INTEGERS and not is_small(key):
        too_wide = bigint.bit_length(key) >= int_object.WORD_SIZE
        raise errors.index_error(
            message("cannot fit 'int' into an index-sized integer") if too_wide else reason
        )
    return key


def bound_or(value: Value, default: int, length: int) -> int:
    """An optional `start` or `stop` argument as of `list.index`, brought into the sequence."""
    if value is NULL:
        return default
    problem = message("slice indices must be integers or have an __index__ method")
    return clamped(index_or(value, problem), length, 1)


# Modules of an import cycle: only functions use their names.
from anthill.vm.interpreter import special  # noqa: E402
from anthill.vm.objects import derived, sequence  # noqa: E402
from anthill.vm.objects.bytearray import Bytearray  # noqa: E402
from anthill.vm.objects.list import List  # noqa: E402
from anthill.vm.objects.tuple import Tuple  # noqa: E402
