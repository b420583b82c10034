"""Sets and frozensets: tables of keys alone; and the operators that they share with the views of
dicts. The methods that Python programs see are in `set_methods`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value, u32
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import dict_views, sequence, singletons
from anthill.vm.objects import type as type_object
from anthill.vm.objects.dict import PLAIN, Table, hash_of
from anthill.vm.objects.items import EMPTY_ITEMS
from anthill.vm.objects.str import name

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class Set(Table):
    """A set."""

    def put(self, item: Value) -> None:
        """Add an item. TypeError if it is unhashable."""
        code = hash_of(item)
        if self.position(item, code) < 0:
            self.add(item, code)

    def write_contents(self, out: Writer) -> None:
        if self.count == 0 or type_object.is_custom(self):
            self.write_constructor(out)
        else:
            self.write_braces(out)

    def write_constructor(self, out: Writer) -> None:
        """Write the set as a call of its type."""
        out.write_text(operations.type_name(self))
        out.write_char(ord("("))
        if self.count != 0:
            self.write_braces(out)
        out.write_char(ord(")"))

    def write_braces(self, out: Writer) -> None:
        """Write the items in braces."""
        out.write_char(ord("{"))
        index = 0
        number = self.next_entry(0)
        while number >= 0:
            sequence.write_item(index, self.key_at(number), out)
            index += 1
            number = self.next_entry(number + 1)
        out.write_char(ord("}"))

    def write_again(self, out: Writer) -> None:
        out.write_text(operations.type_name(self))
        out.write_message(message("(...)"))

    def contains(self, item: Value) -> int:
        return int(self.has(findable(item)))

    def hash_code(self) -> int:
        raise errors.unhashable(self)

    def compare(self, op: int, other: Value) -> Value:
        return compare_sets(op, self, other)

    def binary(self, op: int, other: Value) -> Value:
        return combine(op, self, other)

    def inplace(self, op: int, other: Value) -> Value:
        return combine_into(op, self, other)

    def iterate(self) -> Value:
        return dict_views.table_iterator(self, dict_views.KEYS)


class FrozenSet(Set):
    """A frozenset."""

    def write_contents(self, out: Writer) -> None:
        self.write_constructor(out)

    def hash_code(self) -> int:
        code = u32(self.count)
        number = self.next_entry(0)
        while number >= 0:
            code = code ^ u32(hash_of(self.key_at(number)) * u32(0x85EBCA6B))
            number = self.next_entry(number + 1)
        return int(code >> 2)

    def inplace(self, op: int, other: Value) -> Value:
        return self.binary(op, other)


SET_TYPE = type_object.builtin_type("set", Set)
FROZENSET_TYPE = type_object.builtin_type("frozenset", FrozenSet)


def findable(item: Value) -> Value:
    """What to look for in a set: instead of a set, which cannot be there, an equal frozenset."""
    if not isinstance(item, Set) or isinstance(item, FrozenSet):
        return item
    if type_object.is_custom(item):
        hashed = type_object.lookup(type_object.type_of(item), name("__hash__"))
        if hashed is not singletons.NONE:
            return item
    result = new_frozenset()
    result.copy_entries(item)
    return result


def new_set() -> Set:
    """An empty set."""
    return Set(0, 0, PLAIN, 0, EMPTY_ITEMS, None)


def new_frozenset() -> FrozenSet:
    """An empty frozenset, which the caller fills before anyone sees it."""
    return FrozenSet(0, 0, PLAIN, 0, EMPTY_ITEMS, None)


def add_all(target: Set, source: Value) -> None:
    """Add all items of an iterable."""
    if isinstance(source, Set) and not type_object.is_custom(source):
        number = source.next_entry(0)
        while number >= 0:
            target.put(source.key_at(number))
            number = source.next_entry(number + 1)
        return
    iterator = operations.iterate(source)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return
        target.put(item)


def set_of(source: Value) -> Set:
    """A new set of an iterable's items."""
    result = new_set()
    if isinstance(source, Set):
        result.copy_entries(source)
    else:
        add_all(result, source)
    return result


