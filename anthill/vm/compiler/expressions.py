"""Expressions: one function per grammar rule, each returns an operand (see `emit`).

Code already emitted for something that turns out to be another thing (the first element of a
comprehension, the target of an assignment) is cut off again, and its text is compiled once more
when its turn has come: the order of evaluation is CPython's.
"""

from __future__ import annotations

from typing import NoReturn

from anthill.typed import (
    NULL,
    Array,
    Value,
    as_a,
    cold,
    fits_small,
    is_small,
    items_of,
    noinline,
    small,
    small_int,
    u8,
    u16,
)
from anthill.vm import errors
from anthill.vm.compiler import emit, functions, scopes, strings, targets
from anthill.vm.compiler.bytecode import (
    AWAIT,
    CALL_ARGS,
    CODE_COROUTINE,
    CODE_GENERATOR,
    FROM,
    Op,
    length_of,
)
from anthill.vm.compiler.emit import (
    ATTRIBUTE,
    COMPARE,
    CONST,
    FALSE,
    FUNCTION,
    GLOBAL,
    INT,
    ITEM,
    KIND,
    LOCAL,
    NAME,
    NONE,
    TEMP,
    TRUE,
    TUPLE,
    is_constant,
    local,
    operand,
    operand_x,
    operand_y,
    out,
    temporary,
)
from anthill.vm.compiler.tokens import Token, tokens
from anthill.vm.depth import check_depth
from anthill.vm.features import LARGE, SETS
from anthill.vm.messages import limit, message, uncommon
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.list import List
from anthill.vm.objects.singletons import ELLIPSIS
from anthill.vm.objects.singletons import NONE as NONE_OBJECT
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.tuple import EMPTY_TUPLE

MOST_NESTING = 100
MOST_ARGUMENTS = 40
"""Arguments of a call that are passed in registers."""
CHUNK = 24
"""Elements of a display that are collected in registers."""

# Kinds of expressions, for messages. Up to WHAT_STARRED they may be assigned to.
WHAT_NAME = 0
WHAT_ATTRIBUTE = 1
WHAT_SUBSCRIPT = 2
WHAT_TUPLE = 3
WHAT_LIST = 4
WHAT_STARRED = 5
WHAT_LITERAL = 6
WHAT_CALL = 7
WHAT_EXPRESSION = 8
WHAT_COMPARISON = 9
WHAT_CONDITIONAL = 10
WHAT_LAMBDA = 11
WHAT_FALSE = 12
WHAT_NONE = 13
WHAT_TRUE = 14
WHAT_ELLIPSIS = 15
WHAT_FSTRING = 16
WHAT_DICT = 17
WHAT_SET = 18
WHAT_LIST_COMPREHENSION = 19
WHAT_SET_COMPREHENSION = 20
WHAT_DICT_COMPREHENSION = 21
WHAT_GENERATOR = 22
WHAT_YIELD = 23
WHAT_NAMED = 24
WHAT_AWAIT = 25
WHAT_WEAK = 64
"""Flag: it binds no stronger than a comparison."""
WHAT_GROUP = 128
"""Flag: it stands in parentheses."""
WHAT_INSIDE = 32
"""Flag: it stands inside a tuple or list."""

_WHATS = (
    "name,attribute,subscript,tuple,list,starred,literal,function call,expression,comparison,"
    "conditional expression,lambda,False,None,True,ellipsis,f-string expression,dict literal,"
    "set display,list comprehension,set comprehension,dict comprehension,generator expression,"
    "yield expression,named expression,await expression"
).split(",")
if not LARGE:
    _WHATS[WHAT_CONDITIONAL:WHAT_FALSE] = ["expression", "expression"]
    del _WHATS[WHAT_ELLIPSIS:]
WHATS: Array[u16] = Array(u16, len(_WHATS))
for _index, _what in enumerate(_WHATS):
    WHATS[_index] = u16(message(_what))


def what_it_is() -> Str:
    """The kind of the expression compiled last, in words."""
    what = out.what & 31
    if not LARGE and what >= len(WHATS):
        what = WHAT_EXPRESSION
    return errors.said(int(WHATS[what]))


# Priorities of operators. An operand that stands behind one binds stronger than it.
LOWEST = 0
CONDITIONAL = 1
BOOLEAN = 2
NEGATION = 3
COMPARISON = 4
UNARY = 11
POWER = 12


def _priorities() -> bytes:
    levels = {
        BOOLEAN: "AND OR",
        COMPARISON: "LT LE EQ NE GT GE IN IS NOT",
        COMPARISON + 1: "BIT_OR",
        COMPARISON + 2: "XOR",
        COMPARISON + 3: "BIT_AND",
        COMPARISON + 4: "LSHIFT RSHIFT",
        COMPARISON + 5: "ADD SUB",
        COMPARISON + 6: "MUL TRUE_DIV FLOOR_DIV MOD MATMUL",
        POWER: "POW",
    }
    table = bytearray(len(Token))
    for level, line in levels.items():
        for word in line.split():
            table[Token[word]] = level
    return bytes(table)


PRIORITIES: bytes = _priorities()
"""By token: how strongly a binary operator binds; 0 for other tokens."""


def expect(kind: int) -> None:
    """Skip a token that must be there."""
    if tokens.kind != kind:
        tokens.invalid()
    tokens.advance()


def accept(kind: int) -> bool:
    """Skip a token if it is there."""
    if tokens.kind != kind:
        return False
    tokens.advance()
    return True


def deeper() -> None:
    """Count a level of nesting; `shallower` when it ends."""
    check_depth()
    out.nesting += 1
    if out.nesting > MOST_NESTING:
        tokens.fail(limit("too many nested parentheses"))


def shallower() -> None:
    """End a level of nesting."""
    out.nesting -= 1


# expression: disjunction ['if' disjunction 'else' expression] | lambda


def named_expression() -> int:
    """An expression that may be `name := value`."""
    d = expression()
    if tokens.kind == Token.WALRUS:
        return walrus(d)
    return d


