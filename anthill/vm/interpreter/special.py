"""What operations do to instances of Python classes: call the dunder methods.

Each function here is what `Instance` answers for one method of `Obj`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime import identity
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, is_small
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.interpreter import attributes, calls, operators
from anthill.vm.messages import message
from anthill.vm.objects import builtin, exception, function, instance, singletons
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.str import name

if TYPE_CHECKING:
    from anthill.vm.objects.instance import Instance
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer


def find_method(obj: Instance, title: Str) -> Value:
    """A dunder method as the class holds it, NULL without."""
    return type_object.lookup(obj.shape.owner, title)


def bound(obj: Instance, found: Value) -> Value:
    """A dunder method bound to its object, or NULL when it takes the object as an argument."""
    if isinstance(found, function.Function) or isinstance(found, builtin.Builtin):
        return NULL
    return attributes.bind(found, obj, obj.shape.owner)


def call_found(obj: Instance, found: Value) -> Value:
    """Call a dunder method with the object alone."""
    method = bound(obj, found)
    return operations.call1(found, obj) if method is NULL else operations.call0(method)


def call_found1(obj: Instance, found: Value, a: Value) -> Value:
    """Call a dunder method with the object and one argument."""
    method = bound(obj, found)
    return operations.call2(found, obj, a) if method is NULL else operations.call1(method, a)


def call_found2(obj: Instance, found: Value, a: Value, b: Value) -> Value:
    """Call a dunder method with the object and two arguments."""
    method = bound(obj, found)
    return operations.call3(found, obj, a, b) if method is NULL else operations.call2(method, a, b)


def write_text_of(obj: Instance, found: Value, title: Str, out: Writer) -> None:
    """Write what `__repr__` or `__str__` returns."""
    result = call_found(obj, found)
    if not isinstance(result, str_object.Str):
        raise errors.type_error_with(message("%s returned non-string (type %t)"), title, result)
    out.write_text(result)


def write_repr(obj: Instance, out: Writer) -> None:
    """`repr(obj)`."""
    write_text_of(obj, find_method(obj, name("__repr__")), name("__repr__"), out)


def write_str(obj: Instance, out: Writer) -> None:
    """`str(obj)`."""
    write_text_of(obj, find_method(obj, name("__str__")), name("__str__"), out)


def truth(obj: Instance) -> bool:
    """`bool(obj)`: `__bool__`, else `__len__`, else True."""
    found = find_method(obj, name("__bool__"))
    if found is not NULL:
        result = call_found(obj, found)
        if not isinstance(result, bool_object.Bool):
            raise errors.type_error_with(
                message("__bool__ should return bool, returned %t"), result, NULL
            )
        return result.truth()
    count = length(obj)
    return count != 0


def hash_code(obj: Instance) -> int:
    """`hash(obj)`."""
    found = find_method(obj, name("__hash__"))
    if found is singletons.NONE:
        raise errors.unhashable(obj)
    if isinstance(found, builtin.Builtin):
        return identity.object_id(obj) >> 1
    result = call_found(obj, found)
    if not int_object.is_int(result):
        raise errors.type_error(message("__hash__ method should return an integer"))
    return operations.hash_code(int_object.plain(result))


def compare(obj: Instance, op: int, other: Value) -> Value:
    """`obj op other`; without `__ne__` the opposite of `__eq__`."""
    found = find_method(obj, operators.ORDER[op - Op.LT])
    if found is not NULL and not isinstance(found, builtin.Builtin):
        return call_found1(obj, found, other)
    if op == Op.NE:
        result = compare(obj, Op.EQ, other)
        if result is singletons.NOT_IMPLEMENTED:
            return result
        return bool_object.to_bool(not operations.truth(result))
    return singletons.NOT_IMPLEMENTED


def binary(obj: Instance, op: int, other: Value) -> Value:
    """`obj op other`, or NOT_IMPLEMENTED."""
    return try_method(obj, operators.FORWARD[op - Op.ADD], other)


def reflected(obj: Instance, op: int, other: Value) -> Value:
    """`other op obj`, or NOT_IMPLEMENTED."""
    return try_method(obj, operators.REFLECTED[op - Op.ADD], other)


def inplace(obj: Instance, op: int, other: Value) -> Value:
    """`obj op= other`, or NOT_IMPLEMENTED."""
    return try_method(obj, operators.INPLACE[op - Op.ADD], other)


def try_method(obj: Instance, title: Str, other: Value) -> Value:
    """Call a dunder method; NOT_IMPLEMENTED where there is none."""
    found = find_method(obj, title)
    if found is NULL:
        return singletons.NOT_IMPLEMENTED
    return call_found1(obj, found, other)


def unary(obj: Instance, op: int) -> Value:
    """`-obj`, `+obj`, `~obj`, or NOT_IMPLEMENTED."""
    title = name("__neg__")
    if op == Op.POS:
        title = name("__pos__")
    elif op == Op.INVERT:
        title = name("__invert__")
    found = find_method(obj, title)
    if found is NULL:
        return singletons.NOT_IMPLEMENTED
    return call_found(obj, found)


def length(obj: Instance) -> int:
    """`len(obj)`, -1 without `__len__`."""
    found = find_method(obj, name("__len__"))
    if found is NULL:
        return -1
    result = int_object.index_value(call_found(obj, found))
    if result < 0:
        raise errors.value_error(message("__len__() should return >= 0"))
    return result


def index_of(value: Value) -> Value:
    """`value.__index__()`, NULL where there is none."""
    if not isinstance(value, instance.Instance):
        return NULL
    found = find_method(value, name("__index__"))
    if found is NULL:
        return NULL
    result = call_found(value, found)
    if not int_object.is_int(result):
        raise errors.type_error_with(message("__index__ returned non-int (type %t)"), result, NULL)
    return result


def get_item(obj: Instance, key: Value) -> Value:
    """`obj[key]`."""
    found = find_method(obj, name("__getitem__"))
    if found is NULL:
        raise errors.not_subscriptable(obj)
    return call_found1(obj, found, key)


def set_item(obj: Instance, key: Value, item: Value) -> None:
    """`obj[key] = item`."""
    found = find_method(obj, name("__setitem__"))
    if found is NULL:
        raise errors.no_item_assignment(obj)
    call_found2(obj, found, key, item)


def delete_item(obj: Instance, key: Value) -> None:
    """`del obj[key]`."""
    found = find_method(obj, name("__delitem__"))
    if found is NULL:
        raise errors.no_item_deletion(obj)
    call_found1(obj, found, key)


def contains(obj: Instance, item: Value) -> int:
    """`item in obj`; -1 without `__contains__`."""
    found = find_method(obj, name("__contains__"))
    if found is NULL:
        return -1
    return int(operations.truth(call_found1(obj, found, item)))


def iterate(obj: Instance) -> Value:
    """`iter(obj)`: `__iter__`, else one index after the other through `__getitem__`."""
    found = find_method(obj, name("__iter__"))
    if found is not NULL and found is not singletons.NONE:
        result = call_found(obj, found)
        if is_small(result) or (
            isinstance(result, instance.Instance) and find_method(result, name("__next__")) is NULL
        ):
            raise errors.type_error_with(
                message("iter() returned non-iterator of type '%t'"), result, NULL
            )
        return result
    if find_method(obj, name("__getitem__")) is NULL:
        raise errors.not_iterable(obj)
    return iterators.ItemIterator(obj, 0)


def next_item(obj: Instance) -> Value:
    """`next(obj)`, NULL for StopIteration."""
    found = find_method(obj, name("__next__"))
    if found is NULL:
        raise errors.not_iterator(obj)
    handled = vm.handled
    try:
        return call_found(obj, found)
    except PyError as error:
        if not exception.is_kind(error.value, exception.STOP_ITERATION):
            raise
    vm.handled = handled
    return NULL


def call(obj: Instance, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`obj(...)`."""
    found = find_method(obj, name("__call__"))
    if found is NULL:
        raise errors.not_callable(obj)
    method = bound(obj, found)
    if method is NULL:
        return calls.call_with_self(found, obj, args, count, names)
    return operations.call(method, args, count, names)


# Modules of an import cycle: only functions use their names.
from anthill.vm.interpreter.state import vm  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import iterators  # noqa: E402
