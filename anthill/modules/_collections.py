"""The core of `collections`: deques, named tuples, and dicts with a default or an order.

A deque is a ring: item i lies at `head + i`, counted around the end of the array. Anything that
runs Python code may change a deque, which its `changes` tells. The two kinds of dict are Dicts.
"""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING

from anthill.modules import builtins
from anthill.modules.named_tuples import COLLECTIONS
from anthill.typed import (
    NULL,
    Array,
    Ptr,
    Value,
    as_a,
    copy_items,
    items_of,
    small,
)
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import binding
from anthill.vm.messages import message
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import dict_methods, dict_views, generic, sequence, slice, slots
from anthill.vm.objects import int as int_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.bool import to_bool
from anthill.vm.objects.builtin import (
    Builtin3,
    class_method,
    constructor,
    fill_builtin,
    getter,
    host_text,
    method,
    setter,
)
from anthill.vm.objects.container import Container, Iterator
from anthill.vm.objects.derivable import derivable
from anthill.vm.objects.dict import Dict
from anthill.vm.objects.dict_methods import DICT_TYPE
from anthill.vm.objects.items import EMPTY_ITEMS, grown_length, new_items
from anthill.vm.objects.iterator_methods import ITERATOR_TYPE
from anthill.vm.objects.singletons import NONE, NOT_IMPLEMENTED
from anthill.vm.objects.str import name, text
from anthill.vm.objects.tuple import Tuple, new_tuple
from anthill.vm.objects.type import Type, builtin_type, define, host_object, when_ready

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

# Deques.


