"""One program under translation: what is reachable from its entry, and under which C names.

Everything is found by one work list: a function's body names functions, constants and classes; a
frozen constant names further constants and the functions in its fields; a class that comes alive
brings its implementations of the virtual methods that are called. When the list is empty the
program is closed, class ids are given out and the C is put together (`assemble`).
"""

from __future__ import annotations

import gc
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from anthill.translate import source
from anthill.translate.errors import TranslationError
from anthill.translate.types import (
    ArrayT,
    BoolT,
    BytesT,
    ClassTableT,
    ErrorT,
    FloatT,
    FuncT,
    HostT,
    IntT,
    NoneT,
    PtrT,
    RefT,
    RegistersT,
    StaticT,
    TailT,
    TupleT,
    Type,
    Unusable,
    ValueT,
    from_hint,
)
from anthill.typed import extended, marks, objects
from anthill.typed.memory import PLACED
from anthill.typed.numbers import u8
from anthill.typed.target import WORD_BITS

WORD_BYTES = WORD_BITS // 8
Dependency = tuple[Any, ...]


@dataclass(eq=False)
class Function:
    """A typed function: where it comes from, its C name and type, and once translated its C."""

    live: types.FunctionType
    owner: type | None
    name: str
    params: list[tuple[str, Type]]
    result: Type
    never: bool
    marks: dict[str, Any]
    singleton: Any = None
    """The one instance of a `Static` class whose method this is: `self` is no parameter then."""
    text: str = ""
    c_params: list[str] = field(default_factory=list)
    uses: dict[Dependency, None] = field(default_factory=dict)

    @property
    def file(self) -> str:
        return self.live.__code__.co_filename

    @property
    def line(self) -> int:
        return self.live.__code__.co_firstlineno

    @property
    def type(self) -> FuncT:
        return FuncT(tuple(kind for _, kind in self.params), self.result)


@dataclass(eq=False)
class Frozen:
    """A constant object, or with `mutable` a static array: its C name and what refers to what."""

    obj: Any
    name: str
    module: str
    mutable: bool = False
    section: str = ""
    uses: dict[Dependency, None] = field(default_factory=dict)
    text: str = ""
    pool: Frozen | None = None
    """The `Collected` among whose constants this one lies."""
    members: list[Frozen] = field(default_factory=list)
    """What lies behind the array, if this is a `Collected`."""
    behind: list[Frozen] = field(default_factory=list)
    """Other constants behind those, which are named in 16 bits."""
    place: int = 0
    """Where it lies in the pool, in bytes."""
    beside: str = ""
    """The function that lies in the table beside the pool."""


@dataclass
class Field:
    """One field of a struct: its type and where it lies."""

    name: str
    type: Type
    offset: int
    volatile: bool = False
    in_header: bool = False
    beside: bool = False
    """Not in the struct, but in the table that the linker writes for constants in the pool."""


@dataclass
class Layout:
    """A struct's fields in order, the bytes before the tail, and the tail's item type."""

    fields: list[Field]
    size: int
    tail: Field | None = None

    def field(self, name: str) -> Field | None:
        """The field of this name."""
        fields = [*self.fields, self.tail] if self.tail else self.fields
        return next((entry for entry in fields if entry.name == name), None)


@dataclass
class Options:
    """What a build may choose. `debug` keeps assertions and checks indices; `lowerings` are
    functions to prefer for constructs, where several are loaded. `near` is a range of flash whose
    addresses take no memory in the code that names them, for the constants named most.
    `beside` keeps fields that are `Beside` in a table of the linker's: it takes `near` and compact
    code. `compact` makes compact code of what is not marked otherwise, but for `native_modules`:
    prefixes of the names of modules that interrupt handlers and the start-up belong to. `native`
    are the C names of functions that have to be fast."""

    debug: bool = False
    arch: str = "x86_64"
    lowerings: dict[str, Any] = field(default_factory=dict)
    near: range = range(0)
    beside: bool = False
    compact: bool = False
    native_modules: tuple[str, ...] = ()
    native: frozenset[str] = frozenset()


def size_of(kind: Type) -> int:
    """Bytes that a field or item of this type takes."""
    if isinstance(kind, BoolT):
        return 1
    if isinstance(kind, IntT | FloatT):
        return kind.bits // 8
    if isinstance(kind, TupleT):
        total = 0
        for item in kind.items:
            total = round_up(total, align_of(item)) + size_of(item)
        return round_up(total, align_of(kind))
    return WORD_BYTES


