"""Targets of assignments, loops and `with`: compiled after the value is known."""

from __future__ import annotations

from typing import NoReturn

from anthill.typed import as_a
from anthill.vm.compiler import expressions, scopes, strings
from anthill.vm.compiler.bytecode import Op
from anthill.vm.compiler.emit import (
    ATTRIBUTE,
    CONST,
    ITEM,
    KIND,
    LOCAL,
    TUPLE,
    local,
    operand_x,
    operand_y,
    out,
)
from anthill.vm.compiler.tokens import Token, tokens
from anthill.vm.features import LARGE
from anthill.vm.messages import message, uncommon
from anthill.vm.objects.tuple import Tuple

NO_STAR = -1


def target_list(value: int, listed: bool = False) -> None:
    """Assign a value to the target, or unpack it to the targets, up to `=`, `in` or a closing
    bracket; behind `[` a single one is unpacked to, too."""
    out.attempt()
    count = count_targets(listed)
    many = out.many_targets
    star = out.star_index
    plain = out.plain_targets
    out.fail()
    if not many:
        target(value)
        return
    out.line = tokens.start_line
    top = out.draft.top
    if star == NO_STAR and value & KIND == CONST and is_tuple(value, count):
        unpack_constant(value, count)
    elif star == NO_STAR and value & KIND == TUPLE and operand_y(value) == count:
        store_each(operand_x(value), count)
    else:
        unpack(value, count, star, plain)
    if not out.hiding:
        out.draft.top = top
    out.release(value)


def count_targets(listed: bool) -> int:
    """Skip targets with commas between; their number. `out.many_targets` says whether there are
    commas or the targets are `listed` in square brackets, `out.star_index` which has a star,
    `out.plain_targets` whether all are names."""
    depth = tokens.start_depth
    out.many_targets = listed
    out.star_index = NO_STAR
    out.plain_targets = True
    count = 0
    while not at_end(depth):
        if tokens.kind == Token.MUL:
            if out.star_index != NO_STAR:
                tokens.fail(uncommon("multiple starred expressions in assignment"))
            out.star_index = count
            tokens.advance()
        if tokens.kind != Token.IDENTIFIER:
            out.plain_targets = False
        count += 1
        length = 0
        while not at_end(depth) and (tokens.kind != Token.COMMA or tokens.depth > depth):
            length += 1
            strings.skip()
        if length > 1:
            out.plain_targets = False
        if tokens.kind == Token.COMMA and tokens.depth == depth:
            out.many_targets = True
            tokens.advance()
    if out.star_index != NO_STAR and not out.many_targets:
        tokens.fail(uncommon("starred assignment target must be in a list or tuple"))
    return count


def at_end(depth: int) -> bool:
    """Whether a list of targets or patterns ends here."""
    kind = tokens.kind
    if tokens.depth > depth:
        return False
    return (
        tokens.depth < depth
        or kind == Token.ASSIGN
        or kind == Token.IN
        or kind == Token.COLON
        or kind == Token.IF
        or kind == Token.NEWLINE
        or kind == Token.END
    )


def is_tuple(d: int, count: int) -> bool:
    """Whether a constant is a tuple of this length."""
    value = out.draft.constants.items[operand_y(d)]
    return isinstance(value, Tuple) and len(value.items) == count


def unpack_constant(d: int, count: int) -> None:
    """Assign the items of a constant tuple."""
    constants = out.draft.constants
    items = as_a(Tuple, constants.items[operand_y(d)])
    if out.last_use and operand_y(d) == constants.count - 1:
        constants.truncate(constants.count - 1)
    for index in range(count):
        target(expressions.value_operand(items.items[index]))
        expressions.accept(Token.COMMA)


def unpack(value: int, count: int, star: int, plain: bool) -> None:
    """Unpack a value: right into local variables if they lie in a row, else by temporaries."""
    source = out.to_register(value)
    if plain:
        base = row_of_locals(count, star)
        if base >= 0:
            emit_unpack(base, source, count, star)
            return
    base = out.push(count)
    emit_unpack(base, source, count, star)
    store_each(base, count)


def emit_unpack(base: int, source: int, count: int, star: int) -> None:
    """Emit the unpacking to `count` registers."""
    if count > 255:
        tokens.fail(uncommon("too many expressions in star-unpacking assignment"))
    if star == NO_STAR:
        out.emit3(Op.UNPACK, base, source, count)
    else:
        out.emit3(Op.UNPACK_STAR, base, source, star)
        out.draft.code.put(count - star - 1)


