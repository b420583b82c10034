"""A console for tests: plays keys, keeps what is shown, and knows how a terminal would look."""

from __future__ import annotations

import re

from anthill.modules import platform
from anthill.typed import Ptr, u8


class Terminal(platform.Console):
    """Gives `keys` to whoever reads; `shown` is every byte that was written."""

    def __init__(self, keys: bytes) -> None:
        self.keys = bytearray(keys)
        self.shown = bytearray()

    def write(self, data: Ptr[u8], count: int) -> None:
        text = bytes(data[index] for index in range(count))
        self.shown += text.replace(b"\n", b"\r\n")

    def write_raw(self, data: Ptr[u8], count: int) -> None:
        self.shown += bytes(data[index] for index in range(count))

    def ready(self) -> bool:
        return True

    def read(self) -> int:
        return self.keys.pop(0) if self.keys else -1

    def screen(self) -> list[str]:
        """The lines as a terminal shows them."""
        lines, column = [""], 0
        for part in re.findall(r"\x1b\[K|[\s\S]", self.shown.decode()):
            if part == "\x1b[K":
                lines[-1] = lines[-1][:column]
            elif part == "\n":
                lines.append("")
            elif part == "\r":
                column = 0
            elif part == "\b":
                column -= 1
            elif part != "\a":
                lines[-1] = lines[-1][:column] + part + lines[-1][column + 1 :]
                column += 1
        return lines
