"""Objects of Python classes that derive from built-in types.

They are extended copies of objects of the built-in type (`typed.extended`), so whatever takes a
list takes them, too. Their last word is their class or, once they have attributes, an Instance of
that class, which is never seen and holds these. What is done to them goes to the dunder methods of
their class, as for an Instance, and to the built-in type where there is none. `derivable` lists
the built-in types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime import finalise
from anthill.runtime.extended import extended_copy, extra_of, plain_copy, set_extra
from anthill.typed import Value, as_a, is_small
from anthill.vm.features import SUBTYPES

if TYPE_CHECKING:
    from anthill.vm.objects.object import Obj


def is_derived(value: Value) -> bool:
    """Whether a Value is an object of a Python class that derives from a built-in type."""
    return SUBTYPES and (
        not is_small(value)
        and not isinstance(value, instance.Instance)
        and TYPES[as_a(object_object.Obj, value)] is DERIVED_TYPE
    )


def class_of(obj: Obj) -> Type:
    """The class of a derived object."""
    extra = extra_of(obj)
    return extra.shape.owner if isinstance(extra, instance.Instance) else as_a(Type, extra)


def holder(obj: Obj) -> instance.Instance | None:
    """The Instance with the attributes of an object, None if it has none."""
    if not SUBTYPES or isinstance(obj, instance.Instance):
        return as_a(instance.Instance, obj)
    extra = extra_of(obj)
    return extra if isinstance(extra, instance.Instance) else None


def own_holder(obj: Obj) -> instance.Instance:
    """The Instance with the attributes of an object, made if it has none."""
    found = holder(obj)
    if found is not None:
        return found
    made = construct.plain_instance(class_of(obj))
    set_extra(obj, made)
    return made


def derive(payload: Value, kind: Type) -> Value:
    """An object of a class with the contents of a built-in object, which may share its parts."""
    plain = undressed(payload)
    if int_object.is_int(plain):
        plain = boxed.Boxed(plain)
    made = extended_copy(as_a(object_object.Obj, plain), kind)
    if isinstance(made, str_object.Str):
        made.flags &= ~str_object.STR_INTERNED
    if kind.flags & TYPE_FINALISER:
        finalise.add_finaliser(made)
    return made


def undressed(value: Value) -> Value:
    """The object of the built-in type that a derived one is, else the Value itself."""
    if not is_derived(value):
        return value
    if isinstance(value, boxed.Boxed):
        return value.value
    return plain_copy(as_a(object_object.Obj, value))


def native_of(kind: Type) -> Type | None:
    """The built-in type whose objects those of a class are; None for Instances."""
    for index in range(type_object.mro_length(kind) if SUBTYPES else 0):
        entry = type_object.mro_entry(kind, index)
        if entry.flags & TYPE_NATIVE and not entry.flags & type_object.TYPE_HEAP:
            return entry
    return None


# Modules of an import cycle: only functions use their names.
from anthill.vm.interpreter import construct  # noqa: E402
from anthill.vm.objects import boxed, instance  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects import object as object_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
from anthill.vm.objects.type import (  # noqa: E402
    DERIVED_TYPE,
    TYPE_FINALISER,
    TYPE_NATIVE,
    TYPES,
    Type,
)
