"""Sorting: stable, any keys, and a list that survives errors and meddling."""

from __future__ import annotations

import random
from typing import Any

import pytest
from host_model import plain, typed

from anthill.runtime.errors import PyError
from anthill.typed import NULL
from anthill.vm import operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.objects import sort
from anthill.vm.objects.builtin import make_builtin
from anthill.vm.objects.list import List
from anthill.vm.objects.object import Obj


def key_function(called: Any) -> Any:
    """A builtin that applies a function of the host."""
    return make_builtin(lambda value: typed(called(plain(value))), "key", required=1)


def contents(seed: int, size: int, kind: str) -> list[Any]:
    """Random items, with many equal ones in larger lists."""
    choose = random.Random(seed * 1000 + size)
    numbers = [choose.randrange(-size, size + 1) for _ in range(size)]
    match kind:
        case "sorted":
            return sorted(numbers)
        case "falling":
            return sorted(numbers, reverse=True)
        case "strings":
            return [f"t{number}" for number in numbers]
        case "floats":
            return [number + 0.5 if number % 3 else number for number in numbers]
        case "tuples":
            return [(number % 5, number) for number in numbers]
    return numbers


KINDS = ["random", "sorted", "falling", "strings", "floats", "tuples"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reverse", [False, True])
def test_sorted_lists(kind: str, reverse: bool) -> None:
    for size in [*range(20), 50, 129, 400]:
        host = contents(1, size, kind)
        mine = typed(host)
        sort.sort_list(mine, NULL, reverse)
        assert plain(mine) == sorted(host, reverse=reverse)


@pytest.mark.parametrize("reverse", [False, True])
def test_sorting_by_a_key_is_stable(reverse: bool) -> None:
    for size in (0, 1, 2, 7, 30, 200):
        host = contents(2, size, "random")
        mine = typed(host)
        sort.sort_list(mine, key_function(lambda number: number // 7), reverse)
        assert plain(mine) == sorted(host, key=lambda number: number // 7, reverse=reverse)


class Item(Obj):
    """An item that calls back on every comparison."""

    number: int
    watcher: Any

    def compare(self, op: int, other: Any) -> Any:
        if self.watcher is not None:
            self.watcher()
        return typed(self.number < other.number)


def watched(numbers: list[int], watcher: Any) -> Any:
    """A list of such items."""
    mine = typed([])
    for number in numbers:
        mine.append(Item(number, watcher))
    return mine


@pytest.mark.parametrize("fail_at", range(1, 90, 4))
@pytest.mark.parametrize("keyed", [False, True])
def test_an_error_leaves_every_item_in_the_list(fail_at: int, keyed: bool) -> None:
    count = 0

    def watcher() -> None:
        nonlocal count
        count += 1
        if count == fail_at:
            operations.binary(Op.ADD, typed(1), typed("a"))

    numbers = contents(3, 40, "random")
    mine = watched(numbers, watcher)
    before = list(mine.items.storage[: mine.count])
    key = make_builtin(lambda value: value, "key", required=1) if keyed else NULL
    with pytest.raises(PyError):
        sort.sort_list(mine, key, True)
    after = mine.items.storage[: mine.count]
    assert len(after) == len(before)
    assert {id(item) for item in after} == {id(item) for item in before}


def test_a_list_changed_while_it_is_sorted() -> None:
    mine: List
    mine = watched([3, 1, 2], lambda: mine.append(7))
    with pytest.raises(PyError) as caught:
        sort.sort_list(mine, NULL, False)
    assert "list modified during sort" in plain(operations.str_text(caught.value.value))
    assert mine.count == 3
