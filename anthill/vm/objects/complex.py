"""Complex numbers, on boards that have them: a pair of floats.

Division and powers follow the same steps as CPython's, so that results agree to the last digit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import Value, uword
from anthill.vm import floats
from anthill.vm.compiler.bytecode import Op
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

IMAGINARY_FACTOR = 1000003
"""Weight of the imaginary part in a hash."""
MOST_MULTIPLIED = 100.0
"""Powers with whole exponents up to this are products."""


class Complex(Obj):
    """A Python complex number."""

    real: float
    imag: float

    def write_repr(self, out: Writer) -> None:
        whole = self.real == 0.0 and not floats.is_negative(self.real)
        if not whole:
            out.write_char(ord("("))
            write_part(self.real, False, out)
        write_part(self.imag, not whole, out)
        out.write_char(ord("j"))
        if not whole:
            out.write_char(ord(")"))

    def truth(self) -> bool:
        return self.real != 0.0 or self.imag != 0.0

    def hash_code(self) -> int:
        imaginary = uword(float_object.float_hash(self.imag)) * IMAGINARY_FACTOR
        return int(uword(uword(float_object.float_hash(self.real)) + imaginary))

    def compare(self, op: int, other: Value) -> Value:
        if not is_number(other) or (op != Op.EQ and op != Op.NE):
            return singletons.NOT_IMPLEMENTED
        if isinstance(other, Complex):
            equal = self.real == other.real and self.imag == other.imag
        else:
            equal = self.imag == 0.0 and operations.truth(
                float_object.float_compare(Op.EQ, self.real, other)
            )
        return bool_object.to_bool(equal == (op == Op.EQ))

    def binary(self, op: int, other: Value) -> Value:
        if not is_number(other):
            return singletons.NOT_IMPLEMENTED
        return arithmetic(op, self, complex_of(other))

    def reflected(self, op: int, other: Value) -> Value:
        if not is_number(other):
            return singletons.NOT_IMPLEMENTED
        return arithmetic(op, complex_of(other), self)

    def unary(self, op: int) -> Value:
        if op == Op.NEG:
            return Complex(-self.real, -self.imag)
        return Complex(self.real, self.imag) if op == Op.POS else singletons.NOT_IMPLEMENTED


def write_part(x: float, signed: bool, out: Writer) -> None:
    """Write a part without `.0`, with a sign in any case if `signed`."""
    if floats.is_negative(x) and not floats.is_nan(x):
        out.write_char(ord("-"))
    elif signed:
        out.write_char(ord("+"))
    dtoa.write_float(x, ord("r"), 0, 0, out)


def is_number(v: Value) -> bool:
    """Whether `complex_of` has an answer."""
    return isinstance(v, Complex) or float_object.is_real(v)


def complex_of(v: Value) -> Complex:
    """The complex number that is a number; OverflowError."""
    if isinstance(v, Complex):
        return v
    return Complex(float_object.real_value(v), 0.0)


def arithmetic(op: int, a: Complex, b: Complex) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL."""
    match op:
        case Op.ADD:
            return Complex(a.real + b.real, a.imag + b.imag)
        case Op.SUB:
            return Complex(a.real - b.real, a.imag - b.imag)
        case Op.MUL:
            return product(a, b)
        case Op.TRUE_DIV:
            return quotient(a, b)
        case Op.POW:
            return power(a, b)
        case _:
            return singletons.NOT_IMPLEMENTED


def product(a: Complex, b: Complex) -> Complex:
    """a * b."""
    return Complex(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real)


def quotient(a: Complex, b: Complex) -> Complex:
    """a / b by the method of Smith (1962), which does not overflow early; ZeroDivisionError."""
    if floats.magnitude(b.real) >= floats.magnitude(b.imag):
        if b.real == 0.0 and b.imag == 0.0:
            raise errors.zero_division_error(message("complex division by zero"))
        ratio = b.imag / b.real
        size = b.real + b.imag * ratio
        return Complex((a.real + a.imag * ratio) / size, (a.imag - a.real * ratio) / size)
    if floats.magnitude(b.imag) >= floats.magnitude(b.real):
        ratio = b.real / b.imag
        size = b.real * ratio + b.imag
        return Complex((a.real * ratio + a.imag) / size, (a.imag * ratio - a.real) / size)
    return Complex(floats.NAN, floats.NAN)


def power(a: Complex, b: Complex) -> Complex:
    """a ** b; ZeroDivisionError, OverflowError."""
    whole = b.imag == 0.0 and floats.floor(b.real) == b.real
    if whole and floats.magnitude(b.real) <= MOST_MULTIPLIED:
        result = whole_power(a, int(b.real))
    else:
        result = polar_power(a, b)
    if is_infinite(result.real) or is_infinite(result.imag):
        raise errors.overflow_error(message("complex exponentiation"))
    return result


def is_infinite(x: float) -> bool:
    """Whether x is an infinity."""
    return not floats.is_finite(x) and not floats.is_nan(x)


def whole_power(a: Complex, n: int) -> Complex:
    """a ** n by squaring."""
    if n < 0:
        if not a.truth():
            raise zero_power()
        return quotient(Complex(1.0, 0.0), whole_power(a, -n))
    result = Complex(1.0, 0.0)
    while n > 0:
        if n & 1:
            result = product(result, a)
        n = n >> 1
        a = product(a, a)
    return result


def polar_power(a: Complex, b: Complex) -> Complex:
    """a ** b by length and angle."""
    if b.real == 0.0 and b.imag == 0.0:
        return Complex(1.0, 0.0)
    if not a.truth():
        if b.imag != 0.0 or b.real < 0.0:
            raise zero_power()
        return Complex(0.0, 0.0)
    size = libm.hypot(a.real, a.imag)
    length = elementary.power(size, b.real)
    angle = elementary.atan2(a.imag, a.real)
    phase = angle * b.real
    if b.imag != 0.0:
        length *= elementary.exp(-angle * b.imag)
        phase += b.imag * elementary.log(size, elementary.NATURAL)
    return Complex(length * elementary.cos(phase), length * elementary.sin(phase))


def zero_power() -> PyError:
    """The error for 0 to a power that is not positive."""
    return errors.zero_division_error(message("0.0 to a negative or complex power"))


# Modules of an import cycle: only functions use their names.
from anthill.vm import dtoa, elementary, errors, libm, operations  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import float as float_object  # noqa: E402
from anthill.vm.objects import singletons  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

COMPLEX_TYPE = builtin_type("complex", Complex)
