"""Statements: one function per grammar rule."""

from __future__ import annotations

from typing import NoReturn

from anthill.typed import NULL, Value, cold, items_of, noinline, same, small
from anthill.vm import errors
from anthill.vm.compiler import (
    blocks,
    expressions,
    functions,
    generics,
    patterns,
    scopes,
    strings,
    targets,
)
from anthill.vm.compiler.bytecode import (
    CALL_ARGS,
    CODE_COROUTINE,
    CODE_GENERATOR,
    ENTER,
    EXCEPT,
    EXIT,
    STARRED,
    Op,
)
from anthill.vm.compiler.emit import (
    ATTRIBUTE,
    CLASS,
    CONST,
    FUNCTION,
    GLOBAL,
    INT,
    ITEM,
    KIND,
    LOCAL,
    MODULE,
    NAME,
    NO_REGISTER,
    NONE,
    TUPLE,
    Block,
    is_constant,
    local,
    new_draft,
    operand,
    operand_x,
    operand_y,
    out,
    temporary,
)
from anthill.vm.compiler.expressions import accept, expect
from anthill.vm.compiler.tokens import FIRST_KEYWORD, KEYWORDS, Token, tokens
from anthill.vm.depth import check_depth
from anthill.vm.features import GROUPS, LARGE, PATTERNS
from anthill.vm.messages import limit, message, uncommon
from anthill.vm.objects import list as list_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.builtin import constant_value
from anthill.vm.objects.list import List
from anthill.vm.objects.singletons import NONE as NONE_OBJECT
from anthill.vm.objects.str import Str, intern, join2, name, text
from anthill.vm.objects.tuple import Tuple

MOST_BLOCKS = 50
LAZY: int = CODE_COROUTINE | CODE_GENERATOR


def statement() -> None:
    """Any statement, to its end; the NEWLINE behind simple statements is left."""
    out.line = tokens.start_line
    if tokens.kind != Token.STRING:
        out.draft.started = True
    match tokens.kind:
        case Token.IDENTIFIER:
            if tokens.value is name("match") and patterns.is_match():
                if PATTERNS:
                    patterns.match_statement()
                else:
                    tokens.fail(message("this board has no match statements"))
            else:
                simple_line()
        case Token.IF:
            if_statement()
        case Token.WHILE:
            while_statement()
        case Token.FOR:
            for_statement(False)
        case Token.TRY:
            try_statement()
        case Token.WITH:
            with_statement(False)
        case Token.DEF | Token.CLASS | Token.MATMUL:
            definition(0)
        case Token.ASYNC:
            async_statement()
        case _:
            simple_line()


@noinline
def async_statement() -> None:
    """`async def`, `async for` or `async with`"""
    tokens.advance()
    match tokens.kind:
        case Token.DEF:
            definition(CODE_COROUTINE)
        case Token.FOR:
            expressions.check_async(uncommon("'async for' outside async function"))
            for_statement(True)
        case Token.WITH:
            expressions.check_async(uncommon("'async with' outside async function"))
            with_statement(True)
        case _:
            tokens.invalid()


def statements_until(end: int) -> None:
    """Statements up to DEDENT or END, which is skipped."""
    while tokens.kind != end:
        if tokens.kind != Token.NEWLINE:  # only joined lines end so
            statement()
        if tokens.kind == Token.NEWLINE:
            tokens.advance()
        if tokens.kind == Token.END and end != Token.END:
            return
    tokens.advance()


@noinline
def simple_line() -> None:
    """Simple statements with semicolons between, up to NEWLINE."""
    draft = out.draft
    out.documented = LARGE and tokens.kind == Token.STRING and not draft.started
    if LARGE and out.interactive and draft.kind == MODULE:
        out.documented = False
    draft.started = True
    while True:
        out.line = tokens.start_line
        simple_statement()
        out.draft.top = out.draft.floor
        if not accept(Token.SEMICOLON) or tokens.kind == Token.NEWLINE:
            break
    if tokens.kind != Token.NEWLINE:
        tokens.invalid()


@noinline
def simple_statement() -> None:
    """One simple statement."""
    match tokens.kind:
        case Token.PASS:
            tokens.advance()
        case Token.BREAK:
            loop_exit(blocks.REASON_BREAK, message("'break' outside loop"))
        case Token.CONTINUE:
            loop_exit(blocks.REASON_CONTINUE, message("'continue' not properly in loop"))
        case Token.RETURN:
            return_statement()
        case Token.RAISE:
            raise_statement()
        case Token.GLOBAL:
            declaration(GLOBAL)
        case Token.NONLOCAL:
            declaration(NAME)
        case Token.IMPORT:
            import_statement()
        case Token.FROM:
            from_statement()
        case Token.DEL:
            del_statement()
        case Token.ASSERT:
            assert_statement()
        case _:
            if (
                tokens.kind == Token.IDENTIFIER
                and tokens.value is name("type")
                and generics.is_type_statement()
            ):
                generics.type_statement()
            else:
                expression_statement()


