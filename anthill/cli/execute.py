"""Runs scripts and expressions on a board: the host's binary, or the emulated chip.

An emulated board is driven through its serial line by the raw prompt, as a real one would be.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from anthill import boards
from anthill.cli import project
from anthill.cli.emulator import Emulator, qemu_path
from anthill.cli.problem import Problem
from anthill.cli.serial_link import CTRL_C, SerialLink

SCRIPT_TIMEOUT = 3600.0
"""Seconds after which a script on an emulated board is given up."""


KILLED = 128
"""A program that a signal ended has this and the signal's number as its status, as in shells."""


@dataclass(frozen=True)
class Result:
    """What a run printed, and the status it would end with as a program."""

    output: bytes
    error: bytes
    status: int


@contextmanager
def emulated(built: project.Built, *, count_instructions: bool = False) -> Iterator[SerialLink]:
    """The serial line of a freshly started emulated board, at its raw prompt."""
    board = boards.find(built.board)
    if board.emulator is None:
        raise Problem(f"{built.board} is not an emulated board")
    if qemu_path() is None:
        raise Problem("QEMU is not installed: apt install qemu-system-arm")
    with Emulator(built.image, count_instructions, board) as machine:
        machine.link.enter_raw()
        yield machine.link


def run_file(built: project.Built, path: Path, arguments: tuple[str, ...] = ()) -> int:
    """Runs a script with its output shown as it comes; returns the exit status."""
    if project.runs_here(built.board):
        return _run_here([str(built.image), str(path), *arguments])
    if arguments:
        raise Problem(f"a script on {built.board} takes no arguments")
    try:
        source = path.read_text("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Problem(f"{str(path)!r} is not UTF-8: {problem}") from None
    with emulated(built) as link:
        shown = Lines(sys.stdout.buffer)
        with interrupts_sent_to(link):
            _, error = link.execute(source, timeout=SCRIPT_TIMEOUT, echo=shown.write)
        shown.close()
    sys.stderr.buffer.write(error.replace(b"\r\n", b"\n"))
    interrupted = error.splitlines()[-1:] == [b"KeyboardInterrupt"]
    return KILLED + signal.SIGINT if interrupted else int(bool(error))


@contextmanager
def interrupts_sent_to(link: SerialLink) -> Iterator[None]:
    """Ctrl-C is the script's own business; pressed for the third time, the tool's."""
    times = 0

    def send(number: int, frame: object) -> None:
        nonlocal times
        times += 1
        if times > 2:
            raise KeyboardInterrupt
        link.write(CTRL_C)

    before = signal.signal(signal.SIGINT, send)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _run_here(command: list[str]) -> int:
    """Runs a program of this machine; its exit status. Ctrl-C is the program's own business."""
    with subprocess.Popen(command) as program:
        while True:
            try:
                status = program.wait()
            except KeyboardInterrupt:
                continue
            return status if status >= 0 else KILLED - status


class Lines:
    """Shows what comes from a board, whose lines end in `\\r\\n`, as it comes."""

    def __init__(self, output: BinaryIO) -> None:
        self.output = output
        self.held = b""
        """A `\\r` that may be the first half of a line's end."""

    def write(self, data: bytes) -> None:
        """Show a piece, which may end anywhere."""
        data = self.held + data
        self.held = b"\r" if data.endswith(b"\r") else b""
        self.output.write(data.removesuffix(self.held).replace(b"\r\n", b"\n"))
        self.output.flush()

    def close(self) -> None:
        """Show what was held back."""
        self.output.write(self.held)
        self.output.flush()


def run_text(built: project.Built, source: str) -> Result:
    """Runs a piece of source and returns what it printed."""
    if project.runs_here(built.board):
        done = subprocess.run([built.image, "-c", source], capture_output=True)
        return Result(done.stdout, done.stderr, done.returncode)
    with emulated(built) as link:
        output, error = link.execute(source)
        error = error.replace(b"\r\n", b"\n")
        return Result(output.replace(b"\r\n", b"\n"), error, int(bool(error)))


def free_heap(built: project.Built) -> int:
    """Bytes of heap that are free at the prompt."""
    result = run_text(built, "import gc; gc.collect(); print(gc.mem_free())")
    if result.status:
        raise Problem(result.error.decode("utf-8", "replace"))
    return int(result.output)


def can_run(board: str) -> bool:
    """Whether the board's programs run on this machine, directly or emulated."""
    return project.runs_here(board) or (
        boards.find(board).emulator is not None and qemu_path() is not None
    )
