"""Attribute access: where an attribute is found, and what binding makes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value, as_a, cold, is_small, noinline, same, small, small_int
from anthill.vm import errors, features, operations
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import (
    builtin,
    derived,
    function,
    instance,
    mapping_proxy,
    member,
    method,
    module,
    singletons,
)
from anthill.vm.objects import str as str_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import name as make_name

if TYPE_CHECKING:
    from anthill.vm.objects.container import Space
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.instance import Instance, Shape
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.type import Type


HOOKS_TO_GET: int = type_object.TYPE_GET_ATTRIBUTE | type_object.TYPE_GET_ALL
HOOKS: int = HOOKS_TO_GET | type_object.TYPE_SET_ATTRIBUTE
"""Flags of a class that asks for its attributes itself."""


def bind(found: Value, owner: Value, kind: Type) -> Value:
    """What an attribute found in a class is, seen from an object: `owner` of type `kind`. A NULL
    owner is a look from the class itself."""
    if is_small(found):
        return found
    if type_object.is_custom(found):
        return bind_custom(found, owner, kind)
    return bind_builtin(found, owner, kind)


def bind_custom(found: Value, owner: Value, kind: Type) -> Value:
    """As `bind` does it for objects of Python classes."""
    maker = type_object.type_of(found)
    get = type_object.lookup(maker, make_name("__get__"))
    if get is NULL:
        return bind_builtin(found, owner, kind)
    first = singletons.NONE if owner is NULL else owner
    return operations.call2(bind(get, found, maker), first, kind)


def bind_builtin(found: Value, owner: Value, kind: Type) -> Value:
    """As `bind` does it for built-in descriptors."""
    if isinstance(found, function.Function) or isinstance(found, builtin.Builtin):
        if owner is NULL or (isinstance(found, builtin.Builtin) and not is_method(found)):
            return found
        return method.bound(found, owner)
    if isinstance(found, method.ClassMethod):
        return method.bound(found.function, kind)
    if isinstance(found, method.StaticMethod):
        return found.function
    return found if owner is NULL else computed(found, owner)


def is_method(found: builtin.Builtin) -> bool:
    """Whether a builtin takes the object that it is found in first."""
    if features.SUBTYPES and isinstance(found, slots.SlotWrapper):
        return True
    return builtin.arity_of(found) & builtin.METHOD != 0


def computed(found: Value, owner: Value) -> Value:
    """As `bind_builtin`, for what is asked each time."""
    if isinstance(found, builtin.Getter):
        return found.get(owner)
    if isinstance(found, method.Property):
        if found.get is NULL:
            raise no_accessor(found, owner, message("getter"))
        return operations.call1(found.get, owner)
    if isinstance(found, super_object.Super) and found.owner is NULL:
        return super_object.new_super(found.start, owner)
    if isinstance(found, member.Member):
        holder = derived.holder(as_a(Obj, owner))
        value = NULL if holder is None else slot_attribute(holder, found.name)
        if features.LARGE and value is NULL:
            raise empty_slot(owner, found.name)
        return value
    if not features.LARGE and isinstance(found, wrappers.Bindable):
        return method.BoundMethod(found, owner)
    return found


@cold
def empty_slot(owner: Value, title: Str) -> PyError:
    """The AttributeError for an attribute of `__slots__` that has no value."""
    kind = type_object.type_of(owner)
    full = type_object.lookup_qualified(kind)
    place = type_object.lookup(kind, make_name("__module__"))
    if isinstance(place, str_object.Str) and place is not make_name("__main__"):
        start = str_object.join2(place, str_object.text("."))
        full = str_object.join2(start, operations.str_text(full))
    return errors.attribute_error(message("'%s' object has no attribute '%s'"), full, title)


def no_accessor(found: method.Property, owner: Value, what: int) -> PyError:
    """An AttributeError: a property of an object has no getter, setter or deleter."""
    title = method.title_of(found)
    kind = type_object.lookup_qualified(type_object.type_of(owner))
    if title is NULL:
        start = errors.formatted(message("property of %r object has no "), kind, NULL)
    else:
        start = errors.formatted(message("property %r of %r object has no "), title, kind)
    text = str_object.join2(start, errors.formatted(what, NULL, NULL))
    return errors.error(exception.ATTRIBUTE_ERROR, text)


def is_data(found: Value) -> bool:
    """Whether an attribute of a class goes before one of the instance."""
    if is_small(found):
        return False
    if type_object.is_custom(found) and changes_itself(type_object.type_of(found)):
        return True
    return isinstance(found, method.Property) or isinstance(found, builtin.Getter)


def changes_itself(kind: Type) -> bool:
    """Whether a class has a descriptor's methods for setting or deleting."""
    return (
        type_object.lookup(kind, make_name("__set__")) is not NULL
        or type_object.lookup(kind, make_name("__delete__")) is not NULL
    )