# Expressions and assignments.


def expression_statement() -> None:
    """An expression, an assignment, an augmented or an annotated one."""
    out.attempt()
    tokens.hold_target()
    first = tokens.kind
    walruses = out.walrus_count
    documented = out.documented
    out.documented = False
    d = expressions.statement_expression()
    kind = tokens.kind
    if kind == Token.ASSIGN:
        assignment(d, walruses)
        tokens.begin_value(-1)
        out.succeed()
        return
    tokens.begin_value(-1)
    out.let_go()
    if Token.AUG_ADD <= kind <= Token.AUG_MATMUL:
        augmented(d)
    elif kind == Token.COLON and first != Token.MUL:
        annotated(d, first == Token.LPAREN)
    else:
        if out.starred:
            tokens.fail(uncommon("can't use starred expression here"))
        finish_expression(d, documented)
    out.succeed()


def finish_expression(d: int, documented: bool) -> None:
    """The end of an expression that is a statement; `documented`: a string may be a docstring."""
    check_end()
    if documented and d & KIND == CONST and out.what == expressions.WHAT_LITERAL:
        value = out.draft.constants.items[operand_y(d)]
        if isinstance(value, Str):
            out.retract()
            keep_docstring(value)
            return
    if out.interactive and out.draft.kind == MODULE:
        register = out.to_register(d)
        out.emit1(Op.PRINT_EXPR, register)
    elif is_constant(d) and out.position() == out.attempt_start():
        out.retract()
    else:
        out.drop(d)


def keep_docstring(value: Str) -> None:
    """Emit or note what makes a string the docstring of the draft."""
    draft = out.draft
    if draft.kind == FUNCTION:
        draft.constants.append(value)
        draft.documented = True
        return
    register = out.to_next(out.const(value))
    word = name("__doc__")
    scopes.assign(scopes.named(word, True), temporary(register))


def check_end() -> None:
    """SyntaxError unless a simple statement ends here."""
    if tokens.kind != Token.NEWLINE and tokens.kind != Token.SEMICOLON:
        if LARGE and out.what == expressions.WHAT_NAME:
            check_print()
        tokens.invalid()


def assignment(d: int, walruses: int) -> None:
    """The rest of `targets = value`; `d` is the first target, compiled as an expression in an
    attempt, and before the statement there were `walruses` assignments in expressions. Targets
    that are more than a name, or an attribute or item of variables, are compiled once more behind
    the value."""
    targets.check_assignable(True)
    if out.starred:
        tokens.fail(uncommon("starred assignment target must be in a list or tuple"))
    word: Str | None = None
    simple = False
    if out.what == expressions.WHAT_NAME:
        word = expressions.name_of(d)
        out.retract()
    elif (d & KIND == ATTRIBUTE or d & KIND == ITEM) and out.position() == out.attempt_start():
        simple = True
    else:
        out.retract()
    floor = out.draft.floor
    if simple:
        out.draft.floor = out.draft.top
    again = not simple and word is None
    out.last_use = True
    while True:
        tokens.advance()
        end = tokens.start
        tokens.begin_value(-1 if again else end)
        value = expressions.value_expression()
        if tokens.kind != Token.ASSIGN:
            break
        targets.check_assignable(False)
        out.draft.floor = floor
        out.retract()
        out.last_use = False
        again = True
    check_end()
    if again:
        if walruses != out.walrus_count and value & KIND == LOCAL:
            value = temporary(out.to_next(value))
        assign_again(value, end)
    elif word is not None:
        scopes.assign(scopes.binding(word), value)
    else:
        scopes.assign(d, value)
    out.draft.floor = floor


@noinline
def assign_again(value: int, end: int) -> None:
    """Assign a value to the targets from the beginning of the statement to the position `end`."""
    if not tokens.is_kept(out.entry()[1]):
        tokens.fail(message("cannot assign to literal"))
    rest = tokens.mark()
    if value & KIND != TUPLE:
        value = out.settled(value)
    floor = out.draft.floor
    out.draft.floor = out.draft.top
    out.go_back()
    while tokens.start < end:
        targets.target_list(value)
        expect(Token.ASSIGN)
    tokens.rewind(rest)
    out.draft.floor = floor


@noinline
def augmented(d: int) -> None:
    """The rest of `target op= value`."""
    line = tokens.start_line
    kind = d & KIND
    if out.what > expressions.WHAT_SUBSCRIPT:
        targets.cannot_assign(uncommon("'%s' is an illegal expression for augmented assignment"))
    op = Op.INPLACE_ADD + tokens.kind - Token.AUG_ADD
    target = d
    if kind != ATTRIBUTE and kind != ITEM:
        target = scopes.binding(expressions.name_of(d))
    tokens.advance()
    register = operand_x(target)
    if kind == ITEM and out.draft.shared:
        key = out.push(1)
        out.load(local(operand_y(target)), key)
        target = operand(ITEM, register, key)
    copied = target & KIND != LOCAL or out.draft.shared
    if copied:
        register = out.push(1)
        out.load(target, register)
    start = out.position()
    walruses = out.walrus_count
    value = expressions.value_expression()
    if LARGE and walruses != out.walrus_count:
        value = temporary(out.to_register(value))
        x = scopes.saved_before(operand_x(target), start, walruses)
        y = operand_y(target)
        if kind == ITEM:
            y = scopes.saved_before(y, start, walruses)
        if copied:
            target = operand(target & KIND, x, y)
        else:
            register = x
            copied = True
    out.line = line
    emit_inplace(op, register, value)
    if copied:
        scopes.assign(target, local(register))


