"""String literals: adjacent ones joined, and f-strings.

An f-string becomes a row of registers, literal text and formatted values by turns, that
BUILD_STRING joins. Its parts are compiled as they are read, so quotes may nest.
"""

from __future__ import annotations

from typing import NoReturn

from anthill.typed import NULL, Value, as_a, copy_items, items_of
from anthill.vm.compiler import expressions
from anthill.vm.compiler.bytecode import Op
from anthill.vm.compiler.emit import out, temporary
from anthill.vm.compiler.tokens import (
    BYTES,
    PIECE_END,
    PIECE_SPEC_END,
    SPEC,
    Token,
    tokens,
)
from anthill.vm.features import LARGE
from anthill.vm.messages import uncommon
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects.str import EMPTY_STR, Str, join2, name

MOST_PARTS = 24


def string_atom() -> int:
    """One string literal or several in a row."""
    if tokens.kind == Token.FSTRING:
        return joined(EMPTY_STR)
    is_bytes = tokens.flags & BYTES
    value = tokens.value
    tokens.advance()
    while tokens.kind == Token.STRING:
        if tokens.flags & BYTES != is_bytes:
            mixed()
        value = concatenated(value, tokens.value)
        tokens.advance()
    if tokens.kind == Token.FSTRING:
        if is_bytes:
            mixed()
        return joined(as_a(Str, value))
    out.what = expressions.WHAT_LITERAL
    return out.const(value)


def mixed() -> NoReturn:
    """SyntaxError for a string behind a bytes literal or the other way round."""
    while LARGE and tokens.kind == Token.STRING:
        tokens.advance()
    tokens.fail(uncommon("cannot mix bytes and nonbytes literals"))


def concatenated(a: Value, b: Value) -> Value:
    """Two strings, or two bytes, as one."""
    if isinstance(a, Str):
        return join2(a, as_a(Str, b))
    first = as_a(bytes_object.Bytes, a)
    second = as_a(bytes_object.Bytes, b)
    size = len(first.data)
    result = bytes_object.raw_bytes(size + len(second.data))
    copy_items(items_of(result.data), items_of(first.data), size)
    copy_items(items_of(result.data, size), items_of(second.data), len(second.data))
    return result


def joined(start: Str) -> int:
    """An f-string and the literals behind it; `start` is the text before it."""
    base = out.draft.top
    count = 0
    outer = out.literal
    out.literal = start
    while tokens.kind == Token.FSTRING or tokens.kind == Token.STRING:
        if tokens.kind == Token.FSTRING:
            count = pieces(tokens.quote, tokens.flags, base, count)
        elif tokens.flags & BYTES:
            mixed()
        else:
            out.literal = join2(out.literal, as_a(Str, tokens.value))
        tokens.advance()
    d = whole(base, count)
    out.literal = outer
    out.what = expressions.WHAT_FSTRING
    return d


def whole(base: int, count: int) -> int:
    """The operand for `count` parts from register `base` on and the literal text behind them."""
    if count == 0:
        return out.const(out.literal)
    count = literal_part(base, count)
    out.draft.top = base
    if count == 1:
        out.push(1)
        return temporary(base)
    return out.pending(Op.BUILD_STRING, base, count)


def literal_part(base: int, count: int) -> int:
    """Load the literal text so far, if any; the number of parts then."""
    if len(out.literal.data):
        count = room(base, count)
        out.to_next(out.const(out.literal))
        out.literal = EMPTY_STR
        count += 1
    return count


def room(base: int, count: int) -> int:
    """Join the parts so far when they are many; their number then."""
    if count < MOST_PARTS:
        return count
    out.emit3(Op.BUILD_STRING, base, base, count)
    out.draft.top = base + 1
    return 1


def pieces(quote: int, flags: int, base: int, count: int) -> int:
    """The parts of one f-string or format specification; the number of parts then."""
    while True:
        tokens.text.size = 0
        end = tokens.piece(quote, flags)
        out.literal = join2(out.literal, tokens.checked_text())
        if end == PIECE_END or end == PIECE_SPEC_END:
            return count
        count = field(quote, flags, base, count)


