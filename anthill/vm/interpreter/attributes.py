"""Attribute access: where an attribute is found, and what binding makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value, is_small, small
from anthill.vm import errors, operations
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import builtin, derived, function, instance, method, module, singletons
from anthill.vm.objects import type as type_object
from anthill.vm.objects.str import name as make_name

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.instance import Instance, Shape
    from anthill.vm.objects.object import Obj
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.type import Type


def bind(found: Value, owner: Value, kind: Type) -> Value:
    """What an attribute found in a class is, seen from an object: `owner` of type `kind`. A NULL
    owner is a look from the class itself."""
    if is_small(found):
        return found
    if isinstance(found, function.Function) or isinstance(found, builtin.Builtin):
        if owner is NULL or (isinstance(found, builtin.Builtin) and found.owner == 0):
            return found
        return method.BoundMethod(found, owner)
    if type_object.is_custom(found):
        get = type_object.lookup(type_object.type_of(found), make_name("__get__"))
        if get is not NULL:
            return operations.call3(get, found, singletons.NONE if owner is NULL else owner, kind)
    if isinstance(found, method.ClassMethod):
        return method.BoundMethod(found.function, kind)
    if isinstance(found, method.StaticMethod):
        return found.function
    if owner is NULL:
        return found
    if isinstance(found, builtin.Getter):
        return found.get(owner)
    if isinstance(found, method.Property):
        if found.get is NULL:
            raise errors.attribute_error(message("unreadable attribute"), NULL, NULL)
        return operations.call1(found.get, owner)
    return found


def is_data(found: Value) -> bool:
    """Whether an attribute of a class goes before one of the instance."""
    if is_small(found):
        return False
    if type_object.is_custom(found):
        kind = type_object.type_of(found)
        if (
            type_object.lookup(kind, make_name("__set__")) is not NULL
            or type_object.lookup(kind, make_name("__delete__")) is not NULL
        ):
            return True
    return isinstance(found, method.Property) or isinstance(found, builtin.Getter)


def bound_attribute(value: Value, name: Str) -> Value:
    """The attribute of a Value that has none of its own: from its type; NULL where missing."""
    kind = type_object.type_of(value)
    found = type_object.lookup(kind, name)
    if found is not NULL:
        return bind(found, value, kind)
    if name is make_name("__class__"):
        return kind
    return NULL


def attribute_or_null(owner: Value, wanted: Str) -> Value:
    """An attribute, NULL where there is none or computing it raises AttributeError."""
    handled = vm.handled
    try:
        return operations.find_attribute(owner, wanted)
    except PyError as error:
        if not exception.is_kind(error.value, exception.ATTRIBUTE_ERROR):
            raise
    vm.handled = handled
    return NULL


def own_get_attribute(obj: Obj, name: Str) -> Value:
    """`obj.name` for an object of a Python class, or an Instance; NULL where missing."""
    kind = type_object.type_of(obj)
    found = type_object.lookup(kind, name)
    if found is NULL or not is_data(found):
        holder = derived.holder(obj)
        if holder is not None:
            value = slot_attribute(holder, name)
            if value is not NULL:
                return value
    if found is not NULL:
        return bind(found, obj, kind)
    if name is make_name("__class__"):
        return kind
    if name is make_name("__dict__"):
        return instance_dict(obj)
    if kind.flags & type_object.TYPE_GET_ATTRIBUTE:
        return computed_attribute(obj, kind, name)
    return NULL


def slot_attribute(obj: Instance, name: Str) -> Value:
    """An attribute that is in a slot, NULL where there is none."""
    slot = instance.find_slot(obj.shape, name)
    if slot == instance.NO_SLOT:
        return NULL
    value = instance.get_slot(obj, slot)
    if value is not NULL:
        remember_slot(obj.shape, name, slot)
    return value


def remember_slot(shape: Shape, name: Str, slot: int) -> None:
    """Let the loop find a slot, unless a hook must see what is stored there."""
    if slot >= 0 and not shape.owner.flags & type_object.TYPE_SET_ATTRIBUTE:
        cache.remember(shape, name, small(slot))


def computed_attribute(obj: Obj, kind: Type, name: Str) -> Value:
    """`obj.__getattr__(name)`."""
    return operations.call2(type_object.lookup(kind, make_name("__getattr__")), obj, name)


def instance_dict(obj: Obj) -> Value:
    """`obj.__dict__`: a new dict of the attributes; changing it does not change them."""
    result = dict_object.new_dict(0)
    holder = derived.holder(obj)
    if holder is not None:
        add_slots(result, holder, holder.shape)
    return result


def add_slots(target: Dict, obj: Instance, shape: Shape) -> None:
    """Store the attributes of a shape's chain, the oldest first."""
    parent = shape.parent
    if parent is not None:
        add_slots(target, obj, parent)
    title = shape.name
    if title is not None:
        value = instance.get_slot(obj, instance.find_slot(obj.shape, title))
        if value is not NULL:
            target.store(title, value)


