"""What operations do to objects of Python classes: call the dunder methods.

Each function here is what `Instance`, and the objects of classes that derive from built-in types,
answer for one method of `Obj`. Where there is no dunder method they do what they inherit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, as_a, is_small, small_int
from anthill.typed.extended import inherited
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, SUBTYPES
from anthill.vm.interpreter import attributes, calls, operators
from anthill.vm.messages import message
from anthill.vm.objects import builtin, exception, function, instance, singletons
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import name

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer


def find_method(obj: Obj, title: Str) -> Value:
    """A dunder method as the class holds it; NULL where it has none but that of `object`."""
    found = type_object.lookup(type_object.type_of(obj), title)
    if isinstance(found, builtin.Builtin) and builtin.owner_of(found) is type_object.OBJECT_TYPE:
        return NULL
    return found


def bound(obj: Obj, found: Value) -> Value:
    """A dunder method bound to its object, or NULL when it takes the object as an argument."""
    if isinstance(found, function.Function) or isinstance(found, builtin.Builtin):
        return NULL
    return attributes.bind(found, obj, type_object.type_of(obj))


def call_found(obj: Obj, found: Value) -> Value:
    """Call a dunder method with the object alone."""
    method = bound(obj, found)
    return operations.call1(found, obj) if method is NULL else operations.call0(method)


def call_found1(obj: Obj, found: Value, a: Value) -> Value:
    """Call a dunder method with the object and one argument."""
    method = bound(obj, found)
    return operations.call2(found, obj, a) if method is NULL else operations.call1(method, a)


def call_found2(obj: Obj, found: Value, a: Value, b: Value) -> Value:
    """Call a dunder method with the object and two arguments."""
    method = bound(obj, found)
    return operations.call3(found, obj, a, b) if method is NULL else operations.call2(method, a, b)


def call_method(value: Value, title: Str) -> Value:
    """Call a dunder method of any object without arguments; NULL where its type has none."""
    if is_small(value):
        return NULL
    obj = as_a(Obj, value)
    found = type_object.lookup(type_object.type_of(obj), title)
    return NULL if found is NULL else call_found(obj, found)


def write_text_of(obj: Obj, found: Value, title: Str, out: Writer) -> None:
    """Write what `__repr__` or `__str__` returns."""
    result = call_found(obj, found)
    if not isinstance(result, str_object.Str):
        raise errors.type_error_with(message("%s returned non-string (type %t)"), title, result)
    out.write_text(result)


def write_repr(obj: Obj, out: Writer) -> None:
    """`repr(obj)`."""
    found = find_method(obj, name("__repr__"))
    if found is NULL:
        inherited(obj).write_repr(out)
    else:
        write_text_of(obj, found, name("__repr__"), out)


def write_str(obj: Obj, out: Writer) -> None:
    """`str(obj)`."""
    found = find_method(obj, name("__str__"))
    if found is NULL and isinstance(obj, instance.Instance):
        found = find_method(obj, name("__repr__"))
    if found is NULL:
        inherited(obj).write_str(out)
    else:
        write_text_of(obj, found, name("__str__"), out)


def truth(obj: Obj) -> bool:
    """`bool(obj)`: `__bool__`, else `__len__`, else True."""
    found = find_method(obj, name("__bool__"))
    if found is not NULL:
        result = call_found(obj, found)
        if not isinstance(result, bool_object.Bool):
            raise errors.type_error_with(
                message("__bool__ should return bool, returned %t"), result, NULL
            )
        return result.truth()
    found = find_method(obj, name("__len__"))
    if found is NULL or not isinstance(obj, instance.Instance):
        kind = type_object.type_of(obj)
        if found is NULL or attributes.find_in_type(kind, name("__bool__")) is not NULL:
            return inherited(obj).truth()
    return counted(obj, found) != 0


def hash_code(obj: Obj) -> int:
    """`hash(obj)`."""
    found = find_method(obj, name("__hash__"))
    if found is singletons.NONE:
        raise errors.unhashable(obj)
    if found is NULL:
        return inherited(obj).hash_code()
    result = call_found(obj, found)
    if not int_object.is_int(result):
        raise errors.type_error(message("__hash__ method should return an integer"))
    number = int_object.plain(result)
    if LARGE and is_small(number):
        return -2 if small_int(number) == -1 else small_int(number)
    return operations.hash_code(number)


def compare(obj: Obj, op: int, other: Value) -> Value:
    """`obj op other`; without `__ne__` the opposite of `__eq__`."""
    found = find_method(obj, operators.ORDER[op - Op.LT])
    if found is not NULL:
        return call_found1(obj, found, other)
    if op == Op.NE and isinstance(obj, instance.Instance):
        result = compare(obj, Op.EQ, other)
        if result is singletons.NOT_IMPLEMENTED:
            return result
        return bool_object.to_bool(not operations.truth(result))
    return inherited(obj).compare(op, other)


def binary(obj: Obj, op: int, other: Value) -> Value:
    """`obj op other`, or NOT_IMPLEMENTED."""
    found = find_method(obj, operators.FORWARD[op - Op.ADD])
    return inherited(obj).binary(op, other) if found is NULL else call_found1(obj, found, other)


def reflected(obj: Obj, op: int, other: Value) -> Value:
    """`other op obj`, or NOT_IMPLEMENTED."""
    found = find_method(obj, operators.REFLECTED[op - Op.ADD])
    return inherited(obj).reflected(op, other) if found is NULL else call_found1(obj, found, other)


def inplace(obj: Obj, op: int, other: Value) -> Value:
    """`obj op= other`, or NOT_IMPLEMENTED."""
    found = find_method(obj, operators.INPLACE[op - Op.ADD])
    return inherited(obj).inplace(op, other) if found is NULL else call_found1(obj, found, other)


def try_method(obj: Obj, title: Str, other: Value) -> Value:
    """Call a dunder method; NOT_IMPLEMENTED where there is none."""
    found = find_method(obj, title)
    if found is NULL:
        return singletons.NOT_IMPLEMENTED
    return call_found1(obj, found, other)


def unary(obj: Obj, op: int) -> Value:
    """`-obj`, `+obj`, `~obj`, or NOT_IMPLEMENTED."""
    title = name("__neg__")
    if op == Op.POS:
        title = name("__pos__")
    elif op == Op.INVERT:
        title = name("__invert__")
    found = find_method(obj, title)
    return inherited(obj).unary(op) if found is NULL else call_found(obj, found)


def length(obj: Obj) -> int:
    """`len(obj)`, -1 without `__len__`."""
    found = find_method(obj, name("__len__"))
    return inherited(obj).length() if found is NULL else counted(obj, found)


def counted(obj: Obj, found: Value) -> int:
    """What `__len__` says."""
    said = call_found(obj, found)
    result = int_object.clamped_index(said) if LARGE else int_object.index_value(said)
    if LARGE and result > 0:
        result = int_object.int_of(int_object.integer_value(said))
    if result < 0:
        raise errors.value_error(message("__len__() should return >= 0"))
    return result


def index_of(value: Value) -> Value:
    """`value.__index__()`, NULL where there is none."""
    if not type_object.is_custom(value):
        return NULL
    if LARGE and int_object.is_int(value):
        return int_object.plain(value)
    result = call_method(value, name("__index__"))
    if result is not NULL and not int_object.is_int(result):
        raise errors.type_error_with(message("__index__ returned non-int (type %t)"), result, NULL)
    if LARGE and result is not NULL and type_object.type_of(result) is not INT_TYPE:
        warnings.deprecated(
            message(
                "__index__ returned non-int (type %t).  The ability to return an instance of a"
                " strict subclass of int is deprecated, and may be removed in a future"
                " version of Python."
            ),
            result,
            NULL,
        )
    return int_object.unboxed(result)


def get_item(obj: Obj, key: Value) -> Value:
    """`obj[key]`."""
    found = find_method(obj, name("__getitem__"))
    return inherited(obj).get_item(key) if found is NULL else call_found1(obj, found, key)


def set_item(obj: Obj, key: Value, item: Value) -> None:
    """`obj[key] = item`."""
    found = find_method(obj, name("__setitem__"))
    if found is NULL:
        check_other(obj, name("__delitem__"), name("__setitem__"))
        inherited(obj).set_item(key, item)
    else:
        call_found2(obj, found, key, item)


def delete_item(obj: Obj, key: Value) -> None:
    """`del obj[key]`."""
    found = find_method(obj, name("__delitem__"))
    if found is NULL:
        check_other(obj, name("__setitem__"), name("__delitem__"))
        inherited(obj).delete_item(key)
    else:
        call_found1(obj, found, key)


def check_other(obj: Obj, present: Str, missing: Str) -> None:
    """The AttributeError of a Python class that has only one of two methods."""
    if LARGE and find_method(obj, present) is not NULL:
        if attributes.find_in_type(type_object.type_of(obj), missing) is not NULL:
            return
        raise errors.error(exception.ATTRIBUTE_ERROR, missing)


def contains(obj: Obj, item: Value) -> int:
    """`item in obj`; -1 without `__contains__`."""
    found = find_method(obj, name("__contains__"))
    if found is NULL:
        return inherited(obj).contains(item)
    if found is singletons.NONE:
        raise errors.type_error_with(message("'%t' object is not a container"), obj, NULL)
    return int(operations.truth(call_found1(obj, found, item)))


def iterate(obj: Obj) -> Value:
    """`iter(obj)`: `__iter__`, else one index after the other through `__getitem__`."""
    found = find_method(obj, name("__iter__"))
    if found is singletons.NONE:
        raise errors.not_iterable(obj)
    if found is not NULL:
        result = call_found(obj, found)
        if SUBTYPES and (
            attributes.find_in_type(type_object.type_of(result), name("__next__")) is NULL
        ):
            raise errors.type_error_with(
                message("iter() returned non-iterator of type '%t'"), result, NULL
            )
        return result
    if find_method(obj, name("__getitem__")) is NULL or (
        attributes.find_in_type(type_object.type_of(obj), name("__iter__")) is not NULL
    ):
        return inherited(obj).iterate()
    return iterators.ItemIterator(obj, 0)


def next_item(obj: Obj) -> Value:
    """`next(obj)`, NULL for StopIteration."""
    found = find_method(obj, name("__next__"))
    if found is NULL:
        return inherited(obj).next_item()
    return attributes.attempt(exception.STOP_ITERATION, called_method, obj, found)


def called_method(owner: Value, found: Value) -> Value:
    """What a method gives."""
    return call_found(as_a(Obj, owner), found)


MOST_CALLS = 200
"""So many objects may stand for each other as `__call__`."""


def call(obj: Obj, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`obj(...)`."""
    for _ in range(MOST_CALLS):
        found = find_method(obj, name("__call__"))
        if found is NULL:
            return inherited(obj).call(args, count, names)
        method = bound(obj, found)
        if method is NULL:
            return calls.call_with_self(found, obj, args, count, names)
        if not type_object.is_custom(method):
            return operations.call(method, args, count, names)
        obj = as_a(Obj, method)
    raise PyError(exception.RECURSION_ERROR_OBJECT)


# Modules of an import cycle: only functions use their names.
from anthill.vm.interpreter import warnings  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import iterators  # noqa: E402
from anthill.vm.objects.int import INT_TYPE  # noqa: E402
