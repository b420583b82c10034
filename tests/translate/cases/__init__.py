"""Typed functions with arguments to run them on, one file per group of constructs.

`cases` lists the argument tuples; the tests run each on CPython and compiled, and compare.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any, TypeVar

from anthill.typed import WORD_BITS

F = TypeVar("F", bound=Callable[..., Any])

CASES: list[tuple[Callable[..., Any], list[tuple[Any, ...]]]] = []
WORD_MAX: int = (1 << (WORD_BITS - 1)) - 1
WORD_MIN: int = -WORD_MAX - 1
WORDS: list[int] = [0, 1, -1, 2, 3, -3, 7, 10, -10, 255, 256, 65535, 1 << 20, -(1 << 20), 999983]
EDGES: list[int] = [*WORDS, WORD_MAX, WORD_MIN, WORD_MAX - 1, WORD_MIN + 1]


def cases(*arguments: Any) -> Callable[[F], F]:
    """Run the function on each of these argument tuples (or single arguments)."""

    def mark(function: F) -> F:
        tuples = [entry if isinstance(entry, tuple) else (entry,) for entry in arguments]
        CASES.append((function, tuples or [()]))
        return function

    return mark


def over(*choices: list[Any]) -> Callable[[F], F]:
    """Run the function on every combination of these arguments."""
    return cases(*product(*choices))