def own_set_attribute(obj: Obj, name: Str, value: Value) -> bool:
    """`obj.name = value`, deletion when NULL, by the class's `__setattr__` if it has one."""
    kind = type_object.type_of(obj)
    if kind.flags & type_object.TYPE_SET_ATTRIBUTE:
        return set_by_hook(obj, kind, name, value)
    return set_plain_attribute(obj, name, value)


def set_by_hook(obj: Obj, kind: Type, name: Str, value: Value) -> bool:
    """Call `__setattr__` or `__delattr__`."""
    if value is NULL:
        operations.call2(type_object.lookup(kind, make_name("__delattr__")), obj, name)
    else:
        operations.call3(type_object.lookup(kind, make_name("__setattr__")), obj, name, value)
    return True


def set_plain_attribute(obj: Obj, name: Str, value: Value) -> bool:
    """`object.__setattr__`."""
    kind = type_object.type_of(obj)
    found = type_object.lookup(kind, name)
    if found is not NULL and is_data(found):
        return set_data(obj, found, name, value)
    if kind is type_object.OBJECT_TYPE or exception.is_preset(obj):
        return False
    if name is make_name("__class__"):
        raise errors.type_error(message("__class__ assignment is not supported"))
    if value is NULL and derived.holder(obj) is None:
        return False
    return set_slot_attribute(derived.own_holder(obj), name, value)


def set_slot_attribute(obj: Instance, name: Str, value: Value) -> bool:
    """Store an attribute in a slot, delete it for NULL; False if it is not there to be deleted."""
    slot = instance.find_slot(obj.shape, name)
    if value is NULL:
        if slot == instance.NO_SLOT:
            return False
        instance.remove_attribute(obj, name)
    elif slot == instance.NO_SLOT:
        instance.add_attribute(obj, name, value)
    else:
        instance.set_slot(obj, slot, value)
        remember_slot(obj.shape, name, slot)
    return True


def set_data(obj: Value, found: Value, name: Str, value: Value) -> bool:
    """Store through a property or another data descriptor."""
    title = make_name("__delete__") if value is NULL else make_name("__set__")
    hook = type_object.lookup(type_object.type_of(found), title)
    if hook is not NULL:
        if value is NULL:
            operations.call2(hook, found, obj)
        else:
            operations.call3(hook, found, obj, value)
        return True
    if isinstance(found, method.Property):
        if value is NULL:
            if found.delete is NULL:
                pattern = message("property '%s' of '%t' object has no deleter")
                raise errors.attribute_error(pattern, name, obj)
            operations.call1(found.delete, obj)
        else:
            if found.set is NULL:
                pattern = message("property '%s' of '%t' object has no setter")
                raise errors.attribute_error(pattern, name, obj)
            operations.call2(found.set, obj, value)
        return True
    if isinstance(found, builtin.Getter):
        set = found.set
        if set is None:
            return False
        set(obj, value)
        return True
    raise errors.error(exception.ATTRIBUTE_ERROR, title)


# Attributes of types.


def type_attribute(kind: Type, name: Str) -> Value:
    """`kind.name`; NULL where missing."""
    found = type_object.lookup(kind, name)
    if found is not NULL:
        return bind(found, NULL, kind)
    if name is make_name("__name__"):
        return kind.name
    if name is make_name("__qualname__"):
        return type_object.lookup_qualified(kind)
    if name is make_name("__mro__"):
        return type_object.mro_of(kind)
    if name is make_name("__bases__"):
        return kind.bases
    if name is make_name("__base__"):
        return kind.bases.items[0] if len(kind.bases.items) > 0 else singletons.NONE
    if name is make_name("__dict__"):
        return kind.attributes
    if name is make_name("__module__"):
        return module.BUILTINS.name
    if name is make_name("__doc__"):
        return singletons.NONE
    return bound_attribute(kind, name)


def set_type_attribute(kind: Type, name: Str, value: Value) -> bool:
    """`kind.name = value`, deletion when NULL."""
    if not kind.flags & type_object.TYPE_HEAP:
        pattern = message("cannot set '%s' attribute of immutable type '%s'")
        raise errors.type_error_with(pattern, name, kind.name)
    cache.flush()
    if value is NULL:
        return kind.attributes.remove(name)
    kind.attributes.store(name, value)
    note_hooks(kind)
    return True


def note_hooks(kind: Type) -> None:
    """Set the flags of a class for the attribute hooks that it has."""
    if type_object.lookup(kind, make_name("__getattr__")) is not NULL:
        kind.flags |= type_object.TYPE_GET_ATTRIBUTE
    hook = type_object.lookup(kind, make_name("__setattr__"))
    if hook is not NULL and not isinstance(hook, builtin.Builtin):
        kind.flags |= type_object.TYPE_SET_ATTRIBUTE
    hook = type_object.lookup(kind, make_name("__delattr__"))
    if hook is not NULL and not isinstance(hook, builtin.Builtin):
        kind.flags |= type_object.TYPE_SET_ATTRIBUTE
    if type_object.lookup(kind, make_name("__del__")) is not NULL:
        kind.flags |= type_object.TYPE_FINALISER


# Modules of an import cycle: only functions use their names.
from anthill.vm.interpreter import cache  # noqa: E402
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import exception  # noqa: E402
