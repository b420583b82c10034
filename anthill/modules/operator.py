"""The module `operator`: the operators as functions, from a table, and the getters.

A getter is a builtin made at run time, so that it is called, and counts as callable, like one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.modules import builtins  # noqa: F401
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, items_of, same, small, u8
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.interpreter import binding, operators
from anthill.vm.messages import message
from anthill.vm.objects import exception, sequence, singletons, strings
from anthill.vm.objects import int as int_object
from anthill.vm.objects.bool import to_bool
from anthill.vm.objects.builtin import (
    ANY_NUMBER,
    ONE_ARGUMENT,
    Builtin,
    constructor,
    fill_builtin,
    function,
    short_title,
)
from anthill.vm.objects.module import BUILTINS, builtin_module, space_of
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, intern, name, substring
from anthill.vm.objects.tuple import Tuple, new_tuple
from anthill.vm.objects.type import Type, builtin_type, host_object, when_ready

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

OPERATOR = builtin_module("operator")


class Operation(Builtin):
    """An operator as a function of one or two operands."""

    op: u8

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        op = int(self.op)
        if count == 1:
            return operations.unary(op, args[0])
        if Op.LT <= op <= Op.GE:
            return operations.compare(op, args[0], args[1])
        if Op.INPLACE_ADD <= op <= Op.INPLACE_MATMUL:
            return operations.inplace(op - operators.TO_PLAIN, args[0], args[1])
        return operations.binary(op, args[0], args[1])


_WORDS = {
    "add": Op.ADD,
    "sub": Op.SUB,
    "mul": Op.MUL,
    "floordiv": Op.FLOOR_DIV,
    "mod": Op.MOD,
    "lshift": Op.LSHIFT,
    "rshift": Op.RSHIFT,
    "and_": Op.AND,
    "or_": Op.OR,
    "xor": Op.XOR,
    "truediv": Op.TRUE_DIV,
    "pow": Op.POW,
    "matmul": Op.MATMUL,
}
_UNARY = {"neg": Op.NEG, "pos": Op.POS, "inv": Op.INVERT, "invert": Op.INVERT}
_ORDER = {"lt": Op.LT, "le": Op.LE, "eq": Op.EQ, "ne": Op.NE, "gt": Op.GT, "ge": Op.GE}


def _define(title: str, op: int, operands: int) -> None:
    made = host_object(Operation, op=op)
    fill_builtin(made, title, None, operands, operands)
    OPERATOR.define(title, made)
    if LARGE:
        OPERATOR.define(f"__{title.strip('_')}__", made)


for _title, _op in _WORDS.items():
    _define(_title, _op, 2)
    _define(f"i{_title.strip('_')}", _op + operators.TO_PLAIN, 2)
for _title, _op in _UNARY.items():
    _define(_title, _op, 1)
for _title, _op in _ORDER.items():
    _define(_title, _op, 2)
OPERATOR.define("abs", BUILTINS.attributes.find_name(name("abs")))


@function(OPERATOR, "not_")
def operator_not(value: Value) -> Value:
    """`not value`."""
    return to_bool(not operations.truth(value))


@function(OPERATOR, "truth")
def operator_truth(value: Value) -> Value:
    """`bool(value)`."""
    return to_bool(operations.truth(value))


@function(OPERATOR, "is_")
def operator_is(a: Value, b: Value) -> Value:
    """`a is b`."""
    return to_bool(same(a, b))


@function(OPERATOR, "is_not")
def operator_is_not(a: Value, b: Value) -> Value:
    """`a is not b`."""
    return to_bool(not same(a, b))


@function(OPERATOR, "index")
def operator_index(value: Value) -> Value:
    """`value.__index__()`."""
    return int_object.integer_value(value)


@function(OPERATOR, "concat")
def operator_concat(a: Value, b: Value) -> Value:
    """`a + b` of sequences."""
    check_sequence(a)
    return operations.binary(Op.ADD, a, b)


@function(OPERATOR, "iconcat")
def operator_iconcat(a: Value, b: Value) -> Value:
    """`a += b` of sequences."""
    check_sequence(a)
    return operations.inplace(Op.ADD, a, b)


def check_sequence(value: Value) -> None:
    """TypeError for what can have no items."""
    if operations.find_attribute(value, name("__getitem__")) is NULL and (
        int_object.is_int(value) or value is NONE
    ):
        raise errors.type_error_with(message("'%t' object can't be concatenated"), value, NULL)


@function(OPERATOR, "contains")
def operator_contains(container: Value, item: Value) -> Value:
    """`item in container`."""
    return to_bool(operations.contains(container, item))


@function(OPERATOR, "countOf")
def operator_count_of(iterable: Value, item: Value) -> Value:
    """How many items are equal to one."""
    iterator = operations.iterate(iterable)
    count = 0
    while True:
        found = operations.next_item(iterator)
        if found is NULL:
            return small(count)
        count += int(operations.equal(found, item))


@function(OPERATOR, "indexOf")
def operator_index_of(iterable: Value, item: Value) -> Value:
    """The index of an item; ValueError if it is missing."""
    index = sequence.find_by_iteration(iterable, item)
    if index < 0:
        raise errors.value_error(message("sequence.index(x): x not in sequence"))
    return small(index)


@function(OPERATOR, "getitem")
def operator_getitem(container: Value, key: Value) -> Value:
    """`container[key]`."""
    return operations.get_item(container, key)


@function(OPERATOR, "setitem")
def operator_setitem(container: Value, key: Value, value: Value) -> Value:
    """`container[key] = value`."""
    operations.set_item(container, key, value)
    return NONE


@function(OPERATOR, "delitem")
def operator_delitem(container: Value, key: Value) -> Value:
    """`del container[key]`."""
    operations.delete_item(container, key)
    return NONE


@function(OPERATOR, "length_hint", required=1)
def operator_length_hint(value: Value, default: Value) -> Value:
    """`length_hint(object, default=0)`: the length, or what the object expects it to be."""
    if default is not NULL and not int_object.is_int(default):
        raise errors.type_error_with(
            message("'%t' object cannot be interpreted as an integer"), default, NULL
        )
    if operations.find_attribute(value, name("__len__")) is not NULL:
        return small(operations.length(value))
    hint = operations.find_attribute(value, name("__length_hint__"))
    result: Value = singletons.NOT_IMPLEMENTED
    if hint is not NULL:
        try:
            result = operations.call0(hint)
        except PyError as error:
            if not exception.is_kind(error.value, exception.TYPE_ERROR):
                raise
    if result is singletons.NOT_IMPLEMENTED:
        return small(0) if default is NULL else default
    if not int_object.is_int(result):
        raise errors.type_error_with(
            message("__length_hint__ must be an integer, not %t"), result, NULL
        )
    if operations.less(result, small(0)):
        raise errors.value_error(message("__length_hint__() should return >= 0"))
    return result


class Caller(Builtin):
    """`call(function, ...)`, which takes any keywords."""

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        if count == 0:
            raise errors.type_error(message("call expected at least 1 argument, got 0"))
        return operations.call(args[0], args + 1, count - 1, names)


# Getters.


class ItemGetter(Builtin):
    """`itemgetter(*keys)`."""

    keys: Tuple

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        keys = self.keys
        if len(keys.items) == 1:
            return operations.get_item(args[0], keys.items[0])
        result = exception.alloc_tuple(len(keys.items))
        for index in range(len(keys.items)):
            result.items[index] = operations.get_item(args[0], keys.items[index])
        return result

    def write_repr(self, out: Writer) -> None:
        write_call(message("operator.itemgetter("), self.keys, out)


class AttributeGetter(Builtin):
    """`attrgetter(*names)`."""

    names: Tuple

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        names = self.names
        if len(names.items) == 1:
            return attribute_at(args[0], names.items[0])
        result = exception.alloc_tuple(len(names.items))
        for index in range(len(names.items)):
            result.items[index] = attribute_at(args[0], names.items[index])
        return result

    def write_repr(self, out: Writer) -> None:
        write_call(message("operator.attrgetter("), self.names, out)


class MethodCaller(Builtin):
    """`methodcaller(name, *args, **keywords)`: the arguments, and the names of the last ones."""

    args: Tuple
    names: Tuple | None

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        title = self.args.items[0]
        assert isinstance(title, Str)
        called = operations.get_attribute(args[0], title)
        given = len(self.args.items) - 1 - binding.name_count(self.names)
        return operations.call(called, items_of(self.args.items, 1), given, self.names)

    def write_repr(self, out: Writer) -> None:
        write_call(message("operator.methodcaller("), self.args, out)


def write_call(prefix: int, args: Tuple, out: Writer) -> None:
    """Write a call."""
    out.write_message(prefix)
    sequence.write_items(items_of(args.items), len(args.items), out)
    out.write_char(ord(")"))


def attribute_at(value: Value, path: Value) -> Value:
    """The attribute that names between dots lead to."""
    assert isinstance(path, Str)
    start = 0
    while True:
        size = strings.find_byte(items_of(path.data, start), len(path.data) - start, ord("."))
        if size < 0:
            last = intern(substring(path, start, len(path.data)))
            return operations.get_attribute(value, last)
        value = operations.get_attribute(value, intern(substring(path, start, start + size)))
        start += size + 1


ITEM_GETTER_TYPE: Type = builtin_type("operator.itemgetter", ItemGetter)
ATTRIBUTE_GETTER_TYPE: Type = builtin_type("operator.attrgetter", AttributeGetter)
METHOD_CALLER_TYPE: Type = builtin_type("operator.methodcaller", MethodCaller)
for _kind, _title in (
    (ITEM_GETTER_TYPE, "itemgetter"),
    (ATTRIBUTE_GETTER_TYPE, "attrgetter"),
    (METHOD_CALLER_TYPE, "methodcaller"),
):
    OPERATOR.define(_title, _kind)


@constructor(ITEM_GETTER_TYPE, variadic=True, least=1)
def make_item_getter(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`itemgetter(*keys)`."""
    return ItemGetter(short_title(name("itemgetter")), ONE_ARGUMENT, new_tuple(args, count))


@constructor(ATTRIBUTE_GETTER_TYPE, variadic=True, least=1)
def make_attribute_getter(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`attrgetter(*names)`."""
    for index in range(count):
        if not isinstance(args[index], Str):
            raise errors.type_error(message("attribute name must be a string"))
    return AttributeGetter(short_title(name("attrgetter")), ONE_ARGUMENT, new_tuple(args, count))


class MethodCallerMaker(Builtin):
    """`methodcaller(...)`, which takes any keywords."""

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        title = args[0] if count > 0 else NULL
        if not isinstance(title, Str):
            raise errors.type_error(message("method name must be a string"))
        kept = new_tuple(args, count + binding.name_count(names))
        kept.items[0] = intern(title)
        return MethodCaller(short_title(name("methodcaller")), ONE_ARGUMENT, kept, names)


def _define_method_caller() -> None:
    made = host_object(MethodCallerMaker)
    fill_builtin(made, "methodcaller", None, 1, ANY_NUMBER)
    METHOD_CALLER_TYPE.constructor = made
    caller = host_object(Caller)
    fill_builtin(caller, "call", None, 1, ANY_NUMBER)
    space_of(OPERATOR).store(name("call"), caller)


when_ready(_define_method_caller)
