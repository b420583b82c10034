"""Sets and frozensets: tables of keys alone. The methods are in `set_operations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value, u32
from anthill.vm import errors, operations
from anthill.vm.objects import dict_views, set_operations
from anthill.vm.objects.dict import PLAIN, Table, hash_of
from anthill.vm.objects.items import EMPTY_ITEMS
from anthill.vm.objects.sequence import write_item
from anthill.vm.objects.str import text

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
        if self.count == 0:
            out.write_text(text("set()"))
            return
        self.write_braces(out)

    def write_braces(self, out: Writer) -> None:
        """Write the items in braces."""
        out.write_char(ord("{"))
        index = 0
        number = self.next_entry(0)
        while number >= 0:
            write_item(index, self.key_at(number), out)
            index += 1
            number = self.next_entry(number + 1)
        out.write_char(ord("}"))

    def write_again(self, out: Writer) -> None:
        out.write_text(text("set(...)"))

    def hash_code(self) -> int:
        raise errors.unhashable(self)

    def compare(self, op: int, other: Value) -> Value:
        return set_operations.compare_sets(op, self, other)

    def binary(self, op: int, other: Value) -> Value:
        return set_operations.combine(op, self, other)

    def inplace(self, op: int, other: Value) -> Value:
        return set_operations.combine_into(op, self, other)

    def iterate(self) -> Value:
        return dict_views.table_iterator(self, dict_views.KEYS)


class FrozenSet(Set):
    """A frozenset."""

    def write_contents(self, out: Writer) -> None:
        out.write_text(text("frozenset("))
        if self.count != 0:
            self.write_braces(out)
        out.write_char(ord(")"))

    def write_again(self, out: Writer) -> None:
        out.write_text(text("frozenset(...)"))

    def hash_code(self) -> int:
        code = u32(self.count)
        number = self.next_entry(0)
        while number >= 0:
            code = code ^ u32(hash_of(self.key_at(number)) * u32(0x85EBCA6B))
            number = self.next_entry(number + 1)
        return int(code >> 2)

    def inplace(self, op: int, other: Value) -> Value:
        return self.binary(op, other)


def new_set() -> Set:
    """An empty set."""
    return Set(0, 0, PLAIN, 0, EMPTY_ITEMS, None)


def new_frozenset() -> FrozenSet:
    """An empty frozenset, which the caller fills before anyone sees it."""
    return FrozenSet(0, 0, PLAIN, 0, EMPTY_ITEMS, None)


def add_all(target: Set, source: Value) -> None:
    """Add all items of an iterable."""
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