def walrus(d: int) -> int:
    """The rest of `name := value`."""
    if not LARGE and (out.what != WHAT_NAME or out.iterables):
        tokens.invalid()
    if out.what != WHAT_NAME or (LARGE and out.group_end == tokens.last_end):
        pattern = uncommon("cannot use assignment expressions with %s")
        tokens.fail_between(pattern, what_it_is(), out.place, out.place_end)
    word = name_of(d)
    if LARGE:
        scopes.check_debug(word)
    if out.iterables:
        tokens.fail(
            uncommon("assignment expression cannot be used in a comprehension iterable expression")
        )
    tokens.advance()
    value = expression()
    if tokens.kind == Token.COLON and tokens.start_depth:
        tokens.invalid()
    target = scopes.walrus_target(word)
    out.what = WHAT_NAMED
    out.walrus_count += 1
    if target & KIND == LOCAL:
        scopes.assign(target, value)
        return target
    register = out.to_register(value)
    scopes.assign(target, local(register))
    return temporary(register)


def local_word(register: int) -> Str:
    """The name of a local variable or comprehension variable."""
    draft = out.draft
    if register < draft.names.count:
        return as_a(Str, draft.names.items[register])
    hidden = draft.hidden
    index = 1
    while small_int(hidden.items[index]) != register:
        index += 2
    return as_a(Str, hidden.items[index - 1])


def expression() -> int:
    """A conditional expression or a lambda, or anything that binds stronger."""
    return binary(LOWEST)


def disjunction() -> int:
    """Anything that binds stronger than a conditional expression."""
    return binary(CONDITIONAL)


@noinline
def conditional(d: int, start: int) -> int:
    """The rest of `d if ... else ...`; the code of `d`, which begins at `start`, goes behind that
    of the condition."""
    deeper()
    place = out.place
    register = out.to_next(d)
    middle = out.position()
    tokens.advance()
    jumps = condition(False, False)
    out.rotate(start, middle)
    if jumps:
        jumps -= middle - start
    leave = out.jump(Op.JUMP, 0, 0)
    out.land(jumps)
    if LARGE and tokens.kind != Token.ELSE:
        tokens.fail_between(
            uncommon("expected 'else' after 'if' expression"), NULL, place, tokens.last_end
        )
    expect(Token.ELSE)
    out.free(register)
    out.to_next(expression())
    out.land(leave)
    out.what = WHAT_CONDITIONAL
    out.place = place
    out.place_end = tokens.last_end
    shallower()
    return temporary(register)


@noinline
def boolean(d: int) -> int:
    """The rest of a row of operands with `and` and `or`, as a value."""
    register = out.to_next(d)
    when_true = 0
    when_false = 0
    while True:
        if tokens.kind == Token.AND:
            when_false = out.join(when_false, out.jump(Op.JUMP_UNLESS, register, 0))
        elif tokens.kind == Token.OR:
            when_true = out.join(when_true, out.jump(Op.JUMP_IF, register, 0))
            out.land(when_false)
            when_false = 0
        else:
            break
        tokens.advance()
        out.free(register)
        out.to_next(binary(BOOLEAN))
    out.land(when_true)
    out.land(when_false)
    out.what = WHAT_EXPRESSION | WHAT_WEAK
    return temporary(register)


# Conditions: the same grammar, as jumps.


def condition(sense: bool, whole: bool) -> int:
    """Compile a condition to jumps that are taken when it is `sense`; otherwise execution goes on
    behind. Returns the list of jumps. `whole`: it may be any named expression."""
    out.attempt()
    is_lambda = LARGE and whole and tokens.kind == Token.LAMBDA
    d = NONE
    if not is_lambda:
        d = tests()
    if is_lambda or (whole and (tokens.kind == Token.IF or tokens.kind == Token.WALRUS)):
        out.fail()
        d = named_expression()
        out.negated = False
        out.on_true = 0
        out.on_false = 0
    else:
        out.succeed()
    on_true = out.on_true
    on_false = out.on_false
    if sense:
        on_true = out.join(on_true, out.jump_when(d, not out.negated))
        out.land(on_false)
        return on_true
    on_false = out.join(on_false, out.jump_when(d, out.negated))
    out.land(on_true)
    return on_false


def tests() -> int:
    """Operands with `and`, `or` and `not`: emits jumps for all but the last operand, which is
    returned. `out.on_true` and `out.on_false` are the jumps taken when the whole is decided, and
    `out.negated` says that the last operand has a `not` before it."""
    deeper()
    on_true = 0
    on_false = 0
    while True:
        negated = False
        while tokens.kind == Token.NOT:
            tokens.advance()
            negated = not negated
        d = group_test()
        inner_true = out.on_true
        inner_false = out.on_false
        if negated:
            inner_true, inner_false = inner_false, inner_true
        negated = negated != out.negated
        if tokens.kind == Token.AND:
            inner_false = out.join(inner_false, out.jump_when(d, negated))
            out.land(inner_true)
            on_false = out.join(on_false, inner_false)
        elif tokens.kind == Token.OR:
            inner_true = out.join(inner_true, out.jump_when(d, not negated))
            on_true = out.join(on_true, inner_true)
            out.land(inner_false)
            out.land(on_false)
            on_false = 0
        else:
            break
        tokens.advance()
    out.on_true = out.join(on_true, inner_true)
    out.on_false = out.join(on_false, inner_false)
    out.negated = negated
    shallower()
    return d


def group_test() -> int:
    """An operand of `tests`: a condition in parentheses, or any comparison."""
    if tokens.kind == Token.LPAREN:
        out.attempt()
        tokens.advance()
        if tokens.kind == Token.NOT or begins_operand(tokens.kind):
            d = tests()
            if tokens.kind == Token.RPAREN:
                tokens.advance()
                if not goes_on(tokens.kind):
                    out.succeed()
                    return d
        out.fail()
    out.fused = True
    d = binary(LOWEST if not LARGE and tokens.kind == Token.LAMBDA else NEGATION)
    out.on_true = 0
    out.on_false = out.chain_exits
    out.chain_exits = 0
    out.negated = False
    return d


