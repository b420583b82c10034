"""Bound methods, and what decorates functions in a class: staticmethod, classmethod, property."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, as_a, inline, same, small
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, rare
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
            out.write_text(builtin.title_of(self.function.title))
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
        found = errors.type_attribute(self, name)
        if found is NULL or found is singletons.NONE:
            return operations.find_attribute(self.function, name)
        return found

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        return calls.call_with_self(self.function, self.owner, args, count, names)


class BoundBuiltin(BoundMethod):
    """The method of a built-in type and its object, on large boards: of the type of functions."""

    def get_attribute(self, name: Str) -> Value:
        if name is str_object.name("__func__") or name is str_object.name("__get__"):
            return NULL
        return BoundMethod.get_attribute(self, name)


@inline
def bound(function: Value, owner: Value) -> Value:
    """A method and its object."""
    if LARGE and isinstance(function, builtin.Builtin):
        return BoundBuiltin(function, owner)
    return BoundMethod(function, owner)


class Wrapper(Obj):
    """Base of what wraps a function: it has the function's attributes, too."""

    function: Value

    def write_repr(self, out: Writer) -> None:
        out.write_char(ord("<"))
        out.write_text(errors.type_name(self))
        out.write_char(ord("("))
        operations.write_repr(self.function, out)
        out.write_message(message(")>"))

    def get_attribute(self, name: Str) -> Value:
        found = errors.type_attribute(self, name)
        if found is NULL or found is singletons.NONE:
            if name is str_object.name("__wrapped__"):
                return self.function
            return operations.find_attribute(self.function, name)
        return found


class StaticMethod(Wrapper):
    """`staticmethod(function)`."""

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        return operations.call(self.function, args, count, names)


class ClassMethod(Wrapper):
    """`classmethod(function)`."""


class Property(Obj):
    """`property(get, set, delete, doc)`; what is missing is NULL."""

    get: Value
    set: Value
    delete: Value
    doc: Value
    title: Value
    """Its name in the class whose body made it."""


# Modules of an import cycle: only functions use their names.
from anthill.runtime import identity  # noqa: E402
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import attributes, calls, frames  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import builtin, exception, module, singletons  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
from anthill.vm.objects.str import name  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

BOUND_METHOD_TYPE = builtin_type("method", BoundMethod)
if LARGE:
    type_object.TYPES.set(BoundBuiltin, builtin.BUILTIN_TYPE)
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
    """`property(fget, fset, fdel, doc)`."""
    return make_property(get, set, delete, doc)


def make_property(get: Value, set: Value, delete: Value, doc: Value) -> Property:
    """A property that has no name yet."""
    doc = none_to_null(doc)
    return Property(none_to_null(get), none_to_null(set), none_to_null(delete), doc, NULL)


