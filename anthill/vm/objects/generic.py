"""What annotations are made of: parameterised types, `list[int]`, unions, `int | None`, type
parameters and what `type X = ...` makes.

Bounds and values of aliases are functions until they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Ptr, Value, as_a, items_of, same
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import attributes, run
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import exception, singletons
from anthill.vm.objects import list as list_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import class_method, constructor, getter, method
from anthill.vm.objects.coroutine import ASYNC_GENERATOR_TYPE
from anthill.vm.objects.dict_methods import DICT_TYPE
from anthill.vm.objects.iterator_methods import ENUMERATE_TYPE
from anthill.vm.objects.list_methods import LIST_TYPE
from anthill.vm.objects.mapping_proxy import MAPPING_PROXY_TYPE
from anthill.vm.objects.object import Obj
from anthill.vm.objects.set import FROZENSET_TYPE, SET_TYPE
from anthill.vm.objects.str import name
from anthill.vm.objects.tuple_methods import TUPLE_TYPE
from anthill.vm.objects.type import Type, builtin_type

if TYPE_CHECKING:
    from anthill.vm.objects.function import Function
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer


class Alias(Obj):
    """`origin[args]`."""

    origin: Value
    args: Tuple
    starred: bool = False
    """It is `*origin[args]`."""

    def write_repr(self, out: Writer) -> None:
        if self.starred:
            out.write_char(ord("*"))
        write_part(self.origin, out)
        out.write_char(ord("["))
        args = self.args
        for index in range(len(args.items)):
            if index:
                out.write_message(message(", "))
            write_part(args.items[index], out)
        if len(args.items) == 0:
            out.write_message(message("()"))
        out.write_char(ord("]"))

    def hash_code(self) -> int:
        return operations.hash_code(self.origin) ^ operations.hash_code(self.args)

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Alias) or not (op == Op.EQ or op == Op.NE):
            return singletons.NOT_IMPLEMENTED
        equal = (
            operations.equal(self.origin, other.origin)
            and operations.equal(self.args, other.args)
            and self.starred == other.starred
        )
        return bool_object.to_bool(equal == (op == Op.EQ))

    def binary(self, op: int, other: Value) -> Value:
        return union_of(op, self, other)

    def reflected(self, op: int, other: Value) -> Value:
        return union_of(op, other, self)

    def get_item(self, key: Value) -> Value:
        return Alias(self.origin, substituted(self.args, parameters_of(self.args), key, self))

    def iterate(self) -> Value:
        items = list_object.new_list(1)
        items.append(Alias(self.origin, self.args, True))
        return operations.iterate(items)

    def get_attribute(self, name: Str) -> Value:
        own = type_object.lookup(ALIAS_TYPE, name)
        if own is not NULL or name is str_object.name("__class__"):
            return errors.type_attribute(self, name)
        return operations.find_attribute(self.origin, name)

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        return operations.call(self.origin, args, count, names)


class Union(Obj):
    """`a | b`."""

    args: Tuple

    def write_repr(self, out: Writer) -> None:
        args = self.args
        for index in range(len(args.items)):
            if index:
                out.write_message(message(" | "))
            write_part(args.items[index], out)

    def hash_code(self) -> int:
        result = 0
        for index in range(len(self.args.items)):
            result ^= operations.hash_code(self.args.items[index])
        return result

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Union) or not (op == Op.EQ or op == Op.NE):
            return singletons.NOT_IMPLEMENTED
        equal = len(self.args.items) == len(other.args.items)
        for index in range(len(self.args.items)):
            equal = equal and operations.contains(other.args, self.args.items[index])
        return bool_object.to_bool(equal == (op == Op.EQ))

    def binary(self, op: int, other: Value) -> Value:
        return union_of(op, self, other)

    def reflected(self, op: int, other: Value) -> Value:
        return union_of(op, other, self)

    def get_item(self, key: Value) -> Value:
        args = substituted(self.args, parameters_of(self.args), key, self)
        result = args.items[0]
        for index in range(1, len(args.items)):
            result = operations.binary(Op.OR, result, args.items[index])
        return result


TYPE_VAR = 0
TYPE_VAR_TUPLE = 1
PARAM_SPEC = 2


class Parameter(Obj):
    """`T`, `*Ts` or `**P` in brackets behind the name of a function, class or alias."""

    name: Str
    kind: int
    """TYPE_VAR, TYPE_VAR_TUPLE or PARAM_SPEC."""
    bound: Value
    """A bound, a tuple of constraints, or a function that computes it; NULL if there is none."""
    is_lazy: bool = True
    """`bound` is such a function."""
    starred: bool = False

    def write_repr(self, out: Writer) -> None:
        if self.starred:
            out.write_char(ord("*"))
        out.write_text(self.name)

    def binary(self, op: int, other: Value) -> Value:
        return union_of(op, self, other)

    def reflected(self, op: int, other: Value) -> Value:
        return union_of(op, other, self)

    def iterate(self) -> Value:
        if self.kind != TYPE_VAR_TUPLE:
            raise errors.not_iterable(self)
        items = list_object.new_list(1)
        items.append(Parameter(self.name, self.kind, self.bound, self.is_lazy, True))
        return operations.iterate(items)


class TypeVar(Parameter):
    """`T` on the host, where each kind has a type of its own."""


class TypeVarTuple(Parameter):
    """`*Ts` on the host."""


class ParamSpec(Parameter):
    """`**P` on the host."""


class Deferred(Obj):
    """The bound of a parameter, or the value of an alias, in a class body: a function that reads
    the names of the class."""

    function: Function
    names: Value

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        return run.run_with_names(self.function, self.names)


class TypeAlias(Obj):
    """What `type name = value` makes."""

    name: Str
    value: Value
    parameters: Tuple
    home: Value
    """The module's name."""
    is_lazy: bool = True
    """`value` is a function that computes it."""

    def write_repr(self, out: Writer) -> None:
        out.write_text(self.name)

    def binary(self, op: int, other: Value) -> Value:
        return union_of(op, self, other)

    def reflected(self, op: int, other: Value) -> Value:
        return union_of(op, other, self)

    def get_item(self, key: Value) -> Value:
        if len(self.parameters.items) == 0:
            raise errors.type_error(message("Only generic type aliases are subscriptable"))
        return Alias(self, as_tuple(key))


