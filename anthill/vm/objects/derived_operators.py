"""Binary operators where an operand's class derives from a built-in type: who is asked, and when.

CPython keeps a function per type and operator. A class that has the operator's method, or the
reflected one, in Python has the function that calls these; any other class has that of the
built-in type. Numbers and sets have such functions for all their operators; `+` and `*` of
sequences are apart from them and come last. What follows from this is told here without the
functions. Small boards do without: the left operand is asked, then the right one.
"""

from __future__ import annotations

from anthill.typed import NULL, Value, as_a, is_small, same
from anthill.typed.extended import inherited
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.interpreter import operators, special
from anthill.vm.messages import message
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import complex as complex_object
from anthill.vm.objects import derived, list_methods, singletons, slots
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import set as set_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import name

COMPLEX = 3
SETS = 4
OTHERS = 5


def find_binary(op: int, a: Value, b: Value) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL, or NOT_IMPLEMENTED."""
    result = by_number(op, a, b)
    if result is singletons.NOT_IMPLEMENTED and (op == Op.ADD or op == Op.MUL):
        return by_sequence(op, a, b, True)
    return result


def inplace(op: int, a: Value, b: Value) -> Value:
    """`a op= b` for Op.ADD ... Op.MATMUL, or NOT_IMPLEMENTED."""
    own = NULL
    result: Value = singletons.NOT_IMPLEMENTED
    sequence = op == Op.ADD or op == Op.MUL
    if not is_small(a):
        custom = type_object.is_custom(a)
        if custom:
            own = special.find_method(as_a(Obj, a), operators.INPLACE[op - Op.ADD])
        if own is not NULL or not sequence or (custom and op == Op.ADD):
            result = as_a(Obj, a).inplace(op, b)
    if result is singletons.NOT_IMPLEMENTED:
        result = by_number(op, a, b)
    if result is not singletons.NOT_IMPLEMENTED or not sequence:
        return result
    if own is NULL and family(a) == OTHERS:
        times = special.index_of(b) if op == Op.MUL else NULL
        result = as_a(Obj, a).inplace(op, b if times is NULL else times)
        if result is not singletons.NOT_IMPLEMENTED:
            return result
        if op == Op.MUL and changes(a):
            return repeated(a, b)
    return by_sequence(op, a, b, gives_way(a))


def after_inplace(op: int, a: Value, b: Value) -> Value:
    """`a op= b` when the method that `a` has for it does not know, or NOT_IMPLEMENTED."""
    result = by_number(op, a, b)
    if result is singletons.NOT_IMPLEMENTED and (op == Op.ADD or op == Op.MUL):
        return by_sequence(op, a, b, gives_way(a))
    return result


def by_number(op: int, a: Value, b: Value) -> Value:
    """What methods in Python and the operators of numbers and sets say."""
    own = overrides(a, op)
    others = overrides(b, op)
    first = others and operations.goes_first(a, b)
    result: Value = singletons.NOT_IMPLEMENTED
    if not own and not first:
        result = by_builtin(a, op, a, b)
    if (own or others) and result is singletons.NOT_IMPLEMENTED:
        result = by_methods(op, a, b, own, others)
    if result is singletons.NOT_IMPLEMENTED and not own and first:
        result = by_builtin(a, op, a, b)
    if result is singletons.NOT_IMPLEMENTED and not others:
        result = by_builtin(b, op, a, b)
    return result


def by_sequence(op: int, a: Value, b: Value, either: bool) -> Value:
    """What `+` and `*` of sequences say; `b` may be the sequence of `a * b` if `either`."""
    if joins(op, a):
        return plainly(a, op, b) if op == Op.ADD else repeated(a, b)
    if op == Op.MUL and either and joins(op, b):
        return repeated(b, a)
    return singletons.NOT_IMPLEMENTED


def gives_way(value: Value) -> bool:
    """Whether `value *= other` is up to a sequence `other` after all: no class in Python, and no
    built-in container, leaves it to that."""
    if is_small(value):
        return True
    return not type_object.is_custom(value) and as_a(Obj, value).length() < 0


def changes(value: Value) -> bool:
    """Whether a sequence is one that `+=` and `*=` change."""
    kind = derived.native_of(type_object.type_of(value))
    return kind is list_methods.LIST_TYPE or kind is bytearray_object.BYTEARRAY_TYPE


def joins(op: int, value: Value) -> bool:
    """Whether a value is a sequence for `+` or `*`, whose class leaves it to the built-in type."""
    if family(value) != OTHERS:
        return False
    if op == Op.ADD:
        return special_method(value, op, False) is NULL
    return not overrides(value, op) and (
        slots.find(type_object.type_of(value), name("__rmul__")) is not NULL
    )


def overrides(value: Value, op: int) -> bool:
    """Whether the class of a value has the operator's method, or the reflected one, in Python."""
    if is_small(value) or not type_object.is_custom(value):
        return False
    return (
        special_method(value, op, False) is not NULL or special_method(value, op, True) is not NULL
    )


