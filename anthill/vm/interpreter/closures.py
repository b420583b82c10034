"""Captured variables: reading and writing cells, and closing them when their frame goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.heap import stack
from anthill.typed import NULL, Ptr, Value, as_a, inline
from anthill.vm.compiler.bytecode import CAPTURE_SIZE
from anthill.vm.interpreter import frames
from anthill.vm.interpreter.state import vm
from anthill.vm.objects import cell as cell_object
from anthill.vm.objects import function as function_object
from anthill.vm.objects import generator

if TYPE_CHECKING:
    from anthill.vm.objects.cell import Cell
    from anthill.vm.objects.code import Code
    from anthill.vm.objects.function import Function
    from anthill.vm.objects.generator import Generator


@inline
def cell_at(regs: Ptr[Value], index: int) -> Cell:
    """A cell of the closure of the function that runs in a frame."""
    return frames.function_of(regs).cells[index]


@inline
def get(cell: Cell) -> Value:
    """The variable's value, NULL while it is unbound."""
    return stack.low[cell.position] if cell.position >= 0 else resting(cell)


def resting(cell: Cell) -> Value:
    """The value of a variable that is not on the frame stack."""
    if cell.position == cell_object.CLOSED:
        return cell.value
    return as_a(generator.Generator, cell.value).registers[
        cell_object.FIRST_RESTING - cell.position
    ]


def put(cell: Cell, value: Value) -> None:
    """Set the variable, or unbind it with NULL."""
    position = cell.position
    if position >= 0:
        stack.low[position] = value
    elif position == cell_object.CLOSED:
        cell.value = value
    else:
        resting = as_a(generator.Generator, cell.value)
        resting.registers[cell_object.FIRST_RESTING - position] = value


def open_cell(register: Ptr[Value]) -> Cell:
    """The open cell of a register, made if there is none."""
    position = register - stack.low
    before: Cell | None = None
    entry = vm.open_cells
    while entry is not None and entry.position > position:
        before = entry
        entry = entry.following
    if entry is not None and entry.position == position:
        return entry
    made = cell_object.Cell(position, NULL, entry)
    if before is None:
        vm.open_cells = made
    else:
        before.following = made
    return made


def close(start: Ptr[Value]) -> None:
    """Close the cells of a register and of all above it."""
    position = start - stack.low
    while True:
        entry = vm.open_cells
        if entry is None or entry.position < position:
            return
        entry.value = stack.low[entry.position]
        entry.position = cell_object.CLOSED
        vm.open_cells = entry.following
        entry.following = None


def suspend(regs: Ptr[Value], owner: Generator) -> Cell | None:
    """Take the open cells of the topmost frame off the list: a generator comes to rest."""
    base = regs - stack.low
    first = vm.open_cells
    last: Cell | None = None
    entry = first
    while entry is not None and entry.position >= base:
        entry.position = cell_object.FIRST_RESTING - (entry.position - base)
        entry.value = owner
        last = entry
        entry = entry.following
    if last is None:
        return None
    vm.open_cells = entry
    last.following = None
    return first


def reopen(cells: Cell, regs: Ptr[Value]) -> None:
    """The inverse of `suspend`, in the generator's next frame."""
    base = regs - stack.low
    entry = cells
    while True:
        entry.position = base + (cell_object.FIRST_RESTING - entry.position)
        entry.value = NULL
        following = entry.following
        if following is None:
            break
        entry = following
    entry.following = vm.open_cells
    vm.open_cells = cells


def make_function(code: Code, regs: Ptr[Value]) -> Function:
    """A function of this code that sees the variables of a frame."""
    count = int(code.captures)
    made = function_object.new_function(code, frames.function_of(regs).globals, count)
    at = code.captures_start()
    for index in range(count):
        number = int(code.code[at + 1])
        made.cells[index] = open_cell(regs + number) if code.code[at] else cell_at(regs, number)
        at += CAPTURE_SIZE
    return made