def emit_inplace(op: int, register: int, value: int) -> None:
    """Emit an augmented assignment to a register."""
    if value & KIND == INT and op <= Op.INPLACE_SUB and -128 <= value >> 4 <= 127:
        out.emit3(Op.INPLACE_ADD_INT + op - Op.INPLACE_ADD, register, register, value >> 4 & 255)
    else:
        out.emit3(op, register, register, out.to_register(value))


@cold
def check_print() -> None:
    """SyntaxError for the statement that Python 2 had."""
    word = tokens.text_between(out.place, out.place_end)
    pattern = uncommon("Missing parentheses in call to 'print'. Did you mean print(...)?")
    if word is name("exec"):
        pattern = uncommon("Missing parentheses in call to 'exec'. Did you mean exec(...)?")
    elif word is not name("print"):
        return
    if expressions.begins_expression(tokens.kind):
        tokens.fail_between(pattern, NULL, out.place, tokens.position())


@noinline
def annotated(d: int, parenthesized: bool) -> None:
    """The rest of `target: annotation` or `target: annotation = value`. In functions, and on
    boards with little memory, annotations are compiled and dropped."""
    draft = out.draft
    what = out.what
    if what > expressions.WHAT_SUBSCRIPT:
        if what <= expressions.WHAT_LIST:
            targets.cannot_assign(uncommon("only single target (not %s) can be annotated"))
        tokens.fail(uncommon("illegal target for annotation"))
    word: Str | None = None
    if what == expressions.WHAT_NAME:
        word = expressions.name_of(d)
        out.retract()
        scopes.check_annotated(word)
        scopes.binding(word)
    floor = draft.floor
    if word is None:
        draft.floor = draft.top
    tokens.advance()
    place = tokens.mark()
    keep = tokens.hold()
    functions.skip_annotation()
    functions.check_annotation()
    if accept(Token.ASSIGN):
        value = expressions.value_expression()
        if word is not None:
            d = scopes.binding(word)
        scopes.assign(d, value)
    check_end()
    if LARGE and draft.kind != FUNCTION:
        rest = tokens.mark()
        tokens.rewind(place)
        d = functions.annotation()
        tokens.rewind(rest)
        if word is not None and not parenthesized:
            register = out.to_register(d)
            out.emit(Op.STORE_ANNOTATION, register, out.wide(out.constant(word)))
        else:
            out.drop(d)
    tokens.release(keep)
    draft.floor = floor


@noinline
def del_statement() -> None:
    """`del targets`"""
    tokens.advance()
    delete_targets()


def delete_targets() -> None:
    """Targets of `del` with commas between."""
    while True:
        kind = tokens.kind
        if (kind == Token.LPAREN or kind == Token.LBRACKET) and not targets.is_primary():
            tokens.advance()
            if not targets.is_closing(tokens.kind):
                delete_targets()
            tokens.advance()
        else:
            d = expressions.expression()
            if out.what == expressions.WHAT_NAME:
                word = expressions.name_of(d)
                if LARGE and word is name("__debug__"):
                    tokens.fail_name(uncommon("cannot delete %s"), word)
                d = scopes.binding(word)
            elif out.what > expressions.WHAT_SUBSCRIPT:
                targets.cannot_assign(message("cannot delete %s"))
            scopes.delete(d)
        if not accept(Token.COMMA) or not expressions.begins_expression(tokens.kind):
            return


@noinline
def declaration(kind: int) -> None:
    """`global` or `nonlocal` names"""
    place = tokens.start
    tokens.advance()
    while True:
        if tokens.kind != Token.IDENTIFIER:
            tokens.invalid()
        out.place = place
        scopes.declare(scopes.mangled(scopes.as_name(tokens.value)), kind)
        tokens.advance()
        if not accept(Token.COMMA):
            return


# Leaving.


def loop_exit(reason: int, message: int) -> None:
    """`break` or `continue`"""
    if not blocks.has_loop(out.draft):
        tokens.fail(message)
    tokens.advance()
    blocks.leave(reason, NO_REGISTER)