def special_method(value: Value, op: int, reflected: bool) -> Value:
    """The method that a class in Python has for an operator, or NULL."""
    if is_small(value) or not type_object.is_custom(value):
        return NULL
    titles = operators.REFLECTED if reflected else operators.FORWARD
    return special.find_method(as_a(Obj, value), titles[op - Op.ADD])


def by_methods(op: int, a: Value, b: Value, own: bool, others: bool) -> Value:
    """What the methods of the classes say."""
    kind = type_object.type_of(a)
    other = type_object.type_of(b)
    asks = others and kind is not other
    if own:
        if asks and type_object.is_subtype(other, kind):
            title = operators.REFLECTED[op - Op.ADD]
            if not same(type_object.lookup(kind, title), type_object.lookup(other, title)):
                asks = False
                result = by_method(b, op, a, True)
                if result is not singletons.NOT_IMPLEMENTED:
                    return result
        result = by_method(a, op, b, False)
        if result is not singletons.NOT_IMPLEMENTED:
            return result
    return by_method(b, op, a, True) if asks else singletons.NOT_IMPLEMENTED


def by_method(obj: Value, op: int, other: Value, reflected: bool) -> Value:
    """What one method of an object says: that of its class, or of the built-in type."""
    found = special_method(obj, op, reflected)
    if found is not NULL:
        return special.call_found1(as_a(Obj, obj), found, other)
    titles = operators.REFLECTED if reflected else operators.FORWARD
    if op == operators.DIVMOD:
        return by_builtin(obj, op, other, obj) if reflected else by_builtin(obj, op, obj, other)
    wrapper = slots.find(type_object.type_of(obj), titles[op - Op.ADD])
    if wrapper is NULL:
        return singletons.NOT_IMPLEMENTED
    return operations.call2(wrapper, obj, other)


def by_builtin(asked: Value, op: int, a: Value, b: Value) -> Value:
    """What the built-in type of one of the operands says."""
    kind = family(asked)
    left = family(a)
    right = family(b)
    if kind < SETS:
        if 0 < left <= kind and 0 < right <= kind:
            a = derived.undressed(a)
            b = derived.undressed(b)
            if op != operators.DIVMOD:
                return operations.find_binary(op, a, b)
            if kind < COMPLEX:
                return operations.divided(a, b)
    elif op not in (Op.ADD, Op.MUL, operators.DIVMOD) and (same(asked, a) or alike(a, b, kind)):
        return plainly(a, op, b)
    return singletons.NOT_IMPLEMENTED


def alike(a: Value, b: Value, kind: int) -> bool:
    """Whether the built-in type of `b` takes `a` for one of its own."""
    if family(a) != kind:
        return False
    own = derived.native_of(type_object.type_of(b))
    return kind == SETS or derived.native_of(type_object.type_of(a)) is own


def family(value: Value) -> int:
    """1, 2 and COMPLEX for numbers, each of which takes those before; SETS,
    OTHERS, and 0 for instances that derive from no built-in type."""
    kind = derived.native_of(type_object.type_of(value))
    if int_object.is_int(value):
        return 1
    if kind is None and type_object.is_custom(value):
        return 0
    if kind is float_object.FLOAT_TYPE:
        return 2
    if kind is complex_object.COMPLEX_TYPE:
        return COMPLEX
    if kind is set_object.SET_TYPE or kind is set_object.FROZENSET_TYPE:
        return SETS
    return OTHERS


def repeated(value: Value, times: Value) -> Value:
    """A sequence times an integer."""
    number = int_object.plain(times) if int_object.is_int(times) else special.index_of(times)
    if number is NULL:
        raise errors.type_error_with(
            message("can't multiply sequence by non-int of type '%t'"), times, NULL
        )
    return plainly(value, Op.MUL, number)


def plainly(value: Value, op: int, other: Value) -> Value:
    """`value op other` as the built-in type has it."""
    obj = as_a(Obj, value)
    return inherited(obj).binary(op, other) if derived.is_derived(obj) else obj.binary(op, other)
