"""The entry of the compiler."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.runtime.stack import make_headroom
from anthill.vm.compiler import expressions, scopes, statements
from anthill.vm.compiler.bytecode import Op
from anthill.vm.compiler.emit import MODULE, NO_ATTEMPTS, NO_DRAFT, NO_NAMES, new_draft, out
from anthill.vm.compiler.reader import Reader
from anthill.vm.compiler.tokens import Token, tokens
from anthill.vm.depth import clear_unused
from anthill.vm.objects import list as list_object
from anthill.vm.objects.code import Code
from anthill.vm.objects.str import EMPTY_STR, Str, name

EXEC = 0
"""A module."""
SINGLE = 1
"""One statement typed at the prompt: results are shown, nothing behind it is read."""
EVAL = 2
"""An expression, whose value is returned."""


def compile_source(reader: Reader, mode: int, file: Str) -> Code:
    """The code for a source. Raises SyntaxError, and what the reader raises."""
    clear_unused()
    out.draft = NO_DRAFT
    out.nesting = 0
    out.attempts_end = 0
    out.fused = False
    out.hiding = False
    out.literal = EMPTY_STR
    out.interactive = mode == SINGLE
    out.promised = list_object.new_list(0)
    tokens.open(reader, file, mode == SINGLE)
    try:
        code = module(mode)
    except PyError:
        forget()
        raise
    forget()
    return code


def forget() -> None:
    """Hold on to nothing."""
    out.draft = NO_DRAFT
    out.promised = NO_NAMES
    out.attempts = NO_ATTEMPTS
    out.literal = EMPTY_STR
    tokens.close()


def module(mode: int) -> Code:
    """Compile the whole source."""
    out.draft = new_draft(name("<module>"), MODULE, 1)
    out.line = 1
    tokens.advance()
    if mode == EVAL:
        register = out.to_register(expressions.expression_list())
        while tokens.kind == Token.NEWLINE:
            tokens.advance()
        if tokens.kind != Token.END:
            tokens.invalid()
        out.emit(Op.RETURN, register, 0)
    else:
        if mode == EXEC:
            statements.statements_until(Token.END)
        elif tokens.kind != Token.END:
            statements.statement()
        out.emit(Op.RETURN_NONE, 0, 0)
    make_headroom()
    return scopes.finish()
