"""Serving the requests of interrupts from code that waits: pauses and reads of the console."""

from __future__ import annotations

from collections.abc import Callable

from anthill.modules import platform
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value
from anthill.vm import errors, operations
from anthill.vm.features import LARGE
from anthill.vm.interpreter import console, finalisers, traceback
from anthill.vm.interpreter.state import vm
from anthill.vm.objects import exception


def nothing_scheduled() -> None:
    """What runs scheduled functions in an image without `micropython`."""


run_scheduled: Callable[[], None] = nothing_scheduled
"""Calls the functions that wait for a safe point; set by the module that keeps them."""


def serve_requests() -> None:
    """Run what is due; raises KeyboardInterrupt if one is asked for. What is asked for while
    handlers run stays pending until they are done."""
    if vm.pending:
        if not platform.requests.serving:
            vm.pending = False
            finalisers.run()
            run_waiting()
        if platform.requests.interrupt:
            platform.requests.interrupt = False
            raise errors.error(exception.KEYBOARD_INTERRUPT, NULL)


def run_waiting() -> None:
    """Run handlers of pins and scheduled functions, which never interrupt each other."""
    platform.requests.serving = True
    try:
        platform.run_handlers()
        run_scheduled()
    except PyError:
        platform.requests.serving = False
        raise
    platform.requests.serving = False


def call_handler(called: Value, argument: Value) -> None:
    """Call one of those; an error in it is reported, and the program goes on."""
    try:
        operations.call1(called, argument)
    except PyError as error:
        if exception.is_kind(error.value, exception.KEYBOARD_INTERRUPT):
            raise
        if LARGE:
            report(error.value)
        else:
            traceback.print_exception(error.value)


def report(error: Value) -> None:
    """Print what a handler raised as far as memory goes; its lack here is not the program's."""
    try:
        traceback.print_exception(error)
    except PyError as problem:
        if not exception.is_kind(problem.value, exception.MEMORY_ERROR):
            raise


def read_byte() -> int:
    """Wait for the next byte from the console, -1 at the end of the input."""
    while not platform.console.ready():
        platform.console.wait()
        serve_requests()
    return platform.console.read()


console.serve = serve_requests
