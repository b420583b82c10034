"""Ranges of integers of any size, on large boards: like `range`, in Values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value, small
from anthill.vm import errors, operations
from anthill.vm.messages import message
from anthill.vm.objects import bigint, container, singletons, slice
from anthill.vm.objects import int as int_object
from anthill.vm.objects import range as range_object
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class LongRange(Obj):
    """`range(start, stop, step)` with `count` numbers."""

    start: Value
    stop: Value
    step: Value
    count: Value

    def number(self, index: Value) -> Value:
        """The number at a valid index."""
        return bigint.add(self.start, int_object.multiplied(index, self.step), False)

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("range("))
        operations.write_repr(self.start, out)
        out.write_message(message(", "))
        operations.write_repr(self.stop, out)
        if bigint.order(self.step, small(1)) != 0:
            out.write_message(message(", "))
            operations.write_repr(self.step, out)
        out.write_char(ord(")"))

    def truth(self) -> bool:
        return not bigint.is_zero(self.count)

    def hash_code(self) -> int:
        return range_object.hash_of(self)

    def compare(self, op: int, other: Value) -> Value:
        return range_object.compare(self, op, other)

    def length(self) -> int:
        return int_object.index_value(self.count)

    def get_item(self, key: Value) -> Value:
        if isinstance(key, slice.Slice):
            start, stop, step = bounds(key, self.count)
            return range_object.new_range(
                self.number(start), self.number(stop), int_object.multiplied(self.step, step)
            )
        reason = message("range object index out of range")
        index = int_object.plain(key) if int_object.is_int(key) else key
        if not isinstance(index, bigint.BigInt):
            index = slice.index_key(self, key, reason)
        if bigint.is_negative(index):
            index = bigint.add(index, self.count, False)
        if bigint.is_negative(index) or bigint.order(index, self.count) >= 0:
            raise errors.index_error(reason)
        return self.number(index)

    def contains(self, item: Value) -> int:
        if not range_object.is_exact(item):
            return -1
        return int(not bigint.is_negative(self.place_of(int_object.plain(item))))

    def place_of(self, number: Value) -> Value:
        """The index of an integer, -1 if it is not in the range."""
        index, rest = bigint.divided(bigint.add(number, self.start, True), self.step)
        if not bigint.is_zero(rest) or bigint.order(index, self.count) >= 0:
            return small(-1)
        return small(-1) if bigint.is_negative(index) else index

    def iterate(self) -> Value:
        return LongRangeIterator(self.start, self.step, self.count)

    def backwards(self) -> Value:
        """The iterator of `reversed`."""
        last = self.number(bigint.add(self.count, small(1), True))
        return LongRangeIterator(last, bigint.negated(self.step), self.count)


class LongRangeIterator(container.Iterator):
    """Gives `number`, then `number + step` ... while `remaining` is above 0."""

    number: Value
    step: Value
    remaining: Value

    def next_item(self) -> Value:
        if bigint.is_zero(self.remaining):
            return NULL
        self.remaining = bigint.add(self.remaining, small(1), True)
        number = self.number
        self.number = bigint.add(number, self.step, False)
        return number


def new_long_range(start: Value, stop: Value, step: Value) -> LongRange:
    """A range whose step is not 0."""
    if bigint.is_negative(step):
        distance = bigint.add(start, stop, True)
    else:
        distance = bigint.add(stop, start, True)
    count: Value = small(0)
    if not bigint.is_negative(distance) and not bigint.is_zero(distance):
        before = bigint.add(distance, small(1), True)
        whole = bigint.truncated(before, bigint.magnitude_of(step))[0]
        count = bigint.add(whole, small(1), False)
    return LongRange(start, stop, step, count)


def bounds(key: slice.Slice, count: Value) -> tuple[Value, Value, Value]:
    """Start, stop and step that a slice means for so many items."""
    step: Value = small(1)
    if key.step is not singletons.NONE:
        step = int_object.integer_value(key.step)
    if bigint.is_zero(step):
        raise errors.value_error(message("slice step cannot be zero"))
    low: Value = small(0)
    high = count
    if bigint.is_negative(step):
        low = small(-1)
        high = bigint.add(count, small(1), True)
        return (
            clamped(key.start, high, low, high, count),
            clamped(key.stop, low, low, high, count),
            step,
        )
    return (
        clamped(key.start, low, low, high, count),
        clamped(key.stop, high, low, high, count),
        step,
    )


def clamped(v: Value, default: Value, low: Value, high: Value, count: Value) -> Value:
    """An index of a slice brought between two limits."""
    if v is singletons.NONE:
        return default
    index = int_object.integer_value(v)
    if bigint.is_negative(index):
        index = bigint.add(index, count, False)
    if bigint.order(index, low) < 0:
        return low
    return high if bigint.order(index, high) > 0 else index