@noinline
def return_statement() -> None:
    """`return` or `return value`"""
    if out.draft.kind != FUNCTION:
        tokens.fail(message("'return' outside function"))
    tokens.advance()
    if tokens.kind == Token.NEWLINE or tokens.kind == Token.SEMICOLON:
        blocks.leave(blocks.REASON_RETURN, NO_REGISTER)
        return
    out.draft.returns_value = True
    if out.draft.flags & LAZY == LAZY:
        tokens.fail(uncommon("'return' with value in async generator"))
    d = expressions.expression_list()
    if d == NONE:
        blocks.leave(blocks.REASON_RETURN, NO_REGISTER)
    elif out.draft.block is None:
        blocks.leave(blocks.REASON_RETURN, out.to_register(d))
    else:
        blocks.leave(blocks.REASON_RETURN, out.to_next(d))


@noinline
def raise_statement() -> None:
    """`raise`, `raise exception` or `raise exception from cause`"""
    tokens.advance()
    if tokens.kind == Token.NEWLINE or tokens.kind == Token.SEMICOLON:
        out.emit1(Op.RAISE_AGAIN, 0)
        return
    line = out.line
    register = out.to_register(expressions.expression())
    if accept(Token.FROM):
        cause = out.to_register(expressions.expression())
        out.line = line
        out.emit(Op.RAISE_FROM, register, cause)
    else:
        out.line = line
        out.emit1(Op.RAISE, register)


@noinline
def assert_statement() -> None:
    """`assert condition, message`"""
    line = tokens.start_line
    tokens.advance()
    jumps = expressions.condition(True, True)
    if LARGE and out.what == expressions.WHAT_NAMED:
        tokens.invalid()
    out.draft.top = out.draft.floor
    kind = GLOBAL if out.draft.kind == MODULE else NAME
    base = out.to_next(operand(kind, 0, out.constant(name("AssertionError"))))
    if accept(Token.COMMA):
        out.push(CALL_ARGS - 1)
        out.to_next(expressions.expression())
        out.emit(Op.CALL, base, 1)
    out.line = line
    out.emit1(Op.RAISE, base)
    out.land(jumps)


# Imports.


def dotted_name(parts: List) -> Str:
    """A name with dots in it; what is between them goes to a list."""
    word = scopes.identifier()
    parts.append(word)
    while accept(Token.DOT):
        part = scopes.identifier()
        parts.append(part)
        word = join2(join2(word, text(".")), part)
    return intern(word)


@noinline
def import_statement() -> None:
    """`import a, b.c as d`"""
    tokens.advance()
    check_names()
    while True:
        parts = list_object.new_list(1)
        word = dotted_name(parts)
        first = scopes.as_name(parts.items[0])
        register = out.push(1)
        out.emit1(Op.LOAD_NONE, register)
        out.emit_attribute(Op.IMPORT_NAME, register, register, out.constant(word))
        out.draft.code.put(0)
        if accept(Token.AS):
            for index in range(1, parts.count):
                k = out.constant(parts.items[index])
                out.emit_attribute(Op.IMPORT_FROM, register, register, k)
            first = scopes.identifier()
        scopes.assign(scopes.binding(first), temporary(register))
        if not accept(Token.COMMA):
            return


@noinline
def from_statement() -> None:
    """`from a.b import c as d, e`"""
    tokens.advance()
    dots = 0
    while tokens.kind == Token.DOT or tokens.kind == Token.ELLIPSIS:
        dots += 1 if tokens.kind == Token.DOT else 3
        tokens.advance()
    word = name("")
    if dots == 0 or tokens.kind != Token.IMPORT:
        word = dotted_name(list_object.new_list(1))
    expect(Token.IMPORT)
    check_names()
    register = out.push(1)
    if tokens.kind == Token.MUL:
        if out.draft.kind != MODULE:
            tokens.fail(uncommon("import * only allowed at module level"))
        tokens.advance()
        star: Tuple = tuple_object.new_tuple(items_of(one_name(name("*")).items), 1)
        import_from(register, star, word, dots)
        out.emit1(Op.IMPORT_STAR, register)
        return
    imported_names(register, word, dots)


def check_names() -> None:
    """SyntaxError if the line ends behind `import`."""
    if LARGE and tokens.kind == Token.NEWLINE:
        tokens.fail(uncommon("Expected one or more names after 'import'"))


def one_name(word: Str) -> List:
    """A list of one name."""
    result = list_object.new_list(1)
    result.append(word)
    return result


def import_from(register: int, names: Tuple, word: Str, dots: int) -> None:
    """Emit the import of the module that names come from."""
    out.load(out.const(names), register)
    out.emit_attribute(Op.IMPORT_NAME, register, register, out.constant(word))
    out.draft.code.put(dots)


