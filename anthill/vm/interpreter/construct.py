"""Making instances by calling types, and making types by `class` statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime import finalise, identity
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, alloc, as_a, cold, same, small, small_int
from anthill.vm import errors, operations, writer
from anthill.vm.interpreter import attributes, binding, calls, frames
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import builtin, derived, exception, function, instance, method, singletons
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import Str, intern, name
from anthill.vm.objects.type import (
    TYPE_EXCEPTION,
    TYPE_FINALISER,
    TYPE_GET_ATTRIBUTE,
    TYPE_HEAP,
    TYPE_INSTANCES,
    TYPE_NATIVE,
    TYPE_SET_ATTRIBUTE,
    Type,
)

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.instance import Instance
    from anthill.vm.objects.tuple import Tuple


FIRST_SLOTS = 3
"""Slots of the first instance of a class, when it is not known how many there will be."""


def construct(kind: Type, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`kind(...)`."""
    if kind.constructor is not NULL:
        return operations.call(kind.constructor, args, count, names)
    if kind is type_object.TYPE_TYPE:
        return call_type(args, count)
    maker = find_maker(kind)
    if maker is not NULL:
        made = calls.call_with_self(maker, kind, args, count, names)
        if not type_object.is_instance(made, kind):
            return made
    else:
        made = new_object(kind, args, count, names)
    init = type_object.lookup(kind, name("__init__"))
    if init is OBJECT_INIT:
        if maker is NULL and count + binding.name_count(names) > 0 and not kind.flags & TYPE_NATIVE:
            raise errors.type_error_with(message("%s() takes no arguments"), kind.name, NULL)
        return made
    is_filled = kind.flags & TYPE_EXCEPTION != 0 and maker is NULL and names is None
    if is_filled and init is exception.PLAIN_INIT:
        return made
    check_init(calls.call_with_self(init, made, args, count, names))
    return made


def find_maker(kind: Type) -> Value:
    """The `__new__` of a Python class, NULL where it is the one of `object`."""
    found = type_object.lookup(kind, name("__new__"))
    if isinstance(found, method.StaticMethod) and not isinstance(found.function, builtin.Builtin):
        return found.function
    return NULL


def check_init(result: Value) -> None:
    """TypeError unless `__init__` returned None."""
    if result is not singletons.NONE:
        raise errors.type_error_with(
            message("__init__() should return None, not '%t'"), result, NULL
        )


