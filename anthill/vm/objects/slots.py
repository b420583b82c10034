"""Dunder methods of built-in types as attributes: `int.__add__`, `[].__len__`, `super().__iter__`.

What a type can do is in the methods of its objects, not in its attributes; a wrapper here calls one
of them by its Python name, and all types share it. A table, made at build time from what CPython's
types have, tells which types have which. Of an object of a Python class a wrapper calls what the
class inherits from the built-in type.
"""

from __future__ import annotations

import builtins
import types
from enum import IntEnum
from typing import TYPE_CHECKING

from anthill.typed import (
    NULL,
    Array,
    Ptr,
    Value,
    array_of,
    as_a,
    copy_items,
    is_small,
    items_of,
    same,
    small,
    u8,
    u16,
)
from anthill.typed.extended import inherited
from anthill.vm import errors, modular, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import COMPLEX, LARGE, SETS, SHORT
from anthill.vm.interpreter import attributes, frames, operators
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import builtin, derived, derived_operators, instance, singletons, strings
from anthill.vm.objects import int as int_object
from anthill.vm.objects import module as module_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.complex import Complex
from anthill.vm.objects.float import Float
from anthill.vm.objects.method import BoundMethod
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import name

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.objects.type import Type
    from anthill.vm.writer import Writer


class Action(IntEnum):
    """What a wrapper does; its `op` says the rest."""

    BINARY = 0
    REFLECTED = 1
    COMPARE = 2
    UNARY = 3
    FUNCTION = 4
    INPLACE = 5
    LENGTH = 6
    GET_ITEM = 7
    SET_ITEM = 8
    DELETE_ITEM = 9
    CONTAINS = 10
    ITERATE = 11
    NEXT = 12
    GET = 13
    SET = 14
    DELETE = 15


class SlotWrapper(builtin.Builtin):
    """A dunder method of built-in types."""

    action: u8
    op: u8
    column: u8
    """The bit in the rows of SUPPORT."""

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<slot wrapper '"))
        out.write_text(builtin.title_of(self.title))
        out.write_message(message("'>"))

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        if self.action < Action.INPLACE:
            return calculated(self, args, count)
        if is_small(args[0]):
            raise errors.type_error_with(
                message("descriptor '%s' does not apply to a '%t' object"),
                builtin.title_of(self.title),
                args[0],
            )
        return done(self, as_a(Obj, args[0]), args, count)


def calculated(wrapper: SlotWrapper, args: Ptr[Value], count: int) -> Value:
    """What a wrapper gives that does not change its object."""
    value = derived.undressed(args[0])
    op = int(wrapper.op)
    if wrapper.action == Action.UNARY:
        return operations.unary(op, value)
    if wrapper.action == Action.FUNCTION:
        return call_function(builtin.constant_value(FUNCTIONS[op]), value, args + 1, count - 1)
    other = args[1]
    if LARGE and count == 3 and args[2] is not singletons.NONE:
        return power_modulo(wrapper, value, other, args[2])
    if is_small(value):
        if not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        other = int_object.plain(other)
        if wrapper.action == Action.COMPARE:
            return operations.compare(op, value, other)
        if wrapper.action == Action.BINARY:
            return operations.find_binary(op, value, other)
        return operations.find_binary(op, other, value)
    obj = as_a(Obj, value)
    if LARGE and op == Op.MUL and derived_operators.family(obj) == derived_operators.OTHERS:
        other = int_object.integer_value(other)
    if wrapper.action == Action.BINARY:
        result = obj.binary(op, other)
        if LARGE and op == Op.ADD and result is singletons.NOT_IMPLEMENTED:
            strings.refuse_operands(op, obj, other, False)
        if LARGE and op == Op.MOD and same(result, obj):
            return args[0]  # a pattern without items, whose class may be derived from str
        return result
    if wrapper.action == Action.REFLECTED:
        return obj.reflected(op, other)
    if not isinstance(obj, instance.Instance):
        return obj.compare(op, other)
    if op != Op.NE:
        return singletons.NOT_IMPLEMENTED
    equal = obj.compare(Op.EQ, other)
    if equal is singletons.NOT_IMPLEMENTED:
        return equal
    return bool_object.to_bool(not operations.truth(equal))