def imported_names(register: int, word: Str, dots: int) -> None:
    """The names behind `from ... import`: first all are read, then the module is imported."""
    future = word is name("__future__")
    parenthesis = accept(Token.LPAREN)
    names = list_object.new_list(4)
    variables = list_object.new_list(4)
    while True:
        name_in_module = scopes.identifier()
        names.append(name_in_module)
        variables.append(scopes.identifier() if accept(Token.AS) else name_in_module)
        if not accept(Token.COMMA):
            break
        if tokens.kind == Token.RPAREN and parenthesis:
            break
        if LARGE and tokens.kind == Token.NEWLINE:
            tokens.fail(uncommon("trailing comma not allowed without surrounding parentheses"))
    if future:
        if LARGE:
            check_features(names)
    else:
        wanted = tuple_object.new_tuple(items_of(names.items), names.count)
        import_from(register, wanted, word, dots)
        for index in range(names.count):
            found = out.push(1)
            k = out.constant(names.items[index])
            out.emit_attribute(Op.IMPORT_FROM, found, register, k)
            variable = scopes.as_name(variables.items[index])
            scopes.assign(scopes.binding(variable), temporary(found))
    if parenthesis:
        expect(Token.RPAREN)


FEATURES: Tuple = tuple_object.tuple_of(
    *map(
        name,
        "annotations absolute_import division generators generator_stop nested_scopes"
        " print_function unicode_literals with_statement barry_as_FLUFL".split(),
    )
)
"""What can be imported from `__future__`."""


def check_features(names: List) -> None:
    """SyntaxError for names that `__future__` does not have; the first one has an effect."""
    for index in range(names.count):
        known = False
        for at in range(len(FEATURES.items)):
            known = known or same(names.items[index], FEATURES.items[at])
        if not known:
            pattern = uncommon("future feature %s is not defined")
            if names.items[index] is name("braces"):
                pattern = uncommon("not a chance")
            tokens.fail_at(pattern, names.items[index], NULL, out.line, 1, 1)
        if LARGE and same(names.items[index], FEATURES.items[0]):
            out.text_annotations = True


# Compound statements.


def block(keyword: int, line: int) -> None:
    """`:` and what belongs to a compound statement."""
    colon(keyword in (Token.TRY, Token.ELSE, Token.FINALLY))
    suite(keyword, line)


