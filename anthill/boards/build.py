"""`python -m anthill.boards.build BOARD [--variant V]`: from a board to its image.

Runs in a process of its own: the environment that the typed layers read at import is set first,
and nothing of them is imported before. Leaves `build/BOARD[-V]/ARTEFACT` and `build.json`.
"""

from __future__ import annotations

import argparse
import fcntl
import gc
import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anthill import boards
from anthill.boards import library
from anthill.boards.resources import Board

if TYPE_CHECKING:
    from anthill.translate import Assembly, Image, Options, Target

ROOT = Path(__file__).resolve().parents[2]

VARIANTS: dict[str, dict[str, str]] = {
    "": {},
    "stress": {"ANTHILL_STRESS": "1", "ANTHILL_COLLECT_ALWAYS": "1"},
    "fail": {"ANTHILL_STRESS": "1"},
    "sanitize": {},
    "native": {},
    "profile": {},
    "count": {},
}
"""By variant: for the tests, collect at every allocation, fail a chosen allocation, run under the
sanitizers; for comparison, no compact code; for `anthill.cli.profile`, compact code that leaves
behind where it is; for `anthill.cli.opcodes`, an interpreter that counts. The values are what the
typed layers find in their environment."""

FLAGS = {"profile": ("-DCOMPACT_PROFILE",), "count": ("-DCOUNT_OPCODES",)}
"""By variant, for the C compiler."""

Recipe = tuple[list[Callable[..., Any]], str]
"""The functions that a program consists of, and its linker script."""


def nrf51(board: type[Board]) -> Recipe:
    """An image for the nRF51."""
    from anthill.chips.cortex_m0 import conversions, division, doubles, quotients
    from anthill.chips.cortex_m0.linker import linker_script
    from anthill.chips.nrf51 import hardware, main

    assert board.flash and board.ram and board.console
    low = sum(1 << pin for led in board.leds for pin in led.low)
    hardware.configure(board.console.tx, board.console.rx, board.console.baud, low)
    script = linker_script(
        board.flash.start, board.flash.size, board.ram.start, board.ram.size, board.stack_size
    )
    own: list[Callable[..., Any]] = [*division.EXPORTS, *doubles.EXPORTS, *quotients.EXPORTS]
    own += conversions.EXPORTS
    return [main.reset, *hardware.EXPORTS, *own], script


def host(board: type[Board]) -> Recipe:
    """A program for this machine."""
    from anthill.chips.host import main

    main.options.heap_size = board.heap_size
    return [main.main, main.anthill_main], ""


CHIPS: dict[str, Callable[[type[Board]], Recipe]] = {"host": host, "nrf51": nrf51}


NEAR = {"nrf51": range(0xC0, 0x100)}
"""By chip, the flash between its vectors and the last address that an instruction can hold."""


NATIVE = (
    "anthill.chips",
    "anthill.modules.platform",
    *(
        f"anthill.runtime.{name}"
        for name in ("allocation", "collector", "heap", "passing", "stack")
    ),
)
"""Modules that interrupt handlers, the start-up and the collector belong to."""


def hot(board: type[Board]) -> frozenset[str]:
    """The functions that programs spend time in, as `python -m anthill.cli.profile` has found
    them."""
    return frozenset((Path(__file__).parent / board.hot).read_text("utf-8").split())


def options(board: type[Board], target: Target, variant: str) -> Options:
    """What the translator is to do for a board."""
    from anthill.translate import Options

    return Options(
        arch=target.arch,
        near=NEAR.get(board.chip, range(0)),
        beside=board.chip in NEAR and board.compact and variant != "native",
        compact=board.compact and variant != "native",
        native_modules=NATIVE,
        native=hot(board),
    )


def strangers(board: type[Board], assembly: Assembly) -> list[str]:
    """Names on the list of hot functions that no function of the program has."""
    found = {name for unit in assembly.units for name in re.findall(r"\w+(?=\()", unit.text)}
    return sorted(hot(board) - found)


def prepare(board: type[Board], variant: str) -> None:
    """Set what the typed layers ask about the machine, before their first import."""
    os.environ["ANTHILL_TRANSLATING"] = "1"
    os.environ["ANTHILL_WORD_BITS"] = str(board.word_bits)
    os.environ["ANTHILL_FLOAT_BITS"] = str(board.float_bits)
    os.environ["ANTHILL_LEAVES_OUT"] = ",".join(board.leaves_out)
    os.environ["ANTHILL_SHORT"] = "1" if board.chip in NEAR else "0"
    if board.stack_size:
        os.environ["ANTHILL_STACK_BYTES"] = str(board.stack_size)
    os.environ.update(VARIANTS[variant])
    from anthill.modules import platform

    platform.board_title = board.title
    platform.chip_title = board.chip_title
    platform.pin_names = dict(board.pins)


