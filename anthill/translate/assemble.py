"""Puts a closed program together as C units: class ids, dispatch tables, declarations, bodies.

A unit declares only what it uses, so a change of one Python file changes few units. Class ids
follow the class tree in preorder: a class and its subclasses are one range of ids.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from anthill.translate import freeze, prelude
from anthill.translate.errors import TranslationError
from anthill.translate.freeze import Freezer, field_name, note_type, write_array
from anthill.translate.program import (
    WORD_BYTES,
    Field,
    Frozen,
    Function,
    Options,
    Program,
    round_up,
    short_module,
    size_of,
    storage_of,
    subclasses,
)
from anthill.translate.types import (
    INTS,
    NONE,
    U16,
    WORD,
    FuncT,
    PtrT,
    RefT,
    TailT,
    TupleT,
    Type,
    from_hint,
)
from anthill.typed import extended, layout, objects

Uses = dict[tuple[Any, ...], None]
PASSED = "_at"
"""Ends the name of a parameter that is passed by address."""
MEMORY_TYPES = {"f64": "f64_item", "i64": "i64_item", "u64": "u64_item"}


@dataclass
class Unit:
    """One C file: its name, its text, and whether it is compiled for speed."""

    name: str
    text: str
    fast: bool = False
    compact: bool = False
    """Whether it becomes compact code."""
    flags: tuple[str, ...] = ()
    """More flags for the compiler."""


@dataclass
class Part:
    """Definitions that go into one unit, and what they use."""

    text: str
    uses: Uses


@dataclass
class Symbol:
    """Where a C symbol comes from, for size reports."""

    name: str
    file: str
    line: int


@dataclass
class Assembly:
    """The units of a program and what its symbols stand for."""

    units: list[Unit] = field(default_factory=list)
    symbols: dict[str, Symbol] = field(default_factory=dict)
    addresses: dict[str, int] = field(default_factory=dict)
    """Symbols that the linker has to place where the code expects them."""
    arch: str = ""
    values: list[str] = field(default_factory=list)
    """Functions that the linker has to place."""
    beside: str = ""
    """The table with them, as part of a linker script."""
    without: Callable[[Collection[str]], Assembly] | None = None
    """The same program with these functions native, if there is a unit for compact code."""


class Assembler:
    """Gives out class ids and writes the units."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.ids: dict[Any, int] = {}
        self.ranges: dict[type, tuple[int, int]] = {}
        self.tables: dict[str, Part] = {}
        self.placed: dict[str, list[str]] = {}
        """Tables of functions that the linker writes, in 16 bits each."""
        self.rows: dict[tuple[type, str], list[int]] = {}
        """For methods with few rows in common: the row of each class."""
        self.local: set[Function] = set()
        self.recursive: set[Function] = set()
        """Functions that no other unit uses: `static` in C."""
        self.local_new: set[type] = set()
        """Classes of which only the unit with the constructor makes objects."""
        self.often: set[type] = set()
        """Classes with a test function of their own."""
        self.near: dict[Frozen, int] = {}
        """Constants at fixed addresses."""
        self.pool_start = 0
        """Address of the pool of those that are named in 16 bits."""
        self.compact: set[Function] = set()
        """Functions that become compact code."""
        self.native: set[str] = set()
        """Names of functions that may not."""
        self.for_compact = False
        """Whether the unit being written becomes compact code."""

    # classes

    def number_classes(self) -> None:
        """Preorder over the class tree; only classes with instances get an id."""
        arrays = sorted(cls for cls in self.program.live if isinstance(cls, str))
        for number, storage in enumerate(arrays, 1):
            self.ids[storage] = number
        self.ranges[objects.Array] = (1, len(arrays))
        needed: set[type] = set()
        for cls in self.program.live:
            if isinstance(cls, type):
                needed.update(base for base in cls.__mro__ if issubclass(base, objects.Object))
        self._number(objects.Object, needed, len(arrays) + 1)
        if len(self.ids) > 254:
            raise TranslationError(
                "?", 0, f"{len(self.ids)} classes with instances", "254 is the most there can be"
            )

    def _number(self, cls: type, needed: set[type], following: int) -> int:
        first = following
        if cls in self.program.live:
            self.ids[cls] = following
            following += 1
        children = [sub for sub in subclasses(cls) if sub in needed]
        children = [sub for sub in children if not issubclass(sub, objects.Array)]
        for sub in sorted(
            children, key=lambda sub: (sub not in extended.FIRST, sub.__module__, sub.__qualname__)
        ):
            following = self._number(sub, needed, following)
        if cls is not objects.Object:
            self.ranges[cls] = (first, following - first)
        return following

    def by_id(self) -> list[Any]:
        """Classes in the order of their ids, from 1 on."""
        return sorted(self.ids, key=lambda cls: self.ids[cls])

    # the collector's tables

    def fill_tables(self, one_unit: bool) -> None:
        """Write the arrays whose contents the whole program decides."""
        pools = [
            record for record in self.program.collected if isinstance(record.obj, objects.Collected)
        ]
        self._settle(pools)
        for record in pools:
            self._fill_collected(record)
        if one_unit:
            self.find_near()
            for record in pools[:1]:
                self._fill_short(record)
        late = [entry for entry in self.program.collected if isinstance(entry.obj, objects.Late)]
        for complete in dict.fromkeys(record.obj.complete for record in late):
            complete()
        for record in late:
            write_array(Freezer(self.program, record), list(record.obj.storage))
        for record in self.program.collected:
            if isinstance(record.obj, layout.LayoutTable):
                self._fill_layout(record)

    def _settle(self, pools: list[Frozen]) -> None:
        """Decide which constants are left out, numbers standing for them."""
        program = self.program
        if program.numbers is not None:
            return
        alone = [obj for key, obj in program.spares.items() if key not in program.frozen]
        program.numbers = {}
        for record in pools:
            if record.obj.settle is not None:
                program.numbers |= record.obj.settle(alone)
        for record in program.with_shorts:
            freeze.write(program, record)
        program.close()

    def _fill_collected(self, record: Frozen) -> None:
        wanted = record.obj
        found = [
            other
            for other in self.program.frozen.values()
            if isinstance(other.obj, wanted.cls) and wanted.keep(other.obj)
        ]
        record.members = sorted(found, key=lambda other: wanted.key(other.obj))
        record.pool = record
        count = len(record.members[:: wanted.step]) + 1
        place = round_up(WORD_BYTES + 2 * count, WORD_BYTES)
        for member in record.members:
            member.pool, member.place = record, place
            place += self._size(member.obj)
        places = [member.place for member in record.members[:: wanted.step]] + [place]
        write_array(Freezer(self.program, record), [entry // WORD_BYTES for entry in places])

    def _fill_short(self, record: Frozen) -> None:
        """Lay what is named in 16 bits behind the constants of a pool at a fixed address."""
        room = self.program.options.near
        if not room:
            return
        self.pool_start = max(
            (address + self._size(other.obj) for other, address in self.near.items()),
            default=room.start,
        )
        last = record.members[-1]
        place = last.place + self._size(last.obj)
        for other in sorted(self.program.short, key=lambda other: not other.beside):
            if other.pool is None and other not in self.near:
                other.pool, other.place = record, place
                record.behind.append(other)
                place += self._size(other.obj)

    def shorts(self, text: str) -> str:
        """The initialiser with its constants in 16 bits, half of their addresses."""

        for record in self.program.short if "SHORT(" in text else ():
            place = self.near.get(record) or self.pool_start + record.place
            text = text.replace(f"SHORT({record.name})", f"{place // 2}u")
        return text

    def beside(self) -> str:
        """The functions beside constants in the pool and those of tables, as part of a linker
        script."""
        lines: list[str] = []
        behind = [other for record in self.program.collected for other in record.behind]
        for record in behind:
            if record.beside:
                if not lines:
                    lines.append(f"beside_pool = . - {(self.pool_start + record.place) // 2};")
                lines.append(f"SHORT({record.beside})")
                lines += ["SHORT(0)"] * (self._size(record.obj) // WORD_BYTES - 1)
        for table, names in sorted(self.placed.items()):
            lines.append(f"{table} = .;")
            lines += [f"SHORT({name})" for name in names]
        if lines:
            lines.append('ASSERT(__code_end <= 0x10000, "a function takes more than 16 bits");')
        return "\n".join(lines)

    def _size(self, obj: Any) -> int:
        """Bytes that a frozen object takes."""
        tail = self.program.layout(type(obj)).tail
        items = len(getattr(obj, tail.name)) * self._item(type(obj)) if tail else 0
        return round_up(self._fixed(type(obj)) + items, WORD_BYTES)

    def define_pool(self, record: Frozen) -> Part:
        """The C of an array and its constants: one struct, and names for places in it."""
        pool = f"{record.name}_pool"
        count = len(record.members[:: record.obj.step]) + 1
        fields = [f"struct {{ uword header; u16 items[{count}]; }} array;"]
        values = [record.text]
        members = record.members + record.behind
        names = [(record.name, 0), *((member.name, member.place) for member in members)]
        uses = dict(record.uses)
        for number, member in enumerate(members):
            tail = self.program.layout(type(member.obj)).tail
            lines = self.fields(type(member.obj))
            if tail:
                lines[-1] = lines[-1].replace("[]", f"[{len(getattr(member.obj, tail.name))}]")
            fields.append(f"struct {{ {' '.join(lines)} }} item_{number};")
            values.append(self.shorts(member.text))
            uses |= member.uses
        section = ' __attribute__((section(".near.pool"), used))' if record.behind else ""
        text = "struct {\n  " + "\n  ".join(fields) + f"\n}} const {pool}{section} = {{\n  "
        text += ",\n  ".join(values) + "\n};\n"
        for name, place in names:
            lines = [f".globl {name}", f".set {name}, {pool} + {place}", f".size {name}, 0"]
            text += f'__asm__("{"; ".join(lines)}");\n'
        return Part(text, uses)

    def _fill_layout(self, record: Frozen) -> None:
        name = record.obj.name
        freezer = Freezer(self.program, record)
        if name in ("root_address", "root_words"):
            self._fill_roots(record, name == "root_address")
            return
        if name == "pin_address":
            self._fill_pins(record)
            return
        write_array(freezer, [layout.GAP_ENTRY] + [self._entry(cls) for cls in self.by_id()])

    def _entry(self, cls: Any) -> int:
        return layout.map_entry(self._fixed(cls), self._item(cls), self._map(cls))

    def _fixed(self, cls: Any) -> int:
        if isinstance(cls, str):
            return WORD_BYTES
        size = self.program.layout(cls).size
        return size + WORD_BYTES if extended.is_extended(cls) else size

    def _item(self, cls: Any) -> int:
        if isinstance(cls, str):
            return item_size(cls)
        tail = self.program.layout(cls).tail
        return size_of(tail.type.item) if tail and isinstance(tail.type, TailT) else 0

    def _map(self, cls: Any) -> int:
        if isinstance(cls, str):
            return layout.ITEM_POINTERS if cls == "Value" else 0
        shape = self.program.layout(cls)
        bits = 0
        for entry in shape.fields:
            if entry.type.is_collected:
                word = entry.offset // WORD_BYTES
                if word > layout.MOST_POINTERS:
                    raise TranslationError(
                        "?",
                        0,
                        f"{cls.__name__} has a reference beyond word {layout.MOST_POINTERS}",
                        "use an Array, or put references first",
                    )
                bits |= 1 << word
        if shape.tail and isinstance(shape.tail.type, TailT) and shape.tail.type.item.is_collected:
            bits |= layout.ITEM_POINTERS
        if extended.is_extended(cls):
            bits |= layout.EXTRA_POINTER
        return bits

    def roots(self) -> list[tuple[str, int, Frozen | None]]:
        """Runs of references in RAM variables: C address, number of words, the variable."""
        found: list[tuple[str, int, Frozen | None]] = [("&raised", 1, None)]
        for record in self.program.statics.values():
            shape = self.program.layout(type(record.obj))
            count = sum(1 for entry in shape.fields if entry.type.is_collected)
            if count:
                found.append((f"&{record.name}", count, record))
        for record in self.program.frozen.values():
            array = isinstance(record.obj, objects.Array)
            if record.mutable and array and freeze.item_type(record.obj).is_collected:
                found.append((f"{record.name}.items", len(record.obj.storage), record))
        return found

    def _fill_roots(self, record: Frozen, addresses: bool) -> None:
        roots = self.roots()
        if not addresses:
            write_array(Freezer(self.program, record), [count for _, count, _ in roots])
            return
        record.uses["id", "uword"] = None
        record.uses["array", "uword"] = None
        for _, _, variable in roots:
            if variable is not None:
                record.uses["data" if variable.obj in self._arrays() else "static", variable] = None
        items = ", ".join(f"(uword){address}" for address, _, _ in roots)
        record.text = f"{{HEADER(ID_uword, {len(roots)}), {{{items}}}}}"

    def _fill_pins(self, record: Frozen) -> None:
        addresses = []
        record.uses["id", "uword"] = None
        record.uses["array", "uword"] = None
        for variable in self.program.statics.values():
            for entry in self.program.layout(type(variable.obj)).fields:
                if isinstance(entry.type, PtrT):
                    addresses.append(f"(uword)&{variable.name}.{field_name(entry.name)}")
                    record.uses["static", variable] = None
        record.text = f"{{HEADER(ID_uword, {len(addresses)}), {{{', '.join(addresses)}}}}}"

    def _arrays(self) -> list[Any]:
        return objects.static_arrays()

    # declarations

    def memory_type(self, kind: Type) -> str:
        """The C type of a field or item."""
        text = self.program.c_type(kind)
        return MEMORY_TYPES.get(text, text)

    def struct(self, cls: type) -> str:
        """The struct of a class."""
        lines = self.fields(cls)
        shape = self.program.layout(cls)
        name = self.program.struct(cls)
        if not lines:
            lines.append("word unused;")
        text = f"struct {name} {{ {' '.join(lines)} }};\n"
        if not shape.tail and not issubclass(cls, objects.Static):
            text += f'_Static_assert(sizeof(struct {name}) == {shape.size}, "layout");\n'
        return text

    def fields(self, cls: type) -> list[str]:
        """The declarations of a struct's fields."""
        shape = self.program.layout(cls)
        inside = [entry for entry in shape.fields if entry.in_header]
        lines = [] if issubclass(cls, objects.Static) else ["uword header;"]
        if inside:
            lines = [f"union {{ uword header; struct {{ {self.inside(inside)} }}; }};"]
        for entry in shape.fields:
            if entry.in_header or entry.beside:
                continue
            volatile = "volatile " if entry.volatile else ""
            lines.append(f"{volatile}{self.memory_type(entry.type)} {field_name(entry.name)};")
        if shape.tail:
            assert isinstance(shape.tail.type, TailT)
            item = self.memory_type(shape.tail.type.item)
            lines.append(f"{item} {field_name(shape.tail.name)}[];")
        return lines

    def inside(self, entries: list[Field]) -> str:
        """The declarations of the fields inside a header."""
        texts, end = [], 0
        for entry in sorted(entries, key=lambda entry: entry.offset):
            texts += [f"u8 byte_{place};" for place in range(end, entry.offset)]
            texts.append(f"{self.memory_type(entry.type)} {field_name(entry.name)};")
            end = entry.offset + size_of(entry.type)
        return " ".join(texts)

    def signature(self, function: Function, definition: bool = False) -> str:
        """Result, name and parameters of a function in C."""
        params = []
        for position, (_, kind) in enumerate(function.params):
            text = self.program.param_type(kind)
            named = position < len(function.c_params)
            own = function.c_params[position] if named else f"a{position}"
            own += PASSED if isinstance(kind, TupleT) else ""
            own = own if definition else ""
            params.append(f"{text}{'' if text.endswith('*') else ' '}{own}".rstrip())
        result = self.program.c_type(function.result)
        static = "static " if function in self.local else ""
        return f"{static}{result} {function.name}({', '.join(params) or 'void'})"

    def attributes(self, function: Function) -> str:
        """Attributes of a function's declaration."""
        marked = function.marks
        found = []
        if function.never:
            found.append("noreturn")
        if "cold" in marked:
            found.append("cold")
        if "noinline" in marked or "raw_memory" in marked or function in self.recursive:
            found.append("noinline")
        if "raw_memory" in marked:
            found.append('no_sanitize("address")')
        if "export" in marked:
            found.append("used")
        if "section" in marked:
            found.append(f'section("{marked["section"]}")')
        return "".join(f"__attribute__(({entry})) " for entry in found)

    def declaration(self, use: tuple[Any, ...]) -> str:
        """The C declaration of something that a unit uses."""
        kind = use[0]
        if kind == "struct":
            return self.struct(use[1])
        if kind == "array":
            item = MEMORY_TYPES.get(use[1], use[1])
            return f"struct Array_{use[1]} {{ uword header; {item} items[]; }};\n"
        if kind == "tuple":
            fields = " ".join(
                f"{self.memory_type(item)} item_{n};" for n, item in enumerate(use[1].items)
            )
            return f"struct {self.program.tuple_name(use[1])} {{ {fields} }};\n"
        if kind == "id":
            name = use[1] if isinstance(use[1], str) else self.program.struct(use[1])
            return f"#define ID_{name} {self.ids.get(use[1], 255)}\n"
        if kind == "range":
            return self.range_test(use[1])
        if kind == "symbol":
            return f"extern u8 {use[1]}[];\n"
        return ""

    def find_near(self) -> None:
        """Place the constants that most functions name where the build has room for them."""
        room = self.program.options.near
        found = Counter(
            use[1]
            for function in self.program.functions.values()
            for use in function.uses
            if use[0] == "data" and not use[1].mutable and not use[1].section
        )
        sizes = {record: self._size(record.obj) for record in found if may_be_near(record)}
        address = room.start
        for record in sorted(
            sizes, key=lambda record: (-found[record] / sizes[record], record.name)
        ):
            if address + sizes[record] <= room.stop:
                self.near[record] = address
                address += sizes[record]

    def range_test(self, cls: type) -> str:
        """The range of a class and the test of a Value for it."""
        name = self.program.struct(cls)
        first, count = self.ranges.get(cls, (0, 0))
        text = f"#define RANGE_{name} {first}, {count}\n"
        if cls in self.often and not self.for_compact:
            test = f"value_is_{name}"
            text += f"#define VALUE_IS_{name}(v) {test}(v)\n"
            return f"{text}__attribute__((pure)) bool {test}(Value v);\n"
        return f"{text}#define VALUE_IS_{name}(v) VALUE_IN(v, {first}, {count})\n"

    def find_often(self) -> None:
        """Find the classes that values are tested for in several functions."""
        found = Counter(
            use[1]
            for function in self.program.functions.values()
            for use in function.uses
            if use[0] == "range" and "hot" not in function.marks
        )
        if self.program.options.arch != "arm":
            return
        self.often = {cls for cls, n in found.items() if n > 1 and self.ranges.get(cls, (0, 0))[1]}

    def value_tests(self) -> str:
        """The tests for these classes, in assembly."""
        entries = []
        for cls in sorted(self.often, key=self.program.struct):
            first, count = self.ranges[cls]
            entry = prelude.VALUE_TEST.replace("@name@", f"value_is_{self.program.struct(cls)}")
            entries.append(entry.replace("@first@", str(first)).replace("@count@", str(count)))
        return prelude.VALUE_TESTS.replace("@entries@", "\n".join(entries))

    def prototypes(self, use: tuple[Any, ...]) -> str:
        """Declarations that need the structs above them."""
        kind = use[0]
        if kind == "function":
            return f"{self.attributes(use[1])}{self.signature(use[1])};\n"
        if kind == "data" and use[1] in self.near:
            place = f"*({self.data_type(use[1])} *){self.near[use[1]]}"
            return f"#define {use[1].name} ({place})\n"
        if kind in ("data", "static"):
            return f"extern {self.data_type(use[1])} {use[1].name};\n"
        if kind == "raising":
            return self.raiser(use[1])
        if kind == "new":
            return f"{self._constructor_head(use[1])};\n"
        if kind == "virtual" or kind == "inherited":
            return self.dispatcher(use[1], use[2], kind)
        if kind == "table":
            return self.lookup(use[1])
        if use == ("support", "in_bytes"):
            return "bool in_bytes(word item, const struct Array_u8 *items);\n"
        return ""

    def raiser(self, function: Function) -> str:
        """The function that raises what another one makes."""
        kinds = [self.program.param_type(kind) for _, kind in function.params]
        params = ", ".join(f"{kind} a{n}" for n, kind in enumerate(kinds)) or "void"
        passed = ", ".join(f"a{n}" for n in range(len(kinds)))
        head = f"static _Noreturn void raise_{function.name}({params})"
        declared = f"{self.attributes(function)}{self.signature(function)};\n"
        return f"{declared}{head} {{ raise_value({function.name}({passed})); }}\n"

    def data_type(self, record: Frozen) -> str:
        """The C type of a constant or variable."""
        const = "" if record.mutable else "const "
        if isinstance(record.obj, objects.Array):
            return f"{const}struct Array_{storage_of(freeze.item_type(record.obj))}"
        return f"{const}struct {self.program.struct(type(record.obj))}"

    # dispatch

    def _implementations(self, cls: type, name: str) -> dict[int, Function]:
        return {
            self.ids[other]: self.program.method(other, name)
            for other in self.program.live
            if isinstance(other, type) and issubclass(other, cls)
        }

    def dispatcher(self, cls: type, name: str, kind: str) -> str:
        """The inline function through which an overridden method is called: that of the object's
        class, or the one which that class has inherited."""
        up = int(kind == "inherited")
        base = self.program.method(cls, name)
        found = self._implementations(cls, name)
        params = [RefT(cls), *(kind for _, kind in base.params[1:])]
        kinds = [self.program.param_type(kind) for kind in params]
        result = self.program.c_type(base.result)
        head = f"static inline {result} {self.program.struct(cls)}_{name}_{kind}("
        head += ", ".join(f"{kind} a{n}" for n, kind in enumerate(kinds)) + ")"
        passed = ", ".join(f"a{n}" for n in range(len(kinds)))
        give = "" if base.result == NONE else "return "
        if not found:
            return f"{head} {{ __builtin_trap(); }}\n"
        first, last = min(found), max(found)
        table = f"methods_{self.program.struct(cls)}_{name}"
        if len(set(found.values())) == 1:
            target = f"(code){next(iter(found.values())).name}"
            only = next(iter(found.values()))
            declared = f"{self.attributes(only)}{self.signature(only)};\n"
        else:
            index = f"CLASS_ID(a0) - {first + up}"
            if (cls, name) in self.rows:
                declared, target = self._row_table(cls, name, found, index)
            else:
                declared, target = self._code_table(table, found, first, last, index)
            target = f"callable({target})"
        call = f"(({result} (*)({', '.join(kinds)}))({target}))({passed})"
        return f"{declared}{head} {{ {give}{call}; }}\n"

    def _code_table(
        self, table: str, found: dict[int, Function], first: int, last: int, index: str
    ) -> tuple[str, str]:
        """A table of functions by class id: dense, or bytes that index the distinct functions."""
        size = last - first + 1
        entries = [found.get(n) for n in range(first, last + 1)]
        distinct = list(dict.fromkeys(entries))
        uses: Uses = {("function", function): None for function in distinct if function}

        short = self.program.options.beside
        width = 2 if short else WORD_BYTES
        text = declared = ""
        if size * width > size + len(distinct) * width:
            numbers = ", ".join(str(distinct.index(entry)) for entry in entries)
            text = f"const u8 {table}_index[{size}] = {{{numbers}}};\n"
            declared = f"extern const u8 {table}_index[{size}]; "
            index = f"{table}_index[{index}]"
            entries, size = distinct, len(distinct)
        names = [entry.name if entry else "0" for entry in entries]
        if short:
            self.placed[table] = names
            self.tables[table] = Part(text, uses)
            return f"{declared}extern const u16 {table}[];\n", f"(code)(uword){table}[{index}]"
        listed = ", ".join(f"(code){name}" for name in names)
        text += f"const code {table}[{size}] = {{{listed}}};\n"
        self.tables[table] = Part(text, uses)
        return f"{declared}extern const code {table}[{size}];\n", f"{table}[{index}]"

    def share_rows(self) -> None:
        """Find the methods whose tables are smaller together: a byte per class tells a row, and
        each of them has an index per row. Takes a look-up more in each call."""
        families: dict[type, dict[str, list[Function]]] = {}
        for cls, name in self.program.virtuals:
            found = self._implementations(cls, name)
            if len(set(found.values())) > 1 and len(found) == max(found) - min(found) + 1:
                column = [found[n] for n in sorted(found)]
                families.setdefault(cls, {})[name] = column
        for cls, columns in families.items():
            size = len(next(iter(columns.values())))

            def cost(names: set[str], size: int = size, columns: Any = columns) -> int:
                if not names:
                    return size * len(columns)
                rows = len(set(zip(*(columns[name] for name in names), strict=True)))
                return size + rows * len(names) + size * (len(columns) - len(names))

            names = set(columns)
            tried = [names]
            while names:
                names = min((names - {name} for name in sorted(names)), key=cost)
                tried.append(names)
            best = min(tried, key=cost)
            numbers: dict[Any, int] = {}
            rows = [
                numbers.setdefault(row, len(numbers))
                for row in zip(*(columns[name] for name in sorted(best)), strict=True)
            ]
            for name in best:
                self.rows[cls, name] = rows

    def _row_table(
        self, cls: type, name: str, found: dict[int, Function], index: str
    ) -> tuple[str, str]:
        """A method's functions, and their numbers by the rows that its class shares with others."""
        rows = self.rows[cls, name]
        struct = self.program.struct(cls)
        by_row = {row: found[n] for n, row in zip(sorted(found), rows, strict=True)}
        text = f"const u8 rows_{struct}[{len(rows)}] = {{{', '.join(map(str, rows))}}};\n"
        self.tables[f"rows_{struct}"] = Part(text, {})
        declared, target = self._code_table(
            f"methods_{struct}_{name}", by_row, 0, max(rows), f"rows_{struct}[{index}]"
        )
        return f"extern const u8 rows_{struct}[{len(rows)}]; {declared}", target

    def lookup(self, key: int) -> str:
        """The macro that looks up a ClassTable."""
        table, name, item = self.program.tables[key]
        entries = {self.ids[cls]: table.of_class(cls) for cls in self.ids if isinstance(cls, type)}
        last = max(self.ids.values(), default=0)
        default = table.default
        complete = {n: entries.get(n, default) for n in range(1, last + 1)}
        if isinstance(item, FuncT):
            functions = {n: self.program.function(entry) for n, entry in complete.items() if entry}
            declared, text = self._code_table(name, functions, 1, last, "CLASS_ID(object) - 1")
            return f"{declared}#define LOOKUP_{name}(object) ({text})\n"
        record = Frozen(table, name, "")
        freezer = Freezer(self.program, record)
        if self.program.options.near and isinstance(item, RefT) and not item.optional:
            note_type(item, record.uses)
            shorts = [freezer.value(objects.Short(complete[n]), U16) for n in range(1, last + 1)]
            self.tables[name] = Part(
                f"const u16 {name}[{last}] = {{{self.shorts(', '.join(shorts))}}};\n", record.uses
            )
            found = f"({self.program.c_type(item)})((uword){name}[CLASS_ID(object) - 1] << 1)"
            return f"extern const u16 {name}[{last}];\n#define LOOKUP_{name}(object) ({found})\n"
        texts = [freezer.value(complete[n], item, name) for n in range(1, last + 1)]
        place = self._narrowest(item, list(complete.values()))
        note_type(item, record.uses)
        body = f"const {place} {name}[{last}] = {{{', '.join(texts)}}};\n"
        self.tables[name] = Part(body, record.uses)
        kind = self.program.c_type(item)
        declared = f"extern const {place} {name}[{last}];\n"
        return f"{declared}#define LOOKUP_{name}(object) (({kind}){name}[CLASS_ID(object) - 1])\n"

    def _narrowest(self, item: Type, values: Iterable[Any]) -> str:
        if item == WORD:
            numbers = [int(value) for value in values]
            for name in ("u8", "i8", "u16", "i16"):
                if all(INTS[name].min <= n <= INTS[name].max for n in numbers):
                    return name
        if item.is_pointer:
            return (
                "Value" if item == from_hint(objects.Value) else self.program.c_type(item) + "const"
            )
        return self.memory_type(item)

    # definitions

    def define_function(self, function: Function) -> Part:
        """A function's C."""
        inline = (
            "static inline __attribute__((always_inline)) " if "inline" in function.marks else ""
        )
        head = f"{inline}{self.attributes(function)}{self.signature(function, True)}"
        line = f'#line {function.line} "{_relative(function.file)}"\n'
        given = zip(function.c_params, function.params, strict=True)
        copies = "".join(
            f"  {self.program.c_type(kind)} {own} = *{own}{PASSED};\n"
            for own, (_, kind) in given
            if isinstance(kind, TupleT)
        )
        text = f"{line}{head} {{\n{copies}{function.text}\n}}\n"
        uses = dict(function.uses)
        self._note_signature(function, uses)
        return Part(text, uses)

    def _note_signature(self, function: Function, uses: Uses) -> None:
        for _, kind in function.params:
            note_type(kind, uses)
        note_type(function.result, uses)

    def define_assembly(self, function: Function) -> Part:
        """A function given as assembly text."""
        texts = function.marks["assembly"]
        arch = self.program.options.arch
        text = texts.get(arch, texts.get(""))
        if text is None:
            raise TranslationError(
                function.file, function.line, f"no assembly text for {arch}", "add @assembly for it"
            )
        lines = "\n".join(f'  "{line.strip()}\\n"' for line in text.strip().splitlines())
        attributes = "__attribute__((naked, noinline)) " + self.attributes(function)
        body = (
            f"{attributes}{self.signature(function, True)} {{\n  __asm__ volatile(\n{lines});\n}}\n"
        )
        uses: Uses = {}
        self._note_signature(function, uses)
        return Part(body, uses)

    def define_data(self, record: Frozen) -> Part:
        """A constant's or variable's C."""
        section = f'__attribute__((section("{record.section}"), used)) ' if record.section else ""
        name = record.name
        if record in self.near:
            order = list(self.near).index(record)
            section = f'__attribute__((section(".near.{order:02}"), used)) '
            name = f'near_{order} __asm__("{name}")'
        text = f"{section}{self.data_type(record)} {name} = {self.shorts(record.text)};\n"
        uses = dict(record.uses)
        uses.pop(("data", record), None)
        return Part(text, uses)

    def _constructor_head(self, cls: type) -> str:
        params = ", ".join(
            f"{self.program.c_type(entry.type)} {field_name(entry.name)}"
            for entry in self.program.layout(cls).fields
        )
        name = self.program.struct(cls)
        static = "static " if cls in self.local_new else ""
        return f"{static}struct {name} *new_{name}({params or 'void'})"

    def define_constructor(self, cls: type) -> Part:
        """The function that makes an object out of its fields."""
        name, shape = self.program.struct(cls), self.program.layout(cls)
        allocate = self.program.lowering("allocate", "?", 0)
        uses: Uses = {("struct", cls): None, ("id", cls): None, ("function", allocate): None}
        for entry in shape.fields:
            note_type(entry.type, uses)
        stores = "".join(
            f"  p->{field_name(entry.name)} = {field_name(entry.name)};\n" for entry in shape.fields
        )
        text = (
            f"{self._constructor_head(cls)} {{\n"
            f"  struct {name} *p = (struct {name} *)(uword){allocate.name}({shape.size});\n"
            "  FRESH(p);\n"
            f"  p->header = HEADER(ID_{name}, 0);\n{stores}  return p;\n}}\n"
        )
        return Part(text, uses)

    def define_support(self) -> Part:
        """The support functions."""
        uses: Uses = {}
        unwind = "compact_unwind((uword)handler);" if self.program.options.compact else ""
        text = prelude.SUPPORT.replace("@unwind@", unwind)
        if self._used("in_bytes"):
            uses["array", "u8"] = None
            text += prelude.IN_BYTES
        if self.often:
            text += self.value_tests()
        return Part(text, uses)

    def define_allocation(self) -> list[Part]:
        """The function that makes an object of zeros, where it is used."""
        if not self._used("new_zeroed"):
            return []
        allocate = self.program.lowering("allocate", "?", 0)
        table = self.program.freeze(layout.object_map)
        uses: Uses = {("data", table): None}
        uses["array", "u32"] = None
        uses["function", allocate] = None
        body = prelude.NEW_ZEROED.replace("@map@", table.name)
        return [Part(body.replace("@allocate@", allocate.name), uses)]

    def _used(self, name: str) -> bool:
        return any(
            ("support", name) in function.uses for function in self.program.functions.values()
        )

    # units

    def render(self, name: str, parts: list[Part], kind: str = "small") -> Unit:
        """A unit out of its parts: declarations of what they use, then the parts."""
        self.for_compact = kind == "compact"
        uses: Uses = {}
        inline: dict[Function, Part] = {}
        for part in parts:
            self._collect(part.uses, uses, inline)
        bodies = [part.text for part in parts]
        pieces = [self.declaration(use) for use in uses if use[0] != "tuple"]
        tuples = [self.declaration(use) for use in uses if use[0] == "tuple"]
        protos = [self.prototypes(use) for use in uses]
        inlined = [inline[function].text for function in reversed(inline)]
        for function in inline:
            protos.append(
                f"static inline __attribute__((always_inline)) {self.signature(function)};\n"
            )
        defines = [piece for piece in pieces if piece.startswith("#define")]
        structs = [piece for piece in pieces if not piece.startswith("#define")]
        rest = "".join([*dict.fromkeys(protos), *inlined, *bodies])
        everything = "".join(tuples) + "".join(structs) + rest
        forward = sorted(set(re.findall(r"struct (\w+)", everything)) - {"object", "handler"})
        smallest = kind == "small" and self.program.options.arch == "arm"
        text = prelude.HEADER + (
            prelude.COMPACT if self.program.options.compact else prelude.NOT_COMPACT
        )
        text += prelude.SMALLEST if smallest else ""
        text += "".join(f"struct {entry};\n" for entry in forward)
        text += "".join(dict.fromkeys(defines + tuples + structs)) + rest
        text += prelude.SMALLEST_END if smallest else ""
        return Unit(name, text, kind == "fast", kind == "compact")

    def _collect(self, found: Uses, uses: Uses, inline: dict[Function, Part]) -> None:
        for use in found:
            if use in uses:
                continue
            if use[0] == "function" and "inline" in use[1].marks:
                function = use[1]
                if function not in inline:
                    part = self.define_function(function)
                    inline[function] = part
                    self._collect(part.uses, uses, inline)
                continue
            uses[use] = None
            self._collect(self._implied(use), uses, inline)

    def _implied(self, use: tuple[Any, ...]) -> Uses:
        """What the declaration of a use needs in turn."""
        needed: Uses = {}
        if use[0] in ("function", "raising"):
            self._note_signature(use[1], needed)
        elif use[0] in ("data", "static"):
            obj = use[1].obj
            if isinstance(obj, objects.Array):
                needed["array", storage_of(freeze.item_type(obj))] = None
            else:
                needed["struct", type(obj)] = None
        elif use[0] == "new":
            for entry in self.program.layout(use[1]).fields:
                note_type(entry.type, needed)
        elif use[0] == "struct":
            for entry in self.program.layout(use[1]).fields:
                if isinstance(entry.type, TupleT):
                    note_type(entry.type, needed)
        elif use[0] in ("virtual", "inherited"):
            for function in set(self._implementations(use[1], use[2]).values()):
                self._note_signature(function, needed)
            self._note_signature(self.program.method(use[1], use[2]), needed)
        elif use[0] == "table":
            note_type(self.program.tables[use[1]][2], needed)
        return needed

    def find_compact(self) -> None:
        """Find the functions that become compact code: what the program can do without setting
        registers aside or looking at the C stack, outside of its native modules."""
        if not self.program.options.compact:
            return
        for function in self.program.functions.values():
            if function.name not in self.native and may_be_compact(function, self.program.options):
                self.compact.add(function)

    def find_local(self) -> None:
        """Find the functions that only one unit uses."""
        users: dict[Function, set[str]] = {}
        makers: dict[type, set[str]] = {}
        for function in self.program.functions.values():
            found: Uses = {}
            self._collect(function.uses, found, {})
            kind = self.kind_of(function)
            for use in found:
                if use[0] == "new":
                    makers.setdefault(use[1], set()).add(kind)
                elif use[0] in ("function", "raising"):
                    users.setdefault(use[1], set()).add(kind)
                elif use[0] in ("virtual", "inherited") and (kind == "fast" or self.compact):
                    for other in self._implementations(use[1], use[2]).values():
                        users.setdefault(other, set()).add("tables")
        for record in [*self.program.frozen.values(), *self.program.statics.values()]:
            for use in record.uses:
                if use[0] == "function":
                    users.setdefault(use[1], set()).add("small")
        self.local = {
            function
            for function in self.program.functions.values()
            if function.text
            and not function.marks.keys() & {"hot", "export", "extern", "assembly", "inline"}
            and users.get(function, set()) <= {self.kind_of(function)}
        }
        self.local.difference_update(self.program.entries)
        for record in self.program.frozen.values():
            if record.beside:
                self.local.difference_update(use[1] for use in record.uses if use[0] == "function")
        self.local_new = {
            cls for cls, kinds in makers.items() if kinds == {self.kind_of_constructor(cls)}
        }

    def find_recursive(self) -> None:
        """Find the compact functions that may call themselves. Each level pays for a frame with the
        variables of all that is put inline there, so they are not."""
        bits = {function: 1 << index for index, function in enumerate(self.compact)}
        calls: dict[Function, list[Function]] = {}
        for function in self.compact:
            found: Uses = {}
            self._collect(function.uses, found, {})
            used = [use[1] for use in found if use[0] in ("function", "raising")]
            calls[function] = [other for other in used if other in bits]
        reached = dict.fromkeys(calls, 0)
        before: dict[Function, int] = {}
        while before != reached:
            before = dict(reached)
            for function, others in calls.items():
                for other in others:
                    reached[function] |= bits[other] | reached[other]
        self.recursive = {function for function in calls if reached[function] & bits[function]}

    def kind_of(self, function: Function) -> str:
        """Which of the units a function goes into."""
        if function in self.compact:
            return "compact"
        return "fast" if "hot" in function.marks else "small"

    def kind_of_constructor(self, cls: type) -> str:
        """Which of the units the constructor of a class goes into."""
        name = f"new_{self.program.struct(cls)}"
        native = name in self.native or name in self.program.options.native
        return "compact" if self.program.options.compact and not native else "small"

    def table_text(self) -> str:
        """Dispatch tables for the end of a unit that has declared their functions."""
        return "".join(part.text for part in self.tables.values())

    def parts_by_unit(self) -> dict[tuple[str, str], list[Part]]:
        """Functions and constructors by the Python module they come from and by kind."""
        found: dict[tuple[str, str], list[Part]] = {}
        for function in self.program.functions.values():
            if "extern" in function.marks or "inline" in function.marks:
                continue
            kind = self.kind_of(function)
            name = short_module(function.live.__module__) + ("_hot" if kind == "fast" else "")
            if "assembly" in function.marks:
                part = self.define_assembly(function)
            else:
                part = self.define_function(function)
            found.setdefault((name, kind), []).append(part)
        made: dict[type, None] = {}
        for function in self.program.functions.values():
            for use in function.uses:
                if use[0] == "new":
                    made[use[1]] = None
        for cls in made:
            key = (short_module(cls.__module__), self.kind_of_constructor(cls))
            found.setdefault(key, []).append(self.define_constructor(cls))
        return found


def assemble(program: Program, one_unit: bool | None = None) -> Assembly:
    """The C units of a closed program.

    `one_unit` lets the C compiler see all calls. On chips, that get it unless told otherwise, what
    is compiled for speed is in units of its own, and the rest is smaller by 3 %; on the host
    everything is in one, and faster by a tenth."""
    if one_unit is None:
        one_unit = program.options.arch == "arm"
    if any(("support", "new_zeroed") in f.uses for f in program.functions.values()):
        program.freeze(layout.object_map)
        program.close()
    assembler = Assembler(program)
    assembler.number_classes()
    if program.options.compact:
        assembler.share_rows()
    assembler.fill_tables(one_unit)
    program.close()
    return _write(assembler, one_unit)


def _write(assembler: Assembler, one_unit: bool) -> Assembly:
    """All units."""
    program = assembler.program
    assembler.find_compact()
    if one_unit:
        assembler.find_local()
        assembler.find_recursive()
        assembler.find_often()
    by_unit = assembler.parts_by_unit()
    data = [
        assembler.define_pool(record) if record.pool else assembler.define_data(record)
        for record in [*program.frozen.values(), *program.statics.values()]
        if record.pool is None or record.pool is record
    ]
    shared = [assembler.define_support(), *assembler.define_allocation()]
    units = []
    if one_unit:
        hosted = program.options.arch not in CHIPS
        if hosted:  # the headers of the host's C library stay out of the program
            units.append(assembler.render("support", [shared.pop(0)]))
        whole = [key for key in by_unit if hosted or key[1] == "small"]
        parts = [part for key in whole for part in by_unit.pop(key)]
        units.insert(0, assembler.render("program", [*data, *sorted_parts(parts), *shared]))
        if not assembler.compact:
            units[0].text += assembler.table_text()
    cold = [part for (_, kind), parts in by_unit.items() if kind == "compact" for part in parts]
    for (name, kind), parts in sorted(by_unit.items()):
        if kind != "compact":
            units.append(assembler.render(name, sorted_parts(parts), kind))
    compact = [assembler.render("cold", sorted_parts(cold), "compact")] if cold else []
    if not one_unit:
        units.append(assembler.render("support", shared))
        data += assembler.tables.values()
        units.append(assembler.render("constants", data))
    addresses = {record.name: address for record, address in assembler.near.items()}
    for record in program.collected:
        if record.behind:
            addresses[f"{record.name}_pool"] = assembler.pool_start
    functions = [record.beside for record in program.short if record.beside]
    functions += [name for names in assembler.placed.values() for name in names if name != "0"]
    assembly = Assembly(
        units, symbols_of(program), addresses, program.options.arch, functions, assembler.beside()
    )
    if cold:
        units += compact
        if one_unit:
            units.append(assembler.render("tables", list(assembler.tables.values())))

        def without(names: Collection[str]) -> Assembly:
            other = Assembler(program)
            other.ids, other.ranges = assembler.ids, assembler.ranges
            other.rows = assembler.rows
            other.near, other.pool_start = assembler.near, assembler.pool_start
            other.native = assembler.native | set(names)
            return _write(other, one_unit)

        assembly.without = without
    return assembly


def may_be_compact(function: Function, options: Options) -> bool:
    """Whether a function may become compact code."""
    if "compact" in function.marks:
        return True
    called = [use[1] for use in function.uses if use[0] in ("function", "raising")]
    return (
        not function.marks.keys() & NATIVE_MARKS
        and bool(function.text)
        and function.name not in options.native
        and not function.live.__module__.startswith(options.native_modules)
        and not any(word in function.text for word in NATIVE_WORDS)
        and not any(returns_in_registers(other, options) for other in [function, *called])
    )


def returns_in_registers(function: Function, options: Options) -> bool:
    """Whether a function returns several results in another way on the chip than in WebAssembly,
    where the caller passes an address for them."""
    result = function.result
    return isinstance(result, TupleT) and (size_of(result) <= WORD_BYTES or options.arch == "x86")


CHIPS = ("arm", "riscv32")
"""The architectures that have no C library."""
NATIVE_MARKS = frozenset(("hot", "inline", "export", "extern", "assembly", "section", "raw_memory"))
NATIVE_WORDS = ("call_with_registers", "__builtin_frame_address", "COMPACT_TOP")
"""What only native code can do."""


def sorted_parts(parts: list[Part]) -> list[Part]:
    """Parts in an order that does not depend on how they were reached."""
    return sorted(parts, key=lambda part: part.text)


def symbols_of(program: Program) -> dict[str, Symbol]:
    """Which Python file each C symbol comes from."""
    import sys

    found = {
        function.name: Symbol(function.name, _relative(function.file), function.line)
        for function in program.functions.values()
    }
    for record in [*program.frozen.values(), *program.statics.values()]:
        name = f"{record.name}_pool" if record.pool is record else record.name
        module = sys.modules.get(record.module)
        file = getattr(module, "__file__", None) or ""
        found[name] = Symbol(name, _relative(file) if file else "", 0)
    return found


def may_be_near(record: Frozen) -> bool:
    """Whether a constant may get an address of its own."""
    return record.pool is None and not record.beside and not isinstance(record.obj, objects.Array)


def item_size(storage: str) -> int:
    """Bytes of an array's item by its storage's name."""
    if storage in ("Value", "code", "pointer", "word", "uword"):
        return WORD_BYTES
    if storage == "bool":
        return 1
    return int(storage[1:]) // 8


def _relative(file: str) -> str:
    from anthill.translate.errors import short_path

    return short_path(file)
