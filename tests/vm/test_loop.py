"""The loop on hand-made code."""

from __future__ import annotations

from anthill.vm.compiler.bytecode import Op
from anthill.vm.objects import function as function_object
from anthill.vm.objects import singletons
from anthill.vm.objects.dict import new_dict
from tests.vm.assembler import assemble, code, run_lines


def test_returns_none() -> None:
    assert run_lines((Op.RETURN_NONE,)) is singletons.NONE


def test_sums_in_a_loop() -> None:
    result = run_lines(
        (Op.LOAD_INT, 0, 0),
        (Op.LOAD_INT, 1, 100),
        "again",
        (Op.INPLACE_ADD, 0, 0, 1),
        (Op.INPLACE_SUB_INT, 1, 1, 1),
        (Op.LOAD_INT, 2, 0),
        (Op.JUMP_UNLESS_GT, 1, 2, "end"),
        (Op.LOOP, "again"),
        "end",
        (Op.RETURN, 0),
    )
    assert result == 5050


def test_calls_pass_arguments_in_place() -> None:
    inner = code(assemble((Op.SUB, 0, 0, 1), (Op.RETURN, 0)), [], positional=2, registers=2)
    called = function_object.new_function(inner, new_dict())
    result = run_lines(
        (Op.LOAD_CONST, 1, 0),
        (Op.LOAD_INT, 4, 50),
        (Op.LOAD_INT, 5, 8),
        (Op.CALL, 1, 2),
        (Op.RETURN, 1),
        constants=[called],
    )
    assert result == 42