def include_modules(board: type[Board]) -> None:
    """Register the modules that the board includes: importing those in typed Python does it."""
    import importlib

    typed, plain = library.closure(("builtins", *board.modules))
    for name in typed:
        importlib.import_module(f"anthill.modules.{name}")
    library.freeze(plain, ROOT / "build" / "cache" / "library")


def symbols(image: Image, assembly: Assembly) -> Iterator[dict[str, Any]]:
    """What the image consists of: functions and tables with their memory, size and Python file."""
    from anthill.translate.compact import SUFFIX

    in_ram = {section.name for section in image.sections if section.occupies_ram}
    loaded = {section.name for section in image.sections if section.occupies_flash} | in_ram
    places = set()
    for symbol in sorted(image.symbols, key=lambda symbol: symbol.name not in assembly.symbols):
        place = (symbol.section, symbol.address)
        if symbol.name == "compact_code":
            continue
        if symbol.size and symbol.section in loaded and place not in places:
            places.add(place)  # another name for the same place would count twice
            name = symbol.name.removesuffix(SUFFIX)
            origin = assembly.symbols.get(name)
            yield {
                "name": name,
                "file": origin.file if origin else "",
                "memory": "ram" if symbol.section in in_ram else "flash",
                "size": symbol.size,
            }


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other builds out of a folder meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def inputs(board: type[Board], variant: str) -> str:
    """A digest of all that an image follows from."""
    tools = sys.version, metadata.version("ziglang")
    state = hashlib.sha256(repr((board.name, variant, *tools)).encode())
    package = ROOT / "anthill"
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.txt")]):
        if path.relative_to(package).parts[0] != "cli":
            state.update(f"{path.relative_to(package)}\0{path.stat().st_size}\0".encode())
            state.update(path.read_bytes())
    return state.hexdigest()


def is_built(folder: Path, wanted: str) -> bool:
    """Whether the folder has the image of these inputs."""
    record = folder / "build.json"
    if not record.exists():
        return False
    found: dict[str, Any] = json.loads(record.read_text("utf-8"))
    return found.get("inputs") == wanted and (ROOT / str(found["image"])).exists()


def build(board: type[Board], variant: str, folder: Path, given: str) -> None:
    """Translate, compile and link; `given` is the digest of the inputs. A build that fails leaves
    no record."""
    begin = time.monotonic()
    (folder / "build.json").unlink(missing_ok=True)
    from anthill.translate import TARGETS, Toolchain, assemble, translate

    target = TARGETS["sanitized" if variant == "sanitize" else board.target]
    toolchain = Toolchain(target, ROOT / "build" / "cache", FLAGS.get(variant, ()))
    with toolchain.ready_library(folder / "c"):
        include_modules(board)
        entries, script = CHIPS[board.chip](board)
        program = translate(entries, options(board, target, variant))
        assembly = assemble(program, one_unit=None if variant else True)
        image = toolchain.build(assembly, folder, board.artefact, script)
    record = {
        "board": board.name,
        "inputs": given,
        "image": str(image.path.relative_to(ROOT)),
        "seconds": round(time.monotonic() - begin, 2),
        "flash": image.flash,
        "ram_static": image.ram_static,
        "strangers": strangers(board, assembly) if board.compact else [],
        "refused": toolchain.refused,
        "symbols": list(symbols(image, assembly)),
    }
    if variant == "count":
        from anthill.vm.compiler.bytecode import Op

        record["opcodes"] = [op.name for op in Op]
    (folder / "build.json").write_text(json.dumps(record, indent=1))


def main() -> int:
    """The command; 1 and a message without a traceback for what the user's code does wrong. What
    is built from the same sources already is left as it is."""
    parser = argparse.ArgumentParser(prog="python -m anthill.boards.build")
    parser.add_argument("board")
    parser.add_argument("--variant", default="", choices=sorted(VARIANTS))
    options = parser.parse_args()
    try:
        board = boards.find(options.board)
    except LookupError as problem:
        print(problem, file=sys.stderr)
        return 1
    gc.disable()  # what a build makes stays until its end
    given = inputs(board, options.variant)
    prepare(board, options.variant)
    from anthill.translate.errors import BuildError, TranslationError

    name = f"{board.name}-{options.variant}" if options.variant else board.name
    folder = ROOT / "build" / name
    try:
        with alone(folder):
            if not is_built(folder, given):
                build(board, options.variant, folder, given)
    except (TranslationError, BuildError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