def field(quote: int, flags: int, base: int, count: int) -> int:
    """A replacement field behind its `{`; the number of parts then."""
    expressions.deeper()
    keep = tokens.keep
    before = tokens.open_field()
    first = tokens.field_start
    if LARGE and (tokens.kind == Token.RBRACE or ends_field(tokens.kind)):
        tokens.fail_with(
            uncommon("f-string: valid expression required before '%s'"),
            tokens.text_since_start(1),
            NULL,
        )
    if LARGE and not expressions.begins_expression(tokens.kind) and tokens.kind != Token.YIELD:
        tokens.fail(uncommon("f-string: expecting a valid expression after '{'"))
    count = literal_part(base, count)
    count = room(base, count)
    register = out.to_next(expressions.value_expression())
    conversion = 0
    if expressions.accept(Token.ASSIGN):
        out.literal = tokens.text_since(first)
        if tokens.kind == Token.RBRACE:
            conversion = 2
        out.push(1)
        out.emit(Op.MOVE, register + 1, register)
        out.load(out.const(out.literal), register)
        out.literal = EMPTY_STR
        register += 1
        count += 1
    tokens.release(keep)
    if tokens.kind == Token.EXCLAMATION:
        tokens.advance()
        conversion = conversion_of()
        tokens.advance()
    if tokens.kind == Token.COLON:
        conversion |= specification(quote, flags)
        tokens.depth -= 1
    elif tokens.kind != Token.RBRACE:
        if LARGE and not expressions.begins_expression(tokens.kind):
            tokens.fail(uncommon("f-string: expecting '=', or '!', or ':', or '}'"))
        expressions.missing_comma()
    tokens.close_field(before)
    out.emit3(Op.FORMAT, register, register, conversion)
    out.draft.top = register + 1
    expressions.shallower()
    return count + 1


def ends_field(kind: int) -> bool:
    """Whether a token is one of those behind the expression of a field."""
    return kind == Token.EXCLAMATION or kind == Token.COLON or kind == Token.ASSIGN


def skip() -> None:
    """Go to the next token, past all of an f-string."""
    if tokens.kind == Token.FSTRING:
        skip_pieces(tokens.quote, tokens.flags)
    tokens.advance()


def skip_pieces(quote: int, flags: int) -> None:
    """Go to the end of an f-string or format specification."""
    expressions.deeper()
    while True:
        tokens.text.size = 0
        end = tokens.piece(quote, flags)
        if end == PIECE_END or end == PIECE_SPEC_END:
            break
        keep = tokens.keep
        before = tokens.open_field()
        depth = tokens.field_depth
        while tokens.depth >= depth and (tokens.kind != Token.COLON or tokens.depth > depth):
            skip()
        if tokens.kind == Token.COLON:
            skip_pieces(quote, flags | SPEC)
            tokens.depth -= 1
        tokens.close_field(before)
        tokens.release(keep)
    expressions.shallower()


def conversion_of() -> int:
    """The number of the conversion that the current token names."""
    if tokens.kind == Token.IDENTIFIER:
        if tokens.value is name("s"):
            return 1
        if tokens.value is name("r"):
            return 2
        if tokens.value is name("a"):
            return 3
        if LARGE:
            tokens.fail_with(
                uncommon("f-string: invalid conversion character %r: expected 's', 'r', or 'a'"),
                tokens.value,
                NULL,
            )
    if LARGE and (tokens.kind == Token.RBRACE or tokens.kind == Token.COLON):
        tokens.fail(uncommon("f-string: missing conversion character"))
    if LARGE:
        tokens.fail(uncommon("f-string: invalid conversion character"))
    tokens.fail(uncommon("f-string: invalid conversion character: expected 's', 'r', or 'a'"))


def specification(quote: int, flags: int) -> int:
    """The format specification behind `:`, to the next register; the flag for FORMAT."""
    outer = out.literal
    out.literal = EMPTY_STR
    base = out.draft.top
    count = pieces(quote, flags | SPEC, base, 0)
    d = whole(base, count)
    empty = count == 0 and len(out.literal.data) == 0
    out.literal = outer
    if empty:
        return 0
    out.to_next(d)
    return 4
