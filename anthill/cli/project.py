"""Where things are: the project's root, its build folder, its examples and benchmarks.

Builds run in a process of their own, because the typed layers are imported for one board each.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anthill import boards
from anthill.cli.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
EXAMPLES = ROOT / "examples"
DEVICE_BENCH = ROOT / "benchmarks" / "device"
PROFILE = ROOT / "benchmarks" / "profile"
HOST_BENCH = ROOT / "benchmarks" / "host"


@dataclass(frozen=True)
class Symbol:
    """A piece of the image: a function or a table, with the Python file it comes from."""

    name: str
    file: str
    memory: str
    """Either `flash` or `ram`."""
    size: int


@dataclass(frozen=True)
class Built:
    """What a build made; sizes in bytes, time in seconds."""

    board: str
    image: Path
    seconds: float
    flash: int
    ram_static: int
    symbols: tuple[Symbol, ...]


def build(board: str, variant: str = "") -> Built:
    """Builds the firmware of a board, or a variant of it for the tests: only what has changed.

    Raises Problem for an unknown board and for a build that failed."""
    if board not in boards.names():
        raise Problem(f"no board {board!r}; there are: {', '.join(boards.names())}")
    command = [sys.executable, "-m", "anthill.boards.build", board]
    if variant:
        command += ["--variant", variant]
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise Problem(f"the build of {board} failed\n{done.stderr.strip()}")
    folder = f"{board}-{variant}" if variant else board
    return read_built(BUILD / folder / "build.json")


def read_built(path: Path) -> Built:
    """The record that a build leaves beside its image."""
    record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    symbols = tuple(
        Symbol(entry["name"], entry["file"], entry["memory"], entry["size"])
        for entry in record["symbols"]
    )
    return Built(
        record["board"],
        ROOT / record["image"],
        record["seconds"],
        record["flash"],
        record["ram_static"],
        symbols,
    )


def runs_here(board: str) -> bool:
    """Whether the board's image is a program of this machine."""
    return boards.find(board).chip == "host"
