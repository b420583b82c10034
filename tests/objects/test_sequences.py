"""Lists, tuples, ranges and slices do what CPython's do, down to the errors' words."""

from __future__ import annotations

import itertools
import operator
import random
from typing import Any

import pytest
from host_model import host_outcome, outcome, plain, text_of, typed

from anthill.typed import Ptr
from anthill.vm import operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.objects import sequence
from anthill.vm.objects.list import new_list

EDGES = (None, -9, -5, -2, -1, 0, 1, 3, 5, 9)
STEPS = (None, -4, -2, -1, 1, 2, 4)
SLICES = [slice(*bounds) for bounds in itertools.product(EDGES, EDGES, STEPS)]
SOURCES: list[Any] = [[], [1], [1, 2, 3, 4, 5], (1, 2, 3, 4, 5), range(5), range(20, 3, -3)]


@pytest.mark.parametrize("source", SOURCES, ids=repr)
def test_slices(source: Any) -> None:
    for piece in SLICES:
        assert outcome(operations.get_item, typed(source), typed(piece)) == source[piece]


@pytest.mark.parametrize("source", SOURCES, ids=repr)
@pytest.mark.parametrize("key", [-21, -6, -5, -1, 0, 1, 4, 5, 7, True, "a", 1.0, None], ids=repr)
def test_items(source: Any, key: Any) -> None:
    assert outcome(operations.get_item, typed(source), typed(key)) == host_outcome(
        operator.getitem, source, key
    )


@pytest.mark.parametrize("content", [[], [7], [7, 8], [7, 8, 9, 10, 11, 12, 13, 14]], ids=repr)
def test_slice_assignment_and_deletion(content: list[int]) -> None:
    for size in (0, 1, 6):
        for piece in SLICES:
            host = list(range(size))
            mine = typed(host)
            expected = host_outcome(operator.setitem, host, piece, content)
            got = outcome(operations.set_item, mine, typed(piece), typed(content))
            assert got == expected
            assert plain(mine) == host
            host = list(range(size))
            mine = typed(host)
            del host[piece]
            operations.delete_item(mine, typed(piece))
            assert plain(mine) == host


def test_a_list_assigned_to_its_own_slice() -> None:
    mine = typed([1, 2, 3])
    operations.set_item(mine, typed(slice(1, 1)), mine)
    assert plain(mine) == [1, 1, 2, 3, 2, 3]


@pytest.mark.parametrize("seed", range(3))
def test_random_changes_of_a_list(seed: int) -> None:
    choose = random.Random(seed)
    host: list[int] = []
    mine = new_list(0)
    for step in range(4000):
        grow = step % 1000 < 500
        match choose.randrange(6):
            case 0 | 1 if grow or not host:
                host.append(step)
                mine.append(step)
            case 2:
                size = choose.randrange(5)
                host.extend(range(size))
                mine.extend(Ptr(list(range(size))), size)
            case 3 if host:
                index = choose.randrange(len(host))
                assert mine.pop(index) == host.pop(index)
            case 4 if host and not grow:
                start = choose.randrange(len(host))
                operations.delete_item(mine, typed(slice(start, start + 7)))
                del host[start : start + 7]
            case _ if host:
                start = choose.randrange(len(host))
                content = [step] * choose.randrange(4)
                operations.set_item(mine, typed(slice(start, start + 2)), typed(content))
                host[start : start + 2] = content
        assert plain(mine) == host
        assert len(mine.items) <= 4 * mine.count + 8


OPERATORS = {
    Op.ADD: operator.add,
    Op.MUL: operator.mul,
    Op.LT: operator.lt,
    Op.LE: operator.le,
    Op.EQ: operator.eq,
    Op.NE: operator.ne,
    Op.GT: operator.gt,
    Op.GE: operator.ge,
}
OPERANDS: list[Any] = [
    [],
    [1],
    [1, 2],
    [1, 3],
    ["a", 2],
    (),
    (1,),
    (1, 2),
    (1, [2]),
    range(2),
    range(0),
    range(5, 2),
    range(0, 3, 2),
    range(0, 4, 2),
    3,
    -1,
    True,
    "ab",
    None,
    1.5,
]


@pytest.mark.parametrize("op", OPERATORS, ids=lambda op: op.name)
def test_operators(op: Op) -> None:
    work = operations.binary if op <= Op.MATMUL else operations.compare
    for a, b in itertools.product(OPERANDS, OPERANDS):
        assert outcome(work, op, typed(a), typed(b)) == host_outcome(OPERATORS[op], a, b), (a, b)


def test_items_are_compared_by_identity_first() -> None:
    nan = typed(float("nan"))
    mine = new_list(0)
    mine.append(nan)
    other = new_list(0)
    other.append(nan)
    assert plain(operations.compare(Op.EQ, mine, other)) is True
    assert operations.contains(mine, nan)


def test_reprs_of_containers_in_themselves() -> None:
    mine = typed([1])
    mine.append(mine)
    assert text_of(mine) == "[1, [...]]"
    table = typed({"k": []})
    operations.get_item(table, typed("k")).append(table)
    assert text_of(table) == "{'k': [{...}]}"
    assert text_of(typed((1,))) == "(1,)"
    assert text_of(typed(range(1, 5, 2))) == "range(1, 5, 2)"
    assert text_of(typed(slice(1, None))) == "slice(1, None, None)"


@pytest.mark.parametrize("source", [[1, 2, 3], (1, 2), range(4), "abc", {}, 5, None], ids=repr)
def test_unpacking(source: Any) -> None:
    for count in range(5):
        target = Ptr([None] * count)
        got = outcome(sequence.unpack, typed(source), target, count)
        names = ", ".join(f"a{index}" for index in range(count))
        if isinstance(source, dict) and not count:
            continue
        scope: dict[str, Any] = {"source": source}
        statement = f"[{names}] = source"
        assert got == host_outcome(exec, statement, scope)
        if got is None:
            assert [plain(item) for item in target.storage] == list(source)


@pytest.mark.parametrize("source", [[1, 2, 3, 4], (1, 2), range(6), "abc", 5], ids=repr)
def test_unpacking_with_a_star(source: Any) -> None:
    for before, after in itertools.product(range(3), range(3)):
        target = Ptr([None] * (before + 1 + after))
        got = outcome(sequence.unpack_star, typed(source), target, before, after)
        firsts = "".join(f"a{index}, " for index in range(before))
        lasts = "".join(f", z{index}" for index in range(after))
        scope: dict[str, Any] = {"source": source}
        statement = f"{firsts}*middle{lasts}, = source; found = ({firsts}middle{lasts},)"
        if not before and not after:
            statement = "*middle, = source; found = (middle,)"
        else:
            statement = statement.replace(", = source", " = source")
        expected = host_outcome(exec, statement, scope)
        assert got == expected
        if got is None:
            assert tuple(plain(item) for item in target.storage) == scope["found"]


def test_range_membership_and_index() -> None:
    for numbers in (range(0), range(3, 20, 4), range(20, -3, -5)):
        for number in range(-5, 25):
            assert operations.contains(typed(numbers), number) == (number in numbers)
        assert operations.contains(typed(numbers), typed(3.0)) == (3.0 in numbers)
