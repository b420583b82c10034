"""Reads relocatable WebAssembly objects as clang writes them: functions, their relocations, data.

Only what a compiler for C emits is known (core specification 1.0 with sign extension, and the
linking and relocation sections of the tool conventions). An instruction keeps the symbol that its
operand stands for, so nothing of the object's own index spaces is needed afterwards.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from pathlib import Path

I32, I64, F32, F64 = 0x7F, 0x7E, 0x7D, 0x7C

UNREACHABLE, BLOCK, LOOP, IF, ELSE, END = 0x00, 0x02, 0x03, 0x04, 0x05, 0x0B
BR, BR_IF, BR_TABLE, RETURN, CALL, CALL_INDIRECT = 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11
LOCAL_GET, LOCAL_SET, LOCAL_TEE, GLOBAL_GET, GLOBAL_SET = 0x20, 0x21, 0x22, 0x23, 0x24
I32_LOAD, I64_STORE32 = 0x28, 0x3E
I32_CONST, I64_CONST, F32_CONST, F64_CONST = 0x41, 0x42, 0x43, 0x44
LONG = 0xFC
"""The byte before the saturating conversions and bulk memory instructions."""

FUNCTION, DATA, GLOBAL, SECTION, TAG, TABLE = range(6)
"""Kinds of symbols."""
WITH_ADDEND = frozenset({3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 22, 23})
"""Relocation types that have an addend."""


@dataclass(frozen=True)
class Signature:
    """Types of parameters and results."""

    params: tuple[int, ...]
    results: tuple[int, ...]


@dataclass(frozen=True)
class Place:
    """What a relocated operand stands for: a symbol, and bytes from its start."""

    symbol: str
    offset: int = 0


@dataclass(frozen=True)
class Instruction:
    """An instruction: its code, its operands, and the place that the linker would fill in.

    The operands of an access to memory are the offset and the alignment, both in bytes."""

    code: int
    operands: tuple[int, ...] = ()
    place: Place | None = None


@dataclass
class WasmFunction:
    """A function: `locals` are the types of those that are no parameters."""

    name: str
    signature: Signature
    locals: list[int]
    body: list[Instruction]


@dataclass
class Constant:
    """Data that the object defines: its bytes, and by offset the places they hold addresses of."""

    name: str
    content: bytes
    places: dict[int, Place]


@dataclass
class _Symbol:
    kind: int
    name: str
    index: int
    offset: int
    size: int


@dataclass
class _Reader:
    data: bytes
    place: int = 0

    def byte(self) -> int:
        self.place += 1
        return self.data[self.place - 1]

    def bytes(self, count: int) -> bytes:
        self.place += count
        return self.data[self.place - count : self.place]

    def unsigned(self) -> int:
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return result

    def signed(self) -> int:
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return result - (1 << shift) if byte & 0x40 else result

    def text(self) -> str:
        return self.bytes(self.unsigned()).decode()


@dataclass
class WasmObject:
    """One object file."""

    path: Path
    functions: list[WasmFunction] = field(default_factory=list)
    signatures: dict[str, Signature] = field(default_factory=dict)
    """Of the functions defined and imported, by name."""
    types: list[Signature] = field(default_factory=list)
    constants: dict[str, Constant] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._symbols: list[_Symbol] = []
        self._imported: list[tuple[str, int]] = []
        self._defined: list[int] = []
        self._segments: list[tuple[int, bytes]] = []
        self._relocations: dict[int, dict[int, tuple[int, int, int]]] = {}
        data = self.path.read_bytes()
        sections = self._sections(data)
        for number, (kind, start, end) in enumerate(sections):
            self._section(number, kind, data[start:end])
        for number, (kind, start, end) in enumerate(sections):
            if kind == 10:
                self._code(data[start:end], self._relocations.get(number, {}))
            elif kind == 11:
                self._data(data[start:end], self._relocations.get(number, {}))

    def _sections(self, data: bytes) -> list[tuple[int, int, int]]:
        reader, found = _Reader(data, 8), []
        while reader.place < len(data):
            kind = reader.byte()
            size = reader.unsigned()
            found.append((kind, reader.place, reader.place + size))
            reader.place += size
        return found

    def _section(self, number: int, kind: int, data: bytes) -> None:
        reader = _Reader(data)
        if kind == 1:
            for _ in range(reader.unsigned()):
                reader.byte()
                params = tuple(reader.bytes(reader.unsigned()))
                self.types.append(Signature(params, tuple(reader.bytes(reader.unsigned()))))
        elif kind == 2:
            for _ in range(reader.unsigned()):
                self._import(reader)
        elif kind == 3:
            self._defined = [reader.unsigned() for _ in range(reader.unsigned())]
        elif kind == 0:
            name = reader.text()
            if name == "linking":
                self._linking(reader)
            elif name.startswith("reloc."):
                target = reader.unsigned()
                self._relocations[target] = self._read_relocations(reader)

    def _import(self, reader: _Reader) -> None:
        reader.text()
        name, kind = reader.text(), reader.byte()
        if kind == 0:
            self._imported.append((name, reader.unsigned()))
        elif kind == 3:
            reader.bytes(2)
        else:
            if kind == 1:
                reader.byte()
            limited = reader.unsigned() & 1
            reader.unsigned()
            if limited:
                reader.unsigned()

    def _linking(self, reader: _Reader) -> None:
        reader.unsigned()
        while reader.place < len(reader.data):
            kind, size = reader.byte(), reader.unsigned()
            part = _Reader(reader.bytes(size))
            if kind == 8:
                self._symbols = [self._symbol(part) for _ in range(part.unsigned())]

    def _symbol(self, reader: _Reader) -> _Symbol:
        kind, flags = reader.byte(), reader.unsigned()
        undefined, named = bool(flags & 0x10), bool(flags & 0x40)
        if kind == DATA:
            name = reader.text()
            if undefined:
                return _Symbol(kind, name, -1, 0, 0)
            return _Symbol(kind, name, reader.unsigned(), reader.unsigned(), reader.unsigned())
        index = reader.unsigned()
        if kind == SECTION:
            return _Symbol(kind, "", index, 0, 0)
        if undefined and not named:
            name = self._imported[index][0] if kind == FUNCTION else ""
        else:
            name = reader.text()
        return _Symbol(kind, name, index, 0, 0)

    def _read_relocations(self, reader: _Reader) -> dict[int, tuple[int, int, int]]:
        found = {}
        for _ in range(reader.unsigned()):
            kind, offset, index = reader.byte(), reader.unsigned(), reader.unsigned()
            found[offset] = (kind, index, reader.signed() if kind in WITH_ADDEND else 0)
        return found

    # contents

    def _code(self, data: bytes, relocations: dict[int, tuple[int, int, int]]) -> None:
        names = {entry.index: entry.name for entry in self._symbols if entry.kind == FUNCTION}
        for index, (_, kind) in enumerate(self._imported):
            self.signatures[names.get(index, "")] = self.types[kind]
        reader = _Reader(data)
        for number in range(reader.unsigned()):
            end = reader.unsigned() + reader.place
            name = names[len(self._imported) + number]
            own: list[int] = []
            for _ in range(reader.unsigned()):
                count = reader.unsigned()
                own += [reader.byte()] * count
            body = []
            while reader.place < end:
                body.append(self._instruction(reader, relocations))
            signature = self.types[self._defined[number]]
            self.signatures[name] = signature
            self.functions.append(WasmFunction(name, signature, own, body))

    def _instruction(
        self, reader: _Reader, relocations: dict[int, tuple[int, int, int]]
    ) -> Instruction:
        code = reader.byte()
        if code in (BLOCK, LOOP, IF):
            return Instruction(code, (reader.signed(),))
        if code in (BR, BR_IF, LOCAL_GET, LOCAL_SET, LOCAL_TEE):
            return Instruction(code, (reader.unsigned(),))
        if code in (CALL, GLOBAL_GET, GLOBAL_SET):
            place = self._place(relocations, reader.place)
            return Instruction(code, (reader.unsigned(),), place)
        if code == CALL_INDIRECT:
            operands = (reader.unsigned(), reader.unsigned())
            return Instruction(code, operands)
        if code == BR_TABLE:
            return Instruction(code, tuple(reader.unsigned() for _ in range(reader.unsigned() + 1)))
        if I32_LOAD <= code <= I64_STORE32:
            alignment = 1 << reader.unsigned()
            place = self._place(relocations, reader.place)
            return Instruction(code, (reader.unsigned(), alignment), place)
        if code == I32_CONST:
            place = self._place(relocations, reader.place)
            return Instruction(code, (reader.signed(),), place)
        if code == I64_CONST:
            return Instruction(code, (reader.signed(),))
        if code in (F32_CONST, F64_CONST):
            size = 4 if code == F32_CONST else 8
            return Instruction(code, (int.from_bytes(reader.bytes(size), "little"),))
        if code == LONG:
            return Instruction(code << 8 | reader.unsigned())
        return Instruction(code)

    def _place(self, relocations: dict[int, tuple[int, int, int]], offset: int) -> Place | None:
        found = relocations.get(offset)
        if found is None:
            return None
        _, index, addend = found
        return Place(self._symbols[index].name, addend)

    def _data(self, data: bytes, relocations: dict[int, tuple[int, int, int]]) -> None:
        reader = _Reader(data)
        segments: list[tuple[int, bytes]] = []
        for _ in range(reader.unsigned()):
            reader.unsigned()
            while reader.byte() != END:
                reader.signed()
            size = reader.unsigned()
            segments.append((reader.place, reader.bytes(size)))
        for symbol in self._symbols:
            if symbol.kind != DATA or symbol.index < 0:
                continue
            start, content = segments[symbol.index]
            places = {}
            for offset, (_, index, addend) in relocations.items():
                inner = offset - start - symbol.offset
                if 0 <= inner < symbol.size:
                    places[inner] = Place(self._symbols[index].name, addend)
            part = content[symbol.offset : symbol.offset + symbol.size]
            self.constants[symbol.name] = Constant(symbol.name, part, places)


def float_of(bits: int, size: int) -> float:
    """The number that a constant's bits stand for."""
    return float(struct.unpack("<d" if size == 8 else "<f", bits.to_bytes(size, "little"))[0])
