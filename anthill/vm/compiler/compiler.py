"""The entry of the compiler."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.runtime.stack import make_headroom
from anthill.vm.compiler import expressions, scopes, statements
from anthill.vm.compiler.bytecode import CODE_BY_NAME, Op
from anthill.vm.compiler.emit import MODULE, NO_ATTEMPTS, NO_NAMES, new_draft, out
from anthill.vm.compiler.reader import Reader
from anthill.vm.compiler.tokens import Token, tokens
from anthill.vm.depth import clear_unused
from anthill.vm.features import LARGE
from anthill.vm.messages import uncommon
from anthill.vm.objects import list as list_object
from anthill.vm.objects.code import Code
from anthill.vm.objects.str import EMPTY_STR, Str, name

EXEC = 0
"""A module."""
SINGLE = 1
"""One statement typed at the prompt: results are shown, nothing behind it is read."""
EVAL = 2
"""An expression, whose value is returned."""
BY_NAME = 4
"""Added to a mode: for `exec` and `eval`, which give the variables a namespace of their own; the
whole source is read."""


def compile_source(reader: Reader, mode: int, file: Str) -> Code:
    """The code for a source. Raises SyntaxError, and what the reader raises."""
    clear_unused()
    out.current = None
    out.nesting = 0
    out.attempts_end = 0
    out.fused = False
    out.hiding = False
    out.iterables = 0
    out.comprehensions = 0
    out.group_end = -1
    out.documented = False
    out.text_annotations = False
    out.literal = EMPTY_STR
    out.interactive = mode & SINGLE != 0
    out.by_name = mode & BY_NAME != 0
    out.promised = list_object.new_list(0)
    tokens.open(reader, file, out.interactive and not out.by_name)
    try:
        code = module(mode)
    except PyError:
        forget()
        raise
    forget()
    return code


def forget() -> None:
    """Hold on to nothing."""
    out.current = None
    out.promised = NO_NAMES
    out.attempts = NO_ATTEMPTS
    out.literal = EMPTY_STR
    tokens.close()


def module(mode: int) -> Code:
    """Compile the whole source."""
    draft = new_draft(name("<module>"), MODULE, 1)
    if out.by_name:
        draft.flags = CODE_BY_NAME
    out.current = draft
    out.line = 1
    tokens.advance()
    if mode & EVAL:
        register = out.to_register(expressions.expression_list())
        if not at_end():
            tokens.invalid()
        out.emit1(Op.RETURN, register)
    else:
        if not mode & SINGLE:
            statements.statements_until(Token.END)
        elif tokens.kind != Token.END:
            statements.statement()
            if out.by_name and not at_end():
                tokens.fail(
                    uncommon("multiple statements found while compiling a single statement")
                )
        elif LARGE and out.by_name:
            tokens.invalid()
        out.emit1(Op.RETURN_NONE, 0)
    make_headroom()
    return scopes.finish()


def at_end() -> bool:
    """Whether nothing but empty lines is left of the source."""
    while tokens.kind == Token.NEWLINE:
        tokens.advance()
    return tokens.kind == Token.END
