"""`match`: the cases and their patterns.

A pattern is compiled against the register that holds its subject; the result is the list of jumps
taken when it does not match. What it captures stays in temporaries until the whole pattern has
matched, and only then goes to the variables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from anthill.typed import NULL, Static, Value, as_a, items_of, small, small_int
from anthill.vm.compiler import expressions, scopes, statements, strings, targets
from anthill.vm.compiler.bytecode import MATCH_NO_STAR, MATCH_REST, Op
from anthill.vm.compiler.emit import (
    ATTRIBUTE,
    FALSE,
    INT,
    KIND,
    NO_NAMES,
    NONE,
    PENDING,
    is_constant,
    local,
    operand,
    operand_y,
    out,
)
from anthill.vm.compiler.expressions import accept, expect
from anthill.vm.compiler.tokens import Token, tokens
from anthill.vm.features import COMPLEX, LARGE
from anthill.vm.messages import message, uncommon
from anthill.vm.objects import float as float_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.list import List
from anthill.vm.objects.str import Str, name

if TYPE_CHECKING:
    from anthill.vm.objects.tuple import Tuple


class Patterns(Static):
    """The pattern being compiled."""

    captures: List = NO_NAMES
    """The names it has captured so far, each followed by its register."""
    catches_all: bool = False
    """What was compiled last matches anything."""
    caught: Value = NULL
    """The name it captures that with; NULL for `_`."""


patterns = Patterns()


def is_match() -> bool:
    """Whether the current token, the name `match`, begins a statement with cases: the line ends
    with a colon."""
    out.attempt()
    depth = tokens.depth
    tokens.advance()
    found = False
    if expressions.begins_expression(tokens.kind):
        while tokens.kind != Token.NEWLINE and tokens.kind != Token.SEMICOLON:
            found = tokens.kind == Token.COLON and tokens.depth == depth
            strings.skip()
    out.fail()
    return found


def match_statement() -> None:
    """`match subject:` and its cases."""
    line = tokens.start_line
    tokens.advance()
    draft = out.draft
    floor = draft.floor
    out.attempt()
    d = expressions.starred_or_named()
    if tokens.kind == Token.COMMA:
        d = expressions.elements(d, Op.BUILD_TUPLE, expressions.NAMED)
    else:
        out.succeed()
        expressions.check_unstarred()
    subject = out.to_next(d)
    draft.floor = draft.top
    statements.colon(False)
    if tokens.kind != Token.NEWLINE:
        tokens.invalid()
    tokens.advance()
    if tokens.kind != Token.INDENT:
        tokens.fail_indent(
            message("expected an indented block after 'match' statement on line %d"), small(line)
        )
    tokens.advance()
    cases(subject)
    draft.floor = floor
    draft.top = floor
    if tokens.kind != Token.END:
        expect(Token.DEDENT)


def cases(subject: int) -> None:
    """The cases of a `match`."""
    if not at_case():
        tokens.invalid()
    ends = 0
    while True:
        fails = case_block(subject)
        if not at_case():
            break
        ends = out.join(ends, out.jump(Op.JUMP, 0, 0))
        out.land(fails)
    out.land(fails)
    out.land(ends)


def at_case() -> bool:
    """Whether a case begins here."""
    return tokens.kind == Token.IDENTIFIER and tokens.value is name("case")


def case_block(subject: int) -> int:
    """One case; the jumps taken when it does not match."""
    line = tokens.start_line
    out.line = line
    tokens.advance()
    column = tokens.start - tokens.start_line_start + 1
    patterns.captures = list_object.new_list(0)
    keep = tokens.hold()
    fails = open_pattern(subject)
    tokens.release(keep)
    catches_all = patterns.catches_all
    caught = patterns.caught
    captures = patterns.captures
    for index in range(0, captures.count, 2):
        word = as_a(Str, captures.items[index])
        register = small_int(captures.items[index + 1])
        scopes.assign(scopes.binding(word), local(register))
    out.draft.top = out.draft.floor
    if accept(Token.IF):
        catches_all = False
        fails = out.join(fails, expressions.condition(False, True))
    statements.block(Token.IDENTIFIER, line)
    if catches_all and at_case():
        unreachable(caught, line, column)
    return fails


def unreachable(caught: Value, line: int, column: int) -> NoReturn:
    """SyntaxError for a pattern that matches anything and is not the last one."""
    if not LARGE:
        tokens.invalid()
    if caught is NULL:
        pattern = uncommon("wildcard makes remaining patterns unreachable")
    else:
        pattern = uncommon("name capture '%s' makes remaining patterns unreachable")
    tokens.fail_at(pattern, caught, NULL, line, column, column + 1)


def open_pattern(subject: int) -> int:
    """The pattern behind `case`; with commas it is a sequence."""
    commas = count_patterns()
    if tokens.kind == Token.MUL or commas >= MANY:
        if commas < MANY:
            tokens.invalid()
        return sequence(subject, commas)
    return pattern(subject)


# Patterns, by the rules of the grammar. Each has the register of its subject.


def pattern(subject: int) -> int:
    """Alternatives, and a name for what matched."""
    expressions.deeper()
    draft = out.draft
    top = draft.top
    captured = patterns.captures.count
    fails = alternatives(subject)
    if patterns.captures.count == captured:
        draft.top = top
    if accept(Token.AS):
        if LARGE and tokens.kind != Token.IDENTIFIER:
            tokens.fail(uncommon("invalid pattern target"))
        if tokens.value is name("_"):
            tokens.fail(uncommon("cannot use '_' as a target"))
        capture(scopes.identifier(), subject)
    expressions.shallower()
    return fails


def alternatives(subject: int) -> int:
    """Patterns with `|` between them. All capture the same names, in the registers of the first."""
    draft = out.draft
    captures = patterns.captures
    start = captures.count
    top = draft.top
    fails = closed_pattern(subject)
    if tokens.kind != Token.BIT_OR:
        return fails
    common = list_object.new_list(0)
    for index in range(start, captures.count, 2):
        register = small_int(captures.items[index + 1])
        if register < top:
            register = out.push(1)
            out.emit(Op.MOVE, register, small_int(captures.items[index + 1]))
        common.append(captures.items[index])
        common.append(small(register))
    top = draft.top
    exits = 0
    while tokens.kind == Token.BIT_OR:
        if patterns.catches_all:
            column = tokens.start - tokens.start_line_start + 1
            unreachable(patterns.caught, tokens.start_line, column)
        exits = out.join(exits, out.jump(Op.JUMP, 0, 0))
        out.land(fails)
        captures.truncate(start)
        draft.top = top
        tokens.advance()
        fails = closed_pattern(subject)
        take_captures(start, common)
    out.land(exits)
    captures.truncate(start)
    draft.top = top
    for index in range(common.count):
        captures.append(common.items[index])
    return fails


def take_captures(start: int, common: List) -> None:
    """Move what an alternative has captured to where the first one has it."""
    captures = patterns.captures
    same = captures.count - start == common.count
    for index in range(start, captures.count, 2):
        at = scopes.find(common, as_a(Str, captures.items[index]))
        if at == scopes.NOT_FOUND or not same:
            same = False
        else:
            target = small_int(common.items[at + 1])
            out.emit(Op.MOVE, target, small_int(captures.items[index + 1]))
    if not same:
        tokens.fail(uncommon("alternative patterns bind different names"))


def capture(word: Str, register: int) -> None:
    """Note that the whole pattern gives a name to what is in a register."""
    captures = patterns.captures
    if scopes.find(captures, word) != scopes.NOT_FOUND:
        tokens.fail_with(uncommon("multiple assignments to name '%s' in pattern"), word, NULL)
    captures.append(word)
    captures.append(small(register))


def closed_pattern(subject: int) -> int:
    """A pattern without `|` and `as` outside of brackets."""
    kind = tokens.kind
    out.line = tokens.start_line
    patterns.catches_all = False
    if kind == Token.LPAREN or kind == Token.LBRACKET:
        return brackets(subject, kind)
    if kind == Token.LBRACE:
        return mapping(subject)
    if kind != Token.IDENTIFIER:
        return same_value(subject, literal())
    word = scopes.identifier()
    if tokens.kind == Token.DOT or tokens.kind == Token.LPAREN:
        if LARGE and word is name("_"):
            tokens.invalid()
        d = attribute(word)
        if tokens.kind == Token.LPAREN:
            return class_pattern(subject, d)
        return same_value(subject, d)
    patterns.catches_all = True
    patterns.caught = NULL
    if word is not name("_"):
        patterns.caught = word
        capture(word, subject)
    return 0


def attribute(word: Str) -> int:
    """The operand for a name and the attributes behind it."""
    d = scopes.variable(word)
    while accept(Token.DOT):
        register = out.to_register(d)
        d = operand(ATTRIBUTE, register, out.constant(scopes.identifier()))
    return d


def literal() -> int:
    """The operand for a number, a sum that makes a complex one, a string, None or a bool."""
    kind = tokens.kind
    if kind == Token.NUMBER or kind == Token.SUB:
        return number()
    if LARGE and kind == Token.FSTRING:
        only_literals()
    if kind != Token.STRING and not Token.FALSE <= kind <= Token.TRUE:
        tokens.invalid()
    d = expressions.atom()
    if out.what == expressions.WHAT_FSTRING:
        only_literals()
    return d


def only_literals() -> NoReturn:
    """SyntaxError for something else in a pattern."""
    tokens.fail(uncommon("patterns may only match literals and attribute lookups"))


def number() -> int:
    """The operand for a number with its sign, or a sum of a real and an imaginary one."""
    negative = accept(Token.SUB)
    if tokens.kind != Token.NUMBER:
        tokens.invalid()
    d = expressions.atom()
    if negative:
        folded = expressions.negative(d)
        if folded == expressions.NOT_FOLDED:
            register = out.to_register(d)
            out.free(register)
            folded = out.result(Op.NEG, register)
        d = folded
    op = tokens.kind - Token.ADD
    if COMPLEX and (tokens.kind == Token.ADD or tokens.kind == Token.SUB):
        line = tokens.start_line
        if not is_real(d):
            tokens.fail(uncommon("real number required in complex literal"))
        tokens.advance()
        if tokens.kind != Token.NUMBER:
            tokens.invalid()
        right = expressions.atom()
        if is_real(right):
            tokens.fail(uncommon("imaginary number required in complex literal"))
        return expressions.apply(op, d, right, line)
    return d


def is_real(d: int) -> bool:
    """Whether the operand for a number is an integer or float."""
    if d & KIND == INT:
        return True
    if d & KIND == PENDING:
        return False
    value = out.draft.constants.items[operand_y(d)]
    return out.is_integer(d) or float_object.is_float(value)


def same_value(subject: int, d: int) -> int:
    """A value that the subject must equal; None, True and False it must be."""
    register = out.to_register(d)
    if NONE <= d & KIND <= FALSE:
        out.emit3(Op.IS, register, subject, register)
        fails = out.jump(Op.JUMP_UNLESS, register, 0)
    else:
        fails = out.jump(Op.JUMP_UNLESS_EQ, subject, register)
    out.free(register)
    return fails


# Sequences.

MANY = 1 << 16
"""Added to the number of patterns when there are commas."""
STAR_SHIFT = 8
"""Behind it, one more than the index of the one with a star."""


def count_patterns() -> int:
    """The number of patterns with commas between them from here on."""
    out.attempt()
    depth = tokens.start_depth
    count = 0
    star = 0
    many = 0
    while not targets.at_end(depth):
        count += 1
        if tokens.kind == Token.MUL:
            if star:
                tokens.fail(uncommon("multiple starred names in sequence pattern"))
            star = count
        skip_pattern(depth)
        if accept(Token.COMMA):
            many = MANY
    if count > 127:
        tokens.fail(uncommon("too many sub-patterns"))
    out.fail()
    return count | star << STAR_SHIFT | many


def skip_pattern(depth: int) -> None:
    """Go to the comma behind a pattern, or to the end of the list."""
    while not targets.at_end(depth) and (tokens.kind != Token.COMMA or tokens.depth > depth):
        strings.skip()


def brackets(subject: int, kind: int) -> int:
    """A sequence, or a pattern in parentheses."""
    tokens.advance()
    counts = count_patterns()
    closing = Token.RBRACKET
    if kind == Token.LPAREN:
        closing = Token.RPAREN
    if counts and kind == Token.LPAREN and counts < MANY and tokens.kind != Token.MUL:
        fails = pattern(subject)
    else:
        if LARGE and counts and kind == Token.LPAREN and counts < MANY:
            tokens.invalid()
        fails = sequence(subject, counts)
    expressions.close(closing)
    return fails


def sequence(subject: int, counts: int) -> int:
    """A sequence with these counts (see `count_patterns`)."""
    count = counts & 255
    star = counts >> STAR_SHIFT & 255
    base = out.push(count)
    data = out.draft.code
    out.emit3(Op.MATCH_SEQUENCE, base, subject, count if star == 0 else star - 1)
    rest = out.position()
    data.put(MATCH_NO_STAR if star == 0 else count - star)
    fails = out.distance()
    for index in range(count):
        if accept(Token.MUL):
            word = scopes.identifier()
            if word is not name("_"):
                capture(word, base + index)
            else:
                data.data[rest] |= MATCH_REST
        else:
            fails = out.join(fails, pattern(base + index))
        if not accept(Token.COMMA):
            break
    patterns.catches_all = False
    return fails


# Mappings.


def mapping(subject: int) -> int:
    """`{key: pattern, **rest}`: all keys are computed first."""
    tokens.advance()
    place = tokens.mark()
    depth = tokens.start_depth
    base = out.draft.top
    seen = list_object.new_list(0)
    count = 0
    while tokens.kind != Token.RBRACE and tokens.kind != Token.POW:
        out.to_next(mapping_key(seen))
        count += 1
        expect(Token.COLON)
        skip_pattern(depth)
        if not accept(Token.COMMA):
            break
    flags = 0
    if tokens.kind == Token.POW:
        flags = MATCH_REST
        out.push(1)
    if count > 127:
        tokens.fail(uncommon("too many sub-patterns"))
    out.emit3(Op.MATCH_MAPPING, base, subject, count | flags)
    fails = out.distance()
    tokens.rewind(place)
    for index in range(count):
        while tokens.kind != Token.COLON or tokens.depth > depth:
            strings.skip()
        tokens.advance()
        fails = out.join(fails, pattern(base + index))
        accept(Token.COMMA)
    if accept(Token.POW):
        if tokens.value is name("_"):
            tokens.invalid()
        capture(scopes.identifier(), base + count)
        accept(Token.COMMA)
    expect(Token.RBRACE)
    patterns.catches_all = False
    return fails


def mapping_key(seen: List) -> int:
    """The operand for a key; `seen` are the constant ones so far."""
    if tokens.kind == Token.IDENTIFIER:
        word = scopes.identifier()
        if tokens.kind != Token.DOT:
            tokens.invalid()
        return attribute(word)
    d = literal()
    if is_constant(d):
        if scopes.find(seen, small(d)) != scopes.NOT_FOUND:
            value = expressions.constant_value(d)
            tokens.fail_with(uncommon("mapping pattern checks duplicate key (%r)"), value, NULL)
        seen.append(small(d))
    return d


# Classes.


def class_pattern(subject: int, d: int) -> int:
    """`Class(pattern, name=pattern)`; `d` is the operand for the class."""
    base = out.to_next(d)
    tokens.advance()
    out.attempt()
    names = list_object.new_list(0)
    positional = count_arguments(names)
    out.fail()
    count = positional + names.count
    if count > 127:
        tokens.fail(uncommon("too many sub-patterns"))
    if count > 1:
        out.push(count - 1)
    words: Tuple = tuple_object.new_tuple(items_of(names.items), names.count)
    k = out.constant(words)
    out.emit_attribute(Op.MATCH_CLASS, base, subject, k)
    out.draft.code.put(positional)
    fails = out.distance()
    for index in range(count):
        if index >= positional:
            tokens.advance()
            tokens.advance()
        fails = out.join(fails, pattern(base + index))
        accept(Token.COMMA)
    expressions.close(Token.RPAREN)
    patterns.catches_all = False
    return fails


def count_arguments(names: List) -> int:
    """Skip the arguments of a class pattern: the number of positional ones; the names of the
    others go to the list."""
    depth = tokens.start_depth
    count = 0
    while not targets.at_end(depth):
        if tokens.kind == Token.IDENTIFIER and expressions.assign_follows():
            word = scopes.as_name(tokens.value)
            tokens.advance()
            tokens.advance()
            if scopes.find(names, word) != scopes.NOT_FOUND:
                tokens.fail_with(
                    uncommon("attribute name repeated in class pattern: %s"), word, NULL
                )
            names.append(word)
        else:
            if names.count:
                tokens.fail(uncommon("positional patterns follow keyword patterns"))
            count += 1
        skip_pattern(depth)
        if not accept(Token.COMMA):
            break
    return count
