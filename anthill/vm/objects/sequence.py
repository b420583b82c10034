"""What lists and tuples share: comparing, repeating, slicing, unpacking runs of Values.

Pointers to a list's items stay valid while Python code runs, but the list may meanwhile have got
another array or NULLs at its end; so loops here take NULL for the end of the items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.runtime.heap import out_of_memory
from anthill.typed import (
    MAX_LENGTH,
    NULL,
    Ptr,
    Value,
    alloc,
    copy_items,
    items_of,
    small,
    u32,
)
from anthill.typed.extended import is_exactly
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.depth import check_depth
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import exception, singletons, slice
from anthill.vm.objects import int as int_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.list import List, list_from, new_list
from anthill.vm.objects.str import name
from anthill.vm.objects.tuple import EMPTY_TUPLE, Tuple, new_tuple

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


def write_item(index: int, item: Value, out: Writer) -> None:
    """Write one item's repr, after a comma unless it is the first."""
    if index != 0:
        out.write_message(message(", "))
    operations.write_repr(item, out)


def write_items(items: Ptr[Value], count: int, out: Writer) -> None:
    """Write the items' reprs between commas."""
    for index in range(count):
        write_item(index, items[index], out)


def hash_items(items: Ptr[Value], count: int) -> int:
    """The hash of a tuple."""
    check_depth()
    code = u32(0x345678 + count)
    for index in range(count):
        code = u32((code ^ u32(operations.hash_code(items[index]))) * u32(0x01000193))
    return int(code >> 2)


def compare_items(op: int, a: Ptr[Value], a_count: int, b: Ptr[Value], b_count: int) -> Value:
    """`a op b` for runs of items: decided by the first that differ, else by the lengths."""
    check_depth()
    if a_count != b_count and (op == Op.EQ or op == Op.NE):
        return bool_object.to_bool(op == Op.NE)
    for index in range(min(a_count, b_count)):
        left = a[index]
        right = b[index]
        if left is NULL or right is NULL:
            break
        if not operations.equal(left, right):
            if op == Op.EQ or op == Op.NE:
                return bool_object.to_bool(op == Op.NE)
            return operations.compare(op, left, right)
    return bool_object.order_result(op, a_count - b_count)


def find_item(items: Ptr[Value], count: int, item: Value) -> int:
    """The index of an item, -1 if it is missing."""
    for index in range(count):
        if operations.equal(items[index], item):
            return index
    return -1


def find_in_list(owner: List, item: Value, start: int, stop: int) -> int:
    """`find_item` for a list, which comparing may change."""
    index = start
    while index < stop and index < owner.count:
        if operations.equal(owner.items[index], item):
            return index
        index += 1
    return -1


def find_by_iteration(owner: Value, item: Value) -> int:
    """How many items an iterable gives before one that matches; -1 if none does."""
    iterator = operations.iterate(owner)
    index = 0
    while True:
        found = operations.next_item(iterator)
        if found is NULL:
            return -1
        if operations.equal(found, item):
            return index
        index += 1


def count_items(items: Ptr[Value], count: int, item: Value) -> Value:
    """How many of the items match."""
    found = 0
    for index in range(count):
        if items[index] is NULL:
            break
        found += int(operations.equal(items[index], item))
    return small(found)


def repeat_items(target: Ptr[Value], source: Ptr[Value], count: int, times: int) -> None:
    """Write `count` items `times` times over."""
    for _ in range(times):
        copy_items(target, source, count)
        target = target + count


def repeat_count(count: int, factor: Value) -> int:
    """The factor of `sequence * factor`, at least 0, which it is for an empty one; MemoryError if
    the result cannot be held."""
    times = max(int_object.int_of(factor), 0)
    if count == 0:
        return 0
    if times > MAX_LENGTH // count:
        out_of_memory()
    return times


def pick_items(target: Ptr[Value], source: Ptr[Value], count: int, step: int) -> None:
    """Write every `step`-th item from `source` on."""
    if step == 1:
        copy_items(target, source, count)
        return
    for index in range(count):
        target[index] = source[index * step]


def refuse(op: int, other: Value, reason: int) -> Value:
    """What `sequence op other` gives when the sequence does not know: NOT_IMPLEMENTED if `other`
    or the general message may have an answer, else TypeError with `reason` for `+`."""
    if type_object.is_custom(other):
        return singletons.NOT_IMPLEMENTED
    if op == Op.ADD:
        raise errors.type_error_with(reason, other, NULL)
    if op == Op.MUL:
        raise errors.type_error_with(
            message("can't multiply sequence by non-int of type '%t'"), other, NULL
        )
    return singletons.NOT_IMPLEMENTED


