"""Bringing the chip up, and its drivers as the platform's.

`configure` has the board's wiring before anything is translated; the numbers below are constants
to the firmware.
"""

from __future__ import annotations

from anthill.chips.cortex_m0 import core, fault, vectors
from anthill.chips.nrf51 import gpio, rng, system, timer, uart
from anthill.chips.nrf51.registers import GPIOTE_IRQ, TIMER0_IRQ, UART0_IRQ
from anthill.modules import platform
from anthill.typed import assembly, section, u32

tx_pin: int = 0
rx_pin: int = 0
baud: u32 = 0
low_pins: u32 = 0
"""Pins held at 0 from start-up, by bit: the common side of the LEDs."""


def configure(tx: int, rx: int, baud_rate: int, low: int) -> None:
    """Take over a board's wiring, at build time: the console's pins and speed, `low_pins`."""
    global tx_pin, rx_pin, baud, low_pins
    tx_pin, rx_pin, low_pins = tx, rx, low
    baud = uart.baud_register(baud_rate)


platform.console = uart.UartConsole()
platform.clock = timer.TimerClock()
platform.pins = gpio.GpioPins()
platform.random = rng.NoiseRandom()
platform.system = system.Nrf51System()


def start() -> None:
    """Start clocks and the console, and set the pins that the board wants at 0."""
    system.start_system()
    timer.start_clock()
    platform.pins.write(tx_pin, 1)
    platform.pins.configure(tx_pin, platform.PIN_OUT, platform.PULL_NONE)
    platform.pins.configure(rx_pin, platform.PIN_IN, platform.PULL_NONE)
    uart.start_uart(u32(tx_pin), u32(rx_pin), baud)
    for pin in range(gpio.PIN_COUNT):
        if low_pins >> pin & 1 != 0:
            platform.pins.configure(pin, platform.PIN_OUT, platform.PULL_NONE)
    core.restore_interrupts(0)


@section(".vectors")
@assembly(
    vectors.vector_words(
        "reset",
        {
            vectors.HARD_FAULT: fault.hard_fault,
            vectors.FIRST_INTERRUPT + UART0_IRQ: uart.uart0_interrupt,
            vectors.FIRST_INTERRUPT + GPIOTE_IRQ: gpio.gpiote_interrupt,
            vectors.FIRST_INTERRUPT + TIMER0_IRQ: timer.timer0_interrupt,
        },
    ),
    target="arm",
)
def vector_table() -> None:
    """The chip's vector table, the first words of flash."""


EXPORTS = (
    vector_table,
    fault.hard_fault,
    fault.report_fault,
    uart.uart0_interrupt,
    gpio.gpiote_interrupt,
    timer.timer0_interrupt,
)
"""What only the hardware calls."""
