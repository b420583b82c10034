"""`python -m anthill.cli.profile`: finds the functions that must not become compact code.

Programs run on the emulated board while its program counter is sampled; in compact code, the place
that the machine leaves behind in the build variant `profile`. A function that takes a share of a
program's time as compact code saves nearly that share as native code, which takes more flash. What
saves most per byte is added to `boards/hot.txt`: the single operations, the programs of the device
bench and those beside the operations count alike. Every change of the list changes the shares, so
this is repeated until nothing is added. Delete the list to begin anew.
"""

from __future__ import annotations

import bisect
import math
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from anthill.cli import device_bench, project
from anthill.cli.emulator import Emulator
from anthill.cli.serial_link import SerialLink
from anthill.translate.compact import SUFFIX
from anthill.translate.elf import Elf

BOARD = "microbit"
HOT = project.ROOT / "anthill" / "boards" / "hot.txt"
FOLDERS = (project.DEVICE_BENCH, project.DEVICE_BENCH / "more", project.PROFILE)
LEAST_GAIN = 0.0001
"""What a byte of flash must save: of the logarithm of the time, as a mean over all programs."""
GROWTH = 1.4
"""Bytes that native code takes more, for each one of compact code."""
LEAST_LEFT = 0.02
"""Of a program's time, when a function of which it consists becomes native."""
NESTING = tuple(
    f"vm_compiler_{name}__"
    for name in "blocks compiler expressions functions patterns statements strings targets".split()
)
"""Functions that call each other as deep as the source nests: every change between native and
compact code would cost the C stack 100 bytes."""
SECONDS = 1.5
TIMEOUT = 120.0
REPEAT = """
import time
_begin = time.ticks_ms()
while time.ticks_diff(time.ticks_ms(), _begin) < {0}:
    run()
"""
OPERATION = """
{setup}

def run():
    for _ in range({times}):
        {run}
"""


def programs() -> Iterator[tuple[str, str]]:
    """Names and sources of what is sampled."""
    for path in sorted(path for folder in FOLDERS for path in folder.glob("*.py")):
        yield path.stem, path.read_text("utf-8")
    yield from device_bench.operations(OPERATION).items()


class Places:
    """Functions by address, and by place in compact code."""

    def __init__(self, image: Path) -> None:
        symbols = Elf(image).symbols
        found = {symbol.name: symbol.address for symbol in symbols}
        self.where = found["compact_where"]
        self.machine = {found[name] & ~1 for name in ("compact_run", "compact_next")}
        code = found["compact_code"]
        compact = [
            (symbol.address - code, symbol.name.removesuffix(SUFFIX))
            for symbol in symbols
            if symbol.name.endswith(SUFFIX)
        ]
        native = [(symbol.address & ~1, symbol.name) for symbol in symbols if symbol.kind == "code"]
        self.compact, self.native = sorted(compact), sorted(native)

    @staticmethod
    def find(table: list[tuple[int, str]], place: int) -> tuple[int, str]:
        """The entry that a place lies in."""
        return table[max(bisect.bisect_right(table, (place, "\x7f")) - 1, 0)]


def sample(machine: Emulator, link: SerialLink, source: str, places: Places) -> Counter[str]:
    """How often each compact function was found running; native ones count as one."""
    found: Counter[str] = Counter()
    program = threading.Thread(target=link.execute, args=(source, TIMEOUT))
    program.start()
    while program.is_alive():
        start, _ = places.find(places.native, machine.program_counter())
        if start in places.machine:
            found[places.find(places.compact, machine.word(places.where))[1]] += 1
        else:
            found[""] += 1
    program.join()
    return found


def gains(image: Path) -> dict[str, float]:
    """By compact function, the mean of what native code would take off the logarithm of the
    programs' times."""
    places = Places(image)
    found: dict[str, float] = defaultdict(float)
    sources = dict(programs())
    with Emulator(image) as machine:
        machine.link.enter_raw()
        for title, source in sources.items():
            repeated = source + REPEAT.format(int(SECONDS * 1000))
            counts = sample(machine, machine.link, repeated, places)
            print(f"{title}: {1 - counts[''] / counts.total():.1%} compact")
            for name, number in counts.items():
                if name and not name.startswith(NESTING):
                    left = max(1 - number / counts.total(), LEAST_LEFT)
                    found[name] -= math.log(left) / len(sources)
            machine.link.soft_reset()
    return found


def main() -> None:
    """The command."""
    while True:
        known = set(HOT.read_text("utf-8").split()) if HOT.exists() else set()
        built = project.build(BOARD, "profile")
        sizes = {symbol.name: symbol.size for symbol in built.symbols}
        added = {
            name
            for name, gain in gains(built.image).items()
            if gain > LEAST_GAIN * GROWTH * sizes[name]
        } - known
        HOT.write_text("".join(f"{name}\n" for name in sorted(known | added)), "utf-8")
        print(f"{len(added)} added")
        if not added:
            return


if __name__ == "__main__":
    main()
