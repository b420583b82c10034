"""Mutilated pieces of real programs for the compiler of the native build, under the sanitizers.

Pieces come from the language scripts and from CPython's library and test suite, where they are
installed. Each is compiled or refused: what ends the process, hangs or raises anything else than
SyntaxError is a fault, and so is, with `--compare`, what CPython takes and Anthill does not or the
other way round. A batch follows from its seed:

    python tests/fuzz_compiler.py --seconds 60
    python tests/fuzz_compiler.py --seed 17 --batches 1 --compare
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "tests" / "language"
LIBRARY = Path(warnings.__file__).parent
BINARY = ROOT / "build" / "virtual-sanitize" / "anthill"
BATCH = 150
TIMEOUT = 60.0
MOST_LINES = 16
DEPTHS = (1, 1, 2, 10, 60, 300)
SHALLOW = (1, 1, 2, 10)
"""With more, CPython crashes, too."""
TOKENS = re.compile(r"\w+|\s+|\"\"\"|'''|\*\*|//|<<|>>|[-+*/%@&|^<>=!:]=|->|\.\.\.|.", re.DOTALL)
WORDS = (
    "( ) [ ] { } , : ; . = == := * ** @ -> ... \" ' \"\"\" ''' f\" rb' \\ \n \n\t \n\n # 0 1 1.5"
    " 1_0 0x1f 1j 1e400 x y _ é None True for if else elif while with as in not and or is lambda"
    " def class return yield await async from import del global nonlocal try except finally raise"
    " pass break continue match case type print super __class__ self * , **k /, *, {x!r}"
    " {x:>{y}} {x=} \\N \\x4 \\ud800 \0 \x0c \r\n"
).split(" ")
BRACKETS = (
    "()",
    "[]",
    "{}",
    ("(", ",)"),
    ("f(", ")"),
    ("x[", "]"),
    ("[", " for x in y]"),
    ("not ", ""),
)


@dataclass(frozen=True)
class Result:
    """What became of a piece: accepted, refused, or something that must not be."""

    source: str
    outcome: str


class Mutilator:
    """Makes pieces."""

    def __init__(self, seed: int, files: list[Path], depths: tuple[int, ...]) -> None:
        self.random = random.Random(seed)
        self.files = files
        self.depths = depths

    def piece(self) -> str:
        """A piece with a few accidents."""
        source = self.extract()
        for _ in range(self.random.choice((0, 0, 1, 1, 1, 2, 3))):
            source = self.accident(source)
        return source

    def extract(self) -> str:
        """Some lines without their common indentation, mostly whole statements."""
        text = self.random.choice(self.files).read_text("utf-8", errors="replace")
        lines = text.split("\n")
        start = self.random.randrange(len(lines))
        chosen = lines[start : start + self.random.randrange(1, MOST_LINES)]
        indent = len(chosen[0]) - len(chosen[0].lstrip())
        whole = list(itertools.takewhile(lambda x: not x[:indent].strip(), chosen))
        body = [line[indent:] for line in whole]
        if self.random.randrange(2):
            head = self.random.choice(
                ("def f(a, *b, c=1):", "class C:", "while x:", "async def f():")
            )
            body = [head, *(f" {line}" for line in body)]
        return "\n".join(body) + "\n"

    def accident(self, source: str) -> str:
        """Change one token, or wrap, repeat or cut a part."""
        parts = TOKENS.findall(source)
        if not parts:
            return self.random.choice(WORDS)
        at = self.random.randrange(len(parts))
        end = min(len(parts), at + self.random.randrange(1, 8))
        match self.random.randrange(7):
            case 0:
                del parts[at]
            case 1:
                parts.insert(at, self.random.choice(WORDS))
            case 2:
                parts[at] = self.random.choice(WORDS)
            case 3:
                other = self.random.randrange(len(parts))
                parts[at], parts[other] = parts[other], parts[at]
            case 4:
                parts[at:at] = parts[at:end]
            case 5:
                first, last = self.random.choice(BRACKETS)
                depth = self.random.choice(self.depths)
                parts[at:end] = [first * depth, *parts[at:end], last * depth]
            case 6:
                del parts[at:end]
        return "".join(parts)


def script_for(pieces: list[str]) -> str:
    """A program that compiles the pieces and says of each what became of it."""
    return f"""PIECES = {[ascii(piece) for piece in pieces]!r}
for index, piece in enumerate(PIECES):
    source = eval(piece)
    try:
        compile(source, "piece", "exec")
        print(index, "accepted")
    except SyntaxError:
        print(index, "refused")
    except Exception as error:
        print(index, "raises", type(error).__name__, error)
"""


def outcomes(binary: str, pieces: list[str]) -> Iterator[Result]:
    """What becomes of each piece; a crash or hang is that of the first piece without answer."""
    while pieces:
        with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
            file.write(script_for(pieces))
            file.flush()
            done, said = run([binary, file.name])
        answers = [line.split(" ", 1)[1] for line in said if re.match(r"\d+ ", line)]
        for piece, answer in zip(pieces, answers, strict=False):
            yield Result(piece, answer)
        if len(answers) >= len(pieces):
            return
        yield Result(pieces[len(answers)], f"ends the process: {done}")
        pieces = pieces[len(answers) + 1 :]


def run(command: list[str]) -> tuple[str, list[str]]:
    """How a program ended, and its lines."""
    try:
        ended = subprocess.run(
            command, capture_output=True, timeout=TIMEOUT, encoding="utf-8", errors="replace"
        )
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
        return "hangs", (said if isinstance(said, str) else said.decode()).splitlines()
    return f"status {ended.returncode} {ended.stderr[-600:]}", ended.stdout.splitlines()


def oracle(piece: str) -> str:
    """What CPython does with a piece."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(piece, "piece", "exec", dont_inherit=True)
        except SyntaxError:
            return "refused"
        except (ValueError, MemoryError, RecursionError, OverflowError) as error:
            return f"raises {type(error).__name__}"
    return "accepted"


def faults(binary: str, seed: int, files: list[Path], compare: bool) -> Iterator[Result]:
    """The faults that a batch finds."""
    mutilator = Mutilator(seed, files, SHALLOW if compare else DEPTHS)
    pieces = [mutilator.piece() for _ in range(BATCH)]
    for result in outcomes(binary, pieces):
        if result.outcome not in ("accepted", "refused"):
            yield result
        elif compare:
            expected = oracle(result.source)
            if expected in ("accepted", "refused") and expected != result.outcome:
                yield Result(result.source, f"{result.outcome}, by CPython {expected}")


def all_files() -> list[Path]:
    """Where pieces come from."""
    library = [*LIBRARY.glob("*.py"), *LIBRARY.glob("test/test_*.py")]
    return sorted([*SCRIPTS.glob("*/*.py"), *library])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=0.0, help="go on for so long")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batches", type=int, default=10)
    parser.add_argument("--binary", default=str(BINARY))
    parser.add_argument("--compare", action="store_true", help="what CPython takes, and only that")
    options = parser.parse_args()
    files = all_files()
    end = time.monotonic() + options.seconds
    seed = options.seed
    found = 0
    while seed < options.seed + options.batches or time.monotonic() < end:
        for result in faults(options.binary, seed, files, options.compare):
            found += 1
            print(f"seed {seed}: {result.outcome}\n    {result.source!r}", flush=True)
        seed += 1
    print(f"{(seed - options.seed) * BATCH} pieces, {found} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
