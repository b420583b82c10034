"""`anthill demo`: one script on every board that can run here, and what each board costs."""

from __future__ import annotations

import subprocess
import sys

from rich.console import Console
from rich.table import Table

from anthill.cli import execute, project

SCRIPT = project.EXAMPLES / "probe.py"
BOARDS = ("virtual", "microbit", "microbit_core")


def demo(console: Console) -> int:
    """Shows the script's output per board, then the table; 1 if an output is not CPython's."""
    wanted = subprocess.run([sys.executable, "-B", SCRIPT], capture_output=True).stdout
    table = Table("board", title="what it takes")
    for title in ("flash", "static RAM", "free heap", "build"):
        table.add_column(title, justify="right")
    status = 0
    for board in BOARDS:
        if not execute.can_run(board):
            console.print(f"{board}: left out, QEMU is not here (apt install qemu-system-arm)")
            continue
        console.print(f"building {board} ...")
        built = project.build(board)
        result = execute.run_text(built, SCRIPT.read_text("utf-8"))
        console.rule(f"{SCRIPT.name} on {board}")
        console.print(result.output.decode(), end="", highlight=False, markup=False)
        if result.status or result.output != wanted:
            console.print(result.error.decode(), highlight=False, markup=False)
            console.print("This is not what CPython prints.", style="red")
            status = 1
        free = execute.free_heap(built)
        sizes = [f"{size:,}" for size in (built.flash, built.ram_static, free)]
        table.add_row(board, *sizes, f"{built.seconds:.1f} s")
    console.print()
    console.print(table)
    console.print("Sizes in bytes. Every board printed what CPython prints." if not status else "")
    return status