@rare(
    builtin.method(
        PROPERTY_TYPE, "__init__", variadic=True, least=1, most=5, keywords="fget fset fdel doc"
    )
)
def property_init(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`property.__init__(fget, fset, fdel, doc)`."""
    self = as_a(Property, args[0])
    self.get = none_to_null(args[1] if count > 1 else keywords[0])
    self.set = none_to_null(args[2] if count > 2 else keywords[1])
    self.delete = none_to_null(args[3] if count > 3 else keywords[2])
    doc = none_to_null(args[4] if count > 4 else keywords[3])
    self.doc = doc
    if type_object.is_custom(self):
        keep_doc(self, doc)
    return singletons.NONE


def keep_doc(self: Property, doc: Value) -> None:
    """Make a text, else that of the getter, an attribute of a property of a Python class."""
    found = getter_doc(self) if doc is NULL else doc
    try:
        operations.set_attribute(self, name("__doc__"), or_none(found))
    except PyError as error:
        inherited = doc is NULL and found is not NULL
        if inherited or not exception.is_kind(error.value, exception.ATTRIBUTE_ERROR):
            raise
    self.doc = doc


def getter_doc(self: Property) -> Value:
    """The text of the getter; NULL for none."""
    if self.get is NULL:
        return NULL
    found = attributes.attribute_or_null(self.get, name("__doc__"))
    return NULL if found is NULL else none_to_null(found)


def changed(self: Property, get: Value, set: Value, delete: Value) -> Value:
    """A property of the same class with other functions; those that are NULL stay."""
    args = frames.push(4)
    args[0] = or_none(self.get) if get is NULL else get
    args[1] = or_none(self.set) if set is NULL else set
    args[2] = or_none(self.delete) if delete is NULL else delete
    args[3] = or_none(self.doc)
    result = operations.call(type_object.type_of(self), args, 4, None)
    frames.pop(args)
    if isinstance(result, Property):
        result.title = self.title
    return result


def or_none(value: Value) -> Value:
    """None for NULL."""
    return singletons.NONE if value is NULL else value


@builtin.method(PROPERTY_TYPE, "getter")
def property_getter(self: Property, called: Value) -> Value:
    """`property.getter`."""
    return changed(self, called, NULL, NULL)


@builtin.method(PROPERTY_TYPE, "setter")
def property_setter(self: Property, called: Value) -> Value:
    """`property.setter`."""
    return changed(self, NULL, called, NULL)


@builtin.method(PROPERTY_TYPE, "deleter")
def property_deleter(self: Property, called: Value) -> Value:
    """`property.deleter`."""
    return changed(self, NULL, NULL, called)


@builtin.getter(PROPERTY_TYPE, "fget")
def property_get(self: Property) -> Value:
    """`property.fget`."""
    return or_none(self.get)


@builtin.getter(PROPERTY_TYPE, "fset")
def property_set(self: Property) -> Value:
    """`property.fset`."""
    return or_none(self.set)


@builtin.getter(PROPERTY_TYPE, "fdel")
def property_delete(self: Property) -> Value:
    """`property.fdel`."""
    return or_none(self.delete)


@builtin.getter(PROPERTY_TYPE, "__doc__")
def property_doc(self: Property) -> Value:
    """`property.__doc__`: the text that was given, else that of the getter."""
    return or_none(getter_doc(self) if self.doc is NULL else self.doc)


@rare(builtin.setter(PROPERTY_TYPE, "__doc__"))
def set_property_doc(self: Property, value: Value) -> None:
    """`property.__doc__ = text`."""
    self.doc = none_to_null(value)


@rare(builtin.getter(PROPERTY_TYPE, "__name__"))
def property_name(self: Property) -> Value:
    """`property.__name__`."""
    return title_of(self)


@rare(builtin.setter(PROPERTY_TYPE, "__name__"))
def set_property_name(self: Property, value: Value) -> None:
    """`property.__name__ = name`."""
    self.title = value


def title_of(self: Property) -> Value:
    """The name of a property: that in its class, else that of the getter; NULL for none."""
    if self.title is not NULL or self.get is NULL:
        return self.title
    return attributes.attribute_or_null(self.get, name("__name__"))


@rare(builtin.method(PROPERTY_TYPE, "__set_name__", variadic=True, least=1))
def property_set_name(args: Ptr[Value], count: int) -> Value:
    """`property.__set_name__(owner, name)`."""
    if count != 3:
        pattern = message("__set_name__() takes 2 positional arguments but %d were given")
        raise errors.type_error_with(pattern, small(count - 1), NULL)
    as_a(Property, args[0]).title = args[2]
    return singletons.NONE


@rare(builtin.getter(PROPERTY_TYPE, "__isabstractmethod__"))
def property_is_abstract(self: Property) -> Value:
    """`property.__isabstractmethod__`."""
    found = is_abstract(self.get) or is_abstract(self.set) or is_abstract(self.delete)
    return bool_object.to_bool(found)


def is_abstract(called: Value) -> bool:
    """Whether `abc.abstractmethod` marked a function."""
    if called is NULL:
        return False
    found = attributes.attribute_or_null(called, name("__isabstractmethod__"))
    return found is not NULL and operations.truth(found)


# Static and class methods.


@builtin.getter(STATIC_METHOD_TYPE, "__func__")
def static_function(self: StaticMethod) -> Value:
    """`staticmethod.__func__`."""
    return self.function


@builtin.getter(CLASS_METHOD_TYPE, "__func__")
def class_function(self: ClassMethod) -> Value:
    """`classmethod.__func__`."""
    return self.function
