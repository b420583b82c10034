"""The serial console: UART0, received bytes kept by interrupt, sent bytes polled.

The receive ring is written by the interrupt handler only (`head`) and emptied by `read` only
(`tail`), so neither needs a lock. When it is full the interrupt is switched off and bytes wait in
the UART's own six-byte buffer (RM 29.8); `read` switches it on again.
"""

from __future__ import annotations

from anthill.chips.cortex_m0 import core
from anthill.chips.cortex_m0.startup import DRIVER, UNSET
from anthill.chips.nrf51.registers import UART0_IRQ, uart0
from anthill.modules import platform
from anthill.typed import Array, Ptr, Static, Volatile, export, placed, static_array, u8, u32

RING_SIZE: int = 256
"""A power of two. Raw paste may have twice its window on the way: see `prompt.WINDOW`."""
RING_MASK: int = RING_SIZE - 1

ENABLE_ENABLED: int = 4
RXDRDY_BIT: int = 1 << 2
CTRL_C: int = 3
CARRIAGE_RETURN: int = 13

ring: Array[u8] = placed(UNSET, static_array(u8, RING_SIZE))


class UartState(Static):
    """What driver and interrupt handler share."""

    head: Volatile[u32] = 0
    tail: Volatile[u32] = 0
    interrupt_key: Volatile[bool] = False
    """Ctrl-C requests an interrupt and is not received as a byte."""
    sending: bool = False
    """A byte was handed to the transmitter and its TXDRDY has not been seen."""
    activity: Volatile[bool] = False
    """Something was received since the last `Clock.wait`."""


state = placed(DRIVER, UartState())


def baud_register(baud: int) -> int:
    """BAUDRATE is the rate times 2**32 over 16 MHz; its low 12 bits are unused (RM 29.10)."""
    return ((baud << 32) // 16_000_000 + 0x800) & 0xFFFFF000


def start_uart(tx: u32, rx: u32, baud: u32) -> None:
    """Bring up the line on these pins; `baud` is the value of the BAUDRATE register."""
    uart0.pseltxd = tx
    uart0.pselrxd = rx
    uart0.baudrate = baud
    uart0.config = 0
    uart0.enable = ENABLE_ENABLED
    uart0.events_rxdrdy = 0
    uart0.events_txdrdy = 0
    uart0.tasks_starttx = 1
    uart0.tasks_startrx = 1
    uart0.intenset = RXDRDY_BIT
    core.nvic.set_enable = 1 << UART0_IRQ


@export("uart0_interrupt")
def uart0_interrupt() -> None:
    """Take the received bytes into the ring; Ctrl-C, while a program runs, interrupts it."""
    while uart0.events_rxdrdy != 0:
        if u32(state.head - state.tail) == RING_SIZE:
            uart0.intenclr = RXDRDY_BIT
            return
        uart0.events_rxdrdy = 0
        byte = u8(uart0.rxd)
        state.activity = True
        if byte == CTRL_C and state.interrupt_key:
            platform.request_interrupt()
        else:
            ring[int(state.head & RING_MASK)] = byte
            state.head = u32(state.head + 1)


def send_byte(byte: u8) -> None:
    """Send one byte as soon as the transmitter is free."""
    finish_sending()
    uart0.txd = byte
    state.sending = True


def finish_sending() -> None:
    """Wait until the last byte has left."""
    if state.sending:
        while uart0.events_txdrdy == 0:
            pass
        uart0.events_txdrdy = 0
        state.sending = False


class UartConsole(platform.Console):
    """The console on UART0."""

    def write(self, data: Ptr[u8], count: int) -> None:
        for index in range(count):
            if data[index] == ord("\n"):
                send_byte(CARRIAGE_RETURN)
            send_byte(data[index])

    def write_raw(self, data: Ptr[u8], count: int) -> None:
        for index in range(count):
            send_byte(data[index])

    def flush(self) -> None:
        finish_sending()

    def ready(self) -> bool:
        return state.head != state.tail

    def read(self) -> int:
        byte = ring[int(state.tail & RING_MASK)]
        state.tail = u32(state.tail + 1)
        uart0.intenset = RXDRDY_BIT
        return byte

    def catch_interrupt(self, enabled: bool) -> None:
        state.interrupt_key = enabled