def power_modulo(wrapper: SlotWrapper, value: Value, other: Value, modulus: Value) -> Value:
    """What `__pow__` and `__rpow__` of numbers give with a modulus."""
    if isinstance(value, Float):
        raise errors.type_error(
            message("pow() 3rd argument not allowed unless all arguments are integers")
        )
    if isinstance(value, Complex):
        raise errors.value_error(message("complex modulo"))
    if not int_object.is_int(other) or not int_object.is_int(modulus):
        return singletons.NOT_IMPLEMENTED
    other = int_object.plain(other)
    if wrapper.action == Action.REFLECTED:
        value, other = other, value
    return modular.power_modulo(value, other, int_object.plain(modulus))


def call_function(called: Value, first: Value, args: Ptr[Value], count: int) -> Value:
    """Call a builtin with an object and the other arguments of a dunder method."""
    own = frames.push(1 + count)
    own[0] = first
    copy_items(own + 1, args, count)
    result = operations.call(called, own, 1 + count, None)
    frames.pop(own)
    return result


def done(wrapper: SlotWrapper, obj: Obj, args: Ptr[Value], count: int) -> Value:
    """What a wrapper gives that works on the object itself."""
    own = not type_object.is_custom(obj)
    match int(wrapper.action):
        case Action.INPLACE:
            op = int(wrapper.op)
            return obj.inplace(op, args[1]) if own else inherited(obj).inplace(op, args[1])
        case Action.LENGTH:
            return small(obj.length() if own else inherited(obj).length())
        case Action.GET_ITEM:
            return obj.get_item(args[1]) if own else inherited(obj).get_item(args[1])
        case Action.SET_ITEM:
            if own:
                obj.set_item(args[1], args[2])
            else:
                inherited(obj).set_item(args[1], args[2])
        case Action.DELETE_ITEM:
            if own:
                obj.delete_item(args[1])
            else:
                inherited(obj).delete_item(args[1])
        case Action.CONTAINS:
            found = obj.contains(args[1]) if own else inherited(obj).contains(args[1])
            if found < 0:
                iterator = obj.iterate() if own else inherited(obj).iterate()
                return bool_object.to_bool(operations.contains(iterator, args[1]))
            return bool_object.to_bool(found != 0)
        case Action.ITERATE:
            return obj.iterate() if own else inherited(obj).iterate()
        case Action.NEXT:
            item = obj.next_item() if own else inherited(obj).next_item()
            if item is NULL:
                raise errors.stop_iteration(NULL)
            return item
        case Action.GET:
            return bound(obj, args, count)
        case _:
            value = args[2] if wrapper.action == Action.SET else NULL
            attributes.set_data(args[1], obj, name("attribute"), value)
    return singletons.NONE


def bound(obj: Obj, args: Ptr[Value], count: int) -> Value:
    """`obj.__get__(owner, kind)` of a built-in descriptor."""
    if LARGE and isinstance(obj, BoundMethod):
        return obj
    if LARGE and args[1] is singletons.NONE and (count < 3 or args[2] is singletons.NONE):
        raise errors.type_error(message("__get__(None, None) is invalid"))
    owner = NULL if args[1] is singletons.NONE else args[1]
    kind = type_object.type_of(args[1])
    if count > 2:
        given = args[2]
        if isinstance(given, type_object.Type):
            kind = given
    return attributes.bind_builtin(obj, owner, kind)


# Which types have which.


