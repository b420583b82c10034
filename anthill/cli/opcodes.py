"""`python -m anthill.cli.opcodes FILE [ARGUMENT ...]`: which instructions a program runs.

Runs the file on the virtual board, in the build variant `count`, and prints the most frequent
opcodes and pairs of opcodes, one after the other, with their shares of all that were run.
"""

from __future__ import annotations

import argparse
import json
import os
import struct
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from anthill.cli import project

KINDS = 256
"""Of opcodes, in the table that the program leaves."""


def counted(command: list[str], names: list[str]) -> Counter[tuple[str, str]]:
    """How often each opcode came after each other one while a command of that build ran; `names`
    of the opcodes by number."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "opcodes"
        subprocess.run(command, env={**os.environ, "ANTHILL_OPCODES": str(path)}, check=False)
        numbers = struct.unpack(f"{KINDS * KINDS}Q", path.read_bytes())
    return Counter(
        {
            (names[place // KINDS], names[place % KINDS]): number
            for place, number in enumerate(numbers)
            if number
        }
    )


def table(title: str, counts: Counter[str], most: int) -> Table:
    """The most frequent ones."""
    found = Table(title)
    found.add_column("number", justify="right")
    found.add_column("share", justify="right")
    for name, number in counts.most_common(most):
        found.add_row(name, f"{number:,}", f"{number / counts.total():.1%}")
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m anthill.cli.opcodes")
    parser.add_argument("file", type=Path)
    parser.add_argument("arguments", nargs="*")
    parser.add_argument("--most", type=int, default=20, help="Rows of a table (20).")
    options = parser.parse_args()
    if not options.file.is_file():
        sys.exit(f"no file {str(options.file)!r}")
    image = project.build("virtual", "count").image
    record = json.loads((project.BUILD / "virtual-count" / "build.json").read_text("utf-8"))
    command = [str(image), str(options.file), *options.arguments]
    pairs = counted(command, record["opcodes"])
    single: Counter[str] = Counter()
    for (_, second), number in pairs.items():
        single[second] += number
    console = Console()
    console.print(table("opcode", single, options.most))
    joined = Counter({" ".join(pair): number for pair, number in pairs.items()})
    console.print(table("pair of opcodes", joined, options.most))


if __name__ == "__main__":
    main()
