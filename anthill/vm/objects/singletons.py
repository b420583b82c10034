"""None, NotImplemented and Ellipsis: one constant object each, compared by identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.writer import Writer


class NoneObject(Obj):
    """The type of None."""

    def write_repr(self, out: Writer) -> None:
        out.write_text(str_object.name("None"))

    def truth(self) -> bool:
        return False


class NotImplementedObject(Obj):
    """The type of NotImplemented."""

    def write_repr(self, out: Writer) -> None:
        out.write_text(str_object.name("NotImplemented"))


class EllipsisObject(Obj):
    """The type of `...`."""

    def write_repr(self, out: Writer) -> None:
        out.write_text(str_object.name("Ellipsis"))


NONE: NoneObject = NoneObject()
NOT_IMPLEMENTED = NotImplementedObject()
ELLIPSIS = EllipsisObject()

# Modules of an import cycle: only functions use their names.
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

NONE_TYPE = builtin_type("NoneType", NoneObject)
NOT_IMPLEMENTED_TYPE = builtin_type("NotImplementedType", NotImplementedObject)
ELLIPSIS_TYPE = builtin_type("ellipsis", EllipsisObject)
