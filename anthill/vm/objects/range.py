"""Ranges of small integers, and the iterator that `for` advances inline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value, fits_small, is_small, small, small_int
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import iterators, sequence, singletons, slice
from anthill.vm.objects.builtin import constructor, getter, method
from anthill.vm.objects.object import Obj
from anthill.vm.objects.type import builtin_type

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class Range(Obj):
    """`range(start, stop, step)` with `count` numbers. All of them are small integers."""

    start: int
    stop: int
    step: int
    count: int

    def number(self, index: int) -> Value:
        """The number at a valid index."""
        return small(self.start + index * self.step)

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("range("))
        out.write_int(self.start)
        out.write_message(message(", "))
        out.write_int(self.stop)
        if self.step != 1:
            out.write_message(message(", "))
            out.write_int(self.step)
        out.write_char(ord(")"))

    def truth(self) -> bool:
        return self.count != 0

    def hash_code(self) -> int:
        if self.count == 0:
            return 0
        return self.count * 7 + self.start + (self.step if self.count > 1 else 0)

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Range) or (op != Op.EQ and op != Op.NE):
            return singletons.NOT_IMPLEMENTED
        equal = self.count == other.count and (
            self.count == 0
            or (self.start == other.start and (self.count == 1 or self.step == other.step))
        )
        return bool_object.to_bool(equal == (op == Op.EQ))

    def length(self) -> int:
        return self.count

    def get_item(self, key: Value) -> Value:
        if isinstance(key, slice.Slice):
            start, stop, step = key.bounds(self.count)
            return new_range(
                self.start + start * self.step, self.start + stop * self.step, self.step * step
            )
        return self.number(
            slice.item_index(self, key, self.count, message("range object index out of range"))
        )

    def contains(self, item: Value) -> int:
        if not int_object.is_int(item):
            return -1
        return int(self.place_of_value(item) >= 0)

    def place_of_value(self, item: Value) -> int:
        """The index of an integer, -1 if it is not in the range."""
        number = int_object.plain(item)
        return self.place_of(small_int(number)) if is_small(number) else -1

    def place_of(self, number: int) -> int:
        """The index of a number, -1 if it is not in the range."""
        distance = number - self.start
        if distance % self.step != 0:
            return -1
        index = distance // self.step
        return index if 0 <= index < self.count else -1

    def iterate(self) -> Value:
        return iterators.RangeIterator(self.start, self.step, self.count)


def new_range(start: int, stop: int, step: int) -> Range:
    """A range; ValueError for a step of 0, OverflowError for what is no small integer."""
    if step == 0:
        raise errors.value_error(message("range() arg 3 must not be zero"))
    if not fits_small(start) or not fits_small(stop) or not fits_small(step):
        raise errors.overflow_error(message("Python int too large to convert to C ssize_t"))
    return Range(start, stop, step, slice.step_count(start, stop, step))


RANGE_TYPE = builtin_type("range", Range)


@constructor(RANGE_TYPE, required=1)
def make_range(first: Value, second: Value, third: Value) -> Value:
    """`range(stop)` or `range(start, stop[, step])`."""
    start = int_object.index_value(first)
    if second is NULL:
        return new_range(0, start, 1)
    step = 1 if third is NULL else int_object.index_value(third)
    return new_range(start, int_object.index_value(second), step)


@getter(RANGE_TYPE, "start")
def range_start(self: Range) -> Value:
    """The first number."""
    return small(self.start)


@getter(RANGE_TYPE, "stop")
def range_stop(self: Range) -> Value:
    """The end, which is not in the range."""
    return small(self.stop)


@getter(RANGE_TYPE, "step")
def range_step(self: Range) -> Value:
    """The distance between numbers."""
    return small(self.step)


@method(RANGE_TYPE, "index")
def range_index(self: Range, item: Value) -> Value:
    """`range.index(item)`; ValueError if it is missing."""
    place = -1
    if int_object.is_int(item):
        place = self.place_of_value(item)
    else:
        place = sequence.find_by_iteration(self, item)
    if place < 0:
        raise errors.value_error_with(message("%r is not in range"), item, NULL)
    return small(place)


@method(RANGE_TYPE, "count")
def range_count(self: Range, item: Value) -> Value:
    """`range.count(item)`."""
    return small(int(operations.contains(self, item)))
