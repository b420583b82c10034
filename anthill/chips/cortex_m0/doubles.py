"""Arithmetic of doubles for a core without floating point, as the compiler calls them.

Run-time ABI for the Arm Architecture (IHI 0043), 4.1.2: a double is two words, the lower one first.
Results are rounded to nearest, ties to even (IEEE 754-2019, 4.3.1). The assembly does it for normal
numbers; infinity and what is too small or too large go to functions for all numbers, which are
compact code.

In those a number is a sign, a biased exponent and a mantissa of 64 bits with the leading bit at
TOP. The low GUARD bits are behind the result's last place; the lowest of them stands for all that
was shifted out. Every not-a-number that comes out is NAN.
"""

from __future__ import annotations

from anthill.typed import assembly, compact, export, inline, u32, u64

SIGN = 0x8000_0000
INFINITE_HIGH = 0x7FF0_0000
INFINITE = INFINITE_HIGH << 32
NAN = 0x7FF8_0000 << 32
IMPLICIT = 1 << 52
LOW = 0xFFFF_FFFF
BIAS = 1023
GUARD = 10
TOP = 1 << 62
HALF = 1 << (GUARD - 1)
EVEN = 0xFFFF_FFFF_FFFF_FFFE


@inline
def double(high: u32, low: u32) -> u64:
    """The two words as one."""
    return u64(high) << 32 | u64(low)


@compact
def exponent(size: u64) -> int:
    """The exponent; that of numbers below the least normal one is 1."""
    found = int(size >> 52)
    return found if found != 0 else 1


@compact
def mantissa(size: u64) -> u64:
    """The mantissa, its leading bit at bit 52."""
    fraction = size & (IMPLICIT - 1)
    return fraction if fraction == size else fraction | IMPLICIT


@compact
@export("double_sum")
def add(a_low: u32, a_high: u32, b_low: u32, b_high: u32) -> u64:
    """a + b, where b is not the larger in size."""
    a = double(a_high & (SIGN - 1), a_low)
    b = double(b_high & (SIGN - 1), b_low)
    sign = a_high & SIGN
    opposite = sign != b_high & SIGN
    if a >= INFINITE:
        return u64(NAN) if a > INFINITE or (opposite and a == b) else double(a_high, a_low)
    e = exponent(a)
    distance = min(e - exponent(b), 62)
    a = u64(mantissa(a) << GUARD)
    b = u64(mantissa(b) << GUARD)
    moved = b >> distance
    if u64(moved << distance) != b:
        moved = moved | 1
    if not opposite:
        return finished(sign, e, u64(a + moved))
    a = u64(a - moved)
    while a < TOP and e > 1:
        if a == 0:
            return u64(0)
        a = u64(a << 1)
        e -= 1
    return finished(sign if a != 0 else u32(0), e, a)


@compact
def finished(sign: u32, e: int, value: u64) -> u64:
    """The double of a mantissa with its leading bit at TOP or above; also below where e is 1."""
    while value >= 2 * TOP or (e < 1 and value > 1):
        value = value >> 1 | value & 1
        e += 1
    rest = value & (2 * HALF - 1)
    value = u64(value + HALF) >> GUARD
    if rest == HALF:
        value = value & EVEN
    if e > 1:
        value = u64(value + (u64(e - 1) << 52))
    return u64(min(value, INFINITE)) | u64(sign) << 32


@compact
@export("double_product")
def multiply(a_low: u32, a_high: u32, b_low: u32, b_high: u32) -> u64:
    """a * b."""
    sign = (a_high ^ b_high) & SIGN
    a = double(a_high & (SIGN - 1), a_low)
    b = double(b_high & (SIGN - 1), b_low)
    if max(a, b) >= INFINITE:
        if max(a, b) > INFINITE or a == 0 or b == 0:
            return u64(NAN)
        return double(sign | INFINITE_HIGH, u32(0))
    if a == 0 or b == 0:
        return double(sign, u32(0))
    e = exponent(a) + exponent(b) - BIAS
    a = mantissa(a)
    b = mantissa(b)
    shift = missing(a)
    e -= shift
    a = u64(a << (shift + 11))
    shift = missing(b)
    e -= shift
    b = u64(b << (shift + 11))
    a_rest = a & LOW
    b_rest = b & LOW
    a = a >> 32
    b = b >> 32
    lowest = u64(a_rest * b_rest)
    rest = u64(a_rest * b)
    other = u64(b_rest * a)
    middle = u64((lowest >> 32) + (rest & LOW) + (other & LOW))
    product = u64(a * b + (rest >> 32) + (other >> 32) + (middle >> 32))
    if (lowest | middle) & LOW != 0:
        product = product | 1
    return finished(sign, e, product)


@compact
def missing(value: u64) -> int:
    """How far a mantissa is to be moved to have its leading bit at bit 52."""
    count = 0
    while value < IMPLICIT:
        value = u64(value << 1)
        count += 1
    return count


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
    @ b is zero, maybe both are, or everything is left to the function
    17: lsls r6, r3, #1
    orrs r6, r2
    bne 18f
    lsls r4, r1, #1
    orrs r4, r0
    bne 7b
    ands r1, r3
    b 7b
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