def new_object(kind: Type, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """An object before `__init__`; an exception has its arguments already."""
    if kind.flags & TYPE_NATIVE:
        return new_derived(kind, args, count, names)
    if not kind.flags & TYPE_INSTANCES:
        raise errors.type_error_with(message("cannot create '%s' instances"), kind.name, NULL)
    if kind.flags & TYPE_EXCEPTION:
        arguments = tuple_object.new_tuple(args, count)
        made = exception.new_bare_exception(kind, shape_of(kind))
        made.slots[exception.ARGS] = arguments
        return made
    slots = int(kind.slots)
    made = instance.new_instance(shape_of(kind), slots if slots > 0 else FIRST_SLOTS)
    if kind.flags & TYPE_FINALISER:
        finalise.add_finaliser(made)
    return made


def new_derived(kind: Type, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """An object of a class derived from a built-in type, or of this itself. What can change is
    filled by `__init__`."""
    native = derived.native_of(kind)
    assert native is not None
    if native is type_object.TYPE_TYPE:
        return call_type(args, count)
    if native.attributes.find_name(name("__init__")) is not NULL:
        count = 0
        names = None
    made = operations.call(native.constructor, args, count, names)
    return made if kind is native else derived.derive(made, kind)


def new_holder(kind: Type) -> Instance:
    """The Instance that will hold the attributes of a derived object."""
    slots = int(kind.slots)
    return instance.new_instance(shape_of(kind), slots if slots > 0 else FIRST_SLOTS)


def shape_of(kind: Type) -> instance.Shape:
    """The shape that new instances start with."""
    shape = kind.shape
    if shape is None:
        fixed = exception.FIXED_SLOTS if kind.flags & TYPE_EXCEPTION else 0
        shape = instance.root_shape(kind, fixed, False)
        kind.shape = shape
    return shape


def call_type(args: Ptr[Value], count: int) -> Value:
    """`type(value)` and `type(name, bases, namespace)`."""
    if count == 1:
        return type_object.type_of(args[0])
    if count != 3:
        raise errors.type_error(message("type() takes 1 or 3 arguments"))
    title, bases, content = args[0], args[1], args[2]
    if not isinstance(title, Str):
        raise errors.type_error_with(
            message("type.__new__() argument 1 must be str, not %t"), title, NULL
        )
    if not isinstance(bases, tuple_object.Tuple) or not isinstance(content, dict_object.Dict):
        raise errors.type_error(message("type.__new__() takes a tuple of bases and a dict"))
    namespace = dict_object.new_dict(content.count)
    namespace.update(content)
    execution.note_module(namespace)
    return build_class(title, bases, namespace, NULL)


# Class statements.


def build_class(title: Str, bases: Tuple, namespace: Dict, keywords: Value) -> Type:
    """The type that a `class` statement makes of the names its body bound; `keywords` is a dict
    for `__init_subclass__`, or NULL."""
    if len(bases.items) == 0:
        bases = exception.alloc_tuple(1)
        bases.items[0] = type_object.OBJECT_TYPE
    kind = alloc(Type)
    kind.name = title
    kind.bases = bases
    kind.attributes = namespace
    kind.ancestors = merge_bases(bases)
    kind.flags = TYPE_HEAP | TYPE_INSTANCES
    if layout_of(bases) is not None:
        kind.flags = TYPE_HEAP | TYPE_NATIVE
    for index in range(len(bases.items)):
        base = as_a(Type, bases.items[index])
        kind.flags |= base.flags & (TYPE_EXCEPTION | TYPE_GET_ATTRIBUTE | TYPE_SET_ATTRIBUTE)
        if base.slots > kind.slots:
            kind.slots = base.slots
    prepare_namespace(namespace)
    attributes.note_hooks(kind)
    set_names(kind, namespace)
    init_subclass(kind, keywords)
    return kind


def layout_of(bases: Tuple) -> Type | None:
    """The built-in type that all bases agree on for their objects; None for Instances."""
    result: Type | None = None
    exceptions = False
    for index in range(len(bases.items)):
        base = as_a(Type, bases.items[index])
        exceptions = exceptions or base.flags & TYPE_EXCEPTION != 0
        found = derived.native_of(base)
        if found is None:
            continue
        if result is None or type_object.is_subtype(found, result):
            result = found
        elif not type_object.is_subtype(result, found):
            exceptions = True
    if exceptions and result is not None:
        raise errors.type_error(message("multiple bases have instance lay-out conflict"))
    return result


def prepare_namespace(namespace: Dict) -> None:
    """Make the methods that are static or class methods without saying so such ones."""
    found = namespace.find_name(name("__new__"))
    if isinstance(found, function.Function):
        namespace.store(name("__new__"), method.StaticMethod(found))
    make_class_method(namespace, name("__init_subclass__"))
    make_class_method(namespace, name("__class_getitem__"))
    if (
        namespace.find_name(name("__eq__")) is not NULL
        and namespace.find_name(name("__hash__")) is NULL
    ):
        namespace.store(name("__hash__"), singletons.NONE)


def make_class_method(namespace: Dict, title: Str) -> None:
    """Wrap a function of the namespace as a class method."""
    found = namespace.find_name(title)
    if isinstance(found, function.Function):
        namespace.store(title, method.ClassMethod(found))


def set_names(kind: Type, namespace: Dict) -> None:
    """Call `__set_name__` of the descriptors in a class body."""
    at = namespace.next_entry(0)
    while at >= 0:
        value = namespace.value_at(at)
        if isinstance(value, instance.Instance):
            hook = type_object.lookup(value.shape.owner, name("__set_name__"))
            if hook is not NULL:
                operations.call3(hook, value, kind, namespace.key_at(at))
        at = namespace.next_entry(at + 1)


def init_subclass(kind: Type, keywords: Value) -> None:
    """Call the `__init_subclass__` that a class inherits."""
    hook = type_object.lookup_after(kind, kind, name("__init_subclass__"))
    if isinstance(hook, method.ClassMethod):
        call_with_dict(hook.function, kind, keywords)
    elif keywords is not NULL:
        pattern = message("%s.__init_subclass__() takes no keyword arguments")
        raise errors.type_error_with(pattern, kind.name, NULL)


def call_with_dict(called: Value, first: Value, keywords: Value) -> None:
    """Call with one positional argument and the entries of a dict as keywords."""
    if keywords is NULL:
        operations.call1(called, first)
        return
    table = as_a(dict_object.Dict, keywords)
    args = frames.push(1 + table.count)
    args[0] = first
    names = exception.alloc_tuple(table.count)
    spread_dict(table, args + 1, names)
    operations.call(called, args, 1, names)
    frames.pop(args)


def spread_dict(table: Dict, values: Ptr[Value], names: Tuple) -> None:
    """Copy the keys of a dict into a tuple and its values to a pointer."""
    index = 0
    at = table.next_entry(0)
    while at >= 0:
        names.items[index] = table.key_at(at)
        values[index] = table.value_at(at)
        index += 1
        at = table.next_entry(at + 1)


def merge_bases(bases: Tuple) -> Tuple:
    """The MRO of a class behind itself: the MROs of its bases merged (C3)."""
    count = len(bases.items)
    total = 0
    for index in range(count):
        base = bases.items[index]
        if not isinstance(base, Type) or not base.flags & (TYPE_INSTANCES | TYPE_NATIVE):
            raise bad_base(base)
        total += type_object.mro_length(base)
    merged = frames.push(total + count + 1)
    heads = merged + total
    for index in range(count + 1):
        heads[index] = small(0)
    size = 0
    while True:
        candidate = next_in_merge(bases, heads)
        if candidate is NULL:
            break
        merged[size] = candidate
        size += 1
        for index in range(count + 1):
            at = small_int(heads[index])
            if same(merged_entry(bases, index, at), candidate):
                heads[index] = small(at + 1)
    result = tuple_object.new_tuple(merged, size)
    frames.pop(merged)
    return result


def merged_entry(bases: Tuple, index: int, at: int) -> Value:
    """A type in one of the orders that an MRO keeps, NULL behind its end: the MRO of a base, or the
    order of the bases themselves."""
    if index < len(bases.items):
        base = as_a(Type, bases.items[index])
        return type_object.mro_entry(base, at) if at < type_object.mro_length(base) else NULL
    return bases.items[at] if at < len(bases.items) else NULL


def next_in_merge(bases: Tuple, heads: Ptr[Value]) -> Value:
    """The first head of an order that is behind the head of no other; NULL when all are empty."""
    left = False
    for index in range(len(bases.items) + 1):
        candidate = merged_entry(bases, index, small_int(heads[index]))
        if candidate is not NULL:
            left = True
            if not waits(bases, heads, candidate):
                return candidate
    if left:
        raise errors.type_error(
            message("Cannot create a consistent method resolution order (MRO) for bases")
        )
    return NULL


def waits(bases: Tuple, heads: Ptr[Value], candidate: Value) -> bool:
    """Whether a type is behind the head of some order."""
    for index in range(len(bases.items) + 1):
        at = small_int(heads[index])
        while merged_entry(bases, index, at) is not NULL:
            at += 1
            if same(merged_entry(bases, index, at), candidate):
                return True
    return False


@cold
def bad_base(base: Value) -> PyError:
    """The TypeError for what cannot be a base class."""
    if isinstance(base, Type):
        return errors.type_error_with(
            message("type '%s' is not an acceptable base type"), base.name, NULL
        )
    return errors.type_error_with(message("bases must be types, not '%t'"), base, NULL)


# The methods of `object`.


@builtin.method(type_object.OBJECT_TYPE, "__init__", variadic=True, least=1)
def object_init(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`object.__init__`."""
    return singletons.NONE


@builtin.static_method(type_object.OBJECT_TYPE, "__new__", variadic=True, least=1)
def object_new(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`object.__new__(kind, ...)`."""
    kind = args[0]
    if not isinstance(kind, Type):
        raise errors.type_error(message("object.__new__(X): X is not a type object"))
    return new_object(kind, args + 1, count - 1, None)


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
    wanted = intern(as_a(Str, title))
    done = False
    if type_object.is_custom(self) or isinstance(self, instance.Instance):
        done = attributes.set_plain_attribute(as_a(Obj, self), wanted, value)
    if not done:
        raise errors.no_attribute(self, wanted)
    return singletons.NONE


@builtin.method(type_object.OBJECT_TYPE, "__delattr__")
def object_delattr(self: Value, title: Value) -> Value:
    """`object.__delattr__`."""
    return object_setattr(self, title, NULL)


@builtin.class_method(type_object.OBJECT_TYPE, "__init_subclass__")
def object_init_subclass(kind: Value) -> Value:
    """`object.__init_subclass__`."""
    return singletons.NONE


OBJECT_INIT: Value = NULL


def _complete() -> None:
    global OBJECT_INIT
    OBJECT_INIT = type_object.lookup(type_object.OBJECT_TYPE, name("__init__"))
    type_object.OBJECT_TYPE.shape = instance.root_shape(type_object.OBJECT_TYPE, 0, True)


type_object.when_filled(_complete)

# A module of an import cycle: only functions use its names.
from anthill.vm.interpreter import execution  # noqa: E402
