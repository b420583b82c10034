"""Shows compiled code as text, for tests and for looking at it:

python -m tests.compiler.disassemble FILE    (or -c SOURCE)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import anthill.vm.objects  # noqa: F401  the types load in one fixed order
from anthill.vm.compiler.bytecode import CAPTURE_SIZE, HANDLER_SIZE, Op, length_of
from anthill.vm.compiler.compiler import EXEC, compile_source
from anthill.vm.compiler.reader import MemoryReader
from anthill.vm.objects.code import Code
from anthill.vm.objects.str import Str, _host_str, host_text, name
from anthill.vm.objects.tuple import Tuple

OPS = list(Op)


def compiled(source: str, mode: int = EXEC) -> Code:
    """The code of a source text."""
    return compile_source(MemoryReader(_host_str(source, 0)), mode, name("<test>"))


def host_value(value: object) -> object:
    """A constant as CPython's object, where it has one."""
    if isinstance(value, Str):
        return host_text(value)
    if isinstance(value, Tuple):
        return tuple(host_value(item) for item in value.items)
    for attribute in ("value", "number"):
        if hasattr(value, attribute):
            return getattr(value, attribute)
    return value


def u16(code: Code, at: int) -> int:
    """Two bytes of a code."""
    return code.code[at] | code.code[at + 1] << 8


def instructions(code: Code) -> Iterator[tuple[int, Op, list[int]]]:
    """Offset, opcode and operands; jumps as the offset of their target."""
    at = 0
    while at < code.bytecode_size:
        op = OPS[code.code[at]]
        operands = []
        place = at + 1
        for letter in op.operands:
            number = code.code[place]
            if letter in "jI":
                number = u16(code, place)
                number -= (number & 0x8000) << 1
                place += 1
            elif letter == "i":
                number -= (number & 0x80) << 1
            place += 1
            operands.append(place + number if letter == "j" else number)
        yield at, op, operands
        at += length_of(op)


def lines_of(code: Code) -> Iterator[str]:
    """The listing of one code."""
    high = 0
    line = 0
    for at, op, operands in instructions(code):
        notes = []
        for letter, number in zip(op.operands, operands, strict=True):
            if letter == "k":
                notes.append(repr(host_value(code.constants[high << 8 | number])))
        high = operands[0] if op == Op.WIDE else 0
        mark = ""
        if code.line_at(at) != line:
            line = code.line_at(at)
            mark = str(line)
        text = " ".join(map(str, operands))
        yield f"{mark:>4} {at:4} {op.name:18} {text:14} {' '.join(notes)}".rstrip()
    at = code.bytecode_size
    for _ in range(code.handlers):
        start, end, target = u16(code, at), u16(code, at + 2), u16(code, at + 4)
        yield f"     {start}-{end} -> {target}, register {code.code[at + 6]}"
        at += HANDLER_SIZE
    at = code.captures_start()
    for index in range(code.captures):
        kind = "register" if code.code[at] else "cell"
        title = host_text(code.capture_name(index))
        yield f"     capture {title}: {kind} {code.code[at + 1]}"
        at += CAPTURE_SIZE


def listing(code: Code) -> str:
    """A code and those inside it."""
    names = [host_text(code.local_name(i)) for i in range(code.locals_count)]
    text = f"{host_text(code.name)}({', '.join(names)}) {code.registers} registers\n"
    text += "".join(line + "\n" for line in lines_of(code))
    for value in code.constants:
        if isinstance(value, Code):
            text += "\n" + listing(value)
    return text


if __name__ == "__main__":
    source = sys.argv[2] if sys.argv[1] == "-c" else Path(sys.argv[1]).read_text()
    print(listing(compiled(source)))
