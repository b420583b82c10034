"""Calling `__del__` of objects that the collector found dead, at safe points."""

from __future__ import annotations

from anthill.runtime import finalise
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value
from anthill.vm import operations
from anthill.vm.interpreter import console, traceback
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import generator
from anthill.vm.objects import type as type_object
from anthill.vm.objects.str import name


def ask() -> None:
    """Have a safe point call `run`."""
    vm.pending = True


def run() -> None:
    """Call the finalisers that wait; what they raise is reported and ends there."""
    while True:
        value = finalise.take_pending()
        if value is NULL:
            return
        finish(value)


def finish(value: Value) -> None:
    """`value.__del__()`, or the end of a generator."""
    if isinstance(value, generator.Generator):
        finish_generator(value)
        return
    hook = type_object.lookup(type_object.type_of(value), name("__del__"))
    if hook is NULL:
        return
    try:
        operations.call1(hook, value)
    except PyError as error:
        report(hook, error.value)


def finish_generator(value: generator.Generator) -> None:
    """Run the rest of a generator that was not run to its end."""
    try:
        generator.finalise_generator(value)
    except PyError as error:
        report(value, error.value)


def report(source: Value, error: Value) -> None:
    """Say what a finaliser raised."""
    console.error_output.write_message(message("Exception ignored in: "))
    operations.write_repr(source, console.error_output)
    console.error_output.write_char(ord("\n"))
    traceback.print_exception(error)


finalise.announce = ask
