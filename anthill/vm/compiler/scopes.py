"""Names: which variable a name means, and what becomes of that when a function ends.

There is no pass ahead. A name is local from where it is first bound. Reading a name that is not
local emits LOAD_NAME, also in functions; when the function ends it becomes a MOVE if the name was
bound after all, else it waits for the end of the enclosing functions, each of which claims what
it knows: that becomes LOAD_CELL and a capture. What nobody claims is a global. `nonlocal` names
are written with STORE_NAME and DELETE_NAME until then.
"""

from __future__ import annotations

from typing import NoReturn

from anthill.runtime.stack import note_frame
from anthill.typed import (
    NULL,
    Object,
    Ptr,
    Value,
    alloc,
    array_of,
    as_a,
    cold,
    copy_items,
    items_of,
    same,
    small,
    small_int,
    u8,
    u16,
)
from anthill.vm.compiler.bytecode import (
    CAPTURE_SIZE,
    CODE_CLASS_BODY,
    CODE_CLOSES,
    CODE_DOCUMENTED,
    HANDLER_SIZE,
    LAYOUTS,
    Op,
    length_of,
)
from anthill.vm.compiler.emit import (
    ATTRIBUTE,
    CLASS,
    FUNCTION,
    GLOBAL,
    ITEM,
    KIND,
    LOCAL,
    MODULE,
    NAME,
    NO_REGISTER,
    NONLOCAL_MARK,
    TEMPORARIES,
    Draft,
    local,
    operand,
    operand_x,
    operand_y,
    out,
    temporary,
)
from anthill.vm.compiler.tokens import Token, tokens
from anthill.vm.features import LARGE
from anthill.vm.messages import limit, message, uncommon
from anthill.vm.objects import str as str_object
from anthill.vm.objects.code import Code, copied
from anthill.vm.objects.list import List
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, name

NOT_FOUND = -1


# Reading, writing and deleting variables.


def identifier() -> Str:
    """The current token, which must be a name; private names are mangled. Goes on."""
    if tokens.kind != Token.IDENTIFIER:
        tokens.invalid()
    word = mangled(as_a(Str, tokens.value))
    tokens.advance()
    return word


def mangled(word: Str) -> Str:
    """`_Class__word` for a name that begins but does not end with two underscores."""
    title = out.draft.class_name
    return word if title is None else str_object.mangled(title, word)


def find(names: List, word: Value) -> int:
    """Index of a name in a list, or NOT_FOUND."""
    for index in range(names.count):
        if same(names.items[index], word):
            return index
    return NOT_FOUND


def find_hidden(draft: Draft, word: Str, start: int) -> int:
    """The register of the innermost comprehension variable of this name, or NOT_FOUND; those
    before `start` do not count."""
    hidden = draft.hidden
    index = hidden.count - 2
    while index >= start:
        if same(hidden.items[index], word):
            return small_int(hidden.items[index + 1])
        index -= 2
    return NOT_FOUND


def variable(word: Str) -> int:
    """The operand that a name means where it is read."""
    if LARGE and word is name("__annotations__") and out.draft.kind != FUNCTION:
        out.emit(Op.STORE_ANNOTATION, 0, out.wide(out.constant(NONE)))
    register = find_hidden(out.draft, word, 0)
    if register == NOT_FOUND:
        return named(word, False)
    return local(register)


def binding(word: Str) -> int:
    """The operand for a name that is assigned or deleted: from here on it is local, unless it
    was declared otherwise."""
    if LARGE:
        check_debug(word)
    if out.hiding:
        draft = out.draft
        register = out.push(1)
        draft.floor = draft.top
        draft.hidden.append(word)
        draft.hidden.append(small(register))
        return local(register)
    return named(word, True)


@cold
def check_debug(word: Str) -> None:
    """SyntaxError for the name that nothing may be assigned to."""
    if word is name("__debug__"):
        tokens.fail_name(uncommon("cannot assign to %s"), word)


