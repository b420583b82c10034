"""Making instances by calling types, and making types by `class` statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime import finalise, identity
from anthill.typed import NULL, Ptr, Value, as_a, is_small, same
from anthill.vm import errors, features, operations, writer
from anthill.vm.features import only
from anthill.vm.interpreter import attributes, binding, cache, calls
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import builtin, derived, exception, instance, module, sequence, singletons
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import name
from anthill.vm.objects.type import (
    TYPE_EXCEPTION,
    TYPE_FINALISER,
    TYPE_GET_ALL,
    TYPE_GROUP,
    TYPE_HEAP,
    TYPE_INSTANCES,
    TYPE_NATIVE,
    Type,
)

if TYPE_CHECKING:
    from anthill.vm.objects.instance import Instance
    from anthill.vm.objects.tuple import Tuple


FIRST_SLOTS: int = 16 if features.LARGE else 3
"""Slots of the first instance of a class, when it is not known how many there will be."""


def construct(kind: Type, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`kind(...)`."""
    constructor = type_object.constructor_of(kind)
    if constructor is not NULL:
        return operations.call(constructor, args, count, names)
    if kind is type_object.TYPE_TYPE and count == 1 and names is None:
        return type_object.type_of(args[0])
    maker = find_maker(kind)
    if maker is not NULL:
        made = calls.call_with_self(maker, kind, args, count, names)
        if not type_object.is_instance(made, kind):
            return made
    else:
        made = new_object(kind, args, count, names)
    init = type_object.lookup(type_object.type_of(made), name("__init__"))
    if init is OBJECT_INIT:
        if maker is NULL and count + binding.name_count(names) > 0 and not kind.flags & TYPE_NATIVE:
            raise errors.type_error_with(
                message("%s() takes no arguments"), type_object.name_of(kind), NULL
            )
        return made
    if init is exception.PLAIN_INIT and binding.name_count(names) > 0:
        pattern = message("%s() takes no keyword arguments")
        raise errors.type_error_with(pattern, type_object.name_of(kind), NULL)
    is_filled = kind.flags & TYPE_EXCEPTION != 0 and maker is NULL and names is None
    if is_filled and init is exception.PLAIN_INIT:
        if not type_object.is_custom(kind):
            cache.remember(kind, kind, init)
        return made
    check_init(calls.call_with_self(init, made, args, count, names))
    return made


def find_maker(kind: Type) -> Value:
    """The `__new__` of a Python class, NULL where it is the one of `object`."""
    found = type_object.lookup(kind, name("__new__"))
    if features.LARGE and isinstance(found, builtin.Builtin):
        return NULL
    found = attributes.bind(found, NULL, kind)
    return NULL if isinstance(found, builtin.Builtin) else found


def check_init(result: Value) -> None:
    """TypeError unless `__init__` returned None."""
    if result is not singletons.NONE:
        raise errors.type_error_with(
            message("__init__() should return None, not '%t'"), result, NULL
        )


