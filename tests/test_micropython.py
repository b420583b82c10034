"""MicroPython's own modules on the virtual board, in the style of its documentation."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Builder = Callable[..., Path]
Run = Callable[[str], str]


@pytest.fixture(params=["", "stress"])
def run(request: pytest.FixtureRequest, built: Builder) -> Run:
    """Runs source on the virtual board and returns its output; an error fails the test."""
    image = built("virtual", request.param) if request.param else built("virtual")

    def on_host(source: str) -> str:
        done = subprocess.run([image, "-c", source], capture_output=True, text=True, timeout=60)
        assert not done.stderr
        return done.stdout

    return on_host


def test_viper_brings_its_pointers(run: Run) -> None:
    source = """
import micropython, machine
@micropython.viper
def invert(buf: ptr8, n: int):
    p = ptr8(buf)
    for i in range(n): p[i] = ~p[i]
@micropython.viper
def total(words: ptr16, n: int) -> uint:
    s: uint = uint(0)
    w = ptr16(words)
    for i in range(n): s += w[i]
    return s
data = bytearray(b"\\x00\\x01\\xff\\x0f")
invert(data, 3); print(data, total(data, 2))
ptr32(data)[0] = -1; ptr16(0x100)[2] = 0x12345; print(data, machine.mem16[0x104], ptr8(0x100)[5])
for bad in (lambda: ptr16(data)[2], lambda: ptr8(data)[-1], lambda: ptr8("text")):
    try: bad()
    except (IndexError, TypeError) as e: print(type(e).__name__, e)
"""
    assert run(source).splitlines() == [
        r"bytearray(b'\xff\xfe\x00\x0f') 69119",
        r"bytearray(b'\xff\xff\xff\xff') 9029 35",
        "IndexError index out of range",
        "IndexError index out of range",
        "TypeError memoryview: a bytes-like object is required, not 'str'",
    ]


def test_a_ring_of_bytes(run: Run) -> None:
    source = """
from micropython import RingIO
r = RingIO(5)
print(r.write(b"ab\\ncdefg"), r.any(), r.readline(), r.write(bytearray(b"xyz")), r.any())
print(r.read(1), r.readline(2), r.read(), r.any(), r.read(), r.readline())
into = bytearray(4)
r.write(b"1234"); print(r.readinto(into, 3), into)
print(r.readinto(memoryview(into)[2:]), into)
store = bytearray(3); r = RingIO(store); print(r.write(b"123"), store)
try: RingIO(0)
except ValueError as e: print(e)
"""
    assert run(source).splitlines() == [
        r"5 5 b'ab\n' 3 5",
        "b'c' b'dx' b'yz' 0 b'' b''",
        r"3 bytearray(b'123\x00')",
        r"1 bytearray(b'124\x00')",
        r"2 bytearray(b'12\x00')",
        "buffer too small",
    ]


def test_settings_are_read_back(run: Run) -> None:
    source = """
import gc, micropython as m
print(m.opt_level(), m.opt_level(2), m.opt_level())
print(m.heap_lock(), m.heap_lock(), m.heap_locked(), m.heap_unlock(), m.heap_unlock())
print(m.stack_use() > 0, gc.threshold(), gc.threshold(5000), gc.threshold())
for name in ("nothing", "asm_thumb"):
    try: getattr(m, name)
    except AttributeError as e: print(e)
try: from micropython import nothing
except ImportError as e: print(type(e).__name__)
"""
    assert run(source).splitlines() == [
        "0 None 2",
        "1 2 2 1 0",
        "True -1 None 5000",
        "module 'micropython' has no attribute 'nothing'",
        "module 'micropython' has no attribute 'asm_thumb'",
        "ImportError",
    ]


def test_signals_of_pins(run: Run) -> None:
    source = """
from machine import Pin, Signal
s = Signal(Pin(2, Pin.OUT), invert=True)
s.on(); print(s.value(), s(), Pin(2).value())
s(0); print(s.value(), Pin(2).value())
t = Signal(3, Pin.OUT, value=1, invert=False); print(t.value()); t.off(); print(Pin(3).value())
p = Pin(3); p.high(); print(p.value()); p.low(); print(p.value())
"""
    assert run(source).splitlines() == ["1 1 0", "0 1", "1", "0", "1", "0"]


def test_pulses(run: Run) -> None:
    source = """
import machine
from machine import Pin, bitstream, time_pulse_us
p = Pin(2, Pin.OUT)
seen = []
p.irq(lambda pin: seen.append(pin.value()), Pin.IRQ_RISING | Pin.IRQ_FALLING, hard=True)
bitstream(p, 0, (400, 850, 800, 450), b"\\xf0\\x01")
print(len(seen) > 10, p.value(), time_pulse_us(p, 1, 500), time_pulse_us(p, 0, 500))
level = iter((1, 0, 0, 1, 1, 1, 0))
class Echo:
    def value(self): return next(level)
print(time_pulse_us(Echo(), 0) >= 0, next(level))
machine.lightsleep(5)
"""
    assert run(source).splitlines() == ["True 0 -2 -1", "True 1"]


def test_a_limit_in_milliseconds(run: Run) -> None:
    source = """
import uasyncio as asyncio
async def slow(n):
    await asyncio.sleep_ms(n)
    return n
async def main():
    print(await asyncio.wait_for_ms(slow(1), 5000), await asyncio.wait_for_ms(slow(1), None))
    try: await asyncio.wait_for_ms(slow(60000), 5)
    except asyncio.TimeoutError: print("late")