def named(word: Str, bind: bool) -> int:
    """The operand for a name outside comprehensions."""
    draft = out.draft
    kind = MODULE
    declared = find(draft.declared, word)
    if declared != NOT_FOUND:
        kind = small_int(draft.declared.items[declared + 1])
    elif draft.kind == MODULE:
        kind = NAME if out.by_name else GLOBAL
    else:
        kind = NAME
        if draft.kind == FUNCTION:
            register = find(draft.names, word)
            if register != NOT_FOUND:
                return local(register)
            if bind:
                return local(new_local(draft, word))
    return operand(kind, 0, out.constant(word))


def check_annotated(word: Str) -> None:
    """SyntaxError for a name that is declared to be global or nonlocal."""
    declared = out.draft.declared
    at = find(declared, word)
    if at != NOT_FOUND:
        if not LARGE:
            tokens.invalid()
        pattern = uncommon("annotated name '%s' can't be nonlocal")
        if small_int(declared.items[at + 1]) == GLOBAL:
            pattern = uncommon("annotated name '%s' can't be global")
        tokens.fail_with(pattern, word, NULL)


def walrus_target(word: Str) -> int:
    """The operand for a name bound by `:=`: in generator expressions that of the scope around."""
    draft = out.draft
    inside = False
    outer = draft
    while True:
        if find_hidden(outer, word, 0) != NOT_FOUND or (
            outer.is_generator_expression and find(outer.names, word) != NOT_FOUND
        ):
            if not LARGE:
                tokens.invalid()
            tokens.fail_with(
                uncommon(
                    "assignment expression cannot rebind comprehension iteration variable '%s'"
                ),
                word,
                NULL,
            )
        inside = inside or outer.is_generator_expression or outer.hidden.count > 0
        around = outer.outer
        if around is None or not outer.is_generator_expression:
            break
        outer = around
    if outer.kind == CLASS and inside:
        tokens.fail(
            uncommon("assignment expression within a comprehension cannot be used in a class body")
        )
    if outer is draft:
        return named(word, True)
    out.current = outer
    kind = GLOBAL if named(word, True) & KIND == GLOBAL else NAME
    out.current = draft
    if find(draft.declared, word) == NOT_FOUND:
        draft.declared.append(word)
        draft.declared.append(small(kind))
        share(draft)
    return named(word, True)


def is_local(word: Str) -> bool:
    """Whether binding a name here makes it a local variable."""
    draft = out.draft
    return draft.kind == FUNCTION and find(draft.declared, word) == NOT_FOUND


def as_name(value: Value) -> Str:
    """A name out of a list."""
    return as_a(Str, value)


def new_local(draft: Draft, word: Str) -> int:
    """The register of a new local variable."""
    if draft.names.count == TEMPORARIES:
        tokens.fail(limit("too many local variables"))
    draft.names.append(word)
    return draft.names.count - 1


def saved_before(register: int, start: int, walruses: int) -> int:
    """A register that keeps its value in the code from `start` on: a copy made before that code,
    if there are assignments in it, and more than the `walruses` that were before, and the register
    is a variable's. The copy is a variable without a name, since calls do not keep temporaries
    above them. No operand may be pending in that code."""
    if walruses == out.walrus_count or register >= TEMPORARIES:
        return register
    middle = out.position()
    copy = new_local(out.draft, name(""))
    out.emit(Op.MOVE, copy, register)
    out.rotate(start, middle)
    return copy


def assign(target: int, value: int) -> None:
    """Emit the assignment of an operand to another one; the value is released."""
    kind = target & KIND
    if kind == LOCAL:
        out.release(value)
        out.load(value, operand_x(target))
        return
    if value & KIND == LOCAL and kind < ATTRIBUTE and operand_x(value) < TEMPORARIES:
        value = temporary(out.to_next(value))  # it may be unbound
    register = out.to_register(value)
    k = operand_y(target)
    if kind == ATTRIBUTE:
        out.emit_attribute(Op.SET_ATTR, operand_x(target), register, k)
    elif kind == ITEM:
        out.emit3(Op.SET_ITEM, operand_x(target), k, register)
    else:
        mark_nonlocal(kind, k)
        out.emit(Op.STORE_GLOBAL if kind == GLOBAL else Op.STORE_NAME, register, out.wide(k))
    if value & KIND != LOCAL:
        out.free(register)


