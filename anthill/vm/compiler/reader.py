"""Where source text comes from, byte by byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import Object

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str

END_OF_SOURCE = -1


class Reader(Object):
    """A stream of source bytes, UTF-8."""

    def read(self) -> int:
        """The next byte, or END_OF_SOURCE, again and again."""
        return END_OF_SOURCE


class MemoryReader(Reader):
    """Source text that is in memory."""

    source: Str
    position: int = 0

    def read(self) -> int:
        at = self.position
        if at == len(self.source.data):
            return END_OF_SOURCE
        self.position = at + 1
        return int(self.source.data[at])
