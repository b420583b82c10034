"""Tracebacks as objects: views of the list of places that an exception keeps.

The list has (code, line) pairs, the innermost first; a Traceback is its part up to one of them.
Frames are gone when a program looks at a traceback, so its frames know their code and line only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value, items_of
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.list import List


class Traceback(Obj):
    """A traceback; `at` is the place in the list of its outermost entry."""

    entries: List
    at: int

    if LARGE:

        def hash_code(self) -> int:
            return operations.hash_code(self.entries.items[self.at])

        def compare(self, op: int, other: Value) -> Value:
            if not isinstance(other, Traceback) or not (op == Op.EQ or op == Op.NE):
                return singletons.NOT_IMPLEMENTED
            equal = self.entries is other.entries and self.at == other.at
            return bool_object.to_bool(equal == (op == Op.EQ))


def traceback_of(kept: Value) -> Value:
    """The Traceback of what an exception keeps: nothing, its list, or a Traceback that a program
    has seen. NULL if it has none."""
    if isinstance(kept, list_object.List) and kept.count >= 2:
        return Traceback(kept, kept.count - 2)
    return kept if isinstance(kept, Traceback) else NULL


def list_of(kept: Value) -> List:
    """The list to which an exception appends, by what it keeps. It is nobody else's."""
    if isinstance(kept, list_object.List):
        return kept
    if not isinstance(kept, Traceback):
        return list_object.new_list(2)
    entries = kept.entries
    if kept.at == entries.count - 2:
        return entries
    return list_object.list_from(items_of(entries.items), kept.at + 2)


def checked(value: Value) -> Value:
    """What `__traceback__` is set to, NULL for None."""
    if value is singletons.NONE or value is NULL:
        return NULL
    if not isinstance(value, Traceback):
        raise errors.type_error(message("__traceback__ must be a traceback or None"))
    return value


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.messages import message  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import frame, singletons  # noqa: E402
from anthill.vm.objects import list as list_object  # noqa: E402
from anthill.vm.objects.builtin import getter  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

TRACEBACK_TYPE = builtin_type("traceback", Traceback)


@getter(TRACEBACK_TYPE, "tb_lineno")
def traceback_line(self: Traceback) -> Value:
    """`traceback.tb_lineno`."""
    return self.entries.items[self.at + 1]


@getter(TRACEBACK_TYPE, "tb_next")
def traceback_next(self: Traceback) -> Value:
    """`traceback.tb_next`."""
    return Traceback(self.entries, self.at - 2) if self.at >= 2 else singletons.NONE


@getter(TRACEBACK_TYPE, "tb_frame")
def traceback_frame(self: Traceback) -> Value:
    """`traceback.tb_frame`."""
    return frame.Frame(self.entries.items[self.at], self.entries.items[self.at + 1])
