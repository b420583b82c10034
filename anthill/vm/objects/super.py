"""`super(type, object)`: attributes from the types behind `type` in the object's MRO."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.type import Type


class Super(Obj):
    """A view of an object, or of a class for class methods, as one of its bases."""

    start: Type
    owner: Value

    def get_attribute(self, name: Str) -> Value:
        owner = self.owner
        if isinstance(owner, type_object.Type) and type_object.is_subtype(owner, self.start):
            found = type_object.lookup_after(owner, self.start, name)
            return NULL if found is NULL else attributes.bind(found, NULL, owner)
        kind = type_object.type_of(owner)
        found = type_object.lookup_after(kind, self.start, name)
        return NULL if found is NULL else attributes.bind(found, owner, kind)


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors  # noqa: E402
from anthill.vm.interpreter import attributes, frames  # noqa: E402
from anthill.vm.interpreter.state import vm  # noqa: E402
from anthill.vm.objects import builtin, module  # noqa: E402
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
    fits = type_object.is_instance(owner, start)
    if isinstance(owner, type_object.Type) and type_object.is_subtype(owner, start):
        fits = True
    if not fits:
        raise errors.type_error(
            message("super(type, obj): obj must be an instance or subtype of type")
        )
    return Super(start, owner)
