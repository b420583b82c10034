"""What a board does without: chapters of the language, and rare methods where flash is little."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

from anthill.typed import TRANSLATING, WORD_BITS

F = TypeVar("F", bound=Callable[..., Any])

LARGE: bool = WORD_BITS == 64
"""Whether there is flash for what few programs use."""

SHORT: bool = TRANSLATING and os.environ.get("ANTHILL_SHORT") == "1"
"""Whether constants can lie where 16 bits tell their place."""

_ABSENT = os.environ.get("ANTHILL_LEAVES_OUT", "").split(",")
"""The chapters of the language that the board leaves out, see `anthill.boards.resources`."""

COMPLEX: bool = "complex numbers" not in _ABSENT
BIG_INTEGERS: bool = "big integers" not in _ABSENT
"""Whether integers grow beyond a word."""
GROUPS: bool = "exception groups" not in _ABSENT
MEMORYVIEWS: bool = "memoryviews" not in _ABSENT
PATTERNS: bool = "match statements" not in _ABSENT
SETS: bool = "sets" not in _ABSENT
SUBTYPES: bool = "classes derived from built-in types" not in _ABSENT
"""Whether classes may derive from all built-in types, and these have dunder methods."""


def rare(register: Callable[[F], F]) -> Callable[[F], F]:
    """A registering decorator that does nothing on small boards, for methods few programs use."""
    return register if LARGE else _unchanged


def only(feature: bool, register: Callable[[F], F]) -> Callable[[F], F]:
    """A registering decorator that does nothing on boards without a feature."""
    return register if feature else _unchanged


def _unchanged(called: F) -> F:
    return called