def delete(target: int) -> None:
    """Emit the deletion of a variable, attribute or item."""
    kind = target & KIND
    x = operand_x(target)
    k = operand_y(target)
    out.release(target)
    if kind == LOCAL:
        out.emit1(Op.DELETE_LOCAL, x)
    elif kind == ATTRIBUTE:
        out.emit(Op.DELETE_ATTR, x, out.wide(k))
    elif kind == ITEM:
        out.emit(Op.DELETE_ITEM, x, k)
    else:
        mark_nonlocal(kind, k)
        out.emit(Op.DELETE_GLOBAL if kind == GLOBAL else Op.DELETE_NAME, 0, out.wide(k))


def mark_nonlocal(kind: int, k: int) -> None:
    """In a class body: put a mark that does nothing before what changes a nonlocal name."""
    draft = out.draft
    inside = kind == NAME and draft.kind == CLASS
    if inside and find(draft.declared, draft.constants.items[k]) != NOT_FOUND:
        out.emit1(Op.CLOSE, NONLOCAL_MARK)


def declare(word: Str, kind: int) -> None:
    """`global` (GLOBAL) or `nonlocal` (NAME) for one name."""
    draft = out.draft
    adjective = name("global" if kind == GLOBAL else "nonlocal")
    if draft.kind == MODULE and kind == NAME:
        if not LARGE:
            tokens.invalid()
        fail_statement(
            uncommon("nonlocal declaration not allowed at module level"), word, adjective
        )
    before = find(draft.declared, word)
    if before != NOT_FOUND:
        if small_int(draft.declared.items[before + 1]) != kind:
            if not LARGE:
                tokens.invalid()
            fail_statement(uncommon("name '%s' is nonlocal and global"), word, adjective)
        return
    register = find(draft.names, word) if draft.kind == FUNCTION else NOT_FOUND
    if register != NOT_FOUND:
        if register < parameter_count(draft):
            if not LARGE:
                tokens.invalid()
            fail_statement(uncommon("name '%s' is parameter and %s"), word, adjective)
        fail_statement(message("name '%s' is assigned to before %s declaration"), word, adjective)
    if is_used(draft, word):
        fail_statement(message("name '%s' is used prior to %s declaration"), word, adjective)
    if kind == NAME:
        if not in_function_or_pending(draft, word):
            fail_statement(message("no binding for nonlocal '%s' found"), word, adjective)
        share(draft)
    draft.declared.append(word)
    draft.declared.append(small(kind))


@cold
def fail_statement(pattern: int, word: Str, adjective: Str) -> NoReturn:
    """SyntaxError for a declaration."""
    column = out.place - tokens.start_line_start + 1
    end = tokens.position() - tokens.start_line_start + 1
    tokens.fail_at(pattern, word, adjective, tokens.start_line, column, end)


def share(draft: Draft) -> None:
    """Note that a function assigns to variables of the enclosing ones."""
    outer = draft.outer
    while outer is not None:
        outer.shared = True
        outer = outer.outer


def parameter_count(draft: Draft) -> int:
    """Number of parameters; right once they are all known."""
    return draft.positional + draft.keyword_only + (draft.flags & 1) + (draft.flags >> 1 & 1)


def in_function_or_pending(draft: Draft, word: Str) -> bool:
    """Whether an enclosing function has, or may still get, a variable; the latter is noted. The
    only one of a class body is `__class__`."""
    outer = draft.outer
    inside = False
    while outer is not None:
        if outer.kind == FUNCTION:
            inside = True
        if find(outer.names, word) != NOT_FOUND:
            return True
        if LARGE and is_global(outer, word):
            return False
        outer = outer.outer
    if inside:
        note_nonlocal(draft, word)
    return inside


def note_nonlocal(draft: Draft, word: Str) -> None:
    """Have the outermost enclosing function's end check that some function binds a name."""
    promised = out.promised
    promised.append(word)
    promised.append(small(tokens.start_line))
    promised.append(small(depth_of(draft)))


def in_class() -> bool:
    """Whether the current place is inside a class body, however deep."""
    draft: Draft | None = out.draft
    while draft is not None:
        if draft.kind == CLASS:
            return True
        draft = draft.outer
    return False