# Operators of sets and of set-like views.


def is_plain_set(value: Value) -> bool:
    """Whether a value is a set or frozenset whose class is no other."""
    return isinstance(value, Set) and not type_object.is_custom(value)


def is_set_like(value: Value) -> bool:
    """Whether set operators take the Value."""
    return isinstance(value, Set) or (
        isinstance(value, dict_views.DictView) and value.kind != dict_views.VALUES
    )


def as_set(value: Value) -> Set:
    """The Value itself if it is a set, else a set of its items."""
    return value if isinstance(value, Set) else set_of(value)


def is_subset(a: Set, b: Set) -> bool:
    """Whether every item of `a` is in `b`."""
    if a.count > b.count:
        return False
    number = a.next_entry(0)
    while number >= 0:
        if not b.has(a.key_at(number)):
            return False
        number = a.next_entry(number + 1)
    return True


def compare_sets(op: int, a: Value, b: Value) -> Value:
    """`a op b`: subset, superset or equal."""
    if not is_set_like(b):
        return singletons.NOT_IMPLEMENTED
    if LARGE and isinstance(b, dict_views.DictView):
        return view_operators.compare(op, a, b)
    left = as_set(a)
    right = as_set(b)
    result = False
    match op:
        case Op.LE:
            result = is_subset(left, right)
        case Op.LT:
            result = left.count < right.count and is_subset(left, right)
        case Op.GE:
            result = is_subset(right, left)
        case Op.GT:
            result = right.count < left.count and is_subset(right, left)
        case _:
            result = (left.count == right.count and is_subset(left, right)) == (op == Op.EQ)
    return bool_object.to_bool(result)


def like(kind: Value) -> Set:
    """An empty set, or a frozenset if `kind` is one."""
    return new_frozenset() if isinstance(kind, FrozenSet) else new_set()


def add_members(target: Set, source: Set, other: Set, wanted: bool) -> None:
    """Add the items of `source` that are in `other`, or with `wanted` False those that are not;
    the target has none of them."""
    number = source.next_entry(0)
    while number >= 0:
        key = source.key_at(number)
        code = hash_of(key)
        if (other.position(key, code) >= 0) == wanted:
            target.add(key, code)
        number = source.next_entry(number + 1)


def combine(op: int, a: Value, b: Value) -> Value:
    """`a op b` for `|`, `&`, `-` and `^`."""
    if not is_set_like(b):
        return singletons.NOT_IMPLEMENTED
    if LARGE and isinstance(b, dict_views.DictView):
        return view_operators.combined(op, a, b)
    return combined(op, a, b)


def combined(op: int, a: Value, b: Value) -> Value:
    """As `combine`; `b` may be any iterable."""
    left = as_set(a)
    right = as_set(b)
    result = like(a)
    match op:
        case Op.OR:
            result.copy_entries(left)
            add_all(result, right)
        case Op.AND:
            if left.count < right.count:
                add_members(result, left, right, True)
            else:
                add_members(result, right, left, True)
        case Op.SUB:
            add_members(result, left, right, False)
        case Op.XOR:
            add_members(result, left, right, False)
            add_members(result, right, left, False)
        case _:
            return singletons.NOT_IMPLEMENTED
    return result


def combine_into(op: int, self: Set, other: Value) -> Value:
    """`self op= other`."""
    if not is_set_like(other) or (LARGE and isinstance(other, dict_views.DictView)):
        return singletons.NOT_IMPLEMENTED
    if op == Op.OR:
        add_all(self, other)
        return self
    return assign(self, combined(op, self, other))


def assign(self: Set, result: Value) -> Value:
    """Give a set the items of a set that nobody else holds; the set."""
    if not isinstance(result, Set):
        return result
    self.adopt(result)
    return self


if LARGE:
    from anthill.vm.objects import view_operators
