"""The type `dict` and those of its views: constructors and methods."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value, as_a, items_of
from anthill.vm import errors, operations
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import binding
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import dict_views, mapping_proxy, singletons
from anthill.vm.objects.builtin import Builtin2, class_method, fill_builtin, getter, method
from anthill.vm.objects.dict import Dict, new_dict
from anthill.vm.objects.str import name
from anthill.vm.objects.tuple import Tuple, new_tuple
from anthill.vm.objects.type import Type, builtin_type, host_object, host_space, when_ready

DICT_TYPE: Type = builtin_type("dict", Dict)
KEYS_TYPE: Type = builtin_type("dict_keys", dict_views.DictKeys)
VALUES_TYPE: Type = builtin_type("dict_values", dict_views.DictValues)
ITEMS_TYPE: Type = builtin_type("dict_items", dict_views.DictItems)


class DictBuiltin(Builtin2):
    """`dict` or `dict.update`, which take any keywords and store them too."""

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        result = binding.call_builtin(self, args, count, None)
        if names is not None:
            target = as_a(Dict, args[0] if result is singletons.NONE else result)
            for index in range(len(names.items)):
                target.store(names.items[index], args[count + index])
        return result


def make_dict(source: Value, _: Value) -> Value:
    """`dict([mapping or pairs], **entries)`."""
    result = new_dict(0)
    if source is not NULL:
        dict_views.update_from(result, source)
    return result


def dict_update(self: Dict, source: Value) -> Value:
    """`dict.update([mapping or pairs], **entries)`."""
    if source is not NULL:
        dict_views.update_from(self, source)
    return singletons.NONE


def define_with_keywords() -> None:
    """Register the two functions above, at build time."""
    update = host_object(DictBuiltin, function=dict_update)
    fill_builtin(update, "update", DICT_TYPE, 1, 2)
    host_space(DICT_TYPE).store(name("update"), update)
    init = host_object(DictBuiltin, function=dict_update)
    fill_builtin(init, "__init__", DICT_TYPE, 1, 2)
    host_space(DICT_TYPE).store(name("__init__"), init)
    make = host_object(DictBuiltin, function=make_dict)
    fill_builtin(make, "dict", None, 0, 1)
    DICT_TYPE.constructor = make


when_ready(define_with_keywords)


@method(DICT_TYPE, "get", required=2)
def dict_get(self: Dict, key: Value, default: Value) -> Value:
    """`dict.get(key, default=None)`."""
    value = self.find(key)
    if value is not NULL:
        return value
    return singletons.NONE if default is NULL else default


@method(DICT_TYPE, "setdefault", required=2)
def dict_setdefault(self: Dict, key: Value, default: Value) -> Value:
    """`dict.setdefault(key, default=None)`."""
    value = self.find(key)
    if value is NULL:
        value = singletons.NONE if default is NULL else default
        self.store(key, value)
    return value


@method(DICT_TYPE, "pop", required=2)
def dict_pop(self: Dict, key: Value, default: Value) -> Value:
    """`dict.pop(key[, default])`; KeyError if both are missing."""
    if self.count > 0:
        value = self.find(key)
        if value is not NULL:
            self.remove(key)
            return value
    if default is NULL:
        raise errors.key_error(key)
    return default


@method(DICT_TYPE, "popitem")
def dict_popitem(self: Dict) -> Value:
    """`dict.popitem()`: the entry stored last; KeyError if the dict is empty."""
    number = self.last_entry(self.used)
    if number < 0:
        raise errors.key_error(errors.said(message("popitem(): dictionary is empty")))
    entry = new_tuple(items_of(self.entries, 2 * number), 2)
    self.remove_entry(number)
    return entry


@method(DICT_TYPE, "clear")
def dict_clear(self: Dict) -> Value:
    """`dict.clear()`."""
    self.clear()
    return singletons.NONE


@method(DICT_TYPE, "copy")
def dict_copy(self: Dict) -> Value:
    """`dict.copy()`."""
    result = new_dict(0)
    result.copy_entries(self)
    return result


@method(DICT_TYPE, "keys")
def dict_keys(self: Dict) -> Value:
    """`dict.keys()`."""
    return dict_views.DictKeys(self, dict_views.KEYS)


@method(DICT_TYPE, "values")
def dict_values(self: Dict) -> Value:
    """`dict.values()`."""
    return dict_views.DictValues(self, dict_views.VALUES)


@method(DICT_TYPE, "items")
def dict_items(self: Dict) -> Value:
    """`dict.items()`."""
    return dict_views.DictItems(self, dict_views.ITEMS)


@rare(getter(KEYS_TYPE, "mapping"))
@rare(getter(VALUES_TYPE, "mapping"))
@rare(getter(ITEMS_TYPE, "mapping"))
def view_mapping(self: dict_views.DictView) -> Value:
    """`view.mapping`: the dict, to read."""
    return mapping_proxy.MappingProxy(self.owner)


if LARGE:
    from anthill.vm.objects import view_operators

    @method(KEYS_TYPE, "isdisjoint")
    @method(ITEMS_TYPE, "isdisjoint")
    def view_isdisjoint(self: dict_views.DictView, other: Value) -> Value:
        """`view.isdisjoint(iterable)`."""
        return bool_object.to_bool(not view_operators.meets(self, other))


@class_method(DICT_TYPE, "fromkeys", required=2)
def dict_fromkeys(cls: Value, keys: Value, value: Value) -> Value:
    """`dict.fromkeys(iterable, value=None)`."""
    result = operations.call0(cls)
    iterator = operations.iterate(keys)
    while True:
        key = operations.next_item(iterator)
        if key is NULL:
            return result
        operations.set_item(result, key, singletons.NONE if value is NULL else value)
