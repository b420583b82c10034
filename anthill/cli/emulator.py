"""QEMU as a board: started with its processor halted, connected, then let go, so nothing is lost.

The serial line is a TCP socket of this machine; a second one carries QMP, the emulator's control.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from anthill.boards.microbit import Microbit
from anthill.boards.resources import Board
from anthill.cli.serial_link import SerialLink

START_SECONDS = 20.0
STOP_SECONDS = 5.0
POLL_SECONDS = 0.02


def qemu_path() -> str | None:
    """Where the emulator is installed, if it is."""
    return shutil.which("qemu-system-arm")


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [entry.getsockname()[1] for entry in sockets]
    for entry in sockets:
        entry.close()
    return ports


class Emulator:
    """One emulated board, running as long as the `with` block; `link` is its serial line."""

    link: SerialLink

    def __init__(self, image: Path, icount: bool = False, board: type[Board] = Microbit) -> None:
        """`icount`: guest time counts instructions, so that it is the same on every run."""
        if board.emulator is None:
            raise ValueError(f"{board.name} is not emulated")
        self._image, self._icount, self._board = image, icount, board.emulator
        self._process: subprocess.Popen[bytes] | None = None
        self._control: _Control | None = None
        self._log = tempfile.TemporaryFile()  # noqa: SIM115

    def __enter__(self) -> Emulator:
        serial_port, control_port = _free_ports(2)
        command = [
            self._board.command, "-M", self._board.machine, "-nographic", "-monitor", "none", "-S",
            "-serial", f"tcp:127.0.0.1:{serial_port},server=on,wait=off,nodelay=on",
            "-qmp", f"tcp:127.0.0.1:{control_port},server=on,wait=off",
            "-kernel", str(self._image),
        ]  # fmt: skip
        if self._icount:
            command += ["-icount", "shift=4,sleep=off"]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,  # Ctrl-C at the terminal is for the script, not for QEMU
        )
        try:
            self._control = _Control(self._connect(control_port))
            self.link = SerialLink(f"socket://127.0.0.1:{serial_port}")
            self._control.command("cont")
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the emulator."""
        if hasattr(self, "link"):
            self.link.close()
        if self._control:
            self._control.close()
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._log.close()

    def _connect(self, port: int) -> socket.socket:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), START_SECONDS)
            except ConnectionRefusedError:
                self._check()
                if time.monotonic() > deadline:
                    raise
                time.sleep(POLL_SECONDS)

    def _check(self) -> None:
        assert self._process
        if self._process.poll() is not None:
            self._log.seek(0)
            raise OSError(f"QEMU ended: {self._log.read().decode(errors='replace').strip()}")

    def output_pins(self) -> int:
        """The levels that the board's pins drive, by bit."""
        return self.word(self._board.output_register)

    def word(self, address: int) -> int:
        """A word of the guest's memory."""
        return int(self._monitor(f"xp /1xw {address:#x}").split(":")[1], 16)

    def program_counter(self) -> int:
        """Where the guest is."""
        return int(self._monitor("info registers").split("R15=")[1].split()[0], 16)

    def _monitor(self, line: str) -> str:
        assert self._control
        return str(self._control.command("human-monitor-command", {"command-line": line}))


class _Control:
    """A QMP connection (QEMU's docs/interop/qmp-spec): one JSON object per line."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._stream = connection.makefile("rw", encoding="utf-8")
        self._answer()
        self.command("qmp_capabilities")

    def command(self, name: str, arguments: dict[str, Any] | None = None) -> Any:
        """Execute a command; OSError if QEMU refuses it."""
        self._stream.write(json.dumps({"execute": name, "arguments": arguments or {}}) + "\n")
        self._stream.flush()
        while True:
            answer = self._answer()
            if "error" in answer:
                raise OSError(f"QEMU: {answer['error']['desc']}")
            if "return" in answer:
                return answer["return"]

    def _answer(self) -> dict[str, Any]:
        line = self._stream.readline()
        if not line:
            raise OSError("QEMU has ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()
        self._socket.close()