def bound_attribute(value: Value, name: Str) -> Value:
    """The attribute of a Value that has none of its own: from its type; NULL where missing."""
    kind = type_object.type_of(value)
    found = find_in_type(kind, name)
    if found is not NULL:
        return bind(found, value, kind)
    if name is make_name("__class__"):
        return kind
    if name is make_name("__doc__"):
        return singletons.NONE
    return NULL


def find_in_type(kind: Type, name: Str) -> Value:
    """As `lookup`; also the dunder methods of built-in types, which go before those of `object`."""
    return or_wrapper(type_object.lookup(kind, name), kind, name)


def or_wrapper(found: Value, kind: Type, name: Str) -> Value:
    """What was found in a class, or the dunder method of its built-in type if that was nothing, or
    one of `object`."""
    if not features.SUBTYPES:
        return found
    if found is NULL or (
        isinstance(found, builtin.Builtin) and builtin.owner_of(found) is type_object.OBJECT_TYPE
    ):
        wrapper = slots.find(kind, name)
        if wrapper is not NULL:
            return wrapper
    return found


@noinline
def attempt(kind: Type, action: Callable[[Value, Value], Value], a: Value, b: Value) -> Value:
    """`action(a, b)`, NULL when it raises an exception of this type. What catches errors is native
    code on chips: this is, and what calls it need not be."""
    handled = vm.handled
    try:
        return action(a, b)
    except PyError as error:
        if not exception.is_kind(error.value, kind):
            raise
    vm.handled = handled
    return NULL


def attribute_or_null(owner: Value, wanted: Str) -> Value:
    """An attribute, NULL where there is none or computing it raises AttributeError."""
    return attempt(exception.ATTRIBUTE_ERROR, found_attribute, owner, wanted)


def found_attribute(owner: Value, wanted: Value) -> Value:
    """An attribute, NULL where there is none."""
    return operations.find_attribute(owner, as_a(str_object.Str, wanted))


def attribute_name(value: Value) -> Str:
    """The interned name in an argument."""
    if not isinstance(value, str_object.Str):
        raise errors.type_error_with(
            message("attribute name must be string, not '%t'"), value, NULL
        )
    return str_object.intern(value)


def own_get_attribute(obj: Obj, name: Str) -> Value:
    """`obj.name` for an object of a Python class, or an Instance; NULL where missing."""
    kind = type_object.type_of(obj)
    if kind.flags & HOOKS_TO_GET:
        return hooked_attribute(obj, kind, name)
    return plain_attribute(obj, kind, name)


def hooked_attribute(obj: Obj, kind: Type, name: Str) -> Value:
    """An attribute by `__getattribute__` and, where there is none, `__getattr__`."""
    computed = type_object.lookup(kind, make_name("__getattr__"))
    if computed is NULL:
        return known_attribute(obj, name)
    value = attempt(exception.ATTRIBUTE_ERROR, known_attribute, obj, name)
    return special.call_found1(obj, computed, name) if value is NULL else value


def known_attribute(owner: Value, wanted: Value) -> Value:
    """An attribute by `__getattribute__`; NULL where missing."""
    obj = as_a(Obj, owner)
    name = as_a(str_object.Str, wanted)
    hook = special.find_method(obj, make_name("__getattribute__"))
    if hook is not NULL:
        return special.call_found1(obj, hook, name)
    if isinstance(obj, type_object.Type):
        return plain_type_attribute(obj, name)
    return plain_attribute(obj, type_object.type_of(obj), name)


def plain_attribute(obj: Obj, kind: Type, name: Str) -> Value:
    """`object.__getattribute__` for an object of a Python class; NULL where missing."""
    found = find_in_type(kind, name)
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
    if name is make_name("__dict__") and takes_attributes(kind):
        return instance_dict(obj)
    if name is make_name("__doc__"):
        return singletons.NONE
    return NULL


def takes_attributes(kind: Type) -> bool:
    """Whether instances have a `__dict__`."""
    return kind is not type_object.OBJECT_TYPE and not kind.flags & type_object.TYPE_FULL


