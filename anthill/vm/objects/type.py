"""Types: the built-in ones are constants, those of `class` statements live on the heap.

Attributes are found by walking the MRO, a tuple of types from the type itself to `object`.
Names are interned strings throughout, so comparing them is comparing identity.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from anthill.typed import (
    NULL,
    ClassTable,
    Header,
    Ptr,
    Value,
    as_a,
    is_small,
    items_of,
    same,
    small,
    u8,
    u16,
)
from anthill.vm.features import GROUPS, LARGE, SHORT, SUBTYPES
from anthill.vm.messages import message
from anthill.vm.objects.container import Space, Titled
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.instance import Shape
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer

TYPE_EXCEPTION = 1
"""Flag: instances are exceptions, with the leading slots of `exception`."""
TYPE_INSTANCES = 2
"""Flag: objects of this type are `Instance`s, and classes may derive from it."""
TYPE_HEAP = 4
"""Flag: made by a `class` statement; its attributes may change."""
TYPE_GET_ATTRIBUTE = 8
"""Flag: has or inherits `__getattr__`."""
TYPE_SET_ATTRIBUTE = 16
"""Flag: has or inherits `__setattr__` or `__delattr__` other than those of `object`."""
TYPE_FINALISER = 32
"""Flag: has or inherits `__del__`."""
TYPE_GET_ALL = 128
"""Flag: has or inherits `__getattribute__` other than that of `object`."""
TYPE_FULL = 256
"""Flag: because of `__slots__`, instances take no attributes but those."""
TYPE_GROUP = 512
"""Flag: instances are exception groups."""
TYPE_ABSTRACT = 1024
"""Flag: cannot be instantiated, as it has abstract methods; on boards with much flash."""
TYPE_MEMBERS = 2048
"""Flag: has or inherits `__slots__` with names."""
TYPE_NATIVE = 64
"""Flag: a built-in type that Python classes may derive from, or such a class."""


if TYPE_CHECKING:
    Flags = int
else:
    Flags = u16 if SHORT else Header[u16]


class Type(Titled):
    """A class as Python programs see it. Functions tell what it refers to, as on chips that differs
    between built-in ones and those of the program."""

    if not SHORT:
        bases: Tuple
        ancestors: Tuple
        attributes: Space
        shape: Shape | None
        constructor: Value
    slots: u8
    """Slots that a new instance gets: as many as an instance has ever filled."""
    flags: Flags
    """TYPE_*; in a header the two highest bits are the collector's."""

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<class '"))
        write_full_name(self, out)
        out.write_message(message("'>"))

    def get_attribute(self, name: Str) -> Value:
        return attributes.type_attribute(self, name)

    def set_attribute(self, name: Str, value: Value) -> bool:
        return attributes.set_type_attribute(self, name, value)

    def get_item(self, key: Value) -> Value:
        if LARGE:
            from anthill.vm.objects import generic

            if generic.is_generic(self):
                return generic.parameterised(self, key)
        found = attributes.type_attribute(self, name("__class_getitem__"))
        if found is NULL:
            raise errors.not_subscriptable(self)
        return operations.call1(found, key)

    def binary(self, op: int, other: Value) -> Value:
        if LARGE:
            from anthill.vm.objects import generic

            return generic.union_of(op, self, other)
        return super().binary(op, other)

    def reflected(self, op: int, other: Value) -> Value:
        if LARGE:
            from anthill.vm.objects import generic

            return generic.union_of(op, other, self)
        return super().reflected(op, other)

    def __freeze__(self) -> None:
        if isinstance(self.attributes, dict_object.Dict):
            if self.attributes.count == 0:
                self.attributes = _no_attributes[0]
            self.attributes = names.packed(self.attributes)
        if SHORT:
            maker = self.constructor if self.shape is None else self.shape
            for title, item in (
                ("near_ancestors", self.ancestors),
                ("near_attributes", self.attributes),
                ("near_maker", maker),
            ):
                setattr(self, title, builtin.host_constant(item))

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        return construct.construct(self, args, count, names)


class BuiltinType(Type):
    """A built-in type; on chips that can lay constants where 16 bits tell their place, it holds
    such places."""

    if SHORT:
        near_ancestors: u16
        near_attributes: u16
        near_maker: u16
        """The shape of new instances, or the builtin that makes the objects."""


class HeapType(Type):
    """The class of a `class` statement."""

    if SHORT:
        name: Str
        bases: Tuple
        ancestors: Tuple
        attributes: Space
        shape: Shape | None


def space_of(kind: Type) -> Dict:
    """The attributes of a class on the heap."""
    return as_a(dict_object.Dict, attributes_of(kind))


def attributes_of(kind: Type) -> Space:
    """The attributes of a type itself: a Dict in classes on the heap."""
    if not SHORT:
        return kind.attributes
    if kind.flags & TYPE_HEAP:
        return as_a(HeapType, kind).attributes
    return as_a(Space, names.short_value(int(as_a(BuiltinType, kind).near_attributes)))


