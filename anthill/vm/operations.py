"""What can be done with any Value: the one place that tells small integers from objects.

Operators follow Python's protocol: the left operand is asked, then the right one. All functions
raise what Python raises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Ptr, Value, as_a, is_small, same, small_int
from anthill.typed.extended import is_exactly
from anthill.vm import writer
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import singletons
from anthill.vm.objects import str as str_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer


# Text.


def write_repr(value: Value, out: Writer) -> None:
    """Write `repr(value)`."""
    if is_small(value):
        out.write_int(small_int(value))
    else:
        as_a(Obj, value).write_repr(out)


def write_str(value: Value, out: Writer) -> None:
    """Write `str(value)`."""
    if is_small(value):
        out.write_int(small_int(value))
    else:
        as_a(Obj, value).write_str(out)


def repr_text(value: Value) -> Str:
    """`repr(value)`."""
    out = writer.string_writer()
    write_repr(value, out)
    return out.finish()


def str_text(value: Value) -> Str:
    """`str(value)`."""
    if is_exactly(value, str_object.Str):
        return value
    if is_small(value):
        return writer.int_text(small_int(value))
    out = writer.string_writer()
    write_str(value, out)
    return out.finish()


def type_name(value: Value) -> Str:
    """The name of the type of a Value."""
    return type_object.name_of(type_object.type_of(value))


# Truth, hash, comparison.


def truth(value: Value) -> bool:
    """`bool(value)`."""
    if is_small(value):
        return small_int(value) != 0
    return as_a(Obj, value).truth()


def hash_code(value: Value) -> int:
    """`hash(value)` as a machine word."""
    if is_small(value):
        return int_object.word_hash(small_int(value))
    return as_a(Obj, value).hash_code()


def compare(op: int, a: Value, b: Value) -> Value:
    """`a op b` for Op.LT ... Op.GE."""
    return compared(op, a, b, find_compare(op, a, b))


def after_compare(op: int, a: Value, b: Value) -> Value:
    """`a op b`, when a's own method, of a Python class, does not know."""
    result: Value = singletons.NOT_IMPLEMENTED
    if not is_small(b):
        result = as_a(Obj, b).compare(int(operators.SWAPPED[op - Op.LT]), a)
    return compared(op, a, b, result)


def compared(op: int, a: Value, b: Value, result: Value) -> Value:
    """The result of a comparison for which methods gave `result`."""
    if result is singletons.NOT_IMPLEMENTED:
        if op != Op.EQ and op != Op.NE:
            raise errors.bad_operands(op, a, b)
        return bool_object.to_bool(same(a, b) == (op == Op.EQ))
    return result


def find_compare(op: int, a: Value, b: Value) -> Value:
    """`a op b` for Op.LT ... Op.GE, or NOT_IMPLEMENTED."""
    result: Value = singletons.NOT_IMPLEMENTED
    swapped = int(operators.SWAPPED[op - Op.LT])
    first = type_object.is_custom(b) and goes_first(a, b)
    if first:
        result = as_a(Obj, b).compare(swapped, a)
    if result is singletons.NOT_IMPLEMENTED:
        if not is_small(a):
            result = as_a(Obj, a).compare(op, b)
        elif is_small(b):
            return int_object.int_compare(op, small_int(a), small_int(b))
    if result is singletons.NOT_IMPLEMENTED and not is_small(b) and not first:
        result = as_a(Obj, b).compare(swapped, a)
    if result is singletons.NOT_IMPLEMENTED and (is_small(a) or is_small(b)):
        x = int_object.unboxed(a)
        y = int_object.unboxed(b)
        if is_small(x) and is_small(y):
            return int_object.int_compare(op, small_int(x), small_int(y))
    return result


def holds(op: int, a: Value, b: Value) -> bool:
    """`bool(a op b)` for Op.LT ... Op.GE."""
    return truth(compare(op, a, b))


def equal(a: Value, b: Value) -> bool:
    """`a is b or a == b`: how containers compare."""
    return same(a, b) or truth(compare(Op.EQ, a, b))


def less(a: Value, b: Value) -> bool:
    """`a < b`."""
    return truth(compare(Op.LT, a, b))


# Arithmetic.


