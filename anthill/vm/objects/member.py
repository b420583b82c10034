"""Members: the descriptors that `__slots__` leaves in a class.

The attributes themselves are where all attributes of an instance are; a Member says that this one
may be there although the class takes no others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.type import Type
    from anthill.vm.writer import Writer


class Member(Obj):
    """An attribute that `__slots__` names."""

    name: Str
    owner: Type

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<member '"))
        out.write_text(self.name)
        out.write_message(message("' of '"))
        write_name(self.owner, out)
        out.write_message(message("' objects>"))


from anthill.vm.objects.type import builtin_type, write_name  # noqa: E402

MEMBER_TYPE = builtin_type("member_descriptor", Member)
