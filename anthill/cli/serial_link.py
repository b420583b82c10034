"""A board's prompt as seen from the host: the raw REPL protocol over a serial line.

Any pyserial address will do: a device, a pty, `socket://127.0.0.1:PORT`. The link is in step when
it is at the raw prompt; every method that leaves it elsewhere says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import serial

BAUD_RATE = 115200
CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E = (bytes([n]) for n in range(1, 6))
RAW_BANNER = b"raw REPL; CTRL-B to exit\r\n>"
SOFT_REBOOT = b"soft reboot\r\n"
CHUNK = 64
"""Bytes sent at once where there is no flow control: they fit into a board's receive buffer."""
GRACE = 10.0
"""Seconds that a board may take to answer a request that runs no program."""

Echo = Callable[[bytes], None]


class SerialLink:
    """An open line to a board."""

    def __init__(self, address: str) -> None:
        """Open the line; OSError (serial.SerialException) if that fails."""
        self._port = serial.serial_for_url(address, baudrate=BAUD_RATE, timeout=0)
        self._received = bytearray()

    def close(self) -> None:
        """Close the line."""
        self._port.close()

    def write(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._port.write(data)

    def read(self, timeout: float) -> bytes:
        """What has arrived; waits up to `timeout` seconds for the first byte."""
        if not self._received:
            self._fill(timeout)
        data = bytes(self._received)
        self._received.clear()
        return data

    def _fill(self, timeout: float) -> None:
        self._port.timeout = timeout
        self._received += self._port.read(1)
        self._port.timeout = 0
        self._received += self._port.read(65536)

    def read_until(self, end: bytes, timeout: float, echo: Echo | None = None) -> bytes:
        """Everything up to and including `end`; TimeoutError if it does not come in time.

        `echo` gets the bytes before `end` as they arrive."""
        deadline = time.monotonic() + timeout
        shown = 0
        while (found := self._received.find(end)) < 0:
            if echo and shown < (safe := len(self._received) - len(end) + 1):
                echo(bytes(self._received[shown:safe]))
                shown = safe
            if (left := deadline - time.monotonic()) <= 0:
                raise TimeoutError(f"no {end!r} from the board, but {bytes(self._received)!r}")
            self._fill(min(left, 0.5))
        if echo and shown < found:
            echo(bytes(self._received[shown:found]))
        data = bytes(self._received[: found + len(end)])
        del self._received[: found + len(end)]
        return data

    def enter_raw(self) -> None:
        """Stop what runs and go to the raw prompt."""
        self.write(b"\r" + CTRL_C + CTRL_C)
        while self.read(0.1):
            pass
        self.write(b"\r" + CTRL_A)
        self.read_until(RAW_BANNER, GRACE)

    def leave_raw(self) -> None:
        """From the raw prompt to the friendly one."""
        self.write(CTRL_B)
        self.read_until(b">>> ", GRACE)

    def soft_reset(self) -> None:
        """Restart the interpreter, from raw prompt to raw prompt."""
        self.write(CTRL_D)
        self.read_until(SOFT_REBOOT, GRACE)
        self.read_until(RAW_BANNER, GRACE)

    def execute(
        self, source: str, timeout: float = 10.0, echo: Echo | None = None
    ) -> tuple[bytes, bytes]:
        """Run source from the raw prompt: what it printed, and its traceback, empty if none.

        `timeout` in seconds is for the whole run; TimeoutError leaves the link out of step."""
        deadline = time.monotonic() + timeout
        self._send_source(source.encode(), deadline)
        output = self.read_until(CTRL_D, deadline - time.monotonic(), echo)[:-1]
        error = self.read_until(CTRL_D, GRACE)[:-1]
        self.read_until(b">", GRACE)
        return output, error

    def _send_source(self, source: bytes, deadline: float) -> None:
        self.write(CTRL_E + b"A" + CTRL_A)
        answer = self._take(2, GRACE)
        if answer == b"R\x01":
            self._send_by_windows(source, deadline)
            return
        if answer != b"R\x00":
            self.read_until(RAW_BANNER, GRACE)
        for start in range(0, len(source), CHUNK):
            self.write(source[start : start + CHUNK])
            time.sleep(0.01)
        self.write(CTRL_D)
        self.read_until(b"OK", GRACE)

    def _take(self, count: int, timeout: float) -> bytes:
        deadline = time.monotonic() + timeout
        while len(self._received) < count:
            if (left := deadline - time.monotonic()) <= 0:
                raise TimeoutError(f"the board sent {bytes(self._received)!r} and no more")
            self._fill(left)
        data = bytes(self._received[:count])
        del self._received[:count]
        return data

    def _send_by_windows(self, source: bytes, deadline: float) -> None:
        """Raw paste: never more bytes on the way than the board has granted."""
        window = int.from_bytes(self._take(2, GRACE), "little")
        credit, sent = window, 0
        while sent < len(source):
            while credit == 0 or self._received:
                signal = self._take(1, deadline - time.monotonic())
                if signal == CTRL_D:
                    self.write(CTRL_D)
                    return
                if signal != CTRL_A:
                    raise TimeoutError(f"{signal!r} from the board in a raw paste")
                credit += window
            part = source[sent : sent + credit]
            self.write(part)
            credit -= len(part)
            sent += len(part)
            self._fill(0)
        self.write(CTRL_D)
        self.read_until(CTRL_D, deadline - time.monotonic())