def slot_attribute(obj: Instance, name: Str) -> Value:
    """An attribute that is in a slot, NULL where there is none."""
    slot = instance.find_slot(obj.shape, name)
    if slot == instance.NO_SLOT:
        content = instance.dictionary(obj)
        return NULL if content is None else content.find_name(name)
    value = instance.get_slot(obj, slot)
    if value is not NULL:
        remember_slot(obj.shape, name, slot)
    return value


def remember_slot(shape: Shape, name: Str, slot: int) -> None:
    """Let the loop find a slot, unless a hook must see what happens there."""
    hooks = type_object.TYPE_SET_ATTRIBUTE | type_object.TYPE_GET_ALL
    if (slot >= 0 or features.LARGE) and not shape.owner.flags & hooks:
        cache.remember(shape, name, small(slot))


def instance_dict(obj: Obj) -> Value:
    """`obj.__dict__`: from now on the attributes are in this dict. Where the class has `__slots__`,
    it is a copy of the others."""
    holder = derived.own_holder(obj)
    content = instance.dictionary(holder)
    if content is not None:
        return content
    made = dict_object.new_dict(0)
    add_slots(made, holder, holder.shape)
    whole = not holder.shape.owner.flags & type_object.TYPE_MEMBERS
    if whole and not exception.is_preset(obj):
        instance.set_dictionary(holder, construct.shape_of(holder.shape.owner), made)
    return made


def attributes_of(obj: Obj) -> Dict:
    """A dict with the attributes, or their own one."""
    result = dict_object.new_dict(0)
    holder = derived.holder(obj)
    if holder is not None:
        content = instance.dictionary(holder)
        if content is not None:
            return content
        add_slots(result, holder, holder.shape)
    return result


def add_slots(target: Dict, obj: Instance, shape: Shape) -> None:
    """Store the attributes of a shape's chain, the oldest first, but those of `__slots__`."""
    parent = instance.parent_of(shape)
    if parent is not None:
        add_slots(target, obj, parent)
    title = instance.name_of(shape)
    if title is None or isinstance(type_object.lookup(shape.owner, title), member.Member):
        return
    value = instance.get_slot(obj, instance.find_slot(obj.shape, title))
    if value is not NULL:
        target.store(title, value)


def own_set_attribute(obj: Obj, name: Str, value: Value) -> bool:
    """`obj.name = value`, deletion when NULL, by the class's `__setattr__` if it has one."""
    return set_by_class(obj, name, value) or set_plain_attribute(obj, name, value)


def set_by_class(obj: Obj, name: Str, value: Value) -> bool:
    """Set or delete an attribute by the class's `__setattr__` or `__delattr__`; False if it has
    none but that of `object`."""
    flags = type_object.type_of(obj).flags
    return flags & type_object.TYPE_SET_ATTRIBUTE != 0 and set_by_hook(obj, name, value)


def set_by_hook(obj: Obj, name: Str, value: Value) -> bool:
    """As `set_by_class`, for classes that seem to have such a method."""
    title = make_name("__delattr__") if value is NULL else make_name("__setattr__")
    hook = special.find_method(obj, title)
    if hook is NULL:
        return False
    if value is NULL:
        special.call_found1(obj, hook, name)
    else:
        special.call_found2(obj, hook, name, value)
    return True


def set_plain_attribute(obj: Obj, name: Str, value: Value) -> bool:
    """`object.__setattr__`."""
    kind = type_object.type_of(obj)
    found = type_object.lookup(kind, name)
    if found is not NULL and is_data(found):
        return set_data(obj, found, name, value)
    if kind is type_object.OBJECT_TYPE or exception.is_preset(obj):
        return False
    if name is make_name("__class__") and value is not NULL:
        set_class(obj, kind, value)
        return True
    if not isinstance(found, member.Member):
        if not takes_attributes(kind):
            return False
        if name is make_name("__dict__"):
            set_dict(obj, value)
            return True
    if value is NULL and derived.holder(obj) is None:
        return False
    return set_slot_attribute(derived.own_holder(obj), name, value)


