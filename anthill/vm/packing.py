"""Messages take half as much flash packed: bytes from 128 on stand for pairs of bytes, which may
be such bytes themselves.

The pairs are chosen when the image is built, the most frequent ones in the texts of all source
files. A packed Str has the flag STR_PACKED; only writers, `join2` and what makes exceptions may
meet one, and no Python program ever does.
"""

from __future__ import annotations

import ast
import itertools
import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from anthill.typed import TRANSLATING, Array, Ptr, array_of, u8
from anthill.vm.features import LARGE

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

PACKED: bool = (TRANSLATING and not LARGE) or os.environ.get("ANTHILL_PACK_TEXTS") == "1"
"""Whether texts are packed; tests set the variable to find out whether one escapes."""

FIRST_PAIR = 128
SHORTEST = 10
"""Texts with fewer bytes stay as they are."""


def _sources() -> Iterator[Path]:
    package = Path(__file__).resolve().parents[1]
    for layer in ("runtime", "vm", "modules", "chips"):
        yield from sorted((package / layer).rglob("*.py"))


def _texts(path: Path) -> Iterator[bytes]:
    """The literals given to `text` in a source file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func
            title = getattr(called, "attr", getattr(called, "id", ""))
            if title == "text" and isinstance(node.args[0].value, str):
                yield node.args[0].value.encode()


def merge(content: list[int], pair: tuple[int, int], code: int) -> list[int]:
    """The content with every such pair replaced by one code."""
    result: list[int] = []
    for byte in content:
        if result and (result[-1], byte) == pair:
            result[-1] = code
        else:
            result.append(byte)
    return result


def choose_pairs(texts: list[bytes]) -> list[tuple[int, int]]:
    """The pairs for the codes from 128 on: each time the most frequent one."""
    contents = [list(text) for text in texts if can_pack(text)]
    pairs: list[tuple[int, int]] = []
    for code in range(FIRST_PAIR, 256):
        counts: Counter[tuple[int, int]] = Counter()
        for content in contents:
            counts.update(itertools.pairwise(content))
        if not counts:
            break
        pair = min(counts, key=lambda entry: (-counts[entry], entry))
        pairs.append(pair)
        contents = [merge(content, pair, code) for content in contents]
    return pairs


def can_pack(content: bytes) -> bool:
    """Whether a text is long enough and has no byte that means a pair."""
    return len(content) >= SHORTEST and content.isascii()


_pairs: list[tuple[int, int]] = []
if PACKED:
    _pairs = choose_pairs(sorted({text for path in _sources() for text in _texts(path)}))


@cache
def pack(content: bytes) -> bytes:
    """The text packed."""
    codes = list(content)
    for code, pair in enumerate(_pairs, FIRST_PAIR):
        codes = merge(codes, pair, code)
    return bytes(codes)


def _table() -> Array[u8]:
    table = array_of(u8, 2 * len(_pairs))
    for place, byte in enumerate(byte for pair in _pairs for byte in pair):
        table[place] = byte
    return table


PAIRS: Array[u8] = _table()
"""The two bytes of each code from 128 on."""


def write_packed(p: Ptr[u8], n: int, out: Writer) -> None:
    """Write `n` packed bytes."""
    for i in range(n):
        write_code(int(p[i]), out)


def write_code(code: int, out: Writer) -> None:
    """Write what a byte stands for."""
    while code >= FIRST_PAIR:
        place = 2 * (code - FIRST_PAIR)
        write_code(int(PAIRS[place]), out)
        code = int(PAIRS[place + 1])
    out.write_byte(code)
