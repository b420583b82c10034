"""Iterators over the built-in containers, and those that wrap other iterators.

`for` advances a ListIterator, a TupleIterator and a RangeIterator inline by their fields. An
iterator that has come to its end drops its container, so that it stays at its end.
"""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value, alloc, array_of, items_of, small
from anthill.typed.extended import is_exactly
from anthill.vm.compiler.bytecode import Op
from anthill.vm.messages import message
from anthill.vm.objects.container import Iterator
from anthill.vm.objects.items import EMPTY_ITEMS
from anthill.vm.objects.list import List
from anthill.vm.objects.str import EMPTY_STR, Str, substring
from anthill.vm.objects.tuple import EMPTY_TUPLE, Tuple
from anthill.vm.utf8 import char_size
from anthill.vm.writer import string_writer

EMPTY_LIST: List = List(0, EMPTY_ITEMS)


class ListIterator(Iterator):
    """Gives `owner.items[position]` while `position < owner.count`."""

    owner: List
    position: int

    def next_item(self) -> Value:
        position = self.position
        if position < self.owner.count:
            self.position = position + 1
            return self.owner.items[position]
        self.owner = EMPTY_LIST
        return NULL


class TupleIterator(Iterator):
    """Gives `owner.items[position]` while there are more."""

    owner: Tuple
    position: int

    def next_item(self) -> Value:
        position = self.position
        if position < len(self.owner.items):
            self.position = position + 1
            return self.owner.items[position]
        self.owner = EMPTY_TUPLE
        return NULL


class RangeIterator(Iterator):
    """Gives `number`, then `number + step` ... while `remaining` is above 0."""

    number: int
    step: int
    remaining: int

    def next_item(self) -> Value:
        if self.remaining == 0:
            return NULL
        self.remaining -= 1
        number = self.number
        self.number = number + self.step
        return small(number)


class StrIterator(Iterator):
    """Gives the characters of a string from byte `offset` on."""

    owner: Str
    offset: int

    def next_item(self) -> Value:
        start = self.offset
        if start == len(self.owner.data):
            self.owner = EMPTY_STR
            self.offset = 0
            return NULL
        self.offset = start + char_size(self.owner.data[start])
        return substring(self.owner, start, self.offset)


def ends_sequence(error: PyError) -> bool:
    """Whether `__getitem__` tells by an exception that there is nothing more."""
    return exception.is_kind(error.value, exception.INDEX_ERROR) or exception.is_kind(
        error.value, exception.STOP_ITERATION
    )


class ItemIterator(Iterator):
    """Gives `owner[position]`, counting up, until there is none: for bytes and for objects with
    `__getitem__`."""

    owner: Value
    position: int

    def next_item(self) -> Value:
        owner = self.owner
        position = self.position
        if owner is NULL:
            return NULL
        if type_object.is_custom(owner):
            return self.next_of_custom()
        if position >= operations.length(owner):
            self.owner = NULL
            return NULL
        self.position = position + 1
        return operations.get_item(owner, small(position))

    def next_of_custom(self) -> Value:
        """As `next_item`; IndexError and StopIteration tell the end."""
        owner = self.owner
        position = self.position
        self.owner = NULL
        try:
            item = operations.get_item(owner, small(position))
        except PyError as error:
            if not ends_sequence(error):
                raise
            return NULL
        self.owner = owner
        self.position = position + 1
        return item


class ReversedIterator(Iterator):
    """Gives `owner[position]`, counting down, for any sequence."""

    owner: Value
    position: int

    def next_item(self) -> Value:
        position = self.position
        if position < 0:
            return NULL
        self.position = position - 1
        owner = self.owner
        if is_exactly(owner, List) and position < owner.count:
            return owner.items[position]
        return self.item_of_any(position)

    def item_of_any(self, position: int) -> Value:
        """The item at a position; IndexError and StopIteration tell the end."""
        if position >= operations.length(self.owner):
            self.position = -1
            return NULL
        try:
            return operations.get_item(self.owner, small(position))
        except PyError as error:
            if not ends_sequence(error):
                raise
            self.position = -1
            return NULL


class CallIterator(Iterator):
    """`iter(function, sentinel)`."""

    function: Value
    sentinel: Value

    def next_item(self) -> Value:
        if self.function is NULL:
            return NULL
        item = operations.call0(self.function)
        if self.function is NULL:
            return NULL
        if operations.equal(item, self.sentinel):
            self.function = NULL
            return NULL
        return item


class Enumerate(Iterator):
    """`enumerate(iterable, start)`."""

    inner: Value
    number: Value

    def next_item(self) -> Value:
        item = operations.next_item(self.inner)
        if item is NULL:
            return NULL
        pair = alloc(Tuple, 2)
        pair.items[0] = self.number
        pair.items[1] = item
        self.number = operations.binary(Op.ADD, self.number, small(1))
        return pair


class Filter(Iterator):
    """`filter(function, iterable)`; None stands for the item's own truth."""

    function: Value
    inner: Value

    def next_item(self) -> Value:
        while True:
            item = operations.next_item(self.inner)
            if item is NULL:
                return NULL
            verdict = item
            if self.function is not singletons.NONE:
                verdict = operations.call1(self.function, item)
            if operations.truth(verdict):
                return item


class Zip(Iterator):
    """`zip(*iterables, strict=...)`; ended once `inner` is empty."""

    inner: Tuple
    strict: bool

    def next_item(self) -> Value:
        inner = self.inner
        count = len(inner.items)
        if count == 0:
            return NULL
        result = alloc(Tuple, count)
        for index in range(count):
            item = operations.next_item(inner.items[index])
            if item is NULL:
                self.inner = EMPTY_TUPLE
                if self.strict:
                    check_lengths(inner, index)
                return NULL
            result.items[index] = item
        return result


def check_lengths(inner: Tuple, ended: int) -> None:
    """ValueError unless all iterators of a strict zip end when the one at `ended` does."""
    culprit = ended
    if ended == 0:
        culprit = 1
        while culprit < len(inner.items) and operations.next_item(inner.items[culprit]) is NULL:
            culprit += 1
        if culprit >= len(inner.items):
            return
    out = string_writer()
    out.write_message(message("zip() argument "))
    out.write_int(culprit + 1)
    out.write_message(
        message(" is longer than argument" if ended == 0 else " is shorter than argument")
    )
    out.write_message(message(" " if culprit == 1 else "s 1-"))
    out.write_int(culprit)
    raise errors.error(exception.VALUE_ERROR, out.finish())


class Map(Iterator):
    """`map(function, *iterables)`."""

    function: Value
    inner: Tuple

    def next_item(self) -> Value:
        count = len(self.inner.items)
        args = array_of(Value, count)
        for index in range(count):
            item = operations.next_item(self.inner.items[index])
            if item is NULL:
                return NULL
            args[index] = item
        return operations.call(self.function, items_of(args), count, None)


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.objects import exception, singletons  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
