"""Integer division for a core that has none, under the names by which compilers call it.

Run-time ABI for the Arm Architecture (IHI 0043), 4.3.1: operands in r0 and r1, the quotient comes
back in r0, the remainder in r1. One step subtracts the divisor, shifted to its place, where it
fits, and shifts the carry into the quotient: five instructions per bit. Sixteen steps are written
out and entered where the first can succeed; a longer quotient is made of two parts. A quotient by
zero, which no caller asks for, is 0. Numbers of 64 bits, which are rare, go bit by bit.
"""

from __future__ import annotations

from anthill.typed import assembly, export

STEP = """
    lsrs r3, r0, #{0}
    cmp r3, r1
    blo 9f
    lsls r3, r1, #{0}
    subs r0, r0, r3
    9: adcs r2, r2"""
LAST_STEP = """
    cmp r0, r1
    blo 9f
    subs r0, r0, r1
    9: adcs r2, r2"""


def _steps(first: int, last: int) -> str:
    return "".join(STEP.format(place) for place in range(first, last - 1, -1))


@export("__aeabi_uidivmod")
@assembly(
    f""".globl __aeabi_uidiv
    .thumb_set __aeabi_uidiv, __aeabi_uidivmod
    movs r2, #0
    lsrs r3, r0, #16
    cmp r3, r1
    bhs 4f
    lsrs r3, r0, #4
    cmp r3, r1
    blo 1f
    lsrs r3, r0, #8
    cmp r3, r1
    blo 2f
    {_steps(15, 8)}
    2: {_steps(7, 4)}
    1: {_steps(3, 1)}
    {LAST_STEP}
    movs r1, r0
    movs r0, r2
    bx lr
    4: cmp r1, #0
    beq 5f
    push {{r1, r4, r5, lr}}
    uxth r4, r0
    movs r0, r3
    bl __aeabi_uidivmod
    movs r5, r0
    lsls r0, r1, #16
    orrs r0, r4
    ldr r1, [sp]
    bl __aeabi_uidivmod
    lsls r5, r5, #16
    orrs r0, r5
    pop {{r3, r4, r5, pc}}
    5: movs r0, #0
    bx lr""",
    target="arm",
)
def unsigned() -> None:
    """Quotient and remainder of unsigned numbers."""


@export("__aeabi_idivmod")
@assembly(
    """.globl __aeabi_idiv
    .thumb_set __aeabi_idiv, __aeabi_idivmod
    movs r2, r0
    orrs r2, r1
    bmi 1f
    b __aeabi_uidivmod
    1: push {r4, r5, lr}
    asrs r4, r0, #31
    eors r0, r4
    subs r0, r0, r4
    asrs r5, r1, #31
    eors r1, r5
    subs r1, r1, r5
    eors r5, r4
    bl __aeabi_uidivmod
    eors r0, r5
    subs r0, r0, r5
    eors r1, r4
    subs r1, r1, r4
    pop {r4, r5, pc}""",
    target="arm",
)
def signed() -> None:
    """Quotient, rounded toward zero, and remainder, with the sign of the dividend."""


@export("__aeabi_uldivmod")
@assembly(
    """push {r4, r5, r6, lr}
    movs r4, #0
    movs r5, #0
    movs r6, #64
    cmp r1, #0
    bne 1f
    movs r1, r0
    movs r0, #0
    movs r6, #32
    1: adds r0, r0, r0
    adcs r1, r1
    adcs r4, r4
    adcs r5, r5
    bcs 2f
    cmp r5, r3
    bhi 2f
    blo 3f
    cmp r4, r2
    blo 3f
    2: subs r4, r4, r2
    sbcs r5, r3
    adds r0, #1
    3: subs r6, #1
    bne 1b
    movs r2, r4
    movs r3, r5
    pop {r4, r5, r6, pc}""",
    target="arm",
)
def unsigned_long() -> None:
    """Quotient and remainder of unsigned numbers of 64 bits, bit by bit. A quotient by zero is all
    ones."""


@export("__aeabi_ldivmod")
@assembly(
    """push {r4, r5, r6, lr}
    asrs r4, r1, #31
    asrs r5, r3, #31
    eors r0, r4
    eors r1, r4
    subs r0, r0, r4
    sbcs r1, r4
    eors r2, r5
    eors r3, r5
    subs r2, r2, r5
    sbcs r3, r5
    eors r5, r4
    bl __aeabi_uldivmod
    eors r0, r5
    eors r1, r5
    subs r0, r0, r5
    sbcs r1, r5
    eors r2, r4
    eors r3, r4
    subs r2, r2, r4
    sbcs r3, r4
    pop {r4, r5, r6, pc}""",
    target="arm",
)
def signed_long() -> None:
    """The same of signed numbers, as `signed` gives it."""


EXPORTS = (unsigned, signed, unsigned_long, signed_long)