def begins_operand(kind: int) -> bool:
    """Whether a token may begin an operand of `and`, `or` and `not`."""
    return kind in (Token.IDENTIFIER, Token.NUMBER, Token.STRING, Token.LPAREN, Token.SUB)


def goes_on(kind: int) -> bool:
    """Whether a token behind a closing parenthesis continues the operand."""
    return (
        PRIORITIES[kind] >= COMPARISON
        or kind == Token.LPAREN
        or kind == Token.LBRACKET
        or kind == Token.DOT
    )


# Binary and unary operators, by priority.


def binary(limit: int) -> int:
    """Operands joined by operators that bind stronger than `limit`."""
    fused = out.fused
    out.fused = False
    line = tokens.start_line
    kind = tokens.kind
    first = out.position()
    place = tokens.start
    if kind == Token.SUB or kind == Token.ADD or kind == Token.INVERT:
        d = unary(kind, UNARY)
    elif kind == Token.NOT and limit < COMPARISON:
        d = unary(kind, BOOLEAN)
    elif kind == Token.LAMBDA and limit == LOWEST:
        return functions.lambda_expression()
    else:
        d = primary()
    while True:
        op = tokens.kind
        priority = int(PRIORITIES[op])
        if priority <= limit:
            out.place = place
            out.place_end = tokens.last_end
            return conditional(d, first) if op == Token.IF and limit == LOWEST else d
        if priority == BOOLEAN:
            d = boolean(d)
        elif priority == COMPARISON:
            d = comparison(d, fused, line)
        else:
            if not is_constant(d):
                kind = LOCAL if d & KIND == LOCAL and not out.draft.shared else TEMP
                d = operand(kind, out.kept(d), 0)
            start = out.position()
            walruses = out.walrus_count
            tokens.advance()
            deeper()
            right = binary(UNARY if priority == POWER else priority)
            shallower()
            if walruses != out.walrus_count and d & KIND == LOCAL:
                right = temporary(out.to_register(right))
                d = local(scopes.saved_before(operand_x(d), start, walruses))
            d = apply(op - Token.ADD, d, right, line)
            out.what = WHAT_EXPRESSION


@noinline
def apply(op: int, left: int, right: int, line: int) -> int:
    """The operand for `left op right`; `op` counts from Op.ADD."""
    if out.is_integer(left) and out.is_integer(right):
        d = folded(op + Op.ADD, out.integer_of(left), out.integer_of(right))
        if d != NOT_FOLDED:
            return d
    if right & KIND == INT and op <= Op.SUB - Op.ADD and -128 <= right >> 4 <= 127:
        a = out.to_register(left)
        out.free(a)
        out.line = line
        return out.pending(Op.ADD_INT + op, a, right >> 4 & 255)
    b = out.to_register(right)
    a = out.to_register(left)
    out.free(b)
    out.free(a)
    out.line = line
    return out.pending(Op.ADD + op, a, b)


FOLDED: int = sum(1 << (op - Op.ADD) for op in (Op.ADD, Op.SUB, Op.MUL, Op.AND, Op.OR, Op.LSHIFT))
"""Operations on constants that are done while compiling."""
NOT_FOLDED = -16
"""No operand of a constant: its kind is LOCAL."""


def folded(op: int, a: int, b: int) -> int:
    """The operand for an operation on two integers, or NOT_FOLDED."""
    if FOLDED >> (op - Op.ADD) & 1 and (op != Op.LSHIFT or 0 <= b <= 24):
        result = operations.binary(op, small(a), small(b))
        if is_small(result):
            return out.integer(small_int(result))
    return NOT_FOLDED


@noinline
def unary(kind: int, priority: int) -> int:
    """`-`, `+`, `~` or `not`, and its operand."""
    line = tokens.start_line
    deeper()
    tokens.advance()
    d = binary(priority)
    shallower()
    out.what = WHAT_EXPRESSION if kind != Token.NOT else WHAT_EXPRESSION | WHAT_WEAK
    if kind == Token.SUB:
        folded = negative(d)
        if folded != NOT_FOLDED:
            return folded
    register = out.to_register(d)
    out.free(register)
    out.line = line
    op = Op.NOT
    if kind != Token.NOT:
        op = Op.NEG if kind == Token.SUB else Op.POS if kind == Token.ADD else Op.INVERT
    return out.result(op, register)


def negative(d: int) -> int:
    """The operand for the negative of a constant, or NOT_FOLDED."""
    if out.is_integer(d):
        n = -out.integer_of(d)
        return out.integer(n) if fits_small(n) else NOT_FOLDED
    if d & KIND == CONST:
        value = out.draft.constants.items[operand_y(d)]
        if float_object.is_float(value):
            return out.const(float_object.new_float(-float_object.float_value(value)))
    return NOT_FOLDED


def comparison_op() -> int:
    """Skip a comparison operator; its opcode."""
    kind = tokens.kind
    tokens.advance()
    if kind == Token.IN:
        return Op.IN
    if kind == Token.NOT:
        if tokens.kind != Token.IN:
            tokens.invalid()
        tokens.advance()
        return Op.NOT_IN
    if kind == Token.IS:
        return Op.IS_NOT if accept(Token.NOT) else Op.IS
    return Op.LT + kind - Token.LT


@noinline
def comparison(d: int, fused: bool, line: int) -> int:
    """The rest of a chain of comparisons that begins with `d`. If `fused`, a chain that is false
    before its end jumps by `out.chain_exits`."""
    out.release(d)
    top = out.draft.top
    left = out.kept(d)
    if d & KIND == TEMP:
        out.push(1)
    exits = 0
    result = -1
    while True:
        op = comparison_op()
        start = out.position()
        walruses = out.walrus_count
        right = out.kept(binary(COMPARISON))
        left = scopes.saved_before(left, start, walruses)
        out.line = line
        d = operand(COMPARE, left, op << 8 | right)
        if PRIORITIES[tokens.kind] != COMPARISON:
            break
        if fused:
            exits = out.join(exits, jump_unless(d))
        else:
            if result < 0:
                result = out.push(1)
            out.load(d, result)
            exits = out.join(exits, out.jump(Op.JUMP_UNLESS, result, 0))
        left = right
    out.what = WHAT_COMPARISON
    if result < 0:
        out.chain_exits = exits
        return d
    out.load(d, result)
    out.land(exits)
    out.draft.top = top
    return temporary(out.to_next(local(result)))