def set_slot_attribute(obj: Instance, name: Str, value: Value) -> bool:
    """Store an attribute in a slot, delete it for NULL; False if it is not there to be deleted."""
    content = instance.dictionary(obj)
    if content is not None:
        return set_entry(content, name, value)
    slot = instance.find_slot(obj.shape, name)
    if value is NULL:
        return slot != instance.NO_SLOT and instance.remove_attribute(obj, name)
    if slot == instance.NO_SLOT:
        instance.add_attribute(obj, name, value)
    else:
        instance.set_slot(obj, slot, value)
        remember_slot(obj.shape, name, slot)
    return True


def set_entry(content: Dict, name: Str, value: Value) -> bool:
    """Store an attribute in a dict, delete it for NULL; False if it is not there to be deleted."""
    if value is NULL:
        return content.remove(name)
    content.store(name, value)
    return True


def set_dict(obj: Obj, value: Value) -> None:
    """`obj.__dict__ = value`."""
    if value is NULL:
        value = dict_object.new_dict(0)
    if not isinstance(value, dict_object.Dict):
        raise errors.type_error_with(
            message("__dict__ must be set to a dictionary, not a '%t'"), value, NULL
        )
    holder = derived.own_holder(obj)
    if features.LARGE and holder.shape.owner.flags & type_object.TYPE_MEMBERS:
        others = dict_object.new_dict(0)
        add_slots(others, holder, holder.shape)
        replace_attributes(obj, others, value)
        return
    instance.set_dictionary(holder, construct.shape_of(holder.shape.owner), value)


def replace_attributes(obj: Obj, others: Dict, wanted: Dict) -> None:
    """Have the attributes `wanted` in place of those in `others`, and keep those of `__slots__`."""
    number = others.next_entry(0)
    while number >= 0:
        set_plain_attribute(obj, as_a(str_object.Str, others.key_at(number)), NULL)
        number = others.next_entry(number + 1)
    number = wanted.next_entry(0)
    while number >= 0:
        title = wanted.key_at(number)
        if isinstance(title, str_object.Str):
            set_plain_attribute(obj, title, wanted.value_at(number))
        number = wanted.next_entry(number + 1)


def set_class(obj: Obj, kind: Type, value: Value) -> None:
    """`obj.__class__ = value`."""
    if not isinstance(value, type_object.Type):
        raise errors.type_error_with(
            message("__class__ must be set to a class, not '%t' object"), value, NULL
        )
    if not kind.flags & value.flags & type_object.TYPE_HEAP:
        raise errors.type_error(
            message(
                "__class__ assignment only supported for mutable types or ModuleType subclasses"
            )
        )
    layout = (
        type_object.TYPE_FULL
        | type_object.TYPE_EXCEPTION
        | type_object.TYPE_NATIVE
        | type_object.TYPE_INSTANCES
    )
    if (kind.flags ^ value.flags) & layout or (
        derived.native_of(kind) is not derived.native_of(value)
    ):
        raise errors.type_error_with(
            message("__class__ assignment: '%s' object layout differs from '%s'"),
            type_object.name_of(value),
            type_object.name_of(kind),
        )
    holder = derived.own_holder(obj)
    holder.shape = instance.moved(holder.shape, construct.shape_of(value))


def set_data(obj: Value, found: Value, name: Str, value: Value) -> bool:
    """Store through a property or another data descriptor."""
    title = make_name("__delete__") if value is NULL else make_name("__set__")
    kind = type_object.type_of(found)
    hook = type_object.lookup(kind, title)
    if hook is not NULL:
        bound = bind(hook, found, kind)
        if value is NULL:
            operations.call1(bound, obj)
        else:
            operations.call2(bound, obj, value)
        return True
    if isinstance(found, method.Property):
        if value is NULL:
            if found.delete is NULL:
                raise no_accessor(found, obj, message("deleter"))
            operations.call1(found.delete, obj)
        else:
            if found.set is NULL:
                raise no_accessor(found, obj, message("setter"))
            operations.call2(found.set, obj, value)
        return True
    if isinstance(found, builtin.Getter):
        if not isinstance(found, builtin.Setter):
            return False
        set = found.set
        set(obj, value)
        return True
    raise errors.error(exception.ATTRIBUTE_ERROR, title)


# Attributes that no slot holds, remembered where memory is large.


def resolved_key(owner: Value) -> Value:
    """By what attributes of a Value are remembered; NULL if they are not."""
    if isinstance(owner, instance.Instance):
        return owner.shape
    if isinstance(owner, type_object.Type) or (
        isinstance(owner, module.Module) and not derived.is_derived(owner)
    ):
        return owner
    return NULL


