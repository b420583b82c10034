"""`_imp`: what `importlib` and `types` need of the interpreter."""

from __future__ import annotations

from anthill.typed import NULL, Value, u16
from anthill.vm import errors
from anthill.vm.compiler.bytecode import CODE_ITERABLE
from anthill.vm.interpreter import imports
from anthill.vm.messages import message
from anthill.vm.objects import singletons
from anthill.vm.objects.builtin import function
from anthill.vm.objects.code import copied
from anthill.vm.objects.function import Function
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


@function(IMP, "mark_awaitable")
def mark_awaitable(made: Value) -> Value:
    """`mark_awaitable(function)`: let the generators that it makes be awaited."""
    if not isinstance(made, Function):
        raise errors.type_error_with(message("'%t' object is not a function"), made, NULL)
    code = copied(made.code, 0)
    code.flags = u16(code.flags | CODE_ITERABLE)
    made.code = code
    return made
