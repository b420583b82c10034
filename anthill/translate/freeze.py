"""Writes constant objects, arrays and RAM variables as C initialisers.

A frozen object has the same layout as one on the heap, header included, so typed code cannot tell
them apart. What it refers to is frozen with it.
"""

from __future__ import annotations

import linecache
import math
import re
import sys
import types
from typing import Any

from anthill.translate import prelude
from anthill.translate.errors import TranslationError
from anthill.translate.program import Frozen, Program, storage_of
from anthill.translate.types import (
    VALUE,
    ArrayT,
    BoolT,
    BytesT,
    FloatT,
    FuncT,
    IntT,
    PtrT,
    RefT,
    RegistersT,
    StaticT,
    TupleT,
    Type,
    ValueT,
    from_hint,
)
from anthill.typed import layout, memory, objects
from anthill.typed.target import SMALL_MAX, SMALL_MIN, WORD_BITS

Uses = dict[tuple[Any, ...], None]


def live_class(obj: Any) -> Any:
    """What comes alive when an object is frozen: its class, or its array storage's name."""
    if isinstance(obj, objects.Array):
        return storage_of(item_type(obj))
    return type(obj)


def item_type(array: Any) -> Type:
    """The item type of a live array."""
    return from_hint(array.item_type)


def c_int(value: int, kind: IntT) -> str:
    """An integer constant of a type."""
    if kind.bits > 32 or (kind.name in ("int", "uword") and WORD_BITS == 64):
        if value == -(1 << 63):
            return "(-9223372036854775807LL - 1)"
        return f"{value}{'LL' if kind.signed else 'ULL'}"
    if value == -(1 << 31):
        return "(-2147483647 - 1)"
    return f"{value}" if kind.signed else f"{value}u"


def c_float(value: float, kind: FloatT) -> str:
    """A float constant, exact."""
    if math.isnan(value):
        return '__builtin_nan("")'
    if math.isinf(value):
        return "__builtin_inf()" if value > 0 else "(-__builtin_inf())"
    return value.hex() + ("f" if kind.bits == 32 else "")