class Deque(Container):
    """`deque(iterable, maxlen)`; without a `maxlen` the limit is -1."""

    items: Array[Value]
    head: int
    count: int
    limit: int
    changes: int
    """How often items came or went."""

    def place(self, index: int) -> int:
        """Where an item lies."""
        place = self.head + index
        capacity = len(self.items)
        return place - capacity if place >= capacity else place

    def at(self, index: int) -> Value:
        """An item."""
        return self.items[self.place(index)]

    def grow(self) -> None:
        """Have room for one more item."""
        if self.count == len(self.items):
            items = new_items(grown_length(self.count))
            behind = self.count - self.head
            copy_items(items_of(items), items_of(self.items, self.head), behind)
            copy_items(items_of(items, behind), items_of(self.items), self.head)
            self.items = items
            self.head = 0

    def append(self, item: Value) -> None:
        """Add an item at the end; at the limit the first one goes."""
        if self.count == self.limit:
            if self.limit == 0:
                return
            self.take_first()
        self.grow()
        self.items[self.place(self.count)] = item
        self.count += 1
        self.changes += 1

    def append_left(self, item: Value) -> None:
        """Add an item at the start; at the limit the last one goes."""
        if self.count == self.limit:
            if self.limit == 0:
                return
            self.take_last()
        self.grow()
        self.head = (self.head if self.head > 0 else len(self.items)) - 1
        self.items[self.head] = item
        self.count += 1
        self.changes += 1

    def take_last(self) -> Value:
        """Remove and return the last item."""
        if self.count == 0:
            raise errors.index_error(message("pop from an empty deque"))
        self.count -= 1
        return self.taken(self.place(self.count))

    def take_first(self) -> Value:
        """Remove and return the first item."""
        if self.count == 0:
            raise errors.index_error(message("pop from an empty deque"))
        first = self.head
        self.head = self.place(1)
        self.count -= 1
        return self.taken(first)

    def taken(self, place: int) -> Value:
        """Clear a place that is no longer in use; what was there."""
        item = self.items[place]
        self.items[place] = NULL
        self.changes += 1
        if self.count == 0:
            self.clear()
        return item

    def clear(self) -> None:
        """Remove all items."""
        self.items = EMPTY_ITEMS
        self.head = 0
        self.count = 0
        self.changes += 1

    def rotate(self, steps: int) -> None:
        """Move `steps` items from the end to the start; a negative number is the other way."""
        if self.count < 2:
            return
        steps = steps % self.count
        limit = self.limit
        self.limit = -1
        if steps <= self.count >> 1:
            for _ in range(steps):
                self.append_left(self.take_last())
        else:
            for _ in range(self.count - steps):
                self.append(self.take_first())
        self.limit = limit

    def remove_at(self, index: int) -> None:
        """Remove an item."""
        self.rotate(-index)
        self.take_first()
        self.rotate(index)

    def extend(self, source: Value) -> None:
        """Append the items of an iterable."""
        iterator = operations.iterate(sequence.list_of(source) if source is self else source)
        while True:
            item = operations.next_item(iterator)
            if item is NULL:
                return
            self.append(item)

    def search(self, item: Value, start: int, stop: int) -> int:
        """The first index of an item, -1 if it is missing; RuntimeError if a comparison changes
        the deque."""
        changes = self.changes
        for index in range(start, stop):
            found = operations.equal(self.at(index), item)
            if self.changes != changes:
                raise errors.runtime_error(message("deque mutated during iteration"))
            if found:
                return index
        return -1

    def index_of(self, key: Value) -> int:
        """The index that a key in brackets means."""
        if isinstance(key, slice.Slice):
            raise errors.type_error(message("sequence index must be integer, not 'slice'"))
        reason = message("deque index out of range")
        key = slice.index_key(self, key, reason)  # may change the deque
        return slice.item_index(self, key, self.count, reason)

    def write_contents(self, out: Writer) -> None:
        items = sequence.list_of(self)
        out.write_text(operations.type_name(self))
        out.write_message(message("(["))
        sequence.write_items(items_of(items.items), items.count, out)
        out.write_char(ord("]"))
        if self.limit >= 0:
            out.write_message(message(", maxlen="))
            out.write_int(self.limit)
        out.write_char(ord(")"))

    def write_again(self, out: Writer) -> None:
        out.write_message(message("[...]"))

    def truth(self) -> bool:
        return self.count != 0

    def length(self) -> int:
        return self.count

    def hash_code(self) -> int:
        raise errors.unhashable(self)

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Deque):
            return NOT_IMPLEMENTED
        return operations.compare(op, sequence.list_of(self), sequence.list_of(other))

    def binary(self, op: int, other: Value) -> Value:
        if not LARGE:
            return NOT_IMPLEMENTED
        if op == Op.ADD and isinstance(other, Deque):
            joined = copied(self)
            joined.extend(other)
            return joined
        if op == Op.MUL and int_object.is_int(other):
            return repeated(self, other)
        return sequence.refuse(op, other, message('can only concatenate deque (not "%t") to deque'))

    def reflected(self, op: int, other: Value) -> Value:
        return self.binary(op, other) if LARGE and op == Op.MUL else NOT_IMPLEMENTED

    def inplace(self, op: int, other: Value) -> Value:
        if op == Op.ADD:
            self.extend(other)
            return self
        if LARGE and op == Op.MUL and int_object.is_int(other):
            product = repeated(self, other)
            self.items = product.items
            self.head = product.head
            self.count = product.count
            self.changes += 1
            return self
        return NOT_IMPLEMENTED

    def get_item(self, key: Value) -> Value:
        return self.at(self.index_of(key))

    def set_item(self, key: Value, value: Value) -> None:
        self.items[self.place(self.index_of(key))] = value

    def delete_item(self, key: Value) -> None:
        self.remove_at(self.index_of(key))

    def contains(self, item: Value) -> int:
        return int(self.search(item, 0, self.count) >= 0)

    def iterate(self) -> Value:
        return DequeIterator(self, 0, self.changes)


class DequeIterator(Iterator):
    """Gives `owner[position]`, counting up, or down when `position` is negative."""

    owner: Deque
    position: int
    changes: int

    def next_item(self) -> Value:
        owner = self.owner
        if owner.changes != self.changes:
            raise errors.runtime_error(message("deque mutated during iteration"))
        position = self.position
        if position >= 0:
            if position == owner.count:
                return NULL
            self.position = position + 1
            return owner.at(position)
        if position < -owner.count:
            return NULL
        self.position = position - 1
        return owner.at(owner.count + position)


