"""Ranges of small integers, which `for` advances inline; larger ones are in `long_range`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, SMALL_MAX, Value, as_a, is_small, same, small, small_int
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import bigint, iterators, long_range, sequence, singletons, slice
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import constructor, getter, method
from anthill.vm.objects.object import Obj
from anthill.vm.objects.type import TYPES, builtin_type

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

MOST_NEAR = SMALL_MAX >> 1 if LARGE else SMALL_MAX
"""The numbers of a Range are up to this, so that no sum of two needs more than a word."""


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
        return hash_of(self)

    def compare(self, op: int, other: Value) -> Value:
        return compare(self, op, other)

    def length(self) -> int:
        return self.count

    def get_item(self, key: Value) -> Value:
        if isinstance(key, slice.Slice):
            start, stop, step = key.bounds(self.count)
            factor = small(step)
            if LARGE and key.step is not singletons.NONE:
                factor = int_object.integer_value(key.step)
            return new_range(
                small(self.start + start * self.step),
                small(self.start + stop * self.step),
                int_object.multiplied(small(self.step), factor),
            )
        return self.number(
            slice.item_index(self, key, self.count, message("range object index out of range"))
        )

    def contains(self, item: Value) -> int:
        if not is_exact(item):
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

    def backwards(self) -> Value:
        """The iterator of `reversed`."""
        last = self.start + (self.count - 1) * self.step
        return iterators.RangeIterator(last, -self.step, self.count)


def new_range(start: Value, stop: Value, step: Value) -> Value:
    """The range of integers; ValueError for a step of 0, on small boards OverflowError for what is
    no small integer."""
    if bigint.is_zero(step):
        raise errors.value_error(message("range() arg 3 must not be zero"))
    if LARGE and not (is_near(start) and is_near(stop) and is_near(step)):
        return long_range.new_long_range(start, stop, step)
    a = int_object.index_value(start)
    b = int_object.index_value(stop)
    c = int_object.index_value(step)
    return Range(a, b, c, slice.step_count(a, b, c))


def is_near(n: Value) -> bool:
    """Whether sums and differences of two such integers are small, too."""
    return is_small(n) and -MOST_NEAR <= small_int(n) <= MOST_NEAR


# What ranges of all sizes share.


def is_exact(item: Value) -> bool:
    """Whether a Value is an integer that cannot compare in its own way."""
    return int_object.is_int(item) and not type_object.is_custom(item)


def parts(v: Value) -> tuple[Value, Value, Value]:
    """Start, step and count of a range."""
    if LARGE and isinstance(v, long_range.LongRange):
        return v.start, v.step, v.count
    own = as_a(Range, v)
    return small(own.start), small(own.step), small(own.count)


def is_range(v: Value) -> bool:
    """Whether a Value is a range."""
    return isinstance(v, Range) or (LARGE and isinstance(v, long_range.LongRange))


def hash_of(v: Value) -> int:
    """The hash of a range: that of its numbers."""
    start, step, count = parts(v)
    if bigint.is_zero(count):
        return 0
    code = operations.hash_code(count) * 7 + operations.hash_code(start)
    return code if same(count, small(1)) else code + operations.hash_code(step)


def compare(v: Value, op: int, other: Value) -> Value:
    """`v == other` and `v != other` for a range: whether they have the same numbers."""
    if not is_range(other) or (op != Op.EQ and op != Op.NE):
        return singletons.NOT_IMPLEMENTED
    start, step, count = parts(v)
    other_start, other_step, other_count = parts(other)
    equal = operations.equal(count, other_count) and (
        bigint.is_zero(count)
        or (
            operations.equal(start, other_start)
            and (same(count, small(1)) or operations.equal(step, other_step))
        )
    )
    return bool_object.to_bool(equal == (op == Op.EQ))


RANGE_TYPE = builtin_type("range", Range)
if LARGE:
    TYPES.set(long_range.LongRange, RANGE_TYPE)


@constructor(RANGE_TYPE, required=1)
def make_range(first: Value, second: Value, third: Value) -> Value:
    """`range(stop)` or `range(start, stop[, step])`."""
    start = int_object.integer_value(first)
    if second is NULL:
        return new_range(small(0), start, small(1))
    stop = int_object.integer_value(second)
    return new_range(start, stop, small(1) if third is NULL else int_object.integer_value(third))


@getter(RANGE_TYPE, "start")
def range_start(self: Value) -> Value:
    """The first number."""
    return parts(self)[0]


@getter(RANGE_TYPE, "stop")
def range_stop(self: Value) -> Value:
    """The end, which is not in the range."""
    if LARGE and isinstance(self, long_range.LongRange):
        return self.stop
    return small(as_a(Range, self).stop)


@getter(RANGE_TYPE, "step")
def range_step(self: Value) -> Value:
    """The distance between numbers."""
    return parts(self)[1]


@method(RANGE_TYPE, "index")
def range_index(self: Value, item: Value) -> Value:
    """`range.index(item)`; ValueError if it is missing."""
    place: Value = small(-1)
    if not is_exact(item):
        place = small(sequence.find_by_iteration(as_a(Obj, self), item))
    elif LARGE and isinstance(self, long_range.LongRange):
        place = self.place_of(int_object.plain(item))
    else:
        place = small(as_a(Range, self).place_of_value(item))
    if bigint.is_negative(place):
        raise errors.value_error_with(message("%r is not in range"), item, NULL)
    return place


@method(RANGE_TYPE, "count")
def range_count(self: Value, item: Value) -> Value:
    """`range.count(item)`."""
    if is_exact(item):
        return small(int(operations.contains(self, item)))
    count = 0
    iterator = operations.iterate(self)
    while True:
        number = operations.next_item(iterator)
        if number is NULL:
            return small(count)
        count += int(operations.equal(number, item))