class Freezer:
    """Turns the fields of one record into initialisers, noting what they use."""

    def __init__(self, program: Program, record: Frozen) -> None:
        self.program, self.record = program, record
        self.where = record.name

    def refuse(self, reason: str, remedy: str) -> TranslationError:
        """A refusal that names the constant, at the line that assigns its name."""
        module = sys.modules.get(self.record.module)
        file = getattr(module, "__file__", None) or self.record.module or "?"
        name = self.record.name.rpartition("__")[2]
        pattern = re.compile(rf"{re.escape(name)}\b.*=")
        lines = linecache.getlines(file)
        line = next((n for n, text in enumerate(lines, 1) if pattern.match(text)), 1)
        return TranslationError(file, line, f"constant `{self.where}`: {reason}", remedy)

    def value(self, obj: Any, kind: Type, hint: str = "") -> str:
        """The initialiser of a field of type `kind` that holds `obj`."""
        hint = hint or f"{self.record.name}_item"
        if isinstance(kind, ValueT):
            return self._value(obj, hint)
        if isinstance(kind, RefT | ArrayT):
            return self._reference(obj, kind, hint)
        if isinstance(kind, BoolT):
            if isinstance(obj, bool | int):
                return str(int(bool(obj)))
        elif isinstance(kind, IntT):
            if isinstance(obj, objects.Short):
                return self._spare(obj, hint)
            if isinstance(obj, int):
                if not kind.min <= obj <= kind.max:
                    raise self.refuse(f"{obj} does not fit into {kind}", "use a wider type")
                return c_int(int(obj), kind)
        elif isinstance(kind, FloatT):
            if isinstance(obj, int | float):
                return c_float(float(obj), kind)
        else:
            return self._special(obj, kind, hint)
        raise self.refuse(f"a {type(obj).__name__} where {kind} belongs", "set the field")

    def _spare(self, short: objects.Short, hint: str) -> str:
        numbers = self.program.numbers
        if numbers is None:
            self.program.with_shorts[self.record] = None
        if isinstance(short, objects.Spare):
            if numbers is None:
                self.program.spares[id(short.value)] = short.value
                return "0u"
            if id(short.value) in numbers:
                return f"{numbers[id(short.value)]}u"
        return self._short(short.value, hint)

    def _short(self, obj: Any, hint: str) -> str:
        if isinstance(obj, int):
            return f"{obj * 2 + 1}u"
        record = self.program.freeze(obj, hint)
        self.record.uses["data", record] = None
        self.program.short[record] = None
        return f"SHORT({record.name})"

    def _value(self, obj: Any, hint: str) -> str:
        if obj is None:
            return "0"
        if isinstance(obj, int) and not isinstance(obj, bool):
            if not SMALL_MIN <= obj <= SMALL_MAX:
                raise self.refuse(f"{obj} is no small integer", "use an object for it")
            return f"(Value){obj * 2 + 1}{'LL' if WORD_BITS == 64 else ''}"
        if isinstance(obj, objects.Object):
            return f"(Value)&{self.data(obj, hint)}"
        raise self.refuse(
            f"a host {type(obj).__name__} where a Value belongs", "make it an instance of an Object"
        )

    def data(self, obj: Any, hint: str) -> str:
        """The C name of another frozen object."""
        record = self.program.freeze(obj, hint)
        self.record.uses["data", record] = None
        return record.name

    def _reference(self, obj: Any, kind: RefT | ArrayT, hint: str) -> str:
        if obj is None and kind.optional:
            return "0"
        if isinstance(kind, RefT) and isinstance(obj, kind.cls):
            return f"({self._c_type(kind)})&{self.data(obj, hint)}"
        if isinstance(kind, ArrayT) and isinstance(obj, objects.Array):
            if storage_of(item_type(obj)) == storage_of(kind.item):
                return f"({self._c_type(kind)})&{self.data(obj, hint)}"
            raise self.refuse(f"Array[{item_type(obj)}] where {kind} belongs", "match item types")
        what = "None" if obj is None else type(obj).__name__
        raise self.refuse(f"{what} where {kind} belongs", f"annotate `{kind} | None` or set it")

    def _c_type(self, kind: Type) -> str:
        note_type(kind, self.record.uses)
        return self.program.c_type(kind)

    def _special(self, obj: Any, kind: Type, hint: str) -> str:
        if isinstance(kind, BytesT) and isinstance(obj, bytes):
            record = self.program.freeze_bytes(obj)
            self.record.uses["data", record] = None
            return f"(struct Array_u8 *)&{record.name}"
        if obj is None and kind.nullable:
            return "0"
        if isinstance(kind, FuncT):
            return self._code(obj)
        if isinstance(kind, StaticT) and isinstance(obj, kind.cls):
            record = self.program.static(obj)
            self.record.uses["static", record] = None
            return f"({self._c_type(kind)})&{record.name}"
        if isinstance(kind, RegistersT) and isinstance(obj, memory.Registers):
            return f"{obj.base}u"
        if isinstance(kind, TupleT) and isinstance(obj, tuple) and len(obj) == len(kind.items):
            parts = [self.value(item, t, hint) for item, t in zip(obj, kind.items, strict=True)]
            self.record.uses["tuple", kind] = None
            return "{" + ", ".join(parts) + "}"
        if isinstance(kind, PtrT) and isinstance(obj, memory.Ptr):
            return self._pointer(obj, kind)
        raise self.refuse(
            f"a {type(obj).__name__} where {kind} belongs", "see docs/typed-python.md, Constants"
        )

    def _code(self, obj: Any) -> str:
        if isinstance(obj, types.MethodType):
            function = self.program.method(type(obj.__self__), obj.__func__.__name__)
            if function.singleton is None:
                raise self.refuse(f"a bound method `{obj.__func__.__qualname__}`", "use a function")
        elif isinstance(obj, types.FunctionType):
            function = self.program.function(obj)
        else:
            raise self.refuse(f"a {type(obj).__name__} as function value", "use a typed function")
        self.record.uses["function", function] = None
        return f"(code){function.name}"

    def _pointer(self, obj: Any, kind: PtrT) -> str:
        if isinstance(obj.storage, bytes):
            record = self.program.freeze_bytes(obj.storage)
        elif isinstance(obj.storage, memory._Simulated):
            return f"({self._c_type(kind)})(uword){memory.address_of(obj)}"
        else:
            arrays = [item for item in objects.static_arrays() if item.storage is obj.storage]
            if not arrays and isinstance(self.record.obj, objects.Static):
                return "0"  # a place in host memory: the program sets the variable at its start
            if not arrays:
                raise self.refuse("a pointer into a host object", "point into a static array")
            record = self.program.freeze(arrays[0])
        self.record.uses["data", record] = None
        return f"({self._c_type(kind)})&{record.name}.items[{obj.index}]"

    def items(self, entries: Any, item: Type, prefix: str = "") -> str:
        """The initialiser of an array's or tail's items."""
        texts = [
            prefix + self.value(entry, item, f"{self.record.name}_{n}")
            for n, entry in enumerate(entries)
        ]
        lines = [", ".join(texts[n : n + 16]) for n in range(0, len(texts), 16)]
        return "{" + ",\n  ".join(lines) + "}"


