"""`anthill repl` on an emulated board: the terminal here, its serial line there."""

from __future__ import annotations

import os
import sys
import termios
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager

from anthill.cli.serial_link import SerialLink

LEAVE = 0x1D
"""Ctrl-], as in telnet and miniterm."""


@contextmanager
def raw_terminal() -> Iterator[None]:
    """Every key goes through at once and unchanged; as before afterwards. Nothing on a pipe."""
    if not sys.stdin.isatty():
        yield
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    tty.setraw(descriptor)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def connect(link: SerialLink) -> None:
    """Joins the terminal and the line until Ctrl-] or the end of the input."""
    done = threading.Event()
    listener = threading.Thread(target=_listen, args=(link, done), daemon=True)
    listener.start()
    with raw_terminal():
        while data := os.read(sys.stdin.fileno(), 256):
            if LEAVE in data:
                break
            link.write(data)
    done.wait(0.0 if sys.stdin.isatty() else 0.5)
    done.set()
    listener.join()


def _listen(link: SerialLink, done: threading.Event) -> None:
    while not done.is_set():
        data = link.read(0.05)
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
