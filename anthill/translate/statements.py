"""Statements of typed Python as C, one function body at a time.

A body is written in passes: the first finds the types of the locals, each further one starts with
what the last one found, until nothing changes; the last pass's text is the function. Writing has no
other effect than to put what the function uses on the program's list.
"""

from __future__ import annotations

import ast
import importlib
import json
import types
from dataclasses import dataclass, field
from typing import Any

from anthill.translate import source
from anthill.translate.errors import TranslationError, short_path
from anthill.translate.expressions import ACTS, PURE, READS, Ex, Expressions, Facts, path_of
from anthill.translate.freeze import c_int
from anthill.translate.program import Function, Program
from anthill.translate.types import (
    BOOL,
    NONE,
    VALUE,
    WORD,
    ArrayT,
    BytesT,
    ErrorT,
    HostT,
    IntT,
    LiteralT,
    NoneT,
    PtrT,
    RefT,
    RegisterBlockT,
    StaticT,
    TailT,
    TupleT,
    Type,
    join,
    present,
)
from anthill.typed import marks, memory, objects
from anthill.typed.target import WORD_BITS

MAX_PASSES = 12
MOSTLY_FULL = 200
"""From this highest opcode on, a table of all 256 is worth the test that it saves."""


@dataclass
class Loop:
    """The innermost loop: where `break` and `continue` go, and the handlers open when it began."""

    number: int
    handlers: int
    switches: int = 0
    next_code: str = ""
    """In a threaded loop, what `continue` does: fetch and jump."""
    breaks: bool = False
    continues: bool = False