def depth_of(draft: Draft) -> int:
    """How many drafts are around a draft."""
    depth = 0
    outer = draft.outer
    while outer is not None:
        depth += 1
        outer = outer.outer
    return depth


def check_promised(draft: Draft, final: bool) -> None:
    """At the end of a function: it binds some of the names that inner functions need."""
    promised = out.promised
    depth = depth_of(draft)
    index = 0
    while index < promised.count:
        word = as_a(Str, promised.items[index])
        inner = small_int(promised.items[index + 2]) > depth
        if inner and draft.kind == FUNCTION and find(draft.names, word) != NOT_FOUND:
            for _ in range(3):
                promised.pop(index)
            continue
        if inner and final:
            tokens.start_line = small_int(promised.items[index + 1])
            tokens.fail_with(message("no binding for nonlocal '%s' found"), word, word)
        index += 3


def is_used(draft: Draft, word: Str) -> bool:
    """Whether the code so far reads or writes a name that is no local."""
    wanted = find(draft.constants, word)
    if wanted == NOT_FOUND:
        return False
    code = draft.code
    at = 0
    high = 0
    while at < code.size:
        op = int(code.data[at])
        if op == Op.WIDE:
            high = int(code.data[at + 1])
        else:
            if Op.LOAD_GLOBAL <= op <= Op.DELETE_NAME and code.data[at + 2] | high << 8 == wanted:
                return True
            high = 0
        at += length_of(op)
    return False


# The end of a function.


class InnerCode(Object):
    """A finished code inside the one that is being finished, while captures are added to it."""

    code: Code
    outer: InnerCode | None


def is_final(draft: Draft) -> bool:
    """Whether no enclosing scope can claim a name any more once this draft is done."""
    outer = draft.outer
    return outer is None or (outer.kind == MODULE and outer.hidden.count == 0)


def settle_inner(first: int, hidden: int, final: bool) -> None:
    """Claim the variables that inner functions use, those among the constants from `first` on:
    comprehension variables from `hidden` on, or with -1 the locals of the draft."""
    constants = out.draft.constants
    for index in range(first, constants.count):
        value = constants.items[index]
        if not is_code(value):
            continue
        level = InnerCode(as_a(Code, value), None)
        settle(level, hidden, final)
        constants.items[index] = level.code


def is_code(value: Value) -> bool:
    """Whether a constant is a Code."""
    return isinstance(value, Code)


def settle(level: InnerCode, hidden: int, final: bool) -> None:
    """Claim what one code uses, then what the codes inside use."""
    settle_names(level, hidden, final)
    for index in range(len(level.code.constants)):
        value = level.code.constants[index]
        if is_code(value):
            inner = InnerCode(as_a(Code, value), level)
            settle(inner, hidden, final)
            level.code.constants[index] = inner.code


def settle_names(level: InnerCode, hidden: int, final: bool) -> None:
    """Claim what the instructions of one code use."""
    is_class = level.code.flags & CODE_CLASS_BODY != 0
    size = int(level.code.bytecode_size)
    at = 0
    high = 0
    marked = False
    while at < size:
        code = level.code
        op = int(code.code[at])
        length = length_of(op)
        if op == Op.WIDE:
            high = int(code.code[at + 1])
        elif op == Op.CLOSE:
            marked = code.code[at + 1] == NONLOCAL_MARK
        else:
            waiting = op == Op.LOAD_NAME_CELL and code.code[at + 2] == NO_REGISTER
            if marked or not is_class:
                waiting = Op.LOAD_NAME <= op <= Op.DELETE_NAME
            marked = False
            if waiting:
                k = int(code.code[at + length - 1]) | high << 8
                claimed = claim(level, at, as_a(Str, code.constants[k]), hidden, final)
                if claimed and high and op != Op.LOAD_NAME_CELL:
                    blank(items_of(level.code.code, at - 2))
            high = 0
        at += length


