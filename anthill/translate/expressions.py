"""Expressions of typed Python as C expressions with their types.

An expression whose value is known at build time stays a Python object (`Ex.const`) until `coerce`
gives it the type that its place asks for; so constants fold by being computed, and an integer
literal takes on whatever width it meets. Python evaluates from left to right and C does not:
`sequence` puts operands into temporaries wherever the order could be seen.
"""

from __future__ import annotations

import ast
import builtins
import enum
import operator
import types
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from anthill.translate import freeze, source
from anthill.translate.errors import TranslationError
from anthill.translate.freeze import c_float, c_int, field_name, note_type
from anthill.translate.program import (
    Function,
    Program,
    class_table_item,
    size_of,
    storage_of,
)
from anthill.translate.types import (
    BOOL,
    BYTES,
    FLOAT,
    FLOATS,
    INTS,
    LITERAL,
    NONE,
    OBJECT,
    U8,
    U32,
    UWORD,
    VALUE,
    WORD,
    ArrayT,
    BoolT,
    BytesT,
    ClassTableT,
    ErrorT,
    FloatT,
    FuncT,
    HostT,
    IntT,
    LiteralT,
    NoneT,
    PtrT,
    RefT,
    RegisterBlockT,
    RegistersT,
    StaticT,
    TailT,
    TupleT,
    Type,
    Unusable,
    arithmetic,
    common_class,
    from_hint,
    holds,
    join,
    optional,
    present,
    promote,
)
from anthill.typed import layout, marks, memory, numbers, objects

Bounds = tuple[int, int] | None


def result_bounds(symbol: str, a: Bounds, b: Bounds) -> Bounds:
    """Least and largest result of an integer operation, None where nothing useful is known."""
    if symbol == "&":
        tops = [bounds[1] for bounds in (a, b) if bounds is not None and bounds[0] >= 0]
        return (0, min(tops)) if tops else None
    if a is None or b is None:
        return None
    if symbol in "|^" and a[0] >= 0 and b[0] >= 0:
        return (0, (1 << max(a[1], b[1]).bit_length()) - 1)
    if symbol == ">>" and a[0] >= 0 and b[0] >= 0:
        return (0, a[1] >> b[0])
    if symbol == "+":
        return (a[0] + b[0], a[1] + b[1])
    if symbol == "-":
        return (a[0] - b[1], a[1] - b[0])
    if symbol == "*" and a[0] >= 0 and b[0] >= 0:
        return (a[0] * b[0], a[1] * b[1])
    return None


class _Missing:
    pass


MISSING = _Missing()
PURE, READS, ACTS = 0, 1, 2
"""What evaluating an expression has to do with memory: nothing, reads it, may change it."""

Facts = dict[str, Type]


@dataclass
class Ex:
    """An expression: its C text and type, or the constant that it is."""

    code: str
    type: Type
    level: int = PURE
    const: Any = MISSING
    owner: str = ""
    """The object that a Tail lies in."""
    range: tuple[int, int] | None = None
    """Bounds of an integer, where they are narrower than its type's."""

    @property
    def bounds(self) -> tuple[int, int] | None:
        """Least and largest number that an integer can be."""
        if self.known and isinstance(self.const, int):
            return (int(self.const), int(self.const))
        if self.range is not None or not isinstance(self.type, IntT | BoolT):
            return self.range
        return (0, 1) if isinstance(self.type, BoolT) else (self.type.min, self.type.max)

    @property
    def known(self) -> bool:
        return self.const is not MISSING


BINARY: dict[type[ast.operator], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("-", operator.sub),
    ast.Mult: ("*", operator.mul),
    ast.Div: ("/", operator.truediv),
    ast.FloorDiv: ("//", operator.floordiv),
    ast.Mod: ("%", operator.mod),
    ast.BitAnd: ("&", operator.and_),
    ast.BitOr: ("|", operator.or_),
    ast.BitXor: ("^", operator.xor),
    ast.LShift: ("<<", operator.lshift),
    ast.RShift: (">>", operator.rshift),
    ast.Pow: ("**", operator.pow),
}
COMPARE: dict[type[ast.cmpop], tuple[str, Callable[[Any, Any], bool]]] = {
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
    ast.Is: ("==", operator.is_),
    ast.IsNot: ("!=", operator.is_not),
}
FOLDABLE = {ord, len, abs, min, max, int, float, bool, chr, sum, bytes, sorted, tuple, divmod, any}
FOLDABLE |= {all, round, list, set, frozenset, str, hash, range}


