"""The protocol that every Python-level object answers.

One virtual method per kind of operation; a type overrides what it can do. The defaults raise
CPython's errors or return NOT_IMPLEMENTED. Small integers are no objects: `vm.operations` looks
at the tag first and is what other code calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime import identity
from anthill.typed import Object, Ptr, Value

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer


class Obj(Object):
    """A Python-level object."""

    def write_repr(self, out: Writer) -> None:
        """Write `repr(self)`."""
        errors.write_default_repr(self, out)

    def write_str(self, out: Writer) -> None:
        """Write `str(self)`."""
        self.write_repr(out)

    def truth(self) -> bool:
        """`bool(self)`."""
        return True

    def hash_code(self) -> int:
        """`hash(self)` as a machine word; TypeError where there is none."""
        return identity.object_id(self) >> 1

    def compare(self, op: int, other: Value) -> Value:
        """`self op other` for Op.LT ... Op.GE, or NOT_IMPLEMENTED."""
        return singletons.NOT_IMPLEMENTED

    def binary(self, op: int, other: Value) -> Value:
        """`self op other` for Op.ADD ... Op.MATMUL, or NOT_IMPLEMENTED."""
        return singletons.NOT_IMPLEMENTED

    def reflected(self, op: int, other: Value) -> Value:
        """`other op self`, asked when `other` does not know how."""
        return singletons.NOT_IMPLEMENTED

    def inplace(self, op: int, other: Value) -> Value:
        """`self op= other` for Op.ADD ... Op.MATMUL (not INPLACE_*), or NOT_IMPLEMENTED."""
        return singletons.NOT_IMPLEMENTED

    def unary(self, op: int) -> Value:
        """Op.NEG, Op.POS or Op.INVERT, or NOT_IMPLEMENTED."""
        return singletons.NOT_IMPLEMENTED

    def length(self) -> int:
        """`len(self)`; -1 where the type has none."""
        return -1

    def get_item(self, key: Value) -> Value:
        """`self[key]`."""
        raise errors.not_subscriptable(self)

    def set_item(self, key: Value, value: Value) -> None:
        """`self[key] = value`."""
        raise errors.no_item_assignment(self)

    def delete_item(self, key: Value) -> None:
        """`del self[key]`."""
        raise errors.no_item_deletion(self)

    def contains(self, item: Value) -> int:
        """`item in self`: 1 or 0; -1 when the type leaves it to iteration."""
        return -1

    def iterate(self) -> Value:
        """`iter(self)`."""
        raise errors.not_iterable(self)

    def next_item(self) -> Value:
        """The next item of an iterator; NULL at its end."""
        raise errors.not_iterator(self)

    def get_attribute(self, name: Str) -> Value:
        """`self.name`, NULL where there is no such attribute."""
        return errors.type_attribute(self, name)

    def set_attribute(self, name: Str, value: Value) -> bool:
        """`self.name = value`, deletion when `value` is NULL; False where it cannot be done."""
        return errors.set_type_attribute(self, name, value)

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        """`self(...)`: `count` positional arguments, then one value per name in `names`."""
        raise errors.not_callable(self)


# Modules of an import cycle: they need Obj, and only functions here use them. Types come first.
from anthill.vm.objects import type as _type  # noqa: E402, F401, I001
from anthill.vm import errors  # noqa: E402
from anthill.vm.objects import singletons  # noqa: E402