def claim(level: InnerCode, at: int, word: Str, hidden: int, final: bool) -> bool:
    """Let the instruction at `at` use a cell if the name is a variable of the draft."""
    op = int(level.code.code[at])
    draft = out.draft
    if op == Op.LOAD_NAME_CELL and binds(level.code, word):
        return False
    register = find_hidden(draft, word, hidden) if hidden >= 0 else find(draft.names, word)
    if register == NOT_FOUND:
        known = final or (hidden < 0 and is_global(draft, word))
        if known and op == Op.LOAD_NAME:
            level.code.code[at] = u8(Op.LOAD_GLOBAL)
        elif known and op == Op.LOAD_NAME_CELL:
            level.code.code[at + 2] = u8(NONLOCAL_MARK)
        return False
    draft.flags |= CODE_CLOSES
    index = provide(level, word, register)
    if op != Op.LOAD_NAME_CELL:
        level.code.code[at] = u8(op - Op.LOAD_NAME + Op.LOAD_CELL)
    level.code.code[at + 2] = u8(index)
    return True


def is_global(draft: Draft, word: Str) -> bool:
    """Whether a function declares a name to be global; what a class declares is its own matter."""
    if draft.kind != FUNCTION:
        return False
    at = find(draft.declared, word)
    return at != NOT_FOUND and small_int(draft.declared.items[at + 1]) == GLOBAL


def binds(code: Code, word: Str) -> bool:
    """Whether a class body assigns to a name, which is then not that of an enclosing function."""
    at = 0
    high = 0
    marked = False
    while at < code.bytecode_size:
        op = int(code.code[at])
        if op == Op.WIDE:
            high = int(code.code[at + 1])
        elif op == Op.CLOSE:
            marked = code.code[at + 1] == NONLOCAL_MARK
        else:
            stored = op == Op.STORE_NAME
            if LARGE:
                stored = stored or op == Op.DELETE_NAME or op == Op.STORE_ANNOTATION
            if stored and not marked:
                k = int(code.code[at + 2]) | high << 8
                if same(code.constants[k], word):
                    return True
            high = 0
            marked = False
        at += length_of(op)
    return False


def blank(code: Ptr[u8]) -> None:
    """Overwrite a WIDE prefix with something of the same length that does nothing."""
    code[0] = u8(Op.CLOSE)
    code[1] = u8(NO_REGISTER)


def provide(level: InnerCode, word: Str, register: int) -> int:
    """Have a code capture a variable of the draft, through all codes between; the index."""
    outer = level.outer
    if outer is None:
        return capture(level, word, 1, register)
    return capture(level, word, 0, provide(outer, word, register))


def capture(level: InnerCode, word: Str, direct: int, index: int) -> int:
    """The index of a capture, which is added if it is not there."""
    code = level.code
    start = code.captures_start()
    count = int(code.captures)
    for number in range(count):
        at = start + CAPTURE_SIZE * number
        if code.code[at] == direct and code.code[at + 1] == index:
            return number
    if count == NO_REGISTER - 1:
        tokens.fail(limit("too many captured variables"))
    level.code = with_capture(code, word, direct, index)
    return count


def with_capture(code: Code, word: Str, direct: int, index: int) -> Code:
    """A copy of a code with one capture more."""
    size = len(code.code)
    larger = copied(code, CAPTURE_SIZE)
    larger.code[size] = u8(direct)
    larger.code[size + 1] = u8(index)
    count = len(code.constants)
    constants = array_of(Value, count + 1)
    copy_items(items_of(constants), items_of(code.constants), count)
    constants[count] = word
    larger.constants = constants
    larger.captures = u8(code.captures + 1)
    return larger


def finish() -> Code:
    """End the current draft: settle its names, make its code, go back to the enclosing draft."""
    draft = out.draft
    final = is_final(draft)
    check_promised(draft, final)
    if draft.kind != MODULE:
        settle_inner(0, -1, final)
    if draft.kind == CLASS:
        end_class(draft)
    if draft.code.size > 65535 or draft.first_line > 65535:
        tokens.fail(limit("too many statements in one block"))
    rewrite(draft, final)
    code = make_code(draft)
    outer = draft.outer
    if outer is not None:
        out.current = outer
    return code


