"""Loads the core of the types in its one order before any test imports a part of it."""

import anthill.modules.builtins  # noqa: F401
