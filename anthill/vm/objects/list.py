"""Lists: a small object and an array of items with room to grow.

Items from `count` on are NULL. Anything that runs Python code may change the list and give it
another array: read `count` and `items` again after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Array, Ptr, Value, copy_items, fill_items, items_of
from anthill.vm.messages import message
from anthill.vm.objects.container import Container
from anthill.vm.objects.items import (
    EMPTY_ITEMS,
    copied_items,
    grown_length,
    new_items,
    resized_items,
)

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class List(Container):
    """A list. The methods that Python programs see are in `list_methods`."""

    count: int
    items: Array[Value]

    def append(self, item: Value) -> None:
        """Add an item at the end."""
        count = self.count
        if count == len(self.items):
            self.items = resized_items(self.items, count, grown_length(count))
        self.items[count] = item
        self.count = count + 1

    def reserve(self, count: int) -> None:
        """Have room for `count` items in all."""
        if count > len(self.items):
            self.items = resized_items(self.items, self.count, count)

    def extend(self, source: Ptr[Value], count: int) -> None:
        """Add `count` items read from a pointer."""
        total = self.count + count
        if total > len(self.items):
            self.reserve(max(total, grown_length(self.count)))
        copy_items(items_of(self.items, self.count), source, count)
        self.count = total

    def splice(self, start: int, stop: int, source: Ptr[Value], count: int) -> None:
        """`self[start:stop] = ` the `count` items at `source`, which are not the list's own."""
        old = self.count
        total = old + count - (stop - start)
        if total > old:
            self.reserve(total if total <= len(self.items) else max(total, grown_length(old)))
        items = items_of(self.items)
        copy_items(items + (start + count), items + stop, old - stop)
        copy_items(items + start, source, count)
        if total < old:
            self.truncate(total)
        self.count = total

    def truncate(self, count: int) -> None:
        """Drop the items from `count` on; an array that is mostly empty is given back."""
        if count == 0:
            self.items = EMPTY_ITEMS
        elif count < len(self.items) >> 2:
            self.items = copied_items(items_of(self.items), count)
        else:
            fill_items(items_of(self.items, count), NULL, self.count - count)
        self.count = count

    def pop(self, index: int) -> Value:
        """Remove and return the item at a valid index."""
        items = items_of(self.items)
        item = items[index]
        last = self.count - 1
        copy_items(items + index, items + (index + 1), last - index)
        items[last] = NULL
        self.count = last
        if last < len(self.items) >> 2:
            self.truncate(last)
        return item

    def write_contents(self, out: Writer) -> None:
        out.write_char(ord("["))
        for index in range(self.count):
            if index < self.count:
                sequence.write_item(index, self.items[index], out)
        out.write_char(ord("]"))

    def write_again(self, out: Writer) -> None:
        out.write_message(message("[...]"))

    def truth(self) -> bool:
        return self.count != 0

    def hash_code(self) -> int:
        raise errors.unhashable(self)

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, List):
            return singletons.NOT_IMPLEMENTED
        return sequence.compare_items(
            op, items_of(self.items), self.count, items_of(other.items), other.count
        )

    def binary(self, op: int, other: Value) -> Value:
        return sequence.list_binary(self, op, other)

    def reflected(self, op: int, other: Value) -> Value:
        return sequence.list_reflected(self, op, other)

    def inplace(self, op: int, other: Value) -> Value:
        return sequence.list_inplace(self, op, other)

    def length(self) -> int:
        return self.count

    def get_item(self, key: Value) -> Value:
        return sequence.list_item(self, key)

    def set_item(self, key: Value, value: Value) -> None:
        sequence.set_list_item(self, key, value)

    def delete_item(self, key: Value) -> None:
        sequence.delete_list_item(self, key)

    def contains(self, item: Value) -> int:
        return int(sequence.find_in_list(self, item, 0, self.count) >= 0)

    def iterate(self) -> Value:
        return iterators.ListIterator(self, 0)


def new_list(capacity: int) -> List:
    """An empty list with room for `capacity` items."""
    return List(0, new_items(capacity))


def list_from(source: Ptr[Value], count: int) -> List:
    """A list of `count` items read from a pointer."""
    return List(count, copied_items(source, count))


# The modules below make types when imported, for which they need the classes above.
from anthill.vm import errors  # noqa: E402
from anthill.vm.objects import iterators, sequence, singletons  # noqa: E402
