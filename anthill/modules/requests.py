"""Serving the requests of interrupts from code that waits: pauses and reads of the console."""

from __future__ import annotations

from anthill.modules import platform
from anthill.typed import NULL
from anthill.vm import errors
from anthill.vm.interpreter import console
from anthill.vm.interpreter.state import vm
from anthill.vm.objects import exception


def serve_requests() -> None:
    """Run the handlers that are due; raises KeyboardInterrupt if one is asked for."""
    if vm.pending and platform.serve():
        raise errors.error(exception.KEYBOARD_INTERRUPT, NULL)


def read_byte() -> int:
    """Wait for the next byte from the console, -1 at the end of the input."""
    while not platform.console.ready():
        platform.console.wait()
        serve_requests()
    return platform.console.read()


console.serve = serve_requests
