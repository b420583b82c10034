"""The `anthill` command: what it prints, and how it answers mistakes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from anthill.cli import device_bench, execute, opcodes, project, sizes

ROOT = Path(__file__).resolve().parent.parent
Builder = Callable[..., Path]


def anthill(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "anthill.cli.main", *arguments]
    return subprocess.run(
        command, cwd=ROOT, input=stdin, capture_output=True, text=True, timeout=240
    )


def test_boards_are_listed() -> None:
    done = anthill("boards")
    assert done.returncode == 0
    assert "virtual" in done.stdout and "nRF51822" in done.stdout and "16 KB" in done.stdout


@pytest.mark.parametrize("command", [["build", "nothing"], ["size", "nothing"]])
def test_an_unknown_board_is_answered_with_those_there_are(command: list[str]) -> None:
    done = anthill(*command)
    assert done.returncode == 2
    assert "no board 'nothing'" in done.stderr and "microbit, microbit_core" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_is_named() -> None:
    done = anthill("run", "no/such/file.py")
    assert done.returncode == 2
    assert "no file 'no/such/file.py'" in done.stderr


def test_a_script_in_another_encoding_is_refused(built: Builder, tmp_path: Path) -> None:
    built("microbit")
    script = tmp_path / "script.py"
    script.write_bytes(b"print('\xe9')\n")
    done = anthill("run", "--board", "microbit", str(script))
    assert done.returncode == 2
    assert "is not UTF-8" in done.stderr


def test_a_script_on_a_board_takes_no_arguments(built: Builder) -> None:
    built("microbit")
    done = anthill("run", "--board", "microbit", "examples/probe.py", "x")
    assert (done.returncode, done.stdout) == (2, "")


def test_bench_refuses_what_it_does_not_know() -> None:
    assert anthill("bench", "--moon").returncode == 2


def test_a_script_runs_on_the_virtual_board(built: Builder, tmp_path: Path) -> None:
    built("virtual")
    script = tmp_path / "script.py"
    script.write_text("import sys\nprint('ran', sys.argv[1:])\nsys.exit(5)\n")
    done = anthill("run", str(script), "a", "b")
    assert (done.stdout, done.returncode) == ("ran ['a', 'b']\n", 5)


@pytest.mark.qemu
def test_a_script_runs_on_the_emulated_board(built: Builder, tmp_path: Path) -> None:
    built("microbit")
    script = tmp_path / "script.py"
    script.write_text("print('ran')\n1 / 0\n")
    done = anthill("run", "--board", "microbit", str(script))
    assert done.stdout == "ran\n"
    assert "ZeroDivisionError" in done.stderr
    assert done.returncode == 1


@pytest.mark.qemu
def test_the_prompt_of_the_emulated_board(built: Builder) -> None:
    built("microbit")
    done = anthill("repl", "--board", "microbit", stdin="6 * 7\r\n")
    assert "42" in done.stdout


def test_sizes_as_json(built: Builder) -> None:
    built("microbit")
    done = anthill("size", "microbit", "--json")
    record = json.loads(done.stdout)
    assert record["board"] == "microbit"
    assert 20_000 < record["flash"] < 262_144
    assert 0 < record["ram_static"] < 16_384
    assert "vm/objects" in record["packages"]
    assert any(name.startswith("anthill/vm/") for name in record["files"])


def test_sizes_are_grouped_by_package() -> None:
    symbols = (
        project.Symbol("a", "anthill/vm/objects/list.py", "flash", 10),
        project.Symbol("b", "anthill/vm/objects/dict.py", "ram", 4),
        project.Symbol("c", "", "flash", 100),
        project.Symbol("vm_objects_list__TYPE", "", "flash", 5),
    )
    built = project.Built("x", Path("image"), 1.0, 110, 4, symbols)
    record = sizes.as_json(built)
    assert record["packages"] == {
        sizes.NO_FILE: {"flash": 100, "ram": 0},
        "vm/objects": {"flash": 15, "ram": 4},
    }


def test_the_geometric_mean_leaves_out_what_did_not_run() -> None:
    rows = [
        device_bench.Row("a", 200, 100, ""),
        device_bench.Row("b", 50, 100, ""),
        device_bench.Row("c", None, 100, "MemoryError"),
    ]
    record = device_bench.speed_json("x", rows)
    assert record["geomean"] == pytest.approx(1.0)
    assert [row["ratio"] for row in record["rows"]] == [2.0, 0.5, None]


def test_every_device_program_gives_the_listed_result_on_cpython(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(project.EXAMPLES)  # which has a stand-in for `machine`
    for path, result, _ in device_bench.programs():
        scope: dict[str, Callable[[], int]] = {}
        exec(path.read_text("utf-8"), scope)
        assert scope["run"]() == result, path.name


def test_opcodes_are_counted_from_what_the_interpreter_leaves(tmp_path: Path) -> None:
    script = tmp_path / "interpreter"
    script.write_text(f"""
import os
counts = bytearray(8 * {opcodes.KINDS} * {opcodes.KINDS})
counts[8 * (1 * {opcodes.KINDS} + 2)] = 7
open(os.environ["ANTHILL_OPCODES"], "wb").write(counts)
""")
    found = opcodes.counted([sys.executable, str(script)], ["ADD", "MOVE", "CALL"])
    assert found == {("MOVE", "CALL"): 7}


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_lines_of_a_board_end_as_here_wherever_its_output_is_cut(size: int) -> None:
    sent = b"one\r\ntwo \r 20 %\r\r\nthree\r\n\r\nfour\r"
    shown = io.BytesIO()
    lines = execute.Lines(shown)
    for place in range(0, len(sent), size):
        lines.write(sent[place : place + size])
    lines.close()
    assert shown.getvalue() == b"one\ntwo \r 20 %\r\nthree\n\nfour\r"
