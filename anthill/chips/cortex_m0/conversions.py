"""Comparisons of doubles and integers made from them, as the compiler calls them (IHI 0043, 4.1.2).

An integer is the double rounded toward zero, or the nearest there is of the type.
"""

from __future__ import annotations

from anthill.typed import assembly, export

LESS = 1
EQUAL = 2
GREATER = 4

# r4 has the results of which the function is true. Not-a-numbers are those above infinity.
COMPARISON = """
    push {{r4, r5, r6, lr}}
    movs r4, #{0}
    b 1f"""
OTHERS = "".join(
    f"""
    .globl __aeabi_dcmp{name}
    .thumb_func
    __aeabi_dcmp{name}:
    {COMPARISON.format(results)}"""
    for name, results in (("le", LESS | EQUAL), ("gt", GREATER), ("ge", GREATER | EQUAL))
)
COMPARE = f"""
    {COMPARISON.format(LESS)}
    {OTHERS}
    .globl __aeabi_dcmpeq
    .thumb_func
    __aeabi_dcmpeq:
    push {{r4, r5, r6, lr}}
    movs r4, #{EQUAL}
    1: movs r6, #1
    lsls r6, r6, #21
    negs r6, r6
    lsls r5, r1, #1
    cmp r5, r6
    blo 2f
    bne 8f
    cmp r0, #0
    bne 8f
    2: lsls r5, r3, #1
    cmp r5, r6
    blo 3f
    bne 8f
    cmp r2, #0
    bne 8f
    @ both are zero
    3: lsls r6, r1, #1
    orrs r5, r6
    orrs r5, r0
    orrs r5, r2
    beq 6f
    movs r5, #{LESS}
    movs r6, r1
    orrs r6, r3
    bpl 4f
    movs r5, #{GREATER}
    tst r1, r3
    bmi 4f
    @ of different signs
    cmp r1, r3
    blt 5f
    b 7f
    @ of the same sign
    4: cmp r1, r3
    blo 7f
    bhi 5f
    cmp r0, r2
    blo 7f
    beq 6f
    5: movs r6, #{LESS | GREATER}
    eors r5, r6
    b 7f
    6: movs r5, #{EQUAL}
    7: movs r0, #1
    tst r4, r5
    bne 9f
    8: movs r0, #0
    9: pop {{r4, r5, r6, pc}}"""


@export("__aeabi_dcmplt")
@assembly(COMPARE, target="arm")
def less() -> None:
    """a < b; within, the other comparisons."""


# r2 is how far the mantissa, its leading bit at bit 63, is to be moved.
INTEGER = """
    push {r4, lr}
    bl __aeabi_d2lz
    asrs r2, r0, #31
    cmp r1, r2
    beq 1f
    movs r0, #1
    lsls r0, r0, #31
    lsrs r1, r1, #31
    subs r0, r0, r1
    mvns r0, r0
    1: pop {r4, pc}
    .globl __aeabi_d2lz
    .thumb_func
    __aeabi_d2lz:
    push {r4, lr}
    asrs r4, r1, #31
    lsls r3, r1, #1
    lsrs r3, r3, #21
    ldr r2, 9f
    subs r2, r2, r3
    ble 3f
    cmp r2, #64
    bls 2f
    movs r2, #64
    2: lsls r1, r1, #11
    lsrs r3, r0, #21
    orrs r1, r3
    lsls r0, r0, #11
    movs r3, #1
    lsls r3, r3, #31
    orrs r1, r3
    bl __aeabi_llsr
    eors r0, r4
    eors r1, r4
    subs r0, r0, r4
    sbcs r1, r4
    pop {r4, pc}
    3: movs r0, #0
    mvns r0, r0
    lsrs r1, r0, #1
    eors r0, r4
    eors r1, r4
    pop {r4, pc}
    .balign 4
    9: .word 1086"""


@export("__aeabi_d2iz")
@assembly(INTEGER, target="arm")
def integer() -> None:
    """A double as an integer of 32 bits; within, `__aeabi_d2lz`: of 64."""


# A shift by 32 or more leaves nothing, and the lowest byte counts.
SHIFT = """
    movs r3, {far}
    {near}s {far}, r2
    {near}s {first}, r2
    subs r2, #32
    bmi 1f
    {near}s r3, r2
    orrs {first}, r3
    bx lr
    1: negs r2, r2
    {back}s r3, r2
    orrs {first}, r3
    bx lr"""


@export("__aeabi_llsr")
@assembly(SHIFT.format(near="lsr", back="lsl", far="r1", first="r0"), target="arm")
def shift_right() -> None:
    """A number of 64 bits shifted right by up to 64."""


@export("__aeabi_llsl")
@assembly(SHIFT.format(near="lsl", back="lsr", far="r0", first="r1"), target="arm")
def shift_left() -> None:
    """A number of 64 bits shifted left by up to 64."""


EXPORTS = (less, integer, shift_right, shift_left)
