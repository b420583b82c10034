"""`build/virtual/anthill` as a command-line Python: arguments, streams, status, memory."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Builder = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(built: Builder) -> Run:
    binary = built("virtual")

    def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [binary, *arguments], input=stdin, capture_output=True, text=True, timeout=30
        )

    return run


def test_code_from_the_command_line(run: Run) -> None:
    done = run("-c", "import sys; print(sys.argv)", "x", "y")
    assert (done.stdout, done.stderr, done.returncode) == ("['-c', 'x', 'y']\n", "", 0)


def test_script_arguments(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import sys\nprint(sys.argv[1:], __name__)\n")
    assert run(str(script), "-v", "x").stdout == "['-v', 'x'] __main__\n"


def test_a_module_is_run_by_name(built: Builder, tmp_path: Path) -> None:
    (tmp_path / "tool.py").write_text("print('tool runs as', __name__)\n")
    command = [built("virtual"), "-m", "tool"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=30)
    assert done.stdout == "tool runs as __main__\n"


def test_a_package_is_run_by_name(built: Builder, tmp_path: Path) -> None:
    package = tmp_path / "pack" / "inner"
    package.mkdir(parents=True)
    (tmp_path / "pack" / "__init__.py").write_text("print('pack', __name__)\n")
    (package / "__init__.py").write_text("kind = 'inner'\n")
    program = "import sys\nfrom . import kind\nprint(__name__, __package__, kind, sys.argv[1:])\n"
    (package / "__main__.py").write_text(program + "print(sys.argv[0] == __file__)\n")
    command = [built("virtual"), "-m", "pack.inner", "x"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=30)
    assert done.stdout == "pack pack\n__main__ pack.inner inner ['x']\nTrue\n"


def test_a_coroutine_that_nobody_awaits_is_reported(run: Run) -> None:
    done = run("-c", "import gc\nasync def f(): pass\nf()\nx = [0] * 100\ngc.collect()")
    assert done.stderr == "sys:1: RuntimeWarning: coroutine 'f' was never awaited\n"


@pytest.mark.parametrize(
    ("code", "status"),
    [("pass", 0), ("1 / 0", 1), ("import sys; sys.exit(7)", 7), ("raise SystemExit", 0)],
)
def test_exit_status(run: Run, code: str, status: int) -> None:
    assert run("-c", code).returncode == status


def test_an_error_goes_to_the_error_stream(run: Run) -> None:
    done = run("-c", "print('out')\nraise ValueError('bad')")
    assert done.stdout == "out\n"
    assert done.stderr.startswith("Traceback (most recent call last):\n")
    assert done.stderr.endswith("ValueError: bad\n")


def test_a_syntax_error_ends_with_status_one(run: Run) -> None:
    done = run("-c", "x = = 1")
    assert done.returncode == 1
    assert "SyntaxError: invalid syntax" in done.stderr


def test_a_missing_script_ends_with_status_two(run: Run) -> None:
    done = run("no_such_file.py")
    assert done.returncode == 2
    assert "no_such_file.py" in done.stderr


def test_source_from_the_standard_input(run: Run) -> None:
    done = run(stdin="x = 6\nprint(x * 7)\n")
    assert done.stdout == "42\n"


@pytest.mark.parametrize(("size", "low", "high"), [("64k", 40_000, 65_536), ("2m", 2e6, 2**21)])
def test_heap_size(run: Run, size: str, low: int, high: int) -> None:
    done = run("-X", f"heapsize={size}", "-c", "import gc; gc.collect(); print(gc.mem_free())")
    assert low <= int(done.stdout) <= high


def test_a_small_heap_runs_out_cleanly(run: Run) -> None:
    code = "a = []\nwhile True:\n    a.append(bytearray(100))\n"
    done = run("-X", "heapsize=32k", "-c", code)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("MemoryError")


def test_memory_is_usable_after_running_out(run: Run) -> None:
    code = (
        "def fill():\n"
        "    a = []\n"
        "    try:\n"
        "        while True: a.append(bytearray(50))\n"
        "    except MemoryError:\n"
        "        return len(a)\n"
        "def works():\n"
        "    for attempt in range(3):\n"
        "        try:\n"
        "            return len([bytearray(50) for _ in range(100)]) == 100\n"
        "        except MemoryError:\n"
        "            pass\n"
        "print([fill() > 100 and works() for i in range(5)])\n"
    )
    assert run("-X", "heapsize=32k", "-c", code).stdout == f"{[True] * 5}\n"
