"""`sys.displayhook` and `sys.excepthook`: what shows the value of a statement typed at the prompt,
and what reports the exception that ended a program. On large boards programs may replace them.
"""

from __future__ import annotations

from anthill.modules import streams
from anthill.modules import sys as sys_module
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value
from anthill.vm import operations
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import console, frames, traceback
from anthill.vm.messages import message
from anthill.vm.objects import exception, module, singletons
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import function
from anthill.vm.objects.module import BUILTINS
from anthill.vm.objects.str import name, text


def display(value: Value) -> None:
    """What a statement compiled as `single` does with the value of an expression."""
    hook = sys_module.replaced(name("displayhook"))
    if hook is NULL:
        show(value)
    else:
        operations.call1(hook, value)


@rare(function(sys_module.SYS, "displayhook"))
def show(value: Value) -> Value:
    """`displayhook(value)`: print what is not None, and keep it as `_`."""
    file = sys_module.standard_output()
    if value is singletons.NONE:
        return value
    if file is NULL:
        console.show(value)
    else:
        write = operations.get_attribute(file, name("write"))
        operations.call1(write, operations.repr_text(value))
        operations.call1(write, text("\n"))
        module.store(BUILTINS, name("_"), value)
    return singletons.NONE


def report(error: Value) -> None:
    """Report an exception that nothing caught."""
    hook = sys_module.replaced(name("excepthook"))
    if hook is NULL:
        traceback.print_exception(error)
        return
    args = frames.push(3)
    args[0] = type_object.type_of(error)
    args[1] = error
    args[2] = operations.get_attribute(error, name("__traceback__"))
    try:
        operations.call(hook, args, 3, None)
    except PyError as second:
        streams.ERRORS.write_message(message("Error in sys.excepthook:\n"))
        traceback.print_exception(second.value)
        streams.ERRORS.write_message(message("\nOriginal exception was:\n"))
        traceback.print_exception(error)
    frames.pop(args)


@rare(function(sys_module.SYS, "excepthook"))
def print_uncaught(kind: Value, error: Value, place: Value) -> Value:
    """`excepthook(type, value, traceback)`: print an exception with its traceback."""
    if exception.is_exception(error):
        traceback.print_exception(error)
    elif error is singletons.NONE:
        streams.ERRORS.write_message(message("NoneType: None\n"))
    else:
        streams.ERRORS.write_message(
            message("TypeError: print_exception(): Exception expected for value, ")
        )
        type_object.write_name(type_object.type_of(error), streams.ERRORS)
        streams.ERRORS.write_message(message(" found\n"))
    return singletons.NONE


def _keep_originals() -> None:
    for title in ("displayhook", "excepthook"):
        space = module.space_of(sys_module.SYS)
        space.store(name(f"__{title}__"), space.find_name(name(title)))


if LARGE:
    console.display = display
    type_object.when_ready(_keep_originals)
