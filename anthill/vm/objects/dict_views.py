"""Views and iterators of dicts, and taking over entries from any mapping.

A view holds its dict; keys and items views behave as sets where that is simple and there are sets.
One iterator class
serves dicts, their views and sets, forwards and backwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value, items_of, same, small
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, SETS
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import sequence, singletons
from anthill.vm.objects import type as type_object
from anthill.vm.objects.container import Container, Iterator
from anthill.vm.objects.dict import Dict, Table
from anthill.vm.objects.str import name
from anthill.vm.objects.tuple import Tuple, new_tuple

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

KEYS = 0
VALUES = 1
ITEMS = 2
BACKWARDS = 4


class DictIterator(Iterator):
    """Gives keys, values or items of a table, which must keep its number of entries."""

    owner: Table | None
    position: int
    count: int
    kind: int

    def next_item(self) -> Value:
        owner = self.owner
        if owner is None:
            return NULL
        if owner.count != self.count:
            self.count = -1
            raise errors.runtime_error(changed_message(owner))
        backwards = self.kind & BACKWARDS != 0
        number = self.position
        number = owner.last_entry(number) if backwards else owner.next_entry(number)
        if number < 0:
            self.owner = None
            return NULL
        self.position = number - 1 if backwards else number + 1
        return entry_of(owner, number, self.kind)


def changed_message(owner: Table) -> int:
    """What to say of a table that got other entries while iterated over."""
    if not SETS or isinstance(owner, Dict):
        return message("dictionary changed size during iteration")
    return message("Set changed size during iteration")


def entry_of(owner: Table, number: int, kind: int) -> Value:
    """What an iterator of this kind gives for an entry."""
    if kind & ITEMS != 0:
        return new_tuple(items_of(owner.entries, 2 * number), 2)
    return owner.entries[(number << owner.shift) + (kind & VALUES)]


def table_iterator(owner: Table, kind: int) -> Value:
    """An iterator over a table."""
    return DictIterator(owner, owner.used if kind & BACKWARDS else 0, owner.count, kind)


class DictView(Container):
    """`d.keys()`, `d.values()` or `d.items()` by `kind`."""

    owner: Dict
    kind: int

    def write_contents(self, out: Writer) -> None:
        if self.kind == KEYS:
            out.write_message(message("dict_keys(["))
        elif self.kind == VALUES:
            out.write_message(message("dict_values(["))
        else:
            out.write_message(message("dict_items(["))
        items = sequence.list_of(self)
        sequence.write_items(items_of(items.items), items.count, out)
        out.write_message(message("])"))

    def write_again(self, out: Writer) -> None:
        out.write_message(message("..."))

    def length(self) -> int:
        return self.owner.count

    def truth(self) -> bool:
        return self.owner.count != 0

    def iterate(self) -> Value:
        return table_iterator(self.owner, self.kind)

    def contains(self, item: Value) -> int:
        if self.kind == VALUES:
            return -1
        if self.kind == KEYS:
            return int(self.owner.has(item))
        if not isinstance(item, Tuple) or len(item.items) != 2:
            return 0
        value = self.owner.find(item.items[0])
        return int(value is not NULL and operations.equal(value, item.items[1]))

    def compare(self, op: int, other: Value) -> Value:
        if self.kind == VALUES:
            return singletons.NOT_IMPLEMENTED
        if LARGE:
            return view_operators.compare(op, self, other)
        if SETS:
            return set_object.compare_sets(op, self, other)
        return compare_views(op, self, other)

    if SETS:

        def binary(self, op: int, other: Value) -> Value:
            if self.kind == VALUES:
                return singletons.NOT_IMPLEMENTED
            if LARGE:
                return view_operators.combined(op, self, other)
            return set_object.combine(op, self, other)

    if LARGE:

        def reflected(self, op: int, other: Value) -> Value:
            if self.kind == VALUES:
                return singletons.NOT_IMPLEMENTED
            return view_operators.combined(op, other, self)


class DictKeys(DictView):
    """`d.keys()`."""


class DictValues(DictView):
    """`d.values()`."""


class DictItems(DictView):
    """`d.items()`."""


def compare_views(op: int, a: DictView, b: Value) -> Value:
    """`a op b` for `==` and `!=`, where there are no sets."""
    if (op != Op.EQ and op != Op.NE) or not isinstance(b, DictView) or b.kind == VALUES:
        return singletons.NOT_IMPLEMENTED
    equal = a.owner.count == b.owner.count
    iterator = a.iterate()
    while equal:
        item = operations.next_item(iterator)
        if item is NULL:
            break
        equal = b.contains(item) > 0
    return bool_object.to_bool(equal == (op == Op.EQ))


def update_from(self: Dict, source: Value) -> None:
    """Store the entries of a dict, of an object with `keys()`, or of an iterable of pairs."""
    if isinstance(source, Dict) and not (LARGE and iterates_itself(source)):
        self.update(source)
        return
    keys = operations.find_attribute(source, name("keys"))
    iterator = operations.iterate(source if keys is NULL else operations.call0(keys))
    index = 0
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return
        if keys is not NULL:
            self.store(item, operations.get_item(source, item))
        else:
            pair = pair_of(item, index)
            if len(pair.items) != 2:
                raise errors.value_error_with(
                    message("dictionary update sequence element #%d has length %d; 2 is required"),
                    small(index),
                    small(len(pair.items)),
                )
            self.store(pair.items[0], pair.items[1])
        index += 1


def iterates_itself(source: Dict) -> bool:
    """Whether a class derived from `dict` has an `__iter__` of its own: then its entries are what
    its `keys` and `__getitem__` say."""
    kind = type_object.type_of(source)
    if kind.flags & type_object.TYPE_HEAP == 0:
        return False
    title = name("__iter__")
    own = type_object.lookup(kind, title)
    return not same(own, type_object.lookup(dict_methods.DICT_TYPE, title))


def pair_of(item: Value, index: int) -> Tuple:
    """An item of an iterable of pairs."""
    if isinstance(item, Tuple):
        return item
    reason = message("cannot convert dictionary update sequence element #%d to a sequence")
    return sequence.tuple_from(sequence.iterator_or(item, reason, small(index)))


from anthill.vm.objects import dict_methods  # noqa: E402

if SETS:
    from anthill.vm.objects import set as set_object
if LARGE:
    from anthill.vm.objects import view_operators
