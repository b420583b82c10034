"""The boards, one short declarative file each, found by looking into this folder."""

from __future__ import annotations

import importlib
import pkgutil

from anthill.boards.resources import Board

_TOOLS = ("build", "library", "resources")


def names() -> list[str]:
    """Names of all boards."""
    return sorted(
        module.name for module in pkgutil.iter_modules(__path__) if module.name not in _TOOLS
    )


def find(name: str) -> type[Board]:
    """The board of this name; LookupError, with the names there are, where there is none."""
    if name not in names():
        raise LookupError(f"no board {name!r}; there are: {', '.join(names())}")
    module = importlib.import_module(f"{__name__}.{name}")
    for entry in vars(module).values():
        if isinstance(entry, type) and issubclass(entry, Board) and entry is not Board:
            return entry
    raise LookupError(f"the file of board {name!r} holds no board")
