"""What the compiler makes of source text, as listings."""

from __future__ import annotations

from anthill.vm.compiler.bytecode import Op
from anthill.vm.compiler.compiler import EVAL
from anthill.vm.objects.code import Code
from tests.compiler.disassemble import compiled, instructions, listing


def inner(source: str) -> Code:
    """The first code inside a module."""
    return next(value for value in compiled(source).constants if isinstance(value, Code))


def ops(code: Code) -> list[str]:
    """Names of the opcodes."""
    return [op.name for _, op, _ in instructions(code)]


def body(source: str) -> list[str]:
    """Opcodes of a function `f(a, b, c)` with this body."""
    return ops(inner(f"def f(a, b, c):\n {source}\n"))


def test_results_go_straight_to_their_variable() -> None:
    assert body("x = a + b") == ["ADD", "RETURN_NONE"]


def test_small_integers_are_operands() -> None:
    assert body("a += 1; b = b - 2") == ["INPLACE_ADD_INT", "SUB_INT", "RETURN_NONE"]


def test_integers_are_folded() -> None:
    assert body("return 60 * 60 * 24 + -1") == ["LOAD_CONST", "RETURN", "RETURN_NONE"]
    assert body("return -1 << 4") == ["LOAD_INT", "RETURN", "RETURN_NONE"]


def test_constant_tuples_are_constants() -> None:
    assert body("return 1, 'x', (None, True)") == ["LOAD_CONST", "RETURN", "RETURN_NONE"]


def test_conditions_compare_and_jump() -> None:
    assert body("if a < b and not (b == c or c): return a") == [
        "JUMP_UNLESS_LT", "JUMP_IF_EQ", "JUMP_IF", "RETURN", "RETURN_NONE",
    ]  # fmt: skip


def test_chained_comparisons_jump_twice() -> None:
    assert body("if a <= b < c: return a") == [
        "JUMP_UNLESS_LE", "JUMP_UNLESS_LT", "RETURN", "RETURN_NONE",
    ]  # fmt: skip


def test_swapping_needs_no_tuple() -> None:
    assert body("a, b = b, a") == ["MOVE", "MOVE", "MOVE", "MOVE", "RETURN_NONE"]


def test_unpacking_goes_to_variables_in_a_row() -> None:
    assert body("x, y = a") == ["UNPACK", "RETURN_NONE"]
    assert body("for x, y in a: pass") == ["ITER", "FOR_ITER", "UNPACK", "LOOP", "RETURN_NONE"]


def test_value_comes_before_target() -> None:
    assert body("a[b()] = c()") == ["MOVE", "CALL", "MOVE", "CALL", "SET_ITEM", "RETURN_NONE"]
    first, second = (operands for _, op, operands in instructions(inner(
        "def f(a, b, c):\n a[b()] = c()"
    )) if op == Op.MOVE)  # fmt: skip
    assert first[1] == 2 and second[1] == 1


def test_names_bound_later_are_local_all_along() -> None:
    code = inner("def f():\n print(x)\n x = 1\n")
    assert ops(code)[:2] == ["LOAD_GLOBAL", "MOVE"]


def test_captures_go_through_functions_between() -> None:
    text = listing(compiled(
        "def a():\n def b():\n  def c(): return x\n  return c\n x = 1\n return b\n"
    ))  # fmt: skip
    assert "capture x: register 1" in text
    assert "capture x: cell 0" in text


def test_captured_variables_are_closed_on_return() -> None:
    assert body("return lambda: a") == ["MAKE_FUNCTION", "RETURN_CLOSE", "RETURN_NONE_CLOSE"]


def test_class_cell_only_where_a_method_needs_it() -> None:
    plain = inner("class A:\n def f(self): pass\n")
    needy = inner("class A:\n def f(self): super().f()\n")
    assert [operands for _, op, operands in instructions(plain) if op == Op.RETURN_CLASS] == [[255]]
    assert [operands for _, op, operands in instructions(needy) if op == Op.RETURN_CLASS] == [[0]]


def test_more_than_255_constants_get_a_prefix() -> None:
    source = "".join(f"a = '{n} x'\n" for n in range(300))
    assert ops(compiled(source)).count("WIDE") == 301 - 256


def test_lines_follow_the_source() -> None:
    code = compiled("x = 1\n\n\ny = (2 +\n     z)\n" + "\n" * 200 + "w = 3\n")
    lines = {at: code.line_at(at) for at, _, _ in instructions(code)}
    assert sorted(set(lines.values())) == [1, 4, 5, 206]


def test_eval_returns_the_value() -> None:
    assert ops(compiled("1 + a\n", EVAL)) == ["LOAD_GLOBAL", "LOAD_INT", "ADD", "RETURN"]


def test_statement_without_effect_leaves_no_constant() -> None:
    code = inner("def f():\n pass\n 'a string'\n return 1\n")
    assert len(code.constants) == 0