@dataclass
class _Names(ast.NodeVisitor):
    """The names and attribute paths that statements assign."""

    names: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store | ast.Del):
            self.names.add(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        path = path_of(node)
        if isinstance(node.ctx, ast.Store) and path:
            self.paths.add(path)
        self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self.names.add(node.name)
        self.generic_visit(node)


def assigned(nodes: list[Any]) -> _Names:
    """What a list of statements assigns."""
    found = _Names()
    for node in nodes:
        found.visit(node)
    return found


def has_break(body: list[ast.stmt]) -> bool:
    """Whether a loop's body has a `break` of that loop."""
    for node in body:
        if isinstance(node, ast.Break):
            return True
        if isinstance(node, ast.For | ast.While):
            continue
        for child in ("body", "orelse", "finalbody"):
            if has_break(getattr(node, child, [])):
                return True
        parts = [*getattr(node, "handlers", []), *getattr(node, "cases", [])]
        if any(has_break(part.body) for part in parts):
            return True
    return False


class Body(Expressions):
    """One function body under translation."""

    def __init__(self, program: Program, function: Function) -> None:
        super().__init__(program, function)
        self.node = source.syntax_of(function.live)
        self.lines: list[str] = []
        self.line = 0
        self.loops: list[Loop] = []
        self.handlers = 0
        self.labels = 0
        self.caught: list[str] = []
        self.volatile: set[str] = set()
        self.threaded = "threaded" in function.marks
        self.opcodes = function.marks.get("opcodes")

    # passes

    def translate(self) -> None:
        """Write the function."""
        self._find_locals()
        for _ in range(MAX_PASSES):
            self._reset()
            ended = self.block(self.node.body)
            if not self.changed:
                break
        else:
            raise self.refuse(self.node, "the locals' types do not settle", "annotate the locals")
        function = self.function
        if not ended and function.result != NONE:
            raise self.refuse(
                self.node,
                f"`{self.node.name}` may end without returning a {function.result}",
                "return a value, or raise, at its end",
            )
        if not ended and function.never:
            self.emit("__builtin_unreachable();")
        function.text = "\n".join([*self._declarations(), *self.lines])
        for _, kind in function.params:
            self.c_type(kind, self.node)
        if function.result != NONE:
            self.c_type(function.result, self.node)
        function.uses = self.uses
        function.c_params = [
            self.local_name(name) + ("_in" if name in self.volatile else "")
            for name, _ in function.params
        ]

    def _find_locals(self) -> None:
        found = assigned(list(self.node.body))
        self.local_names = found.names | {name for name, _ in self.function.params}
        for node in ast.walk(self.node):
            if isinstance(node, ast.Import | ast.ImportFrom):
                self._import(node)
            elif isinstance(node, ast.Try):
                self._find_volatile(node)

    def _find_volatile(self, node: ast.Try) -> None:
        """Locals assigned in a `try` and used outside of it must survive the jump."""
        inside = assigned(list(node.body)).names
        own = {id(n) for part in node.body for n in ast.walk(part)}
        for other in ast.walk(self.node):
            if isinstance(other, ast.Name) and other.id in inside and id(other) not in own:
                self.volatile.add(other.id)

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        if isinstance(node, ast.ImportFrom):
            module = importlib.import_module(
                "." * node.level + (node.module or ""),
                self.function.live.__globals__.get("__package__"),
            )
            for alias in node.names:
                self.imported[alias.asname or alias.name] = getattr(module, alias.name)
            return
        for alias in node.names:
            module = importlib.import_module(alias.name)
            name = alias.asname or alias.name.split(".")[0]
            self.imported[name] = module if alias.asname else importlib.import_module(name)

    def _reset(self) -> None:
        self.lines, self.line, self.changed = [], 0, False
        self.temporaries = self.labels = self.handlers = 0
        self.loops, self.caught = [], []
        self.narrowed = {}
        self.uses = {}
        for name, kind in self.function.params:
            self.locals[name] = kind
            self.declared.add(name)

    def _declarations(self) -> list[str]:
        params = {name for name, _ in self.function.params}
        lines = []
        for name, kind in self.locals.items():
            if name in params:
                continue
            kind = WORD if isinstance(kind, LiteralT) else kind
            if kind == NONE:
                kind = VALUE
            text = self.c_type(kind, self.node)
            volatile = "volatile " if name in self.volatile else ""
            if text.endswith("*"):
                lines.append(f"  {text}{volatile}{self.local_name(name)};")
            else:
                lines.append(f"  {volatile}{text} {self.local_name(name)};")
        for name, kind in self.function.params:
            if name in self.volatile:
                text = self.c_type(kind, self.node)
                own = self.local_name(name)
                lines.append(f"  {text} volatile {own} = {own}_in;")
        return lines

    # writing

    def emit(self, text: str) -> None:
        """One line of C."""
        self.lines.append(f"  {text}")

    def mark_line(self, node: ast.AST) -> None:
        """A `#line` where the source line changes."""
        line = getattr(node, "lineno", 0)
        if line and line != self.line:
            self.line = line
            self.lines.append(f"#line {line} {json.dumps(short_path(self.function.file))}")

    def label(self) -> str:
        """A fresh label."""
        self.labels += 1
        return f"l_{self.labels}"

    def block(self, body: list[ast.stmt]) -> bool:
        """Statements; True when control does not come out at their end."""
        for node in body:
            self.mark_line(node)
            if self.statement(node):
                return True
        return False

    def statement(self, node: ast.stmt) -> bool:
        """One statement; True when control does not go on after it."""
        method = getattr(self, f"_{type(node).__name__.lower()}_statement", None)
        if method is None:
            raise self.refuse(
                node,
                f"`{ast.unparse(node).splitlines()[0][:40]}` is not typed Python",
                "see docs/typed-python.md, Constructs",
            )
        return bool(method(node))

    def _pass_statement(self, node: ast.Pass) -> None:
        pass

    def _import_statement(self, node: ast.Import) -> None:
        pass

    def _importfrom_statement(self, node: ast.ImportFrom) -> None:
        pass

    def _expr_statement(self, node: ast.Expr) -> bool:
        if isinstance(node.value, ast.Constant):
            return False
        if isinstance(node.value, ast.Call):
            never = self._never_returns(node.value)
            ex = self.expression(node.value)
            if ex.known:
                return False
            self.emit(f"{ex.code};" if ex.type == NONE else f"(void){ex.code};")
            return never
        ex = self.value(node.value)
        self.emit(f"(void){ex.code};")
        return False

    def _never_returns(self, node: ast.Call) -> bool:
        try:
            if isinstance(node.func, ast.Attribute) and not self._is_super(node.func.value):
                base = self.expression(node.func.value)
                kind = present(base.type)
                if isinstance(kind, RefT | StaticT):
                    cls = type(base.const) if base.known else kind.cls
                    member = getattr(cls, node.func.attr, None)
                    if isinstance(member, types.FunctionType):
                        return self.program.method(cls, node.func.attr).never
                    return False
            callee = self.expression(node.func)
        except TranslationError:
            return False
        if not isinstance(callee.const, types.FunctionType):
            return False
        if callee.const.__module__.startswith("anthill.typed"):
            return False
        if "constant" in marks.marks_of(callee.const):
            return False
        return self.program.function(callee.const).never

    # assignment

    def _assign_statement(self, node: ast.Assign) -> None:
        if len(node.targets) > 1:
            self._assign_many(node)
            return
        self.assign(node.targets[0], node.value, node)

    def _assign_many(self, node: ast.Assign) -> None:
        first = node.targets[0]
        if not all(isinstance(target, ast.Name) for target in node.targets):
            value = self.value(node.value)
            name = self.temporary()
            self.emit(f"{self.c_type(value.type, node)} {name} = {value.code};")
            for target in node.targets:
                self.store(target, Ex(name, value.type), node)
            return
        self.assign(first, node.value, node)
        for target in node.targets[1:]:
            ex = self.expression(node.value)
            self.assign(target, node.value if ex.known else first, node)

    def assign(self, target: ast.expr, source_: ast.expr, node: ast.stmt) -> None:
        """`target = source`."""
        if isinstance(target, ast.Tuple):
            self._unpack(target, source_, node)
            return
        if isinstance(target, ast.Name):
            self._assign_name(target.id, source_, node)
            return
        place = self.target(target)
        value = self.as_type(source_, place.type)
        self._store(target, place, value, self._narrowed_type(source_, place.type), node)

    def store(self, target: ast.expr, value: Ex, node: ast.stmt) -> None:
        """`target = value` for a value already evaluated."""
        if isinstance(target, ast.Name):
            self._store_name(target.id, value, node)
            return
        place = self.target(target)
        self._store(target, place, self.coerce(value, place.type, node), None, node)

    def _store(
        self, target: ast.expr, place: Ex, value: Ex, narrower: Type | None, node: ast.stmt
    ) -> None:
        if value.level == ACTS and place.level >= READS:
            name = self.temporary()
            self.emit(
                f"{{ {self.c_type(value.type, node)} {name} = {value.code};"
                f" {place.code} = {name}; }}"
            )
        else:
            self.emit(f"{place.code} = {value.code};")
        path = path_of(target)
        if path:
            self.forget(path)
            if narrower is not None:
                self.narrowed[path] = narrower

    def target(self, node: ast.expr) -> Ex:
        """The place that an assignment writes to."""
        if isinstance(node, ast.Attribute):
            base = self.expression(node.value)
            kind = present(base.type)
            if base.known and isinstance(kind, RefT):
                raise self.refuse(
                    node,
                    f"assignment to a field of the constant `{ast.unparse(node.value)}`",
                    "constants lie in flash: use an instance of a Static class",
                )
            place = self.attribute(base, node.attr, node)
            if place.known or isinstance(place.type, TailT | RegisterBlockT):
                raise self.refuse(node, f"`{ast.unparse(node)}` cannot be assigned", "use a field")
            return place
        if isinstance(node, ast.Subscript):
            base = self.expression(node.value)
            constant = base.known and not objects.is_mutable(base.const)
            if (constant and not isinstance(base.const, memory.Ptr)) or isinstance(
                base.type, BytesT
            ):
                raise self.refuse(
                    node,
                    f"assignment into the constant `{ast.unparse(node.value)}`",
                    "constants lie in flash: make it a static_array",
                )
            return self.subscript(base, node)
        raise self.refuse(node, f"assignment to `{ast.unparse(node)}`", "assign to a name or field")

    def forget(self, path: str) -> None:
        """Drop what is known of a path and of everything below it."""
        for known in list(self.narrowed):
            if known == path or known.startswith(path + "."):
                del self.narrowed[known]

    def _narrowed_type(self, source_: ast.expr, declared: Type) -> Type | None:
        """The type that a name has from an assignment on, where narrower than declared."""
        if not declared.is_pointer and not declared.nullable:
            return None
        ex = self.expression(source_)
        found = ex.type
        if isinstance(found, NoneT | HostT | ErrorT) or found == declared:
            return None
        if not isinstance(found, RefT | ArrayT | StaticT | PtrT) or found.nullable:
            return None
        wider = declared == VALUE or isinstance(declared, RefT)
        narrower = isinstance(found, RefT) and wider
        return found if found == present(declared) or narrower else None

    def _assign_name(self, name: str, source_: ast.expr, node: ast.stmt) -> None:
        if name in self.declared:
            kind = self.locals[name]
            value = self.as_type(source_, kind)
            narrower = self._narrowed_type(source_, kind)
            self.emit(f"{self.local_name(name)} = {value.code};")
            self.forget(name)
            if narrower is not None:
                self.narrowed[name] = narrower
            return
        self._store_name(name, self._typed(source_, self.locals.get(name)), node)

    def _typed(self, source_: ast.expr, known: Type | None) -> Ex:
        if known is not None and isinstance(source_, ast.Tuple | ast.IfExp):
            try:
                return self.as_type(source_, WORD if isinstance(known, LiteralT) else known)
            except TranslationError:
                pass
        return self.expression(source_)

    def _store_name(self, name: str, value: Ex, node: ast.AST) -> None:
        if name in self.imported:
            raise self.refuse(node, f"`{name}` is an imported name", "use another name")
        if value.known and isinstance(value.type, HostT):
            value = self.settle(value, node)
        if isinstance(value.type, TailT):
            raise self.refuse(node, "a Tail as value", "name the object, or use items_of(tail)")
        if isinstance(value.type, NoneT) and not value.known:
            raise self.refuse(node, "the result of a function that returns nothing", "drop it")
        found = value.type
        known = self.locals.get(name)
        if name not in self.declared:
            kind = found if known is None else join(known, found)
            if kind is None:
                raise self.refuse(
                    node,
                    f"`{name}` is {known} and gets {found}",
                    f"use a second name, or declare it first: `{name}: {known}`",
                )
            if kind != known:
                self.locals[name] = kind
                self.changed = True
        kind = self.locals[name]
        place = WORD if isinstance(kind, LiteralT) else kind
        code = self.coerce(value, place, node).code if place != NONE else "0"
        self.emit(f"{self.local_name(name)} = {code};")
        self.forget(name)
        if found != kind and isinstance(found, RefT | ArrayT | StaticT) and not found.nullable:
            self.narrowed[name] = found

    def _namedexpr(self, node: ast.NamedExpr) -> Ex:
        name = node.target.id
        mark = len(self.lines)
        if name in self.declared:
            value = self.as_type(node.value, self.locals[name])
        else:
            value = self.expression(node.value)
        self._store_name(name, value, node)
        text = " ".join(line.strip() for line in self.lines[mark:])
        del self.lines[mark:]
        kind = self.locals[name]
        kind = WORD if isinstance(kind, LiteralT) else kind
        result = self.narrow(Ex(self.local_name(name), kind), name, node)
        return Ex(f"({{ {text} {result.code}; }})", result.type, ACTS)

    def _annassign_statement(self, node: ast.AnnAssign) -> None:
        if not isinstance(node.target, ast.Name):
            if node.value is not None:
                self.assign(node.target, node.value, node)
            return
        kind = source.evaluate_hint(ast.unparse(node.annotation), self.function.live, node.lineno)
        name = node.target.id
        if self.locals.get(name, kind) != kind:
            raise self.refuse(
                node,
                f"`{name}` is declared as {self.locals[name]} and as {kind}",
                "use a second name",
            )
        self.locals[name] = kind
        self.declared.add(name)
        if node.value is not None:
            self._assign_name(name, node.value, node)

    def _augassign_statement(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            left = self.expression(node.target)
            if left.known:
                raise self.refuse(node, f"`{node.target.id}` is a constant", "use a Static's field")
            result = self.binary(left, node.op, self.expression(node.value), node)
            kind = self.locals[node.target.id]
            if node.target.id in self.declared:
                result = self._shrink(result, kind, node)
            self._store_name(node.target.id, result, node)
            return
        place = self.target(node.target)
        mark: list[str] = []
        if place.level == ACTS and not place.code.startswith("REGISTER"):
            name = self.temporary()
            text = self.c_type(place.type, node)
            mark.append(f"{text} *{name} = &{place.code};")
            place = Ex(f"(*{name})", place.type, READS)
        value = self.expression(node.value)
        if value.level == ACTS:
            name = self.temporary()
            old = self.temporary()
            text = self.c_type(place.type, node)
            mark.append(f"{text} {old} = {place.code};")
            mark.append(f"{self.c_type(value.type, node)} {name} = {value.code};")
            value = Ex(name, value.type)
            result = self.binary(Ex(old, place.type), node.op, value, node)
        else:
            result = self.binary(Ex(place.code, place.type, READS), node.op, value, node)
        result = self._shrink(result, place.type, node)
        line = f"{place.code} = {self.coerce(result, place.type, node).code};"
        self.emit(f"{{ {' '.join(mark)} {line} }}" if mark else line)
        path = path_of(node.target)
        if path:
            self.forget(path)

    def _shrink(self, result: Ex, kind: Type, node: ast.stmt) -> Ex:
        """`x += n` keeps the width of x, as in C."""
        if (
            isinstance(kind, IntT)
            and isinstance(result.type, IntT)
            and not result.known
            and kind.bits < result.type.bits
            and result.type == WORD
        ):
            return Ex(f"(({self.c_type(kind, node)}){result.code})", kind, result.level)
        return result

    def _unpack(self, target: ast.Tuple, source_: ast.expr, node: ast.stmt) -> None:
        if isinstance(source_, ast.Tuple):
            if len(source_.elts) != len(target.elts):
                raise self.refuse(node, "the two sides differ in number", "correct it")
            values = []
            for left, right in zip(target.elts, source_.elts, strict=True):
                kind = None
                if isinstance(left, ast.Name):
                    kind = self.locals.get(left.id) if left.id in self.declared else None
                value = self.as_type(right, kind) if kind else self.value(right)
                name = self.temporary()
                self.emit(f"{self.c_type(value.type, node)} {name} = {value.code};")
                values.append(Ex(name, value.type))
        else:
            whole = self.value(source_)
            if not isinstance(whole.type, TupleT) or len(whole.type.items) != len(target.elts):
                raise self.refuse(
                    node,
                    f"{whole.type} cannot be unpacked into {len(target.elts)} names",
                    "unpack a tuple of that length",
                )
            name = self.temporary()
            self.emit(f"{self.c_type(whole.type, node)} {name} = {whole.code};")
            values = [Ex(f"{name}.item_{n}", kind) for n, kind in enumerate(whole.type.items)]
        for left, value in zip(target.elts, values, strict=True):
            if not (isinstance(left, ast.Name) and left.id == "_"):
                self.store(left, value, node)

    # leaving

    def _leave_handlers(self, upto: int) -> None:
        if self.handlers > upto:
            self.emit(f"handlers = handler_{upto + 1}.previous;")
            self.use("support", "handlers")

    def _return_statement(self, node: ast.Return) -> bool:
        kind = self.function.result
        if node.value is None or (kind == NONE and isinstance(node.value, ast.Constant)):
            if kind != NONE:
                raise self.refuse(node, f"`return` without the {kind}", "return a value")
            self._leave_handlers(0)
            self.emit("return;")
            return True
        if kind == NONE:
            ex = self.expression(node.value)
            if ex.type != NONE or ex.known:
                raise self.refuse(
                    node,
                    f"a {ex.type} is returned from a function that returns None",
                    f"annotate the function `-> {ex.type}`",
                )
            self.emit(f"{ex.code};")
            self._leave_handlers(0)
            self.emit("return;")
            return True
        value = self.as_type(node.value, kind)
        if self.handlers:
            name = self.temporary()
            self.emit(f"{{ {self.c_type(kind, node)} {name} = {value.code};")
            self._leave_handlers(0)
            self.emit(f"return {name}; }}")
        else:
            self.emit(f"return {value.code};")
        return True

    def _break_statement(self, node: ast.Break) -> bool:
        loop = self.loops[-1]
        self._leave_handlers(loop.handlers)
        if loop.switches or loop.next_code:
            loop.breaks = True
            self.emit(f"goto break_{loop.number};")
        else:
            self.emit("break;")
        return True

    def _continue_statement(self, node: ast.Continue) -> bool:
        loop = self.loops[-1]
        self._leave_handlers(loop.handlers)
        if loop.next_code:
            self.emit(loop.next_code)
        else:
            self.emit("continue;")
        return True

    def _raise_statement(self, node: ast.Raise) -> bool:
        if node.exc is None:
            if not self.caught:
                raise self.refuse(node, "`raise` outside `except`", "name the exception")
            self._raise(self.caught[-1])
            return True
        name = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        if isinstance(name, ast.Name) and name.id in ("NotImplementedError", "AssertionError"):
            self.emit("__builtin_trap();")
            return True
        ex = self.expression(node.exc)
        if not isinstance(present(ex.type), ErrorT):
            raise self.refuse(
                node, f"`raise` of {ex.type}", "raise the program's one TypedError subclass"
            )
        if not self._raise_made(ex.code):
            self._raise(ex.code)
        return True

    def _raise_made(self, code: str) -> bool:
        """Raise what a call makes, on chips: one call does both."""
        name = code.partition("(")[0]
        made = self.program.functions.get(self.program.names.get(name))
        small = self.program.options.arch == "arm" and "hot" not in self.function.marks
        if made is None or not small or "inline" in made.marks or "raise" in self.program.lowerings:
            return False
        self.use("raising", made)
        self.emit(f"raise_{code};")
        return True

    def _raise(self, code: str) -> None:
        self.use("support", "raise_value")
        if "raise" in self.program.lowerings:
            function = self.program.lowering("raise", self.function.file, self.function.line)
            self.use("function", function)
            self.emit(f"{function.name}({code});")
            self.emit("__builtin_unreachable();")
            return
        self.emit(f"raise_value({code});")

    def _assert_statement(self, node: ast.Assert) -> None:
        if self.program.options.debug:
            ex, true, _ = self.condition(node.test)
            if not ex.known or not ex.const:
                text = json.dumps(ast.unparse(node.test).replace("%", "%%"))
                code = "0" if ex.known else ex.code
                self.use("support", "failed")
                file = json.dumps(short_path(self.function.file))
                self.emit(f"if (!{code}) failed({file}, {node.lineno}, {text});")
            self.narrowed.update(true)
            return
        if isinstance(node.test, ast.Constant):
            return
        self._assert_facts(node.test)

    def _assert_facts(self, test: ast.expr) -> None:
        """What a release build still takes from an assertion: the class of a name."""
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
            for part in test.values:
                self._assert_facts(part)
        elif (
            isinstance(test, ast.Call) and self._is_isinstance(test) and path_of(test.args[0])
        ) or (
            isinstance(test, ast.Compare)
            and path_of(test.left)
            and isinstance(test.comparators[0], ast.Constant)
        ):
            self.narrowed.update(self.condition(test)[1])

    # branches

    def _if_statement(self, node: ast.If) -> bool:
        test, true, false = self.condition(node.test)
        if test.known:
            self.narrowed.update(true if test.const else false)
            return self.block(node.body if test.const else node.orelse)
        before = dict(self.narrowed)
        self.emit(f"if ({test.code}) {{")
        self.narrowed = before | true
        ended = self.block(node.body)
        after_body = self.narrowed
        self.narrowed = before | false
        other_ended = False
        if node.orelse:
            self.emit("} else {")
            other_ended = self.block(node.orelse)
        self.emit("}")
        if ended and not other_ended:
            return False
        if other_ended and not ended:
            self.narrowed = after_body
            return False
        after_other = self.narrowed
        self.narrowed = self._merge(after_body, after_other)
        return ended and other_ended

    def _merge(self, a: Facts, b: Facts) -> Facts:
        merged: Facts = {}
        for path, kind in a.items():
            shared = join(kind, b[path]) if path in b else None
            if shared is not None:
                merged[path] = shared
        return merged

    def _enter_loop(self, body: list[ast.stmt]) -> Loop:
        changed = assigned(list(body))
        for path in changed.names | changed.paths:
            self.forget(path)
        self.labels += 1
        loop = Loop(self.labels, self.handlers)
        self.loops.append(loop)
        return loop

    def _leave_loop(self, loop: Loop) -> None:
        self.loops.pop()
        if loop.breaks:
            self.emit(f"break_{loop.number}:;")

    def _while_statement(self, node: ast.While) -> bool:
        if node.orelse:
            raise self.refuse(node, "`else` of a loop", "use a flag, or return from the loop")
        if self.threaded and self._is_dispatch(node):
            return self._threaded(node)
        loop = self._enter_loop([*node.body, ast.Expr(node.test)])
        test, true, false = self.condition(node.test)
        if test.known and not test.const:
            self.loops.pop()
            return False
        before = dict(self.narrowed)
        self.emit("for (;;) {" if test.known else f"while ({test.code}) {{")
        self.narrowed = before | true
        self.block(node.body)
        self.emit("}")
        self._leave_loop(loop)
        broken = has_break(node.body)
        self.narrowed = before if broken else before | false
        return test.known and not broken

    def _for_statement(self, node: ast.For) -> bool:
        if node.orelse:
            raise self.refuse(node, "`else` of a loop", "use a flag, or return from the loop")
        self.emit("{")
        call = node.iter
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            if call.func.id == "range":
                self._for_range(node, call.args)
                return False
            if call.func.id == "enumerate" and len(call.args) == 1:
                self._for_enumerate(node, call.args[0])
                return False
            if call.func.id == "reversed" and len(call.args) == 1:
                inner = call.args[0]
                if isinstance(inner, ast.Call) and ast.unparse(inner.func) == "range":
                    self._for_reversed(node, inner.args)
                    return False
        self._for_items(node, node.target, call, "")
        return False

    def _range_bounds(self, node: ast.For, args: list[ast.expr]) -> tuple[list[Ex], Type]:
        parts = [self.expression(arg) for arg in args]
        kind: Type = WORD
        for part in parts:
            if not (part.type.is_int or part.type == BOOL):
                raise self.refuse(node, f"range of {part.type}", "use integers")
        strong = [part.type for part in parts[:2] if not isinstance(part.type, LiteralT)]
        if strong:
            kind = strong[0]
            for other in strong[1:]:
                kind = self.common(Ex("", kind), Ex("", other), "range", node)
            if (isinstance(kind, IntT) and kind.bits < 32) or kind == BOOL:
                kind = WORD
        if isinstance(node.target, ast.Name) and node.target.id in self.declared:
            own = self.locals[node.target.id]
            kind = self.common(Ex("", kind), Ex("", own), "range", node)
        return parts, kind

    def _for_range(self, node: ast.For, args: list[ast.expr]) -> None:
        if not isinstance(node.target, ast.Name) or not 1 <= len(args) <= 3:
            raise self.refuse(node, "a loop over range", "write `for i in range(start, end, step)`")
        parts, kind = self._range_bounds(node, args)
        start = parts[0] if len(parts) > 1 else self.constant(0)
        end = parts[1] if len(parts) > 1 else parts[0]
        step = parts[2] if len(parts) > 2 else self.constant(1)
        text = self.c_type(kind, node)
        counter, limit, width = self.temporary(), self.temporary(), self.temporary()
        start, end = self.coerce(start, kind, node), self._bound(end, kind, node)
        self.emit(f"{text} {counter} = {start.code}; {text} {limit} = {end.code};")
        if step.known:
            if step.const == 0:
                raise self.refuse(node, "range with step 0", "correct the step")
            sign = "<" if step.const > 0 else ">"
            test = f"{counter} {sign} {limit}"
            advance = f"{counter} += {step.const}"
            if isinstance(kind, IntT) and not kind.signed and step.const < 0:
                raise self.refuse(node, f"a falling range of {kind}", "count with int")
        else:
            step = self.coerce(step, kind, node)
            self.emit(f"{text} {width} = {step.code};")
            test = f"{width} > 0 ? {counter} < {limit} : {counter} > {limit}"
            advance = f"{counter} += {width}"
        loop = self._enter_loop([*node.body, ast.Assign([node.target], node.iter)])
        self.emit(f"for (; {test}; {advance}) {{")
        self._store_name(node.target.id, Ex(counter, kind), node)
        self._loop_body(node, loop)

    def _bound(self, end: Ex, kind: Type, node: ast.AST) -> Ex:
        return self.coerce(end, kind, node)

    def _loop_body(self, node: ast.For, loop: Loop) -> None:
        before = dict(self.narrowed)
        self.block(node.body)
        self.narrowed = before
        for path in assigned(list(node.body)).names | assigned(list(node.body)).paths:
            self.forget(path)
        self.emit("}")
        self._leave_loop(loop)
        self.emit("}")

    def _for_reversed(self, node: ast.For, args: list[ast.expr]) -> None:
        if not isinstance(node.target, ast.Name) or len(args) not in (1, 2):
            raise self.refuse(node, "reversed(range) with a step", "write a while loop")
        parts, kind = self._range_bounds(node, args)
        start = self.coerce(parts[0] if len(parts) > 1 else self.constant(0), kind, node)
        end = self.coerce(parts[-1], kind, node)
        text = self.c_type(kind, node)
        counter, limit = self.temporary(), self.temporary()
        self.emit(f"{text} {limit} = {start.code}; {text} {counter} = {end.code};")
        loop = self._enter_loop([*node.body, ast.Assign([node.target], node.iter)])
        self.emit(f"while ({counter} > {limit}) {{ {counter}--;")
        self._store_name(node.target.id, Ex(counter, kind), node)
        self._loop_body(node, loop)

    def _for_enumerate(self, node: ast.For, items: ast.expr) -> None:
        target = node.target
        if not isinstance(target, ast.Tuple) or len(target.elts) != 2:
            raise self.refuse(
                node, "enumerate without two names", "write `for i, x in enumerate(a)`"
            )
        if not isinstance(target.elts[0], ast.Name):
            raise self.refuse(node, "enumerate into a field", "use a name")
        self._for_items(node, target.elts[1], items, target.elts[0].id)

    def _for_items(self, node: ast.For, target: ast.expr, items: ast.expr, index: str) -> None:
        base = self.value(items)
        kind = present(base.type)
        if not isinstance(kind, ArrayT | BytesT | TailT) or not isinstance(target, ast.Name):
            raise self.refuse(
                node, f"a loop over {kind}", "loop over a range, an Array, a Tail or bytes"
            )
        holder, counter, limit = self.temporary(), self.temporary(), self.temporary()
        if isinstance(kind, TailT):
            storage = self.c_type(kind.item, node)
            self.emit(f"word {limit} = LENGTH({base.owner}); {storage} *{holder} = {base.code};")
            held = Ex(holder, PtrT(kind.item))
        else:
            self.emit(f"{self.c_type(kind, node)} {holder} = {base.code};")
            self.emit(f"word {limit} = LENGTH({holder});")
            held = Ex(holder, kind)
        loop = self._enter_loop([*node.body, ast.Assign([node.target], node.iter)])
        self.emit(f"for (word {counter} = 0; {counter} < {limit}; {counter}++) {{")
        if index:
            self._store_name(index, Ex(counter, WORD), node)
        item = self.item(held, Ex(counter, WORD), node)
        self._store_name(target.id, item, node)
        self._loop_body(node, loop)

    # match

    def _match_statement(self, node: ast.Match) -> bool:
        subject = self.expression(node.subject)
        if subject.known:
            return self._match_constant(node, subject)
        if not subject.type.is_int:
            raise self.refuse(node, f"`match` on {subject.type}", "match integers; else use `if`")
        for loop in self.loops[-1:]:
            loop.switches += 1
        self.emit(f"switch ({subject.code}) {{")
        before, merged = dict(self.narrowed), None
        ended_all, has_default = True, False
        seen: set[int] = set()
        for case in node.cases:
            values = self._case_values(case, subject.type)
            self.narrowed = dict(before)
            self._case_labels(values, seen, case)
            has_default |= values is None
            self.emit("{")
            ended = self.block(case.body)
            if not ended:
                self.emit("break;")
                merged = self.narrowed if merged is None else self._merge(merged, self.narrowed)
                ended_all = False
            self.emit("}")
        self.emit("}")
        for loop in self.loops[-1:]:
            loop.switches -= 1
        if not has_default:
            merged = before if merged is None else self._merge(merged, before)
        self.narrowed = merged if merged is not None else before
        return ended_all and has_default

    def _case_labels(self, values: list[int] | None, seen: set[int], case: ast.match_case) -> None:
        if values is None:
            self.emit("default:")
            return
        for value in values:
            if value in seen:
                raise self.refuse(case.pattern, f"case {value} a second time", "drop one of them")
            seen.add(value)
            self.emit(f"case {c_int(value, WORD)}:")

    def _match_constant(self, node: ast.Match, subject: Ex) -> bool:
        for case in node.cases:
            values = self._case_values(case, WORD)
            if values is None or subject.const in values:
                return self.block(case.body)
        return False

    def _case_values(self, case: ast.match_case, kind: Type) -> list[int] | None:
        """The integers of a case; None for `_`."""
        if case.guard is not None:
            raise self.refuse(case.pattern, "a case with `if`", "write the `if` inside the case")
        return self._pattern_values(case.pattern)

    def _pattern_values(self, pattern: ast.pattern) -> list[int] | None:
        if isinstance(pattern, ast.MatchAs) and pattern.pattern is None and pattern.name is None:
            return None
        if isinstance(pattern, ast.MatchOr):
            values: list[int] = []
            for part in pattern.patterns:
                values += self._pattern_values(part) or []
            return values
        if isinstance(pattern, ast.MatchValue):
            ex = self.expression(pattern.value)
            if ex.known and isinstance(ex.const, int):
                return [int(ex.const)]
        raise self.refuse(
            pattern,
            f"the pattern `{ast.unparse(pattern)}`",
            "cases are integers, dotted names of integer constants, `|` of these, or `_`",
        )

    # threaded dispatch

    def _is_dispatch(self, node: ast.While) -> bool:
        test = node.test
        endless = isinstance(test, ast.Constant) and bool(test.value)
        return endless and any(isinstance(statement, ast.Match) for statement in node.body)

    def _threaded(self, node: ast.While) -> bool:
        """`while True: fetch; match op: ...; rest` with a jump through one table at each case's
        end, or behind the rest, to which cases go that do not continue."""
        middle = next(at for at, part in enumerate(node.body) if isinstance(part, ast.Match))
        match = node.body[middle]
        rest = node.body[middle + 1 :]
        assert isinstance(match, ast.Match)
        loop = self._enter_loop(node.body)
        entry = dict(self.narrowed)
        mark = len(self.lines)
        self.block(node.body[:middle])
        subject = self.value(match.subject)
        if not isinstance(subject.type, IntT):
            raise self.refuse(match, f"`match` on {subject.type}", "match an integer")
        fetch = [line.strip() for line in self.lines[mark:] if not line.startswith("#")]
        del self.lines[mark:]
        number = loop.number
        cases = [(self._case_values(case, subject.type), case) for case in match.cases]
        highest = max((max(values) for values, _ in cases if values), default=0)
        if any(min(values) < 0 for values, _ in cases if values):
            raise self.refuse(match, "a negative case in threaded dispatch", "count from 0")
        size = highest + 1
        checked = not isinstance(self.opcodes, int)
        if isinstance(self.opcodes, int):
            size = max(size, self.opcodes)
        elif subject.type.name == "u8" and (highest > MOSTLY_FULL or WORD_BITS == 64):
            size, checked = 256, False
        index = f"op_{number}"
        jump = f"goto *table_{number}[{index}];"
        if checked:
            jump = f"if ((uword){index} >= {size}) goto default_{number}; {jump}"
        after_fetch = dict(self.narrowed)
        self.emit(self._label_table(number, size, cases))
        if self.program.options.arch == "arm":
            self.emit(f"const void *const *jumps_{number} = table_{number};")
            self.emit(f'__asm__("" : "+r"(jumps_{number}));')
            jump = jump.replace("goto *table_", "goto *jumps_")
            jump = f'__asm__ volatile("" : : : "memory"); {jump}'
        if isinstance(self.opcodes, int):
            jump = f"COUNT_OPCODE({index}) {jump}"
        loop.next_code = f"{{ {' '.join(fetch)} uword {index} = (uword){subject.code}; {jump} }}"
        self.emit(loop.next_code)
        behind = f"goto rest_{number};" if rest else loop.next_code
        has_default = False
        for position, (values, case) in enumerate(cases):
            has_default |= values is None
            name = f"default_{number}" if values is None else f"case_{number}_{position}"
            self.emit(f"{name}:;")
            self.emit("{")
            self.narrowed = dict(after_fetch)
            if not self.block(case.body):
                self.emit(behind)
            self.emit("}")
        if not has_default:
            self.emit(f"default_{number}:;")
            self.emit(behind)
        if rest:
            self.emit(f"rest_{number}:;")
            self.narrowed = dict(entry)
            if not self.block(rest):
                self.emit(loop.next_code)
        self._leave_loop(loop)
        self.narrowed = entry
        return not loop.breaks

    def _label_table(
        self, number: int, size: int, cases: list[tuple[list[int] | None, ast.match_case]]
    ) -> str:
        labels = [f"&&default_{number}"] * size
        for position, (values, case) in enumerate(cases):
            for value in values or []:
                if labels[value] != f"&&default_{number}":
                    raise self.refuse(case.pattern, f"case {value} a second time", "drop one")
                labels[value] = f"&&case_{number}_{position}"
        return f"static const void *const table_{number}[{size}] = {{{', '.join(labels)}}};"

    # try

    def _try_statement(self, node: ast.Try) -> bool:
        if node.orelse:
            raise self.refuse(node, "`else` of a try", "put it at the end of the try body")
        if node.finalbody and node.handlers:
            inner = ast.Try(node.body, node.handlers, [], [])
            ast.copy_location(inner, node)
            node = ast.Try([inner], [], [], node.finalbody)
            ast.copy_location(node, inner)
        if len(node.handlers) > 1:
            raise self.refuse(node, "several `except`", "there is one exception class: use `if`")
        self.use("support", "handlers")
        number = self.handlers + 1
        before = dict(self.narrowed)
        self.emit(f"{{ struct handler handler_{number}; handler_{number}.previous = handlers;")
        self.emit(f"handlers = &handler_{number};")
        self.emit(f"if (save_registers(handler_{number}.registers) == 0) {{")
        self.handlers += 1
        if node.finalbody:
            self._refuse_leaving(node)
        ended = self.block(node.body)
        self.handlers -= 1
        if not ended:
            self.emit(f"handlers = handler_{number}.previous;")
        after_body = self.narrowed
        self.narrowed = dict(before)
        changed = assigned(list(node.body))
        for path in changed.names | changed.paths:
            self.forget(path)
        if node.finalbody:
            return self._finally(node, ended)
        self.emit("} else {")
        handler_ended = self._handler(node.handlers[0])
        self.emit("} }")
        if ended != handler_ended:
            self.narrowed = self.narrowed if ended else after_body
            return False
        self.narrowed = self._merge(after_body, self.narrowed)
        return ended and handler_ended

    def _handler(self, node: ast.ExceptHandler) -> bool:
        if node.type is None:
            raise self.refuse(node, "`except` without a class", "name the TypedError subclass")
        cls = self.expression(node.type).const
        if not (isinstance(cls, type) and issubclass(cls, marks.TypedError)):
            raise self.refuse(
                node,
                f"`except {ast.unparse(node.type)}`",
                "catch the program's TypedError subclass",
            )
        name = self.temporary()
        self.emit(f"Value {name} = raised; (void){name};")
        self.use("support", "raised")
        if node.name:
            kind = ErrorT(cls)
            if self.locals.get(node.name) != kind:
                self.locals[node.name] = kind
                self.changed = True
            self.emit(f"{self.local_name(node.name)} = {name};")
        self.caught.append(name)
        ended = self.block(node.body)
        self.caught.pop()
        return ended

    def _refuse_leaving(self, node: ast.Try) -> None:
        for part in node.body:
            for inner in ast.walk(part):
                if isinstance(inner, ast.Return | ast.Break | ast.Continue):
                    raise self.refuse(
                        inner,
                        "leaving a `try` that has a `finally`",
                        "assign the result to a variable and leave after the finally",
                    )

    def _finally(self, node: ast.Try, ended: bool) -> bool:
        again = self.temporary()
        self.use("support", "raised")
        self.emit("} else {")
        self.emit(f"Value {again} = raised;")
        self.block(node.finalbody)
        self._raise(again)
        self.emit("} }")
        return ended or self.block(node.finalbody)


__all__ = ["PURE", "Body"]
