"""The peripherals' registers; field by field what the Reference Manual's register tables say."""

from __future__ import annotations

from anthill.typed import Registers, register, register_block, u32
from anthill.typed.memory import RegisterBlock


class Power(Registers):
    """POWER and CLOCK share a base address (RM 12, 13)."""

    tasks_hfclkstart: u32 = register(0x000)
    events_hfclkstarted: u32 = register(0x100)
    resetreas: u32 = register(0x400)


class Gpio(Registers):
    """GPIO (RM 14)."""

    out: u32 = register(0x504)
    outset: u32 = register(0x508)
    outclr: u32 = register(0x50C)
    input: u32 = register(0x510)
    pin_cnf: RegisterBlock = register_block(0x700, 32)


class Gpiote(Registers):
    """GPIO tasks and events (RM 15)."""

    events_in: RegisterBlock = register_block(0x100, 4)
    intenset: u32 = register(0x304)
    intenclr: u32 = register(0x308)
    config: RegisterBlock = register_block(0x510, 4)


class Timer(Registers):
    """TIMER (RM 18)."""

    tasks_start: u32 = register(0x000)
    tasks_stop: u32 = register(0x004)
    tasks_clear: u32 = register(0x00C)
    tasks_capture: RegisterBlock = register_block(0x040, 4)
    events_compare: RegisterBlock = register_block(0x140, 4)
    intenset: u32 = register(0x304)
    intenclr: u32 = register(0x308)
    mode: u32 = register(0x504)
    bitmode: u32 = register(0x508)
    prescaler: u32 = register(0x510)
    cc: RegisterBlock = register_block(0x540, 4)


class RandomGenerator(Registers):
    """RNG (RM 21)."""

    tasks_start: u32 = register(0x000)
    tasks_stop: u32 = register(0x004)
    events_valrdy: u32 = register(0x100)
    config: u32 = register(0x504)
    value: u32 = register(0x508)


class Uart(Registers):
    """UART (RM 29)."""

    tasks_startrx: u32 = register(0x000)
    tasks_starttx: u32 = register(0x008)
    events_rxdrdy: u32 = register(0x108)
    events_txdrdy: u32 = register(0x11C)
    events_error: u32 = register(0x124)
    intenset: u32 = register(0x304)
    intenclr: u32 = register(0x308)
    errorsrc: u32 = register(0x480)
    enable: u32 = register(0x500)
    pseltxd: u32 = register(0x50C)
    pselrxd: u32 = register(0x514)
    rxd: u32 = register(0x518)
    txd: u32 = register(0x51C)
    baudrate: u32 = register(0x524)
    config: u32 = register(0x56C)


class FactoryInformation(Registers):
    """FICR, facts written at the factory (RM 7)."""

    deviceid: RegisterBlock = register_block(0x060, 2)


power = Power(0x40000000)
uart0 = Uart(0x40002000)
gpiote = Gpiote(0x40006000)
timer0 = Timer(0x40008000)
rng = RandomGenerator(0x4000D000)
gpio = Gpio(0x50000000)
ficr = FactoryInformation(0x10000000)

UART0_IRQ: int = 2
GPIOTE_IRQ: int = 6
TIMER0_IRQ: int = 8
"""Interrupt numbers (PS 3.4.1)."""
