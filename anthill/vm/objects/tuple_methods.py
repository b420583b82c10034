"""The type `tuple`: its constructor and methods."""

from __future__ import annotations

from anthill.typed import NULL, Value, items_of
from anthill.vm import errors
from anthill.vm.messages import message
from anthill.vm.objects import int as int_object
from anthill.vm.objects import sequence, slice
from anthill.vm.objects.builtin import constructor, method
from anthill.vm.objects.tuple import EMPTY_TUPLE, Tuple
from anthill.vm.objects.type import Type, builtin_type

TUPLE_TYPE: Type = builtin_type("tuple", Tuple)


@constructor(TUPLE_TYPE, required=0)
def make_tuple(source: Value) -> Value:
    """`tuple([iterable])`."""
    return EMPTY_TUPLE if source is NULL else sequence.tuple_from(source)


@method(TUPLE_TYPE, "count")
def tuple_count(self: Tuple, item: Value) -> Value:
    """`tuple.count(item)`."""
    return sequence.count_items(items_of(self.items), len(self.items), item)


@method(TUPLE_TYPE, "index", required=2)
def tuple_index(self: Tuple, item: Value, start: Value, stop: Value) -> Value:
    """`tuple.index(item[, start[, stop]])`; ValueError if it is missing."""
    count = len(self.items)
    first = slice.bound_or(start, 0, count)
    last = slice.bound_or(stop, count, count)
    index = -1
    if first < last:
        index = sequence.find_item(items_of(self.items, first), last - first, item)
    if index < 0:
        raise errors.value_error(message("tuple.index(x): x not in tuple"))
    return int_object.new_int(first + index)
