"""A little of `fuzz_compiler.py`, under the sanitizers."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import fuzz_compiler

Builder = Callable[..., Path]
BATCHES = 12


@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler with sanitizers")
def test_the_compiler_takes_or_refuses_anything(built: Builder) -> None:
    binary = str(built("virtual", "sanitize"))
    files = fuzz_compiler.all_files()
    for seed in range(BATCHES):
        for result in fuzz_compiler.faults(binary, seed, files, compare=False):
            pytest.fail(f"seed {seed}: {result.outcome}\n{result.source!r}")