def find_binary(op: int, a: Value, b: Value) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL, or NOT_IMPLEMENTED."""
    if is_small(a) and is_small(b):
        return int_object.int_binary(op, small_int(a), small_int(b))
    if LARGE and (derived.is_derived(a) or derived.is_derived(b)):
        return derived_operators.find_binary(op, a, b)
    if is_small(a):
        return small_binary(op, a, b)
    first: Value = NULL
    if type_object.is_custom(b):
        first = asked_first(op, a, b)
        if first is not NULL and first is not singletons.NOT_IMPLEMENTED:
            return first
    result = as_a(Obj, a).binary(op, b)
    if result is singletons.NOT_IMPLEMENTED:
        return asked_last(op, a, b, first is NULL)
    return result


def small_binary(op: int, a: Value, b: Value) -> Value:
    """As `find_binary` for a small integer and an object."""
    found = as_a(Obj, b).reflected(op, a)
    if found is singletons.NOT_IMPLEMENTED and type_object.is_custom(b) and int_object.is_int(b):
        return find_binary(op, a, int_object.plain(b))
    return found


def asked_first(op: int, a: Value, b: Value) -> Value:
    """What `b`, of a Python class, says if it is asked before `a`, else NULL; NOT_IMPLEMENTED also
    if it need not be asked at all."""
    kind = type_object.type_of(a)
    other = type_object.type_of(b)
    if kind is other:
        return singletons.NOT_IMPLEMENTED
    title = operators.REFLECTED[op - Op.ADD]
    if not goes_first(a, b) or (
        same(type_object.lookup(other, title), type_object.lookup(kind, title))
    ):
        return NULL
    return as_a(Obj, b).reflected(op, a)


def asked_last(op: int, a: Value, b: Value, ask: bool) -> Value:
    """What the right operand says, if it is to be asked, after the left one did not know."""
    result: Value = singletons.NOT_IMPLEMENTED
    if ask and not is_small(b):
        result = as_a(Obj, b).reflected(op, a)
    if result is singletons.NOT_IMPLEMENTED and op == Op.MUL:
        result = repeat(a, b)
    return result


def divided(a: Value, b: Value) -> Value:
    """`divmod(a, b)` of integers and floats."""
    if not truth(b) and not (int_object.is_int(a) and int_object.is_int(b)):
        raise errors.zero_division_error(message("float divmod()"))
    whole = binary(Op.FLOOR_DIV, a, b)
    rest = binary(Op.MOD, a, b)
    return tuple_object.pair(whole, rest)


def after_forward(op: int, a: Value, b: Value) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL, when a's own method, of a Python class, does not know."""
    result = asked_last(op, a, b, type_object.type_of(a) is not type_object.type_of(b))
    if result is singletons.NOT_IMPLEMENTED:
        raise errors.bad_operands(op, a, b)
    return result


def after_inplace(op: int, a: Value, b: Value) -> Value:
    """`a op= b`, when the first method that was asked does not know: it was that of `op=` if there
    is one."""
    result: Value = singletons.NOT_IMPLEMENTED
    own = special.find_method(as_a(Obj, a), operators.INPLACE[op - Op.ADD])
    if LARGE and own is not NULL and derived.is_derived(b):
        result = derived_operators.after_inplace(op, a, b)
    elif own is not NULL:
        result = find_binary(op, a, b)
    elif not is_small(b) and type_object.type_of(a) is not type_object.type_of(b):
        result = as_a(Obj, b).reflected(op, a)
    if result is singletons.NOT_IMPLEMENTED:
        raise errors.bad_operands(op + operators.TO_PLAIN, a, b)
    return result


def goes_first(a: Value, b: Value) -> bool:
    """Whether the right operand, of a Python class, is asked first: the class derives from the
    left operand's."""
    kind = type_object.type_of(a)
    other = type_object.type_of(b)
    return kind is not other and type_object.is_subtype(other, kind)