def find_resolved(owner: Value, key: Value, name: Value) -> Value:
    """An attribute that is remembered, or that the cache of global names leads to; else NULL."""
    if isinstance(owner, module.Module) and not owner.constant:
        space = module.space_of(owner)
        number = cache.find(space, as_a(str_object.Str, name))
        if is_small(number) and isinstance(space, dict_object.Dict):
            index = small_int(number)
            if 0 < index < len(space.entries) and same(space.entries[index - 1], name):
                return space.entries[index]
        return NULL
    return cache.find_resolved(key, name)


def remember_attribute(owner: Value, key: Value, name: Str, value: Value) -> None:
    """Remember the attribute of a Value, if it stays what it is until a class changes."""
    if isinstance(owner, module.Module):
        if same(module.find(owner, name), value) and name.data[0] != ord("_"):
            if owner.constant:
                cache.remember_resolved(owner, name, value)
            else:
                cache_global(module.space_of(owner), name)
        return
    kind: Type = type_object.TYPE_TYPE
    if isinstance(owner, type_object.Type):
        kind = owner
        maker = type_object.type_of(owner)
        if name.data[0] == ord("_") or maker.flags & HOOKS:
            return
        if maker is not type_object.TYPE_TYPE and type_object.lookup(maker, name) is not NULL:
            return
    elif isinstance(owner, instance.Instance):
        shape = owner.shape
        kind = shape.owner
        if not same(shape, key) or kind.flags & HOOKS or shape.whole != 0:
            return
        if instance.find_slot(shape, name) != instance.NO_SLOT:
            return
    found = type_object.lookup(kind, name)
    if isinstance(found, method.StaticMethod) and same(found.function, value):
        cache.remember_resolved(key, name, value)
    elif is_small(found):
        cache.remember_resolved(key, name, found)
    elif same(found, value) and found is not NULL:
        made = type_object.type_of(found)
        if not made.flags & type_object.TYPE_HEAP or (
            type_object.lookup(made, make_name("__get__")) is NULL
        ):
            cache.remember_resolved(key, name, value)


def cache_global(space: Space, name: Str) -> None:
    """Remember where a module that was imported has a variable."""
    if isinstance(space, dict_object.Dict):
        number = space.position(name, dict_object.hash_of(name))
        if number >= 0:
            cache.remember(space, name, small(2 * number + 1))


def add_by_shape(owner: Instance, name: Value, value: Value) -> bool:
    """Add an attribute to an instance as it was done to one of the same shape before."""
    known = cache.find_resolved(name, owner.shape)
    if known is NULL:
        return False
    following = as_a(instance.Shape, known)
    index = int(following.count) - 1
    if following.inline != instance.ALL_INLINE or index >= len(owner.slots):
        return False
    owner.slots[index] = value
    owner.shape = following
    return True


def remember_addition(shape: Shape, following: Shape, name: Str) -> None:
    """Remember which shape follows when an attribute is added, if it was."""
    if instance.parent_of(following) is not shape or instance.name_of(following) is not name:
        return
    if following.owner.flags & HOOKS:
        return
    found = type_object.lookup(shape.owner, name)
    if found is NULL or not is_data(found):
        cache.remember_resolved(name, shape, following)


# Attributes of types.


def hides(found: Value, name: Str) -> bool:
    """Whether what a built-in type has for its objects is not what the type itself has."""
    return isinstance(found, builtin.Getter) and name.data[0] == ord("_")


def type_attribute(kind: Type, name: Str) -> Value:
    """`kind.name`; NULL where missing."""
    maker = type_object.type_of(kind)
    if features.SUBTYPES and maker.flags & HOOKS_TO_GET:
        return hooked_attribute(kind, maker, name)
    return plain_type_attribute(kind, name)


