"""Pins: GPIO, and GPIOTE for the edges that Python watches."""

from __future__ import annotations

from anthill.chips.cortex_m0 import core
from anthill.chips.nrf51.registers import GPIOTE_IRQ, gpio, gpiote
from anthill.modules import platform
from anthill.typed import export, u32

PIN_COUNT: int = 32
CHANNELS: int = 4

CNF_OUTPUT: int = 1
CNF_DISCONNECT_INPUT: int = 1 << 1
CNF_PULL_DOWN: int = 1 << 2
CNF_PULL_UP: int = 3 << 2
CNF_DRIVE_S0D1: int = 6 << 8
"""Fields of PIN_CNF (RM 14.2.8). An output keeps its input connected, so that it can be read."""

EVENT_MODE: int = 1
PIN_SHIFT: int = 8
POLARITY_SHIFT: int = 16
"""Fields of CONFIG (RM 15.3.4); polarity is 1 rising, 2 falling, 3 both, as EDGE_*."""


class GpioPins(platform.Pins):
    """The 32 pins of port 0."""

    def count(self) -> int:
        return PIN_COUNT

    def configure(self, pin: int, mode: int, pull: int) -> None:
        setting = u32(0)
        if pull == platform.PULL_UP:
            setting = CNF_PULL_UP
        elif pull == platform.PULL_DOWN:
            setting = CNF_PULL_DOWN
        if mode != platform.PIN_IN:
            setting |= CNF_OUTPUT
        if mode == platform.PIN_OPEN_DRAIN:
            setting |= CNF_DRIVE_S0D1
        gpio.pin_cnf[pin] = setting

    def read(self, pin: int) -> int:
        return int(gpio.input >> pin & 1)

    def read_output(self, pin: int) -> int:
        return int(gpio.out >> pin & 1)

    def write(self, pin: int, level: int) -> None:
        if level != 0:
            gpio.outset = u32(1 << pin)
        else:
            gpio.outclr = u32(1 << pin)

    def slots(self) -> int:
        return CHANNELS

    def watch(self, slot: int, pin: int, edges: int) -> None:
        gpiote.intenclr = u32(1 << slot)
        gpiote.config[slot] = 0
        gpiote.events_in[slot] = 0
        if edges != 0:
            gpiote.config[slot] = u32(EVENT_MODE | pin << PIN_SHIFT | edges << POLARITY_SHIFT)
            gpiote.events_in[slot] = 0
            gpiote.intenset = u32(1 << slot)
            core.nvic.set_enable = 1 << GPIOTE_IRQ


@export("gpiote_interrupt")
def gpiote_interrupt() -> None:
    """Ask for the handlers of the pins that changed."""
    for slot in range(CHANNELS):
        if gpiote.events_in[slot] != 0:
            gpiote.events_in[slot] = 0
            platform.request_pin(slot)