def new_deque(limit: int) -> Deque:
    """An empty deque."""
    return Deque(EMPTY_ITEMS, 0, 0, limit, 0)


def copied(source: Deque) -> Deque:
    """A deque with the same items and limit."""
    result = new_deque(source.limit)
    result.extend(source)
    return result


def repeated(source: Deque, factor: Value) -> Deque:
    """`source * factor`."""
    items = sequence.list_of(source)
    result = new_deque(source.limit)
    for _ in range(sequence.repeat_count(source.count, factor)):
        result.extend(items)
    return result


DEQUE_TYPE: Type = builtin_type("collections.deque", Deque)
generic.subscriptable(DEQUE_TYPE)
define(DEQUE_TYPE, "__abc_tpflags__", small(1 << 5))
define(DEQUE_TYPE, "__hash__", NONE)
COLLECTIONS.define("deque", DEQUE_TYPE)
builtin_type("_collections._deque_iterator", DequeIterator, ITERATOR_TYPE)


@constructor(DEQUE_TYPE, required=0, keywords="iterable maxlen")
def make_deque(source: Value, maxlen: Value) -> Value:
    """`deque([iterable[, maxlen]])`."""
    result = new_deque(-1)
    deque_init(result, source, maxlen)
    return result


@method(DEQUE_TYPE, "__init__", required=1, keywords="iterable maxlen")
def deque_init(self: Deque, source: Value, maxlen: Value) -> Value:
    """`deque.__init__([iterable[, maxlen]])`."""
    self.clear()
    self.limit = -1
    if maxlen is not NULL and maxlen is not NONE:
        self.limit = int_object.index_value(maxlen)
        if self.limit < 0:
            raise errors.value_error(message("maxlen must be non-negative"))
    if source is not NULL:
        self.extend(source)
    return NONE


@getter(DEQUE_TYPE, "maxlen")
def deque_maxlen(self: Deque) -> Value:
    """`deque.maxlen`."""
    return small(self.limit) if self.limit >= 0 else NONE


@method(DEQUE_TYPE, "append")
def deque_append(self: Deque, item: Value) -> Value:
    """`deque.append(item)`."""
    self.append(item)
    return NONE


@method(DEQUE_TYPE, "appendleft")
def deque_appendleft(self: Deque, item: Value) -> Value:
    """`deque.appendleft(item)`."""
    self.append_left(item)
    return NONE


@method(DEQUE_TYPE, "pop")
def deque_pop(self: Deque) -> Value:
    """`deque.pop()`; IndexError if it is empty."""
    return self.take_last()


@method(DEQUE_TYPE, "popleft")
def deque_popleft(self: Deque) -> Value:
    """`deque.popleft()`; IndexError if it is empty."""
    return self.take_first()


@method(DEQUE_TYPE, "extend")
def deque_extend(self: Deque, source: Value) -> Value:
    """`deque.extend(iterable)`."""
    self.extend(source)
    return NONE


@method(DEQUE_TYPE, "extendleft")
def deque_extendleft(self: Deque, source: Value) -> Value:
    """`deque.extendleft(iterable)`: the last item comes first."""
    iterator = operations.iterate(sequence.list_of(source) if source is self else source)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return NONE
        self.append_left(item)


@method(DEQUE_TYPE, "clear")
def deque_clear(self: Deque) -> Value:
    """`deque.clear()`."""
    self.clear()
    return NONE


@rare(method(DEQUE_TYPE, "__copy__"))
@method(DEQUE_TYPE, "copy")
def deque_copy(self: Deque) -> Value:
    """`deque.copy()`."""
    kind = type_object.type_of(self)
    if not type_object.is_custom(self):
        return copied(self)
    if self.limit < 0:
        return operations.call1(kind, self)
    return operations.call2(kind, self, small(self.limit))


