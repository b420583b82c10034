"""The C library's functions on floats. On bare metal each one that is used costs 0.3-2 KB of flash.

They follow IEEE 754: no exceptions, NaN or infinity where Python raises. The bodies make CPython's
functions do the same.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING

from anthill.typed import (
    FLOAT_BITS,
    TRANSLATING,
    Array,
    Ptr,
    address_of,
    extern,
    items_of,
    pointer,
    static_array,
    u32,
    u64,
)

SUFFIX = "" if FLOAT_BITS == 64 else "f"
INFINITY = math.inf
PI = math.pi
NAN = math.nan
MANTISSA_BITS = 53 if FLOAT_BITS == 64 else 24
"""Significant bits of a float."""
EXPONENT_BITS = FLOAT_BITS - MANTISSA_BITS
EXPONENT_MASK = (1 << EXPONENT_BITS) - 1
EXPONENT_BIAS = EXPONENT_MASK // 2 + MANTISSA_BITS - 1
"""A float is its integer mantissa times 2 to the power of its exponent field less this."""

if TYPE_CHECKING:
    Bits = int
else:
    Bits = u64 if FLOAT_BITS == 64 else u32
_FORMATS = ("<d", "<Q") if FLOAT_BITS == 64 else ("<f", "<I")
_slot: Array[float] = static_array(float, 1)


def float_bits(x: float) -> Bits:
    """The bits of a float: sign, exponent, mantissa."""
    if not TRANSLATING:
        return _host_bits(x)
    _slot[0] = x
    bits: Ptr[Bits] = pointer(Bits, address_of(items_of(_slot)))
    return bits[0]


def bits_float(bits: Bits) -> float:
    """The float with these bits."""
    if not TRANSLATING:
        return _host_float(bits)
    place: Ptr[Bits] = pointer(Bits, address_of(items_of(_slot)))
    place[0] = bits
    return _slot[0]


def _host_bits(x: float) -> int:
    try:
        data = struct.pack(_FORMATS[0], x)
    except OverflowError:
        data = struct.pack(_FORMATS[0], math.copysign(INFINITY, x))
    return int(struct.unpack(_FORMATS[1], data)[0])


def _host_float(bits: int) -> float:
    return float(struct.unpack(_FORMATS[0], struct.pack(_FORMATS[1], bits))[0])


def is_negative(x: float) -> bool:
    """Whether the sign bit is set: -0.0 has it."""
    return float_bits(x) >> (FLOAT_BITS - 1) != 0


def is_finite(x: float) -> bool:
    """Whether x is neither infinite nor NaN."""
    return x - x == 0.0


def is_nan(x: float) -> bool:
    """Whether x is not a number."""
    return x != x


def magnitude(x: float) -> float:
    """x without its sign."""
    return bits_float(float_bits(x) & ((1 << (FLOAT_BITS - 1)) - 1))


def with_sign(x: float, sign: float) -> float:
    """The magnitude of x with the sign of the other."""
    return -magnitude(x) if is_negative(sign) else magnitude(x)


def _guarded(function: Callable[..., float], *args: float) -> float:
    """What C gives where CPython raises."""
    try:
        return function(*args)
    except ValueError:
        return NAN
    except OverflowError:
        return INFINITY


@extern("pow" + SUFFIX, "math.h")
def power(x: float, y: float) -> float:
    """x to the power y; x is not 0 when y is negative."""
    try:
        return math.pow(x, y)
    except ValueError:
        return NAN
    except OverflowError:
        return -INFINITY if x < 0 and math.fmod(y, 2.0) != 0.0 else INFINITY


@extern("fmod" + SUFFIX, "math.h")
def fmod(x: float, y: float) -> float:
    """Remainder with the sign of x."""
    return _guarded(math.fmod, x, y)


@extern("atan2" + SUFFIX, "math.h")
def atan2(y: float, x: float) -> float:
    """Angle of the point (x, y)."""
    return math.atan2(y, x)


@extern("floor" + SUFFIX, "math.h")
def floor(x: float) -> float:
    """The largest integer not above x."""
    return float(math.floor(x)) if is_finite(x) and x != 0.0 else x


@extern("ceil" + SUFFIX, "math.h")
def ceil(x: float) -> float:
    """The smallest integer not below x."""
    return math.copysign(math.ceil(x), x) if is_finite(x) else x


@extern("sqrt" + SUFFIX, "math.h")
def sqrt(x: float) -> float:
    """Square root."""
    return _guarded(math.sqrt, x)


@extern("sin" + SUFFIX, "math.h")
def sin(x: float) -> float:
    """Sine."""
    return _guarded(math.sin, x)


@extern("cos" + SUFFIX, "math.h")
def cos(x: float) -> float:
    """Cosine."""
    return _guarded(math.cos, x)


@extern("tan" + SUFFIX, "math.h")
def tan(x: float) -> float:
    """Tangent."""
    return _guarded(math.tan, x)


@extern("asin" + SUFFIX, "math.h")
def asin(x: float) -> float:
    """Arc sine."""
    return _guarded(math.asin, x)


@extern("acos" + SUFFIX, "math.h")
def acos(x: float) -> float:
    """Arc cosine."""
    return _guarded(math.acos, x)


@extern("atan" + SUFFIX, "math.h")
def atan(x: float) -> float:
    """Arc tangent."""
    return _guarded(math.atan, x)


@extern("sinh" + SUFFIX, "math.h")
def sinh(x: float) -> float:
    """Hyperbolic sine."""
    return _guarded(math.sinh, x)


@extern("cosh" + SUFFIX, "math.h")
def cosh(x: float) -> float:
    """Hyperbolic cosine."""
    return _guarded(math.cosh, x)


@extern("tanh" + SUFFIX, "math.h")
def tanh(x: float) -> float:
    """Hyperbolic tangent."""
    return _guarded(math.tanh, x)


@extern("asinh" + SUFFIX, "math.h")
def asinh(x: float) -> float:
    """Inverse hyperbolic sine."""
    return _guarded(math.asinh, x)


@extern("acosh" + SUFFIX, "math.h")
def acosh(x: float) -> float:
    """Inverse hyperbolic cosine."""
    return _guarded(math.acosh, x)


@extern("atanh" + SUFFIX, "math.h")
def atanh(x: float) -> float:
    """Inverse hyperbolic tangent."""
    return _guarded(math.atanh, x)


@extern("exp" + SUFFIX, "math.h")
def exp(x: float) -> float:
    """e to the power x."""
    return _guarded(math.exp, x)


@extern("expm1" + SUFFIX, "math.h")
def expm1(x: float) -> float:
    """`exp(x) - 1`, exact for small x."""
    return _guarded(math.expm1, x)


@extern("log" + SUFFIX, "math.h")
def log(x: float) -> float:
    """Natural logarithm."""
    return _guarded(math.log, x)


@extern("log2" + SUFFIX, "math.h")
def log2(x: float) -> float:
    """Logarithm to base 2."""
    return _guarded(math.log2, x)


@extern("log10" + SUFFIX, "math.h")
def log10(x: float) -> float:
    """Logarithm to base 10."""
    return _guarded(math.log10, x)


@extern("log1p" + SUFFIX, "math.h")
def log1p(x: float) -> float:
    """`log(1 + x)`, exact for small x."""
    return _guarded(math.log1p, x)


@extern("erf" + SUFFIX, "math.h")
def erf(x: float) -> float:
    """Error function."""
    return _guarded(math.erf, x)


@extern("erfc" + SUFFIX, "math.h")
def erfc(x: float) -> float:
    """`1 - erf(x)`."""
    return _guarded(math.erfc, x)


@extern("cbrt" + SUFFIX, "math.h")
def cbrt(x: float) -> float:
    """Cube root."""
    return _guarded(math.cbrt, x)


@extern("tgamma" + SUFFIX, "math.h")
def gamma(x: float) -> float:
    """Gamma function."""
    return _guarded(math.gamma, x)


@extern("lgamma" + SUFFIX, "math.h")
def lgamma(x: float) -> float:
    """Logarithm of the magnitude of the gamma function."""
    return _guarded(math.lgamma, x)
