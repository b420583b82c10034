"""The processor as a whole: reset and its cause, clock, serial number, raw memory."""

from __future__ import annotations

from anthill.chips.cortex_m0 import core
from anthill.chips.cortex_m0.startup import DRIVER
from anthill.chips.nrf51 import uart
from anthill.chips.nrf51.registers import ficr, power
from anthill.modules import platform
from anthill.typed import Ptr, Static, compact, placed, pointer, u8, u16, u32

FREQUENCY: int = 16_000_000

REASON_PIN: int = 1 << 0
REASON_WATCHDOG: int = 1 << 1
REASON_REQUEST: int = 1 << 2
REASON_LOCKUP: int = 1 << 3
"""Bits of RESETREAS (RM 12.2.4); none after power-on. They stay until written as 1."""


class ResetState(Static):
    """RESETREAS as it was found at start-up."""

    reason: u32 = 0


state = placed(DRIVER, ResetState())


def start_system() -> None:
    """Start the crystal oscillator and take note of the reset's cause."""
    state.reason = power.resetreas
    power.resetreas = state.reason
    power.events_hfclkstarted = 0
    power.tasks_hfclkstart = 1
    while power.events_hfclkstarted == 0:
        pass


class Nrf51System(platform.System):
    """The nRF51 and its Cortex-M0."""

    def reset(self) -> None:
        uart.finish_sending()
        core.reset()

    @compact
    def reset_cause(self) -> int:
        if state.reason & REASON_LOCKUP:
            return platform.RESET_LOCKUP
        if state.reason & REASON_WATCHDOG:
            return platform.RESET_WATCHDOG
        if state.reason & REASON_REQUEST:
            return platform.RESET_SOFT
        if state.reason & REASON_PIN:
            return platform.RESET_HARD
        return platform.RESET_POWER

    def frequency(self) -> int:
        return FREQUENCY

    def unique_id(self, word: int) -> u32:
        return ficr.deviceid[word]

    def enable_interrupts(self, enabled: bool) -> bool:
        were_off = core.disable_interrupts()
        core.restore_interrupts(0 if enabled else 1)
        return were_off == 0

    def peek(self, address: u32, size: int) -> u32:
        if size == 1:
            bytes8: Ptr[u8] = pointer(u8, address)
            return bytes8[0]
        if size == 2:
            halves: Ptr[u16] = pointer(u16, address)
            return halves[0]
        words: Ptr[u32] = pointer(u32, address)
        return words[0]

    def poke(self, address: u32, size: int, value: u32) -> None:
        if size == 1:
            bytes8: Ptr[u8] = pointer(u8, address)
            bytes8[0] = u8(value)
        elif size == 2:
            halves: Ptr[u16] = pointer(u16, address)
            halves[0] = u16(value)
        else:
            words: Ptr[u32] = pointer(u32, address)
            words[0] = value
