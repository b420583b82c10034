"""Floats taken apart and put together: bits, signs, mantissas, whole parts.

Where a number is on its way between forms it is a mantissa of 64 bits and an exponent of 2, that is
m * 2**e. Nothing here uses floating-point arithmetic beyond comparing and negating.
"""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING

from anthill.typed import (
    FLOAT_BITS,
    TRANSLATING,
    Array,
    Ptr,
    address_of,
    items_of,
    pointer,
    static_array,
    u32,
    u64,
)

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


# Mantissas and exponents.


def leading_zeros(m: u64) -> int:
    """Zero bits above the highest 1 of m != 0."""
    count = 0
    while m >> 63 == 0:
        m = m << 1
        count += 1
    return count


def mantissa_of(x: float) -> u64:
    """The mantissa of a finite x != 0, its highest bit set."""
    fraction = u64(float_bits(x)) & ((1 << (MANTISSA_BITS - 1)) - 1)
    if exponent_field(x) != 0:
        fraction = fraction | 1 << (MANTISSA_BITS - 1)
    return fraction << leading_zeros(fraction)


def exponent_of(x: float) -> int:
    """|x| is `mantissa_of(x)` times 2 to this power."""
    field = exponent_field(x)
    if field != 0:
        return field - EXPONENT_BIAS - (64 - MANTISSA_BITS)
    fraction = u64(float_bits(x)) & ((1 << (MANTISSA_BITS - 1)) - 1)
    return 1 - EXPONENT_BIAS - leading_zeros(fraction)


def exponent_field(x: float) -> int:
    """The exponent as it stands in the bits."""
    return int(float_bits(x) >> (MANTISSA_BITS - 1)) & EXPONENT_MASK


def nearest(m: u64, e: int) -> float:
    """The float nearest to m * 2**e, half to even. For more than 64 bits set the lowest one of m
    if any below it is."""
    if m == 0:
        return 0.0
    zeros = leading_zeros(m)
    m = m << zeros
    drop = 64 - MANTISSA_BITS
    field = e - zeros + drop + EXPONENT_BIAS
    if field < 1:
        drop += 1 - field
        field = 1
    if drop > 64:
        return 0.0
    half = u64(1) << (drop - 1)
    rest = m & (half | (half - 1))
    m = m >> drop if drop < 64 else u64(0)
    if rest > half or (rest == half and m & 1):
        m = m + 1
    if field + int(m >> MANTISSA_BITS) >= EXPONENT_MASK:
        return INFINITY
    return bits_float(Bits((u64(field - 1) << (MANTISSA_BITS - 1)) + m))


def shifted(m: u64, bits: int) -> u64:
    """The low 64 bits of m * 2**bits, rounded down, for any bits."""
    if bits <= -64 or bits >= 64:
        return u64(0)
    return u64(m << bits) if bits >= 0 else m >> -bits


# Whole numbers.


def floor(x: float) -> float:
    """The largest whole number not above x."""
    whole = truncated(x)
    return whole - 1.0 if whole > x else whole


def truncated(x: float) -> float:
    """x without its fraction."""
    drop = EXPONENT_BIAS - exponent_field(x)
    if drop <= 0:
        return x
    if drop >= MANTISSA_BITS:
        return with_sign(0.0, x)
    bits = float_bits(x)
    return bits_float(Bits(bits >> drop << drop))


def fmod(x: float, y: float) -> float:
    """The remainder of x / y with the sign of x, exact."""
    if not is_finite(x) or is_nan(y) or y == 0.0:
        return NAN
    if magnitude(x) < magnitude(y) or x == 0.0:
        return x
    a = mantissa_of(x) >> 1
    b = mantissa_of(y) >> 1
    shift = exponent_of(x) - exponent_of(y)
    while True:
        if a >= b:
            a = a - b
        if shift == 0 or a == 0:
            break
        a = a << 1
        shift -= 1
    return with_sign(nearest(a, exponent_of(y) + 1), x)
