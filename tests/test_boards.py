"""What programs see of a board: examples, and the modules that CPython does not have."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from anthill.cli import execute, project
from anthill.cli.emulator import Emulator
from anthill.cli.profile import REPEAT
from anthill.translate.elf import Elf

Builder = Callable[..., Path]
Run = Callable[[str], str]

ALIKE = ["probe.py", "thermostat.py", "blink.py", "morse.py"]
"""Examples that print the same everywhere."""


def on_cpython(path: Path) -> bytes:
    return subprocess.run([sys.executable, "-B", path], capture_output=True, check=True).stdout


@pytest.mark.parametrize("name", ALIKE)
def test_examples_on_the_virtual_board(built: Builder, name: str) -> None:
    path = project.EXAMPLES / name
    done = subprocess.run([built("virtual"), path], capture_output=True, timeout=30)
    assert done.stdout.decode() == on_cpython(path).decode()
    assert not done.stderr


@pytest.mark.qemu
@pytest.mark.parametrize("name", ALIKE)
def test_examples_on_the_emulated_board(built: Builder, name: str) -> None:
    built("microbit")
    path = project.EXAMPLES / name
    result = execute.run_text(project.build("microbit"), path.read_text("utf-8"))
    assert result.output.decode() == on_cpython(path).decode()
    assert not result.error


@pytest.mark.qemu
def test_ctrl_c_stops_a_script_on_the_emulated_board(built: Builder, tmp_path: Path) -> None:
    built("microbit")
    script = tmp_path / "endless.py"
    script.write_text("print('begun')\nwhile True:\n    pass\n")
    command = [sys.executable, "-m", "anthill.cli.main", "run", "--board", "microbit", str(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout and program.stderr
        try:
            assert program.stdout.readline() == b"begun\n"
            program.send_signal(signal.SIGINT)
            assert program.wait(30) == 128 + signal.SIGINT
        finally:
            program.kill()
        assert program.stderr.read().endswith(b"\nKeyboardInterrupt\n")


@pytest.mark.parametrize("board", ["microbit", "microbit_core"])
def test_functions_listed_as_native_exist_and_are_all(built: Builder, board: str) -> None:
    record = json.loads((built(board).parent / "build.json").read_text("utf-8"))
    assert record["strangers"] == []
    assert record["refused"] == {}, "list them as native: a build that learns it takes longer"


@pytest.mark.qemu
def test_what_a_device_program_spends_its_time_in_is_native(built: Builder) -> None:
    image = built("microbit")
    run = next(symbol for symbol in Elf(image).symbols if symbol.name == "compact_run")
    code = range(run.address & ~1, (run.address & ~1) + run.size)
    source = (project.DEVICE_BENCH / "strings.py").read_text("utf-8") + REPEAT.format(1000)
    with Emulator(image) as machine:
        machine.link.enter_raw()
        program = threading.Thread(target=machine.link.execute, args=(source, 30.0))
        program.start()
        found = []
        while program.is_alive():
            found.append(machine.program_counter() in code)
    assert sum(found) < len(found) / 5, f"{sum(found)} of {len(found)} samples in compact code"


def test_an_example_on_cpython_s_run_of_the_interpreter(environment: dict[str, str]) -> None:
    path = project.EXAMPLES / "thermostat.py"
    command = [sys.executable, "-m", "anthill.vm", path]
    done = subprocess.run(command, capture_output=True, env=environment, timeout=60)
    assert done.stdout.decode() == on_cpython(path).decode()


@pytest.fixture(
    scope="module", params=["virtual", pytest.param("microbit", marks=pytest.mark.qemu)]
)
def run(request: pytest.FixtureRequest, built: Builder) -> Iterator[Run]:
    """Runs source on a board and returns its output; an error of the script fails the test."""
    image = built(request.param)

    def on_host(source: str) -> str:
        done = subprocess.run([image, "-c", source], capture_output=True, text=True, timeout=30)
        assert not done.stderr
        return done.stdout

    if request.param == "virtual":
        yield on_host
        return
    with execute.emulated(project.build("microbit")) as link:

        def on_chip(source: str) -> str:
            output, error = link.execute(source)
            link.soft_reset()
            assert not error
            return output.decode().replace("\r\n", "\n")

        yield on_chip


def test_micropython_decorators_leave_functions_as_they_are(run: Run) -> None:
    source = (
        "import micropython\n@micropython.native\ndef f(a, b): return a + b\n"
        "class C:\n    @micropython.viper\n    def m(self, x: int) -> int: return x * 2\n"
        "print(f(1, 2), C().m(3))"
    )
    assert run(source) == "3 6\n"


def test_an_exception_is_printed_to_any_file(run: Run) -> None:
    source = (
        "import io, sys\nclass Log:\n    def write(self, text): print(repr(text[-10:]))\n"
        "out = io.StringIO()\ntry: [][1]\nexcept IndexError as e:\n"
        "    sys.print_exception(e, out); sys.print_exception(e, Log())\n"
        "    sys.print_exception(e, sys.stdout); sys.print_exception(e, None)\n"
        "print(out.getvalue().splitlines()[-1])"
    )
    shown = run(source)
    assert shown.startswith("' of range\\n'\nTraceback (most recent call last):\n  File ")
    assert shown.count("IndexError: list index out of range\n") == 3


def test_an_output_pin_reads_what_it_drives(run: Run) -> None:
    source = (
        "from machine import Pin\n"
        "p = Pin(13, Pin.OUT)\n"
        "for level in (1, 0, True, 5):\n"
        "    p.value(level)\n"
        "    print(p.value(), p())\n"
        "p.off(); print(p.value())\n"
        "p.on(); print(p.value())\n"
        "p.toggle(); print(p.value())\n"
        "print(Pin('LED', Pin.OUT, value=1).value(), Pin(13), Pin(13)())\n"
    )
    assert run(source) == "1 1\n0 0\n1 1\n1 1\n0\n1\n0\n1 Pin(13) 1\n"


def test_a_pin_that_is_not_there(run: Run) -> None:
    source = (
        "from machine import Pin\n"
        "for n in (99, -1, 'nothing', None):\n"
        "    try:\n"
        "        Pin(n)\n"
        "    except (ValueError, TypeError) as e:\n"
        "        print(type(e).__name__)\n"
    )
    assert run(source) == "ValueError\nValueError\nValueError\nTypeError\n"


def test_ticks_count_and_wrap(run: Run) -> None:
    source = (
        "import time\n"
        "a = time.ticks_ms()\n"
        "b = time.ticks_us()\n"
        "time.sleep_ms(20)\n"
        "print(18 <= time.ticks_diff(time.ticks_ms(), a) < 1000)\n"
        "time.sleep_us(500)\n"
        "print(20000 <= time.ticks_diff(time.ticks_us(), b) < 1000000)\n"
        "top = time.ticks_add(0, -1)\n"
        "print(time.ticks_diff(time.ticks_add(top, 5), top), time.ticks_add(top, 1))\n"
        "print(time.ticks_diff(10, 30), time.ticks_diff(30, 10))\n"
    )
    assert run(source) == "True\nTrue\n5 0\n-20 20\n"


def test_the_collector_gives_memory_back(run: Run) -> None:
    source = (
        "import gc\n"
        "a = before = middle = None\n"
        "gc.collect()\n"
        "before = gc.mem_free()\n"
        "a = bytearray(1000)\n"
        "middle = gc.mem_free()\n"
        "a = None\n"
        "gc.collect()\n"
        "print(before - middle >= 1000, abs(gc.mem_free() - before) < 64)\n"
        "print(gc.mem_alloc() >= 0, gc.mem_free() > 8000)\n"
    )
    assert run(source) == "True True\nTrue True\n"


def test_micropython_s_own_module(run: Run) -> None:
    source = (
        "from micropython import const, mem_info\n"
        "X = const(5)\n"
        "print(X + 1, const('a'))\n"
        "mem_info()\n"
    )
    lines = run(source).splitlines()
    assert lines[0] == "6 a"
    assert "heap" in " ".join(lines[1:])


def test_scheduled_functions_do_not_interrupt_each_other(run: Run) -> None:
    source = (
        "import time\nfrom micropython import schedule\n"
        "seen = []\nrounds = 0\n"
        "def again(n):\n"
        "    global rounds\n"
        "    seen.append(('begin', n))\n"
        "    rounds += 1\n"
        "    if rounds < 40: schedule(again, n)\n"
        "    for i in range(3): len(seen)\n"
        "    seen.append(('end', n))\n"
        "for n in range(8): schedule(again, n)\n"
        "while rounds < 40: time.sleep_ms(1)\n"
        "time.sleep_ms(1)\n"
        "print(rounds >= 40, all(seen[i][0] == 'begin' and seen[i + 1] == ('end', seen[i][1])\n"
        "    for i in range(0, len(seen), 2)))\n"
        "def forever(n): schedule(forever, n)\n"
        "for n in range(8): schedule(forever, n)\n"
        "time.sleep_ms(5); print('alive')\n"
    )
    assert run(source) == "True True\nalive\n"


def test_the_processor(run: Run) -> None:
    source = (
        "import machine\n"
        "print(machine.freq() >= 0, len(machine.unique_id()), type(machine.unique_id()))\n"
        "state = machine.disable_irq(); machine.enable_irq(state)\n"
        "draws = [machine.rng() for _ in range(8)]\n"
        "print(len(draws), max(draws) < 1 << 24, min(draws) >= 0, max(draws) != min(draws))\n"
    )
    assert run(source) == "True 8 <class 'bytes'>\n8 True True True\n"


@pytest.mark.parametrize(
    ("trigger", "calls"), [("Pin.IRQ_RISING", 2), ("Pin.IRQ_FALLING", 1), ("3", 3)]
)
def test_pin_interrupts_on_the_virtual_board(built: Builder, trigger: str, calls: int) -> None:
    source = (
        "from machine import Pin\n"
        "seen = []\n"
        "p = Pin(4, Pin.IN, Pin.PULL_DOWN)\n"
        f"p.irq(lambda pin: seen.append(pin), {trigger})\n"
        "for level in (1, 0, 1):\n"
        "    p.value(level)\n"
        "    for i in range(3): pass\n"
        "print(len(seen), seen[0])\n"
        "p.irq(None)\n"
        "p.value(0); p.value(1)\n"
        "for i in range(3): pass\n"
        "print(len(seen))\n"
    )
    done = subprocess.run([built("virtual"), "-c", source], capture_output=True, text=True)
    assert done.stdout == f"{calls} Pin(4)\n{calls}\n", done.stderr


def test_an_error_in_a_pin_s_handler_is_reported_and_the_program_goes_on(built: Builder) -> None:
    source = (
        "from machine import Pin\n"
        "p = Pin(4, Pin.IN, Pin.PULL_DOWN)\n"
        "p.irq(lambda pin: 1 / 0, Pin.IRQ_RISING)\n"
        "p.value(1)\n"
        "for i in range(3): pass\n"
        "print('on')\n"
    )
    done = subprocess.run([built("virtual"), "-c", source], capture_output=True, text=True)
    assert done.stdout.endswith("on\n")
    assert "ZeroDivisionError" in done.stdout + done.stderr


LEFT_OUT = {
    "match 1:\n    case 1: pass": "SyntaxError: this board has no match statements",
    "try: pass\nexcept* ValueError: pass": "SyntaxError: this board has no exception groups",
    "BaseExceptionGroup": "NameError: name 'BaseExceptionGroup' is not defined",
    "ExceptionGroup": "NameError: name 'ExceptionGroup' is not defined",
    "memoryview(b'')": "NameError: name 'memoryview' is not defined",
    "{1}": "SyntaxError: this board has no sets",
    "{*(), 1}": "SyntaxError: this board has no sets",
    "{x for x in ()}": "SyntaxError: this board has no sets",
    "set()": "NameError: name 'set' is not defined",
    "frozenset()": "NameError: name 'frozenset' is not defined",
    "{}.keys() | {}.keys()": "TypeError: unsupported operand type(s) for |: "
    "'dict_keys' and 'dict_keys'",
    "{}.items() < {}.items()": "TypeError: '<' not supported between instances of "
    "'dict_items' and 'dict_items'",
    **{
        source: "OverflowError: this board has no big integers"
        for source in (
            "2**29 + 2**29",
            "x = -2**29; x - 2**29 - 1",
            "2**15 * 2**15",
            "x = 2**29; x *= 2",
            "1 << 30",
            "-3 << 29",
            "10**10",
            "-(-2**29 * 2)",
            "-2**29 * 2 // -1",
            "abs(-2**29 * 2)",
            "sum([2**29, 2**29])",
            "range(1 << 30)",
            "int('1073741824')",
            "int('ffffffff', 16)",
            "int(1e10)",
            "round(1e10)",
            "'%d' % 3e9",
            "int.from_bytes(b'\\x40\\0\\0\\0', 'big')",
            "pow(2, 10, 7)",
            "import math; math.factorial(13)",
            "import math; math.floor(1e10)",
        )
    },
    "print(1)\nx = 1073741824": "SyntaxError: this board has no big integers",
    "0x40000000": "SyntaxError: this board has no big integers",
    "import time; time.time_ns()": "AttributeError: module 'time' has no attribute 'time_ns'",
    "import machine; machine.mem32[0.5]": "TypeError: 'float' object cannot be interpreted as an "
    "integer",
    "import machine; machine.mem32[2.0**32]": "TypeError: 'float' object cannot be interpreted as "
    "an integer",
}
"""Programs that a board with the core of the language alone refuses, and the last line it says."""
STILL_THERE = {
    "match = [1, 2]; match[0] = 3; print(match, *match)": "[3, 2] 3 2",
    "match = lambda x: x\nmatch(1); print(match (-1), match  (2) * 2)": "-1 4",
    "try: raise KeyError(1) from ValueError(2)\nexcept LookupError as e: print(e)": "1",
    "a, b = {1: 2, 3: []}, {3: [], 1: 2}; print(a.keys() == b.keys(), a.items() == b.items(), "
    "a.keys() == {1: 2}.keys(), a.items() != {1: 2, 3: 4}.items(), a.values() == a.values(), "
    "a.keys() == (1, 3), 3 in a.keys(), (1, 2) in a.items(), 2 in a.values())": "True True False "
    "True False False True True True",
    "print(-2**29 - 2**29, 2**29 - 1 + 2**29, -1 << 30, 0 << 99, 5 >> 99, -5 >> 99, (-8)**9)": (
        "-1073741824 1073741823 -1073741824 0 0 -1 -134217728"
    ),
    "print(7 // -2, -7 % 3, 7 / 2, 2**-1, divmod(-7, 2), 12 ^ 10, 12 | 3, -256 & 511, ~5)": (
        "-4 2 3.5 0.5 (-4, 1) 6 15 256 -6"
    ),
    "print(round(25, -1), round(-15, -1), round(5, -30), hex(-255), bin(5), f'{2**29:,}', "
    "(2**29).bit_length())": "20 -20 0 -0xff 0b101 536,870,912 30",
    "print(int.from_bytes(b'\\xc0\\0\\0\\0', 'big', signed=True), "
    "(-2).to_bytes(2, 'little', signed=True), (300).to_bytes(6, 'big'))": (
        r"-1073741824 b'\xfe\xff' b'\x00\x00\x00\x00\x01,'"
    ),
    "print(1e22, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, '%.20f' % 0.1, "
    "float('123456789012345678901234567890'), 1e100 > 2**29, {2.5: 1}[2.5])": (
        "1e+22 5e-324 1.7976931348623157e+308 0.30000000000000004 0.10000000000000000555 "
        "1.2345678901234568e+29 True 1"
    ),
    "import machine; m = machine.mem32; OUT = 5 * 2.0**28 + 0x504; m[OUT] = 8192; print(m[OUT])\n"
    "m[OUT] = 2.0**31 + 1; print(m[OUT]); m[OUT] = 0; print(m[OUT])": "8192\n2147483649.0\n0",
    "import time; print(time.ticks_diff(time.ticks_add(2**29, 2**29 - 1), 2**29), "
    "time.ticks_add(0, -1), time.ticks_diff(0, 2**29 - 1 + 2**29))": "536870911 1073741823 1",
    "class C: x = 1\nprint(dir(C())[-1], 'append' in dir([]), 'C' in dir())": "x True True",
}


@pytest.mark.qemu
def test_what_the_core_of_the_language_leaves_out(built: Builder) -> None:
    built("microbit_core")
    with execute.emulated(project.build("microbit_core")) as link:
        for source, said in LEFT_OUT.items():
            output, error = link.execute(source)
            assert (output, error.decode().splitlines()[-1]) == (b"", said)
        for source, shown in STILL_THERE.items():
            output, error = link.execute(source)
            assert (output.decode().replace("\r\n", "\n").strip(), error) == (shown, b"")
