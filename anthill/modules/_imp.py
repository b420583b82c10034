"""`_imp`: what `importlib` needs of the import system."""

from __future__ import annotations

from anthill.typed import NULL, Value
from anthill.vm import errors
from anthill.vm.interpreter import imports
from anthill.vm.messages import message
from anthill.vm.objects import singletons
from anthill.vm.objects.builtin import function
from anthill.vm.objects.module import Module, builtin_module

IMP = builtin_module("_imp")


@function(IMP, "run_again")
def run_again(wanted: Value) -> Value:
    """`run_again(module)`: run its source once more, in its namespace."""
    if not isinstance(wanted, Module):
        raise errors.type_error_with(message("reload() argument must be a module"), NULL, NULL)
    if not wanted.constant:
        imports.run_again(wanted)
    return singletons.NONE
