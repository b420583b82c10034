"""Functions and what works like one: parameters, lambda, comprehensions, generator expressions."""

from __future__ import annotations

from anthill.vm.compiler import blocks, expressions, scopes, strings, targets
from anthill.vm.compiler.bytecode import (
    AITER,
    ANEXT,
    CALL_ARGS,
    CODE_CLOSES,
    CODE_COROUTINE,
    CODE_GENERATOR,
    CODE_VARARGS,
    CODE_VARKEYWORDS,
    END_FOR,
    Op,
)
from anthill.vm.compiler.emit import (
    FUNCTION,
    KIND,
    LOCAL,
    MODULE,
    Draft,
    new_draft,
    operand_x,
    out,
    temporary,
)
from anthill.vm.compiler.tokens import Mark, Token, tokens
from anthill.vm.features import LARGE, SETS
from anthill.vm.messages import limit, message, uncommon
from anthill.vm.objects.code import Code
from anthill.vm.objects.str import Str, name

# Bits of MAKE_FUNCTION.
HAS_DEFAULTS = 1
HAS_KEYWORD_DEFAULTS = 2
HAS_ANNOTATIONS = 4
MOST_COMPREHENSIONS = 12
FIRST_DEFAULT = 3
"""The positional defaults are computed behind the registers of MAKE_FUNCTION."""


def begin(draft: Draft) -> None:
    """Make a draft whose parameters are known the current one."""
    for index in range(draft.names.count):
        draft.constants.append(draft.names.items[index])
    out.current = draft


def make(code: Code, base: int, bits: int) -> int:
    """The operand for a function of this code, in register `base`, where its defaults are."""
    out.draft.top = base
    out.push(1)
    k = out.wide(out.constant(code))
    out.emit3(Op.MAKE_FUNCTION, base, k, bits)
    return temporary(base)


def lambda_expression() -> int:
    """`lambda parameters: expression`"""
    expressions.deeper()
    line = tokens.start_line
    if LARGE and tokens.start_depth == tokens.field_depth:
        tokens.fail(uncommon("f-string: lambda expressions are not allowed without parentheses"))
    tokens.advance()
    base = out.draft.top
    draft = new_draft(name("<lambda>"), FUNCTION, line)
    bits = parameters(draft, Token.COLON)
    expressions.expect(Token.COLON)
    hiding = out.hiding
    out.hiding = False
    begin(draft)
    register = out.to_register(expressions.expression())
    out.emit1(Op.RETURN, register)
    code = scopes.finish()
    out.hiding = hiding
    out.line = line
    out.what = expressions.WHAT_LAMBDA
    expressions.shallower()
    return make(code, base, bits)


# Parameters. Their defaults are computed in the enclosing function.


def parameters(draft: Draft, closing: int) -> int:
    """The parameters up to the closing token, into a draft that is not yet the current one;
    returns the bits for MAKE_FUNCTION."""
    base = out.draft.top
    bits = 0
    defaults = 0
    rest: Str | None = None
    star = False
    while tokens.kind != closing:
        if draft.flags & CODE_VARKEYWORDS:
            tokens.fail(uncommon("arguments cannot follow var-keyword argument"))
        if tokens.kind == Token.TRUE_DIV:
            end_positional_only(draft, star)
        elif expressions.accept(Token.POW):
            bits |= parameter_name(draft, rest, closing, base, bits)
            check_annotation()
            draft.flags |= CODE_VARKEYWORDS
        elif expressions.accept(Token.MUL):
            if star:
                tokens.fail(uncommon("* argument may appear only once"))
            star = True
            bits = default_tuple(base, defaults, bits)
            if LARGE and tokens.kind == closing:
                tokens.fail(uncommon("named arguments must follow bare *"))
            if tokens.kind != Token.COMMA and tokens.kind != closing:
                bits |= parameter_name(draft, rest, closing, base, bits)
                rest = take_last(draft)
                draft.flags |= CODE_VARARGS
        else:
            bits |= parameter_name(draft, rest, closing, base, bits)
            check_annotation()
            if star:
                draft.keyword_only += 1
            else:
                draft.positional += 1
            if expressions.accept(Token.ASSIGN):
                hold_parts(base)
                if star:
                    keyword_default(draft, base, bits)
                    bits |= HAS_KEYWORD_DEFAULTS
                else:
                    out.to_next(expressions.expression())
                    defaults += 1
            elif defaults and not star:
                word = scopes.as_name(draft.names.items[draft.names.count - 1])
                tokens.fail_name(
                    message("parameter without a default follows parameter with a default"), word
                )
        if not expressions.accept(Token.COMMA):
            break
    if star and rest is None and draft.keyword_only == 0:
        tokens.fail(uncommon("named arguments must follow bare *"))
    place_rest(draft, rest)
    return bits if star else default_tuple(base, defaults, bits)


