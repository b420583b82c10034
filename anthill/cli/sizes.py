"""`anthill size`: flash and static RAM of a build by package, by file and by symbol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from rich.console import Console
from rich.table import Table

from anthill.cli.project import ROOT, Built, Symbol

LARGEST = 25
Sizes = dict[str, tuple[int, int]]
"""Name -> bytes of flash, bytes of RAM."""


NO_FILE = "(C library, shared constants)"


@cache
def sources() -> dict[str, str]:
    """Files of the typed layers by the prefix that their symbols have in C."""
    files = [path.relative_to(ROOT) for path in (ROOT / "anthill").rglob("*.py")]
    return {
        "_".join(file.with_suffix("").parts[1:]).removesuffix("___init__"): file.as_posix()
        for file in files
    }


def file_of(symbol: Symbol) -> str:
    """The file a symbol comes from, or the file of the table that it is a part of."""
    return symbol.file or sources().get(symbol.name.split("__")[0], NO_FILE)


def package_of(symbol: Symbol) -> str:
    """The layer a symbol belongs to: `vm/objects`, `modules`."""
    file = file_of(symbol)
    return file if file == NO_FILE else "/".join(PurePosixPath(file).parent.parts[1:])


def grouped(built: Built, key: Callable[[Symbol], str]) -> Sizes:
    """Sums of sizes by what `key` makes of each symbol, the largest first."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for symbol in built.symbols:
        sums[key(symbol)][symbol.memory == "ram"] += symbol.size
    ordered = sorted(sums.items(), key=lambda item: -sum(item[1]))
    return {name: (flash, ram) for name, (flash, ram) in ordered}


def as_json(built: Built) -> dict[str, Any]:
    """The same figures for programs."""
    packages = grouped(built, package_of)
    files = grouped(built, file_of)
    return {
        "board": built.board,
        "flash": built.flash,
        "ram_static": built.ram_static,
        "packages": {name: {"flash": f, "ram": r} for name, (f, r) in packages.items()},
        "files": {name: {"flash": f, "ram": r} for name, (f, r) in files.items()},
        "symbols": [
            {"name": s.name, "file": file_of(s), "memory": s.memory, "size": s.size}
            for s in largest(built)
        ],
    }


def largest(built: Built) -> list[Symbol]:
    return sorted(built.symbols, key=lambda symbol: -symbol.size)[:LARGEST]


def show(built: Built, console: Console) -> None:
    """Three tables; sums first, because that is what is asked most often."""
    console.print(f"{built.board}: {built.flash:,} bytes of flash, {built.ram_static:,} of RAM")
    console.print(_table("package", grouped(built, package_of)))
    console.print(_table("file", grouped(built, file_of)))
    table = Table("symbol", "file", "memory", title=f"the {LARGEST} largest symbols")
    table.add_column("bytes", justify="right")
    for symbol in largest(built):
        table.add_row(symbol.name, file_of(symbol), symbol.memory, f"{symbol.size:,}")
    console.print(table)


def _table(title: str, sizes: Sizes) -> Table:
    table = Table(title)
    table.add_column("flash", justify="right")
    table.add_column("RAM", justify="right")
    for name, (flash, ram) in sizes.items():
        table.add_row(name, f"{flash:,}", f"{ram:,}")
    return table
