"""Speed and memory on the emulated micro:bit, next to what MicroPython needs for the same.

With `-icount shift=4` the guest's clock moves 16 ns per instruction, so the figures repeat on any
machine. The peer's are in `benchmarks/device/peer.json`, which says how they were taken.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anthill.cli import project
from anthill.cli.execute import emulated
from anthill.cli.problem import Problem
from anthill.cli.serial_link import SerialLink

INSTRUCTIONS_PER_MICROSECOND = 62.5
TIMEOUT = 120.0

TIMED_CALL = """
import time
_begin = time.ticks_us()
_result = run()
_end = time.ticks_us()
print(time.ticks_diff(_end, _begin), _result)
"""

FRAGMENTATION = """
import gc

def fragment():
    kept = []
    gc.collect()
    while gc.mem_free() > 1536:
        while gc.mem_free() > 1536:
            kept.append(bytearray(40))
        gc.collect()
    for i in range(0, len(kept), 2):
        kept[i] = None
    gc.collect()
    free = gc.mem_free()
    low = 0
    high = free + 1
    while high - low > 1:
        middle = (low + high) // 2
        try:
            bytearray(middle)
            low = middle
        except MemoryError:
            high = middle
        gc.collect()
    print(free, low)

fragment()
"""

COLLECTION = """
import gc, time

def fill():
    kept = []
    try:
        while True:
            kept.append([kept, bytearray(20), str(len(kept))])
    except MemoryError:
        kept.pop()
    return kept

kept = fill()
_begin = time.ticks_us()
gc.collect()
_end = time.ticks_us()
print(time.ticks_diff(_end, _begin))
"""

REPEATED = 20
"""Times that an operation is done between two readings of the clock."""
OPERATION = """
import time

{setup}

def run():
    for _ in range({times}):
        {run}

run()
_begin = time.ticks_us()
run()
_end = time.ticks_us()
print(time.ticks_diff(_end, _begin))
"""

OBJECTS = """
import gc

class Reading:
    def __init__(self):
        self.time = 1
        self.value = 2
        self.valid = True

    def method(self):
        return self.value

reading = Reading()

def closure():
    value = reading
    return lambda: value

def size(make):
    kept = [make()] * 32
    gc.collect()
    free = gc.mem_free()
    for i in range(32):
        kept[i] = make()
    gc.collect()
    return (free - gc.mem_free()) // 31

print(
    size(Reading),
    size(lambda: {i: i for i in range(10)}),
    size(closure),
    size(lambda: reading.method),
)
"""
"""Of each kind 31 more than before."""

FREE = "import gc; gc.collect(); print(gc.mem_free())"

FIVE_LINES = """def scale{0}(value, gain, offset):
    value = value * gain + offset
    if value < 0:
        value = 0
    return value

"""


@dataclass(frozen=True)
class Row:
    """One program: microseconds of guest time here and there."""

    name: str
    microseconds: int | None
    peer: int | None
    """None for a program of which the peer's time is not known."""
    problem: str

    @property
    def ratio(self) -> float | None:
        if self.microseconds is None or self.peer is None:
            return None
        return self.microseconds / self.peer


def peer() -> dict[str, Any]:
    """What is known about MicroPython on the same machine."""
    record: dict[str, Any] = json.loads((project.DEVICE_BENCH / "peer.json").read_text("utf-8"))
    return record


def geometric_mean(ratios: list[float]) -> float | None:
    if not ratios:
        return None
    return math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))


def programs() -> Iterator[tuple[Path, int, int | None]]:
    """The files of the bench with their results and the peer's times, our own programs last."""
    known = peer()
    for path in sorted(project.DEVICE_BENCH.glob("*.py")):
        yield path, known["results"][path.stem], known["run_us"][path.stem]
    more = project.DEVICE_BENCH / "more"
    results: dict[str, int] = json.loads((more / "results.json").read_text("utf-8"))
    for path in sorted(more.glob("*.py")):
        yield path, results[path.stem], None


def run_programs(board: str) -> list[Row]:
    """Times every program of the device bench after a soft restart."""
    rows = []
    with emulated(project.build(board), count_instructions=True) as link:
        for path, wanted, peer_time in programs():
            rows.append(_time(link, path, wanted, peer_time))
            link.soft_reset()
    return rows


