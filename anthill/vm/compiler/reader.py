"""Where source text comes from, byte by byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import Object, Ptr, items_of, u8

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str

END_OF_SOURCE = -1


class Reader(Object):
    """A stream of source bytes, UTF-8."""

    def read(self) -> int:
        """The next byte, or END_OF_SOURCE, again and again."""
        return END_OF_SOURCE

    def line(self, number: int) -> Str | None:
        """A line of the source with its newline, for messages; None where it is not at hand."""
        return None


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

    def line(self, number: int) -> Str | None:
        source = self.source
        return line_of(items_of(source.data), len(source.data), number)


def line_of(start: Ptr[u8], size: int, number: int) -> Str:
    """A line of text in memory, with a newline."""
    at = 0
    while number > 1 and at < size:
        number -= int(start[at] == ord("\n"))
        at += 1
    end = at
    while end < size and start[end] != ord("\n"):
        end += 1
    return str_object.join2(str_object.new_str(start + at, end - at), str_object.text("\n"))


# A module of an import cycle: only functions use its names.
from anthill.vm.objects import str as str_object  # noqa: E402