def jump_unless(d: int) -> int:
    """A jump taken when a COMPARE operand is false; its registers stay taken."""
    op = operand_y(d) >> 8
    if op <= Op.GE:
        return out.jump(Op.JUMP_UNLESS_LT + op - Op.LT, operand_x(d), operand_y(d) & 255)
    register = out.push(1)
    out.load(d, register)
    return out.jump(Op.JUMP_UNLESS, register, 0)


# primary: atom ('.' name | '(' arguments ')' | '[' slices ']')*


def primary() -> int:
    """An atom with attributes, calls and subscripts."""
    line = tokens.start_line
    if tokens.kind == Token.AWAIT:
        return await_expression()
    place = tokens.start
    d = trailers(atom(), line)
    out.place = place
    out.place_end = tokens.last_end
    return d


def trailers(d: int, line: int) -> int:
    """The attributes, calls and subscripts behind an atom that begins in a line. What is done
    with an attribute counts to the line of its name."""
    place = line
    while True:
        kind = tokens.kind
        if kind == Token.DOT:
            tokens.advance()
            register = out.to_register(d)
            place = tokens.start_line
            d = operand(ATTRIBUTE, register, out.constant(scopes.identifier()))
            out.what = WHAT_ATTRIBUTE
        elif kind == Token.LPAREN:
            deeper()
            d = call(d, place)
            shallower()
            out.what = WHAT_CALL
            place = line
        elif kind == Token.LBRACKET:
            deeper()
            d = subscript(d)
            shallower()
            out.what = WHAT_SUBSCRIPT
            place = line
        else:
            return d
        out.line = place


@noinline
def atom() -> int:
    """Names, literals and displays."""
    kind = tokens.kind
    out.line = tokens.start_line
    if kind == Token.IDENTIFIER:
        word = scopes.identifier()
        out.what = WHAT_NAME
        return scopes.variable(word)
    if kind == Token.NUMBER:
        value = tokens.value
        tokens.advance()
        out.what = WHAT_LITERAL
        return value_operand(value)
    if kind == Token.STRING or kind == Token.FSTRING:
        return strings.string_atom()
    if kind == Token.LPAREN or kind == Token.LBRACKET or kind == Token.LBRACE:
        deeper()
        if kind == Token.LPAREN:
            d = group()
        elif kind == Token.LBRACKET:
            d = list_display()
        else:
            d = brace_display()
        shallower()
        return d
    if Token.FALSE <= kind <= Token.TRUE:
        tokens.advance()
        out.what = WHAT_FALSE + kind - Token.FALSE
        return FALSE if kind == Token.FALSE else NONE if kind == Token.NONE else TRUE
    if kind == Token.ELLIPSIS:
        tokens.advance()
        out.what = WHAT_ELLIPSIS
        return out.const(ELLIPSIS)
    tokens.invalid()


def value_operand(value: Value) -> int:
    """The operand for any constant."""
    if is_small(value):
        return out.integer(small_int(value))
    if value is NONE_OBJECT:
        return NONE
    if value is bool_object.TRUE:
        return TRUE
    return FALSE if value is bool_object.FALSE else out.const(value)


def constant_value(d: int) -> Value:
    """The Value of a constant operand."""
    match d & KIND:
        case emit.INT:
            return small(d >> 4)
        case emit.NONE:
            return NONE_OBJECT
        case emit.TRUE:
            return bool_object.TRUE
        case emit.FALSE:
            return bool_object.FALSE
        case _:
            return out.draft.constants.items[operand_y(d)]


# Displays.


def starred_or_named() -> int:
    """An element of a display; `out.starred` tells whether it has a star."""
    d = starred_or_plain()
    return walrus(d) if tokens.kind == Token.WALRUS and not out.starred else d


def starred_or_plain() -> int:
    """An element of a tuple without parentheses; `out.starred` tells whether it has a star."""
    if tokens.kind != Token.MUL:
        d = expression()
        out.starred = False
        return d
    place = tokens.start
    tokens.advance()
    d = binary(COMPARISON)
    out.starred = True
    out.place = place
    if out.what > WHAT_LIST:
        return d
    out.what = WHAT_STARRED
    return d


def begins_expression(kind: int) -> bool:
    """Whether a token may begin an expression or a starred one."""
    return (
        Token.IDENTIFIER <= kind <= Token.MUL
        or kind in (Token.LPAREN, Token.LBRACKET, Token.LBRACE, Token.ELLIPSIS, Token.INVERT)
        or Token.FALSE <= kind <= Token.TRUE
        or kind in (Token.NOT, Token.LAMBDA, Token.AWAIT)
    )


# Kinds of elements.
PLAIN = 0
NAMED = 1
"""`name := value` may be one."""
SLICES = 2