def find(kind: Type, title: Str) -> Value:
    """The wrapper for a method that the first built-in type in the MRO of a class has, or NULL."""
    data = items_of(title.data)
    if len(title.data) < 5 or data[0] != ord("_") or data[1] != ord("_"):
        return NULL
    if title is name("__class__") or title is name("__dict__"):
        return NULL
    number = 0
    while number < len(WRAPPERS) and builtin.title_of(wrapper(number).title) is not title:
        number += 1
    if number == len(WRAPPERS):
        return NULL
    found = wrapper(number)
    column = int(found.column)
    for index in range(type_object.mro_length(kind)):
        row = row_of(type_object.mro_entry(kind, index))
        if row >= 0 and SUPPORT[row + (column >> 3)] >> (column & 7) & 1:
            return CALL_WRAPPER if number == 0 else found
    return NULL


def wrapper(number: int) -> SlotWrapper:
    """A wrapper by its number."""
    return as_a(SlotWrapper, builtin.constant_value(WRAPPERS[number]))


def row_of(kind: Type) -> int:
    """Where the row of a built-in type begins in SUPPORT, -1 without."""
    for owner in range(len(OWNERS)):
        if same(builtin.constant_value(OWNERS[owner]), kind):
            return int(PLACES[owner])
    return -1


# What follows is made at build time.


def _wrapper(title: str, action: int, op: int, least: int, most: int) -> SlotWrapper:
    made: SlotWrapper = type_object.host_object(SlotWrapper, action=action, op=op, column=0)
    builtin.fill_builtin(made, title, None, least, most)
    made.title = builtin.host_constant(name(title))
    return made


def _wrappers() -> list[SlotWrapper]:
    made = [_wrapper("__call__", Action.GET, 0, 1, builtin.ANY_NUMBER)]
    for index in range(operators.BINARY):
        word = bytes(operators.FORWARD[index].data).decode()[2:-2]
        op = Op.ADD + index
        most = 3 if word == "pow" else 2
        made.append(_wrapper(f"__{word}__", Action.BINARY, op, 2, most))
        made.append(_wrapper(f"__r{word}__", Action.REFLECTED, op, 2, most))
        made.append(_wrapper(f"__i{word}__", Action.INPLACE, op, 2, 2))
    for index, word in enumerate("lt le eq ne gt ge".split()):
        made.append(_wrapper(f"__{word}__", Action.COMPARE, Op.LT + index, 2, 2))
    for word, op in (("neg", Op.NEG), ("pos", Op.POS), ("invert", Op.INVERT)):
        made.append(_wrapper(f"__{word}__", Action.UNARY, op, 1, 1))
    for index, entry in enumerate(_FUNCTION_WORDS.split()):
        title = f"__{entry.split(':')[0]}__"
        made.append(_wrapper(title, Action.FUNCTION, index, 1, 2))
    for word, action, count in (
        ("len", Action.LENGTH, 1),
        ("getitem", Action.GET_ITEM, 2),
        ("setitem", Action.SET_ITEM, 3),
        ("delitem", Action.DELETE_ITEM, 2),
        ("contains", Action.CONTAINS, 2),
        ("iter", Action.ITERATE, 1),
        ("next", Action.NEXT, 1),
        ("get", Action.GET, 2),
        ("set", Action.SET, 3),
        ("delete", Action.DELETE, 2),
    ):
        most = 3 if word == "get" else count
        made.append(_wrapper(f"__{word}__", action, 0, count, most))
    return made


_FUNCTION_WORDS = (
    "repr:repr str:str hash:hash bool:bool int:int float:float index:int format:format abs:abs "
    "reversed:reversed divmod:divmod round:round trunc:int bytes:bytes"
)
"""Dunder methods and the builtins that do the same."""


