"""Raising and carrying Python exceptions inside typed code.

`PyError` is the one exception of typed Python. Errors that must be raised with no memory left use
Values that exist beforehand: the interpreter puts them into `preset` at build time.
"""

from __future__ import annotations

from anthill.typed import NULL, Static, TypedError, Value


class PyError(TypedError):
    """A Python exception on its way: `value` is the exception object."""

    value: Value

    def __init__(self, value: Value) -> None:
        self.value = value


class Preset(Static):
    """The exception objects that the runtime itself raises; set before the program starts. The
    machine of compact code knows the second, which it raises when its stack is full."""

    memory_error: Value = NULL
    recursion_error: Value = NULL


preset = Preset()