@rare(method(DEQUE_TYPE, "count"))
def deque_count(self: Deque, item: Value) -> Value:
    """`deque.count(item)`."""
    found = 0
    index = self.search(item, 0, self.count)
    while index >= 0:
        found += 1
        index = self.search(item, index + 1, self.count)
    return small(found)


@rare(method(DEQUE_TYPE, "index", required=2))
def deque_index(self: Deque, item: Value, start: Value, stop: Value) -> Value:
    """`deque.index(item[, start[, stop]])`; ValueError if it is missing."""
    first = slice.bound_or(start, 0, self.count)
    end = slice.bound_or(stop, self.count, self.count)
    index = self.search(item, first, min(end, self.count))
    if index < 0:
        raise errors.value_error_with(message("%r is not in deque"), item, NULL)
    return small(index)


@rare(method(DEQUE_TYPE, "insert"))
def deque_insert(self: Deque, place: Value, item: Value) -> Value:
    """`deque.insert(index, item)`; IndexError at the limit."""
    index = slice.clamped(int_object.index_value(place), self.count, 1)
    if self.count == self.limit:
        raise errors.index_error(message("deque already at its maximum size"))
    self.rotate(-index)
    if index == self.count:
        self.append(item)
    else:
        self.append_left(item)
        self.rotate(index)
    return NONE


@method(DEQUE_TYPE, "remove")
def deque_remove(self: Deque, item: Value) -> Value:
    """`deque.remove(item)`; ValueError if it is missing."""
    index = self.search(item, 0, self.count)
    if index < 0:
        raise errors.value_error_with(message("%r is not in deque"), item, NULL)
    self.remove_at(index)
    return NONE


@rare(method(DEQUE_TYPE, "reverse"))
def deque_reverse(self: Deque) -> Value:
    """`deque.reverse()`."""
    for index in range(self.count >> 1):
        low = self.place(index)
        high = self.place(self.count - 1 - index)
        item = self.items[low]
        self.items[low] = self.items[high]
        self.items[high] = item
    return NONE


@method(DEQUE_TYPE, "rotate", required=1)
def deque_rotate(self: Deque, steps: Value) -> Value:
    """`deque.rotate(n=1)`."""
    self.rotate(1 if steps is NULL else int_object.index_value(steps))
    return NONE


@method(DEQUE_TYPE, "__reversed__")
def deque_reversed(self: Deque) -> Value:
    """`reversed(deque)`."""
    return DequeIterator(self, -1, self.changes)


# Dicts with a default.


class DefaultDict(Dict):
    """`defaultdict(default_factory, ...)`."""

    factory: Value

    def get_item(self, key: Value) -> Value:
        value = self.find(key)
        if value is not NULL:
            return value
        if type_object.type_of(self).flags & type_object.TYPE_HEAP:
            return dict_object.missing(self, key)
        return missing(self, key)

    def write_contents(self, out: Writer) -> None:
        out.write_text(operations.type_name(self))
        out.write_char(ord("("))
        operations.write_repr(self.factory, out)
        out.write_message(message(", "))
        Dict.write_contents(self, out)
        out.write_char(ord(")"))

    def write_again(self, out: Writer) -> None:
        out.write_text(operations.type_name(self))
        out.write_message(message("(...)"))

    if LARGE:

        def joined(self, first: Dict, second: Dict) -> Value:
            result = as_a(Dict, copied_default_dict(self, first))
            result.update(second)
            return result

    else:

        def binary(self, op: int, other: Value) -> Value:
            if op != Op.OR or not isinstance(other, Dict):
                return NOT_IMPLEMENTED
            result = default_dict(self.factory)
            result.copy_entries(self)
            result.update(other)
            return result


def default_dict(factory: Value) -> DefaultDict:
    """An empty defaultdict."""
    return DefaultDict(0, 0, dict_object.PLAIN, 1, EMPTY_ITEMS, None, factory)