def elements(d: int, op: int, kind: int) -> int:
    """The rest of a comma-separated list whose first element is `d`, compiled in an attempt that
    ends here: the operand for what `op` (BUILD_TUPLE, BUILD_LIST or BUILD_SET) makes of it."""
    start = out.attempt_start()
    out.succeed()
    if out.what > WHAT_STARRED:
        tokens.drop_target()
    draft = out.draft
    out.release(d)
    base = draft.top
    values = list_object.new_list(0)
    place = out.place
    bad_place = 0
    bad_end = 0
    bad = -1
    count = 0
    constant = True
    collected = False
    while True:
        if out.what > WHAT_STARRED and bad < 0:
            bad = out.what
            bad_place = out.place
            bad_end = out.place_end
        if not collected and (out.starred or count == CHUNK):
            collect(d, op, base, count)
            collected = True
        elif collected:
            out.emit(element_op(op, out.starred), base, out.to_register(d))
        else:
            constant = constant and op == Op.BUILD_TUPLE and is_constant(d)
            if constant:
                values.append(constant_value(d))
            out.to_next(d)
            count += 1
        if collected:
            draft.top = base + 1
        if not accept(Token.COMMA):
            break
        if kind == SLICES and tokens.kind == Token.COLON:
            d = slice_item()
        elif not begins_expression(tokens.kind):
            break
        else:
            d = element(kind)
    draft.top = base
    out.starred = False
    out.what = WHAT_LIST if op == Op.BUILD_LIST else WHAT_TUPLE
    out.place = place
    out.place_end = tokens.last_end
    if bad >= 0:
        out.what = bad | WHAT_INSIDE
        out.place = bad_place
        out.place_end = bad_end
    if collected:
        if op == Op.BUILD_TUPLE:
            return out.result(Op.LIST_TO_TUPLE, base)
        out.push(1)
        return temporary(base)
    if op != Op.BUILD_TUPLE:
        return out.pending(op, base, count)
    if constant:
        out.cut(start, draft.constants.count)
        return out.const(tuple_object.new_tuple(items_of(values.items), count))
    out.push(count)
    return operand(TUPLE, base, count)


def element(kind: int) -> int:
    """One element; `out.starred` tells whether it has a star."""
    if kind == SLICES:
        return slice_item()
    return starred_or_named() if kind == NAMED else starred_or_plain()


def collect(d: int, op: int, base: int, count: int) -> None:
    """Make the container for the elements so far, in register `base`, and add `d` to it."""
    register = out.to_register(d)
    if register == base:
        out.draft.top = base
        register = out.push(2) + 1
        out.emit(Op.MOVE, register, base)
    elif out.draft.top == base:
        out.push(1)
    out.emit3(Op.BUILD_SET if SETS and op == Op.BUILD_SET else Op.BUILD_LIST, base, base, count)
    out.emit(element_op(op, out.starred), base, register)


def element_op(op: int, starred: bool) -> int:
    """The opcode that adds one element, or all items of a starred one, to the container."""
    if SETS and op == Op.BUILD_SET:
        return Op.SET_UPDATE if starred else Op.SET_ADD
    return Op.LIST_EXTEND if starred else Op.LIST_APPEND


def expression_list() -> int:
    """Expressions with commas between: one operand, a tuple if there is a comma."""
    out.attempt()
    d = starred_or_plain()
    if tokens.kind == Token.COMMA:
        return elements(d, Op.BUILD_TUPLE, PLAIN)
    out.succeed()
    check_unstarred()
    return d


def check_unstarred() -> None:
    """SyntaxError if the expression compiled last has a star."""
    if out.starred:
        fail_here(uncommon("can't use starred expression here"))


@cold
def fail_here(pattern: int) -> NoReturn:
    """SyntaxError for the expression compiled last."""
    tokens.fail_between(pattern, NULL, out.place, out.place_end)


def statement_expression() -> int:
    """As `value_expression`, or one starred target, which `out.starred` tells."""
    out.starred = False
    if tokens.kind == Token.YIELD:
        return yield_expression()
    out.attempt()
    d = starred_or_plain()
    if tokens.kind != Token.COMMA:
        out.succeed()
        return d
    d = elements(d, Op.BUILD_TUPLE, PLAIN)
    out.starred = False
    return d


def name_of(d: int) -> Str:
    """The name that an operand, compiled from a name alone, stands for."""
    if d & KIND == LOCAL:
        return local_word(operand_x(d))
    return out.constant_name(d)


def value_expression() -> int:
    """What may stand to the right of `=`: expressions with commas, or `yield`."""
    if tokens.kind == Token.YIELD:
        return yield_expression()
    return expression_list()


def is_comprehension() -> bool:
    """Whether the clauses of a comprehension follow."""
    return tokens.kind == Token.FOR or tokens.kind == Token.ASYNC


def group() -> int:
    """Parentheses: a tuple, a generator expression, or just an expression."""
    tokens.begin_display()
    tokens.advance()
    if accept(Token.RPAREN):
        out.what = WHAT_TUPLE
        return out.const(EMPTY_TUPLE)
    if tokens.kind == Token.YIELD:
        d = yield_expression()
    else:
        out.attempt()
        d = starred_or_named()
        if tokens.kind == Token.COMMA:
            d = elements(d, Op.BUILD_TUPLE, NAMED)
        elif is_comprehension():
            d = functions.generator()
        else:
            out.succeed()
            if LARGE and out.starred:
                fail_here(uncommon("cannot use starred expression here"))
            check_unstarred()
    if out.what > WHAT_STARRED:
        out.what |= WHAT_GROUP
    close(Token.RPAREN)
    if LARGE:
        out.group_end = tokens.last_end
    return d


def close(kind: int) -> None:
    """Skip a closing bracket."""
    if tokens.kind != kind:
        missing_comma()
    tokens.advance()


@cold
def missing_comma() -> NoReturn:
    """SyntaxError for something other than a comma or the end inside brackets."""
    tokens.check_open()
    if LARGE and is_comprehension():
        fail_here(message("did you forget parentheses around the comprehension target?"))
    if begins_expression(tokens.kind):
        tokens.fail_between(
            message("invalid syntax. Perhaps you forgot a comma?"),
            NULL,
            out.place,
            tokens.position(),
        )
    tokens.invalid()


def list_display() -> int:
    """A list, or a list comprehension."""
    tokens.begin_display()
    tokens.advance()
    if accept(Token.RBRACKET):
        out.what = WHAT_LIST
        return out.pending(Op.BUILD_LIST, 0, 0)
    out.attempt()
    d = starred_or_named()
    if is_comprehension():
        d = functions.comprehension(Op.BUILD_LIST)
        out.what = WHAT_LIST_COMPREHENSION
    else:
        d = elements(d, Op.BUILD_LIST, NAMED)
    close(Token.RBRACKET)
    return d


