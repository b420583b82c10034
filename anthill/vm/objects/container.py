"""The bases of containers, with a repr that may meet itself, and of iterators.

The containers whose repr is being written form a chain from `printing.innermost`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Header, Object, Static, Value, u16
from anthill.vm.depth import check_depth
from anthill.vm.features import SHORT
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer

if TYPE_CHECKING:
    Title = Any
    TitleField = Any
else:
    Title = u16 if SHORT else "Str"
    TitleField = Header[u16] if SHORT else "Str"


class Printed(Object):
    """A container whose repr is being written, inside that of `outer`."""

    container: Obj
    outer: Printed | None


class Printing(Static):
    """The repr being written."""

    innermost: Printed | None = None


printing = Printing()


class Container(Obj):
    """An object whose repr shows other objects."""

    def write_contents(self, out: Writer) -> None:
        """Write `repr(self)`."""

    def write_again(self, out: Writer) -> None:
        """Write what stands for this object inside itself, such as `[...]`."""

    def write_repr(self, out: Writer) -> None:
        check_depth()
        outer = printing.innermost
        entry = outer
        while entry is not None:
            if entry.container is self:
                self.write_again(out)
                return
            entry = entry.outer
        printing.innermost = Printed(self, outer)
        try:
            self.write_contents(out)
        except PyError:
            printing.innermost = outer
            raise
        printing.innermost = outer


class Space(Container):
    """Where attributes may be: a dict, or what stands for one in flash."""

    def find_name(self, name: Str) -> Value:
        """The value of an interned string, NULL if it is missing."""
        return NULL


class Titled(Obj):
    """What knows the name under which a built-in type or module has it."""

    title: TitleField
    """A Str, or what tells its place."""


class Iterator(Obj):
    """Base of the built-in iterators."""

    def iterate(self) -> Value:
        return self