def path_of(node: ast.expr) -> str | None:
    """`a` or `a.b.c` as text: what narrowing can be remembered for."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        base = path_of(node.value)
        return base and f"{base}.{node.attr}"
    return None


def natural_type(obj: Any) -> Type:
    """The type of a constant when nothing asks for another."""
    if isinstance(obj, bool):
        return BOOL
    if isinstance(obj, int):
        return LITERAL
    if isinstance(obj, float):
        return FLOAT
    if isinstance(obj, bytes):
        return BYTES
    if obj is None:
        return NONE
    if isinstance(obj, objects.Array):
        return ArrayT(freeze.item_type(obj))
    if isinstance(obj, objects.Object):
        return RefT(type(obj))
    if isinstance(obj, objects.Static):
        return StaticT(type(obj))
    if isinstance(obj, memory.Registers):
        return RegistersT(type(obj))
    if isinstance(obj, types.FunctionType):
        return HostT("function")
    return HostT(f"host {type(obj).__name__}")


class Expressions:
    """The expression half of a function body under translation."""

    def __init__(self, program: Program, function: Function) -> None:
        self.program = program
        self.function = function
        self.globals = function.live.__globals__
        self.closure = source.closure_of(function.live)
        self.imported: dict[str, Any] = {}
        self.local_names: set[str] = set()
        self.locals: dict[str, Type] = {}
        self.declared: set[str] = set()
        self.narrowed: Facts = {}
        self.uses: dict[tuple[Any, ...], None] = {}
        self.changed = False
        self.temporaries = 0

    # refusals and small helpers

    def refuse(self, node: ast.AST, reason: str, remedy: str) -> TranslationError:
        """A refusal at a node of this function."""
        line = getattr(node, "lineno", self.function.line)
        return TranslationError(self.function.file, line, reason, remedy)

    def use(self, *dependency: Any) -> None:
        """Note that this function's C needs a declaration."""
        self.uses[dependency] = None

    def c_type(self, kind: Type, node: ast.AST) -> str:
        """The C type of a variable, its declarations noted."""
        try:
            text = self.program.c_type(kind)
        except Unusable as problem:
            raise self.refuse(node, *problem.args) from None
        note_type(kind, self.uses)
        return text

    def temporary(self) -> str:
        """A fresh C name."""
        self.temporaries += 1
        return f"t_{self.temporaries}"

    def constant(self, obj: Any) -> Ex:
        """A constant as expression."""
        if isinstance(obj, enum.IntEnum | enum.IntFlag):
            obj = int(obj)
        if isinstance(obj, tuple | list) and id(obj) in self.program.host_tables:
            obj = self.program.host_tables[id(obj)]
        if isinstance(obj, objects.ClassTable):
            return Ex("", ClassTableT(class_table_item(obj, self.program)), const=obj)
        return Ex("", natural_type(obj), const=obj)

    def data(self, obj: Any, hint: str = "") -> str:
        """The C name of a frozen object."""
        record = self.program.freeze(obj, hint)
        self.use("data", record)
        return record.name

    def sequence(self, parts: Sequence[Ex], node: ast.AST) -> tuple[str, list[str]]:
        """Declarations of temporaries and the operands' texts, so that order is Python's."""
        declared, texts = "", []
        for position, part in enumerate(parts):
            later = [other.level for other in parts[position + 1 :]]
            if (part.level >= READS and ACTS in later) or (part.level == ACTS and READS in later):
                name = self.temporary()
                declared += f"{self.c_type(part.type, node)} {name} = {part.code}; "
                texts.append(name)
            else:
                texts.append(part.code)
        return declared, texts

    def compose(self, template: str, parts: Sequence[Ex], node: ast.AST) -> str:
        """A C expression out of operands, evaluated in Python's order."""
        declared, texts = self.sequence(parts, node)
        text = template.format(*texts)
        return f"({{ {declared}{text}; }})" if declared else text

    def compose_place(self, template: str, parts: Sequence[Ex], node: ast.AST) -> str:
        """Like `compose`, for something that can be assigned to."""
        declared, texts = self.sequence(parts, node)
        text = template.format(*texts)
        return f"(*({{ {declared}&{text}; }}))" if declared else text

    # conversions

    def settle(self, ex: Ex, node: ast.AST) -> Ex:
        """The expression with a C text, its natural type given to a constant."""
        if not ex.known:
            return ex
        kind = WORD if isinstance(ex.type, LiteralT) else ex.type
        if isinstance(kind, HostT):
            if isinstance(ex.const, types.FunctionType):
                kind = self.program.function(ex.const).type
            elif isinstance(ex.const, tuple | list):
                return self.host_table(ex, node)
            else:
                raise self.refuse(
                    node,
                    f"{kind} exists only at build time",
                    "use one of its attributes, or make it an instance of an Object",
                )
        return self.coerce(ex, kind, node)

    def coerce(self, ex: Ex, kind: Type, node: ast.AST) -> Ex:
        """The expression as a value of type `kind`; implicit conversions lose nothing."""
        if ex.known:
            code = self._constant_code(ex, kind, node)
        elif ex.type == kind:
            code = ex.code
        else:
            code = self._converted(ex, kind, node)
        return Ex(code, kind, ex.level)

    def _mismatch(self, found: Any, kind: Type, node: ast.AST) -> TranslationError:
        remedy = f"make it {kind}"
        if isinstance(kind, IntT) and getattr(found, "is_int", False):
            remedy = f"write `{kind}(x)`: it keeps the low {kind.bits} bits"
        elif isinstance(kind, IntT) and isinstance(found, FloatT):
            remedy = f"write `{kind}(x)`, which drops the fraction"
        elif kind == VALUE and isinstance(found, IntT):
            remedy = "write `small(x)`, or make an integer object"
        elif kind == BOOL:
            remedy = "write a comparison, such as `x != 0`"
        elif isinstance(kind, RefT) and (found == VALUE or isinstance(found, RefT)):
            name = kind.cls.__name__
            remedy = f"test it with `isinstance(x, {name})`, or write `as_a({name}, x)`"
        return self.refuse(node, f"{found} where {kind} is expected", remedy)

    def _constant_code(self, ex: Ex, kind: Type, node: ast.AST) -> str:
        obj = ex.const
        if isinstance(kind, IntT) and isinstance(obj, int):
            if not kind.min <= obj <= kind.max:
                raise self.refuse(
                    node, f"{obj} does not fit into {kind}", f"write `{kind}({obj})` to wrap it"
                )
            return c_int(int(obj), kind)
        if isinstance(kind, FloatT) and isinstance(obj, int | float):
            return c_float(float(obj), kind)
        if kind == BOOL and isinstance(obj, bool):
            return str(int(obj))
        if obj is None and kind.nullable:
            return "0"
        if isinstance(obj, objects.Object) and self._object_fits(obj, kind):
            cast_to = "Value" if kind == VALUE else self.c_type(kind, node)
            return f"(({cast_to})&{self.data(obj)})"
        return self._special_code(ex, kind, node)

    def _object_fits(self, obj: Any, kind: Type) -> bool:
        if kind == VALUE:
            return True
        if isinstance(kind, RefT):
            return isinstance(obj, kind.cls)
        if isinstance(kind, ArrayT) and isinstance(obj, objects.Array):
            return storage_of(freeze.item_type(obj)) == storage_of(kind.item)
        return False

    def _special_code(self, ex: Ex, kind: Type, node: ast.AST) -> str:
        obj = ex.const
        if isinstance(kind, BytesT) and isinstance(obj, bytes):
            record = self.program.freeze_bytes(obj)
            self.use("data", record)
            self.use("array", "u8")
            return f"((struct Array_u8 *)&{record.name})"
        if isinstance(kind, FuncT) and isinstance(obj, types.FunctionType | types.MethodType):
            return self.function_value(obj, kind, node)
        if isinstance(kind, StaticT) and isinstance(obj, kind.cls):
            record = self.program.static(obj)
            self.use("static", record)
            return f"(&{record.name})"
        if isinstance(kind, RegistersT) and isinstance(obj, kind.cls):
            return f"{cast(memory.Registers, obj).base}u"
        if isinstance(kind, TupleT) and isinstance(obj, tuple) and len(obj) == len(kind.items):
            parts = [
                self.coerce(self.constant(item), t, node).code
                for item, t in zip(obj, kind.items, strict=True)
            ]
            return f"(({self.c_type(kind, node)}){{{', '.join(parts)}}})"
        if isinstance(kind, PtrT) and isinstance(obj, memory.Ptr):
            arrays = [item for item in objects.static_arrays() if item.storage is obj.storage]
            if arrays:
                return f"(&{self.data(arrays[0])}.items[{obj.index}])"
        raise self._mismatch(ex.type, kind, node)

    def function_value(self, obj: Any, kind: FuncT, node: ast.AST) -> str:
        """A function as value of a Callable type."""
        if isinstance(obj, types.MethodType):
            function = self.program.method(type(obj.__self__), obj.__func__.__name__)
            if function.singleton is None:
                raise self.refuse(
                    node,
                    "a bound method as value",
                    "use a function that takes the object, or a method of a single Static",
                )
        else:
            function = self.program.function(obj)
        self._check_function(function.type, kind, function.never, node)
        self.use("function", function)
        return f"((code){function.name})"

    def _check_function(self, found: FuncT, kind: FuncT, never: bool, node: ast.AST) -> None:
        def place(part: Type) -> str:
            try:
                return "void" if part == NONE else storage_of(part)
            except Unusable:
                return str(part)

        fits = len(found.params) == len(kind.params) and all(
            place(a) == place(b) for a, b in zip(found.params, kind.params, strict=True)
        )
        if not fits or not (
            never or kind.result == NONE or place(found.result) == place(kind.result)
        ):
            raise self.refuse(
                node,
                f"{found} where {kind} is expected",
                "give the function these parameters and this result",
            )

    def _converted(self, ex: Ex, kind: Type, node: ast.AST) -> str:
        found = ex.type
        if isinstance(found, NoneT) and kind.nullable:
            return "0"
        if isinstance(kind, IntT):
            if isinstance(found, LiteralT) or found == BOOL:
                return f"(({self.c_type(kind, node)}){ex.code})"
            bounds = ex.bounds
            fits = bounds is not None and kind.min <= bounds[0] and bounds[1] <= kind.max
            if isinstance(found, IntT) and (fits or holds(kind, found)):
                return f"(({self.c_type(kind, node)}){ex.code})"
        elif isinstance(kind, FloatT):
            if isinstance(found, FloatT) and found.bits <= kind.bits:
                return f"(({self.c_type(kind, node)}){ex.code})"
            if found.is_int or found == BOOL:
                return f"(({self.c_type(kind, node)}){ex.code})"
        elif kind == VALUE:
            if found.is_pointer:
                return f"((Value){ex.code})"
        elif self._reference_fits(found, kind):
            return f"(({self.c_type(kind, node)}){ex.code})"
        elif isinstance(kind, FuncT) and isinstance(found, FuncT):
            self._check_function(found, kind, False, node)
            return ex.code
        elif isinstance(kind, TupleT) and isinstance(found, TupleT):
            return self._converted_tuple(ex, found, kind, node)
        raise self._mismatch(found, kind, node)

    def _converted_tuple(self, ex: Ex, found: TupleT, kind: TupleT, node: ast.AST) -> str:
        if len(found.items) != len(kind.items):
            raise self._mismatch(found, kind, node)
        name = self.temporary()
        parts = [
            self.coerce(Ex(f"{name}.item_{n}", a), b, node).code
            for n, (a, b) in enumerate(zip(found.items, kind.items, strict=True))
        ]
        return (
            f"({{ {self.c_type(found, node)} {name} = {ex.code}; "
            f"({self.c_type(kind, node)}){{{', '.join(parts)}}}; }})"
        )

    def _reference_fits(self, found: Type, kind: Type) -> bool:
        found, kind = present(found), present(kind)
        if isinstance(kind, RefT):
            if isinstance(found, RefT):
                return issubclass(found.cls, kind.cls)
            return isinstance(found, ArrayT) and kind.cls is objects.Object
        if isinstance(kind, StaticT) and isinstance(found, StaticT):
            return issubclass(found.cls, kind.cls)
        if isinstance(kind, RegistersT) and isinstance(found, RegistersT):
            return issubclass(found.cls, kind.cls)
        return found == kind

    def host_table(self, ex: Ex, node: ast.AST) -> Ex:
        """A module-level tuple or list as frozen array."""
        known = self.program.host_tables.get(id(ex.const))
        if known is None:
            known = self._array_from(list(ex.const), node)
            self.program.host_tables[id(ex.const)] = known
            self.program.keep.append(ex.const)
            found = self.program.global_names.get(id(ex.const))
            if found:
                self.program.global_names[id(known)] = found
        return self.settle(self.constant(known), node)

    def _array_from(self, entries: list[Any], node: ast.AST) -> Any:
        entries = [int(e) if isinstance(e, enum.IntEnum) else e for e in entries]
        if entries and all(isinstance(e, int) for e in entries):
            low, high = min(entries), max(entries)
            names = ("u8", "i8", "u16", "i16", "int", "u32", "u64", "i64")
            fitting = [n for n in names if _int_type(n).min <= low and high <= _int_type(n).max]
            hint: Any = int if fitting[0] == "int" else getattr(numbers, fitting[0])
        elif entries and all(isinstance(e, float) for e in entries):
            hint = float
        elif entries and all(isinstance(e, bytes) for e in entries):
            hint = bytes
        elif entries and all(isinstance(e, types.FunctionType) for e in entries):
            hint = self._callable_hint(entries[0])
        elif entries and all(isinstance(e, objects.Object) for e in entries):
            hint = type(entries[0])
            for entry in entries[1:]:
                hint = common_class(hint, type(entry))
        else:
            raise self.refuse(
                node,
                "this tuple is no table: its items differ in type, or there are none",
                "make an Array of one item type at module level",
            )
        array: Any = objects.Array(hint, len(entries))
        array.storage = entries
        return array

    def _callable_hint(self, function: Any) -> Any:
        params, result, _ = source.signature(function, None)
        return FuncT(tuple(kind for _, kind in params if kind), result)

    # names and attributes

    def expression(self, node: ast.expr) -> Ex:
        """Any expression."""
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is None:
            raise self.refuse(
                node,
                f"`{ast.unparse(node)[:40]}` ({type(node).__name__}) is not typed Python",
                "see docs/typed-python.md, Constructs",
            )
        return cast(Ex, method(node))

    def value(self, node: ast.expr) -> Ex:
        """Any expression, with a C text."""
        return self.settle(self.expression(node), node)

    def as_type(self, node: ast.expr, kind: Type) -> Ex:
        """Any expression as value of a type."""
        if isinstance(node, ast.Tuple) and isinstance(kind, TupleT):
            return self.tuple_value(node, kind)
        if isinstance(node, ast.IfExp):
            return self.coerce(self._ifexp(node, kind), kind, node)
        return self.coerce(self.expression(node), kind, node)

    def _constant(self, node: ast.Constant) -> Ex:
        return self.constant(node.value)

    def _name(self, node: ast.Name) -> Ex:
        name = node.id
        if name == "self" and self.function.singleton is not None:
            return self.constant(self.function.singleton)
        if name in self.local_names:
            return self._local(node)
        if name == "TRANSLATING":
            return self.constant(True)
        for space in (self.imported, self.closure, self.globals, vars(builtins)):
            if name in space:
                return self.constant(space[name])
        raise self.refuse(
            node, f"`{name}` is not defined", "define it, or import it, at module level"
        )

    def _local(self, node: ast.Name) -> Ex:
        name = node.id
        if name in self.imported:
            return self.constant(self.imported[name])
        if name not in self.locals:
            raise self.refuse(
                node,
                f"`{name}` is used before it has a type",
                f"assign it earlier, or declare it: `{name}: int`",
            )
        return self.narrow(Ex(self.local_name(name), self.locals[name]), name, node)

    def local_name(self, name: str) -> str:
        """The C name of a local."""
        hides = name.startswith("t_") or name in self.program.names
        return f"{name}_" if hides else field_name(name)

    def narrow(self, ex: Ex, path: str | None, node: ast.AST) -> Ex:
        """The expression with the type that tests have shown it to have."""
        kind = self.narrowed.get(path) if path else None
        if kind is None or kind == ex.type:
            return ex
        return Ex(f"(({self.c_type(kind, node)}){ex.code})", kind, ex.level)

    def _attribute(self, node: ast.Attribute) -> Ex:
        base = self.expression(node.value)
        return self.narrow(self.attribute(base, node.attr, node), path_of(node), node)

    def attribute(self, base: Ex, name: str, node: ast.AST) -> Ex:
        """`base.name` as value."""
        kind = present(base.type)
        if isinstance(kind, ErrorT):
            return self._error_field(base, kind, name, node)
        if isinstance(kind, RegistersT):
            return self._register(base, kind, name, node)
        if isinstance(kind, RefT | StaticT):
            field = self.program.layout(kind.cls).field(name)
            if field is not None:
                return self._field(base, kind, field, node)
            return self._class_attribute(base, kind, name, node)
        if base.known:
            try:
                return self.constant(getattr(base.const, name))
            except AttributeError:
                what = getattr(base.const, "__name__", type(base.const).__name__)
                raise self.refuse(
                    node, f"`{what}` has no attribute `{name}`", "define it at module level"
                ) from None
        if kind == VALUE:
            raise self.refuse(
                node,
                f"a Value has no field `{name}`",
                "test its class with isinstance first, or write as_a(cls, x)",
            )
        raise self.refuse(node, f"{kind} has no attribute `{name}`", "see docs/typed-python.md")

    def _field(self, base: Ex, kind: RefT | StaticT, field: Any, node: ast.AST) -> Ex:
        constant = base.known and isinstance(kind, RefT)
        if constant and not isinstance(field.type, TailT):
            return self.constant(getattr(base.const, field.name))
        owner = self.settle(base, node)
        self.use("struct", kind.cls)
        name = field_name(field.name)
        access = f"BESIDE({owner.code})" if field.beside else f"{owner.code}->{name}"
        if base.known and isinstance(kind, StaticT):
            access = f"{owner.code[2:-1]}.{name}"
        level = ACTS if owner.level == ACTS else READS
        return Ex(
            f"({access})" if not access.isidentifier() else access,
            field.type,
            level,
            owner=owner.code,
        )

    def _class_attribute(self, base: Ex, kind: RefT | StaticT, name: str, node: ast.AST) -> Ex:
        cls = type(base.const) if base.known else kind.cls
        found = next((b.__dict__[name] for b in cls.__mro__ if name in b.__dict__), MISSING)
        if found is MISSING:
            if base.known and hasattr(base.const, name):
                return self.constant(getattr(base.const, name))
            raise self.refuse(
                node,
                f"{cls.__name__} has no field `{name}`",
                f"declare it in the class: `{name}: int`",
            )
        if isinstance(found, property):
            return self.call_method(base, name, [], node)
        if isinstance(found, types.FunctionType):
            if base.known:
                return Ex("", HostT("method"), const=getattr(base.const, name))
            raise self.refuse(
                node, f"the bound method `{name}` as value", "call it, or use a function"
            )
        if self.program.overridden(cls, name) and not base.known:
            raise self.refuse(
                node,
                f"the class attribute `{name}` differs between subclasses",
                "use a method, or a ClassTable",
            )
        return self.constant(found)

    def _error_field(self, base: Ex, kind: ErrorT, name: str, node: ast.AST) -> Ex:
        fields = objects.field_types(kind.cls)
        if name in fields:
            return Ex(base.code, VALUE, base.level)
        raise self.refuse(
            node, f"{kind} has no field `{name}`", f"its field is {next(iter(fields))}"
        )

    def _register(self, base: Ex, kind: RegistersT, name: str, node: ast.AST) -> Ex:
        entry = next((b.__dict__[name] for b in kind.cls.__mro__ if name in b.__dict__), None)
        if isinstance(entry, memory._Register):
            return Ex(f"REGISTER({self._register_address(base, entry.offset, node)})", U32, ACTS)
        if isinstance(entry, memory._RegisterBlock):
            return Ex(
                self._register_address(base, entry.offset, node), RegisterBlockT(), base.level
            )
        if isinstance(entry, types.FunctionType):
            if base.known:
                return Ex("", HostT("method"), const=getattr(base.const, name))
        elif base.known and hasattr(base.const, name):
            if name == "base":
                return self.coerce(self.constant(base.const.base), UWORD, node)
            return self.constant(getattr(base.const, name))
        elif name == "base":
            return Ex(base.code, UWORD, base.level)
        raise self.refuse(
            node, f"{kind} has no register `{name}`", f"declare `{name}: u32 = register(offset)`"
        )

    def _register_address(self, base: Ex, offset: int, node: ast.AST) -> str:
        if base.known:
            return f"{base.const.base + offset:#x}u"
        return f"({base.code} + {offset:#x}u)"

    # subscripts

    def _subscript(self, node: ast.Subscript) -> Ex:
        base = self.expression(node.value)
        return self.subscript(base, node)

    def subscript(self, base: Ex, node: ast.Subscript) -> Ex:
        """`base[index]` as value or, unless constant, as target of an assignment."""
        if isinstance(node.slice, ast.Slice):
            raise self.refuse(node, "a slice", "copy with copy_items, or pass start and length")
        kind = present(base.type)
        if isinstance(kind, ClassTableT):
            return self._class_table(base, kind, node)
        index = self.expression(node.slice)
        if base.known and index.known and not objects.is_mutable(base.const):
            late = isinstance(base.const, layout.LayoutTable | objects.Collected | objects.Late)
            if not late and not isinstance(base.const, objects.Static | memory.Ptr):
                return self._constant_item(base, index, node)
        if isinstance(kind, TupleT):
            return self._tuple_item(base, kind, index, node)
        if isinstance(kind, HostT):
            base = self.settle(base, node)
            kind = base.type
        base = self.settle(base, node)
        if not (index.type.is_int or index.type == BOOL):
            raise self.refuse(node.slice, f"{index.type} as index", "use an integer")
        index = self.settle(index, node)
        return self.item(base, index, node)

    def item(self, base: Ex, index: Ex, node: ast.AST) -> Ex:
        """Item `index` of an array, tail, bytes constant or pointer."""
        kind = present(base.type)
        level = ACTS if ACTS in (base.level, index.level) else READS
        parts = [base, index]
        if isinstance(kind, RegisterBlockT):
            return Ex(self.compose_place("REGISTER({0} + 4 * ({1}))", parts, node), U32, ACTS)
        if isinstance(kind, PtrT):
            return Ex(self.compose_place("({0}[{1}])", parts, node), kind.item, level)
        if isinstance(kind, BytesT):
            item: Type = U8
        elif isinstance(kind, ArrayT | TailT):
            item = kind.item
        else:
            raise self.refuse(node, f"{kind} has no items", "index an Array, Ptr or bytes")
        self.c_type(base.type, node) if not isinstance(kind, TailT) else None
        template = "({0}[{1}])" if isinstance(kind, TailT) else "({0}->items[{1}])"
        if self.program.options.debug:
            owner = "{0}"
            if isinstance(kind, TailT):
                owner = base.owner.replace("{", "{{").replace("}", "}}")
            template = template.replace("{1}", f"CHECKED({{1}}, {owner})")
        text = self.compose_place(template, parts, node)
        if item.is_pointer and item != VALUE:
            return Ex(f"(*({self.c_type(item, node)}*)&{text})", item, level)
        if isinstance(item, PtrT | BytesT | StaticT) and not isinstance(kind, TailT):
            return Ex(f"(*({self.c_type(item, node)}*)&{text})", item, level)
        return Ex(text, item, level)

    def _constant_item(self, base: Ex, index: Ex, node: ast.AST) -> Ex:
        try:
            return self.constant(base.const[index.const])
        except Exception as problem:
            raise self.refuse(
                node, f"the constant has no such item ({type(problem).__name__})", "check the index"
            ) from None

    def _tuple_item(self, base: Ex, kind: TupleT, index: Ex, node: ast.AST) -> Ex:
        if not index.known or not 0 <= index.const < len(kind.items):
            raise self.refuse(node, "a tuple's index that varies", "use an Array, or unpack it")
        return Ex(f"({base.code}.item_{index.const})", kind.items[index.const], base.level)

    def _class_table(self, base: Ex, kind: ClassTableT, node: ast.Subscript) -> Ex:
        if not base.known:
            raise self.refuse(node, "a ClassTable that varies", "name a module-level ClassTable")
        obj = self.value(node.slice)
        if not obj.type.is_pointer:
            raise self.refuse(node, f"a ClassTable indexed by {obj.type}", "index it by an object")
        name = self.program.use_table(base.const, kind.item)
        self.use("table", id(base.const))
        note_type(kind.item, self.uses)
        return Ex(f"LOOKUP_{name}({obj.code})", kind.item, max(READS, obj.level))

    # operators

    def _binop(self, node: ast.BinOp) -> Ex:
        return self.binary(self.expression(node.left), node.op, self.expression(node.right), node)

    def binary(self, left: Ex, op: ast.operator, right: Ex, node: ast.AST) -> Ex:
        """`left op right`."""
        symbol, compute = BINARY[type(op)]
        if left.known and right.known and not isinstance(left.const, objects.Object | memory.Ptr):
            try:
                return self.constant(compute(left.const, right.const))
            except Exception as problem:
                raise self.refuse(node, f"constant expression: {problem}", "correct it") from None
        if isinstance(present(left.type), PtrT):
            return self._pointer_arithmetic(left, symbol, right, node)
        if symbol in ("<<", ">>"):
            return self._shift(left, symbol, right, node)
        if left.type == BOOL and right.type == BOOL and symbol in "&|^":
            left, right = self.settle(left, node), self.settle(right, node)
            return self._combined(f"({{0}} {symbol} {{1}})", left, right, BOOL, node)
        kind = self.common(left, right, f"`{symbol}`", node)
        if isinstance(kind, FloatT):
            return self._float_operation(left, symbol, right, kind, node)
        if symbol in ("/", "**"):
            raise self.refuse(
                node,
                f"`{symbol}` of integers",
                "use `//`, or write float(x)" if symbol == "/" else "use shifts or a loop",
            )
        if symbol in ("//", "%"):
            return self._division(left, symbol, right, kind, node)
        bounds = result_bounds(symbol, left.bounds, right.bounds)
        left, right = self.operand(left, kind, node), self.operand(right, kind, node)
        result = self._combined(f"({{0}} {symbol} {{1}})", left, right, kind, node)
        return replace(result, range=bounds)

    def _combined(self, template: str, left: Ex, right: Ex, kind: Type, node: ast.AST) -> Ex:
        code = self.compose(template, [left, right], node)
        return Ex(code, kind, max(left.level, right.level))

    def common(self, left: Ex, right: Ex, what: str, node: ast.AST) -> Type:
        """The type in which two operands meet, or a refusal."""
        kind = arithmetic(left.type, right.type)
        if kind is None:
            if left.type.is_int and right.type.is_int:
                unsigned = (
                    right.type if isinstance(left.type, IntT) and left.type.signed else left.type
                )
                raise self.refuse(
                    node,
                    f"{what} mixes {left.type} and {right.type}",
                    f"convert one of them: `int(x)` or `{unsigned}(x)`",
                )
            raise self.refuse(
                node,
                f"{what} of {left.type} and {right.type}",
                "operands are numbers; take a number out of a Value with small_int",
            )
        return kind

    def operand(self, ex: Ex, kind: Type, node: ast.AST) -> Ex:
        """An operand converted to the type in which the operation is done."""
        if ex.known:
            return self.coerce(ex, WORD if isinstance(kind, LiteralT) else kind, node)
        if ex.type == kind or (isinstance(kind, LiteralT) and ex.type.is_int):
            return ex
        return replace(ex, code=f"(({self.c_type(kind, node)}){ex.code})", type=kind)

    def _pointer_arithmetic(self, left: Ex, symbol: str, right: Ex, node: ast.AST) -> Ex:
        left, right = self.settle(left, node), self.settle(right, node)
        level = max(left.level, right.level)
        if symbol == "-" and present(right.type) == present(left.type):
            return Ex(self.compose("((word)({0} - {1}))", [left, right], node), WORD, level)
        if symbol in "+-" and right.type.is_int:
            return Ex(
                self.compose(f"({{0}} {symbol} {{1}})", [left, right], node), left.type, level
            )
        raise self.refuse(
            node, f"`{symbol}` of {left.type} and {right.type}", "add or subtract a number of items"
        )

    def _shift(self, left: Ex, symbol: str, right: Ex, node: ast.AST) -> Ex:
        if not all(e.type.is_int or e.type == BOOL for e in (left, right)):
            raise self.refuse(
                node, f"`{symbol}` of {left.type} and {right.type}", "shift integers by integers"
            )
        kind = promote(left.type)
        bounds = result_bounds(symbol, left.bounds, right.bounds)
        left, right = self.operand(left, kind, node), self.settle(right, node)
        if symbol == "<<" and isinstance(kind, IntT) and kind.signed:
            text = self.c_type(kind, node)
            unsigned = "uword" if text == "word" else "u" + text[1:]
            return self._combined(
                f"(({text})(({unsigned}){{0}} << {{1}}))", left, right, kind, node
            )
        result = self._combined(f"({{0}} {symbol} {{1}})", left, right, kind, node)
        return replace(result, range=bounds)

    def _division(self, left: Ex, symbol: str, right: Ex, kind: Type, node: ast.AST) -> Ex:
        assert isinstance(kind, IntT)
        divisor = right.const if right.known else 0
        if right.known and divisor == 0:
            raise self.refuse(node, "division by zero", "correct the divisor")
        a, b = self.operand(left, kind, node), self.operand(right, kind, node)
        if not kind.signed:
            result = self._combined(f"({{0}} {symbol[0]} {{1}})", a, b, kind, node)
            return replace(result, range=(0, divisor - 1) if divisor and symbol == "%" else None)
        if divisor > 0 and divisor & (divisor - 1) == 0:
            if symbol == "//":
                return self._combined(f"({{0}} >> {divisor.bit_length() - 1})", a, b, kind, node)
            mask = c_int(divisor - 1, kind)
            result = self._combined(f"({{0}} & {mask})", a, b, kind, node)
            return replace(result, range=(0, divisor - 1))
        name = "floor_div" if symbol == "//" else "floor_mod"
        suffix = "_i64" if kind.name == "i64" else ""
        positive = "_positive" if divisor > 0 else ""
        if not positive:
            self.use("support", name + suffix)
        result = self._combined(f"{name}{positive}{suffix}({{0}}, {{1}})", a, b, kind, node)
        return replace(result, range=(0, divisor - 1) if positive and symbol == "%" else None)

    def _float_operation(self, left: Ex, symbol: str, right: Ex, kind: FloatT, node: ast.AST) -> Ex:
        if symbol not in ("+", "-", "*", "/"):
            raise self.refuse(
                node, f"`{symbol}` of floats", "call floor, fmod or pow (extern functions)"
            )
        a, b = self.coerce(left, kind, node), self.coerce(right, kind, node)
        return self._combined(f"({{0}} {symbol} {{1}})", a, b, kind, node)

    def _unaryop(self, node: ast.UnaryOp) -> Ex:
        if isinstance(node.op, ast.Not):
            return self._boolean(node)
        ex = self.expression(node.operand)
        if ex.known and isinstance(ex.const, int | float):
            compute = {ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Invert: operator.invert}
            return self.constant(compute[type(node.op)](ex.const))  # type: ignore[operator]
        symbol = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~"}[type(node.op)]
        if isinstance(ex.type, FloatT) and symbol != "~":
            return Ex(f"({symbol}{ex.code})", ex.type, ex.level)
        if not (ex.type.is_int or ex.type == BOOL):
            raise self.refuse(node, f"`{symbol}` of {ex.type}", "it works on numbers")
        kind = promote(ex.type)
        return Ex(f"({symbol}{self.operand(ex, kind, node).code})", kind, ex.level)

    # truth and narrowing

    def _boolean(self, node: ast.expr) -> Ex:
        return self.condition(node)[0]

    def truth(self, ex: Ex, node: ast.AST) -> Ex:
        """What `if` makes of a value."""
        if ex.known:
            if isinstance(ex.type, HostT | NoneT) or ex.type.is_int or ex.type == BOOL:
                return self.constant(bool(ex.const))
            if isinstance(ex.const, float | bytes | objects.ClassTable):
                return self.constant(bool(ex.const))
            return self.constant(True)
        kind = ex.type
        if kind == BOOL:
            return ex
        if kind.is_int or isinstance(kind, FloatT):
            return Ex(f"({ex.code} != 0)", BOOL, ex.level)
        if isinstance(kind, RefT | FuncT | StaticT | PtrT | ErrorT) and not self._has_truth(kind):
            return Ex(f"({ex.code} != 0)", BOOL, ex.level)
        raise self.refuse(
            node,
            f"the truth of {kind}",
            "write `len(x) > 0`, `x is not None` or whatever is meant",
        )

    def _has_truth(self, kind: Type) -> bool:
        cls = getattr(kind, "cls", object)
        return any("__len__" in b.__dict__ or "__bool__" in b.__dict__ for b in cls.__mro__)

    def condition(self, node: ast.expr) -> tuple[Ex, Facts, Facts]:
        """A condition as bool, with what is known of names where it holds and where it fails."""
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            ex, true, false = self.condition(node.operand)
            if ex.known:
                return self.constant(not ex.const), false, true
            return Ex(f"(!{ex.code})", BOOL, ex.level), false, true
        if isinstance(node, ast.BoolOp):
            return self._connective(node)
        if isinstance(node, ast.Call) and self._is_isinstance(node):
            return self._isinstance(node)
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            facts = self._identity_facts(node)
            if facts:
                return (self.truth(self.expression(node), node), *facts)
        ex = self.expression(node)
        known: Facts = {}
        path = path_of(node.target if isinstance(node, ast.NamedExpr) else node)
        if path and ex.type.nullable and ex.type != VALUE and not ex.known:
            known[path] = present(ex.type)
        return self.truth(ex, node), known, {}

    def _connective(self, node: ast.BoolOp) -> tuple[Ex, Facts, Facts]:
        conjunction = isinstance(node.op, ast.And)
        before = dict(self.narrowed)
        parts: list[Ex] = []
        true: Facts = {}
        false: Facts = {}
        alternatives: list[Facts] = []
        for part in node.values:
            ex, if_true, if_false = self.condition(part)
            if ex.known and ex.const is not conjunction:
                parts.append(ex)
                break
            if not ex.known:
                parts.append(ex)
            going, other = (if_true, if_false) if conjunction else (if_false, if_true)
            self.narrowed.update(going)
            (true if conjunction else false).update(going)
            alternatives.append(other)
        self.narrowed = before
        shared = self._alternatives(alternatives)
        (false if conjunction else true).update(shared)
        if not parts:
            return self.constant(conjunction), true, false
        if parts[-1].known and all(part.level == PURE for part in parts[:-1]):
            return self.constant(not conjunction), true, false
        symbol = " && " if conjunction else " || "
        texts = [str(int(p.const)) if p.known else p.code for p in parts]
        code = texts[0] if len(texts) == 1 else f"({symbol.join(texts)})"
        return Ex(code, BOOL, max(part.level for part in parts)), true, false

    def _alternatives(self, facts: list[Facts]) -> Facts:
        """What holds when any one of several facts holds."""
        if not facts:
            return {}
        result: Facts = {}
        for path in facts[0]:
            kind: Type | None = facts[0][path]
            for other in facts[1:]:
                kind = join(kind, other[path]) if kind and path in other else None
            if kind is not None:
                result[path] = kind
        return result

    def _is_isinstance(self, node: ast.Call) -> bool:
        return isinstance(node.func, ast.Name) and node.func.id in ("isinstance", "is_exactly")

    def _isinstance(self, node: ast.Call) -> tuple[Ex, Facts, Facts]:
        if len(node.args) != 2:
            raise self.refuse(node, "isinstance takes a value and a class", "correct the call")
        subject, choice = self.expression(node.args[0]), self.expression(node.args[1])
        classes = choice.const if isinstance(choice.const, tuple) else (choice.const,)
        if isinstance(choice.const, types.UnionType):
            classes = choice.const.__args__
        for cls in classes:
            if not (isinstance(cls, type) and issubclass(cls, objects.Object)):
                raise self.refuse(
                    node, f"isinstance with {cls!r}", "the class is one of the Object classes"
                )
        if subject.known:
            return self.constant(isinstance(subject.const, tuple(classes))), {}, {}
        if not subject.type.is_pointer:
            raise self.refuse(
                node, f"isinstance of {subject.type}", "it works on Values and objects"
            )
        shared = classes[0]
        for cls in classes[1:]:
            shared = common_class(shared, cls)
        path = path_of(node.args[0])
        target = node.args[0]
        if isinstance(target, ast.NamedExpr):
            path = path_of(target.target)
        true: Facts = {}
        false: Facts = {}
        if path and shared is not objects.Array:
            static = present(subject.type)
            if not (isinstance(static, RefT) and issubclass(static.cls, shared)):
                true[path] = RefT(shared)
            elif subject.type.nullable:
                true[path] = static
        assert isinstance(node.func, ast.Name)
        if node.func.id == "is_exactly":
            return self._exact_code(subject, classes[0]), true, {}
        return self.isinstance_code(subject, tuple(classes), node), true, false

    def _exact_code(self, subject: Ex, cls: type) -> Ex:
        """The test for one class, not those derived from it."""
        self.program.tested[cls] = None
        self.use("id", cls)
        wanted = f"ID_{self.program.struct(cls)}"
        static = present(subject.type)
        if isinstance(static, RefT) and not subject.type.nullable:
            return Ex(f"(CLASS_ID({subject.code}) == {wanted})", BOOL, max(subject.level, READS))
        return Ex(f"value_is_exactly({subject.code}, {wanted})", BOOL, max(subject.level, READS))

    def isinstance_code(self, subject: Ex, classes: tuple[type, ...], node: ast.AST) -> Ex:
        """The test of a value's class."""
        level = max(subject.level, READS)
        name = subject.code
        declared = ""
        if len(classes) > 1 and subject.level != PURE:
            name = self.temporary()
            declared = f"{self.c_type(subject.type, node)} {name} = {subject.code}; "
        tests = [self._class_test(Ex(name, subject.type), cls) for cls in classes]
        text = tests[0] if len(tests) == 1 else f"({' || '.join(tests)})"
        return Ex(f"({{ {declared}{text}; }})" if declared else text, BOOL, level)

    def _class_test(self, subject: Ex, cls: type) -> str:
        static = present(subject.type)
        if isinstance(static, RefT) and issubclass(static.cls, cls):
            return f"({subject.code} != 0)" if subject.type.nullable else "1"
        if cls is objects.Object:
            return f"IS_OBJECT({subject.code})"
        self.program.tested[cls] = None
        self.use("range", cls)
        test = f"RANGE_{self.program.struct(cls)}"
        if subject.type == VALUE:
            if "hot" in self.function.marks:
                return f"value_is_hot({subject.code}, {test})"
            return f"VALUE_IS_{self.program.struct(cls)}({subject.code})"
        if subject.type.nullable:
            return f"optional_is({subject.code}, {test})"
        return f"object_is({subject.code}, {test})"

    def _identity_facts(self, node: ast.Compare) -> tuple[Facts, Facts] | None:
        """What `x is None` and `x is not None` tell about x."""
        op, right = node.ops[0], node.comparators[0]
        path = path_of(node.left.target if isinstance(node.left, ast.NamedExpr) else node.left)
        if not isinstance(op, ast.Is | ast.IsNot) or path is None:
            return None
        if path.split(".")[0] not in self.local_names and not path.startswith("self."):
            return None
        other = self.expression(right)
        if not other.known:
            return None
        if isinstance(node.left, ast.NamedExpr):
            return None
        subject = self.expression(node.left)
        if subject.known:
            return None
        same: Facts = {}
        different: Facts = {}
        if other.const is None:
            if subject.type.nullable and subject.type != VALUE:
                different[path] = present(subject.type)
        elif isinstance(other.const, objects.Object) and isinstance(other.type, RefT):
            same[path] = other.type
        return (same, different) if isinstance(op, ast.Is) else (different, same)

    def _boolop(self, node: ast.BoolOp) -> Ex:
        """`a and b` as value: a bool when all operands are, else the operand that decides."""
        before = dict(self.narrowed)
        kinds: list[Type] = []
        for part in node.values:
            ex = self.expression(part)
            kinds.append(ex.type)
            _, true, false = self.condition(part)
            self.narrowed.update(true if isinstance(node.op, ast.And) else false)
        self.narrowed = before
        if all(kind == BOOL for kind in kinds):
            return self.condition(node)[0]
        if len(node.values) != 2:
            raise self.refuse(node, "`and`/`or` of mixed types as value", "write an `if`")
        left, right = (
            self.settle(self.expression(node.values[0]), node),
            self.expression(node.values[1]),
        )
        kind = join(left.type, WORD if isinstance(right.type, LiteralT) else right.type)
        if kind is None:
            raise self.refuse(
                node, f"`and`/`or` of {left.type} and {right.type} as value", "write an `if`"
            )
        if isinstance(kind, RefT) and isinstance(node.op, ast.Or) and not right.type.nullable:
            kind = present(kind)
        left = self.coerce(left, optional(kind) if left.type.nullable else kind, node)
        right = self.coerce(right, kind, node)
        name = self.temporary()
        test = self.truth(Ex(name, left.type), node).code
        a, b = (right.code, name) if isinstance(node.op, ast.And) else (name, right.code)
        code = f"({{ {self.c_type(left.type, node)} {name} = {left.code}; {test} ? {a} : {b}; }})"
        return Ex(code, kind, max(left.level, right.level))

    def _ifexp(self, node: ast.IfExp, wanted: Type | None = None) -> Ex:
        test, true, false = self.condition(node.test)
        if test.known:
            return self.expression(node.body if test.const else node.orelse)
        before = dict(self.narrowed)
        self.narrowed = before | true
        body = self.expression(node.body)
        if wanted is not None:
            body = self.as_type(node.body, wanted)
        self.narrowed = before | false
        other = self.expression(node.orelse)
        if wanted is not None:
            other = self.as_type(node.orelse, wanted)
        self.narrowed = before
        kind = join(self._value_type(body), self._value_type(other))
        if kind is None:
            raise self.refuse(
                node, f"`if` expression of {body.type} or {other.type}", "make both the same type"
            )
        place = WORD if isinstance(kind, LiteralT) else kind
        a, b = self.coerce(body, place, node), self.coerce(other, place, node)
        level = max(test.level, a.level, b.level)
        bounds = None
        if (x := body.bounds) and (y := other.bounds) and kind.is_int:
            bounds = (min(x[0], y[0]), max(x[1], y[1]))
        return Ex(f"({test.code} ? {a.code} : {b.code})", kind, level, range=bounds)

    def _value_type(self, ex: Ex) -> Type:
        if ex.known and isinstance(ex.const, types.FunctionType):
            return self.program.function(ex.const).type
        return ex.type

    def _namedexpr(self, node: ast.NamedExpr) -> Ex:
        raise NotImplementedError

    # comparison

    def _compare(self, node: ast.Compare) -> Ex:
        operands = [self.expression(part) for part in (node.left, *node.comparators)]
        if len(node.ops) == 1:
            return self.compare(operands[0], node.ops[0], operands[1], node)
        if all(operand.known for operand in operands):
            tests = [
                self.compare(operands[n], op, operands[n + 1], node)
                for n, op in enumerate(node.ops)
            ]
            return self.constant(all(test.const for test in tests))
        return self._chain(operands, node.ops, node)

    def _chain(self, operands: list[Ex], ops: list[ast.cmpop], node: ast.AST) -> Ex:
        """`a < b < c`: each operand evaluated once, and only when it is needed."""
        if len(ops) == 1:
            return self.compare(operands[0], ops[0], operands[1], node)
        declared = ""
        level = max(operand.level for operand in operands)
        first, middle = operands[:2]
        for place, operand in enumerate((first, middle)):
            if not operand.known and operand.level != PURE:
                name = self.temporary()
                declared += f"{self.c_type(operand.type, node)} {name} = {operand.code}; "
                operands[place] = Ex(name, operand.type)
        test = self.compare(operands[0], ops[0], operands[1], node)
        rest = self._chain(operands[1:], ops[1:], node)
        texts = [str(int(part.const)) if part.known else part.code for part in (test, rest)]
        code = f"({texts[0]} && {texts[1]})"
        return Ex(f"({{ {declared}{code}; }})" if declared else code, BOOL, level)

    def compare(self, left: Ex, op: ast.cmpop, right: Ex, node: ast.AST) -> Ex:
        """One comparison."""
        if isinstance(op, ast.In | ast.NotIn):
            return self._membership(left, isinstance(op, ast.In), right, node)
        symbol, compute = COMPARE[type(op)]
        identity = isinstance(op, ast.Is | ast.IsNot)
        if left.known and right.known:
            return self.constant(compute(left.const, right.const))
        kinds = (left.type, right.type)
        if identity:
            return self._identity(left, symbol, right, node)
        if left.type == BOOL and right.type == BOOL:
            left, right = self.settle(left, node), self.settle(right, node)
        elif isinstance(present(left.type), PtrT) and not right.known:
            self.coerce(right, left.type, node)
        elif any(kind.is_pointer or kind == BYTES for kind in kinds):
            raise self.refuse(
                node,
                f"`{symbol}` of {left.type} and {right.type}",
                "compare identity with `is` or `same`, contents with a function",
            )
        else:
            kind = self.common(left, right, f"`{symbol}`", node)
            for ex, other in ((left, right), (right, left)):
                if ex.known and isinstance(kind, IntT) and not kind.min <= ex.const <= kind.max:
                    raise self.refuse(
                        node, f"{ex.const} is no {other.type}", "the comparison never varies"
                    )
            left, right = self.operand(left, kind, node), self.operand(right, kind, node)
        return self._combined(f"({{0}} {symbol} {{1}})", left, right, BOOL, node)

    def _identity(self, left: Ex, symbol: str, right: Ex, node: ast.AST) -> Ex:
        for ex in (left, right):
            usable = ex.type.is_pointer or isinstance(
                ex.type, NoneT | FuncT | StaticT | PtrT | ErrorT
            )
            if isinstance(ex.const, types.FunctionType):
                usable = True
            if not usable:
                raise self.refuse(node, f"`is` of {ex.type}", "compare numbers with `==`")
        if left.type == VALUE and right.type == VALUE and not (left.known or right.known):
            raise self.refuse(
                node, "`is` of two Values", "write `same(a, b)`: small integers have no identity"
            )
        other = right if right.known else left
        if other.known and other.const is None:
            subject = left if other is right else right
            return Ex(f"({subject.code} {symbol} 0)", BOOL, subject.level)
        a, b = self.settle(left, node), self.settle(right, node)
        return self._combined(f"((uword){{0}} {symbol} (uword){{1}})", a, b, BOOL, node)

    def _membership(self, left: Ex, wanted: bool, right: Ex, node: ast.AST) -> Ex:
        if not right.known or not isinstance(
            right.const, tuple | bytes | list | range | set | frozenset
        ):
            raise self.refuse(
                node, f"`in` of {right.type}", "write a loop, or test against a constant tuple"
            )
        members = right.const
        if left.known:
            return self.constant((left.const in members) is wanted)
        subject = self.settle(left, node)
        declared = ""
        if subject.level != PURE:
            name = self.temporary()
            declared = f"{self.c_type(subject.type, node)} {name} = {subject.code}; "
            subject = Ex(name, subject.type)
        test = self._member_test(subject, members, node)
        if not wanted:
            test = f"(!{test})"
        return Ex(f"({{ {declared}{test}; }})" if declared else test, BOOL, left.level)

    def _member_test(self, subject: Ex, members: Any, node: ast.AST) -> str:
        if isinstance(members, range) and members.step == 1:
            low = self.compare(subject, ast.GtE(), self.constant(members.start), node)
            high = self.compare(subject, ast.Lt(), self.constant(members.stop), node)
            return f"({low.code} && {high.code})"
        if isinstance(members, bytes) and len(members) > 8:
            self.use("support", "in_bytes")
            data = self.coerce(self.constant(members), BYTES, node)
            return f"in_bytes({subject.code}, {data.code})"
        if isinstance(members, set | frozenset):
            members = sorted(members)
        op = ast.Is() if subject.type.is_pointer else ast.Eq()
        tests = [self.compare(subject, op, self.constant(item), node).code for item in members]
        return f"({' || '.join(tests)})" if tests else "0"

    # tuples

    def _tuple(self, node: ast.Tuple) -> Ex:
        parts = [self.expression(part) for part in node.elts]
        if all(part.known for part in parts):
            return self.constant(tuple(part.const for part in parts))
        return self.tuple_value(node, None)

    def tuple_value(self, node: ast.Tuple, kind: TupleT | None) -> Ex:
        """A tuple of several results."""
        if kind is not None and len(kind.items) != len(node.elts):
            raise self.refuse(node, f"{len(node.elts)} items where {kind} is expected", "match it")
        if kind is None:
            parts = [self.value(part) for part in node.elts]
            kind = TupleT(tuple(part.type for part in parts))
        else:
            parts = [self.as_type(p, t) for p, t in zip(node.elts, kind.items, strict=True)]
        slots = ", ".join(f"{{{n}}}" for n in range(len(parts)))
        text = self.c_type(kind, node)
        code = self.compose(f"(({text}){{{{{slots}}}}})", parts, node)
        return Ex(code, kind, max((part.level for part in parts), default=PURE))

    def _joinedstr(self, node: ast.JoinedStr) -> Ex:
        raise self.refuse(node, "an f-string", "format at run time with the VM's own functions")

    def _set(self, node: ast.Set) -> Ex:
        parts = [self.expression(part) for part in node.elts]
        if all(part.known for part in parts):
            return self.constant(frozenset(part.const for part in parts))
        raise self.refuse(node, "a set that varies", "compare with each, or use an Array")

    # calls

    def _call(self, node: ast.Call) -> Ex:
        from anthill.translate.intrinsics import RULES

        if self._is_isinstance(node):
            return self._isinstance(node)[0]
        if isinstance(node.func, ast.Attribute):
            return self._attribute_call(node, node.func)
        callee = self.expression(node.func)
        if callee.known:
            if self._folds(callee.const):
                for place, argument in enumerate(node.args):
                    if isinstance(argument, ast.IfExp):
                        return self._choice_of_calls(node, place, argument)
            return self.call_constant(callee.const, node, RULES)
        return self.call_value(callee, node)

    def _folds(self, obj: Any) -> bool:
        """Whether calls of a function are evaluated at build time."""
        if isinstance(obj, types.FunctionType):
            return "constant" in marks.marks_of(obj)
        return obj is ord

    def _choice_of_calls(self, node: ast.Call, place: int, choice: ast.IfExp) -> Ex:
        """`f(a if test else b)` as `f(a) if test else f(b)`: both calls are constants then."""

        def with_argument(argument: ast.expr) -> ast.Call:
            arguments = [*node.args[:place], argument, *node.args[place + 1 :]]
            return ast.copy_location(ast.Call(node.func, arguments, node.keywords), node)

        both = ast.IfExp(choice.test, with_argument(choice.body), with_argument(choice.orelse))
        return self._ifexp(ast.copy_location(both, node))

    def _attribute_call(self, node: ast.Call, func: ast.Attribute) -> Ex:
        from anthill.translate.intrinsics import RULES

        if self._is_super(func.value):
            return self._super_call(node, func)
        if (
            isinstance(func.value, ast.Call)
            and isinstance(func.value.func, ast.Name)
            and func.value.func.id == "inherited"
        ):
            base = self.expression(func.value.args[0])
            return self.call_method(
                base, func.attr, node.args, node, node.keywords, dispatch="inherited"
            )
        base = self.expression(func.value)
        kind = present(base.type)
        if isinstance(kind, RefT | StaticT | RegistersT):
            cls = type(base.const) if base.known else kind.cls
            member = next(
                (b.__dict__[func.attr] for b in cls.__mro__ if func.attr in b.__dict__), None
            )
            if isinstance(member, types.FunctionType | staticmethod):
                is_field = (
                    not isinstance(kind, RegistersT)
                    and self.program.layout(cls).field(func.attr) is not None
                )
                if not is_field:
                    return self.call_method(base, func.attr, node.args, node, node.keywords)
        callee = self.narrow(self.attribute(base, func.attr, func), path_of(func), func)
        if callee.known:
            return self.call_constant(callee.const, node, RULES)
        return self.call_value(callee, node)

    def _is_super(self, node: ast.expr) -> bool:
        return (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "super"
        )

    def _super_call(self, node: ast.Call, func: ast.Attribute) -> Ex:
        owner = self.function.owner
        if owner is None:
            raise self.refuse(node, "super() outside a method", "call the function by its name")
        for base in owner.__mro__[1:]:
            if func.attr in base.__dict__:
                if base in (objects.Object, object, objects.Static):
                    break
                if base.__dict__[func.attr] is objects._init_fields:
                    return self._init_base_fields(base, node)
                target = self.program.method(base, func.attr)
                arguments = [self._name(ast.Name("self", lineno=node.lineno))]
                return self.call_function(target, node.args, node.keywords, node, arguments)
        if func.attr == "__init__":
            base = owner.__mro__[1]
            if issubclass(base, objects.Object) and node.args:
                return self._init_base_fields(base, node)
            return Ex("((void)0)", NONE)
        raise self.refuse(
            node, f"no base class of {owner.__name__} has `{func.attr}`", "correct the name"
        )

    def _init_base_fields(self, base: type, node: ast.Call) -> Ex:
        fields = self.program.layout(base).fields
        parts = self.bind_fields(base, node)
        owner = self.c_type(RefT(base), node)
        slots = "; ".join(
            f"(({owner})self)->{field_name(f.name)} = {{{n}}}" for n, f in enumerate(fields)
        )
        self.use("struct", base)
        return Ex(f"({{ {self.compose_block(slots, parts, node)}; }})", NONE, ACTS)

    def compose_block(self, template: str, parts: Sequence[Ex], node: ast.AST) -> str:
        """Like `compose`, for statements."""
        declared, texts = self.sequence(parts, node)
        return declared + template.format(*texts)

    def call_constant(self, obj: Any, node: ast.Call, rules: dict[Any, Any]) -> Ex:
        """A call of something known at build time."""
        rule = rules.get(id(obj)) if not isinstance(obj, int | str) else None
        if rule is not None:
            return cast(Ex, rule(self, node))
        if isinstance(obj, numbers.IntType):
            return self.wrap(node, INTS[obj.name])
        if isinstance(obj, numbers.FloatType):
            return self.wrap(node, FLOATS[obj.name])
        if obj in (int, float, bool):
            return self.wrap(node, from_hint(obj))
        if isinstance(obj, types.FunctionType):
            return self._call_live(obj, node)
        if isinstance(obj, types.MethodType):
            base = self.constant(obj.__self__)
            return self.call_method(base, obj.__func__.__name__, node.args, node, node.keywords)
        if isinstance(obj, type):
            return self._call_class(obj, node)
        if callable(obj):
            return self._call_host(obj, node)
        raise self.refuse(node, f"a call of a {type(obj).__name__}", "call a typed function")

    def _call_host(self, obj: Any, node: ast.Call) -> Ex:
        name = ast.unparse(node.func)
        parts = [self.expression(part) for part in node.args]
        pure = obj in FOLDABLE or getattr(obj, "__module__", None) in ("math", "struct")
        if isinstance(obj, types.BuiltinMethodType) and not isinstance(
            obj.__self__, types.ModuleType
        ):
            pure = isinstance(obj.__self__, bytes | str | int | tuple)
        if pure and all(part.known for part in parts):
            try:
                return self.constant(obj(*(part.const for part in parts)))
            except Exception as problem:
                raise self.refuse(node, f"`{name}`: {problem}", "correct the call") from None
        raise self.refuse(
            node,
            f"`{name}` is host Python: it exists only while the program is built",
            "call it at module level and keep the result, or call a typed function",
        )

    def _call_live(self, live: types.FunctionType, node: ast.Call) -> Ex:
        if "constant" in marks.marks_of(live):
            parts = [self.expression(part) for part in node.args]
            named = {k.arg: self.expression(k.value) for k in node.keywords if k.arg}
            if all(part.known for part in [*parts, *named.values()]):
                return self._evaluate(live, parts, named, node)
        return self.call_function(self.program.function(live), node.args, node.keywords, node, [])

    def _evaluate(
        self, live: types.FunctionType, parts: list[Ex], named: dict[str, Ex], node: ast.AST
    ) -> Ex:
        def key_of(obj: Any) -> Any:
            return (type(obj), obj if isinstance(obj, int | float | str | bytes) else id(obj))

        key = (
            live,
            tuple(key_of(part.const) for part in parts),
            tuple((name, key_of(part.const)) for name, part in named.items()),
        )
        if key not in self.program.constants:
            try:
                result = live(
                    *(part.const for part in parts), **{n: p.const for n, p in named.items()}
                )
            except Exception as problem:
                raise self.refuse(
                    node,
                    f"evaluating the constant failed: {type(problem).__name__}: {problem}",
                    "correct the arguments",
                ) from None
            self.program.constants[key] = result
            self.program.keep.append(result)
            readable = "_".join(
                str(p.const.decode("latin1") if isinstance(p.const, bytes) else p.const)
                for p in parts
                if isinstance(p.const, str | bytes | int)
            )
            readable = "".join(c if c.isascii() and c.isalnum() else "_" for c in readable)[:32]
            known = self.program.global_names
            if isinstance(result, objects.Object) and id(result) not in known:
                known[id(result)] = (live.__module__, f"{live.__name__}_{readable}")
        return self.constant(self.program.constants[key])

    def bind(
        self,
        params: Sequence[tuple[str, Type]],
        positional: Sequence[ast.expr],
        keywords: Sequence[ast.keyword],
        defaults: dict[str, Any],
        what: str,
        node: ast.AST,
    ) -> list[Ex]:
        """Arguments as values of the parameters' types, in the parameters' order."""
        given: dict[str, Ex | ast.expr] = {}
        if len(positional) > len(params):
            raise self.refuse(
                node,
                f"{what} takes {len(params)} arguments, not {len(positional)}",
                "correct the call",
            )
        for (name, _), argument in zip(params, positional, strict=False):
            if isinstance(argument, ast.Starred):
                raise self.refuse(node, "`*` in a call", "write the arguments out")
            given[name] = argument
        for keyword in keywords:
            if keyword.arg is None or keyword.arg in given:
                raise self.refuse(node, "`**` or a repeated argument in a call", "write them out")
            if keyword.arg not in dict(params):
                raise self.refuse(node, f"{what} has no parameter `{keyword.arg}`", "correct it")
            given[keyword.arg] = keyword.value
        result = []
        for name, kind in params:
            if name in given:
                result.append(self.as_type(cast(ast.expr, given[name]), kind))
            elif name in defaults:
                result.append(self.coerce(self.constant(defaults[name]), kind, node))
            else:
                raise self.refuse(node, f"{what} misses the argument `{name}`", "add it")
        return result

    def call_function(
        self,
        function: Function,
        positional: Sequence[ast.expr],
        keywords: Sequence[ast.keyword],
        node: ast.AST,
        first: Sequence[Ex],
    ) -> Ex:
        """A call of a typed function; `first` are arguments already evaluated (`self`)."""
        parts = self.arguments(function, positional, keywords, node, first)
        self.use("function", function)
        return self.emit_call(function.name, parts, function.result, node)

    def arguments(
        self,
        function: Function,
        positional: Sequence[ast.expr],
        keywords: Sequence[ast.keyword],
        node: ast.AST,
        first: Sequence[Ex],
        receiver: Type | None = None,
    ) -> list[Ex]:
        """The arguments of a call of a typed function, `self` included where it takes one."""
        params = list(function.params)
        leading: list[Ex] = []
        if first and function.owner is not None and function.singleton is None:
            leading = [self.coerce(first[0], receiver or params[0][1], node)]
            params = params[1:]
        elif not first and function.singleton is not None:
            positional = positional[1:]
        live = function.live
        arguments = source.syntax_of(live).args
        names = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
        values = live.__defaults__ or ()
        defaults = dict(zip(names[len(names) - len(values) :], values, strict=True))
        defaults |= live.__kwdefaults__ or {}
        what = f"`{live.__name__}`"
        return leading + self.bind(params, positional, keywords, defaults, what, node)

    def emit_call(self, name: str, parts: Sequence[Ex], result: Type, node: ast.AST) -> Ex:
        """The C call of a named function."""
        slots = ", ".join(self._slot(n, part.type) for n, part in enumerate(parts))
        if result != NONE:
            self.c_type(result, node)
        return Ex(self.compose(f"{name}({slots})", parts, node), result, ACTS)

    def _slot(self, number: int, kind: Type) -> str:
        """Where an argument goes in the template of a call."""
        slot = f"{{{number}}}"
        return (
            f"({self.program.c_type(kind)}[1]){{{{{slot}}}}}" if isinstance(kind, TupleT) else slot
        )

    def call_method(
        self,
        base: Ex,
        name: str,
        positional: Sequence[ast.expr],
        node: ast.AST,
        keywords: Sequence[ast.keyword] = (),
        dispatch: str = "virtual",
    ) -> Ex:
        """`base.name(...)`: direct where the class is known or nothing overrides the method."""
        kind = present(base.type)
        cls = type(base.const) if base.known else cast(RefT, kind).cls
        for owner in cls.__mro__:
            if isinstance(owner.__dict__.get(name), staticmethod):
                static = self.program.function(owner.__dict__[name].__func__)
                return self.call_function(static, positional, keywords, node, [])
        function = self.program.method(cls, name)
        virtual = not base.known and self.program.overridden(cls, name)
        if function.singleton is not None and not base.known:
            virtual = False
        if not virtual:
            receiver = base if function.singleton is not None else self.settle(base, node)
            if base.known and isinstance(kind, RefT | StaticT):
                receiver = base
            return self.call_function(function, positional, keywords, node, [receiver])
        if isinstance(kind, StaticT):
            raise self.refuse(
                node,
                f"`{name}` of {kind} is overridden: a Static has no class to look at",
                "name the instance, or make the class an Object",
            )
        parts = self.arguments(function, positional, keywords, node, [base], RefT(cls))
        self.program.call_virtual(cls, name)
        self.use(dispatch, cls, name)
        called = f"{self.program.struct(cls)}_{name}_{dispatch}"
        return self.emit_call(called, parts, function.result, node)

    def call_value(self, callee: Ex, node: ast.Call) -> Ex:
        """A call through a function value."""
        kind = present(callee.type)
        if not isinstance(kind, FuncT):
            raise self.refuse(node, f"a call of {kind}", "call a function or a Callable")
        if node.keywords:
            raise self.refuse(node, "keywords in a call of a function value", "pass them in order")
        params = [(f"argument {n + 1}", param) for n, param in enumerate(kind.params)]
        parts = self.bind(params, node.args, [], {}, "the function value", node)
        types_ = ", ".join(self.program.param_type(param) for param in kind.params) or "void"
        result = self.c_type(kind.result, node)
        slots = ", ".join(self._slot(n + 1, part.type) for n, part in enumerate(parts))
        template = f"(({result} (*)({types_}))callable((code){{0}}))({slots})"
        return Ex(self.compose(template, [callee, *parts], node), kind.result, ACTS)

    # construction

    def _call_class(self, cls: type, node: ast.Call) -> Ex:
        if issubclass(cls, marks.TypedError):
            if len(node.args) != 1:
                raise self.refuse(node, f"{cls.__name__} takes one Value", "pass the exception")
            return Ex(self.as_type(node.args[0], VALUE).code, ErrorT(cls), ACTS)
        if issubclass(cls, enum.IntEnum) and len(node.args) == 1:
            return self.as_type(node.args[0], WORD)
        if issubclass(cls, objects.Static):
            raise self.refuse(
                node, f"`{cls.__name__}(...)` in a function", "make Statics at module level"
            )
        if not issubclass(cls, objects.Object):
            return self._call_host(cls, node)
        return self.construct(cls, node)

    def construct(self, cls: type, node: ast.Call) -> Ex:
        """`cls(...)`: a new object."""
        shape = self.program.layout(cls)
        if shape.tail is not None:
            raise self.refuse(
                node, f"{cls.__name__} has a Tail", f"create it with alloc({cls.__name__}, length)"
            )
        self.program.come_alive(cls)
        name = self.program.struct(cls)
        self.use("struct", cls)
        self.use("id", cls)
        own: Any = vars(next(base for base in cls.__mro__ if "__init__" in vars(base)))["__init__"]
        if own not in (objects._init_fields, objects.Object.__init__, object.__init__):
            return self._construct_by_init(cls, node)
        parts = self.bind_fields(cls, node)
        self.program.lowering("allocate", self.function.file, node.lineno)
        self.use("new", cls)
        return self.emit_call(f"new_{name}", parts, RefT(cls), node)

    def bind_fields(self, cls: type, node: ast.Call) -> list[Ex]:
        """Arguments for the fields of a class without `__init__`."""
        fields = self.program.layout(cls).fields
        defaults = {f.name: getattr(cls, f.name) for f in fields if hasattr(cls, f.name)}
        params = [(f.name, f.type) for f in fields]
        return self.bind(params, node.args, node.keywords, defaults, f"`{cls.__name__}`", node)

    def _construct_by_init(self, cls: type, node: ast.Call) -> Ex:
        init = self.program.method(cls, "__init__")
        name = self.temporary()
        kind = self.c_type(RefT(cls), node)
        fresh = Ex(name, RefT(cls))
        call = self.call_function(init, node.args, node.keywords, node, [fresh])
        made = self.allocation(cls, "0", node)
        return Ex(f"({{ {kind} {name} = {made}; {call.code}; {name}; }})", RefT(cls), ACTS)

    def allocation(self, cls: Any, length: str, node: ast.AST) -> str:
        """The C call that makes a zeroed object of a class, or of an array storage's name."""
        self.program.lowering("allocate", self.function.file, getattr(node, "lineno", 0))
        self.program.come_alive(cls)
        self.use("id", cls)
        self.use("support", "new_zeroed")
        if isinstance(cls, str):
            self.use("array", cls)
            return f"((struct Array_{cls} *)new_zeroed(ID_{cls}, {length}))"
        name = self.program.struct(cls)
        self.use("struct", cls)
        return f"((struct {name} *)new_zeroed(ID_{name}, {length}))"

    def wrap(self, node: ast.Call, kind: Type) -> Ex:
        """`u8(x)`, `int(x)`, `float(x)`, `bool(x)`."""
        if len(node.args) != 1 or node.keywords:
            raise self.refuse(node, f"`{kind}` takes one argument", "correct the call")
        if kind == BOOL:
            return self.truth(self.expression(node.args[0]), node)
        ex = self.expression(node.args[0])
        if ex.known and isinstance(ex.const, str):
            ex = self._call_host(float if isinstance(kind, FloatT) else int, node)
        if ex.known and isinstance(ex.const, int | float):
            if isinstance(kind, FloatT):
                return self.coerce(self.constant(float(ex.const)), kind, node)
            assert isinstance(kind, IntT)
            number = int(ex.const) & ((1 << kind.bits) - 1)
            if kind.signed and number > kind.max:
                number -= 1 << kind.bits
            return self.coerce(self.constant(number), kind, node)
        if not (ex.type.is_int or ex.type == BOOL or isinstance(ex.type, FloatT)):
            remedy = "convert numbers; take a number out of a Value with small_int"
            raise self.refuse(node, f"`{kind}(...)` of {ex.type}", remedy)
        text = self.c_type(kind, node)
        if isinstance(ex.type, FloatT) and isinstance(kind, IntT) and not kind.signed:
            return Ex(f"(({text})(i64){ex.code})", kind, ex.level)
        return Ex(f"(({text}){ex.code})", kind, ex.level)


def _int_type(name: str) -> IntT:
    return WORD if name == "int" else INTS[name]


__all__ = ["ACTS", "OBJECT", "PURE", "READS", "Ex", "Expressions", "path_of", "size_of"]