def align_of(kind: Type) -> int:
    """Alignment of a field: its size, a word at most."""
    if isinstance(kind, TupleT):
        return max(align_of(item) for item in kind.items)
    return min(size_of(kind), WORD_BYTES)


def round_up(number: int, step: int) -> int:
    """The next multiple of `step`."""
    return (number + step - 1) // step * step


def storage_of(kind: Type) -> str:
    """The name of the C type that items of this type are stored as."""
    if kind.is_collected:
        return "Value"
    if isinstance(kind, FuncT):
        return "code"
    if isinstance(kind, PtrT | BytesT | StaticT):
        return "pointer"
    if isinstance(kind, RegistersT):
        return "uword"
    if isinstance(kind, IntT):
        return "word" if kind.name == "int" else kind.name
    if isinstance(kind, FloatT):
        return f"f{kind.bits}"
    if isinstance(kind, BoolT):
        return "bool"
    raise Unusable(f"an array cannot hold {kind}", "use numbers, Values or references as items")


class Program:
    """Everything reachable from the entry functions."""

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self.functions: dict[Any, Function] = {}
        self.frozen: dict[int, Frozen] = {}
        self.contents: dict[bytes, Frozen] = {}
        self.statics: dict[int, Frozen] = {}
        self.layouts: dict[type, Layout] = {}
        self.live: dict[Any, None] = {}
        """Classes with instances; an array's class is stood for by its storage's name."""
        self.tested: dict[type, None] = {}
        self.virtuals: dict[tuple[type, str], None] = {}
        self.tables: dict[int, tuple[Any, str, Type]] = {}
        self.tuples: dict[TupleT, str] = {}
        self.constants: dict[Any, Any] = {}
        self.host_tables: dict[int, Any] = {}
        self.collected: list[Any] = []
        self.short: dict[Frozen, None] = {}
        self.spares: dict[int, Any] = {}
        self.with_shorts: dict[Frozen, None] = {}
        self.numbers: dict[int, int] | None = None
        """Of the constants that are left out, as soon as that is decided."""
        """Constants that others name in 16 bits."""
        self.names: dict[str, object] = {}
        self.struct_names: dict[type, str] = {}
        self.queue: list[Callable[[], None]] = []
        self.keep: list[Any] = []
        self.entries: list[Any] = []
        self.lowerings = self._find_lowerings()
        self.instances = self._count_statics()
        self.global_names = self._name_globals()
        self.sections = {id(obj): section for section, obj in PLACED}

    def _find_lowerings(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for function in source.loaded_functions():
            name = marks.marks_of(function).get("lowering")
            if isinstance(name, str):
                found[name] = function
        return found | self.options.lowerings

    def _count_statics(self) -> dict[type, list[Any]]:
        found: dict[type, list[Any]] = {}
        for obj in gc.get_objects():
            if isinstance(type(obj), type) and issubclass(type(obj), objects.Static):
                found.setdefault(type(obj), []).append(obj)
        return found

    def _name_globals(self) -> dict[int, tuple[str, str]]:
        import sys

        found: dict[int, tuple[str, str]] = {}
        for module_name, module in sorted(sys.modules.items()):
            for name, obj in list(getattr(module, "__dict__", {}).items()):
                if isinstance(obj, objects.Object | objects.Static | tuple | objects.ClassTable):
                    known = found.get(id(obj))
                    if known is None or (known[1].startswith("_") and not name.startswith("_")):
                        found[id(obj)] = (module_name, name)
        return found

    # names

    def unique(self, wanted: str, obj: object) -> str:
        """A C name that nothing else has."""
        name, count = wanted, 2
        while name in self.names:
            name, count = f"{wanted}_{count}", count + 1
        self.names[name] = obj
        return name

    def struct(self, cls: type) -> str:
        """The name of a class's struct."""
        if cls not in self.struct_names:
            self.struct_names[cls] = self.unique(cls.__name__, cls)
        return self.struct_names[cls]

    def c_type(self, kind: Type) -> str:
        """How a variable of this type is declared in C."""
        if isinstance(kind, IntT):
            return "word" if kind.name == "int" else kind.name
        if isinstance(kind, BoolT):
            return "bool"
        if isinstance(kind, FloatT):
            return f"f{kind.bits}"
        if isinstance(kind, RefT) and kind.cls is objects.Object:
            return "struct object *"
        if isinstance(kind, RefT | StaticT):
            return f"struct {self.struct(kind.cls)} *"
        if isinstance(kind, ArrayT):
            return f"struct Array_{storage_of(kind.item)} *"
        if isinstance(kind, BytesT):
            return "struct Array_u8 *"
        if isinstance(kind, PtrT | TailT):
            return self.c_type(kind.item) + " *"
        if isinstance(kind, FuncT):
            return "code"
        if isinstance(kind, RegistersT):
            return "uword"
        if isinstance(kind, TupleT):
            return "struct " + self.tuple_name(kind)
        if isinstance(kind, NoneT):
            return "void"
        if isinstance(kind, ValueT | ErrorT):
            return "Value"
        raise Unusable(f"{kind} exists only at build time", "use a type of anthill.typed")

    def param_type(self, kind: Type) -> str:
        """How a parameter of this type is declared in C: several results at once are passed by
        address, which is the same on every machine."""
        return self.c_type(kind) + (" *" if isinstance(kind, TupleT) else "")

    def tuple_name(self, kind: TupleT) -> str:
        """The struct of a tuple type."""
        if kind not in self.tuples:
            parts = "_".join(
                "".join(c if c.isalnum() else "_" for c in str(item)) for item in kind.items
            )
            self.tuples[kind] = self.unique(f"tuple_{parts}", kind)
        return self.tuples[kind]

    # classes

    def layout(self, cls: type) -> Layout:
        """The struct of a class; a `Static` has its references first and no header."""
        if cls not in self.layouts:
            self.layouts[cls] = self._lay_out(cls)
        return self.layouts[cls]

    def _lay_out(self, cls: type) -> Layout:
        entries: list[tuple[str, Type, bool, bool]] = []
        apart = []
        for name, hint in objects.field_types(cls, extras=True).items():
            noted = getattr(hint, "__metadata__", ())
            try:
                kind = from_hint(hint)
                if isinstance(kind, HostT | NoneT | ClassTableT):
                    raise Unusable(f"no field can be a {kind}", "use bytes, or a type of typed")
                if "beside" in noted and self.options.beside:
                    apart.append(Field(name, kind, 0, beside=True))
                else:
                    entries.append((name, kind, "volatile" in noted, "header" in noted))
            except Unusable as problem:
                raise class_error(cls, name, problem) from None
        static = issubclass(cls, objects.Static)
        if static:
            entries.sort(key=lambda entry: (not entry[1].is_collected, -align_of(entry[1])))
        result = Layout([], 0 if static else WORD_BYTES)
        room = [] if static or has_tail(cls) else [*HEADER_BYTES]
        for name, kind, volatile, in_header in entries:
            start = header_place(kind, room, in_header)
            if start:
                result.fields.append(Field(name, kind, start, in_header=True))
                continue
            if in_header:
                remedy = "3 bytes is all there is, in classes without Tail"
                raise class_error(cls, name, Unusable("no room in the header", remedy))
            item = kind.item if isinstance(kind, TailT) else kind
            start = round_up(result.size, align_of(item))
            if isinstance(kind, TailT):
                result.tail = Field(name, kind, start)
                result.size = start
            elif result.tail:
                raise class_error(
                    cls, name, Unusable("a field after a Tail", "make the Tail the last field")
                )
            else:
                result.fields.append(Field(name, kind, start, volatile))
                result.size = start + size_of(kind)
        if not result.tail:
            result.size = round_up(max(result.size, 1), WORD_BYTES)
        result.fields += apart
        return result

    def come_alive(self, cls: Any) -> None:
        """Note that the program has instances of a class (or of arrays with this storage)."""
        if cls in self.live:
            return
        self.live[cls] = None
        if isinstance(cls, type):
            if cls in extended.FIRST:
                self.come_alive(cls.__base__)
            for base, name in list(self.virtuals):
                self._implement(cls, base, name)
            for table, _, _ in list(self.tables.values()):
                self._table_entry(table, cls)

    def _implement(self, cls: type, base: type, name: str) -> None:
        if issubclass(cls, base):
            self.method(cls, name)

    def _table_entry(self, table: Any, cls: type) -> None:
        entry = table.of_class(cls)
        if isinstance(entry, types.FunctionType):
            self.function(entry)
        elif isinstance(entry, objects.Object):
            record = self.freeze(entry)
            if self.options.near:
                self.short[record] = None

    def call_virtual(self, cls: type, name: str) -> None:
        """Note a call of a method that subclasses override."""
        if (cls, name) not in self.virtuals:
            self.virtuals[cls, name] = None
            for other in list(self.live):
                if isinstance(other, type):
                    self._implement(other, cls, name)

    def use_table(self, table: Any, item: Type) -> str:
        """Note the use of a ClassTable; its C name."""
        if id(table) not in self.tables:
            module, name = self.global_names.get(id(table), ("", "table"))
            name = self.unique(f"{short_module(module)}__{name}", table)
            self.tables[id(table)] = (table, name, item)
            for cls in list(self.live):
                if isinstance(cls, type):
                    self._table_entry(table, cls)
        return self.tables[id(table)][1]

    def method(self, cls: type, name: str) -> Function:
        """The method that instances of exactly this class have."""
        for base in cls.__mro__:
            if name in base.__dict__:
                live = base.__dict__[name]
                if isinstance(live, property):
                    live = live.fget
                if isinstance(live, staticmethod):
                    return self.function(cast(Any, live.__func__))
                return self.function(cast(Any, live), base)
        raise KeyError(name)

    def overridden(self, cls: type, name: str) -> bool:
        """Whether a subclass has its own version of the method."""
        return any(name in sub.__dict__ or self.overridden(sub, name) for sub in subclasses(cls))

    # functions

    def function(self, live: types.FunctionType, owner: type | None = None) -> Function:
        """The function's record; it is queued for translation at the first call."""
        known = self.functions.get(live)
        if known is None:
            known = self.functions[live] = self._declare(live, owner)
            self.keep.append(live)
            if "extern" not in known.marks and "assembly" not in known.marks:
                self.queue.append(lambda: self._translate(known))
        return known

    def _declare(self, live: types.FunctionType, owner: type | None) -> Function:
        found, result, never = source.signature(live, owner)
        marked = marks.marks_of(live)
        singleton = None
        params: list[tuple[str, Type]] = []
        for name, kind in found:
            if kind is not None:
                params.append((name, kind))
                continue
            assert owner is not None
            if issubclass(owner, objects.Static):
                users = [
                    obj
                    for cls, many in self.instances.items()
                    if issubclass(cls, owner)
                    for obj in many
                ]
                if len(users) == 1:
                    singleton = users[0]
                    continue
            params.append((name, from_hint(owner)))
        if "export" in marked:
            name = cast(str, marked["export"])
            self.names[name] = live
        elif "extern" in marked:
            name = cast(tuple[str, str], marked["extern"])[0]
            self.names[name] = live
        else:
            qualified = live.__qualname__.replace("<locals>.", "").replace(".", "_")
            name = self.unique(f"{short_module(live.__module__)}__{qualified}", live)
        never = never or "noreturn" in marked
        return Function(live, owner, name, params, result, never, marked, singleton)

    def _translate(self, function: Function) -> None:
        from anthill.translate.statements import Body

        body = Body(self, function)
        try:
            body.translate()
        except TranslationError:
            raise
        except Unusable as problem:
            raise TranslationError(
                function.file, body.line or function.line, *problem.args
            ) from None
        except Exception as problem:
            raise TranslationError(
                function.file,
                body.line or function.line,
                f"this is beyond the translator ({type(problem).__name__}: {problem})",
                "write it another way; see docs/typed-python.md",
            ) from problem

    def lowering(self, name: str, file: str, line: int) -> Function:
        """The typed function that implements a construct."""
        if name not in self.lowerings:
            raise TranslationError(
                file,
                line,
                f"the program has no function for `{name}`",
                f"import a module that has one, marked @lowering({name!r}): anthill.runtime",
            )
        return self.function(self.lowerings[name])

    # constants

    def freeze(self, obj: Any, hint: str = "") -> Frozen:
        """The record of a constant object; what it refers to is frozen as well."""
        from anthill.translate import freeze

        known = self.frozen.get(id(obj))
        if known is None:
            if hasattr(obj, "__freeze__"):
                obj.__freeze__()
            module, name = self.global_names.get(id(obj), ("", ""))
            if not name:
                name = hint or type(obj).__name__ + "_constant"
            elif module:
                name = f"{short_module(module)}__{name}"
            mutable = objects.is_mutable(obj)
            section = self.sections.get(id(obj), "")
            known = Frozen(obj, self.unique(name, obj), module, mutable, section)
            self.frozen[id(obj)] = known
            self.keep.append(obj)
            record = known
            self.queue.append(lambda: freeze.write(self, record))
            self.come_alive(freeze.live_class(obj))
        return known

    def freeze_bytes(self, data: bytes) -> Frozen:
        """The record of a `bytes` constant; equal constants share one."""
        if data not in self.contents:
            array: Any = objects.Array(u8, len(data))
            array.storage[:] = data
            readable = "".join(c if c.isalnum() else "_" for c in data[:24].decode("latin1"))
            readable = "".join(c if c.isascii() else "_" for c in readable)
            self.contents[data] = self.freeze(array, f"bytes_{readable}")
        return self.contents[data]

    def static(self, obj: Any) -> Frozen:
        """The record of a `Static` instance: a variable in RAM."""
        from anthill.translate import freeze

        known = self.statics.get(id(obj))
        if known is None:
            module, name = self.global_names.get(id(obj), ("", type(obj).__name__ + "_static"))
            name = f"{short_module(module)}__{name}" if module else name
            section = self.sections.get(id(obj), "")
            known = Frozen(obj, self.unique(name, obj), module, True, section)
            self.statics[id(obj)] = known
            self.keep.append(obj)
            record = known
            self.queue.append(lambda: freeze.write_static(self, record))
        return known

    def close(self) -> None:
        """Work the list off; raises the first refusal, with the others in it."""
        problems: list[TranslationError] = []
        while self.queue:
            try:
                self.queue.pop()()
            except TranslationError as problem:
                problems.append(problem)
        if problems:
            problems.sort(key=lambda problem: (problem.file, problem.line))
            problems[0].others = problems[1:]
            raise problems[0]


HEADER_BYTES = (1, 2, 3)
"""The bytes of a header where fields may be; byte 0 is the class id. The two highest bits of byte 3
belong to the collector."""


def header_place(kind: Type, room: list[int], wanted: bool) -> int:
    """Where in the header a field lies, in one of the bytes in `room`; 0 if elsewhere."""
    if isinstance(kind, BoolT) and room:
        return room.pop()
    if isinstance(kind, IntT) and kind.bits == 8 and room and (wanted or room[0] < 3):
        return room.pop(0)
    if wanted and isinstance(kind, IntT) and kind.bits == 16 and room[-2:] == [2, 3]:
        del room[-2:]
        return 2
    return 0


def has_tail(cls: type) -> bool:
    """Whether the objects of a class, or of one that derives from it, have items: their number is
    in the header."""
    hints = objects.field_types(cls).values()
    return any(map(objects.is_tail, hints)) or any(map(has_tail, subclasses(cls)))


def subclasses(cls: type) -> list[type]:
    """The classes that derive directly from a class."""
    return list(type.__subclasses__(cls))


def short_module(module: str) -> str:
    """A module's part in C names."""
    return module.removeprefix("anthill.").replace(".", "_") or "main"


def class_error(cls: type, name: str, problem: Unusable) -> TranslationError:
    """A refusal of a class's field."""
    import inspect

    try:
        file = inspect.getsourcefile(cls) or "?"
        lines, first = inspect.getsourcelines(cls)
    except (OSError, TypeError):
        file, lines, first = "?", [], 0
    offset = next((n for n, text in enumerate(lines) if text.strip().startswith(f"{name}:")), 0)
    reason, remedy = problem.args
    return TranslationError(
        file, first + offset, f"field `{cls.__name__}.{name}`: {reason}", remedy
    )


def array_class(item: Type) -> str:
    """What stands for the class of arrays of an item type in `Program.live`."""
    return storage_of(item)


def class_table_item(table: Any, program: Program) -> Type:
    """The item type of a ClassTable: from its annotation, else from its default."""
    import sys

    module, name = program.global_names.get(id(table), ("", ""))
    if module:
        space = vars(sys.modules[module])
        hint = space.get("__annotations__", {}).get(name)
        if hint is not None:
            if isinstance(hint, str):
                hint = eval(hint, dict(source.names_of(module)))
            kind = from_hint(hint)
            if isinstance(kind, ClassTableT):
                return kind.item
    if isinstance(table.default, types.FunctionType):
        return program.function(table.default).type
    if isinstance(table.default, bool):
        return from_hint(bool)
    if isinstance(table.default, objects.Object):
        return RefT(type(table.default))
    return from_hint(type(table.default))