def colon(forced: bool) -> None:
    """The `:` before a block; `forced`: nothing else could stand here."""
    if tokens.kind == Token.ASSIGN:
        tokens.fail_between(
            message("invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
            NULL,
            out.place,
            tokens.position(),
        )
    if tokens.kind != Token.COLON:
        tokens.check_open()
        if tokens.kind != Token.NEWLINE and not forced:
            tokens.invalid()
        tokens.fail(message("expected ':'"))
    tokens.advance()


def suite(keyword: int, line: int) -> None:
    """An indented block, or simple statements on the same line. A keyword that is none of the
    reserved ones is `case`."""
    out.draft.top = out.draft.floor
    out.nesting += 2
    check_depth()
    if out.nesting > MOST_BLOCKS:
        tokens.fail(limit("too many statically nested blocks"))
    if tokens.kind != Token.NEWLINE:
        simple_line()
        tokens.advance()
    else:
        tokens.advance()
        if tokens.kind != Token.INDENT:
            missing_block(keyword, line)
        tokens.advance()
        statements_until(Token.DEDENT)
    out.nesting -= 2
    out.draft.top = out.draft.floor


def missing_block(keyword: int, line: int) -> NoReturn:
    """IndentationError for a block that is not there."""
    word: Value = name("case")
    if keyword != Token.IDENTIFIER:
        word = constant_value(KEYWORDS[keyword - FIRST_KEYWORD])
    title = errors.formatted(message("'%s' statement"), word, NULL)
    if keyword == Token.DEF:
        title = errors.said(message("function definition"))
    elif keyword == Token.CLASS:
        title = errors.said(message("class definition"))
    tokens.fail_indent(
        message("expected an indented block after %s on line %d"), title, small(line)
    )


@noinline
def if_statement() -> None:
    """`if`, `elif` and `else`"""
    ends = 0
    keyword = int(Token.IF)
    while True:
        line = tokens.start_line
        out.line = line
        tokens.advance()
        jumps = expressions.condition(False, True)
        block(keyword, line)
        if tokens.kind != Token.ELIF and tokens.kind != Token.ELSE:
            out.land(jumps)
            break
        ends = out.join(ends, out.jump(Op.JUMP, 0, 0))
        out.land(jumps)
        if tokens.kind == Token.ELSE:
            else_block()
            break
        keyword = Token.ELIF
    out.land(ends)


def else_block() -> None:
    """`else:` and its block, if there is one."""
    if tokens.kind == Token.ELSE:
        line = tokens.start_line
        tokens.advance()
        block(Token.ELSE, line)


@noinline
def while_statement() -> None:
    """`while`"""
    line = tokens.start_line
    tokens.advance()
    loop = blocks.enter(blocks.LOOP, 0, None)
    jumps = expressions.condition(False, True)
    block(Token.WHILE, line)
    blocks.end(loop)
    out.line = line
    out.loop(loop.start)
    out.land(jumps)
    else_block()
    out.land(loop.exits)


@noinline
def for_statement(waits: bool) -> None:
    """`for`; `async for` when it waits"""
    line = tokens.start_line
    tokens.advance()
    place = tokens.mark()
    keep = tokens.hold()
    functions.skip_target()
    iterator = functions.loop_iterator(expressions.expression_list(), waits)
    if tokens.kind != Token.COLON:
        colon(False)
    loop = blocks.enter(blocks.LOOP, 0, None)
    out.line = line
    leave = 0
    end = 0
    if waits:
        register = functions.next_awaited(iterator)
        end = out.position()
        functions.item_to_target(register, place, False)
    else:
        leave = functions.next_item(iterator, place, False)
    tokens.release(keep)
    block(Token.FOR, line)
    blocks.end(loop)
    out.line = line
    out.loop(loop.start)
    if waits:
        functions.end_async_for(loop.start, end)
    out.land(leave)
    blocks.drop_registers(iterator)
    else_block()
    out.land(loop.exits)


@noinline
def try_statement() -> None:
    """`try` with `except`, `else` and `finally`. A finally clause may always follow, so there is a
    FINALLY block; without the clause its code only goes on with `return`, `break` and so on."""
    line = tokens.start_line
    tokens.advance()
    register = blocks.hold_registers(blocks.BLOCK_REGISTERS)
    outer = blocks.enter(blocks.FINALLY, register, None)
    start = out.position()
    block(Token.TRY, line)
    if tokens.kind == Token.EXCEPT:
        if GROUPS and star_follows():
            star_clauses(start)
        else:
            except_clauses(start)
    elif tokens.kind != Token.FINALLY:
        tokens.fail(uncommon("expected 'except' or 'finally' block"))
    blocks.end(outer)
    if tokens.kind == Token.FINALLY:
        finally_clause(outer, start)
    elif outer.reasons:
        skip = out.jump(Op.JUMP, 0, 0)
        out.land(outer.exits)
        blocks.go_on(outer)
        out.land(skip)
    blocks.drop_registers(register)


@noinline
def except_clauses(start: int) -> None:
    """The except clauses and the else clause of a `try` whose body begins at `start`."""
    end = out.position()
    normal = out.jump(Op.JUMP, 0, 0)
    register = blocks.hold_registers(blocks.BLOCK_REGISTERS)
    blocks.begin_handler(start, end, register)
    first = out.position()
    ends = 0
    bare = False
    line = 0
    while tokens.kind == Token.EXCEPT:
        if bare:
            if not LARGE:
                tokens.invalid()
            tokens.fail_at(uncommon("default 'except:' must be last"), NULL, NULL, line, 1, 7)
        line = tokens.start_line
        out.line = line
        tokens.advance()
        bare = tokens.kind == Token.COLON
        ends = out.join(ends, except_clause(register, bare, line))
    if not bare:
        out.emit1(Op.RERAISE, register)
    blocks.end_handler(first, register)
    blocks.drop_registers(register)
    out.land(normal)
    else_block()
    out.land(ends)


def except_clause(register: int, bare: bool, line: int) -> int:
    """One except clause behind its keyword; returns the list of the jump at its end."""
    word: Str | None = None
    following = 0
    if not bare:
        if (LARGE or not GROUPS) and tokens.kind == Token.MUL:
            fail_star()
        kind = out.to_register(expressions.expression())
        if LARGE and tokens.kind == Token.COMMA:
            expressions.fail_here(uncommon("multiple exception types must be parenthesized"))
        following = out.jump(Op.JUMP_UNLESS_MATCH, register, kind)
        out.draft.top = out.draft.floor
        if accept(Token.AS):
            word = scopes.identifier()
            scopes.assign(scopes.binding(word), local(register))
    body = blocks.enter(blocks.HANDLER, register, word)
    start = out.position()
    block(Token.EXCEPT, line)
    end = out.position()
    blocks.end(body)
    blocks.leave_handler(body)
    leave = out.jump(Op.JUMP, 0, 0)
    if word is not None:
        out.handler(start, end, out.position(), register + 2)
        blocks.unbind(body)
        out.emit1(Op.RERAISE, register + 2)
    out.land(following)
    return leave


def star_follows() -> bool:
    """Whether the current `except` has a star."""
    tokens.skip_space(False)
    return tokens.peek() == ord("*")


def fail_star() -> NoReturn:
    """SyntaxError for clauses with and without star, or with one where that means nothing."""
    if not GROUPS:
        tokens.fail(message("this board has no exception groups"))
    tokens.fail(uncommon("cannot have both 'except' and 'except*' on the same 'try'"))


@noinline
def star_clauses(start: int) -> None:
    """As `except_clauses`, with stars: each takes its part of the exception, and at the end the
    rest is raised together with what the clauses raised."""
    end = out.position()
    normal = out.jump(Op.JUMP, 0, 0)
    register = blocks.hold_registers(blocks.BLOCK_REGISTERS)
    rest = blocks.hold_registers(2)
    blocks.begin_handler(start, end, register)
    first = out.position()
    out.emit(Op.MOVE, rest, register)
    out.emit3(Op.BUILD_LIST, rest + 1, rest, 0)
    while tokens.kind == Token.EXCEPT:
        if not star_follows():
            fail_star()
        star_clause(rest)
    out.emit3(Op.JOIN_GROUPS, register, rest, rest + 1)
    done = out.distance()
    last = out.position()
    out.emit1(Op.END_HANDLER, register)
    out.emit1(Op.RERAISE, register)
    out.handler(first, last, out.position(), register + 2)
    out.emit1(Op.END_HANDLER, register)
    out.emit1(Op.RERAISE, register + 2)
    out.land(done)
    out.emit1(Op.END_HANDLER, register)
    ends = out.jump(Op.JUMP, 0, 0)
    blocks.drop_registers(register)
    out.land(normal)
    else_block()
    out.land(ends)


def star_clause(rest: int) -> None:
    """One `except*` clause; `rest` is the register of what the clauses before it have left, and
    behind it the list of what they have raised."""
    line = tokens.start_line
    out.line = line
    tokens.advance()
    tokens.advance()
    if LARGE and tokens.kind == Token.COLON:
        tokens.fail(uncommon("expected one or more exception types"))
    kind = out.to_register(expressions.expression())
    if LARGE and tokens.kind == Token.COMMA:
        expressions.fail_here(uncommon("multiple exception types must be parenthesized"))
    out.draft.top = out.draft.floor
    register = blocks.hold_registers(blocks.BLOCK_REGISTERS)
    out.emit3(Op.MATCH_GROUP, register, rest, kind)
    following = out.distance()
    out.emit1(Op.BEGIN_HANDLER, register)
    word: Str | None = None
    if accept(Token.AS):
        word = scopes.identifier()
        scopes.assign(scopes.binding(word), local(register))
    body = blocks.enter(blocks.STAR, register, word)
    start = out.position()
    block(Token.EXCEPT, line)
    end = out.position()
    blocks.end(body)
    blocks.leave_handler(body)
    leave = out.jump(Op.JUMP, 0, 0)
    out.handler(start, end, out.position(), register + 2)
    blocks.leave_handler(body)
    out.emit(Op.LIST_APPEND, rest + 1, register + 2)
    out.land(following)
    out.land(leave)
    blocks.drop_registers(register)


@noinline
def finally_clause(outer: Block, start: int) -> None:
    """The finally clause of a `try` whose body begins at `start`."""
    register = outer.register
    line = tokens.start_line
    tokens.advance()
    end = out.position()
    out.load_int(register, blocks.REASON_END)
    out.land(outer.exits)
    blocks.begin_handler(start, end, register)
    body = blocks.enter(blocks.HANDLER, register, None)
    block(Token.FINALLY, line)
    last = out.position()
    blocks.end(body)
    out.emit1(Op.END_HANDLER, register)
    out.emit1(Op.END_FINALLY, register)
    blocks.go_on(outer)
    skip = out.jump(Op.JUMP, 0, 0)
    out.handler(body.start, last, out.position(), register + 2)
    out.emit1(Op.END_HANDLER, register)
    out.emit1(Op.RERAISE, register + 2)
    out.land(skip)


@noinline
def with_statement(waits: bool) -> None:
    """`with`; `async with` when it waits"""
    line = tokens.start_line
    tokens.advance()
    parenthesis = tokens.kind == Token.LPAREN and is_item_list()
    if parenthesis:
        tokens.advance()
    with_item(line, parenthesis, waits)


def is_item_list() -> bool:
    """Whether the parenthesis here is around all items of a `with`."""
    out.attempt()
    depth = tokens.depth
    found = False
    while tokens.depth >= depth:
        if tokens.depth == depth and (tokens.kind == Token.AS or tokens.kind == Token.COMMA):
            found = True
        strings.skip()
    tokens.advance()
    found = found and tokens.kind == Token.COLON
    out.fail()
    return found


def with_item(line: int, parenthesis: bool, waits: bool) -> None:
    """One item of a `with`, and inside it the other items and the block."""
    expressions.deeper()
    manager = out.to_register(expressions.expression())
    out.free(manager)
    leaver = blocks.hold_registers(1 + blocks.BLOCK_REGISTERS)
    register = leaver + 1
    out.line = line
    if waits:
        out.emit3(Op.ASYNC, leaver, manager, ENTER)
        expressions.finish_delegation(register)
        out.draft.top = out.draft.floor
    else:
        out.emit(Op.WITH_ENTER, leaver, manager)
    outer = blocks.enter(blocks.FINALLY, register, None)
    if accept(Token.AS):
        targets.target(local(register))
    start = outer.start
    if accept(Token.COMMA) and not (parenthesis and tokens.kind == Token.RPAREN):
        with_item(line, parenthesis, waits)
    else:
        if parenthesis:
            expect(Token.RPAREN)
        block(Token.WITH, line)
    blocks.end(outer)
    out.line = line
    end_with(outer, start, leaver, waits)
    blocks.drop_registers(leaver)
    expressions.shallower()


@noinline
def end_with(outer: Block, start: int, leaver: int, waits: bool) -> None:
    """The end of a `with`, whose body begins at `start`: `__exit__` is called."""
    register = outer.register
    end = out.position()
    if outer.reasons:
        out.load_int(register, blocks.REASON_END)
        out.land(outer.exits)
    base = out.push(CALL_ARGS + 3)
    out.emit(Op.MOVE, base, leaver)
    for index in range(3):
        out.emit1(Op.LOAD_NONE, base + CALL_ARGS + index)
    out.emit(Op.CALL, base, 3)
    if waits:
        base = expressions.delegation(base, EXIT)
    out.free(base)
    blocks.go_on(outer)
    skip = out.jump(Op.JUMP, 0, 0)
    first = out.position()
    blocks.begin_handler(start, end, register)
    if waits:
        base = out.push(2)
        out.emit(Op.MOVE, base + 1, leaver)
        out.emit3(Op.ASYNC, base + 1, register, EXCEPT)
        expressions.finish_delegation(base)
        out.emit(Op.MOVE, leaver, base)
        out.free(base)
    else:
        out.emit(Op.WITH_EXCEPT, leaver, register)
    swallowed = out.jump(Op.JUMP_IF, leaver, 0)
    out.emit1(Op.RERAISE, register)
    blocks.end_handler(first, register)
    out.land(swallowed)
    out.emit1(Op.END_HANDLER, register)
    out.land(skip)


# Functions and classes.


@noinline
def definition(flags: int) -> None:
    """Decorators and the function, its code with these flags, or class behind them."""
    base = out.draft.top
    word = decorated(flags, tokens.start_line)
    scopes.assign(scopes.binding(word), temporary(base))


def decorated(flags: int, first: int) -> Str:
    """What `definition` makes, beginning in line `first`, in the next register; its name."""
    line = tokens.start_line
    if accept(Token.MATMUL):
        base = out.to_next(expressions.named_expression())
        out.push(CALL_ARGS - 1)
        if tokens.kind != Token.NEWLINE:
            tokens.invalid()
        tokens.advance()
        expressions.deeper()
        word = decorated(flags, first)
        expressions.shallower()
        out.line = line
        out.emit(Op.CALL, base, 1)
        out.draft.top = base + 1
        return word
    if tokens.kind == Token.CLASS:
        return class_definition(first)
    if accept(Token.ASYNC):
        flags = CODE_COROUTINE
    if tokens.kind != Token.DEF:
        tokens.invalid()
    return function_definition(flags, first)


def function_definition(flags: int, first: int) -> Str:
    """Make a function in the next register, its code with these flags and first line; returns its
    name."""
    line = tokens.start_line
    tokens.advance()
    word = scopes.identifier()
    generic = generics.begin()
    base = out.draft.top
    draft = new_draft(word, FUNCTION, first)
    draft.flags = flags
    if tokens.kind != Token.LPAREN:
        tokens.fail(message("expected '('"))
    tokens.advance()
    bits = functions.parameters(draft, Token.RPAREN)
    expect(Token.RPAREN)
    if accept(Token.ARROW):
        if LARGE and tokens.kind == Token.MUL:
            colon(True)
        bits |= functions.function_annotation(name("return"), base, bits)
    colon(True)
    functions.begin(draft)
    suite(Token.DEF, line)
    out.emit1(Op.RETURN_NONE, 0)
    code = scopes.finish()
    out.line = line
    functions.make(code, base, bits)
    if generic is not None:
        generics.end(generic, base)
    return word


@noinline
def class_definition(first: int) -> Str:
    """Make a class in the next register, its code with this first line; returns its name."""
    line = tokens.start_line
    tokens.advance()
    word = scopes.identifier()
    around = out.draft.class_name
    out.draft.class_name = word
    generic = generics.begin()
    out.draft.class_name = around
    base = out.push(CALL_ARGS)
    count = 0
    keywords: List | None = None
    star = False
    if accept(Token.LPAREN):
        if LARGE:
            out.emit1(Op.LOAD_FALSE, base)  # what errors about the arguments call it by
        count, keywords, star = expressions.arguments(base, base + CALL_ARGS, -1)
        expect(Token.RPAREN)
    colon(False)
    floor = out.draft.floor
    draft = new_draft(word, CLASS, first)
    draft.class_name = word
    draft.names.append(name("__class__"))
    out.current = draft
    suite(Token.CLASS, line)
    code = scopes.finish()
    out.line = line
    out.draft.floor = floor
    k = out.constant(code)
    out.emit3(Op.MAKE_FUNCTION, base, out.wide(k), 0)
    out.load(out.const(word), base + 1)
    names = NONE_OBJECT if keywords is None else tuple_of_names(keywords)
    out.emit_attribute(Op.BUILD_CLASS, base, STARRED if star else count, out.constant(names))
    out.draft.top = base + 1
    if generic is not None:
        generics.end(generic, base)
    return word


def tuple_of_names(names: List) -> Value:
    """A tuple of the names in a list."""
    return tuple_object.new_tuple(items_of(names.items), names.count)
