"""Bound methods, and what decorates functions in a class: staticmethod, classmethod, property."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Ptr, Value, same
from anthill.vm.compiler.bytecode import Op
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer


class BoundMethod(Obj):
    """A function and the object it is called with first."""

    function: Value
    owner: Value

    def write_repr(self, out: Writer) -> None:
        if isinstance(self.function, builtin.Builtin):
            out.write_message(message("<built-in method "))
            out.write_text(self.function.name)
            out.write_message(message(" of "))
            out.write_text(errors.type_name(self.owner))
            out.write_message(message(" object"))
            errors.write_address(self.owner, out)
            return
        out.write_message(message("<bound method "))
        operations.write_str(operations.get_attribute(self.function, name("__qualname__")), out)
        out.write_message(message(" of "))
        operations.write_repr(self.owner, out)
        out.write_char(ord(">"))

    def hash_code(self) -> int:
        return operations.hash_code(self.function) ^ identity.object_id(self.owner)

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, BoundMethod) or not (op == Op.EQ or op == Op.NE):
            return singletons.NOT_IMPLEMENTED
        equal = same(self.owner, other.owner) and same(self.function, other.function)
        return bool_object.to_bool(equal == (op == Op.EQ))

    def get_attribute(self, name: Str) -> Value:
        if name is str_object.name("__self__"):
            return self.owner
        if name is str_object.name("__func__"):
            return self.function
        return operations.find_attribute(self.function, name)

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        return calls.call_with_self(self.function, self.owner, args, count, names)


class StaticMethod(Obj):
    """`staticmethod(function)`."""

    function: Value

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        return operations.call(self.function, args, count, names)


class ClassMethod(Obj):
    """`classmethod(function)`."""

    function: Value


class Property(Obj):
    """`property(get, set, delete)`; a missing function is NULL."""

    get: Value
    set: Value
    delete: Value


# Modules of an import cycle: only functions use their names.
from anthill.runtime import identity  # noqa: E402
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import calls  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import builtin, module, singletons  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.str import name  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

BOUND_METHOD_TYPE = builtin_type("method", BoundMethod)
STATIC_METHOD_TYPE = builtin_type("staticmethod", StaticMethod)
CLASS_METHOD_TYPE = builtin_type("classmethod", ClassMethod)
PROPERTY_TYPE = builtin_type("property", Property)
module.BUILTINS.define("staticmethod", STATIC_METHOD_TYPE)
module.BUILTINS.define("classmethod", CLASS_METHOD_TYPE)
module.BUILTINS.define("property", PROPERTY_TYPE)


@builtin.constructor(STATIC_METHOD_TYPE)
def new_static_method(called: Value) -> Value:
    """`staticmethod(function)`."""
    return StaticMethod(called)


@builtin.constructor(CLASS_METHOD_TYPE)
def new_class_method(called: Value) -> Value:
    """`classmethod(function)`."""
    return ClassMethod(called)


def none_to_null(value: Value) -> Value:
    """NULL for None."""
    return NULL if value is singletons.NONE else value


@builtin.constructor(PROPERTY_TYPE, required=0, keywords="fget fset fdel doc")
def new_property(get: Value, set: Value, delete: Value, doc: Value) -> Value:
    """`property(fget, fset, fdel, doc)`; the text is not kept."""
    return Property(none_to_null(get), none_to_null(set), none_to_null(delete))


@builtin.method(PROPERTY_TYPE, "getter")
def property_getter(self: Property, called: Value) -> Value:
    """`property.getter`."""
    return Property(called, self.set, self.delete)


@builtin.method(PROPERTY_TYPE, "setter")
def property_setter(self: Property, called: Value) -> Value:
    """`property.setter`."""
    return Property(self.get, called, self.delete)


@builtin.method(PROPERTY_TYPE, "deleter")
def property_deleter(self: Property, called: Value) -> Value:
    """`property.deleter`."""
    return Property(self.get, self.set, called)