def ancestors_of(kind: Type) -> Tuple:
    """The MRO behind the type itself; types with the same bases may share it."""
    if not SHORT:
        return kind.ancestors
    if kind.flags & TYPE_HEAP:
        return as_a(HeapType, kind).ancestors
    return as_a(tuple_object.Tuple, names.short_value(int(as_a(BuiltinType, kind).near_ancestors)))


def bases_of(kind: Type) -> Tuple:
    """What `__bases__` is."""
    if not SHORT:
        return kind.bases
    if kind.flags & TYPE_HEAP:
        return as_a(HeapType, kind).bases
    ancestors = ancestors_of(kind)
    count = 2 if GROUPS and kind is exception.EXCEPTION_GROUP else 1
    if kind is OBJECT_TYPE:
        count = 0
    return tuple_object.new_tuple(items_of(ancestors.items), count)


def maker_of(kind: Type) -> Value:
    """Of a built-in type on chips, its shape or constructor."""
    if kind.flags & TYPE_HEAP:
        return NULL
    return names.short_value(int(as_a(BuiltinType, kind).near_maker))


def constructor_of(kind: Type) -> Value:
    """A built-in type's builtin that makes its objects, or NULL."""
    if not SHORT:
        return kind.constructor
    maker = maker_of(kind)
    return NULL if isinstance(maker, instance.Shape) else maker


def shape_of(kind: Type) -> Shape | None:
    """What new instances start with; None before the first one and where there are none."""
    if not SHORT:
        return kind.shape
    if kind.flags & TYPE_HEAP:
        return as_a(HeapType, kind).shape
    maker = maker_of(kind)
    return maker if isinstance(maker, instance.Shape) else None


def name_of(kind: Type) -> Str:
    """The name."""
    if not SHORT:
        return as_a(str_object.Str, kind.title)
    if kind.flags & TYPE_HEAP:
        return as_a(HeapType, kind).name
    return names.name_of(int(kind.title))


def set_name(kind: Type, title: Str) -> None:
    """Give a class on the heap a name."""
    if SHORT:
        as_a(HeapType, kind).name = title
    else:
        kind.title = title


def set_shape(kind: Type, shape: Shape) -> None:
    """Tell what new instances of a class on the heap start with."""
    if SHORT:
        as_a(HeapType, kind).shape = shape
    else:
        kind.shape = shape


def write_name(kind: Type, out: Writer) -> None:
    """Write the name, without need of memory."""
    if SHORT and not kind.flags & TYPE_HEAP:
        names.write_title(int(kind.title), out)
    else:
        out.write_text(name_of(kind))


def lookup_qualified(kind: Type) -> Value:
    """`__qualname__`, or the name where there is none."""
    found = attributes_of(kind).find_name(name("__qualname__"))
    return found if found is not NULL else name_of(kind)


def write_full_name(kind: Type, out: Writer) -> None:
    """Write the name behind the module's, which those of `builtins` do not have."""
    home = attributes_of(kind).find_name(name("__module__"))
    if isinstance(home, str_object.Str):
        out.write_text(home)
        out.write_char(ord("."))
    if kind.flags & TYPE_HEAP:
        operations.write_str(lookup_qualified(kind), out)
    else:
        write_name(kind, out)


def type_of(value: Value) -> Type:
    """`type(value)`."""
    if is_small(value):
        return int_object.INT_TYPE
    if isinstance(value, instance.Instance):
        return value.shape.owner
    kind = TYPES[value]
    if SUBTYPES and kind is DERIVED_TYPE:
        return derived.class_of(as_a(Obj, value))
    return kind


def is_custom(value: Value) -> bool:
    """Whether a Value is an object of a Python class, which may have dunder methods."""
    return not is_small(value) and type_of(value).flags & TYPE_HEAP != 0


def lookup(kind: Type, name: Str) -> Value:
    """The attribute of a type along its MRO, as it is stored; NULL where there is none.

    What a Python class has, or has not, is remembered in the attribute cache by (type, name)."""
    if kind.flags & TYPE_HEAP:
        known = cache.find(kind, name)
        if known is not NULL:
            return NULL if is_small(known) else known
    found = attributes_of(kind).find_name(name)
    if found is NULL:
        ancestors = ancestors_of(kind)
        for index in range(len(ancestors.items)):
            found = attributes_of(as_a(Type, ancestors.items[index])).find_name(name)
            if found is not NULL:
                break
    if kind.flags & TYPE_HEAP and not is_small(found):
        cache.remember(kind, name, found if found is not NULL else small(0))
    return found


def mro_length(kind: Type) -> int:
    """How many types the MRO of a type has, itself included."""
    return len(ancestors_of(kind).items) + 1


def mro_entry(kind: Type, index: int) -> Type:
    """A type of the MRO of a type, which is the first itself."""
    return kind if index == 0 else as_a(Type, ancestors_of(kind).items[index - 1])


