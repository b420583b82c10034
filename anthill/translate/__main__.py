"""`python -m anthill.translate MODULE ...`: check that modules are typed Python.

Translates every annotated function of the modules as if it were an entry, prints all refusals, and
exits with 1 if there are any. `--word 32` checks for a 32-bit chip.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
import types
from collections.abc import Iterator
from typing import Any


def modules_below(name: str) -> list[str]:
    """A module and, if it is a package, the modules in it."""
    module = importlib.import_module(name)
    if not hasattr(module, "__path__"):
        return [name]
    below = pkgutil.walk_packages(module.__path__, name + ".")
    return [name, *(found.name for found in below if not found.name.endswith("__main__"))]


def functions_of(module: types.ModuleType) -> Iterator[tuple[types.FunctionType, type | None]]:
    """The functions and methods that a module defines."""
    for entry in list(vars(module).values()):
        if getattr(entry, "__module__", None) != module.__name__:
            continue
        if isinstance(entry, types.FunctionType):
            yield entry, None
        elif isinstance(entry, type):
            for member in list(vars(entry).values()):
                if isinstance(member, types.FunctionType) and member.__module__ == module.__name__:
                    yield member, entry


def check(names: list[str], arch: str) -> list[str]:
    """All refusals, as text."""
    from anthill.translate import Options, Program, TranslationError
    from anthill.typed import marks, objects

    problems: dict[str, None] = {}
    modules = [importlib.import_module(name) for name in names]
    program = Program(Options(arch=arch))

    def attempt(action: Any) -> None:
        try:
            action()
        except TranslationError as problem:
            problems[str(problem)] = None

    for module in modules:
        for function, owner in functions_of(module):
            if owner is not None and not issubclass(owner, objects.Object | objects.Static):
                continue
            if "return" not in function.__annotations__ and function.__name__ != "__init__":
                continue
            if "constant" in marks.marks_of(function):
                continue
            attempt(lambda function=function, owner=owner: program.function(function, owner))
    while program.queue:
        attempt(program.queue.pop())
    return list(problems)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="anthill.translate", description=__doc__)
    parser.add_argument("modules", nargs="+")
    parser.add_argument("--word", type=int, choices=(32, 64), default=64)
    options = parser.parse_args()
    wanted = {"ANTHILL_TRANSLATING": "1", "ANTHILL_WORD_BITS": str(options.word)}
    if not wanted.items() <= os.environ.items():
        os.environ.update(wanted)
        os.execv(sys.executable, [sys.executable, "-m", "anthill.translate", *sys.argv[1:]])
    names: list[str] = []
    for name in options.modules:
        names += modules_below(name)
    problems = check(names, "arm" if options.word == 32 else "x86_64")
    print("\n".join(problems))
    print(f"{len(problems)} refusals")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
