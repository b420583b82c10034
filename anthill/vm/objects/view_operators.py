"""Comparisons of dict views, `&`, `|`, `-` and `^`, and whether they have anything in common.

The other operand of an operator is any iterable. What is in a view is asked of it: an items view
looks for the key of a pair, so that values need no hash. Small boards make sets of both operands.
"""

from __future__ import annotations

from anthill.typed import NULL, Value, same
from anthill.vm import operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import dict_views, singletons
from anthill.vm.objects import set as set_object
from anthill.vm.objects.dict_views import DictView
from anthill.vm.objects.set import Set


def compare(op: int, a: Value, b: Value) -> Value:
    """`a op b` where at least one operand is a keys or items view: subset, superset or equal."""
    if not set_object.is_set_like(b):
        return singletons.NOT_IMPLEMENTED
    n = operations.length(a)
    m = operations.length(b)
    result = False
    match op:
        case Op.LE:
            result = n <= m and has_all(b, a)
        case Op.LT:
            result = n < m and has_all(b, a)
        case Op.GE:
            result = n >= m and has_all(a, b)
        case Op.GT:
            result = n > m and has_all(a, b)
        case _:
            result = (n == m and has_all(b, a)) == (op == Op.EQ)
    return bool_object.to_bool(result)


def has_all(owner: Value, items: Value) -> bool:
    """Whether all of the items are in the owner."""
    iterator = operations.iterate(items)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return True
        if not operations.contains(owner, item):
            return False


def combined(op: int, a: Value, b: Value) -> Value:
    """`a op b` where at least one operand is a keys or items view; a set, or NOT_IMPLEMENTED."""
    match op:
        case Op.AND:
            return common(a, b) if isinstance(a, DictView) else common(b, a)
        case Op.SUB:
            result = set_object.set_of(a)
            remove_all(result, b)
            return result
        case Op.OR:
            result = set_object.set_of(a)
            set_object.add_all(result, b)
            return result
        case Op.XOR:
            if is_items(a) and is_items(b):
                result = set_object.new_set()
                add_others(result, a, b)
                add_others(result, b, a)
                return result
            return set_object.combined(op, set_object.set_of(a), b)
        case _:
            return singletons.NOT_IMPLEMENTED


def is_items(value: Value) -> bool:
    """Whether a value is an items view."""
    return isinstance(value, DictView) and value.kind == dict_views.ITEMS


def common(a: Value, b: Value) -> Value:
    """`view & other`: the items of one operand that are in the other."""
    result = set_object.new_set()
    if is_shorter(a, b):
        a, b = b, a
    iterator = operations.iterate(b)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return result
        if operations.contains(a, item):
            result.put(item)


def is_shorter(view: Value, other: Value) -> bool:
    """Whether it is the view that is gone through, as in CPython."""
    if set_object.is_plain_set(other):
        return operations.length(view) <= operations.length(other)
    return isinstance(other, DictView) and operations.length(view) < operations.length(other)


def remove_all(result: Set, other: Value) -> None:
    """Take the items of an iterable out of a set."""
    iterator = operations.iterate(other)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return
        result.remove(item)


def add_others(result: Set, source: Value, other: Value) -> None:
    """Add what is in one view and not in the other."""
    iterator = operations.iterate(source)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return
        if not operations.contains(other, item):
            result.put(item)


def meets(view: Value, other: Value) -> bool:
    """Whether a view and an iterable have an item in common; the shorter one is gone through."""
    if same(view, other):
        return operations.length(view) != 0
    if is_shorter(view, other):
        view, other = other, view
    iterator = operations.iterate(other)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return False
        if operations.contains(view, item):
            return True