def write(program: Program, record: Frozen) -> None:
    """Write a frozen object or array."""
    obj = record.obj
    freezer = Freezer(program, record)
    if isinstance(obj, objects.Collected | objects.Late | layout.LayoutTable):
        program.collected.append(record)
    elif isinstance(obj, objects.Array):
        write_array(freezer, list(obj.storage))
    else:
        _write_object(freezer)


def write_array(freezer: Freezer, entries: list[Any]) -> None:
    """Write an array with these items."""
    record = freezer.record
    item = item_type(record.obj)
    storage = storage_of(item)
    record.uses["id", storage] = None
    record.uses["array", storage] = None
    header = f"HEADER(ID_{storage}, {len(entries)})"
    prefix = "(Value)" if storage == "Value" else ""
    record.text = (
        f"{{{header}, {freezer.items(entries, item, prefix)}}}" if entries else f"{{{header}}}"
    )


def _write_object(freezer: Freezer) -> None:
    record, program = freezer.record, freezer.program
    obj = record.obj
    cls = type(obj)
    shape = program.layout(cls)
    record.uses["struct", cls] = None
    record.uses["id", cls] = None
    if shape.tail and not hasattr(obj, shape.tail.name):
        raise freezer.refuse(f"its items `{shape.tail.name}` are not set", "make it with alloc")
    length = len(getattr(obj, shape.tail.name)) if shape.tail else 0
    fields = _fields(freezer, obj)
    count = str(length)
    for entry in shape.fields:
        if entry.beside:
            record.beside = fields.pop(entry.name).removeprefix("(code)")
            program.short[record] = None
        elif entry.in_header:
            count += f" + ((uword)({fields.pop(entry.name)}) << {8 * (entry.offset - 1)})"
    parts = [f".header = HEADER(ID_{program.struct(cls)}, {count})"]
    parts += [f".{field_name(name)} = {text}" for name, text in fields.items()]
    if shape.tail and length:
        name = field_name(shape.tail.name)
        tail: Any = shape.tail.type
        parts.append(
            f".{name} = " + freezer.items(getattr(obj, shape.tail.name).storage, tail.item)
        )
    record.text = "{" + ", ".join(parts) + "}"


def _fields(freezer: Freezer, obj: Any) -> dict[str, str]:
    parts = {}
    name = freezer.where
    for entry in freezer.program.layout(type(obj)).fields:
        freezer.where = f"{name}.{entry.name}"
        if not hasattr(obj, entry.name):
            raise freezer.refuse("the field is not set", "set it where the object is made")
        text = freezer.value(
            getattr(obj, entry.name), entry.type, f"{freezer.record.name}_{entry.name}"
        )
        parts[entry.name] = text
    freezer.where = name
    return parts


def write_static(program: Program, record: Frozen) -> None:
    """Write a `Static` instance: a variable with its value at this moment."""
    record.uses["struct", type(record.obj)] = None
    fields = _fields(Freezer(program, record), record.obj).items()
    record.text = "{" + ", ".join(f".{field_name(name)} = {text}" for name, text in fields) + "}"


def note_type(kind: Type, uses: Uses) -> None:
    """Note the structs that a C declaration of this type names."""
    if isinstance(kind, RefT | StaticT):
        if kind.cls is not objects.Object:
            uses["struct", kind.cls] = None
    elif isinstance(kind, ArrayT):
        uses["array", storage_of(kind.item)] = None
    elif isinstance(kind, BytesT):
        uses["array", "u8"] = None
    elif isinstance(kind, PtrT):
        note_type(kind.item, uses)
    elif isinstance(kind, TupleT):
        uses["tuple", kind] = None


C_WORDS = frozenset(
    """auto break case char const continue default do double else enum extern float for goto if
    inline int long register restrict return short signed sizeof static struct switch typedef union
    unsigned void volatile while bool true false asm typeof word uword code pointer header u8 u16
    u32 u64 i8 i16 i32 i64 f32 f64 Value NULL object main linux unix handlers raised""".split()
) | frozenset(re.findall(r"\b(\w+)\(", prelude.HEADER))
"""Names that mean something else in C: keywords and what the prelude declares."""


def field_name(name: str) -> str:
    """A field's or local's C name."""
    return name + "_" if name in C_WORDS else name


__all__ = ["C_WORDS", "VALUE", "Freezer", "c_float", "c_int", "field_name", "write"]
