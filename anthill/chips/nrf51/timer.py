"""The clock: TIMER0 counts microseconds in 32 bits, whoever reads it counts its overflows.

Channel 0 compares with 0 and has the counter read at least once per round, channel 1 captures the
time, channel 2 ends a `wait`. TIMER0 is the one timer that can count in 32 bits (RM 18.1.4).
"""

from __future__ import annotations

from anthill.chips.cortex_m0 import core
from anthill.chips.cortex_m0.startup import DRIVER
from anthill.chips.nrf51 import uart
from anthill.chips.nrf51.registers import TIMER0_IRQ, timer0
from anthill.modules import platform
from anthill.typed import Static, Volatile, export, placed, u32, u64
from anthill.vm.interpreter.state import vm

BITMODE_32: int = 3
PRESCALER_1MHZ: int = 4
"""16 MHz over 2**4."""
OVERFLOW: int = 0
NOW: int = 1
WAKE: int = 2
"""Channels."""
COMPARE_BIT: int = 16
"""Bit of channel 0 in INTENSET and INTENCLR."""
LONGEST_WAIT: int = 1 << 30


class ClockState(Static):
    """The counter when it was last read, and how often it had begun anew."""

    last: Volatile[u32] = 0
    overflows: Volatile[u32] = 0


state = placed(DRIVER, ClockState())


def start_clock() -> None:
    """Let the time run, from 0."""
    timer0.bitmode = BITMODE_32
    timer0.prescaler = PRESCALER_1MHZ
    timer0.cc[OVERFLOW] = 0
    timer0.tasks_clear = 1
    timer0.tasks_start = 1
    timer0.intenset = 1 << COMPARE_BIT + OVERFLOW
    core.nvic.set_enable = 1 << TIMER0_IRQ


@export("timer0_interrupt")
def timer0_interrupt() -> None:
    """Read the counter behind its overflow; being interrupted is all that a `wait` needs."""
    if timer0.events_compare[OVERFLOW] != 0:
        timer0.events_compare[OVERFLOW] = 0
        platform.clock.micros()
    if timer0.events_compare[WAKE] != 0:
        timer0.events_compare[WAKE] = 0
        timer0.intenclr = 1 << COMPARE_BIT + WAKE


class TimerClock(platform.Clock):
    """The time since start-up."""

    def micros(self) -> u64:
        mask = core.disable_interrupts()
        timer0.tasks_capture[NOW] = 1
        low = timer0.cc[NOW]
        if low < state.last:
            state.overflows = u32(state.overflows + 1)
        state.last = low
        high = state.overflows
        core.restore_interrupts(mask)
        return u64(high) << 32 | low

    def wait(self, deadline: u64) -> None:
        mask = core.disable_interrupts()
        now = self.micros()
        if now < deadline and not vm.pending and not uart.state.activity:
            left = deadline - now
            if left < LONGEST_WAIT:
                set_alarm(u32(deadline))
            if self.micros() < deadline:
                core.wait_for_interrupt()
        uart.state.activity = False
        core.restore_interrupts(mask)


def set_alarm(moment: u32) -> None:
    """Interrupt when the counter reaches this value."""
    timer0.cc[WAKE] = moment
    timer0.events_compare[WAKE] = 0
    timer0.intenset = 1 << COMPARE_BIT + WAKE
