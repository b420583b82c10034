"""Mutilated pieces of real programs: the compiler compiles them or raises SyntaxError."""

from __future__ import annotations

import random
import sys
import warnings
from pathlib import Path

import pytest

from anthill.runtime.errors import PyError
from tests.compiler.disassemble import compiled

SCRIPTS = sorted((Path(__file__).parent.parent / "language").glob("*/*.py"))
LIBRARY = [Path(warnings.__file__).parent / f"{name}.py" for name in ("argparse", "ast", "csv")]
WORDS = '( ) [ ] { } , : = " \' \n * ** if for x 1 lambda not . in f"{ yield \\ := == else \t 0'
PIECES = WORDS.split(" ")
COUNT = 400


def piece_of(source: str, chance: random.Random) -> str:
    """A few lines without their common indentation, with up to three accidents."""
    lines = source.split("\n")
    start = chance.randrange(len(lines))
    chosen = lines[start : start + chance.randrange(1, 12)]
    indent = min((len(x) - len(x.lstrip()) for x in chosen if x.strip()), default=0)
    chars = list("\n".join(line[indent:] for line in chosen) + "\n")
    for _ in range(chance.randrange(4)):
        if not chars:
            break
        at = chance.randrange(len(chars))
        match chance.randrange(3):
            case 0:
                del chars[at]
            case 1:
                chars.insert(at, chance.choice(PIECES))
            case 2:
                chars[at] = chance.choice(PIECES)
    return "".join(chars)


@pytest.mark.parametrize("seed", range(4))
def test_compiles_or_refuses(seed: int) -> None:
    chance = random.Random(seed)
    sources = [path.read_text() for path in [*LIBRARY, *SCRIPTS]]
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(5000)
    try:
        for _ in range(COUNT):
            source = piece_of(chance.choice(sources), chance)
            try:
                compiled(source)
            except PyError:
                continue
            except Exception as error:
                raise AssertionError(source) from error
    finally:
        sys.setrecursionlimit(limit)
