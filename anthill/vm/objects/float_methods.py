"""`float`: making it from other values, and its methods."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value, small, u8, u64, uword
from anthill.vm import dtoa, errors, floats, operations, writer
from anthill.vm.features import LARGE, rare
from anthill.vm.floats import EXPONENT_BIAS, MANTISSA_BITS
from anthill.vm.interpreter import warnings
from anthill.vm.interpreter.special import call_method, index_of
from anthill.vm.messages import message
from anthill.vm.objects import bigint, int_methods, strings
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import class_method, constructor, getter, method, static_method
from anthill.vm.objects.bytes import Buffer
from anthill.vm.objects.float import (
    FLOAT_TYPE,
    float_value,
    is_float,
    is_real,
    new_float,
    real_value,
    to_int,
)
from anthill.vm.objects.str import Str, name, text

FRACTION_DIGITS = (MANTISSA_BITS + 2) // 4
"""Hexadecimal digits of a mantissa behind its first bit."""
FRACTION_MASK = (1 << (MANTISSA_BITS - 1)) - 1
FAR = 1 << 20
"""An exponent beyond all floats, and beyond what digits make up for."""


@constructor(FLOAT_TYPE, required=0)
def make_float(source: Value) -> Value:
    """`float(source)`."""
    if source is NULL:
        return new_float(0.0)
    if is_float(source) and not type_object.is_custom(source):
        return source
    text = isinstance(source, Str) or isinstance(source, Buffer)
    if LARGE and text and type_object.is_custom(source):
        kind = type_object.type_of(source)
        text = (
            type_object.lookup(kind, name("__float__")) is NULL
            and type_object.lookup(kind, name("__index__")) is NULL
        )
    if text:
        return new_float(float_from_text(source))
    return new_float(real_argument(source))


def float_from_text(source: Value) -> float:
    """`float(source)` for str and bytes; ValueError."""
    given = source
    if LARGE:
        source = int_methods.plain_digits(source)
    p = strings.data_of(source)
    n = strings.size_of(source)
    start = strings.blanks_before(source, p, n)
    end = strings.without_blanks_behind(source, p, n)
    size, x = dtoa.float_at(p + start, end - start)
    if size == 0 or start + size != end:
        raise errors.value_error_with(message("could not convert string to float: %r"), given, NULL)
    return x


def real_argument(value: Value) -> float:
    """The number that `value` stands for where a float is needed; TypeError."""
    return real_number(
        value, message("float() argument must be a string or a real number, not '%t'")
    )


def real_number(value: Value, reason: int) -> float:
    """The number that a Value is or makes by `__float__` or `__index__`; TypeError (`reason`)."""
    if type_object.is_custom(value):
        result = call_method(value, name("__float__"))
        if result is not NULL:
            if not is_float(result):
                raise errors.type_error_with(
                    message("%t.__float__ returned non-float (type %t)"), value, result
                )
            if LARGE and type_object.type_of(result) is not FLOAT_TYPE:
                warnings.deprecated(
                    message(
                        "%t.__float__ returned non-float (type %t).  The ability to return an"
                        " instance of a strict subclass of float is deprecated, and may be"
                        " removed in a future version of Python."
                    ),
                    value,
                    result,
                )
            return float_value(result)
    if is_real(value):
        return real_value(value)
    index = index_of(value)
    if index is NULL:
        raise errors.type_error_with(reason, value, NULL)
    return real_value(index)


@method(FLOAT_TYPE, "is_integer")
def float_is_integer(self: Value) -> Value:
    """`float.is_integer()`."""
    x = float_value(self)
    return bool_object.to_bool(floats.is_finite(x) and floats.floor(x) == x)


@rare(method(FLOAT_TYPE, "conjugate"))
def float_conjugate(self: Value) -> Value:
    """`float.conjugate()`."""
    return new_float(float_value(self))


@rare(method(FLOAT_TYPE, "as_integer_ratio"))
def float_as_integer_ratio(self: Value) -> Value:
    """`float.as_integer_ratio()`."""
    x = float_value(self)
    if floats.is_nan(x):
        raise errors.value_error(message("cannot convert NaN to integer ratio"))
    if not floats.is_finite(x):
        raise errors.overflow_error(message("cannot convert Infinity to integer ratio"))
    if x == 0.0:
        return tuple_object.pair(small(0), small(1))
    m = floats.mantissa_of(x)
    e = floats.exponent_of(x)
    while m & 1 == 0 and e < 0:
        m = m >> 1
        e += 1
    numerator = bigint.shifted(m, max(e, 0), x < 0.0)
    return tuple_object.pair(numerator, bigint.shift_left(small(1), small(max(-e, 0))))


# Hexadecimal text.


@rare(method(FLOAT_TYPE, "hex"))
def float_hex(self: Value) -> Value:
    """`float.hex()`."""
    x = float_value(self)
    if not floats.is_finite(x):
        return operations.repr_text(self)
    out = writer.string_writer()
    if floats.is_negative(x):
        out.write_char(ord("-"))
    field = floats.exponent_field(x)
    fraction = u64(floats.float_bits(x)) & FRACTION_MASK
    out.write_text(name("0x1." if field else "0x0."))
    digits = FRACTION_DIGITS if x != 0.0 else 1
    fraction = fraction << (4 * FRACTION_DIGITS - MANTISSA_BITS + 1)
    for place in range(digits):
        out.write_digits(uword(fraction >> (4 * (FRACTION_DIGITS - 1 - place)) & 15), 16, False)
    e = max(field, 1) - EXPONENT_BIAS + MANTISSA_BITS - 1 if x != 0.0 else 0
    out.write_text(name("p-" if e < 0 else "p+"))
    out.write_int(-e if e < 0 else e)
    return out.finish()


@rare(class_method(FLOAT_TYPE, "fromhex", required=2))
def float_fromhex(kind: Value, source: Value) -> Value:
    """`float.fromhex(text)`."""
    if not isinstance(source, Str):
        raise errors.type_error(message("bad argument type for built-in operation"))
    p = strings.data_of(source)
    n = strings.size_of(source)
    start = strings.blanks_before(source, p, n)
    end = strings.without_blanks_behind(source, p, n)
    result = new_float(from_hex_digits(p + start, end - start))
    return result if kind is FLOAT_TYPE else operations.call1(kind, result)


def from_hex_digits(p: Ptr[u8], n: int) -> float:
    """The float in `n` bytes; ValueError, OverflowError."""
    at = 0
    negative = n > 0 and p[0] == ord("-")
    if negative or (n > 0 and p[0] == ord("+")):
        at = 1
    size, x = dtoa.word_at(p + at, n - at)
    if size != 0 and at + size == n:
        return -x if negative else x
    if at + 1 < n and p[at] == ord("0") and p[at + 1] | 0x20 == ord("x"):
        at += 2
    m = u64(0)
    e = 0
    digits = 0
    seen_point = False
    while at < n:
        digit = bigint.digit_value(int(p[at]))
        if digit < 16:
            digits += 1
            if m >> 60 == 0:
                m = m << 4 | u64(digit)
            else:
                e += 4
                if digit != 0:
                    m = m | 1
            if seen_point:
                e -= 4
        elif p[at] == ord(".") and not seen_point:
            seen_point = True
        else:
            break
        at += 1
    size = n - at
    if size > 0 and p[at] | 0x20 == ord("p"):
        size, power = exponent_at(p + (at + 1), n - at - 1)
        e += power
    if digits == 0 or size != 0:
        raise errors.value_error(message("invalid hexadecimal floating-point string"))
    x = floats.nearest(m, min(max(e, -FAR), FAR))
    if not floats.is_finite(x):
        raise errors.overflow_error(message("hexadecimal value too large to represent as a float"))
    return -x if negative else x


def exponent_at(p: Ptr[u8], n: int) -> tuple[int, int]:
    """How many of `n` bytes are left behind a decimal exponent, n without one; its value."""
    at = 1 if n > 0 and (p[0] == ord("-") or p[0] == ord("+")) else 0
    start = at
    power = 0
    while at < n and dtoa.is_digit(p[at]):
        power = min(10 * power + int(p[at]) - ord("0"), FAR)
        at += 1
    if at == start:
        return n + 1, 0
    return n - at, -power if p[0] == ord("-") else power


@rare(static_method(FLOAT_TYPE, "__getformat__"))
def float_getformat(kind: Value) -> Value:
    """`float.__getformat__(kind)`: how numbers of C are stored."""
    if not isinstance(kind, Str):
        raise errors.type_error_with(
            message("__getformat__() argument must be str, not %t"), kind, NULL
        )
    if not operations.equal(kind, name("double")) and not operations.equal(kind, name("float")):
        raise errors.value_error(message("__getformat__() argument 1 must be 'double' or 'float'"))
    return text("IEEE, little-endian")


# Conversions.


@rare(method(FLOAT_TYPE, "__floor__"))
def float_floor(self: Value) -> Value:
    """`float.__floor__()`."""
    return to_int(floats.floor(float_value(self)))


@rare(method(FLOAT_TYPE, "__ceil__"))
def float_ceil(self: Value) -> Value:
    """`float.__ceil__()`."""
    return to_int(-floats.floor(-float_value(self)))


@rare(getter(FLOAT_TYPE, "real"))
def float_real(self: Value) -> Value:
    """`float.real`."""
    return new_float(float_value(self))


@rare(getter(FLOAT_TYPE, "imag"))
def float_imag(self: Value) -> Value:
    """`float.imag`."""
    return new_float(0.0)
