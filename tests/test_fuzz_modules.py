"""Random texts for the modules that take them apart, under the sanitizers."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "fuzz"))

import fuzz

CASES = 400


@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler with sanitizers")
@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_no_crash_and_no_hang(built: Callable[..., Path], target: str) -> None:
    faults = list(fuzz.faults(built("virtual", "sanitize"), target, 0, CASES))
    assert not faults, "\n".join(faults)
