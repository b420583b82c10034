"""The rules of the tree that no other tool checks: layers, doc strings, places."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

MAY_IMPORT = {
    "typed": set(),
    "runtime": {"typed"},
    "vm": {"typed", "runtime"},
    "modules": {"typed", "runtime", "vm"},
    "chips": {"typed", "runtime", "vm", "modules"},
    "boards": {"typed", "runtime", "vm", "modules", "chips", "translate"},
    "translate": {"typed"},
    "bench": {"boards"},
    "cli": {"boards", "bench", "translate"},
    "lib": set(),
}
"""Which packages below `anthill` each may know; imports point down only."""

RUN_ON_CPYTHON = "anthill/vm/__main__.py"
"""Puts the interpreter and the host's chip package together, for the direct run."""


def tracked(*patterns: str) -> list[Path]:
    """Files of the project, whether committed or about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not in a git work tree")
    paths = [ROOT / line for line in done.stdout.splitlines()]
    return [path for path in paths if path.is_file()]


def sources() -> list[Path]:
    return tracked("anthill/*.py")


def imported(path: Path) -> set[str]:
    """Packages below `anthill` that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "anthill" and len(parts) > 1:
                found.add(parts[1])
    return found


def test_imports_point_down_only() -> None:
    wrong = []
    for path in sources():
        relative = path.relative_to(ROOT)
        if len(relative.parts) < 3 or str(relative) == RUN_ON_CPYTHON:
            continue
        package = relative.parts[1]
        up = imported(path) - MAY_IMPORT[package] - {package}
        wrong += [f"{relative} imports {name}" for name in sorted(up)]
    assert not wrong, "\n".join(wrong)


def test_files_open_with_a_docstring() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in tracked("anthill/*.py", "tests/*.py", "examples/*.py")
        if path.read_text("utf-8").strip()
        and "tests/language/" not in str(path)
        and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert not wrong, "\n".join(wrong)


def test_language_scripts_say_what_they_are_about() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in tracked("tests/language/*/*.py")
        if not path.read_text("utf-8").startswith(("# ", '"""'))
    ]
    assert not wrong, "\n".join(wrong)


def test_no_place_of_one_machine_is_named() -> None:
    # Folders of one developer's machine: homes, work folders, temporary ones.
    place = re.compile(r"(?<![\w.$}])/(home|work|root|tmp|Users)/\w")
    wrong = []
    for path in tracked():
        if path.suffix not in (".py", ".md", ".toml", ".json", "") or path == Path(__file__):
            continue
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            if place.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert not wrong, "\n".join(wrong)


def test_every_file_is_of_a_readable_length() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in sources()
        if (count := len(path.read_text("utf-8").splitlines())) > 2000
    ]
    assert not long, "\n".join(long)
