"""Sums and products of doubles for a core without floating point, as the compiler calls them.

Run-time ABI for the Arm Architecture (IHI 0043), 4.1.2: a double is two words, the lower one first.
Results are rounded to nearest, ties to even (IEEE 754-2019, 4.3.1). The assembly does it for normal
numbers; zero, infinity, results too small or too large go to functions for all numbers.

In those a number is a sign, a biased exponent and a mantissa of two words: `high` with the leading
bit at TOP, `low` below it. The low GUARD bits are behind the result's last place; the lowest of
them stands for all that was shifted out. Every not-a-number that comes out is NAN_HIGH.
"""

from __future__ import annotations

from anthill.typed import assembly, export, inline, u32, u64

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


@export("double_sum")
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


def special_sum(a_high: u32, a_low: u32, b_high: u32) -> u64:
    """a + b where a, the larger in size, is infinite or not a number."""
    opposite = b_high == a_high ^ SIGN
    if a_low != 0 or a_high & FRACTION != 0 or opposite:
        return double(u32(NAN_HIGH), u32(0))
    return double(a_high, a_low)


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


@export("double_product")
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


# The larger in size is `a`, r1 r0; `b` is r3 r2. `a` stays packed, and the mantissa of `b`, moved
# to its place, is added to it as one number; r4 has the bits of `b` behind the last place. What
# comes out has the exponent of `a`, or another one that tells how far the mantissa is off.
SUM = """
    push {r4, r5, r6, r7, lr}
    movs r4, #1
    lsls r4, r4, #31
    eors r3, r4
    b 1f
    .globl __aeabi_dadd
    .thumb_func
    __aeabi_dadd:
    push {r4, r5, r6, r7, lr}
    @ swap them if b is the larger
    1: lsls r4, r1, #1
    lsls r5, r3, #1
    cmp r4, r5
    bhi 3f
    blo 2f
    cmp r0, r2
    bhs 3f
    2: movs r6, r0
    movs r0, r2
    movs r2, r6
    movs r6, r1
    movs r1, r3
    movs r3, r6
    movs r6, r4
    movs r4, r5
    movs r5, r6
    @ r6: how far b is to be moved; ip: the high word of a; lr: whether the signs differ
    3: lsrs r4, r4, #21
    adds r6, r4, #1
    lsrs r6, r6, #11
    bne 18f
    lsrs r5, r5, #21
    beq 17f
    subs r6, r4, r5
    mov ip, r1
    movs r7, r1
    eors r7, r3
    mov lr, r7
    @ move the mantissa of b
    lsls r3, r3, #12
    lsrs r3, r3, #12
    movs r5, #1
    lsls r5, r5, #20
    orrs r3, r5
    movs r5, #32
    cmp r6, #32
    bhs 15f
    subs r5, r5, r6
    movs r4, r2
    lsls r4, r5
    lsrs r2, r6
    movs r7, r3
    lsls r7, r5
    orrs r2, r7
    lsrs r3, r6
    @ add
    4: mov r7, lr
    cmp r7, #0
    bmi 10f
    adds r0, r0, r2
    adcs r1, r3
    mov r5, ip
    eors r5, r1
    lsrs r5, r5, #20
    bne 8f
    @ round
    5: lsls r4, r4, #1
    bcc 7f
    beq 6f
    adds r0, #1
    movs r5, #0
    adcs r1, r5
    pop {r4, r5, r6, r7, pc}
    6: adds r0, #1
    movs r5, #0
    adcs r1, r5
    lsrs r0, r0, #1
    lsls r0, r0, #1
    7: pop {r4, r5, r6, r7, pc}
    @ b is zero, or everything is left to the function
    17: lsls r6, r3, #1
    orrs r6, r2
    bne 18f
    cmp r4, #0
    bne 7b
    18: bl double_sum
    pop {r4, r5, r6, r7, pc}
    @ the mantissa is 2 or more: halve it
    8: movs r6, #1
    ands r6, r4
    lsrs r4, r4, #1
    orrs r4, r6
    lsls r5, r0, #31
    orrs r4, r5
    mov r5, ip
    lsrs r5, r5, #20
    lsls r5, r5, #20
    subs r1, r1, r5
    movs r6, #1
    lsls r6, r6, #20
    adds r5, r5, r6
    subs r1, r1, r6
    lsrs r0, r0, #1
    lsls r6, r1, #31
    orrs r0, r6
    lsrs r1, r1, #1
    adds r1, r1, r5
    lsls r5, r5, #1
    lsrs r5, r5, #21
    adds r5, #1
    lsrs r5, r5, #11
    beq 5b
    lsrs r1, r1, #20
    lsls r1, r1, #20
    movs r0, #0
    pop {r4, r5, r6, r7, pc}
    @ subtract
    10: negs r4, r4
    sbcs r0, r2
    sbcs r1, r3
    mov r5, ip
    eors r5, r1
    lsrs r5, r5, #20
    beq 5b
    lsls r6, r1, #1
    lsrs r6, r6, #21
    beq 20f
    @ the mantissa is below 1: double it; once is enough if b was moved by 2 or more
    lsrs r5, r1, #20
    lsls r5, r5, #20
    eors r1, r5
    lsls r4, r4, #1
    adcs r0, r0
    adcs r1, r1
    lsrs r7, r1, #20
    beq 11f
    movs r7, #1
    lsls r7, r7, #20
    subs r5, r5, r7
    adds r1, r1, r5
    b 5b
    20: lsls r6, r1, #1
    orrs r6, r0
    bne 7b
    movs r1, #0
    pop {r4, r5, r6, r7, pc}
    @ double it further, by steps of eight bits and of one
    11: movs r7, r1
    orrs r7, r0
    beq 7b
    12: lsrs r7, r1, #12
    bne 13f
    cmp r6, #9
    blo 13f
    lsls r1, r1, #8
    lsrs r7, r0, #24
    orrs r1, r7
    lsls r0, r0, #8
    subs r6, #8
    b 12b
    13: lsrs r7, r1, #20
    bne 14f
    cmp r6, #1
    beq 14f
    adds r0, r0, r0
    adcs r1, r1
    subs r6, #1
    b 13b
    14: subs r6, #1
    lsls r6, r6, #20
    adds r1, r1, r6
    lsrs r5, r5, #31
    lsls r5, r5, #31
    orrs r1, r5
    pop {r4, r5, r6, r7, pc}
    @ b is moved by 32 or more
    15: subs r6, r6, r5
    cmp r6, #23
    bhs 16f
    subs r5, r5, r6
    movs r4, r2
    lsrs r2, r6
    movs r7, r3
    lsls r7, r5
    orrs r2, r7
    lsrs r3, r6
    lsls r4, r5
    beq 19f
    movs r4, #1
    19: orrs r4, r2
    movs r2, r3
    movs r3, #0
    b 4b
    16: movs r4, #1
    movs r2, #0
    movs r3, #0
    b 4b"""


