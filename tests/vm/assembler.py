"""Hand-made code for the tests of the loop."""

from __future__ import annotations

from anthill.typed import NULL, Value, alloc, array_of
from anthill.vm.compiler.bytecode import Op
from anthill.vm.interpreter import run
from anthill.vm.objects.code import Code, Place
from anthill.vm.objects.dict import Dict, new_dict
from anthill.vm.objects.str import name


def assemble(*lines: tuple[object, ...] | str) -> bytes:
    """Bytecode of instructions such as `(Op.ADD, 0, 1, 2)`; jumps name a label, a string that
    stands before its target."""
    places: dict[str, int] = {}
    at = 0
    for line in lines:
        if isinstance(line, str):
            places[line] = at
        else:
            at += length(line)
    result = bytearray()
    for line in lines:
        if isinstance(line, str):
            continue
        op = line[0]
        assert isinstance(op, Op)
        end = len(result) + length(line)
        result.append(op)
        for letter, operand in zip(op.operands, line[1:], strict=True):
            if letter == "j":
                result += (places[str(operand)] - end).to_bytes(2, "little", signed=True)
            elif letter == "I":
                result += int(str(operand)).to_bytes(2, "little", signed=True)
            else:
                result.append(int(str(operand)) & 255)
    return bytes(result)


def length(line: tuple[object, ...]) -> int:
    """Bytes of an instruction."""
    op = line[0]
    assert isinstance(op, Op)
    return 1 + sum(2 if letter in "jI" else 1 for letter in op.operands)


def code(bytecode: bytes, constants: list[Value], **fields: int) -> Code:
    """A Code with no handlers and no captures."""
    made = alloc(Code, len(bytecode))
    made.name = name("test")
    made.place = Place(name(""), name("test.py"))
    made.first_line = 1
    made.bytecode_size = len(bytecode)
    made.registers = 10
    made.constants = array_of(Value, len(constants))
    for index, value in enumerate(constants):
        made.constants[index] = value
    made.code.storage[:] = bytecode
    for title, value in fields.items():
        setattr(made, title, value)
    return made


def run_lines(*lines: tuple[object, ...] | str, constants: list[Value] | None = None) -> Value:
    """The result of a function without parameters."""
    run.start()
    space: Dict = new_dict()
    return run.run_code(code(assemble(*lines), constants or []), space)


assert NULL is None