DEFAULT_DICT_TYPE: Type = builtin_type("collections.defaultdict", DefaultDict, DICT_TYPE)
COLLECTIONS.define("defaultdict", DEFAULT_DICT_TYPE)


class DefaultDictInit(Builtin3):
    """`defaultdict.__init__`, which takes any keywords and stores them."""

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        result = binding.call_builtin(self, args, count, None)
        if names is not None:
            for index in range(len(names.items)):
                as_a(Dict, args[0]).store(names.items[index], args[count + index])
        return result


def make_default_dict(factory: Value, source: Value) -> Value:
    """`defaultdict([default_factory[, mapping or pairs]], **entries)`."""
    result = default_dict(NONE)
    default_dict_init(result, factory, source)
    return result


def default_dict_init(self: DefaultDict, factory: Value, source: Value) -> Value:
    """`defaultdict.__init__`."""
    if factory is NULL:
        factory = NONE
    if factory is not NONE and not builtins.is_callable(factory):
        raise errors.type_error(message("first argument must be callable or None"))
    self.factory = factory
    if source is not NULL:
        dict_views.update_from(self, source)
    return NONE


@method(DEFAULT_DICT_TYPE, "__missing__")
def missing(self: DefaultDict, key: Value) -> Value:
    """`defaultdict.__missing__(key)`: store and return a new default; KeyError without factory."""
    if self.factory is NONE:
        raise errors.key_error(key)
    value = operations.call0(self.factory)
    self.store(key, value)
    return value


@rare(method(DEFAULT_DICT_TYPE, "__copy__"))
@method(DEFAULT_DICT_TYPE, "copy")
def default_dict_copy(self: DefaultDict) -> Value:
    """`defaultdict.copy()`."""
    return copied_default_dict(self, self)


def copied_default_dict(self: DefaultDict, source: Dict) -> Value:
    """A dict like this one with the entries of another one."""
    if LARGE and type_object.is_custom(self):
        return operations.call2(type_object.type_of(self), self.factory, source)
    result = default_dict(self.factory)
    result.copy_entries(source)
    return result


@getter(DEFAULT_DICT_TYPE, "default_factory")
def default_dict_factory(self: DefaultDict) -> Value:
    """`defaultdict.default_factory`."""
    return self.factory


@setter(DEFAULT_DICT_TYPE, "default_factory")
def set_default_dict_factory(self: DefaultDict, factory: Value) -> None:
    """`defaultdict.default_factory = factory`."""
    self.factory = NONE if factory is NULL else factory


# Dicts whose order counts.


class OrderedDict(Dict):
    """`OrderedDict(...)`: there are no entries before number `first` of the array `known`."""

    first: int
    known: Array[Value]

    if LARGE:

        def joined(self, first: Dict, second: Dict) -> Value:
            result = as_a(Dict, copied_ordered_dict(self, first))
            result.update(second)
            return result

    def first_entry(self) -> int:
        """The first live entry, -1 without."""
        if self.known is not self.entries:
            self.known = self.entries
            self.first = 0
        number = self.next_entry(self.first)
        if number >= 0:
            self.first = number
        return number

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, OrderedDict) or (op != Op.EQ and op != Op.NE):
            return Dict.compare(self, op, other)
        same_order = self.equals(other) and operations.equal(
            sequence.list_of(self), sequence.list_of(other)
        )
        return to_bool(same_order == (op == Op.EQ))

    def write_contents(self, out: Writer) -> None:
        out.write_text(operations.type_name(self))
        out.write_char(ord("("))
        if self.count != 0:
            Dict.write_contents(self, out)
        out.write_char(ord(")"))

    def write_again(self, out: Writer) -> None:
        out.write_message(message("..."))

    def binary(self, op: int, other: Value) -> Value:
        if op != Op.OR or not isinstance(other, Dict):
            return NOT_IMPLEMENTED
        result = as_a(Dict, ordered_dict_copy(self))
        result.update(other)
        return result


