"""Cells: variables that closures share.

While the frame that owns the variable is active its cell is open: the variable lives in a register
and the cell says which. Closing moves the value into the cell. The open cells form a list from
`vm.open_cells`, ordered by falling position.
"""

from __future__ import annotations

from anthill.typed import NULL, Value
from anthill.vm.objects.object import Obj

CLOSED = -1
"""`Cell.position` of a closed cell."""
FIRST_RESTING = -2
"""`Cell.position` of register 0 of a generator that rests, in `value`; less for higher ones."""


class Cell(Obj):
    """A captured variable."""

    position: int = CLOSED
    """Index of the register from the low end of the frame stack, CLOSED, or FIRST_RESTING less the
    register."""
    value: Value = NULL
    """The value of a closed cell; NULL while the variable is unbound."""
    following: Cell | None = None
    """The next open cell, of a lower register."""


from anthill.vm.objects.type import builtin_type  # noqa: E402

CELL_TYPE = builtin_type("cell", Cell)