ALIAS_TYPE: Type = builtin_type("types.GenericAlias", Alias)
UNION_TYPE: Type = builtin_type("types.UnionType", Union)
PARAMETER_TYPE: Type = builtin_type("TypeVar", Parameter)
if LARGE:
    builtin_type("typing.TypeVar", TypeVar, PARAMETER_TYPE)
    builtin_type("typing.TypeVarTuple", TypeVarTuple, PARAMETER_TYPE)
    builtin_type("typing.ParamSpec", ParamSpec, PARAMETER_TYPE)
TYPE_ALIAS_TYPE: Type = builtin_type("TypeAliasType", TypeAlias)


def write_part(value: Value, out: Writer) -> None:
    """Write a type as it stands in an annotation."""
    if value is singletons.NONE_TYPE:
        out.write_message(message("None"))
    elif value is singletons.ELLIPSIS:
        out.write_message(message("..."))
    elif isinstance(value, Type):
        type_object.write_full_name(value, out)
    elif isinstance(value, list_object.List):
        out.write_char(ord("["))
        for index in range(value.count):
            if index:
                out.write_message(message(", "))
            write_part(value.items[index], out)
        out.write_char(ord("]"))
    else:
        operations.write_repr(value, out)


# Unions.


def is_part(value: Value) -> bool:
    """Whether a value may be in a union."""
    return (
        isinstance(value, Type | Alias | Union)
        or isinstance(value, Parameter | TypeAlias)
        or value is singletons.NONE
    )


def union_of(op: int, a: Value, b: Value) -> Value:
    """`a | b`, or NOT_IMPLEMENTED."""
    if op != Op.OR or not is_part(a) or not is_part(b):
        return singletons.NOT_IMPLEMENTED
    parts = list_object.new_list(2)
    add_parts(parts, a)
    add_parts(parts, b)
    if parts.count == 1:
        return parts.items[0]
    return Union(tuple_object.new_tuple(items_of(parts.items), parts.count))


def add_parts(parts: list_object.List, value: Value) -> None:
    """Add what a union consists of, each once."""
    if isinstance(value, Union):
        for index in range(len(value.args.items)):
            add_parts(parts, value.args.items[index])
        return
    if value is singletons.NONE:
        value = singletons.NONE_TYPE
    if not operations.contains(parts, value):
        parts.append(value)