def mro_of(kind: Type) -> Tuple:
    """The MRO as a new tuple."""
    result = exception.alloc_tuple(mro_length(kind))
    for index in range(len(result.items)):
        result.items[index] = mro_entry(kind, index)
    return result


def lookup_after(kind: Type, start: Type, name: Str) -> Value:
    """As `lookup`, among the types behind `start` in the MRO of `kind`; for `super`."""
    seen = False
    for index in range(mro_length(kind)):
        entry = mro_entry(kind, index)
        if seen:
            found = attributes_of(entry).find_name(name)
            if found is not NULL:
                return found
        if entry is start:
            seen = True
    return NULL


def is_subtype(kind: Type, base: Type) -> bool:
    """`issubclass(kind, base)`."""
    if kind is base:
        return True
    ancestors = ancestors_of(kind)
    for index in range(len(ancestors.items)):
        if same(ancestors.items[index], base):
            return True
    return False


def is_instance(value: Value, kind: Type) -> bool:
    """`isinstance(value, kind)` for one type."""
    return is_subtype(type_of(value), kind)


# Built-in types are made while the host imports the modules. Strings, tuples and dicts are built-in
# types too, so what needs them is put off until the core of the types is there.

_late: list[Callable[[], None]] | None = []
_last: list[Callable[[], None]] = []


def when_ready(action: Callable[[], None]) -> None:
    """Run an action as soon as Str, Tuple and Dict can be used; at build time only."""
    if _late is None:
        action()
    else:
        _late.append(action)


def when_filled(action: Callable[[], None]) -> None:
    """Run an action once the types of the core are complete; at build time only."""
    if _late is None:
        action()
    else:
        _last.append(action)


def complete() -> None:
    """Str, Tuple and Dict are there: do what was put off."""
    global _late
    actions, _late = _late or [], None
    for action in actions + _last:
        action()


T = TypeVar("T")


def host_object(cls: builtins.type[T], **fields: object) -> T:
    """An object with these fields, at build time: unlike the constructor it needs none of the
    classes that the fields are of."""
    made = cls.__new__(cls)
    for title, content in fields.items():
        setattr(made, title, content)
    return made


def raw_type(flags: int) -> Type:
    """A type with nothing but its flags, at build time."""
    return host_object(
        BuiltinType,
        title=None,
        bases=None,
        ancestors=None,
        attributes=None,
        shape=None,
        constructor=NULL,
        flags=flags,
        slots=0,
    )


def host_space(kind: Type) -> Dict:
    """The attributes of a built-in type, at build time."""
    return as_a(dict_object.Dict, kind.attributes)


_no_attributes: list[Space] = []
when_ready(lambda: _no_attributes.append(names.packed(dict_object.new_dict())))
_tuples: dict[tuple[Type, ...], Tuple] = {}
"""The tuples of types, shared."""


def _tuple_of_types(*types: Any) -> Tuple:
    if types not in _tuples:
        _tuples[types] = tuple_object.tuple_of(*types)
    return _tuples[types]


def fill_type(kind: Type, title: str, base: Type | None) -> None:
    """Give a built-in type its name, bases and attribute table, at build time. The name may have
    its module before it, `re.Pattern`, which a small board does not keep."""
    home, _, own_name = title.rpartition(".")

    def fill() -> None:
        kind.title = builtin.host_title(own_name)
        kind.bases = _tuple_of_types(*([] if base is None else [base]))
        kind.ancestors = _tuple_of_types(*([] if base is None else [base, *base.ancestors.items]))
        kind.attributes = dict_object.new_dict()
        if home and LARGE:
            kind.attributes.store(name("__module__"), name(home))

    when_ready(fill)


def builtin_type(
    title: str, cls: builtins.type | None, base: Type | None = None, flags: int = 0
) -> Type:
    """A built-in type for the objects of a typed class, at build time; `object` is its base
    unless another is given."""
    kind = raw_type(flags)
    fill_type(kind, title, OBJECT_TYPE if base is None else base)
    if cls is not None:
        TYPES.set(cls, kind)
    return kind


def define(kind: Type, title: str, value: Value) -> None:
    """Give a built-in type an attribute, at build time."""
    when_ready(lambda: host_space(kind).store(name(title), value))


OBJECT_TYPE: Type = raw_type(TYPE_INSTANCES)
fill_type(OBJECT_TYPE, "object", None)
TYPES: ClassTable[Type] = ClassTable(OBJECT_TYPE)
TYPE_TYPE: Type = builtin_type("type", Type)
DERIVED_TYPE: Type = raw_type(0)
"""What `TYPES` has for derived objects, which know their class themselves."""
fill_type(DERIVED_TYPE, "derived", None)

# Modules of an import cycle: only functions use their names.
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import attributes, cache, construct  # noqa: E402
from anthill.vm.objects import builtin, derived, exception, instance, names  # noqa: E402
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import tuple as tuple_object  # noqa: E402
from anthill.vm.objects.str import name  # noqa: E402
