"""Tuples: the items lie inside the object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import Ptr, Tail, Value, alloc, copy_items, items_of
from anthill.vm.messages import message
from anthill.vm.objects.container import Container

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class Tuple(Container):
    """A tuple; it never changes."""

    items: Tail[Value]

    def write_contents(self, out: Writer) -> None:
        count = len(self.items)
        out.write_char(ord("("))
        sequence.write_items(items_of(self.items), count, out)
        if count == 1:
            out.write_char(ord(","))
        out.write_char(ord(")"))

    def write_again(self, out: Writer) -> None:
        out.write_message(message("(...)"))

    def truth(self) -> bool:
        return len(self.items) != 0

    def hash_code(self) -> int:
        return sequence.hash_items(items_of(self.items), len(self.items))

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Tuple):
            return singletons.NOT_IMPLEMENTED
        return sequence.compare_items(
            op, items_of(self.items), len(self.items), items_of(other.items), len(other.items)
        )

    def binary(self, op: int, other: Value) -> Value:
        return sequence.tuple_binary(self, op, other)

    def reflected(self, op: int, other: Value) -> Value:
        return sequence.tuple_reflected(self, op, other)

    def length(self) -> int:
        return len(self.items)

    def get_item(self, key: Value) -> Value:
        return sequence.tuple_item(self, key)

    def contains(self, item: Value) -> int:
        return int(sequence.find_item(items_of(self.items), len(self.items), item) >= 0)

    def iterate(self) -> Value:
        return iterators.TupleIterator(self, 0)


EMPTY_TUPLE: Tuple = alloc(Tuple, 0)


def pair(a: Value, b: Value) -> Tuple:
    """`(a, b)`."""
    result = alloc(Tuple, 2)
    result.items[0] = a
    result.items[1] = b
    return result


def new_tuple(items: Ptr[Value], count: int) -> Tuple:
    """A tuple of `count` items read from a pointer."""
    if count == 0:
        return EMPTY_TUPLE
    result = alloc(Tuple, count)
    copy_items(items_of(result.items), items, count)
    return result


def tuple_of(*items: Value) -> Tuple:
    """A tuple of these items, at build time."""
    return new_tuple(Ptr(list(items)), len(items))


# The modules below make types when imported, for which they need Tuple.
from anthill.vm.objects import iterators, sequence, singletons  # noqa: E402