def end_positional_only(draft: Draft, star: bool) -> None:
    """The `/` in a list of parameters."""
    if star:
        tokens.fail(uncommon("/ must be ahead of *"))
    if draft.positional_only:
        tokens.fail(uncommon("/ may appear only once"))
    if draft.positional == 0:
        tokens.fail(uncommon("at least one argument must precede /"))
    draft.positional_only = draft.positional
    tokens.advance()


def hold_parts(base: int) -> None:
    """Take the registers of MAKE_FUNCTION, unless that has been done."""
    if out.draft.top == base:
        out.push(FIRST_DEFAULT)


def parameter_name(draft: Draft, rest: Str | None, closing: int, base: int, bits: int) -> int:
    """One parameter and its annotation; what this adds to the bits."""
    word = scopes.identifier()
    if LARGE:
        out.starred = False
        scopes.check_debug(word)
    if word is rest or scopes.find(draft.names, word) != scopes.NOT_FOUND:
        tokens.fail_name(message("duplicate argument '%s' in function definition"), word)
    scopes.new_local(draft, word)
    if closing == Token.RPAREN and expressions.accept(Token.COLON):
        return function_annotation(word, base, bits)
    return 0


def function_annotation(word: Str, base: int, bits: int) -> int:
    """The annotation of a parameter, or of the result as `return`; the bit that says so. Boards
    with little memory drop annotations."""
    if not LARGE:
        skip_annotation()
        return 0
    hold_parts(base)
    draft = out.draft
    top = draft.top
    if bits & HAS_ANNOTATIONS == 0:
        out.emit(Op.BUILD_DICT, base + 2, 1)
    key = out.to_next(out.const(word))
    register = out.to_register(annotation())
    out.emit3(Op.SET_ITEM, base + 2, key, register)
    draft.top = top
    return HAS_ANNOTATIONS


def annotation() -> int:
    """The operand for an annotation: its value, or its text if the source asks for that."""
    out.attempt()
    d = expressions.starred_or_plain()
    if out.starred:
        source = out.to_register(d)
        out.free(source)
        register = out.push(1)
        out.emit3(Op.UNPACK, register, source, 1)
        d = temporary(register)
    if out.text_annotations:
        written = tokens.trimmed_text(out.entry()[1])
        out.retract()
        d = out.const(written)
    out.succeed()
    return d


def check_annotation() -> None:
    """SyntaxError for an annotation with a star, which only `*args` may have."""
    if LARGE and out.starred:
        tokens.invalid()


def skip_annotation() -> None:
    """Compile an annotation and drop its code."""
    out.attempt()
    expressions.starred_or_plain()
    out.retract()
    out.succeed()


def take_last(draft: Draft) -> Str:
    """Remove the last parameter, `*args`, which gets its register behind the others."""
    return scopes.as_name(draft.names.pop(draft.names.count - 1))


def place_rest(draft: Draft, rest: Str | None) -> None:
    """Put `*args` behind the named parameters and before `**kwargs`."""
    if rest is None:
        return
    last: Str | None = None
    if draft.flags & CODE_VARKEYWORDS:
        last = take_last(draft)
    draft.names.append(rest)
    if last is not None:
        draft.names.append(last)


def default_tuple(base: int, defaults: int, bits: int) -> int:
    """Make the tuple of the positional defaults; the bits then."""
    if defaults == 0:
        return bits
    out.emit3(Op.BUILD_TUPLE, base, base + FIRST_DEFAULT, defaults)
    out.draft.top = base + FIRST_DEFAULT
    return bits | HAS_DEFAULTS


def keyword_default(draft: Draft, base: int, bits: int) -> None:
    """The default of a keyword-only parameter, into the dict in register `base + 1`."""
    if bits & HAS_KEYWORD_DEFAULTS == 0:
        out.emit(Op.BUILD_DICT, base + 1, 1)
    word = scopes.as_name(draft.names.items[draft.names.count - 1])
    key = out.to_next(out.const(word))
    register = out.to_register(expressions.expression())
    out.emit3(Op.SET_ITEM, base + 1, key, register)
    out.draft.top = base + FIRST_DEFAULT


