"""Sums and products of doubles for a core without floating point, as the compiler calls them.

Run-time ABI for the Arm Architecture (IHI 0043), 4.1.2: a double is two words, the lower one first.
On the way a number is a sign, a biased exponent and a mantissa of two words: `high` with the
leading bit at TOP, `low` below it. The low GUARD bits are behind the result's last place; the
lowest of them stands for all that was shifted out. Results are rounded to nearest, ties to even
(IEEE 754-2019, 4.3.1). Every not-a-number that comes out is NAN_HIGH.
"""

from __future__ import annotations

from anthill.typed import export, hot, inline, u32, u64

SIGN = 0x8000_0000
INFINITE = 0x7FF0_0000
NAN_HIGH = 0x7FF8_0000
IMPLICIT = 0x0010_0000
FRACTION = 0x000F_FFFF
EXPONENT_MAX = 0x7FF
BIAS = 1023
GUARD = 10
TOP = 1 << 30
HALF = 1 << (GUARD - 1)
EVEN = 0xFFFF_FFFE


@inline
def double(high: u32, low: u32) -> u64:
    """The two words as they are returned."""
    return u64(high) << 32 | u64(low)


@inline
def exponent(high: u32) -> int:
    """The exponent; that of numbers below the least normal one is 1."""
    found = int(high >> 20) & EXPONENT_MAX
    return found if found != 0 else 1


@inline
def top_of(high: u32, low: u32) -> u32:
    """The upper word of the mantissa."""
    leading = u32(IMPLICIT) if high & INFINITE != 0 else u32(0)
    return u32((high & FRACTION | leading) << GUARD) | low >> (32 - GUARD)


@hot
@export("__aeabi_dadd")
def add(a_low: u32, a_high: u32, b_low: u32, b_high: u32) -> u64:
    """a + b."""
    a_size = a_high & (SIGN - 1)
    b_size = b_high & (SIGN - 1)
    if a_size < b_size or (a_size == b_size and a_low < b_low):
        a_low, b_low = b_low, a_low
        a_high, b_high = b_high, a_high
        a_size = b_size
    e = exponent(a_high)
    if e == EXPONENT_MAX:
        return special_sum(a_high, a_low, b_high)
    high = top_of(a_high, a_low)
    low = u32(a_low << GUARD)
    b_top = top_of(b_high, b_low)
    b_rest = u32(b_low << GUARD)
    distance = e - exponent(b_high)
    if distance >= 32:
        lost = b_rest if distance < 64 else b_top | b_rest
        distance -= 32
        b_rest = b_top
        b_top = u32(0)
        if distance >= 32:
            b_rest = u32(0)
            distance = 0
        if distance > 0:
            lost = lost | u32(b_rest << (32 - distance))
            b_rest = b_rest >> distance
        if lost != 0:
            b_rest = b_rest | 1
    elif distance > 0:
        lost = u32(b_rest << (32 - distance))
        b_rest = b_rest >> distance | u32(b_top << (32 - distance))
        b_top = b_top >> distance
        if lost != 0:
            b_rest = b_rest | 1
    if (a_high ^ b_high) & SIGN != 0:
        borrow = u32(1) if low < b_rest else u32(0)
        low = u32(low - b_rest)
        high = u32(high - b_top - borrow)
        if high | low == 0:
            return double(a_high & b_high & SIGN, u32(0))
        if high == 0 and e > 32:
            e -= 32
            high = low
            low = u32(0)
            if high & SIGN != 0:
                low = u32(high << 31)
                high = high >> 1
                e += 1
        while high < TOP and e > 1:
            high = u32(high << 1) | low >> 31
            low = u32(low << 1)
            e -= 1
    else:
        low = u32(low + b_rest)
        carry = u32(1) if low < b_rest else u32(0)
        high = u32(high + b_top + carry)
        if high & SIGN != 0:
            low = low >> 1 | u32(high << 31) | low & 1
            high = high >> 1
            e += 1
    return rounded(a_high & SIGN, e, high, low)


@hot
@export("__aeabi_dsub")
def subtract(a_low: u32, a_high: u32, b_low: u32, b_high: u32) -> u64:
    """a - b."""
    return add(a_low, a_high, b_low, b_high ^ SIGN)


def special_sum(a_high: u32, a_low: u32, b_high: u32) -> u64:
    """a + b where a, the larger in size, is infinite or not a number."""
    opposite = b_high == a_high ^ SIGN
    if a_low != 0 or a_high & FRACTION != 0 or opposite:
        return double(u32(NAN_HIGH), u32(0))
    return double(a_high, a_low)


@hot
def rounded(sign: u32, e: int, high: u32, low: u32) -> u64:
    """The double of a mantissa whose leading bit is at TOP, or below where e is 1."""
    rest = low & (2 * HALF - 1)
    low = u32(low + HALF)
    if low < HALF:
        high = u32(high + 1)
    result = low >> GUARD | u32(high << (32 - GUARD))
    if rest == HALF:
        result = result & EVEN
    top = u32(high >> GUARD) + u32((e - 1) << 20)
    if top >= INFINITE:
        return double(sign | INFINITE, u32(0))
    return double(sign | top, result)


