"""The virtual board's prompt in a terminal, and its pins."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Builder = Callable[..., Path]
PATIENCE = 10.0
PROMPT = b">>> "


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, program: Path) -> None:
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.execv(program, [program])
        self.received = b""

    def write(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def read_until(self, end: bytes) -> bytes:
        deadline = time.monotonic() + PATIENCE
        while end not in self.received:
            left = deadline - time.monotonic()
            assert left > 0 and select.select([self.master], [], [], left)[0], self.received
            self.received += os.read(self.master, 4096)
        at = self.received.index(end) + len(end)
        data, self.received = self.received[:at], self.received[at:]
        return data

    def enter(self, line: bytes, end: bytes = PROMPT) -> bytes:
        """Type a line; what it makes the program show."""
        self.write(line + b"\r")
        return self.read_until(end)

    def status(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


@pytest.fixture
def terminal(built: Builder) -> Iterator[Terminal]:
    terminal = Terminal(built("virtual"))
    terminal.read_until(PROMPT)
    yield terminal
    os.close(terminal.master)
    try:
        os.kill(terminal.process, signal.SIGKILL)
        os.waitpid(terminal.process, 0)
    except (ProcessLookupError, ChildProcessError):
        pass


def test_results_are_echoed_and_lines_edited(terminal: Terminal) -> None:
    assert terminal.enter(b"1 + 2") == b"1 + 2\r\n3\r\n>>> "
    assert b"\r\n4\r\n" in terminal.enter(b"\x1b[A\x7f3")


def test_strings_are_echoed_and_comments_are_complete(terminal: Terminal) -> None:
    assert terminal.enter(b"'text'") == b"'text'\r\n'text'\r\n>>> "
    assert terminal.enter(b"  # words") == b"  # words\r\n>>> "


def test_ctrl_c_stops_what_runs_and_clears_what_is_typed(terminal: Terminal) -> None:
    terminal.write(b"import time; time.sleep(1000)\r")
    time.sleep(0.3)
    terminal.write(b"\x03")
    assert b"KeyboardInterrupt\r\n" in terminal.read_until(PROMPT)
    terminal.write(b"half a li\x03")
    assert terminal.read_until(PROMPT) == b"half a li\r\n>>> "


def test_input_reads_an_edited_line(terminal: Terminal) -> None:
    terminal.enter(b"input('? ')", b"? ")
    assert terminal.enter(b"ax\x7fb").endswith(b"'ab'\r\n>>> ")


def test_raw_prompt_and_raw_paste(terminal: Terminal) -> None:
    terminal.write(b"\x01")
    terminal.read_until(b"raw REPL; CTRL-B to exit\r\n>")
    terminal.write(b"print(1)\x04")
    assert terminal.read_until(b"\x04>") == b"OK1\r\n\x04\x04>"
    terminal.write(b"\x05A\x01print(2)\x04")
    assert terminal.read_until(b"\x04>") == b"R\x01\x80\x00\x01\x042\r\n\x04\x04>"


def test_a_soft_reset_forgets_and_keeps_the_raw_prompt(terminal: Terminal) -> None:
    terminal.enter(b"x = 1")
    terminal.write(b"\x01\x04")
    terminal.read_until(b"OK\r\nMPY: soft reboot\r\nraw REPL; CTRL-B to exit\r\n>")
    terminal.write(b"x\x04")
    assert b"NameError" in terminal.read_until(b"\x04>")


def test_the_exit_status_is_that_of_sys_exit(terminal: Terminal) -> None:
    terminal.write(b"import sys; sys.exit(3)\r")
    assert terminal.status() == 3


def test_ctrl_c_ends_a_script_with_status_130(built: Builder) -> None:
    code = "print('ready', flush=True)\nwhile True: pass"
    program = subprocess.Popen(
        [built("virtual"), "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout and program.stderr
    assert program.stdout.readline() == b"ready\n"
    program.send_signal(signal.SIGINT)
    assert program.wait(PATIENCE) == 130
    assert program.stderr.read().endswith(b"KeyboardInterrupt\n")


PIN_SCRIPT = """
from machine import Pin, idle
seen = []
pin = Pin("P3", Pin.OUT, value=0)
pin.irq(lambda p: seen.append((p, p.value())), Pin.IRQ_RISING)
for level in 1, 0, 1, 1, 0:
    pin(level)
print(len(seen), seen[0][1], seen[0][0])
other = Pin(3)
other.irq(handler=lambda p: seen.append('falling'), trigger=Pin.IRQ_FALLING)
pin.on(); pin.off()
idle()
print(seen[-1], len(seen))
pin.irq(None)
pin.toggle()
print(pin.value(), len(seen))
def broken(p):
    raise ValueError("in the handler")
pin.irq(broken)
pin.off()
print("goes on")
up = Pin(5, Pin.IN, Pin.PULL_UP)
print(up(), Pin(6, Pin.IN, Pin.PULL_DOWN)())
"""


def test_pin_interrupts_call_python_at_a_safe_point(built: Builder) -> None:
    done = subprocess.run(
        [built("virtual"), "-c", PIN_SCRIPT], capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.stdout == "2 1 Pin(3)\nfalling 3\n1 3\ngoes on\n1 0\n"
    assert done.stderr.endswith("ValueError: in the handler\n")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("Pin('nowhere')", "ValueError: no pin named 'nowhere'"),
        ("Pin(99)", "ValueError: no pin 99"),
        ("Pin(1, 17)", "ValueError: invalid pin setting 17"),
        ("Pin(1)(1, 2)", "TypeError: a pin takes at most one argument, a level"),
        ("time.sleep(-1)", "ValueError: sleep length must be non-negative"),
        ("machine.mem32[3]", "ValueError: address 3 is not a multiple of 4"),
    ],
)
def test_wrong_arguments(built: Builder, call: str, message: str) -> None:
    code = f"import machine, time\nfrom machine import Pin\n{call}"
    done = subprocess.run([built("virtual"), "-c", code], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == message


def test_a_timer_at_the_prompt_and_across_a_soft_reset(terminal: Terminal) -> None:
    terminal.enter(b"from machine import Timer; n = []")
    terminal.enter(b"t = Timer(-1, period=1, callback=lambda t: n.append(1))")
    terminal.enter(b"import time; time.sleep_ms(20)")
    assert b"True" in terminal.enter(b"len(n) > 2")
    terminal.write(b"\x04")
    terminal.read_until(PROMPT)
    assert b"\n42\r\n" in terminal.enter(b"6 * 7")
    assert b"NameError" in terminal.enter(b"n")
