"""`python -m anthill.cli.profile`: finds the functions that must not become compact code.

Programs run on the emulated board while its program counter is sampled; in compact code, the place
that the machine leaves behind in the build variant `profile`. A compact function in which a
program spends a notable share of its time is added to `boards/hot.txt`. Every change of the list
changes the shares, so this is repeated until nothing is added. Delete the list to begin anew.
"""

from __future__ import annotations

import bisect
import threading
from collections import Counter
from pathlib import Path

from anthill.cli import project
from anthill.cli.emulator import Emulator
from anthill.cli.serial_link import SerialLink
from anthill.translate.compact import SUFFIX
from anthill.translate.elf import Elf

BOARD = "microbit"
HOT = project.ROOT / "anthill" / "boards" / "hot.txt"
PROGRAMS = (project.DEVICE_BENCH, project.ROOT / "benchmarks" / "profile")
SHARE = 0.003
"""Of a program's time, which a function must not exceed as compact code."""
COMPILER = "compiler"
COMPILER_SHARE = 0.02
"""The same for the program that compiles: nobody waits for it as for a loop."""
NESTING = tuple(
    f"vm_compiler_{name}__"
    for name in "blocks compiler expressions functions patterns statements strings targets".split()
)
"""Functions that call each other as deep as the source nests: every change between native and
compact code would cost the C stack 100 bytes."""
SECONDS = 2.5
TIMEOUT = 120.0
REPEAT = """
import time
_begin = time.ticks_ms()
while time.ticks_diff(time.ticks_ms(), _begin) < {0}:
    run()
"""


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


def too_slow(image: Path) -> set[str]:
    """Compact functions in which some program spends too much time."""
    places = Places(image)
    found: set[str] = set()
    with Emulator(image) as machine:
        machine.link.enter_raw()
        for path in sorted(path for folder in PROGRAMS for path in folder.glob("*.py")):
            source = path.read_text("utf-8") + REPEAT.format(int(SECONDS * 1000))
            counts = sample(machine, machine.link, source, places)
            limit = COMPILER_SHARE if path.stem == COMPILER else SHARE
            slow = {name for name, n in counts.items() if name and n > limit * counts.total()}
            print(
                f"{path.stem}: {1 - counts[''] / counts.total():.1%} compact, {len(slow)} too slow"
            )
            found |= {name for name in slow if not name.startswith(NESTING)}
            machine.link.soft_reset()
    return found


def main() -> None:
    """The command."""
    while True:
        known = set(HOT.read_text("utf-8").split()) if HOT.exists() else set()
        added = too_slow(project.build(BOARD, "profile").image) - known
        HOT.write_text("".join(f"{name}\n" for name in sorted(known | added)), "utf-8")
        print(f"{len(added)} added")
        if not added:
            return


if __name__ == "__main__":
    main()
