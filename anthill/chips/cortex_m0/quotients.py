"""Quotients of doubles for a core without floating point, as the compiler calls them.

Numbers and rounding are those of `doubles`. The quotient of two mantissas is made bit by bit: a
remainder that is not negative has the divisor subtracted, a negative one has it added, and the
carry of that is the next bit.
"""

from __future__ import annotations

from anthill.chips.cortex_m0.doubles import (
    BIAS,
    FRACTION,
    IMPLICIT,
    INFINITE,
    NAN_HIGH,
    SIGN,
    double,
    exponent,
    rounded,
    small_product,
)
from anthill.typed import assembly, export, u32, u64

HIGH_BITS = 31
LOW_BITS = 24
"""Bits of the quotient that are made, in its two words; a remainder sets the lowest bit."""


@export("__aeabi_ddiv")
def divide(a_low: u32, a_high: u32, b_low: u32, b_high: u32) -> u64:
    """a / b."""
    sign = (a_high ^ b_high) & SIGN
    a_high = a_high & (SIGN - 1)
    b_high = b_high & (SIGN - 1)
    a_zero = a_high | a_low == 0
    b_zero = b_high | b_low == 0
    if a_high >= INFINITE or b_high >= INFINITE or a_zero or b_zero:
        if is_nan(a_high, a_low) or is_nan(b_high, b_low):
            return double(u32(NAN_HIGH), u32(0))
        if (a_zero and b_zero) or (a_high >= INFINITE and b_high >= INFINITE):
            return double(u32(NAN_HIGH), u32(0))
        infinite = a_high >= INFINITE or b_zero
        return double(sign | INFINITE if infinite else sign, u32(0))
    a_e = exponent(a_high)
    b_e = exponent(b_high)
    a_high = a_high & FRACTION | (u32(IMPLICIT) if a_high >= IMPLICIT else u32(0))
    b_high = b_high & FRACTION | (u32(IMPLICIT) if b_high >= IMPLICIT else u32(0))
    while b_high < IMPLICIT:
        b_high = u32(b_high << 1) | b_low >> 31
        b_low = u32(b_low << 1)
        b_e -= 1
    while a_high < b_high or (a_high == b_high and a_low < b_low):
        a_high = u32(a_high << 1) | a_low >> 31
        a_low = u32(a_low << 1)
        a_e -= 1
    e = a_e - b_e + BIAS
    quotient = mantissas(a_low, a_high, b_low, b_high)
    if e < 1:
        return small_product(sign, e, u32(quotient >> 32), u32(quotient))
    return rounded(sign, e, u32(quotient >> 32), u32(quotient))


def is_nan(high: u32, low: u32) -> bool:
    """Whether a number without its sign is none."""
    return high > INFINITE or (high == INFINITE and low != 0)


MANTISSAS = f"""
    push {{r4, r5, r6, lr}}
    movs r4, #{1 << (32 - HIGH_BITS)}
    subs r0, r0, r2
    sbcs r1, r3
    bl 1f
    movs r5, r4
    movs r4, #1
    lsls r4, r4, #{32 - LOW_BITS}
    lsrs r6, r5, #1
    bcs 5f
    bl 4f
    b 6f
    5: bl 2f
    6: lsrs r6, r4, #1
    bcs 7f
    adds r0, r0, r2
    adcs r1, r3
    7: orrs r0, r1
    beq 8f
    movs r0, #1
    8: lsls r4, r4, #{32 - LOW_BITS}
    orrs r0, r4
    movs r1, r5
    pop {{r4, r5, r6, pc}}
    @ the bit is the carry, the remainder not negative; done when the mark in r4 comes out
    1: adcs r4, r4
    bcs 9f
    2: adds r0, r0, r0
    adcs r1, r1
    subs r0, r0, r2
    sbcs r1, r3
    bcs 1b
    @ the remainder is negative
    3: adcs r4, r4
    bcs 9f
    4: adds r0, r0, r0
    adcs r1, r1
    adds r0, r0, r2
    adcs r1, r3
    bcs 1b
    b 3b
    9: bx lr"""


@export("double_mantissas")
@assembly(MANTISSAS, target="arm")
def mantissas(a_low: u32, a_high: u32, b_low: u32, b_high: u32) -> u64:
    """The quotient of two mantissas, from 1 to below 2, with its leading bit at bit 62."""
    a = a_high << 32 | a_low
    b = b_high << 32 | b_low
    bits = HIGH_BITS + LOW_BITS - 1
    return u64((a << bits) // b << (63 - bits - 1) | ((a << bits) % b != 0))


EXPORTS = (divide, mantissas)