# Aliases.


def as_tuple(key: Value) -> Tuple:
    """What stands in a subscript as a tuple."""
    if isinstance(key, tuple_object.Tuple):
        return key
    result = exception.alloc_tuple(1)
    result.items[0] = key
    return result


@rare(class_method(exception.BASE_EXCEPTION_GROUP, "__class_getitem__"))
@rare(class_method(LIST_TYPE, "__class_getitem__"))
def parameterised(kind: Value, key: Value) -> Value:
    """`kind[key]`."""
    return Alias(kind, as_tuple(key))


def subscriptable(kind: Type) -> None:
    """Let a built-in type take parameters, at build time."""
    rare(class_method(kind, "__class_getitem__"))(parameterised)


for _kind in (
    DICT_TYPE,
    TUPLE_TYPE,
    SET_TYPE,
    FROZENSET_TYPE,
    ENUMERATE_TYPE,
    MAPPING_PROXY_TYPE,
    ASYNC_GENERATOR_TYPE,
):
    subscriptable(_kind)


def is_generic(kind: Type) -> bool:
    """Whether a type without `__class_getitem__` takes parameters nevertheless."""
    if kind is type_object.TYPE_TYPE:
        return True
    if type_object.lookup(kind, name("__type_params__")) is NULL:
        return False
    return type_object.lookup(kind, name("__class_getitem__")) is NULL


def parameters_of(args: Tuple) -> Tuple:
    """The type parameters that a tuple of arguments contains, each once."""
    found = list_object.new_list(0)
    collect_parameters(found, args)
    return tuple_object.new_tuple(items_of(found.items), found.count)


def collect_parameters(found: list_object.List, args: Tuple) -> None:
    """Add the type parameters in arguments and in what those contain."""
    for index in range(len(args.items)):
        collect_from(found, args.items[index])


def collect_from(found: list_object.List, part: Value) -> None:
    """As `collect_parameters`, for one argument."""
    if isinstance(part, Alias):
        collect_parameters(found, part.args)
    if isinstance(part, Union):
        collect_parameters(found, part.args)
    if isinstance(part, Parameter):
        add_once(found, part)
    elif type_object.is_custom(part):
        if attribute(part, name("__typing_subst__")) is not NULL:
            add_once(found, part)
            return
        own = attribute(part, name("__parameters__"))
        if isinstance(own, tuple_object.Tuple):
            collect_parameters(found, own)


def add_once(found: list_object.List, part: Value) -> None:
    """Add a type parameter that is not there."""
    if not operations.contains(found, part):
        found.append(part)


def attribute(part: Value, title: Str) -> Value:
    """An attribute of what is in brackets, NULL where there is none; types are left out."""
    return NULL if isinstance(part, Type) else attributes.attribute_or_null(part, title)


def substituted(args: Tuple, parameters: Tuple, key: Value, whole: Value) -> Tuple:
    """Arguments with the parameters replaced by those in a subscript."""
    given = as_tuple(key)
    count = len(parameters.items)
    if count == 0:
        raise errors.type_error_with(message("%r is not a generic class"), whole, NULL)
    if len(given.items) != count:
        many = len(given.items) > count
        pattern = message("Too many arguments for %r" if many else "Too few arguments for %r")
        raise errors.type_error_with(pattern, whole, NULL)
    return replaced(args, parameters, given)


def replaced(args: Tuple, parameters: Tuple, given: Tuple) -> Tuple:
    """Arguments with these parameters replaced."""
    result = exception.alloc_tuple(len(args.items))
    for index in range(len(args.items)):
        result.items[index] = replaced_part(args.items[index], parameters, given)
    return result


def replaced_part(part: Value, parameters: Tuple, given: Tuple) -> Value:
    """One argument with these parameters replaced."""
    if isinstance(part, Alias):
        return Alias(part.origin, replaced(part.args, parameters, given), part.starred)
    if isinstance(part, Union):
        return Union(replaced(part.args, parameters, given))
    for index in range(len(parameters.items)):
        if same(parameters.items[index], part):
            return given.items[index]
    if type_object.is_custom(part):
        own = attribute(part, name("__parameters__"))
        if isinstance(own, tuple_object.Tuple) and len(own.items):
            return operations.get_item(part, replaced(own, parameters, given))
    return part


