"""Any module of the interpreter can be the first that a program imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

from anthill.cli import project

FIRST = (
    "anthill.runtime.collector",
    "anthill.vm.objects.strings",
    "anthill.vm.compiler.expressions",
    "anthill.vm.interpreter.loop",
    "anthill.vm.long_integers",
    "anthill.modules.errno",
)


@pytest.mark.parametrize("module", FIRST)
def test_a_module_can_be_imported_first(module: str) -> None:
    command = [sys.executable, "-c", f"import {module}"]
    done = subprocess.run(command, cwd=project.ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
