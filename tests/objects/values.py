"""Values from host objects and back, and operations on both, to compare with CPython."""

from __future__ import annotations

import builtins
from typing import Any

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, is_small
from anthill.vm import operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.limbs import LIMB_BITS
from anthill.vm.objects import (  # noqa: F401  (they register the methods)
    bigint,
    bytes_methods,
    dict_methods,
    float_methods,
    int_methods,
    list_methods,
    singletons,
    slice,
    str_methods,
    string_methods,
    tuple_methods,
)
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.str import name


def value(obj: Any) -> Any:
    """The Value of a host object."""
    if obj is None:
        return singletons.NONE
    if isinstance(obj, bool):
        return bool_object.to_bool(obj)
    if isinstance(obj, int):
        digits = b"%d" % abs(obj)
        magnitude = bigint.from_digits(Ptr(digits), len(digits), 10)
        return magnitude if obj >= 0 else operations.unary(Op.NEG, magnitude)
    if isinstance(obj, float):
        return float_object.new_float(obj)
    if isinstance(obj, str):
        data = obj.encode("utf-8", "surrogatepass")
        return str_object.new_str(Ptr(data), len(data))
    if isinstance(obj, bytes):
        return bytes_object.new_bytes(Ptr(obj), len(obj))
    if isinstance(obj, bytearray):
        result = bytearray_object.new_bytearray(len(obj))
        result.data.storage[:] = obj
        return result
    if isinstance(obj, tuple):
        return tuple_object.tuple_of(*map(value, obj))
    if isinstance(obj, list):
        items = list_object.new_list(0)
        for item in obj:
            items.append(value(item))
        return items
    if isinstance(obj, dict):
        table = dict_object.new_dict()
        for key, entry in obj.items():
            table.store(value(key), value(entry))
        return table
    if isinstance(obj, builtins.slice):
        return slice.Slice(value(obj.start), value(obj.stop), value(obj.step))
    raise TypeError(type(obj))


def host(v: Any) -> Any:
    """The host object of a Value."""
    if v is NULL:
        return "NULL"
    if is_small(v):
        return v
    if v is singletons.NONE:
        return None
    if v is singletons.NOT_IMPLEMENTED:
        return NotImplemented
    if isinstance(v, bool_object.Bool):
        return v.number != 0
    if isinstance(v, bigint.BigInt):
        magnitude = sum(v.limbs[i] << (i * LIMB_BITS) for i in range(bigint.count_of(v)))
        return -magnitude if v.size < 0 else magnitude
    if float_object.is_float(v):
        return float_object.float_value(v)
    if isinstance(v, str_object.Str):
        text = str_object.host_text(v)
        assert bool(v.flags & str_object.STR_ASCII) == text.isascii()
        return text
    if isinstance(v, bytes_object.Bytes):
        return bytes(v.data)
    if isinstance(v, bytearray_object.Bytearray):
        return bytearray(v.data.storage[: v.count])
    if isinstance(v, tuple_object.Tuple):
        return tuple(map(host, v.items))
    if isinstance(v, list_object.List):
        return [host(v.items[place]) for place in range(v.count)]
    if isinstance(v, dict_object.Dict):
        result = {}
        at = v.next_entry(0)
        while at >= 0:
            result[host(v.key_at(at))] = host(v.value_at(at))
            at = v.next_entry(at + 1)
        return result
    raise TypeError(v)


def outcome(action: Any) -> Any:
    """What an action gives: ("result", type, repr) or ("error", type, text)."""
    try:
        result = action()
    except PyError as error:
        kind = type_object.type_of(error.value)
        return "error", host(type_object.name_of(kind)), host(operations.str_text(error.value))
    except Exception as error:
        return "error", type(error).__name__, str(error)
    return "result", type(result).__name__, repr(result)


def call_method(obj: Any, title: str, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
    """Call a method of a built-in type, through the same door as Python programs."""
    method = operations.get_attribute(value(obj), name(title))
    values = [*map(value, args), *map(value, keywords.values())]
    names = tuple_object.tuple_of(*map(name, keywords)) if keywords else None
    return host(operations.call(method, Ptr([*values, None]), len(args), names))


def same_method(obj: Any, title: str, *args: Any, **keywords: Any) -> None:
    """Assert that a method gives what CPython gives."""
    expected = outcome(lambda: getattr(obj, title)(*args, **keywords))
    found = outcome(lambda: call_method(obj, title, args, keywords))
    assert found == expected, (obj, title, args, keywords, found, expected)


OPERATORS = {
    "+": Op.ADD,
    "-": Op.SUB,
    "*": Op.MUL,
    "//": Op.FLOOR_DIV,
    "%": Op.MOD,
    "<<": Op.LSHIFT,
    ">>": Op.RSHIFT,
    "&": Op.AND,
    "|": Op.OR,
    "^": Op.XOR,
    "/": Op.TRUE_DIV,
    "**": Op.POW,
    "<": Op.LT,
    "<=": Op.LE,
    "==": Op.EQ,
    "!=": Op.NE,
    ">": Op.GT,
    ">=": Op.GE,
}


def operate(symbol: str, a: Any, b: Any) -> Any:
    """`a symbol b` on Values."""
    op = OPERATORS[symbol]
    call = operations.compare if Op.LT <= op <= Op.GE else operations.binary
    return host(call(op, value(a), value(b)))


def same_operator(symbol: str, a: Any, b: Any) -> None:
    """Assert that an operator gives what CPython gives."""
    expected = outcome(lambda: eval(f"a {symbol} b", {"a": a, "b": b}))
    found = outcome(lambda: operate(symbol, a, b))
    assert found == expected, (a, symbol, b, found, expected)


def same_item(obj: Any, key: Any) -> None:
    """Assert that `obj[key]` gives what CPython gives."""
    expected = outcome(lambda: obj[key])
    found = outcome(lambda: host(operations.get_item(value(obj), value(key))))
    assert found == expected, (obj, key, found, expected)


def same_repr(obj: Any) -> None:
    """Assert that repr and str give what CPython gives."""
    assert host(operations.repr_text(value(obj))) == repr(obj)
    assert host(operations.str_text(value(obj))) == str(obj)