def end_class(draft: Draft) -> None:
    """Return the cell of `__class__`, the only local of a class body, if a method uses it."""
    draft.flags |= CODE_CLASS_BODY
    register = NO_REGISTER
    if draft.flags & CODE_CLOSES:
        register = 0
        draft.flags &= ~CODE_CLOSES
    else:
        draft.names.truncate(0)
    out.emit1(Op.RETURN_CLASS, register)


def rewrite(draft: Draft, final: bool) -> None:
    """Give the registers their final numbers and the names their final meaning."""
    code = draft.code
    shift = TEMPORARIES - draft.names.count
    at = 0
    high = 0
    while at < code.size:
        op = int(code.data[at])
        for position in range(at + 1, at + 1 + (int(LAYOUTS[op]) >> 4)):
            register = int(code.data[position])
            if TEMPORARIES <= register < NONLOCAL_MARK:
                code.data[position] = u8(register - shift)
        if op == Op.WIDE:
            high = int(code.data[at + 1])
        else:
            if op == Op.LOAD_NAME and draft.kind == FUNCTION:
                rewrite_name(draft, at, high, final)
            elif draft.flags & CODE_CLOSES:
                if op == Op.RETURN:
                    code.data[at] = u8(Op.RETURN_CLOSE)
                elif op == Op.RETURN_NONE:
                    code.data[at] = u8(Op.RETURN_NONE_CLOSE)
            high = 0
        at += length_of(op)
    handlers = draft.handlers
    at = HANDLER_SIZE - 1
    while at < handlers.size:
        handlers.data[at] = u8(handlers.data[at] - shift)
        at += HANDLER_SIZE
    shift_captures(draft, shift)


def rewrite_name(draft: Draft, at: int, high: int, final: bool) -> None:
    """A name that a function read before it knew whose it is."""
    code = draft.code
    k = int(code.data[at + 2]) | high << 8
    register = find(draft.names, as_a(Str, draft.constants.items[k]))
    if register != NOT_FOUND:
        code.data[at] = u8(Op.MOVE)
        code.data[at + 2] = u8(register)
        if high:
            blank(items_of(code.data, at - 2))
    elif final:
        code.data[at] = u8(Op.LOAD_GLOBAL)


def shift_captures(draft: Draft, shift: int) -> None:
    """Renumber the temporaries, variables of comprehensions, that inner functions capture."""
    constants = draft.constants
    for index in range(constants.count):
        value = constants.items[index]
        if is_code(value):
            code = as_a(Code, value)
            at = code.captures_start()
            while at < len(code.code):
                if code.code[at] == 1 and code.code[at + 1] >= TEMPORARIES:
                    code.code[at + 1] = u8(code.code[at + 1] - shift)
                at += CAPTURE_SIZE


def make_code(draft: Draft) -> Code:
    """The code of a draft that is done."""
    size = draft.code.size
    tables = size + draft.handlers.size
    code = alloc(Code, tables + draft.lines.size)
    copy_items(items_of(code.code), draft.code.start(), size)
    copy_items(items_of(code.code, size), draft.handlers.start(), draft.handlers.size)
    copy_items(items_of(code.code, tables), draft.lines.start(), draft.lines.size)
    code.handlers = u16(draft.handlers.size // HANDLER_SIZE)
    draft.code.clear()
    draft.lines.clear()
    count = draft.constants.count
    parameters = parameter_count(draft)
    more = draft.names.count - parameters
    constants = array_of(Value, count + more)
    copy_items(items_of(constants), items_of(draft.constants.items), count)
    copy_items(items_of(constants, count), items_of(draft.names.items, parameters), more)
    code.constants = constants
    code.name = draft.name
    code.place = draft.place
    code.first_line = u16(draft.first_line)
    code.bytecode_size = u16(size)
    code.registers = u8(draft.names.count + draft.highest - TEMPORARIES)
    note_frame(int(code.registers))
    code.positional = u8(draft.positional)
    code.positional_only = u8(draft.positional_only)
    code.keyword_only = u8(draft.keyword_only)
    code.flags = u16(draft.flags | (CODE_DOCUMENTED if draft.documented else 0))
    code.locals_count = u8(draft.names.count)
    return code
