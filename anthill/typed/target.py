"""What the module-level code of the typed layers may ask about the machine it is built for.

The defaults describe the direct run on CPython. The builder sets the variables before the first
import of a typed layer, one process per board, so they are constants to everything above.
"""

from __future__ import annotations

import os

WORD_BITS: int = int(os.environ.get("ANTHILL_WORD_BITS", "64"))
"""Width of a machine word, a pointer and a Value: 32 or 64."""

FLOAT_BITS: int = int(os.environ.get("ANTHILL_FLOAT_BITS", "64"))
"""Width of Python's float on this board: 32 or 64."""

TRANSLATING: bool = os.environ.get("ANTHILL_TRANSLATING", "") == "1"
"""True while the translator reads the code; False when the same code runs directly on CPython.

A function may test it with a plain `if`: the branch not taken is left out."""

SMALL_BITS: int = WORD_BITS - 1
SMALL_MAX: int = (1 << (SMALL_BITS - 1)) - 1
"""Largest integer that fits into a Value without an object."""
SMALL_MIN: int = -(1 << (SMALL_BITS - 1))
