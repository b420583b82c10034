"""The firmware on the emulated micro:bit, and that of its core, through its serial line."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from anthill.cli.emulator import Emulator
from anthill.cli.serial_link import CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E, RAW_BANNER, SerialLink

pytestmark = [pytest.mark.qemu, pytest.mark.xdist_group("microbit")]

Builder = Callable[..., Path]
PATIENCE = 20.0


@pytest.fixture(scope="module", params=["microbit", "microbit_core"])
def machine(built: Builder, request: pytest.FixtureRequest) -> Iterator[Emulator]:
    with Emulator(built(request.param)) as machine:
        machine.link.enter_raw()
        yield machine


@pytest.fixture
def link(machine: Emulator) -> Iterator[SerialLink]:
    """The line at a fresh raw prompt."""
    machine.link.enter_raw()
    machine.link.soft_reset()
    yield machine.link


def output(link: SerialLink, source: str) -> str:
    """What a program prints that raises nothing."""
    printed, error = link.execute(source, PATIENCE)
    assert error == b""
    return printed.decode().replace("\r\n", "\n")


def friendly(link: SerialLink) -> None:
    link.leave_raw()


def typed(link: SerialLink, keys: bytes, end: bytes = b">>> ") -> str:
    """What the friendly prompt answers, echo included."""
    link.write(keys)
    return link.read_until(end, PATIENCE).decode()


def test_nothing_is_lost_before_the_prompt(built: Builder) -> None:
    with Emulator(built("microbit")) as machine:
        banner = machine.link.read_until(b">>> ", PATIENCE).decode()
    assert banner.startswith("Anthill ")
    assert "BBC micro:bit" in banner


def test_free_heap_at_the_prompt(link: SerialLink) -> None:
    assert int(output(link, "import gc; gc.collect(); print(gc.mem_free())")) >= 11_000


def test_the_raw_protocol_byte_for_byte(link: SerialLink) -> None:
    link.write(b"print(6*7)" + CTRL_D)
    assert link.read_until(b"\x04>", PATIENCE) == b"OK42\r\n\x04\x04>"
    link.write(b"1/0" + CTRL_D)
    answer = link.read_until(b"\x04>", PATIENCE)
    assert answer.startswith(b"OK\x04Traceback (most recent call last):\r\n")
    assert answer.endswith(b"\r\nZeroDivisionError: division by zero\r\n\x04>")


def test_the_raw_paste_protocol_byte_for_byte(link: SerialLink) -> None:
    link.write(CTRL_E + b"A" + CTRL_A)
    assert link.read_until(b"\x01\x80\x00\x01", PATIENCE) == b"R\x01\x80\x00\x01"
    link.write(b"print(1)" + CTRL_D)
    assert link.read_until(b"\x04>", PATIENCE) == b"\x041\r\n\x04\x04>"


def test_a_wrong_line_ends_a_raw_paste_early(link: SerialLink) -> None:
    source = "x = = 1\n" + "print('not reached')\n" * 100
    printed, error = link.execute(source, PATIENCE)
    assert printed == b""
    assert b"SyntaxError: invalid syntax" in error
    assert output(link, "print(1)") == "1\n"


def test_ctrl_c_abandons_raw_source(link: SerialLink) -> None:
    link.write(b"print(1" + CTRL_C + b"print(2)" + CTRL_D)
    assert link.read_until(b"\x04>", PATIENCE) == b"OK2\r\n\x04\x04>"


def test_raw_and_friendly_prompt(link: SerialLink) -> None:
    link.write(CTRL_B)
    assert b"Anthill" in link.read_until(b"\r\n>>> ", PATIENCE)
    link.write(CTRL_A)
    assert link.read_until(RAW_BANNER, PATIENCE) == b"\r\n" + RAW_BANNER


def test_soft_reset_forgets_everything(link: SerialLink) -> None:
    output(link, "x = 1")
    link.soft_reset()
    assert output(link, "print('x' in globals())") == "False\n"


def test_source_sent_without_flow_control_arrives_whole(link: SerialLink) -> None:
    lines = [f"total += {number}  # {'.' * (number % 50)}" for number in range(150)]
    link.write(("total = 0\n" + "\n".join(lines) + "\nprint(total)\n").encode() + CTRL_D)
    link.read_until(b"OK", PATIENCE)
    assert link.read_until(b"\x04>", PATIENCE) == f"{sum(range(150))}\r\n\x04\x04>".encode()


def test_what_is_typed_while_a_program_runs_is_kept(link: SerialLink) -> None:
    friendly(link)
    typed(link, b"import time\r")
    link.write(b"time.sleep_ms(300)\r")
    link.write(b"".join(b"print(%d)\r" % number for number in range(60)))
    shown = "".join(typed(link, b"") for _ in range(61))
    assert [int(line) for line in shown.splitlines() if line.isdigit()] == list(range(60))


def test_results_are_echoed(link: SerialLink) -> None:
    friendly(link)
    assert typed(link, b"'a' * 3\r") == "'a' * 3\r\n'aaa'\r\n>>> "
    assert typed(link, b"None\r") == "None\r\n>>> "
    assert typed(link, b"_\r") == "_\r\n'aaa'\r\n>>> "


def test_blocks_end_at_an_empty_line(link: SerialLink) -> None:
    friendly(link)
    shown = typed(link, b"for i in range(2):\r    print(i)\r\r")
    assert shown.endswith("... \r\n0\r\n1\r\n>>> ")


def test_paste_mode(link: SerialLink) -> None:
    friendly(link)
    assert typed(link, CTRL_E, b"=== ").endswith(
        "\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== "
    )
    shown = typed(link, b"def f():\r    return 5\r\rprint(f())\r" + CTRL_D)
    assert shown.endswith("=== print(f())\r\n=== \r\n5\r\n>>> ")


@pytest.mark.parametrize("loop", ["while True: pass", "import time; time.sleep(1000)"])
def test_ctrl_c_stops_a_program(link: SerialLink, loop: str) -> None:
    link.write(loop.encode() + CTRL_D)
    link.read_until(b"OK", PATIENCE)
    time.sleep(0.2)
    link.write(CTRL_C)
    assert b"KeyboardInterrupt" in link.read_until(b"\x04>", PATIENCE)


def test_a_program_can_catch_ctrl_c(link: SerialLink) -> None:
    source = "try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('caught')\n"
    link.write(source.encode() + CTRL_D)
    link.read_until(b"OK", PATIENCE)
    time.sleep(0.2)
    link.write(CTRL_C)
    assert link.read_until(b"\x04>", PATIENCE) == b"caught\r\n\x04\x04>"


def test_an_output_pin_is_seen_from_outside(machine: Emulator, link: SerialLink) -> None:
    output(link, "from machine import Pin\nled = Pin('LED', Pin.OUT, value=1)")
    assert machine.output_pins() >> 13 & 1 == 1
    assert output(link, "print(led.value(), led())") == "1 1\n"
    output(link, "led.toggle()")
    assert machine.output_pins() >> 13 & 1 == 0


def test_pull_ups(link: SerialLink) -> None:
    source = (
        "from machine import Pin\nfor p in Pin.PULL_UP, Pin.PULL_DOWN:\n print(Pin(3, Pin.IN, p)())"
    )
    assert output(link, source) == "1\n0\n"


def test_time_passes(link: SerialLink) -> None:
    source = (
        "import time\n"
        "a = time.ticks_us(); time.sleep_ms(30); b = time.ticks_us()\n"
        "print(30000 <= time.ticks_diff(b, a) < 200000)\n"
        "a = time.ticks_ms(); time.sleep(0.05); b = time.ticks_ms()\n"
        "print(50 <= time.ticks_diff(b, a) < 200)\n"
        "print(time.ticks_diff(3, time.ticks_add(3, -10)))\n"
        "print(time.ticks_diff(time.ticks_add(0, -1), 0))"
    )
    assert output(link, source) == "True\nTrue\n10\n-1\n"


def test_chip_functions(link: SerialLink) -> None:
    source = (
        "import machine\n"
        "print(machine.freq(), len(machine.unique_id()))\n"
        "print(len({machine.rng(): 0 for _ in range(20)}) > 15)\n"
        "machine.mem32[0x20000010] = 0x01020304\n"
        "print(machine.mem8[0x20000011], hex(machine.mem16[0x20000012]))\n"
    )
    assert output(link, source) == "16000000 8\nTrue\n3 0x102\n"


def test_registers(link: SerialLink, request: pytest.FixtureRequest) -> None:
    core = request.node.callspec.params["machine"] == "microbit_core"  # without big integers
    place = "(high * 2.0**28 + low)" if core else "(high << 28 | low)"
    source = (
        "import machine\n"
        f"def word(high, low): return {place}\n"
        "machine.mem32[word(5, 0x508)] = word(15, 0xFFFFFFF)\n"
        "print(machine.mem32[word(5, 0x504)] == word(15, 0xFFFFFFF))\n"
        "print(machine.mem32[word(14, 0xED00)] == word(4, 0x10CC200))"
    )
    assert output(link, source) == "True\nTrue\n"


def test_a_fault_says_what_happened_and_restarts(link: SerialLink) -> None:
    link.write(b"import machine\nmachine.mem32[0x30000000]\n" + CTRL_D)
    shown = link.read_until(b">>> ", PATIENCE).decode()
    assert "HardFault" in shown
    assert "pc  0x" in shown
    assert "Anthill" in shown


def test_reset(link: SerialLink) -> None:
    link.write(b"import machine\nmachine.reset()\n" + CTRL_D)
    assert b"Anthill" in link.read_until(b">>> ", PATIENCE)


@pytest.mark.parametrize(
    "source",
    [
        "print(" + "(" * 90 + "1" + ")" * 90 + ")",
        "a = []\nfor i in range(300): a = [a]\nprint(a)",
        "def f(): f()\nf()",
        "a = []\nwhile True: a.append(bytearray(64))",
        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
        "if 1:\n" + "".join(" " * n + "if 1:\n" for n in range(1, 40)) + " " * 40 + "pass",
    ],
)
def test_nothing_brings_the_firmware_down(link: SerialLink, source: str) -> None:
    link.execute(source, PATIENCE)
    link.soft_reset()
    assert output(link, "print('alive')") == "alive\n"
