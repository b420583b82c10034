"""Integers that are objects of Python classes: a number in a box.

Only classes that derive from `int` have such objects; what the box itself answers is what the
number in it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import Value
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class Boxed(Obj):
    """An integer in a box."""

    value: Value

    def write_repr(self, out: Writer) -> None:
        operations.write_repr(self.value, out)

    def truth(self) -> bool:
        return operations.truth(self.value)

    def hash_code(self) -> int:
        return operations.hash_code(self.value)

    def compare(self, op: int, other: Value) -> Value:
        if type_object.is_custom(other) and not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        return operations.find_compare(op, self.value, int_object.unboxed(other))

    def binary(self, op: int, other: Value) -> Value:
        if type_object.is_custom(other) and not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        return operations.find_binary(op, self.value, int_object.unboxed(other))

    def reflected(self, op: int, other: Value) -> Value:
        if type_object.is_custom(other) and not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        return operations.find_binary(op, int_object.unboxed(other), self.value)

    def unary(self, op: int) -> Value:
        return operations.unary(op, self.value)


# Modules of an import cycle: only functions use their names.
from anthill.vm import operations  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects import singletons  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