@rare(constructor(ALIAS_TYPE, required=2))
def new_alias(origin: Value, args: Value) -> Value:
    """`GenericAlias(origin, args)`."""
    return Alias(origin, as_tuple(args))


@rare(getter(ALIAS_TYPE, "__origin__"))
def alias_origin(self: Alias) -> Value:
    """What is parameterised."""
    return self.origin


@rare(getter(ALIAS_TYPE, "__args__"))
def alias_args(self: Alias) -> Value:
    """The arguments."""
    return self.args


@rare(getter(ALIAS_TYPE, "__parameters__"))
def alias_parameters(self: Alias) -> Value:
    """The type parameters among the arguments."""
    return parameters_of(self.args)


@rare(getter(ALIAS_TYPE, "__unpacked__"))
def alias_unpacked(self: Alias) -> Value:
    """Whether it has a star."""
    return bool_object.to_bool(self.starred)


@rare(method(ALIAS_TYPE, "__mro_entries__"))
def alias_mro_entries(self: Alias, bases: Value) -> Value:
    """What stands for it among the bases of a class."""
    return as_tuple(self.origin)


@rare(getter(UNION_TYPE, "__args__"))
def union_args(self: Union) -> Value:
    """What it consists of."""
    return self.args


@rare(getter(UNION_TYPE, "__parameters__"))
def union_parameters(self: Union) -> Value:
    """The type parameters in it."""
    return parameters_of(self.args)


# Type parameters and aliases.


def new_parameter(kind: int, title: Value, bound: Value) -> Value:
    """A type parameter; `bound` computes its bound, NULL for none."""
    own = as_a(str_object.Str, title)
    if not LARGE:
        return Parameter(own, kind, bound)
    if kind == TYPE_VAR_TUPLE:
        return TypeVarTuple(own, kind, bound)
    return TypeVar(own, kind, bound) if kind == TYPE_VAR else ParamSpec(own, kind, bound)


def new_type_alias(title: Value, compute: Value, parameters: Tuple, home: Value) -> Value:
    """What a `type` statement binds."""
    return TypeAlias(as_a(str_object.Str, title), compute, parameters, home)


@getter(PARAMETER_TYPE, "__name__")
def parameter_name(self: Parameter) -> Value:
    """The name."""
    return self.name


def bound_of(self: Parameter) -> Value:
    """The bound or constraints, computed if need be."""
    if self.is_lazy:
        if self.bound is not NULL:
            self.bound = operations.call0(self.bound)
        self.is_lazy = False
    return self.bound


@getter(PARAMETER_TYPE, "__bound__")
def parameter_bound(self: Parameter) -> Value:
    """The bound, None where there is none."""
    bound = bound_of(self)
    if bound is NULL or isinstance(bound, tuple_object.Tuple):
        return singletons.NONE
    return bound


@getter(PARAMETER_TYPE, "__constraints__")
def parameter_constraints(self: Parameter) -> Value:
    """The types that it may stand for."""
    bound = bound_of(self)
    return bound if isinstance(bound, tuple_object.Tuple) else tuple_object.EMPTY_TUPLE


@getter(TYPE_ALIAS_TYPE, "__name__")
def type_alias_name(self: TypeAlias) -> Value:
    """The name."""
    return self.name


@getter(TYPE_ALIAS_TYPE, "__value__")
def type_alias_value(self: TypeAlias) -> Value:
    """The type, computed when it is first asked for."""
    if self.is_lazy:
        self.value = operations.call0(self.value)
        self.is_lazy = False
    return self.value


@getter(TYPE_ALIAS_TYPE, "__type_params__")
def type_alias_parameters(self: TypeAlias) -> Value:
    """The type parameters."""
    return self.parameters


@getter(TYPE_ALIAS_TYPE, "__parameters__")
def type_alias_all_parameters(self: TypeAlias) -> Value:
    """The type parameters."""
    return self.parameters


@getter(TYPE_ALIAS_TYPE, "__module__")
def type_alias_module(self: TypeAlias) -> Value:
    """The name of the module."""
    return self.home