# Tuples.


def tuple_binary(self: Tuple, op: int, other: Value) -> Value:
    """`self op other`."""
    if op == Op.ADD and isinstance(other, Tuple):
        return joined_tuple(self, other)
    if op == Op.MUL and int_object.is_int(other):
        return repeated_tuple(self, other)
    return refuse(op, other, message('can only concatenate tuple (not "%t") to tuple'))


def tuple_reflected(self: Tuple, op: int, other: Value) -> Value:
    """`other op self`."""
    if op != Op.MUL or (LARGE and not int_object.is_int(other)):
        return singletons.NOT_IMPLEMENTED
    return tuple_binary(self, op, other)


def joined_tuple(a: Tuple, b: Tuple) -> Tuple:
    """`a + b`."""
    count = len(a.items)
    if count == 0 and is_exactly(b, Tuple):
        return b
    if len(b.items) == 0 and is_exactly(a, Tuple):
        return a
    result = alloc(Tuple, count + len(b.items))
    copy_items(items_of(result.items), items_of(a.items), count)
    copy_items(items_of(result.items, count), items_of(b.items), len(b.items))
    return result


def repeated_tuple(self: Tuple, factor: Value) -> Tuple:
    """`self * factor`."""
    count = len(self.items)
    times = repeat_count(count, factor)
    if times == 0:
        return EMPTY_TUPLE
    if times == 1 and is_exactly(self, Tuple):
        return self
    result = alloc(Tuple, count * times)
    repeat_items(items_of(result.items), items_of(self.items), count, times)
    return result


def tuple_item(self: Tuple, key: Value) -> Value:
    """`self[key]`."""
    if isinstance(key, slice.Slice):
        start, stop, step = key.bounds(len(self.items))
        count = slice.step_count(start, stop, step)
        if count == len(self.items) and step == 1 and is_exactly(self, Tuple):
            return self
        if count == 0:
            return EMPTY_TUPLE
        result = alloc(Tuple, count)
        pick_items(items_of(result.items), items_of(self.items, start), count, step)
        return result
    index = slice.item_index(self, key, len(self.items), message("tuple index out of range"))
    return self.items[index]


# Lists.


def list_binary(self: List, op: int, other: Value) -> Value:
    """`self op other`."""
    if op == Op.ADD and isinstance(other, List):
        result = new_list(self.count + other.count)
        result.extend(items_of(self.items), self.count)
        result.extend(items_of(other.items), other.count)
        return result
    if op == Op.MUL and int_object.is_int(other):
        return repeated_list(self, other)
    return refuse(op, other, message('can only concatenate list (not "%t") to list'))


def list_reflected(self: List, op: int, other: Value) -> Value:
    """`other op self`."""
    if op != Op.MUL or (LARGE and not int_object.is_int(other)):
        return singletons.NOT_IMPLEMENTED
    return list_binary(self, op, other)


def repeated_list(self: List, factor: Value) -> List:
    """`self * factor`."""
    count = self.count
    times = repeat_count(count, factor)
    result = new_list(count * times)
    repeat_items(items_of(result.items), items_of(self.items), count, times)
    result.count = count * times
    return result


def list_inplace(self: List, op: int, other: Value) -> Value:
    """`self op= other`."""
    if op == Op.ADD:
        extend_from(self, other)
        return self
    if op == Op.MUL and int_object.is_int(other):
        repeated = repeated_list(self, other)
        self.items = repeated.items
        self.count = repeated.count
        return self
    return singletons.NOT_IMPLEMENTED


def list_item(self: List, key: Value) -> Value:
    """`self[key]`."""
    if isinstance(key, slice.Slice):
        key = key.settled()
        start, stop, step = key.bounds(self.count)
        count = slice.step_count(start, stop, step)
        result = new_list(count)
        pick_items(items_of(result.items), items_of(self.items, start), count, step)
        result.count = count
        return result
    index = slice.item_index(self, key, self.count, message("list index out of range"))
    return self.items[index]


def set_list_item(self: List, key: Value, value: Value) -> None:
    """`self[key] = value`."""
    if isinstance(key, slice.Slice):
        set_list_slice(self, key, value)
        return
    reason = message("list assignment index out of range")
    place = slice.item_index(self, key, self.count, reason)
    self.items[place] = value


