"""The last words of a program that faulted: where it was and what its registers held.

Runs on the main stack in handler mode, with interrupts off, and may use no heap. A core that locks
up because the stack has left RAM (ARMv6-M B1.5.14) is reset by the chip, with a cause of its own.
"""

from __future__ import annotations

from anthill.chips.cortex_m0 import core
from anthill.modules import platform
from anthill.typed import (
    Ptr,
    assembly,
    bytes_of,
    cold,
    export,
    items_of,
    pointer,
    static_array,
    symbol_address,
    u8,
    u32,
    uword,
)

FRAME_REGISTERS: bytes = b"r0  r1  r2  r3  r12 lr  pc  psr "
"""What the core has pushed at a fault, in order (ARMv6-M B1.5.6): names of four characters."""
FRAME_WORDS: int = 8
STACK_MARGIN: int = 96
"""A stack pointer this close to the stack's end, in bytes, means that it has overflowed."""

line = static_array(u8, 16)


@export("hard_fault")
@assembly(
    """mrs r0, msp
    ldr r1, =__stack_bottom
    cmp r0, r1
    bhs 1f
    ldr r1, =__stack_top
    mov sp, r1
    1: ldr r1, =report_fault
    bx r1
    .ltorg""",
    target="arm",
)
def hard_fault() -> None:
    """The HardFault handler: passes the address of the pushed registers on.

    Where the stack has left RAM, the registers are lost and the stack begins anew."""


@cold
@export("report_fault")
def report_fault(frame: uword) -> None:
    """Say what happened over the console and restart."""
    core.disable_interrupts()
    bottom = symbol_address("__stack_bottom")
    say(b"\nHardFault")
    if frame < bottom + STACK_MARGIN:
        say(b": C stack overflow")
    say(b"\n")
    if frame >= bottom:
        registers: Ptr[u32] = pointer(u32, frame)
        for index in range(FRAME_WORDS):
            say_register(bytes_of(FRAME_REGISTERS) + index * 4, registers[index])
    say_register(bytes_of(b"sp  "), u32(frame + 4 * FRAME_WORDS))
    say(b"restarting\n")
    platform.system.reset()


def say(text: bytes) -> None:
    """Write a constant."""
    platform.console.write(bytes_of(text), len(text))


def say_register(name: Ptr[u8], number: u32) -> None:
    """Write a name of four characters and a number in hexadecimal."""
    platform.console.write(name, 4)
    platform.console.write(items_of(line), format_hex(items_of(line), number))


def format_hex(target: Ptr[u8], number: u32) -> int:
    """Write `0x`, eight digits and a line feed; returns their count."""
    target[0] = ord("0")
    target[1] = ord("x")
    for index in range(8):
        digit = int(number >> (28 - 4 * index) & 15)
        target[2 + index] = u8(digit + (ord("0") if digit < 10 else ord("a") - 10))
    target[10] = ord("\n")
    return 11