def _time(link: SerialLink, path: Path, wanted: int, peer_time: int | None) -> Row:
    output, error = link.execute(path.read_text("utf-8") + TIMED_CALL, timeout=TIMEOUT)
    if error:
        last = error.decode("utf-8", "replace").strip().splitlines()[-1]
        return Row(path.stem, None, peer_time, last)
    microseconds, result = output.split(None, 1)
    if int(result) != wanted:
        return Row(path.stem, None, peer_time, f"gave {int(result)}, not {wanted}")
    return Row(path.stem, int(microseconds), peer_time, "")


def speed_json(board: str, rows: list[Row]) -> dict[str, Any]:
    """The rows of the programs that the peer was measured with and the geometric mean of their
    ratios; apart from them, `more`, the other programs."""
    known = [row for row in rows if row.peer is not None]
    ratios = [row.ratio for row in known if row.ratio is not None]
    return {
        "board": board,
        "geomean": geometric_mean(ratios),
        "rows": [
            {
                "name": row.name,
                "ratio": row.ratio,
                "us": row.microseconds,
                "peer_us": row.peer,
                "problem": row.problem,
            }
            for row in known
        ],
        "more": [
            {"name": row.name, "us": row.microseconds, "problem": row.problem}
            for row in rows
            if row.peer is None
        ],
    }


def operations(template: str) -> dict[str, str]:
    """By name, programs out of what programs do all day; see `benchmarks/profile`."""
    found = tomllib.loads((project.PROFILE / "operations.toml").read_text("utf-8"))
    return {
        name: template.format(setup=entry.get("setup", ""), times=REPEATED, run=entry["run"])
        for name, entry in found.items()
    }


def operation_figures(board: str) -> dict[str, Any]:
    """Microseconds of each operation, without those of the loop around it."""
    loop = OPERATION.format(setup="", times=REPEATED, run="pass")
    rows: list[dict[str, Any]] = []
    with emulated(project.build(board), count_instructions=True) as link:
        alone = 0.0
        for name, program in {"": loop, **operations(OPERATION)}.items():
            output, error = link.execute(program, timeout=TIMEOUT)
            link.soft_reset()
            if error:
                last = error.decode("utf-8", "replace").strip().splitlines()[-1]
                rows.append({"name": name, "us": None, "problem": last})
            elif not name:
                alone = int(output) / REPEATED
            else:
                us = round(int(output) / REPEATED - alone, 1)
                rows.append({"name": name, "us": us, "problem": ""})
    return {"board": board, "rows": rows}


def memory_figures(board: str) -> dict[str, Any]:
    """Free heap, fragmentation, bytes of objects, the largest module and the cost of a
    collection."""
    with emulated(project.build(board), count_instructions=True) as link:
        free = int(_output(link, FREE))
        left, largest = map(int, _output(link, FRAGMENTATION).split())
        collection = int(_output(link, COLLECTION)) * INSTRUCTIONS_PER_MICROSECOND
        instance, dictionary, closure, method = map(int, _output(link, OBJECTS).split())
        module = module_bytes(link)
        functions = largest_module(link)
    return {
        "board": board,
        "free_at_prompt": free,
        "largest_after_fragmentation": largest / left,
        "largest_module_functions": functions,
        "collection_instructions": round(collection),
        "instance_bytes": instance,
        "dict_bytes": dictionary,
        "closure_bytes": closure,
        "bound_method_bytes": method,
        "module_bytes": module,
    }


def _output(link: SerialLink, source: str) -> str:
    output, error = link.execute(source, timeout=TIMEOUT)
    link.soft_reset()
    if error:
        raise Problem(error.decode("utf-8", "replace"))
    return output.decode("ascii")


def module_bytes(link: SerialLink) -> int:
    """What a hundred lines leave in the heap: twenty five-line functions."""
    free = [0, 0]
    for step in (0, 1):
        output, error = link.execute(FREE, timeout=TIMEOUT)
        if not error and not step:
            _, error = link.execute(five_line_functions(20), timeout=TIMEOUT)
        if error:
            raise Problem(error.decode("utf-8", "replace"))
        free[step] = int(output)
    link.soft_reset()
    return free[0] - free[1]


def five_line_functions(count: int) -> str:
    return "".join(FIVE_LINES.format(number) for number in range(count))


def largest_module(link: SerialLink) -> int:
    """How many five-line functions, sent at once, the board compiles."""
    low, high = 0, 1
    while _compiles(link, high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if _compiles(link, middle):
            low = middle
        else:
            high = middle
    return low


def _compiles(link: SerialLink, count: int) -> bool:
    source = five_line_functions(count) + f"print(scale{count - 1}(5, 3, 1))\n"
    output, error = link.execute(source, timeout=TIMEOUT)
    link.soft_reset()
    return not error and output.strip() == b"16"
