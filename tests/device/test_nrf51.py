"""The nRF51 drivers against simulated registers: each test is a line of the reference manual."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from anthill.chips.nrf51 import gpio, rng, timer, uart
from anthill.chips.nrf51.registers import Gpio, Timer, Uart
from anthill.modules import platform
from anthill.typed.memory import bus
from anthill.vm.interpreter.state import vm

UART, TIMER, GPIOTE, GPIO, RNG = 0x40002000, 0x40008000, 0x40006000, 0x50000000, 0x4000D000


def offset(registers: type, name: str) -> int:
    return int(vars(registers)[name].offset)


class FakeUart:
    """Receives what the test puts into `incoming` and keeps what is sent in `sent`."""

    def __init__(self) -> None:
        self.incoming = bytearray()
        self.sent = bytearray()

    def read(self, address: int) -> int:
        where = address - UART
        if where == offset(Uart, "events_rxdrdy"):
            return int(bool(self.incoming))
        if where == offset(Uart, "events_txdrdy"):
            return 1
        if where == offset(Uart, "rxd"):
            return self.incoming.pop(0)
        return 0

    def write(self, address: int, value: int) -> None:
        if address - UART == offset(Uart, "txd"):
            self.sent.append(value)


@pytest.fixture(autouse=True)
def quiet_bus() -> Iterator[None]:
    bus.words.clear()
    yield
    bus.on_read = bus.on_write = None
    bus.words.clear()
    uart.state.head = uart.state.tail = 0
    uart.state.sending = uart.state.interrupt_key = uart.state.activity = False
    platform.requests.interrupt = False
    platform.requests.pins = 0
    vm.pending = False


@pytest.fixture
def line() -> FakeUart:
    fake = FakeUart()
    bus.on_read, bus.on_write = fake.read, fake.write
    return fake


def received(console: platform.Console) -> bytes:
    data = bytearray()
    while console.ready():
        data.append(console.read())
    return bytes(data)


def test_baud_rate_register_is_that_of_the_manual() -> None:
    assert uart.baud_register(115200) == 0x01D7E000
    assert uart.baud_register(9600) == 0x00275000


def test_received_bytes_come_in_order(line: FakeUart) -> None:
    line.incoming += b"print(1)\r"
    uart.uart0_interrupt()
    assert received(uart.UartConsole()) == b"print(1)\r"


def test_the_ring_wraps_without_loss(line: FakeUart) -> None:
    console = uart.UartConsole()
    text = bytes(range(256)) * 3
    got = b""
    for start in range(0, len(text), 100):
        line.incoming += text[start : start + 100]
        uart.uart0_interrupt()
        got += received(console)
    assert got == text


def test_a_full_ring_leaves_bytes_in_the_uart(line: FakeUart) -> None:
    line.incoming += bytes(uart.RING_SIZE + 4)
    uart.uart0_interrupt()
    assert len(line.incoming) == 4
    assert bus.words[UART + offset(Uart, "intenclr")] == uart.RXDRDY_BIT
    console = uart.UartConsole()
    console.read()
    assert bus.words[UART + offset(Uart, "intenset")] == uart.RXDRDY_BIT


def test_ctrl_c_interrupts_a_running_program(line: FakeUart) -> None:
    console = uart.UartConsole()
    console.catch_interrupt(True)
    line.incoming += b"a\x03b"
    uart.uart0_interrupt()
    assert vm.pending and platform.requests.interrupt
    assert received(console) == b"ab"


def test_ctrl_c_at_the_prompt_is_a_byte(line: FakeUart) -> None:
    line.incoming += b"\x03"
    uart.uart0_interrupt()
    assert not vm.pending
    assert received(uart.UartConsole()) == b"\x03"


def test_text_gets_carriage_returns_and_raw_bytes_do_not(line: FakeUart) -> None:
    from anthill.typed import bytes_of

    console = uart.UartConsole()
    console.write(bytes_of(b"a\nb"), 3)
    console.write_raw(bytes_of(b"\n"), 1)
    assert bytes(line.sent) == b"a\r\nb\n"


def test_time_goes_on_when_the_counter_wraps() -> None:
    clock = timer.TimerClock()
    readings = []
    for low in (10, 0xFFFF_FFF0, 5, 6):
        bus.words[TIMER + 0x540 + 4 * timer.NOW] = low
        readings.append(clock.micros())
    assert readings == [10, 0xFFFF_FFF0, (1 << 32) + 5, (1 << 32) + 6]
    timer.state.last = timer.state.overflows = 0


def test_a_wait_sets_the_alarm_to_its_deadline() -> None:
    timer.TimerClock().wait(1234)
    assert bus.words[TIMER + 0x540 + 4 * timer.WAKE] == 1234
    assert bus.words[TIMER + offset(Timer, "intenset")] == 1 << 18


@pytest.mark.parametrize(
    ("mode", "pull", "setting"),
    [
        (platform.PIN_IN, platform.PULL_NONE, 0),
        (platform.PIN_IN, platform.PULL_UP, 0b1100),
        (platform.PIN_IN, platform.PULL_DOWN, 0b0100),
        (platform.PIN_OUT, platform.PULL_NONE, 0b0001),
        (platform.PIN_OPEN_DRAIN, platform.PULL_UP, 6 << 8 | 0b1101),
    ],
)
def test_pin_settings(mode: int, pull: int, setting: int) -> None:
    gpio.GpioPins().configure(7, mode, pull)
    assert bus.words[GPIO + 0x700 + 4 * 7] == setting


def test_output_levels_are_set_and_cleared_by_bit() -> None:
    pins = gpio.GpioPins()
    pins.write(13, 1)
    pins.write(4, 0)
    assert bus.words[GPIO + offset(Gpio, "outset")] == 1 << 13
    assert bus.words[GPIO + offset(Gpio, "outclr")] == 1 << 4


@pytest.mark.parametrize("edges", [1, 2, 3])
def test_a_watched_pin_has_a_gpiote_channel(edges: int) -> None:
    gpio.GpioPins().watch(2, 17, edges)
    assert bus.words[GPIOTE + 0x510 + 4 * 2] == 1 | 17 << 8 | edges << 16
    assert bus.words[GPIOTE + 0x304] == 1 << 2


def test_an_edge_asks_for_its_handler() -> None:
    bus.words[GPIOTE + 0x100 + 4 * 3] = 1
    gpio.gpiote_interrupt()
    assert platform.requests.pins == 1 << 3
    assert vm.pending
    assert bus.words[GPIOTE + 0x100 + 4 * 3] == 0


def test_random_words_have_four_bytes_of_noise() -> None:
    noise = iter([0x12, 0x34, 0x56, 0x78])

    def read(address: int) -> int:
        return next(noise) if address == RNG + 0x508 else 1

    hook: Callable[[int], int] = read
    bus.on_read = hook
    assert rng.NoiseRandom().word() == 0x12345678
