"""Random object graphs under the compiled collector, natively and under the sanitizers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=["host", "sanitized"])
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stress program for a target."""
    if request.param == "sanitized" and shutil.which("cc") is None:
        pytest.skip("needs a C compiler with sanitizers: apt install gcc")
    folder = tmp_path_factory.mktemp("stress")
    command = [sys.executable, "-m", "tests.runtime.build_stress", request.param, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "stress"


def run(program: Path, heap: int, steps: int, seed: int, always: bool) -> dict[str, int]:
    """The figures that a run prints; the program itself counts errors."""
    command = [str(program), *(str(number) for number in (heap, steps, seed, int(always)))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    names = ("errors", "nodes", "finalised", "failures", "in_use")
    figures = dict(zip(names, map(int, done.stdout.split()), strict=True))
    assert figures["errors"] == 0
    return figures


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_graph_survives_in_ample_memory(program: Path, seed: int) -> None:
    figures = run(program, 200_000, 6_000, seed, always=False)
    assert figures["failures"] == 0
    assert figures["finalised"] > 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_graph_survives_running_out_of_memory(program: Path, seed: int) -> None:
    figures = run(program, 8_000, 2_000, seed, always=False)
    assert figures["failures"] > 0
    assert figures["in_use"] < 3_000


@pytest.mark.parametrize("heap", [9_000, 60_000])
def test_a_graph_survives_moving_at_every_allocation(program: Path, heap: int) -> None:
    figures = run(program, heap, 1_000, 5, always=True)
    assert figures["nodes"] > 200
