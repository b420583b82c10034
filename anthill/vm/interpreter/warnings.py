"""Warnings of the interpreter itself: they go through the module `warnings` where a program has it,
and are silent otherwise."""

from __future__ import annotations

from anthill.typed import NULL, Value, cold
from anthill.vm import errors, operations
from anthill.vm.interpreter import run
from anthill.vm.objects import module
from anthill.vm.objects.str import Str, name


@cold
def warn(title: Str, text: Str) -> bool:
    """`warnings.warn(text, category)`, the category by name; False if there is no such module."""
    warnings = run.loaded_modules().find_name(name("warnings"))
    category = module.find(module.BUILTINS, title)
    if category is NULL or not isinstance(warnings, module.Module):
        return False
    operations.call2(operations.get_attribute(warnings, name("warn")), text, category)
    return True


@cold
def deprecated(pattern: int, a: Value, b: Value) -> None:
    """A DeprecationWarning, its message made as that of an error."""
    warn(name("DeprecationWarning"), errors.formatted(pattern, a, b))
