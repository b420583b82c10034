"""Python objects as Values and back, so that tests compare with what CPython does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anthill.modules.builtins  # noqa: F401
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, is_small
from anthill.vm import errors, operations
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import singletons
from anthill.vm.objects import str as str_object
from anthill.vm.objects.dict import Dict, new_dict
from anthill.vm.objects.list import List, list_from
from anthill.vm.objects.range import Range, new_range
from anthill.vm.objects.set import FrozenSet, Set, new_frozenset, new_set
from anthill.vm.objects.slice import Slice
from anthill.vm.objects.tuple import Tuple, tuple_of


def typed(value: Any) -> Any:
    """The Value of a Python object; strings that begin with `t` are not interned."""
    match value:
        case None:
            return singletons.NONE
        case bool():
            return bool_object.to_bool(value)
        case str():
            return (str_object.text if value.startswith("t") else str_object.name)(value)
        case float():
            return float_object.new_float(value)
        case tuple():
            return tuple_of(*map(typed, value))
        case list():
            return list_from(Ptr([typed(item) for item in value]), len(value))
        case range():
            return new_range(value.start, value.stop, value.step)
        case slice():
            return Slice(typed(value.start), typed(value.stop), typed(value.step))
        case dict():
            table = new_dict()
            for key, item in value.items():
                table.store(typed(key), typed(item))
            return table
        case set() | frozenset():
            result = new_set() if isinstance(value, set) else new_frozenset()
            for item in value:
                result.put(typed(item))
            return result
    return value


def plain(value: Any) -> Any:
    """The inverse of `typed`."""
    if value is None or is_small(value):
        return value
    match value:
        case bool_object.Bool():
            return bool(value.number)
        case str_object.Str():
            return str_object.host_text(value)
        case Tuple():
            return tuple(map(plain, value.items))
        case List():
            assert all(item is NULL for item in value.items.storage[value.count :])
            return [plain(item) for item in value.items.storage[: value.count]]
        case Range():
            return range(value.start, value.stop, value.step)
        case Dict():
            return {plain(key): plain(value.find(key)) for key in keys_of(value)}
        case Set():
            made = set if not isinstance(value, FrozenSet) else frozenset
            return made(map(plain, keys_of(value)))
        case singletons.NoneObject():
            return None
    assert float_object.is_float(value), value
    return float_object.float_value(value)


def keys_of(table: Any) -> list[Any]:
    """The keys of a dict or set in order."""
    result = []
    number = table.next_entry(0)
    while number >= 0:
        result.append(table.key_at(number))
        number = table.next_entry(number + 1)
    return result


def text_of(value: Any) -> str:
    """`repr` of a Value."""
    return str_object.host_text(operations.repr_text(value))


def outcome(action: Callable[..., Any], *args: Any) -> Any:
    """What a typed function returns, or the type and text of what it raises."""
    try:
        return plain(action(*args))
    except PyError as error:
        title = str_object.host_text(errors.type_name(error.value))
        return title, str_object.host_text(operations.str_text(error.value))


def host_outcome(action: Callable[..., Any], *args: Any) -> Any:
    """The same for a function of the host."""
    try:
        return action(*args)
    except Exception as error:
        return type(error).__name__, str(error)
