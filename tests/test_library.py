"""Modules in plain Python that boards carry: what a list of names brings, and errors in them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from anthill.boards import library
from anthill.translate.errors import BuildError
from anthill.vm import features

Builder = Callable[..., Path]


@pytest.fixture
def lib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(library, "LIBRARY", tmp_path)
    return tmp_path


def test_a_module_brings_what_it_imports_at_its_top(lib: Path) -> None:
    (lib / "a.py").write_text("import b, sys\ndef f():\n    import c\n")
    (lib / "b.py").write_text("")
    (lib / "c.py").write_text("")
    assert library.closure(["a"]) == (["sys"], {"a": lib / "a.py", "b": lib / "b.py"})


def test_a_submodule_brings_its_package(lib: Path) -> None:
    (lib / "p").mkdir()
    (lib / "p" / "__init__.py").write_text("")
    (lib / "p" / "q.py").write_text("")
    assert list(library.closure(["p.q"])[1]) == ["p", "p.q"]
    assert list(library.closure(["p"])[1]) == ["p"]


def test_small_boards_have_the_core_of_a_module_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "json" in library.closure(["json"])[1]
    monkeypatch.setattr(features, "LARGE", False)
    for title in library.CORES:
        assert library.closure([title]) == ([f"_{title}"], {})


def test_unknown_names_are_refused(lib: Path) -> None:
    with pytest.raises(BuildError, match="no module 'nix'"):
        library.closure(["nix"])


def test_errors_are_those_of_the_board_s_compiler(
    lib: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lib / "bad.py").write_text("x = (\n")
    monkeypatch.setenv("ANTHILL_WORD_BITS", "64")
    monkeypatch.setenv("ANTHILL_FLOAT_BITS", "64")
    with pytest.raises(BuildError, match=r'File "<frozen bad>", line 1'):
        library.freeze(library.closure(["bad"])[1], lib / "kept")


def test_a_module_of_the_image_runs_as_a_program(built: Builder) -> None:
    done = subprocess.run([built("virtual"), "-m", "bisect"], capture_output=True, timeout=30)
    assert (done.returncode, done.stderr) == (0, b"")