def new_object(kind: Type, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """An object before `__init__`; an exception has its arguments already."""
    if features.LARGE and kind.flags & type_object.TYPE_ABSTRACT:
        raise classes.abstract_error(kind)
    if features.SUBTYPES and kind.flags & TYPE_NATIVE:
        return new_derived(kind, args, count, names)
    if not kind.flags & TYPE_INSTANCES:
        raise errors.type_error_with(
            message("cannot create '%s' instances"), type_object.name_of(kind), NULL
        )
    if kind.flags & TYPE_EXCEPTION:
        arguments = tuple_object.new_tuple(args, count)
        if features.GROUPS and kind.flags & TYPE_GROUP:
            made = new_exception(exception_group.kind_for(kind, arguments), arguments)
            exception_group.fill(made, arguments)
            return made
        if kind is exception.OS_ERROR and count >= 2:
            kind = exception.os_kind(args[0])
        return new_exception(kind, arguments)
    made = plain_instance(kind)
    if kind.flags & TYPE_FINALISER:
        finalise.add_finaliser(made)
    return made


def new_exception(kind: Type, arguments: Tuple) -> Instance:
    """An exception with its arguments."""
    made = exception.new_bare_exception(kind, shape_of(kind))
    made.slots[exception.ARGS] = arguments
    return made


def is_plain(kind: Type) -> bool:
    """Whether `plain_instance` is all that an object of a class needs before `__init__`."""
    special = TYPE_NATIVE | TYPE_EXCEPTION | TYPE_FINALISER
    if features.LARGE:
        special |= type_object.TYPE_ABSTRACT
    return not kind.flags & special


def plain_instance(kind: Type) -> Instance:
    """An instance with the slots that others of its class had."""
    slots = int(kind.slots)
    return instance.new_instance(shape_of(kind), slots if slots > 0 else FIRST_SLOTS)


def new_derived(kind: Type, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """An object of a class derived from a built-in type, or of this itself. What can change is
    filled by `__init__`."""
    native = derived.native_of(kind)
    assert native is not None
    if native is type_object.TYPE_TYPE:
        return classes.call_type(kind, args, count, names)
    if features.LARGE and native is module.MODULE_TYPE and kind is not native:
        return module_methods.derived_module(kind)
    if type_object.attributes_of(native).find_name(name("__init__")) is not NULL:
        count = 0
        names = None
    elif kind is not native and not takes_keywords(native) and has_init(kind):
        names = None
    made = operations.call(type_object.constructor_of(native), args, count, names)
    return made if kind is native else derived.derive(made, kind)


def takes_keywords(native: Type) -> bool:
    """Whether arguments of a built-in type may be given by name."""
    maker = type_object.constructor_of(native)
    return not isinstance(maker, builtin.Builtin) or builtin.keyword_count(maker) > 0


def has_init(kind: Type) -> bool:
    """Whether a class, or one that it derives from, has an `__init__`: it takes the keywords."""
    return type_object.lookup(kind, name("__init__")) is not OBJECT_INIT


def shape_of(kind: Type) -> instance.Shape:
    """The shape that new instances start with."""
    shape = type_object.shape_of(kind)
    if shape is None:
        fixed = exception.FIXED_SLOTS if kind.flags & TYPE_EXCEPTION else 0
        shape = instance.root_shape(kind, fixed, False)
        type_object.set_shape(kind, shape)
    return shape


# The methods of `object`.


@builtin.method(type_object.OBJECT_TYPE, "__init__", raw=True, least=1)
def object_init(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`object.__init__`."""
    kind = type_object.type_of(args[0])
    if count + binding.name_count(names) > 1 and not kind.flags & TYPE_NATIVE:
        if type_object.lookup(kind, name("__init__")) is not OBJECT_INIT:
            raise errors.type_error(
                message("object.__init__() takes exactly one argument (the instance to initialize)")
            )
        if find_maker(kind) is NULL:
            raise errors.type_error_with(
                message("%s() takes no arguments"), type_object.name_of(kind), NULL
            )
    return singletons.NONE


@builtin.static_method(type_object.OBJECT_TYPE, "__new__", raw=True, least=1)
def object_new(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`object.__new__(kind, ...)`."""
    kind = args[0]
    if not isinstance(kind, Type):
        raise errors.type_error_with(
            message("object.__new__(X): X is not a type object (%t)"), kind, NULL
        )
    if (
        count + binding.name_count(names) > 1
        and not kind.flags & (TYPE_NATIVE | TYPE_EXCEPTION)
        and find_maker(kind) is not NULL
    ):
        raise errors.type_error(
            message("object.__new__() takes exactly one argument (the type to instantiate)")
        )
    return new_object(kind, args + 1, count - 1, names)


@builtin.method(type_object.OBJECT_TYPE, "__repr__")
def object_repr(self: Value) -> Value:
    """`object.__repr__`."""
    out = writer.string_writer()
    errors.write_default_repr(self, out)
    return out.finish()


@builtin.method(type_object.OBJECT_TYPE, "__str__")
def object_str(self: Value) -> Value:
    """`object.__str__`."""
    return operations.repr_text(self)


@builtin.method(type_object.OBJECT_TYPE, "__hash__")
def object_hash(self: Value) -> Value:
    """`object.__hash__`."""
    return int_object.new_int(identity.object_id(self) >> 1)


@builtin.method(type_object.OBJECT_TYPE, "__eq__")
def object_eq(self: Value, other: Value) -> Value:
    """`object.__eq__`."""
    return bool_object.TRUE if same(self, other) else singletons.NOT_IMPLEMENTED


@builtin.method(type_object.OBJECT_TYPE, "__setattr__")
def object_setattr(self: Value, title: Value, value: Value) -> Value:
    """`object.__setattr__`."""
    wanted = attributes.attribute_name(title)
    done = False
    if isinstance(self, Type):
        done = attributes.set_plain_type_attribute(self, wanted, value)
    elif type_object.is_custom(self) or isinstance(self, instance.Instance):
        done = attributes.set_plain_attribute(as_a(Obj, self), wanted, value)
    elif features.LARGE and not is_small(self):
        done = as_a(Obj, self).set_attribute(wanted, value)
    if not done:
        raise errors.cannot_set(self, wanted, value)
    return singletons.NONE


@builtin.method(type_object.OBJECT_TYPE, "__getattribute__")
def object_getattribute(self: Value, title: Value) -> Value:
    """`object.__getattribute__`."""
    wanted = attributes.attribute_name(title)
    if isinstance(self, Type):
        found = attributes.plain_type_attribute(self, wanted)
    elif type_object.is_custom(self):
        found = attributes.plain_attribute(as_a(Obj, self), type_object.type_of(self), wanted)
    else:
        found = operations.find_attribute(self, wanted)
    if found is NULL:
        raise errors.no_attribute(self, wanted)
    return found


@builtin.method(type_object.OBJECT_TYPE, "__delattr__")
def object_delattr(self: Value, title: Value) -> Value:
    """`object.__delattr__`."""
    return object_setattr(self, title, NULL)


@builtin.class_method(type_object.OBJECT_TYPE, "__init_subclass__", raw=True, least=1)
def object_init_subclass(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`object.__init_subclass__`."""
    if count > 1:
        raise errors.type_error_with(
            message("%s.__init_subclass__() takes no arguments"),
            type_object.name_of(as_a(Type, args[0])),
            NULL,
        )
    if binding.name_count(names) > 0:
        pattern = message("%s.__init_subclass__() takes no keyword arguments")
        raise errors.type_error_with(pattern, type_object.name_of(as_a(Type, args[0])), NULL)
    return singletons.NONE


@builtin.class_method(type_object.OBJECT_TYPE, "__subclasshook__")
def object_subclass_hook(kind: Value, other: Value) -> Value:
    """`object.__subclasshook__(class)`."""
    return singletons.NOT_IMPLEMENTED


# The methods of `type`.


@only(features.SUBTYPES, builtin.method(type_object.TYPE_TYPE, "__init__", raw=True, least=1))
def type_init(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`type.__init__(name, bases, namespace, **keywords)`."""
    return singletons.NONE


@only(features.SUBTYPES, builtin.method(type_object.TYPE_TYPE, "__call__", raw=True, least=1))
def type_call(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`type.__call__(...)`: make an object."""
    return construct(as_a(Type, args[0]), args + 1, count - 1, names)


@only(
    features.SUBTYPES, builtin.class_method(type_object.TYPE_TYPE, "__prepare__", raw=True, least=1)
)
def type_prepare(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`type.__prepare__(name, bases, **keywords)`."""
    return dict_object.new_dict(0)


@only(features.SUBTYPES, builtin.method(type_object.TYPE_TYPE, "__instancecheck__"))
def type_instance_check(self: Type, value: Value) -> Value:
    """`type.__instancecheck__(value)`."""
    return bool_object.to_bool(is_instance(value, self))


@only(features.SUBTYPES, builtin.method(type_object.TYPE_TYPE, "__subclasscheck__"))
def type_subclass_check(self: Type, kind: Value) -> Value:
    """`type.__subclasscheck__(class)`."""
    return bool_object.to_bool(isinstance(kind, Type) and type_object.is_subtype(kind, self))


def is_instance(value: Value, kind: Type) -> bool:
    """Whether the class of a value, or what it says is its `__class__`, derives from another."""
    own = type_object.type_of(value)
    if type_object.is_subtype(own, kind):
        return True
    hooked = own.flags & TYPE_GET_ALL != 0
    if not own.flags & TYPE_HEAP or (
        not hooked and type_object.lookup(own, name("__class__")) is NULL
    ):
        return False
    said = attributes.attribute_or_null(value, name("__class__"))
    return isinstance(said, Type) and type_object.is_subtype(said, kind)


@builtin.method(type_object.TYPE_TYPE, "__subclasses__")
def type_subclasses(self: Type) -> Value:
    """`type.__subclasses__()`, without built-in ones."""
    return classes.subclasses(self)


@builtin.method(type_object.TYPE_TYPE, "mro")
def type_mro(self: Type) -> Value:
    """`type.mro()`."""
    return sequence.list_of(type_object.mro_of(self))


OBJECT_INIT: Value = NULL


def _complete() -> None:
    global OBJECT_INIT
    OBJECT_INIT = type_object.OBJECT_TYPE.attributes.find_name(name("__init__"))
    type_object.OBJECT_TYPE.shape = instance.root_shape(type_object.OBJECT_TYPE, 0, True)


type_object.when_filled(_complete)

# Modules of an import cycle: only functions use their names.
from anthill.vm.interpreter import classes  # noqa: E402
from anthill.vm.objects import module_methods  # noqa: E402

if features.GROUPS:
    from anthill.vm.objects import exception_group
