"""The vector table (ARMv6-M B1.5.3), built at module level as words of assembly.

Entry 0 is the initial stack pointer, 1 ... 15 are the core's exceptions, 16 + n is interrupt n.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from anthill.typed.marks import marks_of

NMI = 2
HARD_FAULT = 3
SVCALL = 11
PENDSV = 14
SYSTICK = 15
FIRST_INTERRUPT = 16
INTERRUPTS = 32


def vector_words(reset: str, handlers: dict[int, Callable[..., Any]]) -> str:
    """Assembly text of a table: the symbol for reset, exported functions for other entries.

    Entries without a handler that can occur lead to the fault handler; reserved ones are 0.
    """
    fault = _symbol(handlers[HARD_FAULT])
    words = ["__stack_top", reset]
    for entry in range(NMI, FIRST_INTERRUPT + INTERRUPTS):
        reserved = 4 <= entry < FIRST_INTERRUPT and entry not in (SVCALL, PENDSV, SYSTICK)
        words.append(_symbol(handlers[entry]) if entry in handlers else "0" if reserved else fault)
    return "\n".join(f".word {word}" for word in words)


def _symbol(function: Callable[..., Any]) -> str:
    return str(marks_of(function)["export"])
