"""The types `set` and `frozenset`: their constructors and methods."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value
from anthill.typed.extended import is_exactly
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import singletons
from anthill.vm.objects.builtin import constructor, method
from anthill.vm.objects.set import (
    FROZENSET_TYPE,
    SET_TYPE,
    FrozenSet,
    Set,
    add_all,
    as_set,
    assign,
    combined,
    compare_sets,
    findable,
    new_frozenset,
    new_set,
    set_of,
)


@constructor(SET_TYPE, required=0)
def make_set(source: Value) -> Value:
    """`set([iterable])`."""
    return new_set() if source is NULL else set_of(source)


@constructor(FROZENSET_TYPE, required=0)
def make_frozenset(source: Value) -> Value:
    """`frozenset([iterable])`."""
    if is_exactly(source, FrozenSet):
        return source
    result = new_frozenset()
    if source is not NULL:
        assign(result, set_of(source))
    return result


@method(SET_TYPE, "__init__", required=1)
def set_init(self: Set, source: Value) -> Value:
    """`set.__init__([iterable])`."""
    assign(self, new_set() if source is NULL else set_of(source))
    return singletons.NONE


@method(SET_TYPE, "add")
def set_add(self: Set, item: Value) -> Value:
    """`set.add(item)`."""
    self.put(item)
    return singletons.NONE


@method(SET_TYPE, "discard")
def set_discard(self: Set, item: Value) -> Value:
    """`set.discard(item)`."""
    self.remove(findable(item))
    return singletons.NONE


@method(SET_TYPE, "remove")
def set_remove(self: Set, item: Value) -> Value:
    """`set.remove(item)`; KeyError if it is missing."""
    if not self.remove(findable(item)):
        raise errors.key_error(item)
    return singletons.NONE


@method(SET_TYPE, "pop")
def set_pop(self: Set) -> Value:
    """`set.pop()`; KeyError if the set is empty."""
    number = self.last_entry(self.used)
    if number < 0:
        raise errors.key_error(errors.said(message("pop from an empty set")))
    item = self.key_at(number)
    self.remove_entry(number)
    return item


@method(SET_TYPE, "clear")
def set_clear(self: Set) -> Value:
    """`set.clear()`."""
    self.clear()
    return singletons.NONE


@method(SET_TYPE, "copy")
@method(FROZENSET_TYPE, "copy")
def set_copy(self: Set) -> Value:
    """`set.copy()`."""
    if isinstance(self, FrozenSet):
        return make_frozenset(self)
    return set_of(self)


@method(SET_TYPE, "update", variadic=True, least=1)
def set_update(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`set.update(*iterables)`."""
    self = args[0]
    if isinstance(self, Set):
        for index in range(1, count):
            add_all(self, args[index])
    return singletons.NONE


@method(SET_TYPE, "difference_update", variadic=True, least=1)
def set_difference_update(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`set.difference_update(*iterables)`."""
    return fold_into(Op.SUB, args, count)


@method(SET_TYPE, "intersection_update", variadic=True, least=1)
def set_intersection_update(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`set.intersection_update(*iterables)`."""
    return fold_into(Op.AND, args, count)


@method(SET_TYPE, "symmetric_difference_update", variadic=True, least=2, most=2)
def set_symmetric_difference_update(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`set.symmetric_difference_update(iterable)`."""
    return fold_into(Op.XOR, args, count)


def fold_into(op: int, args: Ptr[Value], count: int) -> Value:
    """Combine the set at `args` with each of the other arguments, in place."""
    result = folded(op, args, count)
    self = args[0]
    if isinstance(self, Set):
        assign(self, result)
    return singletons.NONE


def folded(op: int, args: Ptr[Value], count: int) -> Value:
    """The set at `args` combined with each of the other arguments."""
    if count == 1:
        return combined(Op.OR, args[0], new_set())
    result = args[0]
    for index in range(1, count):
        result = combined(op, result, args[index])
    return result


@method(SET_TYPE, "union", variadic=True, least=1)
@method(FROZENSET_TYPE, "union", variadic=True, least=1)
def set_union(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`set.union(*iterables)`."""
    return folded(Op.OR, args, count)


@method(SET_TYPE, "intersection", variadic=True, least=1)
@method(FROZENSET_TYPE, "intersection", variadic=True, least=1)
def set_intersection(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`set.intersection(*iterables)`."""
    return folded(Op.AND, args, count)


@method(SET_TYPE, "difference", variadic=True, least=1)
@method(FROZENSET_TYPE, "difference", variadic=True, least=1)
def set_difference(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`set.difference(*iterables)`."""
    return folded(Op.SUB, args, count)


@method(SET_TYPE, "symmetric_difference", variadic=True, least=2, most=2)
@method(FROZENSET_TYPE, "symmetric_difference", variadic=True, least=2, most=2)
def set_symmetric_difference(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`set.symmetric_difference(iterable)`."""
    return folded(Op.XOR, args, count)


@method(SET_TYPE, "issubset")
@method(FROZENSET_TYPE, "issubset")
def set_issubset(self: Set, other: Value) -> Value:
    """`set.issubset(iterable)`."""
    return compare_sets(Op.LE, self, as_set(other))


def has_any(self: Set, others: Value, member: bool) -> bool:
    """Whether one of these items is a member, or is none; those after it are not asked for."""
    iterator = operations.iterate(others)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return False
        if self.has(item) == member:
            return True


@method(SET_TYPE, "issuperset")
@method(FROZENSET_TYPE, "issuperset")
def set_issuperset(self: Set, other: Value) -> Value:
    """`set.issuperset(iterable)`."""
    if LARGE and not isinstance(other, Set):
        return bool_object.to_bool(not has_any(self, other, False))
    return compare_sets(Op.GE, self, as_set(other))


@method(SET_TYPE, "isdisjoint")
@method(FROZENSET_TYPE, "isdisjoint")
def set_isdisjoint(self: Set, other: Value) -> Value:
    """`set.isdisjoint(iterable)`."""
    if LARGE and not isinstance(other, Set):
        return bool_object.to_bool(not has_any(self, other, True))
    return bool_object.to_bool(not operations.truth(combined(Op.AND, self, other)))
