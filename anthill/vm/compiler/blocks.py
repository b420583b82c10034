"""Blocks: loops, exception handlers and finally clauses around the current place.

`return`, `break` and `continue` go outward through them. A finally clause stands in the code only
once: who passes through leaves a reason in its register, and behind it goes on from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.vm.compiler import scopes
from anthill.vm.compiler.bytecode import Op
from anthill.vm.compiler.emit import KIND, LOCAL, NO_REGISTER, Block, Draft, local, operand_x, out
from anthill.vm.compiler.tokens import tokens
from anthill.vm.features import GROUPS
from anthill.vm.messages import uncommon

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str

# Kinds of blocks.
LOOP = 0
HANDLER = 1
"""The body of an except or finally clause: leaving it restores what was being handled."""
STAR = 3
"""The body of an `except*` clause, which nothing may leave."""
FINALLY = 2
"""What a finally clause or the end of a `with` protects."""

# Reasons for which a finally clause runs.
REASON_END = 0
REASON_RETURN = 1
REASON_BREAK = 2
REASON_CONTINUE = 3

BLOCK_REGISTERS = 3
"""Of HANDLER and FINALLY: the exception or reason; what was handled before; a value that is being
returned, or an exception raised by the handler itself."""


def enter(kind: int, register: int, word: Str | None) -> Block:
    """Begin a block."""
    draft = out.draft
    block = Block(draft.block, kind, register, word)
    block.start = out.position()
    draft.block = block
    return block


def end(block: Block) -> None:
    """End the innermost block."""
    out.draft.block = block.outer


def hold_registers(count: int) -> int:
    """Take registers for a block; they are given back with `drop_registers`."""
    register = out.push(count)
    out.draft.floor = out.draft.top
    return register


def drop_registers(register: int) -> None:
    """Give back the registers from this one on."""
    out.draft.top = register
    out.draft.floor = register


def has_loop(draft: Draft) -> bool:
    """Whether the current place is inside a loop."""
    block = draft.block
    while block is not None:
        if block.kind == LOOP:
            return True
        block = block.outer
    return False


def leave_handler(block: Block) -> None:
    """Emit the end of a HANDLER block."""
    out.emit1(Op.END_HANDLER, block.register)
    unbind(block)


def begin_handler(start: int, end: int, register: int) -> None:
    """Handle here what the code from `start` to `end` raises."""
    out.handler(start, end, out.position(), register)
    out.emit1(Op.BEGIN_HANDLER, register)


def end_handler(first: int, register: int) -> None:
    """Let an exception inside the handler that began at `first` end it and go on its way."""
    last = out.position()
    out.handler(first, last, last, register + 2)
    out.emit1(Op.END_HANDLER, register)
    out.emit1(Op.RERAISE, register + 2)


def unbind(block: Block) -> None:
    """Emit the end of the variable of `except ... as`."""
    word = block.name
    if word is None:
        return
    target = scopes.binding(word)
    if target & KIND == LOCAL:
        out.emit1(Op.LOAD_NULL, operand_x(target))
        return
    register = out.push(1)
    out.emit1(Op.LOAD_NONE, register)
    out.free(register)
    scopes.assign(target, local(register))
    scopes.delete(target)


def leave(reason: int, value: int) -> None:
    """Emit what leaves the blocks for a reason; `value` is the register of what is returned, or
    NO_REGISTER for None."""
    block = out.draft.block
    while block is not None:
        if block.kind == HANDLER:
            leave_handler(block)
        elif GROUPS and block.kind == STAR:
            tokens.fail(
                uncommon("'break', 'continue' and 'return' cannot appear in an except* block")
            )
        elif block.kind == FINALLY:
            if reason == REASON_RETURN:
                if value == NO_REGISTER:
                    out.emit1(Op.LOAD_NONE, block.register + 2)
                else:
                    out.emit(Op.MOVE, block.register + 2, value)
            leave_through(block, reason)
            return
        elif reason == REASON_BREAK:
            block.exits = out.join(block.exits, out.jump(Op.JUMP, 0, 0))
            return
        elif reason == REASON_CONTINUE:
            out.loop(block.start)
            return
        block = block.outer
    if value == NO_REGISTER:
        out.emit1(Op.RETURN_NONE, 0)
    else:
        out.emit1(Op.RETURN, value)


def leave_through(block: Block, reason: int) -> None:
    """Emit the way into the finally clause of a block."""
    out.load_int(block.register, reason)
    block.exits = out.join(block.exits, out.jump(Op.JUMP, 0, 0))
    block.reasons |= 1 << reason


def go_on(block: Block) -> None:
    """Behind a finally clause: emit what each reason goes on with."""
    for reason in range(REASON_RETURN, REASON_CONTINUE + 1):
        if block.reasons >> reason & 1:
            skip = out.jump(Op.JUMP_UNLESS_REASON, block.register, reason)
            leave(reason, block.register + 2)
            out.land(skip)