# Mantissas of 54 bits are split into halves of 27, so that no sum of partial products overflows,
# and (a1 + a0) * (b1 + b0) - a1 * b1 - a0 * b0 saves the fourth of them (Karatsuba). A partial
# product is made of four of 16 bits. a0 * b0 is r0 r6, a1 * b1 is r1 r5, that of the sums r3 r7.
PRODUCT = """
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
    beq 9f
    adds r6, r4, #1
    adds r7, r5, #1
    orrs r6, r7
    lsrs r6, r6, #11
    bne 7f
    adds r4, r4, r5
    ldr r5, 99f
    subs r4, r4, r5
    ble 7f
    adds r5, r4, #2
    lsrs r5, r5, #11
    bne 7f
    b 8f
    @ one is zero and the other is a number, or everything is left to the function
    9: lsls r6, r1, #1
    orrs r6, r0
    beq 6f
    lsls r6, r3, #1
    orrs r6, r2
    bne 7f
    6: adds r4, r4, r5
    adds r4, #1
    lsrs r4, r4, #11
    bne 7f
    eors r1, r3
    lsrs r1, r1, #31
    lsls r1, r1, #31
    movs r0, #0
    pop {r4, r5, r6, r7, pc}
    7: bl double_product
    pop {r4, r5, r6, r7, pc}
    @ what goes in front of the mantissa
    8: movs r6, r1
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
    lsls r4, r7, #5
    lsls r6, r6, #5
    lsrs r6, r6, #4
    orrs r4, r6
    @ halve a mantissa of 2 or more
    pop {r2}
    lsrs r0, r1, #21
    beq 1f
    lsrs r4, r4, #1
    lsls r0, r5, #31
    orrs r4, r0
    lsrs r5, r5, #1
    lsls r0, r1, #31
    orrs r5, r0
    lsrs r1, r1, #1
    movs r0, #1
    lsls r0, r0, #20
    adds r2, r2, r0
    1: movs r0, r5
    2: adds r1, r1, r2
    b 5b"""

QUOTIENT = """
    .globl __aeabi_ddiv
    .thumb_func
    __aeabi_ddiv:
    push {r4, r5, r6, r7, lr}
    @ only normal numbers, and a result that is one
    lsls r4, r1, #1
    lsrs r4, r4, #21
    lsls r5, r3, #1
    lsrs r5, r5, #21
    movs r6, r4
    muls r6, r5
    beq 9f
    adds r6, r4, #1
    adds r7, r5, #1
    orrs r6, r7
    lsrs r6, r6, #11
    bne 9f
    subs r4, r4, r5
    ldr r5, 99f
    adds r4, r4, r5
    subs r4, #1
    ble 9f
    adds r5, r4, #2
    lsrs r5, r5, #11
    bne 9f
    @ the sign, and the mantissas, that of a made the larger
    movs r6, r1
    eors r6, r3
    lsrs r6, r6, #31
    lsls r6, r6, #31
    movs r7, #1
    lsls r7, r7, #20
    lsls r1, r1, #12
    lsrs r1, r1, #12
    orrs r1, r7
    lsls r3, r3, #12
    lsrs r3, r3, #12
    orrs r3, r7
    cmp r1, r3
    bhi 8f
    blo 7f
    cmp r0, r2
    bhs 8f
    7: adds r0, r0, r0
    adcs r1, r1
    subs r4, #1
    8: lsls r4, r4, #20
    orrs r4, r6
    push {r4}
    bl double_mantissas
    pop {r2}
    lsls r4, r0, #22
    lsrs r0, r0, #10
    lsls r3, r1, #22
    orrs r0, r3
    lsrs r1, r1, #10
    b 2b
    9: bl double_quotient
    pop {r4, r5, r6, r7, pc}"""

# r1 r0 is moved until its leading bit is out; r2 is the sign, r3 the exponent.
CONVERSIONS = """
    .globl __aeabi_i2d
    .thumb_func
    __aeabi_i2d:
    asrs r2, r0, #31
    eors r0, r2
    subs r0, r0, r2
    lsls r2, r2, #31
    movs r1, #0
    b 1f
    .globl __aeabi_ui2d
    .thumb_func
    __aeabi_ui2d:
    movs r1, #0
    .globl __aeabi_ul2d
    .thumb_func
    __aeabi_ul2d:
    movs r2, #0
    1: push {r4, r5, r6, r7, lr}
    ldr r3, 99f
    adds r3, #64
    cmp r1, #0
    bne 4f
    subs r3, #32
    movs r1, r0
    beq 9f
    movs r0, #0
    lsrs r4, r1, #16
    bne 3f
    lsls r1, r1, #16
    subs r3, #16
    3: lsrs r4, r1, #24
    bne 4f
    lsls r1, r1, #8
    subs r3, #8
    4: subs r3, #1
    adds r0, r0, r0
    adcs r1, r1
    bcc 4b
    lsls r3, r3, #20
    orrs r2, r3
    lsls r4, r0, #20
    lsrs r0, r0, #12
    lsls r3, r1, #20
    orrs r0, r3
    lsrs r1, r1, #12
    b 2b
    9: pop {r4, r5, r6, r7, pc}
    .balign 4
    99: .word 1023"""


@export("__aeabi_dsub")
@assembly(SUM + PRODUCT + QUOTIENT + CONVERSIONS, target="arm")
def difference() -> None:
    """a - b; within, the other operations and what makes doubles of integers."""


EXPORTS = (add, multiply, difference)
