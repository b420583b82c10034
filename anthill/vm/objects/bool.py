"""True and False, the two objects of a type that is also a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import Value, small
from anthill.vm.compiler.bytecode import Op
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class Bool(Obj):
    """`number` is 1 for True, 0 for False."""

    number: int

    def write_repr(self, out: Writer) -> None:
        if self.number:
            out.write_text(str_object.name("True"))
        else:
            out.write_text(str_object.name("False"))

    def truth(self) -> bool:
        return self.number != 0

    def hash_code(self) -> int:
        return self.number

    def compare(self, op: int, other: Value) -> Value:
        if not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        return operations.compare(op, small(self.number), int_object.plain(other))

    def binary(self, op: int, other: Value) -> Value:
        if not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        result = operations.find_binary(op, small(self.number), int_object.plain(other))
        if isinstance(other, Bool) and Op.AND <= op <= Op.XOR:
            return to_bool(int_object.int_of(result) != 0)
        return result

    def reflected(self, op: int, other: Value) -> Value:
        if not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        return operations.find_binary(op, int_object.plain(other), small(self.number))

    def unary(self, op: int) -> Value:
        return int_object.int_unary(op, self.number)


TRUE = Bool(1)
FALSE = Bool(0)


def to_bool(b: bool) -> Value:
    """The Python object for a condition."""
    return TRUE if b else FALSE


def order_result(op: int, order: int) -> Value:
    """The result of a comparison Op.LT ... Op.GE, from how the left operand orders against the
    right one: negative, zero or positive."""
    return to_bool(holds(op, order))


def holds(op: int, order: int) -> bool:
    """`order op 0` for Op.LT ... Op.GE."""
    match op:
        case Op.LT:
            return order < 0
        case Op.LE:
            return order <= 0
        case Op.EQ:
            return order == 0
        case Op.NE:
            return order != 0
        case Op.GT:
            return order > 0
        case _:
            return order >= 0


# Modules of an import cycle: only functions use their names.
from anthill.vm import operations  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects import singletons  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

BOOL_TYPE = builtin_type("bool", Bool, base=int_object.INT_TYPE)