def binary(op: int, a: Value, b: Value) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL."""
    result = find_binary(op, a, b)
    if result is singletons.NOT_IMPLEMENTED:
        raise errors.bad_operands(op, a, b)
    return result


def repeat(a: Value, b: Value) -> Value:
    """A sequence times an instance that has `__index__`, or NOT_IMPLEMENTED."""
    if type_object.is_custom(a):
        a, b = b, a
    times = special.index_of(b)
    if times is NULL or is_small(a) or as_a(Obj, a).length() < 0:
        return singletons.NOT_IMPLEMENTED
    return as_a(Obj, a).binary(Op.MUL, times)


def inplace(op: int, a: Value, b: Value) -> Value:
    """`a op= b` for Op.ADD ... Op.MATMUL; the result is what `a` becomes."""
    result: Value = singletons.NOT_IMPLEMENTED
    if LARGE and (derived.is_derived(a) or derived.is_derived(b)):
        result = derived_operators.inplace(op, a, b)
        if result is singletons.NOT_IMPLEMENTED:
            raise errors.bad_operands(op + operators.TO_PLAIN, a, b)
        return result
    concatenates = op == Op.ADD or op == Op.MUL
    asked = False
    if LARGE and concatenates and isinstance(a, list_object.List) and type_object.is_custom(b):
        title = operators.REFLECTED[op - Op.ADD]
        if special.find_method(as_a(Obj, b), title) is not NULL:
            result = find_binary(op, a, b)
            asked = True
    if result is singletons.NOT_IMPLEMENTED and not is_small(a):
        result = as_a(Obj, a).inplace(op, b)
    if result is singletons.NOT_IMPLEMENTED and not asked:
        result = find_binary(op, a, b)
    if result is singletons.NOT_IMPLEMENTED:
        raise errors.bad_operands(op + operators.TO_PLAIN, a, b)
    return result


def unary(op: int, a: Value) -> Value:
    """Op.NEG, Op.POS or Op.INVERT."""
    if is_small(a):
        return int_object.int_unary(op, small_int(a))
    result = as_a(Obj, a).unary(op)
    if result is singletons.NOT_IMPLEMENTED:
        raise errors.bad_operand(op, a)
    return result


# Containers.


def length(value: Value) -> int:
    """`len(value)`."""
    result = -1 if is_small(value) else as_a(Obj, value).length()
    if result < 0:
        raise errors.no_length(value)
    return result


def get_item(value: Value, key: Value) -> Value:
    """`value[key]`."""
    if is_small(value):
        raise errors.not_subscriptable(value)
    return as_a(Obj, value).get_item(key)


def set_item(value: Value, key: Value, item: Value) -> None:
    """`value[key] = item`."""
    if is_small(value):
        raise errors.no_item_assignment(value)
    as_a(Obj, value).set_item(key, item)


def delete_item(value: Value, key: Value) -> None:
    """`del value[key]`."""
    if is_small(value):
        raise errors.no_item_deletion(value)
    as_a(Obj, value).delete_item(key)


def contains(container: Value, item: Value) -> bool:
    """`item in container`."""
    if is_small(container):
        raise errors.not_container(container)
    found = as_a(Obj, container).contains(item)
    if found >= 0:
        return found != 0
    if not is_iterable(container):
        raise errors.not_container(container)
    iterator = iterate(container)
    while True:
        entry = next_item(iterator)
        if entry is NULL:
            return False
        if equal(entry, item):
            return True


def is_iterable(value: Value) -> bool:
    """Whether `iterate` has an answer."""
    if is_small(value):
        return False
    try:
        as_a(Obj, value).iterate()
    except PyError as error:
        if not exception.is_kind(error.value, exception.TYPE_ERROR):
            raise
        return False
    return True


def iterate(value: Value) -> Value:
    """`iter(value)`."""
    if is_small(value):
        raise errors.not_iterable(value)
    return as_a(Obj, value).iterate()


def next_item(iterator: Value) -> Value:
    """The next item, NULL at the end; StopIteration of a Python class is such an end."""
    if is_small(iterator):
        raise errors.not_iterator(iterator)
    return as_a(Obj, iterator).next_item()


# Attributes. Names are interned strings.


def find_attribute(value: Value, name: Str) -> Value:
    """`value.name`, NULL where there is none."""
    if is_small(value):
        return attributes.bound_attribute(value, name)
    return as_a(Obj, value).get_attribute(name)


def get_attribute(value: Value, name: Str) -> Value:
    """`value.name`."""
    found = find_attribute(value, name)
    if found is NULL:
        raise errors.no_attribute(value, name)
    return found


def set_attribute(value: Value, name: Str, item: Value) -> None:
    """`value.name = item`; deletion when `item` is NULL."""
    if is_small(value) or not as_a(Obj, value).set_attribute(name, item):
        raise errors.cannot_set(value, name, item)


# Calls.


def call(called: Value, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """Call with `count` positional arguments followed by one Value per name."""
    if is_small(called):
        raise errors.not_callable(called)
    return as_a(Obj, called).call(args, count, names)


def call0(called: Value) -> Value:
    """`called()`."""
    return call(called, vm.regs, 0, None)


def call1(called: Value, a: Value) -> Value:
    """`called(a)`."""
    args = frames.push(1)
    args[0] = a
    result = call(called, args, 1, None)
    frames.pop(args)
    return result


def call2(called: Value, a: Value, b: Value) -> Value:
    """`called(a, b)`."""
    args = frames.push(2)
    args[0] = a
    args[1] = b
    result = call(called, args, 2, None)
    frames.pop(args)
    return result


def call3(called: Value, a: Value, b: Value, c: Value) -> Value:
    """`called(a, b, c)`."""
    args = frames.push(3)
    args[0] = a
    args[1] = b
    args[2] = c
    result = call(called, args, 3, None)
    frames.pop(args)
    return result


# Modules of an import cycle: only functions use their names.
from anthill.runtime.errors import PyError  # noqa: E402
from anthill.vm import errors  # noqa: E402
from anthill.vm.interpreter import attributes, frames, operators, special  # noqa: E402
from anthill.vm.interpreter.state import vm  # noqa: E402
from anthill.vm.objects import derived, derived_operators, exception  # noqa: E402
from anthill.vm.objects import list as list_object  # noqa: E402
from anthill.vm.objects import tuple as tuple_object  # noqa: E402
