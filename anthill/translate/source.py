"""Finds the syntax tree of a live function and the types that its annotations name."""

from __future__ import annotations

import ast
import linecache
import sys
import types
import typing
from collections.abc import Callable
from typing import Any

from anthill.translate.errors import TranslationError
from anthill.translate.types import NONE, Type, Unusable, from_hint
from anthill.typed.objects import type_names

FunctionNode = ast.FunctionDef

_TREES: dict[str, dict[tuple[str, int], FunctionNode]] = {}
_NAMES: dict[str, dict[str, Any]] = {}
_HINTS: dict[tuple[str, str], Type] = {}


def _functions_in(file: str) -> dict[tuple[str, int], FunctionNode]:
    if file not in _TREES:
        tree = ast.parse("".join(linecache.getlines(file)))
        found = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                first = min([node.lineno, *(mark.lineno for mark in node.decorator_list)])
                found[node.name, first] = node
        _TREES[file] = found
    return _TREES[file]


def syntax_of(function: types.FunctionType) -> FunctionNode:
    """The `def` of a function."""
    code = function.__code__
    node = _functions_in(code.co_filename).get((code.co_name, code.co_firstlineno))
    if node is None:
        raise TranslationError(
            code.co_filename,
            code.co_firstlineno,
            f"`{code.co_name}` is no function with a `def` of its own",
            "write it as a `def` in a module's source file; lambdas are for module-level code",
        )
    return node


def names_of(module: str) -> dict[str, Any]:
    """What annotations in a module may name, with imports made for type checking only."""
    if module not in _NAMES:
        _NAMES[module] = type_names(module)
    return _NAMES[module]


def closure_of(function: types.FunctionType) -> dict[str, Any]:
    """The free variables of a function made at module level, by name."""
    cells = function.__closure__ or ()
    found = {}
    for name, cell in zip(function.__code__.co_freevars, cells, strict=True):
        try:
            found[name] = cell.cell_contents
        except ValueError:
            continue
    return found


def evaluate_hint(text: Any, function: types.FunctionType, line: int) -> Type:
    """The type of an annotation found in a function, given as text or already evaluated."""
    file = function.__code__.co_filename
    if isinstance(text, str):
        local = closure_of(function)
        key = (function.__module__, text)
        if not local and key in _HINTS:
            return _HINTS[key]
        hint = _evaluate(text, function, local, line)
    else:
        hint = text
    try:
        found = from_hint(hint)
    except Unusable as problem:
        raise TranslationError(file, line, *problem.args) from None
    if isinstance(text, str) and not closure_of(function):
        _HINTS[function.__module__, text] = found
    return found


def _evaluate(text: str, function: types.FunctionType, local: dict[str, Any], line: int) -> Any:
    file = function.__code__.co_filename
    for names in (function.__globals__, None):
        space = names if names is not None else names_of(function.__module__)
        try:
            hint = eval(text, dict(space), local)
            if isinstance(hint, str):
                hint = eval(hint, dict(space), local)
            return typing.get_type_hints(
                type("_", (), {"__annotations__": {"x": hint}}), dict(space), include_extras=True
            )["x"]
        except NameError as problem:
            missing = str(problem)
        except TypeError as problem:
            raise TranslationError(
                file,
                line,
                f"the annotation `{text}` cannot be evaluated: {problem}",
                "see docs/typed-python.md, Types",
            ) from None
    raise TranslationError(
        file,
        line,
        f"the annotation `{text}` cannot be evaluated: {missing}",
        "import the name at module level, or under `if TYPE_CHECKING:`",
    )


def signature(
    function: types.FunctionType, owner: type | None
) -> tuple[list[tuple[str, Type | None]], Type, bool]:
    """Parameters with their types (None for a method's `self`), result, and whether it never
    returns."""
    node = syntax_of(function)
    file = function.__code__.co_filename
    arguments = node.args
    if arguments.vararg or arguments.kwarg:
        raise TranslationError(
            file,
            node.lineno,
            f"`{node.name}` takes a variable number of arguments",
            "pass an Array, or write one function per number of arguments",
        )
    params: list[tuple[str, Type | None]] = []
    hints = function.__annotations__
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    for position, argument in enumerate(every):
        if argument.arg in hints:
            params.append(
                (
                    argument.arg,
                    evaluate_hint(hints[argument.arg], function, argument.lineno),
                )
            )
        elif position == 0 and owner is not None:
            params.append((argument.arg, None))
        else:
            raise TranslationError(
                file,
                argument.lineno,
                f"parameter `{argument.arg}` has no annotation",
                f"write `{argument.arg}: int` or whatever type it has",
            )
    if "return" not in hints:
        if node.name == "__init__":
            return params, NONE, False
        raise TranslationError(
            file,
            node.lineno,
            f"`{node.name}` does not say what it returns",
            "write `-> None` or the type of the result",
        )
    text = hints["return"]
    never = text in ("NoReturn", "Never", "typing.NoReturn", typing.NoReturn, typing.Never)
    return params, evaluate_hint(text, function, node.lineno), never


def loaded_functions() -> list[Callable[..., Any]]:
    """Every function that stands in a module's namespace and carries marks."""
    found: dict[int, Callable[..., Any]] = {}
    for module in list(sys.modules.values()):
        for entry in list(getattr(module, "__dict__", {}).values()):
            if isinstance(entry, types.FunctionType) and "__anthill__" in entry.__dict__:
                found[id(entry)] = entry
    return list(found.values())