@hot
@export("__aeabi_dmul")
def multiply(a_low: u32, a_high: u32, b_low: u32, b_high: u32) -> u64:
    """a * b."""
    sign = (a_high ^ b_high) & SIGN
    a_e = int(a_high >> 20) & EXPONENT_MAX
    b_e = int(b_high >> 20) & EXPONENT_MAX
    if a_e == 0 or b_e == 0 or a_e == EXPONENT_MAX or b_e == EXPONENT_MAX:
        return special_product(sign, a_low, a_high & (SIGN - 1), b_low, b_high & (SIGN - 1))
    return product(
        sign,
        a_e + b_e - BIAS,
        u32((a_high & FRACTION | IMPLICIT) << 11) | a_low >> 21,
        u32(a_low << 11),
        u32((b_high & FRACTION | IMPLICIT) << 11) | b_low >> 21,
        u32(b_low << 11),
    )


@hot
def product(sign: u32, e: int, a_top: u32, a_rest: u32, b_top: u32, b_rest: u32) -> u64:
    """The double of the product of two mantissas of 64 bits with their leading bits set."""
    a3, a2 = a_top >> 16, a_top & 0xFFFF
    a1, a0 = a_rest >> 16, a_rest & 0xFFFF
    b3, b2 = b_top >> 16, b_top & 0xFFFF
    b1, b0 = b_rest >> 16, b_rest & 0xFFFF
    # Columns of 16 bits, the lowest first; what is above a column's 16 bits carries on.
    column = u32(a0 * b0)
    lost = column & 0xFFFF
    carry = column >> 16
    column = u32(a0 * b1) + carry
    carry = column >> 16
    column = u32(a1 * b0) + (column & 0xFFFF)
    lost = lost | column & 0xFFFF
    carry = carry + (column >> 16)
    column = u32(a0 * b2)
    upper = column >> 16
    total = (column & 0xFFFF) + carry
    column = u32(a1 * b1)
    upper = upper + (column >> 16)
    total = total + (column & 0xFFFF)
    column = u32(a2 * b0)
    upper = upper + (column >> 16)
    total = total + (column & 0xFFFF)
    lost = lost | total & 0xFFFF
    carry = upper + (total >> 16)
    column = u32(a0 * b3)
    upper = column >> 16
    total = (column & 0xFFFF) + carry
    column = u32(a1 * b2)
    upper = upper + (column >> 16)
    total = total + (column & 0xFFFF)
    column = u32(a2 * b1)
    upper = upper + (column >> 16)
    total = total + (column & 0xFFFF)
    column = u32(a3 * b0)
    upper = upper + (column >> 16)
    total = total + (column & 0xFFFF)
    lost = lost | total & 0xFFFF
    carry = upper + (total >> 16)
    column = u32(a1 * b3)
    upper = column >> 16
    total = (column & 0xFFFF) + carry
    column = u32(a2 * b2)
    upper = upper + (column >> 16)
    total = total + (column & 0xFFFF)
    column = u32(a3 * b1)
    upper = upper + (column >> 16)
    total = total + (column & 0xFFFF)
    low = total & 0xFFFF
    carry = upper + (total >> 16)
    column = u32(a2 * b3)
    upper = column >> 16
    total = (column & 0xFFFF) + carry
    column = u32(a3 * b2)
    upper = upper + (column >> 16)
    total = total + (column & 0xFFFF)
    low = low | u32(total << 16)
    high = u32(u32(a3 * b3) + upper + (total >> 16))
    if high & SIGN != 0:
        lost = lost | low & 1
        low = low >> 1 | u32(high << 31)
        high = high >> 1
        e += 1
    if lost != 0:
        low = low | 1
    if e < 1:
        return small_product(sign, e, high, low)
    return rounded(sign, e, high, low)


def small_product(sign: u32, e: int, high: u32, low: u32) -> u64:
    """The double of a mantissa whose exponent is below that of the least normal number."""
    while e < 1 and (high != 0 or low > 1):
        low = low >> 1 | u32(high << 31) | low & 1
        high = high >> 1
        e += 1
    return rounded(sign, 1, high, low)


def special_product(sign: u32, a_low: u32, a_high: u32, b_low: u32, b_high: u32) -> u64:
    """The product where one is 0, below the least normal number, infinite or not a number."""
    a_zero = a_high | a_low == 0
    b_zero = b_high | b_low == 0
    if a_high >= INFINITE or b_high >= INFINITE:
        a_nan = a_high > INFINITE or (a_high == INFINITE and a_low != 0)
        b_nan = b_high > INFINITE or (b_high == INFINITE and b_low != 0)
        if a_nan or b_nan or a_zero or b_zero:
            return double(u32(NAN_HIGH), u32(0))
        return double(sign | INFINITE, u32(0))
    if a_zero or b_zero:
        return double(sign, u32(0))
    a_e = exponent(a_high)
    a_top = top_of(a_high, a_low) << 1 | low_top(a_low)
    a_rest = u32(a_low << 11)
    while a_top & SIGN == 0:
        a_top = u32(a_top << 1) | a_rest >> 31
        a_rest = u32(a_rest << 1)
        a_e -= 1
    b_e = exponent(b_high)
    b_top = top_of(b_high, b_low) << 1 | low_top(b_low)
    b_rest = u32(b_low << 11)
    while b_top & SIGN == 0:
        b_top = u32(b_top << 1) | b_rest >> 31
        b_rest = u32(b_rest << 1)
        b_e -= 1
    return product(sign, a_e + b_e - BIAS, a_top, a_rest, b_top, b_rest)


@inline
def low_top(low: u32) -> u32:
    """The bit of the lower word that the upper one takes when the mantissa is shifted once more."""
    return low >> 21 & 1


EXPORTS = (add, subtract, multiply)