def row_of_locals(count: int, star: int) -> int:
    """The first register of targets that are local variables in ascending registers; these are
    then skipped. -1, and nothing skipped, for others."""
    place = tokens.mark()
    keep = tokens.hold()
    base = -1
    for index in range(count):
        expressions.accept(Token.MUL)
        d = row_variable(index, base)
        if d < 0:
            tokens.rewind(place)
            tokens.release(keep)
            return -1
        if index == 0:
            base = operand_x(d)
        expressions.accept(Token.COMMA)
    tokens.release(keep)
    return base


def row_variable(index: int, base: int) -> int:
    """The variable at this place of a row; -1 if it is none or lies elsewhere."""
    word = scopes.identifier()
    if not out.hiding and not scopes.is_local(word):
        return -1
    d = scopes.binding(word)
    if index and operand_x(d) != base + index:
        return -1
    return d


def store_each(base: int, count: int) -> None:
    """Assign registers in a row to the targets."""
    for index in range(count):
        expressions.accept(Token.MUL)
        target(local(base + index))
        expressions.accept(Token.COMMA)


def target(value: int) -> None:
    """Assign a value to one target."""
    kind = tokens.kind
    line = tokens.start_line
    place = tokens.start
    out.line = line
    if kind == Token.IDENTIFIER:
        word = scopes.identifier()
        if not is_trailer(tokens.kind):
            scopes.assign(scopes.binding(word), value)
            return
        source = out.settled(value)
        d = expressions.trailers(scopes.variable(word), line)
        out.place = place
        out.place_end = tokens.last_end
        finish_target(d, source)
        return
    if (kind == Token.LPAREN or kind == Token.LBRACKET) and not is_primary():
        expressions.deeper()
        tokens.advance()
        if is_closing(tokens.kind):
            register = out.to_register(value)
            out.emit3(Op.UNPACK, 0, register, 0)
            if value & KIND != LOCAL:
                out.free(register)
        else:
            target_list(value, kind == Token.LBRACKET)
        if not is_closing(tokens.kind):
            tokens.invalid()
        tokens.advance()
        expressions.shallower()
        return
    source = out.settled(value)
    finish_target(expressions.primary(), source)


def is_closing(kind: int) -> bool:
    """Whether a token closes the brackets around targets."""
    return kind == Token.RPAREN or kind == Token.RBRACKET


def finish_target(d: int, value: int) -> None:
    """Assign to what was found to be an attribute or item."""
    if d & KIND != ATTRIBUTE and d & KIND != ITEM:
        cannot_assign(message("cannot assign to %s"))
    scopes.assign(d, value)
    out.release(d)
    out.release(value)


def is_trailer(kind: int) -> bool:
    """Whether a token goes on a primary expression."""
    return kind == Token.DOT or kind == Token.LPAREN or kind == Token.LBRACKET


def is_primary() -> bool:
    """Whether the bracket that begins here is only the beginning of a target like `(a).b`."""
    out.attempt()
    depth = tokens.start_depth
    while tokens.depth > depth:
        strings.skip()
    tokens.advance()
    result = is_trailer(tokens.kind)
    out.fail()
    return result


def cannot_assign(pattern: int) -> NoReturn:
    """SyntaxError for the expression compiled last."""
    tokens.fail_between(pattern, expressions.what_it_is(), out.place, out.place_end)


def check_assignable(first: bool) -> None:
    """At `=`: SyntaxError unless the expression before it, the first one of the statement or not,
    may be assigned to."""
    what = out.what
    if what < expressions.WHAT_STARRED:
        return
    if LARGE and what == expressions.WHAT_STARRED:
        expressions.fail_here(uncommon("starred assignment target must be in a list or tuple"))
    if LARGE and what == expressions.WHAT_YIELD:
        expressions.fail_here(uncommon("assignment to yield expression not possible"))
    if what & expressions.WHAT_INSIDE or not first or not is_suspicious(what):
        cannot_assign(message("cannot assign to %s"))
    cannot_assign(message("cannot assign to %s here. Maybe you meant '==' instead of '='?"))


def is_suspicious(what: int) -> bool:
    """Whether `==` may have been meant: the expression binds stronger than a comparison."""
    if what & 31 == expressions.WHAT_GENERATOR:
        return False
    if what & expressions.WHAT_GROUP:
        return True
    if what & expressions.WHAT_WEAK:
        return False
    return not expressions.WHAT_COMPARISON <= what <= expressions.WHAT_TRUE
