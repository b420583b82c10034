"""`complex`: making it from other values, and its methods."""

from __future__ import annotations

from anthill.typed import NULL, Value, as_a, is_small, u8
from anthill.vm import dtoa, errors, floats, libm, operations
from anthill.vm.interpreter import warnings
from anthill.vm.messages import message
from anthill.vm.objects import float_methods, int_methods, strings
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import constructor, getter, method
from anthill.vm.objects.complex import COMPLEX_TYPE, Complex, is_number
from anthill.vm.objects.float import new_float
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.tuple import pair


@constructor(COMPLEX_TYPE, required=0, keywords="real imag")
def make_complex(real: Value, imag: Value) -> Value:
    """`complex(real=0, imag=0)`."""
    if isinstance(real, Complex) and imag is NULL and not type_object.is_custom(real):
        return real
    if isinstance(real, Str):
        if imag is not NULL:
            raise errors.type_error(message("complex() can't take second arg if first is a string"))
        return complex_from_text(real)
    if isinstance(imag, Str):
        raise errors.type_error(message("complex() second arg can't be a string"))
    first = Complex(0.0, 0.0)
    if real is not NULL:
        first = argument(
            real, message("complex() first argument must be a string or a number, not '%t'")
        )
    if imag is NULL:
        return Complex(first.real, first.imag)
    if not is_number(imag) and not has_float(imag):
        raise errors.type_error_with(
            message("complex() second argument must be a number, not '%t'"), imag, NULL
        )
    x = first.real
    y = 0.0
    if isinstance(imag, Complex):
        x -= imag.imag
        y = imag.real
    else:
        y = float_methods.real_argument(imag)
    if isinstance(real, Complex):
        y += first.imag
    return Complex(x, y)


def has_float(value: Value) -> bool:
    """Whether an object of a Python class stands for a float."""
    if is_small(value) or not type_object.is_custom(value):
        return False
    kind = type_object.type_of(value)
    return (
        type_object.lookup(kind, name("__float__")) is not NULL
        or type_object.lookup(kind, name("__index__")) is not NULL
    )


def argument(value: Value, reason: int) -> Complex:
    """The complex number that an argument stands for; TypeError with `reason`."""
    if isinstance(value, Complex) and not type_object.is_custom(value):
        return value
    if not is_small(value) and type_object.is_custom(value):
        special = type_object.lookup(type_object.type_of(value), name("__complex__"))
        if special is not NULL:
            result = operations.call1(special, value)
            if not isinstance(result, Complex):
                pattern = message("__complex__ returned non-complex (type %t)")
                raise errors.type_error_with(pattern, result, NULL)
            if type_object.type_of(result) is not COMPLEX_TYPE:
                warnings.deprecated(
                    message(
                        "__complex__ returned non-complex (type %t).  The ability to return an"
                        " instance of a strict subclass of complex is deprecated, and may be"
                        " removed in a future version of Python."
                    ),
                    result,
                    NULL,
                )
                return Complex(result.real, result.imag)
            return result
    if isinstance(value, Complex):
        return value
    if not is_number(value) and not has_float(value):
        raise errors.type_error_with(reason, value, NULL)
    return Complex(float_methods.real_argument(value), 0.0)


def complex_from_text(source: Str) -> Complex:
    """`complex(source)`; ValueError."""
    source = as_a(Str, int_methods.plain_digits(source))
    p = strings.data_of(source)
    size = strings.size_of(source)
    at = strings.blanks_before(source, p, size)
    end = strings.without_blanks_behind(source, p, size)
    if at < end and p[at] == ord("(") and p[end - 1] == ord(")"):
        at += 1
        end -= 1
        at += strings.blanks_before(source, p + at, end - at)
        end = at + strings.without_blanks_behind(source, p + at, end - at)
    x = 0.0
    taken, y = dtoa.float_at(p + at, end - at)
    rest = p + (at + taken)
    left = end - at - taken
    if taken != 0 and left == 0:
        return Complex(y, 0.0)
    if taken != 0 and is_sign(rest[0]):
        x = y
        taken, y = dtoa.float_at(rest, left)
        rest = rest + taken
        left -= taken
    if taken == 0:
        y = 1.0
        if left > 0 and is_sign(rest[0]):
            y = -1.0 if rest[0] == ord("-") else 1.0
            rest = rest + 1
            left -= 1
    if left != 1 or rest[0] | 0x20 != ord("j"):
        raise errors.value_error(message("complex() arg is a malformed string"))
    return Complex(x, y)


def is_sign(c: u8) -> bool:
    """Whether a byte is `+` or `-`."""
    return c == ord("+") or c == ord("-")


def absolute(value: Complex) -> Value:
    """`abs(value)`; OverflowError."""
    size = libm.hypot(value.real, value.imag)
    if not floats.is_finite(size) and floats.is_finite(value.real) and floats.is_finite(value.imag):
        raise errors.overflow_error(message("absolute value too large"))
    return new_float(size)


@method(COMPLEX_TYPE, "conjugate")
def complex_conjugate(self: Complex) -> Value:
    """`complex.conjugate()`."""
    return Complex(self.real, -self.imag)


@method(COMPLEX_TYPE, "__complex__")
def complex_complex(self: Complex) -> Value:
    """`complex.__complex__()`."""
    return Complex(self.real, self.imag)


@method(COMPLEX_TYPE, "__getnewargs__")
def complex_getnewargs(self: Complex) -> Value:
    """`complex.__getnewargs__()`."""
    return pair(new_float(self.real), new_float(self.imag))


@getter(COMPLEX_TYPE, "real")
def complex_real(self: Complex) -> Value:
    """The real part."""
    return new_float(self.real)


@getter(COMPLEX_TYPE, "imag")
def complex_imag(self: Complex) -> Value:
    """The imaginary part."""
    return new_float(self.imag)
