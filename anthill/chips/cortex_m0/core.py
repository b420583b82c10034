"""Instructions and system registers of the Cortex-M0 that C cannot name."""

from __future__ import annotations

from anthill.typed import (
    Registers,
    assembly,
    noreturn,
    register,
    register_block,
    u32,
)
from anthill.typed.memory import RegisterBlock


class InterruptController(Registers):
    """NVIC (ARMv6-M B3.4): one bit per interrupt."""

    set_enable: u32 = register(0x000)
    clear_enable: u32 = register(0x080)
    set_pending: u32 = register(0x100)
    clear_pending: u32 = register(0x180)
    priority: RegisterBlock = register_block(0x300, 8)


class SystemControl(Registers):
    """System control block (ARMv6-M B3.2)."""

    icsr: u32 = register(0x04)
    aircr: u32 = register(0x0C)


AIRCR_KEY: int = 0x05FA0000
AIRCR_SYSRESETREQ: int = 0x4

nvic = InterruptController(0xE000E100)
scb = SystemControl(0xE000ED00)


@assembly("wfi\n bx lr", target="arm")
def wait_for_interrupt() -> None:
    """Sleep until an interrupt is pending, even one that is switched off by PRIMASK."""


@assembly("mrs r0, primask\n cpsid i\n bx lr", target="arm")
def disable_interrupts() -> int:
    """Switch interrupts off; returns what `restore_interrupts` needs to undo it."""
    return 0


@assembly("msr primask, r0\n bx lr", target="arm")
def restore_interrupts(mask: int) -> None:
    """Undo a `disable_interrupts`."""


@assembly("dsb\n isb\n bx lr", target="arm")
def barrier() -> None:
    """Complete all memory accesses before the next instruction."""


@noreturn
def reset() -> None:
    """Reset the chip (ARMv6-M B3.2.6)."""
    barrier()
    scb.aircr = AIRCR_KEY | AIRCR_SYSRESETREQ
    while True:
        barrier()
