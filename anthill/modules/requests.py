"""Serving the requests of interrupts from code that waits: pauses and reads of the console."""

from __future__ import annotations

from collections.abc import Callable

from anthill.modules import platform
from anthill.typed import NULL
from anthill.vm import errors
from anthill.vm.interpreter import console, finalisers
from anthill.vm.interpreter.state import vm
from anthill.vm.objects import exception


def nothing_scheduled() -> None:
    """What runs scheduled functions in an image without `micropython`."""


run_scheduled: Callable[[], None] = nothing_scheduled
"""Calls the functions that wait for a safe point; set by the module that keeps them."""


def serve_requests() -> None:
    """Run what is due; raises KeyboardInterrupt if one is asked for."""
    if vm.pending:
        interrupted = platform.serve()
        finalisers.run()
        run_scheduled()
        if interrupted:
            raise errors.error(exception.KEYBOARD_INTERRUPT, NULL)


def read_byte() -> int:
    """Wait for the next byte from the console, -1 at the end of the input."""
    while not platform.console.ready():
        platform.console.wait()
        serve_requests()
    return platform.console.read()


console.serve = serve_requests
