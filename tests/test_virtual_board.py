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


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["-X"], 2, "argument expected for the option -X\n"),
        (["-z"], 2, "unknown option -z\n"),
        (["-h"], 0, "usage: anthill"),
        (["--version"], 0, "Anthill "),
        (["-u", "-c", "print('at once')"], 0, "at once\n"),
    ],
)
def test_options(run: Run, options: list[str], status: int, said: str) -> None:
    done = run(*options)
    assert done.returncode == status
    assert (done.stderr + done.stdout).startswith(said)


@pytest.mark.parametrize(("call", "status"), [("exit()", 0), ("exit(4)", 4), ("quit('no')", 1)])
def test_exit_and_quit(run: Run, call: str, status: int) -> None:
    assert run("-c", call).returncode == status


def test_a_mark_of_the_encoding_is_no_source(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_bytes(b"\xef\xbb\xbfprint('marked')\n1 / 0\n")
    done = run(str(script))
    assert done.stdout == "marked\n"
    assert "line 2, in <module>\n    1 / 0\n" in done.stderr
    script.write_bytes(b"\xef\xbb\xbf")
    assert run(str(script)).returncode == 0


def test_carriage_returns_in_a_file_are_kept(run: Run) -> None:
    code = "import sys; print(ascii(input())); print(ascii(sys.stdin.read()))"
    assert run("-c", code, stdin="a\r\nb\rc\r\n").stdout == "'a\\r'\n'b\\rc\\r\\n'\n"


WRITE_TWICE = """
import sys, time
try:
    while True:
        print("x" * 1000)
except BrokenPipeError as error:
    print(error.errno, file=sys.stderr)
sys.exit(7)
"""


def test_a_closed_pipe_is_an_exception(built: Builder) -> None:
    command = [built("virtual"), "-c", WRITE_TWICE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout and program.stderr
        program.stdout.close()
        assert program.stderr.read() == b"32\n"
        assert program.wait(30) == 7


@pytest.mark.parametrize(
    ("code", "status", "said"),
    [
        ("print(1, flush=True)", 1, b"OSError: [Errno 28] No space left on device\n"),
        ("print(1)", 120, b"anthill: the last output could not be written\n"),
    ],
)
def test_lost_output_is_told(built: Builder, code: str, status: int, said: bytes) -> None:
    with open("/dev/full", "wb") as full:
        command = [built("virtual"), "-c", code]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=30)
    assert done.returncode == status
    assert done.stderr.endswith(said)


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


def test_what_is_no_exception_is_refused_by_the_hook(run: Run) -> None:
    done = run("-c", "import sys\nfor value in (None, 2, ValueError): sys.excepthook(1, value, 3)")
    assert done.returncode == 0
    assert done.stderr == (
        "NoneType: None\n"
        "TypeError: print_exception(): Exception expected for value, int found\n"
        "TypeError: print_exception(): Exception expected for value, type found\n"
    )