def brace_display() -> int:
    """A dict or set, or a comprehension that makes one."""
    tokens.begin_display()
    tokens.drop_target_inside()
    tokens.advance()
    base = out.push(1)
    if tokens.kind == Token.RBRACE or tokens.kind == Token.POW:
        made = out.position()
        out.emit1(Op.BUILD_DICT, base)
        finish_dict(made, 0)
        d = temporary(base)
    else:
        out.draft.top = base
        out.attempt()
        out.push(1)
        d = starred_or_named()
        if tokens.kind == Token.COLON and not out.starred:
            d = first_entry(d, base)
        elif not SETS:
            tokens.fail(message("this board has no sets"))
        elif is_comprehension():
            d = functions.comprehension(Op.BUILD_SET)
            out.what = WHAT_SET_COMPREHENSION
        else:
            d = set_display(d, base)
    close(Token.RBRACE)
    return d


def set_display(d: int, base: int) -> int:
    """The rest of a set whose first element is `d`."""
    d = elements(d, Op.BUILD_SET, NAMED)
    out.what = WHAT_SET
    out.draft.top = base
    if d & KIND == TEMP:
        return temporary(out.to_next(local(operand_x(d))))
    return d


def first_entry(d: int, base: int) -> int:
    """Behind the first key of a dict that goes to register `base`: its entries, or the clauses of
    a comprehension."""
    key = out.kept(d)
    tokens.advance()
    if LARGE:
        check_value()
    start = out.position()
    walruses = out.walrus_count
    d = expression()
    if is_comprehension():
        d = functions.comprehension(Op.BUILD_DICT)
        out.what = WHAT_DICT_COMPREHENSION
        return d
    out.succeed()
    value = out.to_register(d)
    key = scopes.saved_before(key, start, walruses)
    made = out.position()
    out.emit1(Op.BUILD_DICT, base)
    out.emit3(Op.SET_ITEM, base, key, value)
    out.draft.top = base + 1
    if accept(Token.COMMA):
        finish_dict(made, 1)
    out.what = WHAT_DICT
    return temporary(base)


def finish_dict(made: int, count: int) -> None:
    """The other entries of a dict; `made` is where BUILD_DICT is, `count` how many it has."""
    data = out.draft.code.data
    count += dict_entries(int(data[made + 1]))
    out.draft.code.data[made + 2] = u8(count if count < 255 else 255)
    out.what = WHAT_DICT


def dict_entries(base: int) -> int:
    """The entries of a dict up to its end; their number."""
    count = 0
    while tokens.kind != Token.RBRACE:
        if accept(Token.POW):
            register = out.to_register(binary(COMPARISON))
            out.emit(Op.DICT_UPDATE, base, register)
            if LARGE and is_comprehension():
                tokens.fail(uncommon("dict unpacking cannot be used in dict comprehension"))
        else:
            entry(base)
        count += 1
        out.draft.top = base + 1
        if not accept(Token.COMMA):
            break
    return count


def entry(base: int) -> None:
    """`key: value`, to the dict in register `base`."""
    key = out.kept(expression())
    if LARGE and tokens.kind != Token.COLON:
        fail_here(uncommon("':' expected after dictionary key"))
    expect(Token.COLON)
    if LARGE:
        check_value()
    start = out.position()
    walruses = out.walrus_count
    register = out.to_register(expression())
    out.emit3(Op.SET_ITEM, base, scopes.saved_before(key, start, walruses), register)


@cold
def check_value() -> None:
    """SyntaxError for what cannot be the value of a dict's entry."""
    if tokens.kind == Token.MUL:
        tokens.fail(uncommon("cannot use a starred expression in a dictionary value"))
    if tokens.kind == Token.RBRACE or tokens.kind == Token.COMMA:
        tokens.fail(uncommon("expression expected after dictionary key and ':'"))


# Subscripts.


def subscript(d: int) -> int:
    """The operand for `d[...]`."""
    register = out.kept(d)
    tokens.advance()
    out.attempt()
    start = out.position()
    walruses = out.walrus_count
    key = slice_item()
    if tokens.kind == Token.COMMA or out.starred:
        key = elements(key, Op.BUILD_TUPLE, SLICES)
    else:
        out.succeed()
    index = out.to_register(key)
    held = scopes.saved_before(register, start, walruses)
    if held != register:
        register = out.to_next(local(held))
    close(Token.RBRACKET)
    return operand(ITEM, register, index)


def slice_item() -> int:
    """An expression, a starred one or a slice."""
    if tokens.kind == Token.MUL:
        if not LARGE:
            return starred_or_plain()
        tokens.advance()
        d = expression()
        out.starred = True
        return d
    base = -1
    out.starred = False
    if tokens.kind != Token.COLON:
        if tokens.kind == Token.RBRACKET:
            tokens.invalid()
        d = named_expression()
        out.starred = False
        if tokens.kind != Token.COLON:
            return d
        base = out.to_next(d)
    else:
        base = out.to_next(NONE)
    tokens.advance()
    slice_bound()
    if accept(Token.COLON):
        slice_bound()
    else:
        out.to_next(NONE)
    out.starred = False
    out.what = WHAT_EXPRESSION
    out.draft.top = base
    return out.result(Op.BUILD_SLICE, base)


def slice_bound() -> None:
    """One bound of a slice, None if it is missing."""
    kind = tokens.kind
    if kind == Token.COLON or kind == Token.COMMA or kind == Token.RBRACKET:
        out.to_next(NONE)
    else:
        out.to_next(expression())


# Calls.


