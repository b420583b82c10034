"""What calls of the typed vocabulary become in C: one rule per function, in one table.

A rule takes the body under translation and the call's syntax and gives an expression. Most rules
are a line of text: `template` makes them.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable
from typing import Any

from anthill.translate.expressions import ACTS, PURE, READS, Ex, Expressions
from anthill.translate.program import WORD_BYTES, size_of, storage_of
from anthill.translate.types import (
    BOOL,
    BYTES,
    LITERAL,
    NONE,
    OBJECT,
    U8,
    U64,
    UWORD,
    VALUE,
    WORD,
    ArrayT,
    BytesT,
    FloatT,
    FuncT,
    IntT,
    PtrT,
    RefT,
    StaticT,
    TailT,
    Type,
    present,
)
from anthill.typed import extended, layout, memory, numbers, objects

Rule = Callable[[Expressions, ast.Call], Ex]
RULES: dict[int, Rule] = {}


def rule(obj: object) -> Callable[[Rule], Rule]:
    """Register a rule for a function of the vocabulary."""

    def register(function: Rule) -> Rule:
        RULES[id(obj)] = function
        return function

    return register


def template(
    obj: object, params: list[Type], text: str, result: Type, level: int = PURE, support: str = ""
) -> None:
    """A rule that is a C text with the converted arguments put in."""

    def apply(body: Expressions, node: ast.Call) -> Ex:
        named = [(f"argument {n + 1}", kind) for n, kind in enumerate(params)]
        what = f"`{getattr(obj, '__name__', obj)}`"
        parts = body.bind(named, node.args, node.keywords, {}, what, node)
        if support:
            body.use("support", support)
        highest = max((part.level for part in parts), default=PURE)
        return Ex(body.compose(text, parts, node), result, max(level, highest))

    RULES[id(obj)] = apply


template(objects.small, [WORD], "SMALL({0})", VALUE)
template(objects.is_small, [VALUE], "IS_SMALL({0})", BOOL)
template(objects.small_int, [VALUE], "SMALL_INT({0})", WORD)
template(objects.both_small, [VALUE, VALUE], "IS_SMALL({0} & {1})", BOOL)
template(objects.fits_small, [WORD], "FITS_SMALL({0})", BOOL)
template(objects.small_less, [VALUE, VALUE], "((word){0} < (word){1})", BOOL)
template(objects.small_add, [VALUE, VALUE], "small_add({0}, {1})", VALUE)
template(objects.small_sub, [VALUE, VALUE], "small_sub({0}, {1})", VALUE)
template(objects.small_mul, [VALUE, VALUE], "small_mul({0}, {1})", VALUE, support="small_mul")
template(objects.same, [VALUE, VALUE], "({0} == {1})", BOOL)
template(numbers.high_product, [U64, U64], "high_product({0}, {1})", U64)
template(layout.class_id, [OBJECT], "CLASS_ID({0})", WORD, READS)
template(layout.header_class, [UWORD], "((word)({0} & 0xff))", WORD)
template(layout.header_length, [UWORD], "((word)({0} >> 8))", WORD)
template(layout.make_header, [WORD, WORD], "((uword){1} << 8 | (uword){0})", UWORD)
template(memory.word_of, [VALUE], "((uword){0})", UWORD)
template(memory.value_at, [UWORD], "((Value){0})", VALUE)
template(memory.stack_pointer, [], "((uword)__builtin_frame_address(0))", UWORD)
template(memory.compact_stack, [], "COMPACT_STACK", UWORD)
template(memory.compact_stack_top, [], "COMPACT_TOP", UWORD, READS)
template(
    memory.call_with_registers,
    [FuncT((UWORD,), NONE)],
    "call_with_registers({0})",
    NONE,
    ACTS,
    support="call_with_registers",
)


@rule(extended.extended_id)
def _extended_id(body: Expressions, node: ast.Call) -> Ex:
    for cls in extended.EXTENDED.values():
        body.program.come_alive(cls)
    part = body.as_type(node.args[0], OBJECT)
    return Ex(f"(CLASS_ID({part.code}) + 1)", WORD, max(part.level, READS))


@rule(numbers.truncated_div)
def _truncated_div(body: Expressions, node: ast.Call) -> Ex:
    return _truncated(body, node, "/")


@rule(numbers.truncated_mod)
def _truncated_mod(body: Expressions, node: ast.Call) -> Ex:
    return _truncated(body, node, "%")


def _truncated(body: Expressions, node: ast.Call, symbol: str) -> Ex:
    a, b = (body.expression(part) for part in node.args)
    kind = body.common(a, b, f"`{symbol}`", node)
    if isinstance(kind, FloatT):
        raise body.refuse(node, "truncated division of floats", "use / and a cast")
    parts = [body.operand(a, kind, node), body.operand(b, kind, node)]
    code = body.compose(f"({{0}} {symbol} {{1}})", parts, node)
    return Ex(code, kind, max(parts[0].level, parts[1].level))


@rule(builtins.len)
def _len(body: Expressions, node: ast.Call) -> Ex:
    if len(node.args) != 1:
        raise body.refuse(node, "len takes one argument", "correct the call")
    ex = body.expression(node.args[0])
    kind = present(ex.type)
    if ex.known and isinstance(ex.const, bytes | tuple | list | str | range | dict):
        return body.constant(len(ex.const))
    late = isinstance(ex.const, objects.Collected | objects.Late | layout.LayoutTable)
    if ex.known and isinstance(ex.const, objects.Array) and not late:
        return body.constant(len(ex.const.storage))
    if isinstance(kind, TailT):
        return Ex(f"LENGTH({ex.owner})", WORD, max(READS, ex.level))
    if isinstance(kind, ArrayT | BytesT):
        return Ex(f"LENGTH({body.settle(ex, node).code})", WORD, max(READS, ex.level))
    if isinstance(kind, RefT) and hasattr(kind.cls, "__len__"):
        return body.call_method(ex, "__len__", [], node)
    raise body.refuse(node, f"len of {kind}", "it works on Array, Tail and bytes")


@rule(builtins.abs)
def _abs(body: Expressions, node: ast.Call) -> Ex:
    ex = body.value(node.args[0])
    if isinstance(ex.type, FloatT):
        return Ex(
            f"__builtin_fabs{'f' if ex.type.bits == 32 else ''}({ex.code})", ex.type, ex.level
        )
    kind = body.common(ex, body.constant(0), "abs", node)
    name = body.temporary()
    text = body.c_type(kind, node)
    return Ex(f"({{ {text} {name} = {ex.code}; {name} < 0 ? -{name} : {name}; }})", kind, ex.level)


@rule(builtins.min)
def _min(body: Expressions, node: ast.Call) -> Ex:
    return _extreme(body, node, "<", builtins.min)


@rule(builtins.max)
def _max(body: Expressions, node: ast.Call) -> Ex:
    return _extreme(body, node, ">", builtins.max)


def _extreme(body: Expressions, node: ast.Call, symbol: str, compute: Callable[..., Any]) -> Ex:
    parts = [body.expression(part) for part in node.args]
    if parts and all(part.known for part in parts):
        return body.constant(compute(*(part.const for part in parts)))
    if len(parts) < 2:
        raise body.refuse(node, "min or max of one thing", "write a loop")
    result = parts[0]
    for part in parts[1:]:
        kind = body.common(result, part, f"`{symbol}`", node)
        if isinstance(kind, IntT) and result.type == part.type:
            kind = result.type
        place = WORD if kind == LITERAL else kind
        a, b = body.coerce(result, place, node), body.coerce(part, place, node)
        x, y = body.temporary(), body.temporary()
        text = body.c_type(place, node)
        code = (
            f"({{ {text} {x} = {a.code}; {text} {y} = {b.code}; {y} {symbol} {x} ? {y} : {x}; }})"
        )
        result = Ex(code, place, max(a.level, b.level))
    return result


# allocation and classes


def _class_argument(body: Expressions, node: ast.expr) -> Any:
    cls = body.expression(node).const
    if isinstance(cls, type) and issubclass(cls, objects.Object):
        return cls
    raise body.refuse(node, "the class must be known at build time", "write the class's name")


def _item_argument(body: Expressions, node: ast.expr) -> Type:
    text = ast.unparse(node)
    from anthill.translate import source

    return source.evaluate_hint(text, body.function.live, node.lineno)


@rule(objects.alloc)
def _alloc(body: Expressions, node: ast.Call) -> Ex:
    cls = _class_argument(body, node.args[0])
    shape = body.program.layout(cls)
    arguments = [*node.args[1:], *(k.value for k in node.keywords)]
    if shape.tail is None and arguments:
        raise body.refuse(node, f"{cls.__name__} has no Tail", "leave the length out")
    length = body.as_type(arguments[0], WORD) if arguments else Ex("0", WORD)
    return Ex(body.allocation(cls, length.code, node), RefT(cls), ACTS)


@rule(objects.alloc_raw)
def _alloc_raw(body: Expressions, node: ast.Call) -> Ex:
    zeroed = _alloc(body, node)
    return Ex(zeroed.code.replace("new_zeroed", "new_raw"), zeroed.type, ACTS)


@rule(objects.Array)
@rule(objects.array_of)
def _array_of(body: Expressions, node: ast.Call) -> Ex:
    item = _item_argument(body, node.args[0])
    length = body.as_type(node.args[1], WORD)
    storage = storage_of(item)
    return Ex(body.allocation(storage, length.code, node), ArrayT(item), ACTS)


@rule(objects.as_a)
def _as_a(body: Expressions, node: ast.Call) -> Ex:
    if isinstance(node.args[0], ast.Subscript):
        kind = _item_argument(body, node.args[0])
    else:
        kind = RefT(_class_argument(body, node.args[0]))
    ex = body.value(node.args[1])
    if not ex.type.is_pointer:
        raise body.refuse(node, f"as_a of {ex.type}", "it works on Values and objects")
    return Ex(f"(({body.c_type(kind, node)}){ex.code})", kind, ex.level)


@rule(layout.class_number)
def _class_number(body: Expressions, node: ast.Call) -> Ex:
    cls: Any
    if isinstance(node.args[0], ast.Subscript):
        kind = _item_argument(body, node.args[0])
        assert isinstance(kind, ArrayT)
        cls = storage_of(kind.item)
        body.use("array", cls)
        name = cls
    else:
        cls = _class_argument(body, node.args[0])
        name = body.program.struct(cls)
    body.program.come_alive(cls)
    body.use("id", cls)
    return Ex(f"((word)ID_{name})", WORD)


# raw memory


@rule(memory.items_of)
def _items_of(body: Expressions, node: ast.Call) -> Ex:
    ex = body.value(node.args[0])
    kind = present(ex.type)
    start = body.as_type(node.args[1], WORD) if len(node.args) > 1 else None
    if not isinstance(kind, ArrayT | TailT):
        raise body.refuse(node, f"items_of {kind}", "it works on Array and Tail")
    place = PtrT(kind.item)
    body.c_type(kind, node)
    text = "{0}" if isinstance(kind, TailT) else "{0}->items"
    parts = [ex, start] if start else [ex]
    code = body.compose(f"({text} + {{1}})" if start else f"({text})", parts, node)
    level = max(part.level for part in parts)
    return Ex(f"(({body.c_type(place, node)}){code})", place, level if level == ACTS else ex.level)


@rule(memory.bytes_of)
def _bytes_of(body: Expressions, node: ast.Call) -> Ex:
    ex = body.as_type(node.args[0], BYTES)
    body.c_type(BYTES, node)
    return Ex(f"({ex.code}->items)", PtrT(U8), ex.level)


def _pointers(body: Expressions, node: ast.Call, count: int) -> list[Ex]:
    parts = [body.value(part) for part in node.args]
    if len(parts) != count + 1 and len(parts) != 3:
        raise body.refuse(node, "a wrong number of arguments", "correct the call")
    for part in parts[:count]:
        if not isinstance(present(part.type), PtrT):
            raise body.refuse(node, f"{part.type} where a Ptr is expected", "use items_of")
    return parts


@rule(memory.copy_items)
def _copy_items(body: Expressions, node: ast.Call) -> Ex:
    parts = _pointers(body, node, 2)
    if present(parts[0].type) != present(parts[1].type):
        raise body.refuse(
            node, f"copy from {parts[1].type} to {parts[0].type}", "the item types must agree"
        )
    parts[2] = body.coerce(body.expression(node.args[2]), WORD, node)
    size = size_of(_item_of(parts[0]))
    if size == WORD_BYTES:
        return Ex(body.compose("copy_words({0}, {1}, (uword){2})", parts, node), NONE, ACTS)
    count = "(uword){2}" if size == 1 else f"(uword){{2}} * {size}"
    return Ex(body.compose(f"memmove({{0}}, {{1}}, {count})", parts, node), NONE, ACTS)


def _item_of(ex: Ex) -> Type:
    kind = present(ex.type)
    assert isinstance(kind, PtrT)
    return kind.item


@rule(memory.fill_items)
def _fill_items(body: Expressions, node: ast.Call) -> Ex:
    target = body.value(node.args[0])
    if not isinstance(present(target.type), PtrT):
        raise body.refuse(node, f"fill_items of {target.type}", "it works on a Ptr")
    item = _item_of(target)
    value = body.as_type(node.args[1], item)
    count = body.as_type(node.args[2], WORD)
    parts = [target, value, count]
    if size_of(item) == 1:
        return Ex(body.compose("memset({0}, {1}, (uword){2})", parts, node), NONE, ACTS)
    if not isinstance(item, FloatT) and value.code.strip("()") in ("0", "0u", "0LL", "0ULL"):
        if size_of(item) == WORD_BYTES:
            text = "clear_words({0}, (uword){2})"
        else:
            text = f"memset({{0}}, 0, (uword){{2}} * {size_of(item)})"
        return Ex(body.compose(text, [target, value, count], node), NONE, ACTS)
    names = [body.temporary() for _ in parts]
    kinds = [body.c_type(part.type, node) for part in parts]
    declared = " ".join(
        f"{kind} {name} = {part.code};"
        for kind, name, part in zip(kinds, names, parts, strict=True)
    )
    loop = f"while ({names[2]} > 0) {names[0]}[--{names[2]}] = {names[1]};"
    return Ex(f"({{ {declared} {loop} (void)0; }})", NONE, ACTS)


@rule(memory.compare_bytes)
def _compare_bytes(body: Expressions, node: ast.Call) -> Ex:
    parts = _pointers(body, node, 2)
    parts[2] = body.coerce(body.expression(node.args[2]), WORD, node)
    level = max(READS, *(part.level for part in parts))
    return Ex(body.compose("((word)memcmp({0}, {1}, (uword){2}))", parts, node), WORD, level)


@rule(memory.pointer)
def _pointer(body: Expressions, node: ast.Call) -> Ex:
    item = _item_argument(body, node.args[0])
    address = body.expression(node.args[1])
    if not address.type.is_int:
        raise body.refuse(node, f"an address of type {address.type}", "addresses are uword")
    address = body.coerce(address, UWORD, node) if address.known else address
    place = PtrT(item)
    text = body.c_type(place, node)
    return Ex(f"(({text})(uword){address.code})", place, address.level)


@rule(memory.address_of)
def _address_of(body: Expressions, node: ast.Call) -> Ex:
    ex = body.value(node.args[0])
    if not (ex.type.is_pointer or isinstance(ex.type, PtrT | StaticT | BytesT | FuncT)):
        raise body.refuse(node, f"the address of {ex.type}", "it works on Ptr and objects")
    return Ex(f"((uword){ex.code})", UWORD, ex.level)


@rule(memory.symbol_address)
def _symbol_address(body: Expressions, node: ast.Call) -> Ex:
    name = body.expression(node.args[0]).const
    if not isinstance(name, str):
        raise body.refuse(node, "the symbol's name must be a literal", "write it out")
    body.use("symbol", name)
    return Ex(f"((uword){name})", UWORD)


@rule(builtins.range)
@rule(builtins.print)
@rule(builtins.enumerate)
@rule(builtins.reversed)
@rule(builtins.zip)
def _host_only(body: Expressions, node: ast.Call) -> Ex:
    parts = [body.expression(part) for part in node.args]
    known = all(part.known for part in parts)
    if known and body.expression(node.func).const is builtins.range:
        return body.constant(range(*(part.const for part in parts)))
    raise body.refuse(
        node,
        f"`{ast.unparse(node.func)}` as value",
        "range and enumerate stand in `for` loops only",
    )


@rule(objects.static_array)
@rule(memory.placed)
@rule(memory.register)
@rule(memory.register_block)
def _module_level(body: Expressions, node: ast.Call) -> Ex:
    raise body.refuse(
        node, f"`{ast.unparse(node.func)}` in a function", "call it once, at module level"
    )
