"""Marks on functions and the one exception of typed Python.

Marks are decorators that do nothing on CPython; the translator reads them off the function.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., Any])


class TypedError(Exception):
    """Base of the one exception class that typed code may raise and catch.

    Exactly one subclass exists in a program; it has one field, the Value it carries.
    """


def _mark(name: str, content: object) -> Callable[[F], F]:
    def mark(function: F) -> F:
        marks: dict[str, object] = dict(getattr(function, "__anthill__", {}))
        marks[name] = content
        function.__anthill__ = marks  # type: ignore[attr-defined]
        return function

    return mark


def marks_of(function: object) -> dict[str, object]:
    """The marks that a function carries, by name."""
    return dict(getattr(function, "__anthill__", {}))


def inline(function: F) -> F:
    """Expand at every call: for short functions on a hot path."""
    return _mark("inline", True)(function)


def noinline(function: F) -> F:
    """Keep as a call of its own: keeps rare code out of a hot function's registers."""
    return _mark("noinline", True)(function)


def cold(function: F) -> F:
    """Rarely runs: compiled for size and kept away from hot code."""
    return _mark("cold", True)(function)


def compact(function: F) -> F:
    """Compact code where there is any, although exported or of a module that is native."""
    return _mark("compact", True)(function)


def hot(function: F) -> F:
    """Compiled for speed although the rest of the image is compiled for size."""
    return _mark("hot", True)(function)


def threaded(function: F) -> F:
    """The function's one `while True: match` dispatches with computed goto from every case."""
    return _mark("threaded", True)(function)


def opcodes(count: int) -> Callable[[F], F]:
    """Of a `@threaded` function: its opcodes are below `count`, and the fetch does not check it."""
    return _mark("opcodes", count)


def noreturn(function: F) -> F:
    """Always raises or never ends."""
    return _mark("noreturn", True)(function)


def raw_memory(function: F) -> F:
    """Reads memory that C knows nothing of, such as other functions' frames: the sanitizers do not
    watch it."""
    return _mark("raw_memory", True)(function)


def constant(function: F) -> F:
    """Calls with constant arguments are evaluated at build time and their result frozen."""
    return _mark("constant", True)(function)


def export(name: str) -> Callable[[F], F]:
    """Give the C function this exact name and keep it."""
    return _mark("export", name)


def extern(name: str, header: str = "") -> Callable[[F], F]:
    """The function is C's `name`; the Python body serves on CPython only."""
    return _mark("extern", (name, header))


def section(name: str) -> Callable[[F], F]:
    """Place the function in this linker section."""
    return _mark("section", name)


def assembly(text: str, target: str = "") -> Callable[[F], F]:
    """A naked function whose body is this assembly text; one per `target` ("arm", "x86_64" ...).

    The Python body serves on CPython only."""

    def mark(function: F) -> F:
        texts: dict[str, str] = dict(getattr(function, "__anthill__", {}).get("assembly", {}))
        texts[target] = text
        return _mark("assembly", texts)(function)

    return mark


def lowering(name: str) -> Callable[[F], F]:
    """The function implements a construct of the translator, such as "allocate" or "raise"."""
    return _mark("lowering", name)
