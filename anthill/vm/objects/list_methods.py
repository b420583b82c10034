"""The type `list`: its constructor and methods."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value, as_a, items_of
from anthill.vm import errors, operations
from anthill.vm.messages import message
from anthill.vm.objects import int as int_object
from anthill.vm.objects import sequence, singletons, slice, sort
from anthill.vm.objects.builtin import constructor, method
from anthill.vm.objects.items import EMPTY_ITEMS
from anthill.vm.objects.list import List, list_from, new_list
from anthill.vm.objects.type import Type, builtin_type

LIST_TYPE: Type = builtin_type("list", List)


@constructor(LIST_TYPE, required=0)
def make_list(source: Value) -> Value:
    """`list([iterable])`."""
    return new_list(0) if source is NULL else sequence.list_of(source)


@method(LIST_TYPE, "__init__", required=1)
def list_init(self: List, source: Value) -> Value:
    """`list.__init__([iterable])`."""
    self.items = EMPTY_ITEMS
    self.count = 0
    if source is not NULL:
        sequence.extend_from(self, source)
    return singletons.NONE


@method(LIST_TYPE, "append")
def list_append(self: List, item: Value) -> Value:
    """`list.append(item)`."""
    self.append(item)
    return singletons.NONE


@method(LIST_TYPE, "extend")
def list_extend(self: List, source: Value) -> Value:
    """`list.extend(iterable)`."""
    sequence.extend_from(self, source)
    return singletons.NONE


@method(LIST_TYPE, "insert")
def list_insert(self: List, place: Value, item: Value) -> Value:
    """`list.insert(index, item)`; an index outside means an end of the list."""
    index = slice.clamped(int_object.place_value(place), self.count, 1)
    self.append(item)
    items = items_of(self.items)
    for current in range(self.count - 1, index, -1):
        items[current] = items[current - 1]
    items[index] = item
    return singletons.NONE


@method(LIST_TYPE, "pop", required=1)
def list_pop(self: List, place: Value) -> Value:
    """`list.pop([index])`; IndexError if there is no such item."""
    index = -1 if place is NULL else int_object.index_value(place)
    if self.count == 0:
        raise errors.index_error(message("pop from empty list"))
    if index < 0:
        index += self.count
    if index < 0 or index >= self.count:
        raise errors.index_error(message("pop index out of range"))
    return self.pop(index)


@method(LIST_TYPE, "remove")
def list_remove(self: List, item: Value) -> Value:
    """`list.remove(item)`; ValueError if it is missing."""
    index = sequence.find_in_list(self, item, 0, self.count)
    if index < 0:
        raise errors.value_error(message("list.remove(x): x not in list"))
    if index < self.count:
        self.pop(index)
    return singletons.NONE


@method(LIST_TYPE, "clear")
def list_clear(self: List) -> Value:
    """`list.clear()`."""
    self.items = EMPTY_ITEMS
    self.count = 0
    return singletons.NONE


@method(LIST_TYPE, "copy")
def list_copy(self: List) -> Value:
    """`list.copy()`."""
    return list_from(items_of(self.items), self.count)


@method(LIST_TYPE, "count")
def list_count(self: List, item: Value) -> Value:
    """`list.count(item)`."""
    return sequence.count_items(items_of(self.items), self.count, item)


@method(LIST_TYPE, "index", required=2)
def list_index(self: List, item: Value, start: Value, stop: Value) -> Value:
    """`list.index(item[, start[, stop]])`; ValueError if it is missing."""
    first = slice.bound_or(start, 0, self.count)
    index = sequence.find_in_list(self, item, first, slice.bound_or(stop, self.count, self.count))
    if index < 0:
        raise errors.value_error_with(message("%r is not in list"), item, NULL)
    return int_object.new_int(index)


@method(LIST_TYPE, "reverse")
def list_reverse(self: List) -> Value:
    """`list.reverse()`."""
    sort.reverse_items(items_of(self.items), self.count)
    return singletons.NONE


@method(LIST_TYPE, "sort", variadic=True, least=1, most=1, keywords="key reverse")
def list_sort(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`list.sort(*, key=None, reverse=False)`."""
    reverse = keywords[1] is not NULL and operations.truth(keywords[1])
    sort.sort_list(as_a(List, args[0]), keywords[0], reverse)
    return singletons.NONE
