"""Callables around a function, those of `functools` on small boards: the interpreter's loop enters
the function's frame without a loop inside of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Ptr, Value, copy_items, is_small, items_of
from anthill.typed.extended import is_exactly
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple


class Wrapper(Obj):
    """The base of these callables."""


class Bindable(Wrapper):
    """What becomes a bound method when it is an attribute of a class."""


class Partial(Wrapper):
    """`functools.partial(function, *args, **keywords)`."""

    function: Value
    args: Tuple
    keywords: Dict
    attributes: Dict | None
    """Attributes that were set."""

    def get_attribute(self, name: Str) -> Value:
        if self.attributes is not None:
            found = self.attributes.find_name(name)
            if found is not NULL:
                return found
        return attributes.bound_attribute(self, name)

    def set_attribute(self, name: Str, value: Value) -> bool:
        found = type_object.lookup(type_object.type_of(self), name)
        if found is not NULL:
            return attributes.set_data(self, found, name, value)
        own = self.attributes
        if own is None:
            own = dict_object.new_dict(1)
            self.attributes = own
        if value is NULL:
            return own.remove(name)
        own.store(name, value)
        return True

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        total = count + binding.name_count(names)
        place = frames.push(frames.LINK_WORDS + total)
        copy_items(place + frames.LINK_WORDS, args, total)
        names = expand(self, place, count, names)
        count += len(self.args.items)
        result = operations.call(self.function, place + frames.LINK_WORDS, count, names)
        frames.pop(place)
        return result


def expand(self: Partial, place: Ptr[Value], count: int, names: Tuple | None) -> Tuple | None:
    """Turn the arguments of a call of a partial, behind the link words at `place` and the last on
    the stack, into those of its function; the names of the keywords."""
    own = self.args
    size = len(own.items)
    regs = place + frames.LINK_WORDS
    if self.keywords.count == 0:
        slow.shift_arguments(regs, count + binding.name_count(names), size)
        copy_items(regs, items_of(own.items), size)
        return names
    merged = dict_object.new_dict(0)
    merged.copy_entries(self.keywords)
    if names is not None:
        for index in range(len(names.items)):
            merged.store(names.items[index], regs[count + index])
    titles = exception.alloc_tuple(merged.count)
    slow.shift_arguments(regs, count, size + merged.count)
    copy_items(regs + size, regs + size + merged.count, count)
    copy_items(regs, items_of(own.items), size)
    at = merged.next_entry(0)
    for index in range(merged.count):
        titles.items[index] = merged.key_at(at)
        regs[size + count + index] = merged.value_at(at)
        at = merged.next_entry(at + 1)
    return titles


class Cached(Bindable):
    """`functools.lru_cache(limit, typed)(function)`; what was used last is last in `results`."""

    function: Value
    results: Dict
    limit: int
    """How many entries there may be; -1 for any number."""
    typed: bool
    hits: int
    misses: int

    def get_attribute(self, name: Str) -> Value:
        found = attributes.bound_attribute(self, name)
        if found is NULL:
            if name is str_object.name("__wrapped__"):
                return self.function
            return operations.find_attribute(self.function, name)
        return found

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        key = key_of(self, args, count, names)
        found = self.find(key)
        if found is NULL:
            found = operations.call(self.function, args, count, names)
            self.keep(key, found)
        return found

    def find(self, key: Value) -> Value:
        """The result for a key, NULL if it is not known."""
        found = self.results.find(key)
        if found is NULL:
            self.misses += 1
            return NULL
        self.hits += 1
        if self.limit >= 0:
            self.results.remove(key)
            self.results.store(key, found)
        return found

    def keep(self, key: Value, result: Value) -> None:
        """Enter a result; at the limit the one used longest ago goes."""
        results = self.results
        if self.limit == 0:
            return
        if results.count == self.limit and results.find(key) is NULL:
            results.remove_entry(results.next_entry(0))
        results.store(key, result)


def key_of(self: Cached, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """What a cache knows a call by."""
    if count == 1 and names is None and not self.typed:
        item = args[0]
        if is_small(item) or is_exactly(item, str_object.Str):
            return item
    total = count + binding.name_count(names)
    key = list_object.list_from(args, count)
    if names is not None:
        key.append(self)
        for index in range(len(names.items)):
            key.append(names.items[index])
            key.append(args[count + index])
    if self.typed:
        for index in range(total):
            key.append(type_object.type_of(args[index]))
    return tuple_object.new_tuple(items_of(key.items), key.count)


# Modules of an import cycle: only functions use their names.
from anthill.vm import operations  # noqa: E402
from anthill.vm.interpreter import attributes, binding, frames, slow  # noqa: E402
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import exception  # noqa: E402
from anthill.vm.objects import list as list_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import tuple as tuple_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
