"""Reads symbols and sections out of little-endian ELF files: objects and linked images."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Section:
    name: str
    address: int
    size: int
    kind: int
    flags: int
    alignment: int

    @property
    def occupies_flash(self) -> bool:
        """Whether its contents are part of the image."""
        return bool(self.flags & 2) and self.kind != 8

    @property
    def occupies_ram(self) -> bool:
        """Whether it is written at run time: variables, initialised or not."""
        return bool(self.flags & 2) and bool(self.flags & 1)


@dataclass
class Symbol:
    name: str
    address: int
    size: int
    section: str
    """Empty for an undefined symbol."""
    kind: str


_KINDS = {0: "none", 1: "data", 2: "code", 3: "section", 4: "file"}


class Elf:
    """Sections and symbols of one file."""

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        self.wide = self.data[4] == 2
        self.sections: list[Section] = []
        self.symbols: list[Symbol] = []
        self._relocated: list[tuple[int, int, int, int, int]] = []
        """Kind, place, size, sections of the symbols and of what is relocated."""
        self._tables: dict[int, list[Symbol]] = {}
        self._read()

    def _read(self) -> None:
        data = self.data
        if self.wide:
            (offset,) = struct.unpack_from("<Q", data, 40)
            size, count, names = struct.unpack_from("<HHH", data, 58)
        else:
            (offset,) = struct.unpack_from("<I", data, 32)
            size, count, names = struct.unpack_from("<HHH", data, 46)
        heads = []
        for number in range(count):
            text = "<IIQQQQIIQQ" if self.wide else "<IIIIIIIIII"
            heads.append(struct.unpack_from(text, data, offset + number * size))
        table = heads[names][4]
        for head in heads:
            self.sections.append(
                Section(self._text(table + head[0]), head[3], head[5], head[1], head[2], head[8])
            )
        for number, head in enumerate(heads):
            if head[1] == 2:
                before = len(self.symbols)
                self._read_symbols(head[4], head[5], heads[head[6]][4])
                self._tables[number] = self.symbols[before:]
            elif head[1] in (4, 9):
                self._relocated.append((head[1], head[4], head[5], head[6], head[7]))

    def _text(self, offset: int) -> str:
        end = self.data.index(b"\0", offset)
        return self.data[offset:end].decode("latin1")

    def _read_symbols(self, offset: int, length: int, names: int) -> None:
        step = 24 if self.wide else 16
        for place in range(offset, offset + length, step):
            if self.wide:
                name, info, _, where, value, size = struct.unpack_from("<IBBHQQ", self.data, place)
            else:
                name, value, size, info, _, where = struct.unpack_from("<IIIBBH", self.data, place)
            section = ""
            if 0 < where < len(self.sections):
                section = self.sections[where].name
            elif where >= 0xFF00:
                section = "*"
            kind = _KINDS.get(info & 15, "none")
            self.symbols.append(Symbol(self._text(names + name), value, size, section, kind))

    def undefined(self) -> set[str]:
        """Names that the file uses and does not define."""
        return {symbol.name for symbol in self.symbols if symbol.name and not symbol.section}

    def used_by_code(self) -> set[str]:
        """Names that its machine code refers to, not only its data."""
        found = set()
        for kind, place, size, symbols, target in self._relocated:
            if not self.sections[target].flags & 4:
                continue
            step = (24 if self.wide else 12) if kind == 4 else (16 if self.wide else 8)
            for entry in range(place, place + size, step):
                if self.wide:
                    index = struct.unpack_from("<Q", self.data, entry + 8)[0] >> 32
                else:
                    index = struct.unpack_from("<I", self.data, entry + 4)[0] >> 8
                found.add(self._tables[symbols][index].name)
        return found

    def aligned(self) -> set[str]:
        """Names of data that it defines at addresses that are multiples of four."""
        other = {section.name for section in self.sections if section.alignment % 4}
        return {
            symbol.name
            for symbol in self.symbols
            if symbol.kind == "data" and symbol.section not in other and symbol.address % 4 == 0
        }

    def defined(self) -> set[str]:
        """Names that the file defines."""
        return {symbol.name for symbol in self.symbols if symbol.name and symbol.section}
