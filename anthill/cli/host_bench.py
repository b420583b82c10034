"""Speed on the host: real programs on the native build and on CPython, interleaved.

The programs are those of the PyPI package pyperformance, run from where it is installed. They
import pyperf, for which `benchmarks/host/pyperf.py` stands in on both sides. CPython calibrates
how often each function is called; then both take turns with the same number of calls, so that
what else the machine does falls on both. A program's ratio is the geometric mean of the ratios of
the medians of its functions.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from anthill.cli import project
from anthill.cli.device_bench import geometric_mean
from anthill.cli.problem import Problem

PROGRAMS = (
    "fannkuch nbody nqueens spectral_norm richards deltablue raytrace chaos float go hexiom"
    " pidigits meteor_contest generators comprehensions unpack_sequence crypto_pyaes deepcopy"
    " json_dumps json_loads logging mdp pyflate scimark regex_effbot regex_v8"
).split()
ROUNDS = 5
HEAP_SIZE = "64m"
TIMEOUT = 120.0

Times = dict[str, tuple[int, float]]
"""Per timed function its loops and seconds."""


@dataclass(frozen=True)
class Row:
    """One program: median seconds of all its functions together, here and there."""

    name: str
    ratio: float | None
    seconds: float | None
    cpython: float | None
    problem: str


def programs_folder() -> Path:
    """Where the programs are installed."""
    try:
        folder = distribution("pyperformance").locate_file("pyperformance/data-files/benchmarks")
    except PackageNotFoundError:
        raise Problem(
            "the programs are those of pyperformance: pip install pyperformance"
        ) from None
    return Path(str(folder))


def run_programs(rounds: int = ROUNDS, names: Iterable[str] = PROGRAMS) -> list[Row]:
    """Times every program, or those named."""
    image = project.build("virtual").image
    ours = [str(image), "-X", f"heapsize={HEAP_SIZE}"]
    return [_measure(name, ours, rounds) for name in names]


def _measure(name: str, ours: list[str], rounds: int) -> Row:
    program = programs_folder() / f"bm_{name}" / "run_benchmark.py"
    try:
        first = _times([sys.executable, str(program)])
        loops = [f"{function}={count}" for function, (count, _) in first.items()]
        pairs = [
            (_times([*ours, str(program), *loops]), _times([sys.executable, str(program), *loops]))
            for _ in range(rounds)
        ]
    except Problem as problem:
        return Row(name, None, None, None, str(problem))
    here = [statistics.median(pair[0][function][1] for pair in pairs) for function in first]
    there = [statistics.median(pair[1][function][1] for pair in pairs) for function in first]
    ratios = [a / b for a, b in zip(here, there, strict=True)]
    return Row(name, geometric_mean(ratios), sum(here), sum(there), "")


def _times(command: list[str]) -> Times:
    path = os.pathsep.join([str(project.HOST_BENCH), str(programs_folder().parents[2])])
    environment = dict(os.environ, ANTHILLPATH=path, PYTHONPATH=path, PYTHONHASHSEED="0")
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=TIMEOUT, env=environment
        )
    except subprocess.TimeoutExpired:
        raise Problem(f"took more than {TIMEOUT:.0f} s") from None
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise Problem(lines[-1] if lines else f"exit status {done.returncode}")
    times: Times = {}
    for line in done.stdout.splitlines():
        name, count, seconds = line.rsplit(None, 2)
        times[name] = int(count), float(seconds)
    return times


def as_json(rows: list[Row]) -> dict[str, Any]:
    ratios = [row.ratio for row in rows if row.ratio is not None]
    return {
        "cpython": sys.version.split()[0],
        "geomean": geometric_mean(ratios),
        "rows": [
            {
                "name": row.name,
                "ratio": row.ratio,
                "seconds": row.seconds,
                "cpython_seconds": row.cpython,
                "problem": row.problem,
            }
            for row in rows
        ],
    }
