"""What a board with little flash does without."""

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

COMPLEX: bool = os.environ.get("ANTHILL_COMPLEX", "1") == "1"
"""Whether there are complex numbers."""


def rare(register: Callable[[F], F]) -> Callable[[F], F]:
    """A registering decorator that does nothing on small boards, for methods few programs use."""
    return register if LARGE else _unchanged


def _unchanged(called: F) -> F:
    return called