def call(d: int, line: int) -> int:
    """The operand for `d(...)`."""
    kind = d & KIND
    out.line = line
    out.release(d)
    base = out.draft.top
    method = -1
    first = CALL_ARGS
    is_super = (kind == GLOBAL or kind == NAME) and out.constant_name(d) is name("super")
    if kind == ATTRIBUTE:
        out.push(first + 1)
        out.emit_attribute(Op.LOAD_METHOD, base, operand_x(d), operand_y(d))
        method = out.position() - length_of(Op.LOAD_METHOD)
        first += 1
    else:
        out.to_next(d)
        out.push(first - 1)
    tokens.advance()
    if is_super and tokens.kind == Token.RPAREN and out.draft.positional and scopes.in_class():
        super_arguments()
        out.line = line
        out.emit(Op.CALL, base, 2)
    else:
        count, keywords, star = arguments(base, base + first, method)
        out.line = line
        emit_call(base, count, keywords, star, method >= 0)
    tokens.advance()
    out.draft.top = base + 1
    return temporary(base)


def super_arguments() -> None:
    """The arguments that `super()` leaves out: the class and the first parameter."""
    out.to_next(scopes.variable(name("__class__")))
    out.to_next(local(0))


def arguments(base: int, first: int, method: int) -> tuple[int, List | None, bool]:
    """The arguments of a call up to its `)`; the positional ones go to `first` and the registers
    behind it. `method` is the position of LOAD_METHOD, -1 without. The number of positional
    arguments, the names of the others, and whether all are in a list and a dict because there are
    stars or very many of them."""
    count = 0
    keywords: List | None = None
    star = False
    lone = False
    mapping = False
    begun = -1
    single = False
    while tokens.kind != Token.RPAREN:
        kind = tokens.kind
        middle = out.position()
        if LARGE and keywords is None and kind == Token.IDENTIFIER and assign_follows():
            begun = middle if star else -1
            stars = stars_ahead()
            if stars and not star:
                star = True
                single = count == 0 and stars == 1
                spread(base, first, -1 if single else count, None, method)
                begun = out.position()
        starred = kind == Token.MUL or kind == Token.POW
        given = count if keywords is None else count + keywords.count
        if lone and kind != Token.POW and not (kind == Token.IDENTIFIER and assign_follows()):
            begin_list(base + CALL_ARGS)
            lone = False
        if (starred or given >= MOST_ARGUMENTS) and not star:
            star = True
            lone = kind == Token.MUL and count == 0
            spread(base, first, count if not lone else -1, keywords, method)
        if starred:
            tokens.advance()
            if kind == Token.MUL and mapping:
                tokens.fail(
                    uncommon("iterable argument unpacking follows keyword argument unpacking")
                )
            register = out.to_register(expression())
            if kind == Token.MUL:
                whole = lone or single
                out.emit(Op.MOVE if whole else Op.LIST_EXTEND, base + CALL_ARGS, register)
                if LARGE and begun >= 0:
                    out.rotate(begun, middle)
                    begun += out.position() - middle
            else:
                if keywords is None and not mapping:
                    out.emit1(Op.BUILD_DICT, base + CALL_ARGS + 1)
                out.emit(Op.DICT_MERGE, base + CALL_ARGS + 1, register)
                mapping = True
            out.draft.top = base + CALL_ARGS + 2
        elif kind == Token.IDENTIFIER and assign_follows():
            keywords = keyword_argument(keywords, base, star, mapping)
        else:
            d = positional_argument(1 if LARGE and star else count, keywords, mapping)
            if star:
                register = out.to_register(d)
                out.emit(Op.LIST_APPEND, base + CALL_ARGS, register)
                out.draft.top = base + CALL_ARGS + 2
            else:
                out.to_next(d)
                count += 1
        if not accept(Token.COMMA):
            break
    if tokens.kind != Token.RPAREN:
        missing_comma()
    return count, keywords, star


def stars_ahead() -> int:
    """At a keyword argument: how many arguments with one star come behind it."""
    out.attempt()
    depth = tokens.start_depth
    count = 0
    lambdas = 0
    begins = False
    while tokens.depth >= depth:
        if begins and tokens.kind == Token.MUL:
            count += 1
        if tokens.depth == depth and tokens.kind == Token.LAMBDA:
            lambdas += 1
        elif tokens.depth == depth and tokens.kind == Token.COLON:
            lambdas -= 1
        begins = tokens.depth == depth and tokens.kind == Token.COMMA and not lambdas
        strings.skip()
    out.fail()
    return count


def emit_call(base: int, count: int, keywords: List | None, star: bool, method: bool) -> None:
    """Emit the call of what is in register `base`."""
    if star:
        out.emit1(Op.CALL_STAR, base)
    elif keywords is not None:
        k = out.constant(tuple_object.new_tuple(items_of(keywords.items), keywords.count))
        out.emit_attribute(Op.CALL_METHOD_KW if method else Op.CALL_KW, base, count, k)
    else:
        out.emit(Op.CALL_METHOD if method else Op.CALL, base, count)


def assign_follows() -> bool:
    """Whether `=` comes behind the current name."""
    tokens.skip_space(False)
    return tokens.peek() == ord("=") and tokens.peek_second() != ord("=")


def positional_argument(count: int, keywords: List | None, mapping: bool) -> int:
    """A positional argument, or a generator expression as the only argument."""
    out.attempt()
    d = named_expression()
    if is_comprehension():
        place = out.place
        d = functions.generator()
        if count or keywords is not None or tokens.kind != Token.RPAREN:
            if not LARGE:
                tokens.invalid()
            tokens.fail_between(
                uncommon("Generator expression must be parenthesized"),
                NULL,
                place,
                tokens.last_end,
            )
        return d
    out.succeed()
    if tokens.kind == Token.ASSIGN:
        if WHAT_FALSE <= out.what <= WHAT_TRUE:
            targets.cannot_assign(message("cannot assign to %s"))
        tokens.fail_between(
            message('expression cannot contain assignment, perhaps you meant "=="?'),
            NULL,
            out.place,
            tokens.position(),
        )
    elif mapping:
        tokens.fail(uncommon("positional argument follows keyword argument unpacking"))
    elif keywords is not None:
        tokens.fail(message("positional argument follows keyword argument"))
    return d


