"""The types of the built-in iterators: `enumerate`, `zip`, `map`, `filter`, `reversed`, and those
of the iterators over containers."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value, alloc, as_a, is_small, small
from anthill.typed.extended import inherited
from anthill.vm import errors, operations
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import attributes
from anthill.vm.messages import message
from anthill.vm.objects import dict_views, long_range, singletons
from anthill.vm.objects import int as int_object
from anthill.vm.objects import range as range_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import constructor, method
from anthill.vm.objects.container import Iterator
from anthill.vm.objects.dict import Dict, Table
from anthill.vm.objects.iterators import (
    Enumerate,
    Filter,
    ItemIterator,
    ListIterator,
    Map,
    RangeIterator,
    ReversedIterator,
    StrIterator,
    TupleIterator,
    Zip,
)
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import name
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.type import Type, builtin_type

ITERATOR_TYPE: Type = builtin_type("iterator", Iterator)
for _title, _kind in {
    "list_iterator": ListIterator,
    "tuple_iterator": TupleIterator,
    "range_iterator": RangeIterator,
    "str_ascii_iterator": StrIterator,
    "bytes_iterator": ItemIterator,
    "dict_keyiterator": dict_views.DictIterator,
}.items():
    builtin_type(_title, _kind, ITERATOR_TYPE)
if LARGE:
    builtin_type("longrange_iterator", long_range.LongRangeIterator, ITERATOR_TYPE)
ENUMERATE_TYPE: Type = builtin_type("enumerate", Enumerate, ITERATOR_TYPE)
ZIP_TYPE: Type = builtin_type("zip", Zip, ITERATOR_TYPE)
MAP_TYPE: Type = builtin_type("map", Map, ITERATOR_TYPE)
FILTER_TYPE: Type = builtin_type("filter", Filter, ITERATOR_TYPE)
REVERSED_TYPE: Type = builtin_type("reversed", ReversedIterator, ITERATOR_TYPE)


@method(ITERATOR_TYPE, "__next__")
def iterator_next(self: Iterator) -> Value:
    """`iterator.__next__()`."""
    item = inherited(self).next_item() if type_object.is_custom(self) else self.next_item()
    if item is NULL:
        raise errors.stop_iteration(NULL)
    return item


@method(ITERATOR_TYPE, "__iter__")
def iterator_iter(self: Iterator) -> Value:
    """`iterator.__iter__()`."""
    return self


@rare(method(ITERATOR_TYPE, "__length_hint__"))
def iterator_length_hint(self: Iterator) -> Value:
    """`iterator.__length_hint__()`: how many items are left, where that is known."""
    if isinstance(self, ListIterator):
        return small(max(self.owner.count - self.position, 0))
    if isinstance(self, TupleIterator):
        return small(len(self.owner.items) - self.position)
    if isinstance(self, RangeIterator):
        return small(self.remaining)
    if isinstance(self, ReversedIterator):
        left = self.position + 1
        return small(left if left <= operations.length(self.owner) else 0)
    return singletons.NOT_IMPLEMENTED


@constructor(ENUMERATE_TYPE, required=0, keywords="iterable start")
def make_enumerate(iterable: Value, start: Value) -> Value:
    """`enumerate(iterable, start=0)`."""
    if iterable is NULL:
        raise errors.type_error(message("enumerate() missing required argument 'iterable'"))
    number = small(0) if start is NULL else int_object.integer_value(start)
    return Enumerate(operations.iterate(iterable), number)


def iterators_of(args: Ptr[Value], count: int) -> Tuple:
    """The iterators of several iterables."""
    result = alloc(Tuple, count)
    for index in range(count):
        result.items[index] = operations.iterate(args[index])
    return result


@constructor(ZIP_TYPE, variadic=True, keywords="strict")
def make_zip(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`zip(*iterables, strict=False)`."""
    strict = keywords[0] is not NULL and operations.truth(keywords[0])
    return Zip(iterators_of(args, count), strict)


@constructor(MAP_TYPE, variadic=True, least=2)
def make_map(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`map(function, iterable, *iterables)`."""
    return Map(args[0], iterators_of(args + 1, count - 1))


@constructor(FILTER_TYPE)
def make_filter(function: Value, iterable: Value) -> Value:
    """`filter(function or None, iterable)`."""
    return Filter(function, operations.iterate(iterable))


@constructor(REVERSED_TYPE)
def make_reversed(source: Value) -> Value:
    """`reversed(sequence)`: a sequence, a dict or one of its views, or `__reversed__`."""
    special = NULL
    if type_object.is_custom(source):
        kind = type_object.type_of(source)
        special = attributes.find_in_type(kind, name("__reversed__"))
        if special is not NULL and special is not singletons.NONE:
            return operations.call0(attributes.bind(special, source, kind))
    if isinstance(source, Dict) and special is NULL:
        return dict_views.table_iterator(source, dict_views.KEYS | dict_views.BACKWARDS)
    if isinstance(source, dict_views.DictView):
        return dict_views.table_iterator(source.owner, source.kind | dict_views.BACKWARDS)
    if isinstance(source, range_object.Range):
        return source.backwards()
    if LARGE and isinstance(source, long_range.LongRange):
        return source.backwards()
    if type_object.is_custom(source):
        items = attributes.find_in_type(type_object.type_of(source), name("__getitem__"))
        reversible = special is NULL and items is not NULL
    else:
        reversible = is_sequence(source)
    if not reversible:
        raise errors.type_error_with(message("'%t' object is not reversible"), source, NULL)
    return ReversedIterator(source, operations.length(source) - 1)


def is_sequence(value: Value) -> bool:
    """Whether a built-in object has items by index."""
    return not is_small(value) and not isinstance(value, Table) and as_a(Obj, value).length() >= 0