def plain_type_attribute(kind: Type, name: Str) -> Value:
    """`type.__getattribute__`; NULL where missing."""
    maker = type_object.type_of(kind)
    above = NULL
    if features.SUBTYPES and maker is not type_object.TYPE_TYPE:
        above = type_object.lookup(maker, name)
        if above is not NULL and is_data(above):
            return bind(above, kind, maker)
    if features.LARGE and name is make_name("__name__"):
        return type_object.name_of(kind)  # whatever the class defines for its objects
    found = find_in_type(kind, name)
    if name is make_name("__doc__"):
        found = type_object.attributes_of(kind).find_name(name)  # not inherited
    if found is not NULL and not hides(found, name):
        return bind(found, NULL, kind)
    if above is not NULL:
        return bind(above, kind, maker)
    if name is make_name("__name__"):
        return type_object.name_of(kind)
    if name is make_name("__qualname__"):
        return type_object.lookup_qualified(kind)
    if name is make_name("__mro__"):
        return type_object.mro_of(kind)
    if name is make_name("__bases__"):
        return type_object.bases_of(kind)
    if name is make_name("__base__"):
        bases = type_object.bases_of(kind)
        return bases.items[0] if len(bases.items) > 0 else singletons.NONE
    if name is make_name("__dict__"):
        return mapping_proxy.MappingProxy(names.dict_of(type_object.attributes_of(kind)))
    if name is make_name("__module__"):
        return module.BUILTINS.name
    if name is make_name("__doc__"):
        return singletons.NONE
    if features.LARGE and name is make_name("__type_params__"):
        return tuple_object.EMPTY_TUPLE
    if features.LARGE and name is make_name("__parameters__"):
        return type_object.lookup(kind, make_name("__type_params__"))
    return bound_attribute(kind, name)


def set_type_attribute(kind: Type, name: Str, value: Value) -> bool:
    """`kind.name = value`, deletion when NULL, by the metaclass's `__setattr__` if it has one."""
    if features.SUBTYPES and set_by_class(kind, name, value):
        return True
    return set_plain_type_attribute(kind, name, value)


def set_plain_type_attribute(kind: Type, name: Str, value: Value) -> bool:
    """`type.__setattr__`."""
    if not kind.flags & type_object.TYPE_HEAP:
        pattern = message("cannot set '%s' attribute of immutable type '%s'")
        raise errors.type_error_with(pattern, name, type_object.name_of(kind))
    maker = type_object.type_of(kind)
    if features.SUBTYPES and maker is not type_object.TYPE_TYPE:
        above = type_object.lookup(maker, name)
        if above is not NULL and is_data(above):
            return set_data(kind, above, name, value)
    cache.flush()
    if name is make_name("__name__"):
        if not isinstance(value, str_object.Str):
            pattern = message("can only assign string to %s.__name__, not '%t'")
            raise errors.type_error_with(pattern, type_object.name_of(kind), value)
        type_object.space_of(kind).store(
            make_name("__qualname__"), type_object.lookup_qualified(kind)
        )
        type_object.set_name(kind, value)
        return True
    if features.LARGE and name is make_name("__abstractmethods__"):
        kind.flags &= ~type_object.TYPE_ABSTRACT
        if value is not NULL and operations.truth(value):
            kind.flags |= type_object.TYPE_ABSTRACT
    if value is NULL:
        return type_object.space_of(kind).remove(name)
    type_object.space_of(kind).store(name, value)
    note_later_hooks(kind)
    return True


def note_later_hooks(kind: Type) -> None:
    """Set the flags of a class and of those that derive from it."""
    note_hooks(kind)
    below = classes.subclasses(kind)
    for index in range(as_a(list_object.List, below).count):
        note_later_hooks(as_a(type_object.Type, as_a(list_object.List, below).items[index]))


def note_hooks(kind: Type) -> None:
    """Set the flags of a class for the attribute hooks that it has."""
    if type_object.lookup(kind, make_name("__getattr__")) is not NULL:
        kind.flags |= type_object.TYPE_GET_ATTRIBUTE
    if has_hook(kind, make_name("__getattribute__")):
        kind.flags |= type_object.TYPE_GET_ALL
    if has_hook(kind, make_name("__setattr__")) or has_hook(kind, make_name("__delattr__")):
        kind.flags |= type_object.TYPE_SET_ATTRIBUTE
    if type_object.lookup(kind, make_name("__del__")) is not NULL:
        kind.flags |= type_object.TYPE_FINALISER


def has_hook(kind: Type, title: Str) -> bool:
    """Whether a class has a method that is not built in."""
    hook = type_object.lookup(kind, title)
    return hook is not NULL and not isinstance(hook, builtin.Builtin)


# Modules of an import cycle: only functions use their names.
from anthill.vm.interpreter import cache, classes, construct, special  # noqa: E402
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import (  # noqa: E402
    exception,
    names,
    slots,
    wrappers,
)
from anthill.vm.objects import list as list_object  # noqa: E402
from anthill.vm.objects import super as super_object  # noqa: E402
from anthill.vm.objects import tuple as tuple_object  # noqa: E402
