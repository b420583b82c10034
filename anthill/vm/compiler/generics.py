"""Type parameters and `type` statements.

Parameters are variables that only the function, class or alias sees: like those of comprehensions
they live in temporaries. Bounds and the values of aliases become functions, called when needed.
"""

from __future__ import annotations

from anthill.typed import Object
from anthill.vm.compiler import expressions, functions, scopes, strings
from anthill.vm.compiler.bytecode import (
    GENERIC_ALIAS,
    GENERIC_BOUND,
    GENERIC_PARAMETER,
    GENERIC_SPEC,
    GENERIC_TUPLE,
    Op,
)
from anthill.vm.compiler.emit import CLASS, FUNCTION, new_draft, out, temporary
from anthill.vm.compiler.expressions import accept, expect
from anthill.vm.compiler.tokens import Token, tokens
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects.str import Str, name


class Parameters(Object):
    """The type parameters of what is being compiled, and what was before them."""

    result: int
    """The register for what they belong to."""
    first: int
    """The first of their registers."""
    constants: int
    hidden: int
    floor: int


def begin() -> Parameters | None:
    """`[T: bound, *Ts, **P]` behind a name, if it is there."""
    if tokens.kind != Token.LBRACKET:
        return None
    if not LARGE:
        skip()
        return None
    draft = out.draft
    result = out.push(1)
    scope = Parameters(result, draft.top, draft.constants.count, draft.hidden.count, draft.floor)
    tokens.advance()
    if tokens.kind == Token.RBRACKET:
        tokens.fail(message("Type parameter list cannot be empty"))
    while tokens.kind != Token.RBRACKET:
        parameter(scope)
        if not accept(Token.COMMA):
            break
    expressions.close(Token.RBRACKET)
    return scope


def skip() -> None:
    """Go past the brackets."""
    depth = tokens.start_depth
    tokens.advance()
    while tokens.depth > depth:
        strings.skip()
    tokens.advance()


def parameter(scope: Parameters) -> None:
    """One type parameter."""
    draft = out.draft
    kind = GENERIC_PARAMETER
    if accept(Token.MUL):
        kind = GENERIC_TUPLE
    elif accept(Token.POW):
        kind = GENERIC_SPEC
    title = tokens.value
    word = scopes.identifier()
    if scopes.find_hidden(draft, word, scope.hidden) != scopes.NOT_FOUND:
        pattern = message("duplicate type parameter '%s'")
        tokens.fail_with(pattern, word, word)
    out.hiding = True
    register = scopes.binding(word) >> 4 & 255
    out.hiding = False
    if accept(Token.COLON):
        if kind:
            tuples = kind == GENERIC_TUPLE
            tokens.fail(
                message(
                    "cannot use bound with TypeVarTuple"
                    if tuples
                    else "cannot use bound with ParamSpec"
                )
            )
        kind = GENERIC_BOUND
        out.load(lazy(word), register)
        draft.top = register + 1
    out.emit_attribute(Op.MAKE_GENERIC, register, kind, out.constant(title))


def lazy(word: Str) -> int:
    """The operand for a function that computes the expression that begins here. In a class body
    it is a body, too, which runs in the namespace of the class: it sees the class's names."""
    line = tokens.start_line
    base = out.draft.top
    hiding = out.hiding
    out.hiding = False
    kind = CLASS if out.draft.kind == CLASS else FUNCTION
    draft = new_draft(word, kind, line)
    if kind == CLASS:
        draft.names.append(name("__class__"))
    functions.begin(draft)
    register = out.to_register(expressions.expression())
    out.emit1(Op.RETURN, register)
    code = scopes.finish()
    out.hiding = hiding
    return functions.make(code, base, 0)


def end(scope: Parameters, owner: int) -> None:
    """What the parameters belong to has been made in register `owner`; it goes to the result."""
    draft = out.draft
    parameters_tuple(scope, owner + 1)
    k = out.constant(name("__type_params__"))
    out.emit_attribute(Op.SET_ATTR, owner, owner + 1, k)
    leave(scope, owner)
    draft.top = scope.result + 1


def parameters_tuple(scope: Parameters, register: int) -> None:
    """Emit what makes a tuple of the parameters."""
    count = (out.draft.hidden.count - scope.hidden) // 2
    if out.draft.top <= register:
        out.push(register + 1 - out.draft.top)
    out.emit3(Op.BUILD_TUPLE, register, scope.first, count)


def leave(scope: Parameters, owner: int) -> None:
    """The parameters are not seen any more."""
    out.emit(Op.MOVE, scope.result, owner)
    functions.end_hidden(scope.constants, scope.hidden, scope.first)
    out.draft.floor = scope.floor


def is_type_statement() -> bool:
    """Whether the current token, the name `type`, begins a statement: another name follows."""
    place = tokens.mark()
    keep = tokens.hold()
    tokens.advance()
    found = tokens.kind == Token.IDENTIFIER
    tokens.rewind(place)
    tokens.release(keep)
    return found


def type_statement() -> None:
    """`type name[parameters] = value`"""
    if not LARGE:
        tokens.fail(message("'type' statements are not supported"))
    tokens.advance()
    word = scopes.identifier()
    base = out.draft.top
    scope = begin()
    expect(Token.ASSIGN)
    alias = out.draft.top
    out.push(2)
    out.load(lazy(word), alias)
    out.draft.top = alias + 2
    if scope is None:
        out.emit3(Op.BUILD_TUPLE, alias + 1, alias, 0)
    else:
        parameters_tuple(scope, alias + 1)
    out.emit_attribute(Op.MAKE_GENERIC, alias, GENERIC_ALIAS, out.constant(word))
    if scope is not None:
        leave(scope, alias)
    out.draft.top = base + 1
    scopes.assign(scopes.binding(word), temporary(base))
