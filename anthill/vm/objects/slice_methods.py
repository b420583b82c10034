"""The type `slice`: its constructor, attributes and methods."""

from __future__ import annotations

from anthill.typed import NULL, Value, alloc, small
from anthill.vm import errors
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import int as int_object
from anthill.vm.objects import singletons
from anthill.vm.objects.builtin import constructor, getter, method
from anthill.vm.objects.slice import Slice
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.type import Type, builtin_type

SLICE_TYPE: Type = builtin_type("slice", Slice)


@constructor(SLICE_TYPE, required=1)
def make_slice(first: Value, second: Value, third: Value) -> Value:
    """`slice(stop)` or `slice(start, stop[, step])`."""
    if second is NULL:
        return Slice(singletons.NONE, first, singletons.NONE)
    return Slice(first, second, singletons.NONE if third is NULL else third)


@getter(SLICE_TYPE, "start")
def slice_start(self: Slice) -> Value:
    """The `start` given."""
    return self.start


@getter(SLICE_TYPE, "stop")
def slice_stop(self: Slice) -> Value:
    """The `stop` given."""
    return self.stop


@getter(SLICE_TYPE, "step")
def slice_step(self: Slice) -> Value:
    """The `step` given."""
    return self.step


@method(SLICE_TYPE, "indices")
def slice_indices(self: Slice, length: Value) -> Value:
    """`slice.indices(length)`: start, stop and step for a sequence of this length."""
    count = int_object.index_value(length)
    if count < 0:
        raise errors.value_error(message("length should not be negative"))
    start, stop, step = self.bounds(count)
    result = alloc(Tuple, 3)
    result.items[0] = small(start)
    result.items[1] = small(stop)
    result.items[2] = small(step)
    if LARGE and int_object.is_int(self.step):
        result.items[2] = int_object.plain(self.step)
    return result