def ordered_dict() -> OrderedDict:
    """An empty OrderedDict."""
    return OrderedDict(0, 0, dict_object.PLAIN, 1, EMPTY_ITEMS, None, 0, EMPTY_ITEMS)


ORDERED_DICT_TYPE: Type = builtin_type("collections.OrderedDict", OrderedDict, DICT_TYPE)
COLLECTIONS.define("OrderedDict", ORDERED_DICT_TYPE)


def make_ordered_dict(source: Value, _: Value) -> Value:
    """`OrderedDict([mapping or pairs], **entries)`."""
    result = ordered_dict()
    if source is not NULL:
        dict_views.update_from(result, source)
    return result


def _define_constructors() -> None:
    for owner, called, most in (
        (DEFAULT_DICT_TYPE, make_default_dict, 2),
        (ORDERED_DICT_TYPE, make_ordered_dict, 1),
    ):
        made = host_object(dict_methods.DictBuiltin, function=called)
        fill_builtin(made, host_text(owner.title), None, 0, most)
        owner.constructor = made
    init = host_object(DefaultDictInit, function=default_dict_init)
    fill_builtin(init, "__init__", DEFAULT_DICT_TYPE, 1, 3)
    type_object.host_space(DEFAULT_DICT_TYPE).store(name("__init__"), init)
    dict_init = DICT_TYPE.attributes.find_name(name("__init__"))
    type_object.host_space(ORDERED_DICT_TYPE).store(name("__init__"), dict_init)


when_ready(_define_constructors)


@method(ORDERED_DICT_TYPE, "copy")
def ordered_dict_copy(self: OrderedDict) -> Value:
    """`OrderedDict.copy()`."""
    return copied_ordered_dict(self, self)


def copied_ordered_dict(self: OrderedDict, source: Dict) -> Value:
    """A dict of the type of this one with the entries of another one."""
    if type_object.is_custom(self):
        return operations.call1(type_object.type_of(self), source)
    result = ordered_dict()
    result.copy_entries(source)
    return result


class_method(ORDERED_DICT_TYPE, "fromkeys", required=2, keywords="iterable value")(
    dict_methods.dict_fromkeys
)
rare(method(ORDERED_DICT_TYPE, "pop", required=2, keywords="key default"))(dict_methods.dict_pop)
rare(method(ORDERED_DICT_TYPE, "setdefault", required=2, keywords="key default"))(
    dict_methods.dict_setdefault
)


@method(ORDERED_DICT_TYPE, "popitem", required=1, keywords="last")
def ordered_dict_popitem(self: OrderedDict, last: Value) -> Value:
    """`OrderedDict.popitem(last=True)`."""
    at_end = last is NULL or operations.truth(last)
    number = self.last_entry(self.used) if at_end else self.first_entry()
    if number < 0:
        raise errors.key_error(text("dictionary is empty"))
    entry = new_tuple(items_of(self.entries, 2 * number), 2)
    self.remove_entry(number)
    return entry


@method(ORDERED_DICT_TYPE, "move_to_end", required=2, keywords="key last")
def ordered_dict_move_to_end(self: OrderedDict, key: Value, last: Value) -> Value:
    """`OrderedDict.move_to_end(key, last=True)`; KeyError if it is missing."""
    number = self.place(key)
    if number < 0:
        raise errors.key_error(key)
    key = self.key_at(number)
    value = self.value_at(number)
    if last is NULL or operations.truth(last):
        if self.used == len(self.entries) >> self.shift:
            self.make_room()  # before it is too late for a MemoryError
        self.remove(key)
        self.store(key, value)
        return NONE
    moved = dict_object.new_dict(0)
    moved.store(key, value)
    moved.update(self)
    self.adopt(moved)
    return NONE


for _base in (Deque, DefaultDict, OrderedDict):
    derivable(_base)

if LARGE:
    when_ready(lambda: slots.add_type(DEQUE_TYPE, collections.deque))
    when_ready(lambda: slots.add_type(DEFAULT_DICT_TYPE, collections.defaultdict))
