"""Sorting: a stable merge sort that needs half the items' room in addition.

The items, or (key, item) pairs when a key function is given, lie in `work`, `stride` words each.
While they are compared, which may run any Python code and raise, every item is in `work` or, during
a merge, in `spare` from `left` to `left_end`, with a gap of just that size in `work` at `gap`: so
after an error the items can all be put back.
"""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    Array,
    Object,
    Ptr,
    Value,
    array_of,
    as_a,
    copy_items,
    hot,
    is_small,
    items_of,
    small_less,
)
from anthill.vm import errors, operations
from anthill.vm.messages import message
from anthill.vm.objects import singletons
from anthill.vm.objects.items import new_items
from anthill.vm.objects.list import List
from anthill.vm.objects.str import Str, order

SHORT_RUN = 6
"""Up to this many items are sorted by insertion."""

ANY = 0
SMALL_INTS = 1
STRINGS = 2


class Sort(Object):
    """One sort under way. `kind` says what all the keys are."""

    work: Array[Value]
    spare: Array[Value]
    stride: int
    kind: int
    left: int
    left_end: int
    gap: int

    def sort(self, start: int, end: int) -> None:
        """Sort the items from `start` to `end`, counted in words."""
        count = (end - start) // self.stride
        if count <= SHORT_RUN:
            self.insert_all(start, end)
            return
        middle = start + count // 2 * self.stride
        self.sort(start, middle)
        self.sort(middle, end)
        if self.less(self.work[middle], self.work[middle - self.stride]):
            self.merge(start, middle, end)

    def insert_all(self, start: int, end: int) -> None:
        """Sort a short run by insertion."""
        stride = self.stride
        work = items_of(self.work)
        quick = self.kind == SMALL_INTS
        current = start + stride
        while current < end:
            key = work[current]
            item = work[current + stride - 1]
            place = current
            while place > start:
                other = work[place - stride]
                if not (small_less(key, other) if quick else self.less(key, other)):
                    break
                place -= stride
            copy_items(work + (place + stride), work + place, current - place)
            work[place] = key
            work[place + stride - 1] = item
            current += stride

    def merge(self, start: int, middle: int, end: int) -> None:
        """Merge two sorted runs, the first of which moves to `spare`."""
        stride = self.stride
        work = items_of(self.work)
        spare = items_of(self.spare)
        copy_items(spare, work + start, middle - start)
        if self.kind == SMALL_INTS and stride == 1:
            merge_small(work + start, spare, spare + (middle - start), work + middle, work + end)
            return
        self.left = 0
        self.left_end = middle - start
        self.gap = start
        right = middle
        while self.left < self.left_end and right < end:
            if self.less(work[right], spare[self.left]):
                copy_items(work + self.gap, work + right, stride)
                right += stride
            else:
                copy_items(work + self.gap, spare + self.left, stride)
                self.left += stride
            self.gap += stride
        self.fill_gap()

    def fill_gap(self) -> None:
        """Put back what `spare` holds."""
        count = self.left_end - self.left
        copy_items(items_of(self.work, self.gap), items_of(self.spare, self.left), count)
        self.left = self.left_end

    def less(self, a: Value, b: Value) -> bool:
        """`a < b` for two keys."""
        if self.kind == SMALL_INTS:
            return small_less(a, b)
        if self.kind == STRINGS:
            return order(as_a(Str, a), as_a(Str, b)) < 0
        return operations.less(a, b)


@hot
def merge_small(
    target: Ptr[Value], left: Ptr[Value], left_end: Ptr[Value], right: Ptr[Value], end: Ptr[Value]
) -> None:
    """Merge two runs of small integers, the right one of which lies behind `target`."""
    while left < left_end and right < end:
        if small_less(right[0], left[0]):
            target[0] = right[0]
            right = right + 1
        else:
            target[0] = left[0]
            left = left + 1
        target = target + 1
    copy_items(target, left, left_end - left)


def sort_list(self: List, key: Value, reverse: bool) -> None:
    """`list.sort(key=..., reverse=...)`; `key` may be NULL or None."""
    items = self.items
    count = self.count
    marker = array_of(Value, 0)
    self.items = marker
    self.count = 0
    try:
        sort_items(items, count, key, reverse)
    except PyError:
        self.items = items
        self.count = count
        raise
    modified = self.items is not marker
    self.items = items
    self.count = count
    if modified:
        raise errors.value_error(message("list modified during sort"))


def sort_items(items: Array[Value], count: int, key: Value, reverse: bool) -> None:
    """Sort the first `count` items of an array in place."""
    if reverse:
        reverse_items(items_of(items), count)
    if key is NULL or key is singletons.NONE:
        run_sort(items, count, 1)
    else:
        pairs = new_items(2 * count)
        for index in range(count):
            pairs[2 * index + 1] = items[index]
            pairs[2 * index] = operations.call1(key, items[index])
        try:
            run_sort(pairs, count, 2)
        finally:
            for index in range(count):
                items[index] = pairs[2 * index + 1]
    if reverse:
        reverse_items(items_of(items), count)


def run_sort(work: Array[Value], count: int, stride: int) -> None:
    """Sort `count` items of `stride` words by the first word of each."""
    if count < 2:
        return
    spare = new_items(count // 2 * stride)
    state = Sort(work, spare, stride, kind_of(items_of(work), count, stride), 0, 0, 0)
    try:
        state.sort(0, count * stride)
    except PyError:
        state.fill_gap()
        raise


def kind_of(keys: Ptr[Value], count: int, stride: int) -> int:
    """Whether the keys are all small integers or all strings."""
    kind = STRINGS
    if is_small(keys[0]):
        kind = SMALL_INTS
    for index in range(count):
        key = keys[index * stride]
        if is_small(key) != (kind == SMALL_INTS):
            return ANY
        if kind == STRINGS and not isinstance(key, Str):
            return ANY
    return kind


def reverse_items(items: Ptr[Value], count: int) -> None:
    """Reverse the order of items in place."""
    low = 0
    high = count - 1
    while low < high:
        item = items[low]
        items[low] = items[high]
        items[high] = item
        low += 1
        high -= 1
