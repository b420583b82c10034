"""Objects of Python classes: a shape, shared by instances with the same attributes, and slots.

A shape is a chain, one link per attribute from the last added to the first; attribute i of the
chain lies in slot i. An instance has a fixed number of slots. When an attribute does not fit, the
last slot becomes an overflow array and the instance goes on with shapes whose `inline` says so:
attribute i < inline lies in slot i, the others in the array. Shapes never change, but for the list
of their successors; shapes of built-in classes are constants, their successors hang on
`shapes.derived`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    NULL,
    Array,
    Header,
    Object,
    Static,
    Tail,
    Value,
    alloc,
    array_of,
    as_a,
    copy_items,
    items_of,
    u8,
)
from anthill.typed.extended import first
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.type import Type

ALL_INLINE = 255
"""`Shape.inline` while there is no overflow array."""
NO_SLOT = -(1 << 20)
"""What `find_slot` answers for a name that the shape does not have."""
MORE_SLOTS = 4
"""Room by which an overflow array grows."""


class Shape(Object):
    """Where the instances of a class have their attributes. Those that are no Links are constants,
    for slots without names."""

    owner: Type
    count: u8
    """Slots in use, those without a name included."""
    inline: u8
    whole: Header[u8]
    """1 if a program asked for `__dict__`: the attributes are in a dict, in the last used slot."""


class Link(Shape):
    """A shape on the heap."""

    parent: Shape | None
    name: Str | None
    """The attribute added last; None for slots without a name."""
    child: Link | None
    """The successors are a list: its first, and the next one in the list of `parent`."""
    sibling: Link | None


class Shapes(Static):
    """Shapes whose parents are constants."""

    derived: Link | None = None


shapes = Shapes()


class Plain(Obj):
    """What Instances do where their class says nothing; it has no objects."""


@first
class Instance(Plain):
    """An object of a Python class. Slots that hold nothing are NULL.

    Its methods are those of `special` and `attributes`, see `derivable`."""

    shape: Shape
    slots: Tail[Value]


def root_shape(owner: Type, count: int, constant: bool) -> Shape:
    """A shape with `count` slots that have no name."""
    if constant:
        return Shape(owner, u8(count), ALL_INLINE, 0)
    return Link(owner, u8(count), ALL_INLINE, 0, None, None, None, None)


def parent_of(shape: Shape) -> Shape | None:
    """The shape before the last attribute was added, None if there was none."""
    return shape.parent if isinstance(shape, Link) else None


def name_of(shape: Shape) -> Str | None:
    """The attribute added last; None for slots without a name."""
    return shape.name if isinstance(shape, Link) else None


def new_instance(shape: Shape, slots: int) -> Instance:
    """An instance with `slots` empty slots, at least as many as the shape has in use."""
    result = alloc(Instance, slots)
    result.shape = shape
    return result


def find_slot(shape: Shape, name: Str) -> int:
    """Where instances of this shape have an attribute: slot i as i, item i of the overflow array
    as -1 - i; NO_SLOT when they have none."""
    link: Shape | None = shape
    while isinstance(link, Link):
        if link.name is name:
            return slot_of(shape, int(link.count) - 1)
        link = link.parent
    return NO_SLOT


def slot_of(shape: Shape, index: int) -> int:
    """Where instances of this shape have the attribute with this index, as `find_slot` says it."""
    inline = int(shape.inline)
    return index if index < inline else inline - index - 1


def overflow_of(obj: Instance) -> Array[Value]:
    """The overflow array."""
    return as_a(Overflow, obj.slots[len(obj.slots) - 1]).items


class Overflow(Obj):
    """What the last slot holds once an instance has more attributes than slots."""

    items: Array[Value]


def get_slot(obj: Instance, slot: int) -> Value:
    """The Value at a place that `find_slot` named; NULL when the attribute was deleted."""
    if slot >= 0:
        return obj.slots[slot]
    return overflow_of(obj)[-1 - slot]


def set_slot(obj: Instance, slot: int, value: Value) -> None:
    """Store at a place that `find_slot` named."""
    if slot >= 0:
        obj.slots[slot] = value
    else:
        overflow_of(obj)[-1 - slot] = value


def add_attribute(obj: Instance, name: Str, value: Value) -> None:
    """Give an instance an attribute that its shape does not have."""
    shape = obj.shape
    index = int(shape.count)
    capacity = len(obj.slots)
    inline = int(shape.inline)
    full = inline == ALL_INLINE and index >= capacity
    if full:
        inline = capacity - 1
        if inline < 0:
            inline = 0
    following = successor(shape, name, inline)
    if full:
        make_overflow(obj, index)
    if inline != ALL_INLINE:
        box = as_a(Overflow, obj.slots[inline])
        if index - inline >= len(box.items):
            box.items = longer(box.items, index - inline + MORE_SLOTS)
        box.items[index - inline] = value
    else:
        obj.slots[index] = value
    obj.shape = following
    owner = following.owner
    if owner.flags & type_object.TYPE_HEAP and owner.slots <= index:
        owner.slots = u8(index + 1)


def remove_attribute(obj: Instance, name: Str) -> bool:
    """Take an attribute away that the shape has: those added later move down."""
    old = obj.shape
    last = int(old.count) - 1
    index = last
    while name_of(link_at(old, index)) is not name:
        index -= 1
    parent = parent_of(link_at(old, index))
    assert parent is not None
    shape: Shape = parent
    capacity = len(obj.slots)
    for place in range(index + 1, last + 1):
        title = name_of(link_at(old, place))
        assert title is not None
        fits = int(shape.inline) == ALL_INLINE and shape.count < capacity
        shape = successor(shape, title, ALL_INLINE if fits else capacity - 1)
    for place in range(index, last):
        set_slot(obj, slot_of(shape, place), get_slot(obj, slot_of(old, place + 1)))
    if shape.inline == old.inline:
        set_slot(obj, slot_of(old, last), NULL)
    elif index == last:  # what remains fits without the overflow array
        obj.slots[last - 1] = get_slot(obj, slot_of(old, last - 1))
    obj.shape = shape
    return True


def link_at(shape: Shape, index: int) -> Shape:
    """The link of the attribute with this index."""
    while shape.count > index + 1:
        parent = parent_of(shape)
        assert parent is not None
        shape = parent
    return shape


def make_overflow(obj: Instance, count: int) -> None:
    """Move the last slot of a full instance into an overflow array."""
    items = array_of(Value, MORE_SLOTS)
    items[0] = obj.slots[count - 1]
    obj.slots[count - 1] = Overflow(items)


def longer(items: Array[Value], length: int) -> Array[Value]:
    """A copy of an array with more room."""
    result = array_of(Value, length)
    copy_items(items_of(result), items_of(items), len(items))
    return result


def successor(shape: Shape, name: Str, inline: int) -> Shape:
    """The shape after adding an attribute."""
    if shape.count >= ALL_INLINE:
        raise errors.attribute_error(message("too many attributes"), NULL, name)
    return linked(shape, name, inline)


def linked(shape: Shape, name: Str | None, inline: int) -> Shape:
    """The shape after adding an attribute or, without a name, the dict of all attributes."""
    entry = shape.child if isinstance(shape, Link) else shapes.derived
    while entry is not None:
        if entry.name is name and entry.inline == inline and entry.parent is shape:
            return entry
        entry = entry.sibling
    first = shape.child if isinstance(shape, Link) else shapes.derived
    count = u8(shape.count + 1)
    result = Link(shape.owner, count, u8(inline), u8(name is None), shape, name, None, first)
    if isinstance(shape, Link):
        shape.child = result
    else:
        shapes.derived = result
    return result


# Attributes in a dict.


def dictionary(obj: Instance) -> Dict | None:
    """The dict of an instance whose attributes are in one."""
    shape = obj.shape
    return as_a(dict_object.Dict, obj.slots[int(shape.count) - 1]) if shape.whole != 0 else None


def set_dictionary(obj: Instance, root: Shape, content: Dict) -> None:
    """Have the attributes of an instance in a dict; `root` is the shape without attributes."""
    shape = linked(root, None, ALL_INLINE)
    fixed = int(root.count)
    for index in range(fixed, len(obj.slots)):
        obj.slots[index] = NULL
    obj.slots[fixed] = content
    obj.shape = shape


def moved(shape: Shape, root: Shape) -> Shape:
    """The shape like another, of a class whose instances begin with the shape `root`."""
    parent = parent_of(shape)
    if parent is None:
        return root
    return linked(moved(parent, root), name_of(shape), int(shape.inline))


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors  # noqa: E402
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