@export("__aeabi_dsub")
@assembly(SUM, target="arm")
def difference() -> None:
    """a - b; within, `__aeabi_dadd`: a + b."""


# Mantissas of 54 bits are split into halves of 27, so that no sum of partial products overflows,
# and (a1 + a0) * (b1 + b0) - a1 * b1 - a0 * b0 saves the fourth of them (Karatsuba). A partial
# product is made of four of 16 bits. a0 * b0 is r0 r6, a1 * b1 is r1 r5, that of the sums r3 r7.
PRODUCT = """
    9: bl double_product
    pop {r4, r5, r6, r7, pc}
    .globl __aeabi_dmul
    .thumb_func
    __aeabi_dmul:
    push {r4, r5, r6, r7, lr}
    @ only normal numbers, and a result that is one
    lsls r4, r1, #1
    lsrs r4, r4, #21
    lsls r5, r3, #1
    lsrs r5, r5, #21
    movs r6, r4
    muls r6, r5
    beq 9b
    adds r6, r4, #1
    adds r7, r5, #1
    orrs r6, r7
    lsrs r6, r6, #11
    bne 9b
    adds r4, r4, r5
    ldr r5, 8f
    subs r4, r4, r5
    ble 9b
    adds r5, r4, #2
    lsrs r5, r5, #11
    bne 9b
    @ what goes in front of the mantissa
    movs r6, r1
    eors r6, r3
    lsrs r6, r6, #31
    lsls r6, r6, #31
    subs r4, #1
    lsls r4, r4, #20
    orrs r4, r6
    push {r4}
    @ halves: a1, a0, b1, b0 in r1, r0, r3, r2; the sums in ip and lr
    movs r4, #1
    lsls r4, r4, #26
    lsls r1, r1, #12
    lsrs r1, r1, #6
    lsrs r5, r0, #26
    orrs r1, r5
    orrs r1, r4
    lsls r0, r0, #6
    lsrs r0, r0, #5
    lsls r3, r3, #12
    lsrs r3, r3, #6
    lsrs r5, r2, #26
    orrs r3, r5
    orrs r3, r4
    lsls r2, r2, #6
    lsrs r2, r2, #5
    adds r4, r0, r1
    mov ip, r4
    adds r4, r2, r3
    mov lr, r4
    @ a0 * b0
    uxth r4, r0
    lsrs r0, r0, #16
    uxth r5, r2
    lsrs r2, r2, #16
    movs r6, r4
    muls r6, r5
    muls r4, r2
    muls r5, r0
    adds r4, r4, r5
    muls r0, r2
    lsls r5, r4, #16
    lsrs r4, r4, #16
    adds r6, r6, r5
    adcs r0, r4
    @ a1 * b1
    uxth r2, r1
    lsrs r1, r1, #16
    uxth r4, r3
    lsrs r3, r3, #16
    movs r5, r2
    muls r5, r4
    muls r2, r3
    muls r4, r1
    adds r2, r2, r4
    muls r1, r3
    lsls r4, r2, #16
    lsrs r2, r2, #16
    adds r5, r5, r4
    adcs r1, r2
    @ (a1 + a0) * (b1 + b0)
    mov r2, ip
    mov r3, lr
    uxth r4, r2
    mov ip, r4
    lsrs r2, r2, #16
    uxth r7, r3
    lsrs r3, r3, #16
    muls r4, r3
    muls r3, r2
    muls r2, r7
    adds r4, r4, r2
    mov r2, ip
    muls r7, r2
    lsls r2, r4, #16
    lsrs r4, r4, #16
    adds r7, r7, r2
    adcs r3, r4
    @ what is in the middle, and all in one: r1 r5, behind the last place r7
    subs r7, r7, r5
    sbcs r3, r1
    subs r7, r7, r6
    sbcs r3, r0
    lsls r0, r0, #5
    lsrs r2, r6, #27
    orrs r0, r2
    adds r7, r7, r0
    movs r2, #0
    adcs r3, r2
    lsls r0, r3, #5
    lsrs r3, r7, #27
    orrs r0, r3
    adds r5, r5, r0
    adcs r1, r2
    lsls r7, r7, #5
    lsls r6, r6, #5
    lsrs r6, r6, #4
    orrs r7, r6
    @ halve a mantissa of 2 or more
    pop {r2}
    lsrs r0, r1, #21
    beq 1f
    lsrs r7, r7, #1
    lsls r0, r5, #31
    orrs r7, r0
    lsrs r5, r5, #1
    lsls r0, r1, #31
    orrs r5, r0
    lsrs r1, r1, #1
    movs r0, #1
    lsls r0, r0, #20
    adds r2, r2, r0
    @ round
    1: adds r1, r1, r2
    movs r0, r5
    lsls r7, r7, #1
    bcc 3f
    beq 2f
    adds r0, #1
    movs r2, #0
    adcs r1, r2
    pop {r4, r5, r6, r7, pc}
    2: adds r0, #1
    movs r2, #0
    adcs r1, r2
    lsrs r0, r0, #1
    lsls r0, r0, #1
    3: pop {r4, r5, r6, r7, pc}
    .balign 4
    8: .word 1023"""


@export("double_multiply")
@assembly(PRODUCT, target="arm")
def times() -> None:
    """Within, `__aeabi_dmul`: a * b."""


EXPORTS = (add, multiply, difference, times)