def _call(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`__call__`."""
    return operations.call(args[0], args + 1, count - 1, names)


def _host_types() -> dict[str, type]:
    """CPython's types by name."""
    found = [kind for kind in vars(types).values() if isinstance(kind, type)]
    found += [kind for kind in vars(builtins).values() if isinstance(kind, type)]
    for made in (iter([]), iter(()), iter(""), iter(range(0)), iter({}), iter({}.values())):
        found.append(type(made))
    found += [type({}.keys()), type({}.values()), type({}.items())]
    found += [type(iter({}.items())), type(iter(set())), type(reversed([])), type(iter(int, 0))]
    return {kind.__name__: kind for kind in found}


def _supports(kind: type, title: str) -> bool:
    """Whether a type of CPython has a dunder method of its own."""
    if kind is slice and title == "__hash__":
        return True  # since 3.12
    if kind is types.MethodType and title == "__get__":
        return LARGE  # since 3.13
    if kind is types.BuiltinFunctionType and title == "__get__":
        return LARGE  # of methods: functions hide it
    return any(
        title in entry.__dict__ and entry.__dict__[title] is not None
        for entry in kind.__mro__
        if kind is object or entry is not object
    )


def fill_tables() -> None:
    """Make the table, when all builtins and types are there."""
    host = _host_types()
    made = _wrappers()
    WRAPPERS.storage[:] = map(builtin.host_constant, made)
    TITLES[:] = [builtin.host_text(entry.title) for entry in made]
    for entry in _FUNCTION_WORDS.split():
        title = name(entry.split(":")[1])
        found = module_object.BUILTINS.attributes.find_name(title)
        FUNCTIONS.storage.append(builtin.host_constant(found))
    kinds = [type_object.OBJECT_TYPE, int_object.INT_TYPE, *type_object.TYPES.entries.values()]
    _made[:] = made
    for kind in dict.fromkeys(kinds):
        host_type = host.get(builtin.host_text(kind.title))
        if host_type is not None and host_type not in ABSENT:
            add_type(kind, host_type)


def add_type(kind: Type, host_type: type) -> None:
    """Give a built-in type the dunder methods that one of CPython's types has."""
    row = [
        _supports(host_type, title) and kind.attributes.find_name(name(title)) is NULL
        for title in TITLES
    ]
    if host_type.__dict__.get("__hash__", True) is None and host_type is not slice:
        type_object.host_space(kind).store(name("__hash__"), singletons.NONE)
    OWNERS.storage.append(builtin.host_constant(kind))
    _owned.append(row)
    _pack(_made, _owned)


_made: list[SlotWrapper] = []
_owned: list[list[bool]] = []


def _pack(made: list[SlotWrapper], owned: list[list[bool]]) -> None:
    """Fill the tables: equal rows and equal columns are there once."""
    columns = list(zip(*owned, strict=True))
    distinct = list(dict.fromkeys(columns))
    for entry, column in zip(made, columns, strict=True):
        entry.column = u8(distinct.index(column))
    masks = [sum(bit << n for n, bit in enumerate(row)) for row in zip(*distinct, strict=True)]
    rows = list(dict.fromkeys(masks))
    size = len(distinct) + 7 >> 3
    PLACES.storage[:] = [rows.index(mask) * size for mask in masks]
    SUPPORT.storage[:] = b"".join(row.to_bytes(size, "little") for row in rows)


ABSENT: list[type] = [] if COMPLEX else [complex]
"""Types without objects on this board."""
if not SETS:
    ABSENT += [set, frozenset]
if not LARGE:
    ABSENT += [types.GenericAlias, types.UnionType]
TITLES: list[str] = []
WRAPPERS: Array[builtin.Constant] = array_of(builtin.Constant, 0)
FUNCTIONS: Array[builtin.Constant] = array_of(builtin.Constant, 0)
OWNERS: Array[builtin.Constant] = array_of(builtin.Constant, 0)
PLACES: Array[u8 if SHORT else u16] = array_of(u8 if SHORT else u16, 0)  # type: ignore[valid-type]
SUPPORT: Array[u8] = array_of(u8, 0)
"""Rows of bits; PLACES says where that of an owner begins, `column` which bit is a wrapper's."""
CALL_WRAPPER: builtin.Builtin = builtin.make_builtin(
    _call, "__call__", type_object.OBJECT_TYPE, raw=True, least=1
)