def keyword_argument(keywords: List | None, base: int, star: bool, mapping: bool) -> List:
    """`name=value`: to the next register, or into the dict of a call with stars."""
    word = scopes.identifier()
    if LARGE:
        scopes.check_debug(word)
    if keywords is None:
        keywords = list_object.new_list(2)
        if star and not mapping:
            out.emit1(Op.BUILD_DICT, base + CALL_ARGS + 1)
    elif scopes.find(keywords, word) != scopes.NOT_FOUND:
        tokens.fail_name(message("keyword argument repeated: %s"), word)
    keywords.append(word)
    tokens.advance()
    if LARGE and (tokens.kind == Token.COMMA or tokens.kind == Token.RPAREN):
        tokens.fail(uncommon("expected argument value expression"))
    if not star:
        out.to_next(expression())
        return keywords
    target = base + CALL_ARGS + 1
    if mapping:
        target = out.push(1)
        out.emit(Op.BUILD_DICT, target, 1)
    key = out.to_next(out.const(word))
    register = out.to_register(expression())
    out.emit3(Op.SET_ITEM, target, key, register)
    if mapping:
        out.emit(Op.DICT_MERGE, base + CALL_ARGS + 1, target)
    out.draft.top = base + CALL_ARGS + 2
    return keywords


def spread(base: int, first: int, count: int, keywords: List | None, method: int) -> None:
    """Go over to a call with stars: the arguments so far into a list and a dict. A `count` of -1
    says that the positional ones are to be what one star is in front of, which needs no list."""
    positional = base + CALL_ARGS
    if method >= 0:
        out.draft.code.data[method] = Op.GET_ATTR
    if keywords is None:
        if count >= 0:
            out.emit3(Op.BUILD_LIST, positional, first, count)
        out.emit1(Op.LOAD_NULL, positional + 1)
    else:
        made = out.push(3)
        if count < 0:
            count = 0
        out.emit3(Op.BUILD_LIST, made, first, count)
        out.emit(Op.BUILD_DICT, made + 1, keywords.count)
        for index in range(keywords.count):
            out.load(out.const(keywords.items[index]), made + 2)
            out.emit3(Op.SET_ITEM, made + 1, made + 2, first + count + index)
        out.emit(Op.MOVE, positional, made)
        out.emit(Op.MOVE, positional + 1, made + 1)
    if out.draft.top < positional + 2:
        out.push(positional + 2 - out.draft.top)
    out.draft.top = positional + 2


def begin_list(positional: int) -> None:
    """Other arguments follow a lone star: have its items in a list."""
    made = out.push(1)
    out.emit3(Op.BUILD_LIST, made, made, 0)
    out.emit(Op.LIST_EXTEND, made, positional)
    out.emit(Op.MOVE, positional, made)
    out.draft.top = made


# Yield.


def yield_expression() -> int:
    """`yield`, `yield value` or `yield from iterable`."""
    draft = out.draft
    line = tokens.start_line
    if draft.kind != FUNCTION:
        tokens.fail(message("'yield' outside function"))
    if LARGE:
        check_yield(draft)
    tokens.advance()
    out.line = line
    if tokens.kind == Token.FROM:
        if draft.flags & CODE_COROUTINE:
            tokens.fail(uncommon("'yield from' inside async function"))
        draft.flags |= CODE_GENERATOR
        tokens.advance()
        source = out.to_register(expression())
        register = delegation(source, FROM)
        out.what = WHAT_YIELD
        return temporary(register)
    draft.flags |= CODE_GENERATOR
    if draft.flags & CODE_COROUTINE and draft.returns_value:
        tokens.fail(uncommon("'return' with value in async generator"))
    d = NONE
    if begins_expression(tokens.kind):
        d = expression_list()
    register = out.to_register(d)
    out.free(register)
    out.line = line
    out.what = WHAT_YIELD
    return out.result(Op.YIELD, register)


@cold
def check_yield(draft: emit.Draft) -> None:
    """SyntaxError inside a comprehension or generator expression."""
    if draft.is_generator_expression:
        tokens.fail(uncommon("'yield' inside generator expression"))
    if out.comprehensions and draft.hidden.count:
        match out.comprehension:
            case Op.BUILD_LIST:
                tokens.fail(uncommon("'yield' inside list comprehension"))
            case Op.BUILD_SET:
                tokens.fail(uncommon("'yield' inside set comprehension"))
            case _:
                tokens.fail(uncommon("'yield' inside dict comprehension"))


def delegation(source: int, kind: int) -> int:
    """Emit `yield from` or `await` for a register, which is given back; the register of the
    result."""
    out.free(source)
    register = out.push(2)
    out.emit3(Op.ASYNC, register + 1, source, kind)
    finish_delegation(register)
    return register


def finish_delegation(register: int) -> None:
    """Emit the loop that delegates to the iterator in the register behind this one, which gets the
    result."""
    out.emit1(Op.LOAD_NONE, register)
    again = out.position()
    done = out.jump(Op.YIELD_FROM, register, register + 1)
    out.loop(again)
    out.land(done)
    out.draft.top = register + 1


def await_expression() -> int:
    """`await primary`"""
    line = tokens.start_line
    check_async(message("'await' outside async function"))
    deeper()
    tokens.advance()
    start = tokens.start_line
    source = out.to_register(trailers(atom(), start))
    shallower()
    out.line = line
    register = delegation(source, AWAIT)
    out.what = WHAT_AWAIT
    return temporary(register)


def check_async(reason: int) -> None:
    """SyntaxError unless here may be awaited. A generator expression that awaits becomes an
    asynchronous generator."""
    draft = out.draft
    if draft.kind != FUNCTION:
        if reason == message("'await' outside async function"):
            reason = message("'await' outside function")
        tokens.fail(reason)
    if draft.name is name("<genexpr>"):
        draft.flags |= CODE_COROUTINE
    if not draft.flags & CODE_COROUTINE:
        tokens.fail(reason)


# A module of an import cycle: only functions use its names.
from anthill.vm import operations  # noqa: E402
