"""Floats: one object per number on 32-bit machines.

Other files see floats only through `is_float`, `float_value` and `new_float`, because on 64-bit
machines they need not be objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime import identity
from anthill.typed import NULL, WORD_BITS, Value, is_small, small, small_int, u64, uword
from anthill.typed.extended import is_exactly
from anthill.vm import floats
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import BIG_INTEGERS, COMPLEX
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

WORD_EDGE = float(1 << (WORD_BITS - 2))
"""The first float above all small integers."""
INFINITY_HASH = 314159
NAN_HASH = 0


class Float(Obj):
    """A Python float."""

    value: float

    def write_repr(self, out: Writer) -> None:
        dtoa.write_repr(self.value, out)

    def truth(self) -> bool:
        return self.value != 0.0

    def hash_code(self) -> int:
        if floats.is_nan(self.value):
            return identity.object_id(self) >> 1
        return float_hash(self.value)

    def compare(self, op: int, other: Value) -> Value:
        if not is_real(other):
            return singletons.NOT_IMPLEMENTED
        return float_compare(op, self.value, other)

    def binary(self, op: int, other: Value) -> Value:
        if not is_real(other):
            return singletons.NOT_IMPLEMENTED
        return float_binary(op, self.value, real_value(other))

    def reflected(self, op: int, other: Value) -> Value:
        if not is_real(other):
            return singletons.NOT_IMPLEMENTED
        return float_binary(op, real_value(other), self.value)

    def unary(self, op: int) -> Value:
        if op == Op.NEG:
            return new_float(-self.value)
        return new_float(self.value) if op == Op.POS else singletons.NOT_IMPLEMENTED


def new_float(x: float) -> Value:
    """The Python float of a number."""
    return Float(x)


def is_float(v: Value) -> bool:
    """Whether `v` is a float."""
    return isinstance(v, Float)


def float_value(v: Value) -> float:
    """The number of a Value for which `is_float` holds."""
    assert isinstance(v, Float)
    return v.value


def is_real(v: Value) -> bool:
    """Whether `real_value` has an answer: floats, integers, True and False."""
    return is_float(v) or int_object.is_int(v)


def real_value(v: Value) -> float:
    """The number of a Value for which `is_real` holds."""
    return float_value(v) if is_float(v) else bigint.to_float(int_object.plain(v))


def arithmetic(op: int, a: Value, b: Value) -> Value:
    """`a op b` of two floats, or of a float and a small integer; NULL for anything else, and
    NOT_IMPLEMENTED for what floats cannot do."""
    if is_exactly(a, Float):
        if is_exactly(b, Float):
            return float_binary(op, a.value, b.value)
        if is_small(b):
            return float_binary(op, a.value, float(small_int(b)))
    elif is_small(a) and is_exactly(b, Float):
        return float_binary(op, float(small_int(a)), b.value)
    return NULL


def float_compare(op: int, a: float, b: Value) -> Value:
    """`a op b` for Op.LT ... Op.GE, where `b` is a real number."""
    if not is_float(b):
        if floats.is_nan(a):
            return bool_object.to_bool(op == Op.NE)
        b = int_object.plain(b)
        if BIG_INTEGERS and (not is_small(b) or not int_object.is_exact(small_int(b))):
            return bool_object.order_result(op, -bigint.order_float(b, a))
    return bool_object.to_bool(float_holds(op, a, real_value(b)))


def float_holds(op: int, a: float, b: float) -> bool:
    """`a op b` for Op.LT ... Op.GE."""
    match op:
        case Op.LT:
            return a < b
        case Op.LE:
            return a <= b
        case Op.EQ:
            return a == b
        case Op.NE:
            return a != b
        case Op.GT:
            return a > b
        case _:
            return a >= b


def float_binary(op: int, a: float, b: float) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL."""
    match op:
        case Op.ADD:
            return new_float(a + b)
        case Op.SUB:
            return new_float(a - b)
        case Op.MUL:
            return new_float(a * b)
        case Op.TRUE_DIV:
            if b == 0.0:
                raise errors.zero_division_error(message("float division by zero"))
            return new_float(a / b)
        case Op.FLOOR_DIV:
            if b == 0.0:
                raise errors.zero_division_error(message("float floor division by zero"))
            return new_float(floor_quotient(a, b))
        case Op.MOD:
            if b == 0.0:
                raise errors.zero_division_error(message("float modulo by zero"))
            return new_float(floor_remainder(a, b))
        case Op.POW:
            return float_power(a, b)
        case _:
            return singletons.NOT_IMPLEMENTED


def floor_remainder(a: float, b: float) -> float:
    """`a % b` for b != 0: it has the sign of b."""
    rest = floats.fmod(a, b)
    if rest == 0.0:
        return floats.with_sign(rest, b)
    return rest + b if (rest < 0.0) != (b < 0.0) else rest


def floor_quotient(a: float, b: float) -> float:
    """`a // b` for b != 0."""
    rest = floats.fmod(a, b)
    quotient = (a - rest) / b
    if rest != 0.0 and (rest < 0.0) != (b < 0.0):
        quotient -= 1.0
    if quotient == 0.0:
        return floats.with_sign(0.0, a / b)
    whole = floats.floor(quotient)
    return whole + 1.0 if quotient - whole > 0.5 else whole


def float_power(a: float, b: float) -> Value:
    """`a ** b`: a complex number where there is no real one."""
    if a == 0.0 and b < 0.0 and floats.is_finite(b):
        raise errors.zero_division_error(message("0.0 cannot be raised to a negative power"))
    result = floats.INFINITY if a == 0.0 and b < 0.0 else elementary.power(a, b)
    if not floats.is_finite(result) and floats.is_finite(a) and floats.is_finite(b):
        if floats.is_nan(result):
            if COMPLEX:
                return complex_object.power(
                    complex_object.Complex(a, 0.0), complex_object.Complex(b, 0.0)
                )
            raise errors.value_error(
                message("negative number cannot be raised to a fractional power")
            )
        raise errors.overflow_error(message("(34, 'Numerical result out of range')"))
    return new_float(result)


def to_int(x: float) -> Value:
    """`int(x)`: rounded toward zero; ValueError, OverflowError."""
    if floats.is_nan(x):
        raise errors.value_error(message("cannot convert float NaN to integer"))
    if not floats.is_finite(x):
        raise errors.overflow_error(message("cannot convert float infinity to integer"))
    return small(int(x)) if -WORD_EDGE <= x < WORD_EDGE else bigint.from_float(x)


def float_hash(x: float) -> int:
    """`hash(x)`: that of the equal integer, if there is one, and of an equal fraction."""
    if floats.is_finite(x) and floats.floor(x) == x and -WORD_EDGE <= x < WORD_EDGE:
        return int_object.word_hash(int(x))
    if not floats.is_finite(x):
        return NAN_HASH if floats.is_nan(x) else INFINITY_HASH if x > 0.0 else -INFINITY_HASH
    if not BIG_INTEGERS:
        bits = u64(floats.float_bits(x))
        return int(uword(bits ^ bits >> 32))
    h = uword(floats.mantissa_of(x) % bigint.HASH_MODULUS)
    h = bigint.rotated(h, floats.exponent_of(x) % bigint.HASH_BITS)
    return -int(h) if x < 0.0 else int(h)


# Modules of an import cycle: only functions use their names.
from anthill.vm import dtoa, elementary, errors  # noqa: E402
from anthill.vm.objects import bigint, singletons  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import complex as complex_object  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

FLOAT_TYPE = builtin_type("float", Float)
