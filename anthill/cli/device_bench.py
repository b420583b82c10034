"""Speed and memory on the emulated micro:bit, next to what MicroPython needs for the same.

With `-icount shift=4` the guest's clock moves 16 ns per instruction, so the figures repeat on any
machine. The peer's are in `benchmarks/device/peer.json`, which says how they were taken.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anthill.cli import project
from anthill.cli.execute import emulated
from anthill.cli.problem import Problem
from anthill.cli.serial_link import SerialLink

BOARD = "microbit"
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
    peer: int
    problem: str

    @property
    def ratio(self) -> float | None:
        return None if self.microseconds is None else self.microseconds / self.peer


def peer() -> dict[str, Any]:
    """What is known about MicroPython on the same machine."""
    record: dict[str, Any] = json.loads((project.DEVICE_BENCH / "peer.json").read_text("utf-8"))
    return record


def geometric_mean(ratios: list[float]) -> float | None:
    if not ratios:
        return None
    return math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))


def run_programs() -> list[Row]:
    """Times every program of the device bench after a soft restart."""
    known = peer()
    rows = []
    with emulated(project.build(BOARD), count_instructions=True) as link:
        for path in sorted(project.DEVICE_BENCH.glob("*.py")):
            row = _time(link, path, known["run_us"][path.stem], known["results"][path.stem])
            rows.append(row)
            link.soft_reset()
    return rows


def _time(link: SerialLink, path: Path, peer_time: int, wanted: int) -> Row:
    output, error = link.execute(path.read_text("utf-8") + TIMED_CALL, timeout=TIMEOUT)
    if error:
        last = error.decode("utf-8", "replace").strip().splitlines()[-1]
        return Row(path.stem, None, peer_time, last)
    microseconds, result = output.split(None, 1)
    if int(result) != wanted:
        return Row(path.stem, None, peer_time, f"gave {int(result)}, not {wanted}")
    return Row(path.stem, int(microseconds), peer_time, "")


def speed_json(rows: list[Row]) -> dict[str, Any]:
    ratios = [row.ratio for row in rows if row.ratio is not None]
    return {
        "geomean": geometric_mean(ratios),
        "rows": [
            {
                "name": row.name,
                "ratio": row.ratio,
                "us": row.microseconds,
                "peer_us": row.peer,
                "problem": row.problem,
            }
            for row in rows
        ],
    }


def memory_figures() -> dict[str, Any]:
    """Free heap, fragmentation, the largest module and the cost of a collection."""
    with emulated(project.build(BOARD), count_instructions=True) as link:
        free = int(_output(link, "import gc; gc.collect(); print(gc.mem_free())"))
        left, largest = map(int, _output(link, FRAGMENTATION).split())
        collection = int(_output(link, COLLECTION)) * INSTRUCTIONS_PER_MICROSECOND
        functions = largest_module(link)
    return {
        "free_at_prompt": free,
        "largest_after_fragmentation": largest / left,
        "largest_module_functions": functions,
        "collection_instructions": round(collection),
    }


def _output(link: SerialLink, source: str) -> str:
    output, error = link.execute(source, timeout=TIMEOUT)
    link.soft_reset()
    if error:
        raise Problem(error.decode("utf-8", "replace"))
    return output.decode("ascii")


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
    source = "".join(FIVE_LINES.format(number) for number in range(count))
    source += f"print(scale{count - 1}(5, 3, 1))\n"
    output, error = link.execute(source, timeout=TIMEOUT)
    link.soft_reset()
    return not error and output.strip() == b"16"
