"""Generators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import Ptr, Value
from anthill.vm.compiler.bytecode import CODE_COROUTINE, CODE_GENERATOR

if TYPE_CHECKING:
    from anthill.vm.objects.function import Function

LAZY: int = CODE_GENERATOR | CODE_COROUTINE
"""Codes with one of these flags make a generator when called."""


def new_generator(function: Function, regs: Ptr[Value]) -> Value:
    """A generator of the frame."""
    raise NotImplementedError
