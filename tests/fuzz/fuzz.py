"""Feeds modules that take texts apart with random texts, under the sanitizers: no crash, no hang.

    python tests/fuzz/fuzz.py                       a few hundred cases of every target
    python tests/fuzz/fuzz.py regex --cases 100000 --seed 7
    python tests/fuzz/fuzz.py regex --compare       also with what CPython says

A target is a file beside this one with SETUP, the lines that a script of cases begins with, and
`case(random)`, an expression to evaluate. A case follows from seed and number.
"""

from __future__ import annotations

import argparse
import importlib
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT / "tests" / "language"), str(ROOT)]

TARGETS = ("regex", "json_text", "struct_format", "format_spec")
BATCH = 200
TIMEOUT = 60.0
RUNNER = """
def run(number, action):
    print(number, end=" ")
    try:
        print(ascii(action()))
    except Exception as error:
        print(type(error).__name__)
"""


def script(target: str, seed: int, numbers: range) -> str:
    """A program that evaluates some cases of a target and says what comes of each."""
    module = importlib.import_module(target)
    lines = [module.SETUP, RUNNER]
    for number in numbers:
        expression = module.case(random.Random(f"{target} {seed} {number}"))
        lines.append(f"run({number}, lambda: {expression})")
    return "\n".join(lines) + "\n"


def outcome(command: list[str], text: str) -> tuple[int, str, str]:
    """Exit status, output and error output of a program; -1 if it hangs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cases.py")
        path.write_text(text, "utf-8")
        try:
            done = subprocess.run([*command, path], capture_output=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired as error:
            return -1, (error.stdout or b"").decode("utf-8", "replace"), "timed out"
    return (
        done.returncode,
        done.stdout.decode("utf-8", "replace"),
        done.stderr.decode("utf-8", "replace"),
    )


def faults(
    binary: Path, target: str, seed: int, cases: int, oracle: str = "", start: int = 0
) -> Iterator[str]:
    """What goes wrong, as text with the case in it."""
    for first in range(start, start + cases, BATCH):
        numbers = range(first, min(first + BATCH, start + cases))
        text = script(target, seed, numbers)
        status, output, error = outcome([str(binary), "-X", "heapsize=64m"], text)
        lines = output.splitlines()
        if status != 0:
            number = max(len(lines) - 1, 0) + first
            source = text.splitlines()[-len(numbers) :][min(number - first, len(numbers) - 1)]
            yield f"{target} {seed} {number}: exit status {status}\n{source}\n{error[-1500:]}"
        elif oracle:
            wanted = outcome([oracle, "-W", "ignore", "-X", "utf8"], text)[1].splitlines()
            sources = text.splitlines()[-len(numbers) :]
            for source, mine, theirs in zip(sources, lines, wanted, strict=False):
                if mine != theirs:
                    yield f"{source}\n  Anthill {mine}\n  CPython {theirs}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Fuzz modules under the sanitizers.")
    parser.add_argument("targets", nargs="*", help=f"of {', '.join(TARGETS)}")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--compare", action="store_true", help="also with CPython's answers")
    parser.add_argument("--variant", default="sanitize", help="of the virtual board, '' for none")
    options = parser.parse_args()
    from run import oracle_path

    from anthill.cli import project

    binary = project.build("virtual", options.variant).image
    oracle = oracle_path() if options.compare else ""
    count = 0
    for target in options.targets or TARGETS:
        for fault in faults(binary, target, options.seed, options.cases, oracle):
            print(fault, end="\n\n")
            count += 1
        print(f"{target}: {options.cases} cases, {count} faults so far")
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