# Comprehensions. The first element has been compiled already; its code is cut off.


def comprehension(op: int) -> int:
    """The operand for a comprehension that makes what `op` builds, inlined: its variables are
    registers of the function around it. The innermost attempt began at the element and ends."""
    draft = out.draft
    nest()
    out.retract()
    constants = draft.constants.count
    base = out.push(1)
    line = out.line
    if op == Op.BUILD_DICT:
        out.emit(op, base, 0)
    else:
        out.emit3(op, base, base, 0)
    floor = draft.floor
    draft.floor = draft.top
    hidden = draft.hidden.count
    hiding = out.hiding
    around = out.comprehension
    if LARGE:
        out.comprehension = op
    clauses(op, base, True)
    if LARGE:
        out.comprehension = around
    out.succeed()
    out.hiding = hiding
    end_hidden(constants, hidden, base + 1)
    out.comprehensions -= 1
    draft.floor = floor
    draft.top = base + 1
    out.line = line
    return temporary(base)


def nest() -> None:
    """Count a comprehension around the current place. Its element is compiled twice, so there must
    not be very many inside each other."""
    if not out.comprehensions:
        out.visible = out.draft.hidden.count
    out.comprehensions += 1
    if out.comprehensions > MOST_COMPREHENSIONS:
        tokens.fail(limit("too many statically nested blocks"))


def end_hidden(constants: int, hidden: int, register: int) -> None:
    """End the hidden variables from index `hidden` on: inner functions among the constants from
    `constants` on capture them, in the registers from `register` on."""
    draft = out.draft
    flags = draft.flags
    draft.flags = flags & ~CODE_CLOSES
    scopes.settle_inner(constants, hidden, draft.kind == MODULE and hidden == 0)
    if draft.flags & CODE_CLOSES:
        out.emit1(Op.CLOSE, register)
    draft.flags |= flags
    draft.hidden.truncate(hidden)


def clauses(op: int, base: int, hiding: bool) -> None:
    """The clauses from here on, and inside them the element."""
    expressions.deeper()
    if tokens.kind == Token.FOR:
        tokens.advance()
        place = tokens.mark()
        skip_target()
        iterator = loop_iterator(iterable(), False)
        loop_body(op, base, hiding, iterator, place)
        blocks.drop_registers(iterator)
    elif tokens.kind == Token.IF:
        tokens.advance()
        jumps = expressions.condition(False, False)
        clauses(op, base, hiding)
        out.land(jumps)
    elif tokens.kind == Token.ASYNC:
        async_clause()
        place = tokens.mark()
        skip_target()
        iterator = loop_iterator(iterable(), True)
        async_body(op, base, hiding, iterator, place)
        blocks.drop_registers(iterator)
    else:
        end = tokens.mark()
        out.go_back()
        emit_element(op, base)
        tokens.rewind(end)
    expressions.shallower()


def iterable() -> int:
    """The operand for what a clause goes over."""
    out.iterables += 1
    d = expressions.disjunction()
    out.iterables -= 1
    return d


def loop_body(op: int, base: int, hiding: bool, iterator: int, place: Mark) -> None:
    """A loop over an iterator with the target at `place`; the other clauses are its body."""
    again = out.position()
    leave = next_item(iterator, place, hiding)
    clauses(op, base, hiding)
    out.loop(again)
    out.land(leave)


def async_clause() -> None:
    """`async for` in a comprehension, up to the target."""
    reason = uncommon("asynchronous comprehension outside of an asynchronous function")
    expressions.check_async(reason)
    tokens.advance()
    expressions.expect(Token.FOR)


def async_body(op: int, base: int, hiding: bool, iterator: int, place: Mark) -> None:
    """As `loop_body` for an asynchronous iterator."""
    start = out.position()
    register = next_awaited(iterator)
    end = out.position()
    item_to_target(register, place, hiding)
    clauses(op, base, hiding)
    out.loop(start)
    end_async_for(start, end)


def next_awaited(iterator: int) -> int:
    """Emit the beginning of a round of `async for`; the register of the item."""
    return expressions.delegation(iterator, ANEXT)


def item_to_target(register: int, place: Mark, hiding: bool) -> None:
    """Emit the assignment of an item to the target at `place`."""
    rest = tokens.mark()
    tokens.rewind(place)
    outer = out.hiding
    out.hiding = hiding
    targets.target_list(temporary(register))
    if not hiding:
        out.free(register)
    out.hiding = outer
    if tokens.kind != Token.IN:
        tokens.invalid()
    tokens.rewind(rest)


