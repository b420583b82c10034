"""`super(type, object)`: attributes from the types behind `type` in the object's MRO."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value, same
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.type import Type
    from anthill.vm.writer import Writer


class Super(Obj):
    """A view of an object, or of a class for class methods, as one of its bases. Without an owner
    it is one for whatever object it is got from, as an attribute of a class."""

    start: Type
    owner: Value
    kind: Type
    """The class whose MRO counts: that of the owner, which it may only claim to have, or the owner
    itself; `start` without an owner."""

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<super: "))
        out.write_message(message("<class '"))
        type_object.write_name(self.start, out)
        out.write_message(message("'>"))
        if self.owner is NULL:
            out.write_message(message(", NULL>"))
        else:
            out.write_message(message(", <"))
            type_object.write_name(self.kind, out)
            out.write_message(message(" object>>"))

    def get_attribute(self, name: Str) -> Value:
        owner = self.owner
        if owner is NULL:
            if name is str_object.name("__thisclass__"):
                return self.start
            if name is str_object.name("__self__") or name is str_object.name("__self_class__"):
                return singletons.NONE
            return errors.type_attribute(self, name)
        kind = self.kind
        found = NULL
        if name is not str_object.name("__class__"):
            found = inherited(kind, self.start, name)
        if found is not NULL:
            return attributes.bind(found, NULL if same(owner, kind) else owner, kind)
        if name is str_object.name("__thisclass__"):
            return self.start
        if name is str_object.name("__self__"):
            return owner
        if name is str_object.name("__self_class__"):
            return kind
        return errors.type_attribute(self, name)


def inherited(kind: Type, start: Type, name: Str) -> Value:
    """What a class has behind another one in its MRO, NULL if nothing."""
    return attributes.or_wrapper(type_object.lookup_after(kind, start, name), kind, name)


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors  # noqa: E402
from anthill.vm.interpreter import attributes, construct, frames  # noqa: E402
from anthill.vm.interpreter.state import vm  # noqa: E402
from anthill.vm.objects import builtin, module, singletons  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402

SUPER_TYPE = type_object.builtin_type("super", Super)
module.BUILTINS.define("super", SUPER_TYPE)


@builtin.constructor(SUPER_TYPE, required=0)
def new_super(start: Value, owner: Value) -> Value:
    """`super(type, object)`; the compiler adds the two where a method says `super()`."""
    if start is NULL:
        inside = frames.code_of(vm.regs).positional
        raise errors.runtime_error(
            message("super(): __class__ cell not found" if inside else "super(): no arguments")
        )
    if not isinstance(start, type_object.Type):
        raise errors.type_error_with(
            message("super() argument 1 must be a type, not %t"), start, NULL
        )
    if owner is NULL or owner is singletons.NONE:
        return Super(start, NULL, start)
    if isinstance(owner, type_object.Type) and type_object.is_subtype(owner, start):
        return Super(start, owner, owner)
    kind = type_object.type_of(owner)
    if type_object.is_subtype(kind, start):
        return Super(start, owner, kind)
    if LARGE and construct.is_instance(owner, start):
        said = attributes.attribute_or_null(owner, str_object.name("__class__"))
        if isinstance(said, type_object.Type):
            return Super(start, owner, said)
    if isinstance(owner, type_object.Type):
        pattern = message(
            "super(type, obj): obj (type %s) is not an instance or subtype of type (%s)."
        )
        raise errors.type_error_with(
            pattern, type_object.name_of(owner), type_object.name_of(start)
        )
    pattern = message(
        "super(type, obj): obj (instance of %t) is not an instance or subtype of type (%s)."
    )
    raise errors.type_error_with(pattern, owner, type_object.name_of(start))
