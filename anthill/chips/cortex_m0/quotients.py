"""Quotients of doubles for a core without floating point, as the compiler calls them.

Numbers and rounding are those of `doubles`, which divides normal ones. The quotient of two
mantissas is made bit by bit: a remainder that is not negative has the divisor subtracted, a
negative one has it added, and the carry of that is the next bit.
"""

from __future__ import annotations

from anthill.chips.cortex_m0.doubles import (
    BIAS,
    INFINITE,
    INFINITE_HIGH,
    LOW,
    NAN,
    SIGN,
    double,
    exponent,
    finished,
    mantissa,
    missing,
)
from anthill.typed import assembly, compact, export, u32, u64

HIGH_BITS = 31
LOW_BITS = 24
"""Bits of the quotient that are made, in its two words; a remainder sets the lowest bit."""


@compact
@export("double_quotient")
def divide(a_low: u32, a_high: u32, b_low: u32, b_high: u32) -> u64:
    """a / b."""
    sign = (a_high ^ b_high) & SIGN
    a = double(a_high & (SIGN - 1), a_low)
    b = double(b_high & (SIGN - 1), b_low)
    if max(a, b) >= INFINITE or a == 0 or b == 0:
        if max(a, b) > INFINITE or a == b:
            return u64(NAN)
        return double(sign | INFINITE_HIGH if a == INFINITE or b == 0 else sign, u32(0))
    e = exponent(a) - exponent(b) + BIAS
    a = mantissa(a)
    b = mantissa(b)
    shift = missing(a)
    e -= shift
    a = u64(a << shift)
    shift = missing(b)
    e += shift
    b = u64(b << shift)
    if a < b:
        e -= 1
        a = u64(a << 1)
    quotient = mantissas(u32(a & LOW), u32(a >> 32), u32(b & LOW), u32(b >> 32))
    return finished(sign, e, quotient)


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