def end_async_for(start: int, end: int) -> None:
    """Emit the end of an `async for` whose next item is awaited from `start` to `end`."""
    register = out.push(1)
    out.handler(start, end, out.position(), register)
    out.emit3(Op.ASYNC, register, register, END_FOR)
    out.free(register)


def skip_target() -> None:
    """Skip the target of a `for`, and the `in`."""
    depth = tokens.start_depth
    while tokens.kind != Token.IN or tokens.depth > depth:
        if (
            tokens.kind == Token.NEWLINE
            or tokens.kind == Token.END
            or (tokens.kind == Token.COLON and tokens.depth == depth)
            or tokens.depth < depth
        ):
            tokens.invalid()
        strings.skip()
    tokens.advance()


def loop_iterator(d: int, waits: bool) -> int:
    """Emit `iter` of what a loop goes over, `aiter` for `async for`; the register of the iterator,
    which is held."""
    source = out.to_register(d)
    out.free(source)
    iterator = blocks.hold_registers(1)
    emit_iterator(iterator, source, waits)
    return iterator


def emit_iterator(iterator: int, source: int, waits: bool) -> None:
    """Emit `iter` or `aiter`."""
    if waits:
        out.emit3(Op.ASYNC, iterator, source, AITER)
    else:
        out.emit(Op.ITER, iterator, source)


def next_item(iterator: int, place: Mark, hiding: bool) -> int:
    """Emit the beginning of a round: the next item goes to the target at `place`. Returns the
    list of the jump that ends the loop."""
    rest = tokens.mark()
    tokens.rewind(place)
    leave = 0
    if tokens.kind == Token.IDENTIFIER:
        word = scopes.identifier()
        if tokens.kind == Token.IN:
            outer = out.hiding
            out.hiding = hiding
            leave = item_to_variable(scopes.binding(word), iterator)
            out.hiding = outer
    if leave == 0:
        register = out.push(1)
        leave = out.jump(Op.FOR_ITER, register, iterator)
        item_to_target(register, place, hiding)
    tokens.rewind(rest)
    return leave


def item_to_variable(target: int, iterator: int) -> int:
    """FOR_ITER to a variable."""
    if target & KIND == LOCAL:
        return out.jump(Op.FOR_ITER, operand_x(target), iterator)
    register = out.push(1)
    leave = out.jump(Op.FOR_ITER, register, iterator)
    scopes.assign(target, temporary(register))
    return leave


def emit_element(op: int, base: int) -> None:
    """The element of a comprehension, added to what is in register `base`."""
    top = out.draft.top
    if op == Op.BUILD_DICT:
        expressions.entry(base)
    else:
        d = expressions.starred_or_named()
        if out.starred:
            tokens.fail(uncommon("iterable unpacking cannot be used in comprehension"))
        register = out.to_register(d)
        if op == Op.BUILD_LIST:
            out.emit(Op.LIST_APPEND, base, register)
        elif SETS and op == Op.BUILD_SET:
            out.emit(Op.SET_ADD, base, register)
        else:
            out.emit(Op.YIELD, out.push(1), register)
    out.draft.top = top


def generator() -> int:
    """The operand for a generator expression: a function of its own, called at once. The innermost
    attempt began at the element and ends."""
    line = out.line
    nest()
    out.retract()
    base = out.push(CALL_ARGS)
    waits = expressions.accept(Token.ASYNC)
    expressions.expect(Token.FOR)
    place = tokens.mark()
    skip_target()
    source = out.to_register(iterable())
    emit_iterator(base + CALL_ARGS, source, waits)
    out.draft.top = base + CALL_ARGS
    out.push(1)
    draft = new_draft(name("<genexpr>"), FUNCTION, line)
    draft.is_generator_expression = True
    draft.positional = 1
    draft.flags = CODE_GENERATOR
    scopes.new_local(draft, name(".0"))
    begin(draft)
    if waits:
        draft.flags |= CODE_COROUTINE
        async_body(Op.YIELD, 0, False, 0, place)
    else:
        loop_body(Op.YIELD, 0, False, 0, place)
    out.succeed()
    out.emit1(Op.RETURN_NONE, 0)
    code = scopes.finish()
    out.line = line
    make(code, base, 0)
    out.emit(Op.CALL, base, 1)
    out.comprehensions -= 1
    out.what = expressions.WHAT_GENERATOR
    return temporary(base)
