"""The interpreter's registers: what outlives a C frame of the loop.

`regs` is R[0] of the running frame; below it lie the link words (see `frames`). `pc` is the
instruction that is being executed whenever anything may raise or allocate. It points into a Code;
the collector does not move what a pointer in a static variable, or in a C frame, leads to. Frames
that wait keep their place as an offset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.heap import stack
from anthill.typed import NULL, Ptr, Static, Value, Volatile, bytes_of, u8, u16

if TYPE_CHECKING:
    from anthill.vm.objects.cell import Cell
    from anthill.vm.objects.dict import Dict


class Interpreter(Static):
    """The state of the interpreter."""

    regs: Ptr[Value]
    pc: Ptr[u8]
    pending: Volatile[bool] = False
    """Something waits for a safe point: set by interrupts, looked at by LOOP and calls."""
    handled: Value = NULL
    """The exception whose handler is running, or NULL."""
    open_cells: Cell | None = None
    """Cells of variables that live in registers, highest first."""
    raising_again: bool = False
    """The exception now raised has this line of its frame in the traceback already."""
    returned: Value = NULL
    """The result of the generator that came to its end last."""
    async_finaliser: Value = NULL
    """What is called with an asynchronous generator that died before its end, or NULL."""
    depth: u16 = 0
    """Loops that run inside each other on the C stack."""
    modules: Dict | None = None
    """`sys.modules` of what was imported from files, and `__main__`."""

    def __init__(self) -> None:
        self.regs = stack.low
        self.pc = bytes_of(b"")


vm = Interpreter()