def set_list_slice(self: List, key: slice.Slice, value: Value) -> None:
    """`self[start:stop:step] = value`."""
    key = key.settled()
    reason = message("must assign iterable to extended slice")
    source = list_of(value if is_exactly(value, List) else iterator_or(value, reason, NULL))
    start, stop, step = key.bounds(self.count)
    count = source.count
    if step == 1:
        self.splice(start, max(start, stop), items_of(source.items), count)
        return
    room = slice.step_count(start, stop, step)
    if room != count:
        raise errors.value_error_with(
            message("attempt to assign sequence of size %d to extended slice of size %d"),
            small(count),
            small(room),
        )
    for index in range(count):
        self.items[start + index * step] = source.items[index]


def delete_list_item(self: List, key: Value) -> None:
    """`del self[key]`."""
    if not isinstance(key, slice.Slice):
        reason = message("list assignment index out of range")
        self.pop(slice.item_index(self, key, self.count, reason))
        return
    key = key.settled()
    start, stop, step = key.bounds(self.count)
    count = slice.step_count(start, stop, step)
    if count == 0:
        return
    if step < 0:
        start += (count - 1) * step
        step = -step
    items = items_of(self.items)
    target = start
    for index in range(start, self.count):
        distance = index - start
        if distance % step != 0 or distance // step >= count:
            items[target] = items[index]
            target += 1
    self.truncate(target)


# Conversions.


def extend_from(self: List, source: Value) -> None:
    """Append all items of an iterable."""
    if is_exactly(source, List):
        self.extend(items_of(source.items), source.count)
    elif is_exactly(source, Tuple):
        self.extend(items_of(source.items), len(source.items))
    else:
        iterator = operations.iterate(source)
        while True:
            item = operations.next_item(iterator)
            if item is NULL:
                return
            self.append(item)


def list_of(source: Value) -> List:
    """A new list of an iterable's items."""
    if is_exactly(source, List):
        return list_from(items_of(source.items), source.count)
    result = new_list(0)
    extend_from(result, source)
    return result


def tuple_from(source: Value) -> Tuple:
    """A tuple of an iterable's items."""
    if is_exactly(source, Tuple):
        return source
    items = source if is_exactly(source, List) else list_of(source)
    return new_tuple(items_of(items.items), items.count)


# Unpacking.


def unpack(value: Value, target: Ptr[Value], count: int) -> None:
    """`a, b, c = value` with `count` targets."""
    if is_exactly(value, Tuple):
        unpack_items(items_of(value.items), len(value.items), target, count)
    elif is_exactly(value, List):
        unpack_items(items_of(value.items), value.count, target, count)
    else:
        iterator = iterator_or(value, message("cannot unpack non-iterable %t object"), value)
        found = 0
        while found <= count:
            item = operations.next_item(iterator)
            if item is NULL:
                break
            if found < count:
                target[found] = item
            found += 1
        check_count(found, count)


def unpack_items(items: Ptr[Value], found: int, target: Ptr[Value], count: int) -> None:
    """Copy exactly `count` items."""
    check_count(found, count)
    copy_items(target, items, count)


def check_count(found: int, count: int) -> None:
    """ValueError unless as many values were found as there are targets."""
    if found > count:
        raise errors.value_error_with(
            message("too many values to unpack (expected %d)"), small(count), NULL
        )
    if found < count:
        raise errors.value_error_with(
            message("not enough values to unpack (expected %d, got %d)"), small(count), small(found)
        )


def unpack_star(value: Value, target: Ptr[Value], before: int, after: int) -> None:
    """`a, *b, c = value` with `before` and `after` targets around the list."""
    reason = message("cannot unpack non-iterable %t object")
    source = list_of(value if is_exactly(value, List) else iterator_or(value, reason, value))
    middle = source.count - before - after
    if middle < 0:
        raise errors.value_error_with(
            message("not enough values to unpack (expected at least %d, got %d)"),
            small(before + after),
            small(source.count),
        )
    items = items_of(source.items)
    copy_items(target, items, before)
    target[before] = list_from(items + before, middle)
    copy_items(target + (before + 1), items + (before + middle), after)


def iterator_or(value: Value, reason: int, a: Value) -> Value:
    """`iter(value)`; TypeError with `reason`, of which `a` is a part, if there is none."""
    try:
        return operations.iterate(value)
    except PyError as error:
        if is_custom_iterable(value) or not exception.is_kind(error.value, exception.TYPE_ERROR):
            raise
    raise errors.type_error_with(reason, a, NULL)


def is_custom_iterable(value: Value) -> bool:
    """Whether iterating is up to a Python class."""
    if not type_object.is_custom(value):
        return False
    kind = type_object.type_of(value)
    found = type_object.lookup(kind, name("__iter__"))
    return found is not NULL or type_object.lookup(kind, name("__getitem__")) is not NULL
