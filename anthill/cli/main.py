"""The commands. Each is a few lines that hand on to the module which knows how."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from anthill import boards
from anthill.cli import (
    build_bench,
    device_bench,
    execute,
    host_bench,
    project,
    sizes,
    terminal,
)
from anthill.cli import demo as demo_command
from anthill.cli.problem import Problem
from anthill.cli.serial_link import CTRL_B

console = Console()

board_option = click.option(
    "-b", "--board", default="virtual", show_default=True, metavar="BOARD", help="Where to run."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Python for microcontrollers: build it, run scripts on it, measure it."""


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("arguments", nargs=-1)
@board_option
def run(file: Path, arguments: tuple[str, ...], board: str) -> None:
    """Run a script on a board."""
    if not file.is_file():
        raise Problem(f"no file {str(file)!r}")
    sys.exit(execute.run_file(project.build(board), file, arguments))


@main.command()
@board_option
def repl(board: str) -> None:
    """Open the board's prompt. Ctrl-] leaves an emulated board."""
    built = project.build(board)
    if project.runs_here(board):
        os.execv(built.image, [str(built.image)])
    with execute.emulated(built) as link:
        link.write(CTRL_B)
        terminal.connect(link)


@main.command()
@click.argument("board")
def build(board: str) -> None:
    """Build a board's firmware, or what has changed of it."""
    built = project.build(board)
    where = os.path.relpath(built.image)
    console.print(
        f"{where}: {built.flash:,} bytes of flash, {built.ram_static:,} of RAM, "
        f"in {built.seconds:.1f} s",
        highlight=False,
    )


@main.command()
@click.argument("board")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def size(board: str, as_json: bool) -> None:
    """Show what takes the flash and the RAM of a board's firmware."""
    built = project.build(board)
    if as_json:
        print_json(sizes.as_json(built))
    else:
        sizes.show(built, console)


@main.command("boards")
def list_boards() -> None:
    """List the boards."""
    table = Table("name", "board", "chip", "flash", "RAM")
    for name in boards.names():
        board = boards.find(name)
        memories = [f"{m.size // 1024} KB" if m else "-" for m in (board.flash, board.ram)]
        table.add_row(board.name, board.title, board.chip_title, *memories)
    console.print(table)


@main.command()
@click.option(
    "--host", "what", flag_value="host", default=True, help="Programs here and on CPython."
)
@click.option("--device", "what", flag_value="device", help="Programs on an emulated board.")
@click.option("--operations", "what", flag_value="operations", help="Single operations there.")
@click.option("--memory", "what", flag_value="memory", help="Memory of an emulated board.")
@click.option("--build", "what", flag_value="build", help="Time of a build for a board.")
@click.option(
    "-b",
    "--board",
    default="microbit",
    show_default=True,
    metavar="BOARD",
    help="The emulated board, or the one to build.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def bench(what: str, board: str, as_json: bool) -> None:
    """Measure speed against CPython's or MicroPython's, memory, or the build."""
    measure, show = BENCHES[what]
    record = measure(board)
    if as_json:
        print_json(record)
    else:
        show(record)


@main.command()
def demo() -> None:
    """Run a script on every board that can run here, and show what each board takes."""
    sys.exit(demo_command.demo(console))


def print_json(record: dict[str, Any]) -> None:
    click.echo(json.dumps(record, indent=2))


def show_host(record: dict[str, Any]) -> None:
    table = Table("program", title=f"seconds on this machine, CPython {record['cpython']}")
    for title in ("Anthill", "CPython", "ratio"):
        table.add_column(title, justify="right")
    table.add_column("problem")
    for row in record["rows"]:
        seconds = [row["seconds"], row["cpython_seconds"]]
        cells = ["-" if value is None else f"{value:.3f}" for value in seconds]
        table.add_row(row["name"], *cells, rounded(row["ratio"]), row["problem"])
    table.add_row("geometric mean", "", "", rounded(record["geomean"]), "")
    console.print(table)


def show_speed(record: dict[str, Any]) -> None:
    table = Table("program", title=f"guest microseconds on the emulated {record['board']}")
    for title in ("Anthill", "MicroPython", "ratio"):
        table.add_column(title, justify="right")
    table.add_column("problem")
    for row in record["rows"]:
        ours = "-" if row["us"] is None else str(row["us"])
        theirs = str(row["peer_us"])
        table.add_row(row["name"], ours, theirs, rounded(row["ratio"]), row["problem"])
    table.add_row("geometric mean", "", "", rounded(record["geomean"]), "", end_section=True)
    for row in record["more"]:
        ours = "-" if row["us"] is None else str(row["us"])
        table.add_row(row["name"], ours, "", "", row["problem"])
    console.print(table)


def show_operations(record: dict[str, Any]) -> None:
    table = Table("operation", title=f"guest microseconds on the emulated {record['board']}")
    table.add_column("Anthill", justify="right")
    table.add_column("problem")
    for row in record["rows"]:
        table.add_row(row["name"], "-" if row["us"] is None else f"{row['us']:,}", row["problem"])
    console.print(table)


def rounded(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def show_memory(figures: dict[str, Any]) -> None:
    known = device_bench.peer()
    table = Table(f"memory of the emulated {figures['board']}")
    table.add_column("Anthill", justify="right")
    table.add_column("MicroPython", justify="right")
    table.add_row(
        "free heap at the prompt, bytes",
        f"{figures['free_at_prompt']:,}",
        f"{known['free_at_prompt_bytes']:,}",
    )
    table.add_row(
        "largest block after fragmentation / free memory",
        f"{figures['largest_after_fragmentation']:.1%}",
        known["largest_block_after_fragmentation"].split(" of ")[0],
    )
    table.add_row(
        "five-line functions in one module",
        str(figures["largest_module_functions"]),
        known["largest_module_compiled_on_device"].split()[0],
    )
    table.add_row(
        "instructions of a collection of the full heap",
        f"{figures['collection_instructions']:,}",
        "",
    )
    for key, title in MEMORY_ROWS.items():
        table.add_row(f"{title}, bytes", f"{figures[key]:,}", "")
    console.print(table)


def show_build(record: dict[str, Any]) -> None:
    table = Table(f"build of {record['board']}")
    table.add_column("", justify="right")
    table.add_row("from nothing", f"{record['full_seconds']} s")
    table.add_row("after a change in one file", f"{record['one_file_seconds']} s")
    table.add_row("flash, bytes", f"{record['flash']:,}")
    table.add_row("static RAM, bytes", f"{record['ram_static']:,}")
    console.print(table)


MEMORY_ROWS = {
    "instance_bytes": "instance with three attributes",
    "dict_bytes": "dict with ten entries",
    "closure_bytes": "closure",
    "bound_method_bytes": "bound method",
    "module_bytes": "module of a hundred lines",
}

BENCHES: dict[str, tuple[Callable[[str], dict[str, Any]], Callable[[dict[str, Any]], None]]] = {
    "host": (lambda board: host_bench.as_json(host_bench.run_programs()), show_host),
    "device": (
        lambda board: device_bench.speed_json(board, device_bench.run_programs(board)),
        show_speed,
    ),
    "operations": (device_bench.operation_figures, show_operations),
    "memory": (device_bench.memory_figures, show_memory),
    "build": (build_bench.measure, show_build),
}


if __name__ == "__main__":
    main()