asyncio.run(main())
"""
    assert run(source) == "1 1\nlate\n"


def test_a_directory_with_types_and_sizes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "f").write_text("12345")
    source = f"""
import os
for name, kind, inode, size in sorted(os.ilistdir({str(tmp_path)!r})):
    print(name, hex(kind), inode > 0, size if name == "f" else "")
try: os.ilistdir({str(tmp_path / "x")!r})
except OSError as e: print(e.errno)
"""
    assert run(source) == "d 0x4000 True \nf 0x8000 True 5\n2\n"


def test_errors_in_handlers_are_reported_and_the_program_goes_on(built: Builder) -> None:
    source = """
import time
from machine import Pin
from micropython import schedule
p = Pin(4, Pin.IN, Pin.PULL_DOWN)
seen = []
def handler(pin):
    schedule(seen.append, pin.value())
    schedule(divide, 0)
    schedule(seen.append, "later")
    seen.append("handler")
    pin.value(1 - pin.value())
    raise ValueError("in handler")
def divide(x): 1 // x
p.irq(handler, Pin.IRQ_RISING)
p.value(1)
time.sleep_ms(1)
print(seen, p.value())
"""
    image = built("virtual")
    done = subprocess.run([image, "-c", source], capture_output=True, text=True, timeout=30)
    assert done.stdout == "['handler', 1, 'later'] 0\n"
    ends = [line for line in done.stderr.splitlines() if "Error" in line]
    assert ends == [
        "ValueError: in handler",
        "ZeroDivisionError: integer division or modulo by zero",
    ]
    assert done.returncode == 0


def test_ctrl_c_in_a_handler_leaves_others_working(run: Run) -> None:
    source = """
import time
from micropython import schedule
def stop(x): raise KeyboardInterrupt
try:
    schedule(stop, 0)
    time.sleep_ms(50)
except KeyboardInterrupt: print("stopped")
schedule(print, "next")
time.sleep_ms(1)
"""
    assert run(source) == "stopped\nnext\n"


def test_timers_call_while_the_program_goes_on(run: Run) -> None:
    source = """
import time
from machine import Timer
counts = {}
def count(timer): counts[timer] = counts.get(timer, 0) + 1
fast = Timer(-1, period=5, mode=Timer.PERIODIC, callback=count)
slow = Timer(freq=20, callback=count)
once = Timer(-1); once.init(mode=Timer.ONE_SHOT, period=10, callback=count)
x, end = 0, time.ticks_add(time.ticks_ms(), 200)
while time.ticks_diff(end, time.ticks_ms()) > 0: x += 1
print(counts[once], 1 <= counts[slow] <= 4, counts[fast] > counts[slow])
fast.deinit(); slow.deinit(); fast.deinit()
before = dict(counts); time.sleep_ms(60); print(counts == before)
"""
    assert run(source) == "1 True True\nTrue\n"


def test_timers_wake_what_waits(run: Run) -> None:
    source = """
import asyncio, time
from machine import Timer
flag = asyncio.ThreadSafeFlag()
async def main():
    Timer(0).init(period=20, mode=Timer.ONE_SHOT, callback=lambda t: flag.set())
    await flag.wait()
    print("woken")
asyncio.run(main())
a = Timer(0, period=5, callback=lambda t: print("never"))
b = Timer(0, period=5, mode=Timer.ONE_SHOT, callback=lambda t: (t.deinit(), print("last")))
time.sleep_ms(40)
for options in ({}, {"period": 0}, {"freq": 0}, {"period": -5, "callback": print}):
    try: Timer(1).init(**options)
    except ValueError as e: print(e)
"""
    assert (
        run(source).splitlines()
        == ["woken", "last"] + ["a timer needs a period or a freq above 0"] * 4
    )


def test_timers_outlive_errors_and_many_at_once(built: Builder) -> None:
    source = """
import gc, time
from machine import Timer
seen = set()
timers = [Timer(n, period=10, mode=Timer.ONE_SHOT, callback=lambda t, n=n: seen.add(n))
    for n in range(30)]
bad = Timer(-1, period=5, callback=lambda t: 1 / 0)
timers = None
gc.collect()
end = time.ticks_add(time.ticks_ms(), 1000)
while len(seen) < 30 and time.ticks_diff(end, time.ticks_ms()) > 0: time.sleep_ms(10)
bad.deinit()
print(len(seen))
Timer(-1, period=1, callback=lambda t: None)
"""
    image = built("virtual")
    done = subprocess.run([image, "-c", source], capture_output=True, text=True, timeout=30)
    assert (done.stdout, done.returncode) == ("30\n", 0)
    assert set(line for line in done.stderr.splitlines() if "Error" in line) == {
        "ZeroDivisionError: division by zero"
    }


def test_timers_outlive_a_lack_of_memory(built: Builder) -> None:
    source = """
import time
from machine import Timer
n = 0
def tick(timer):
    global n
    n += 1
timer = Timer(-1, period=1, callback=tick)
def fill():
    keep = []
    try:
        while True: keep.append([0] * 3)
    except MemoryError:
        for i in range(20000): pass
end = time.ticks_add(time.ticks_ms(), 600)
def again():
    while time.ticks_diff(end, time.ticks_ms()) > 0:
        fill()
    before = n
    time.sleep_ms(100)
    return n > before
while True:
    try: goes_on = again()
    except MemoryError: continue
    print(goes_on)
    break
"""
    for size in ("64k", "100k"):
        command = [built("virtual"), "-X", "heapsize=" + size, "-c", source]
        done = subprocess.run(command, capture_output=True, text=True, timeout=30)
        assert done.stdout == "True\n"
