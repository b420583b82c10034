"""Every construct gives the same results on CPython and as compiled C, edge values included.

The cases are in `cases/`; each target compiles all of them into one binary.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("target", ["host", "host32", "sanitized"])
def test_compiled_like_cpython(target: str, tmp_path: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "tests/translate/compiled.py", target, str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    results = json.loads(done.stdout)
    assert len(results) > 3000
    wrong = [entry for entry in results if entry[1] != entry[2]]
    assert not wrong, "\n".join(f"{label}: {a} on CPython, {b} in C" for label, a, b in wrong[:20])
