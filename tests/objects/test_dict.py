"""Dicts and sets against CPython's, driven by random operations."""

from __future__ import annotations

import random
from typing import Any

import pytest

from anthill.runtime.errors import PyError
from anthill.typed import NULL
from anthill.vm import operations
from anthill.vm.objects import str as str_object
from anthill.vm.objects.dict import FROZEN, PLAIN, Dict, new_dict
from anthill.vm.objects.float import new_float
from anthill.vm.objects.set import new_set
from anthill.vm.objects.tuple import tuple_of


def typed(value: Any) -> Any:
    """The Value of a Python object."""
    if isinstance(value, bool):
        from anthill.vm.objects.bool import to_bool

        return to_bool(value)
    if isinstance(value, str):
        return str_object.text(value) if value.startswith("t") else str_object.name(value)
    if isinstance(value, float):
        return new_float(value)
    if isinstance(value, tuple):
        return tuple_of(*map(typed, value))
    return value


def entries(table: Dict) -> list[tuple[str, int]]:
    """The entries in order, keys as their repr."""
    result = []
    number = table.next_entry(0)
    while number >= 0:
        key = str_object.host_text(operations.repr_text(table.key_at(number)))
        result.append((key, table.value_at(number)))
        number = table.next_entry(number + 1)
    return result


NAMES = [f"n{number}" for number in range(12)]
MANY = [*range(-40, 300), *NAMES, *(f"t{number}" for number in range(40))]
MIXED = [*MANY, 1.0, 2.5, True, False, (1, "n1"), (1, (2, "t3")), -1.0, ()]


@pytest.mark.parametrize(
    "keys", [NAMES[:6], NAMES, MANY, MIXED], ids=["few", "names", "many", "mixed"]
)
@pytest.mark.parametrize("seed", range(4))
def test_random_operations_match_a_dict(keys: list[Any], seed: int) -> None:
    choose = random.Random(seed)
    model: dict[Any, int] = {}
    table = new_dict()
    for step in range(3000):
        key = choose.choice(keys)
        match choose.randrange(8):
            case 0 | 1 | 2 if step % 1000 < 700:
                table.store(typed(key), step)
                model[key] = step
            case 3 | 4:
                assert table.remove(typed(key)) == (key in model)
                model.pop(key, None)
            case 5 if model and step % 3 == 0:
                last = list(model.items())[-1]
                number = table.last_entry(table.used)
                assert table.value_at(number) == last[1]
                table.remove_entry(number)
                model.popitem()
            case _:
                found = table.find(typed(key))
                assert found is NULL if key not in model else found == model[key]
        assert table.count == len(model)
    assert entries(table) == [(repr(key), value) for key, value in model.items()]


def test_more_entries_than_a_byte_and_than_two_bytes_number() -> None:
    for size in (254, 255, 256, 300, 66_000):
        table = new_dict()
        for number in range(size):
            table.store(number * 256, number)
        assert all(table.find(number * 256) == number for number in range(size))
        assert table.find(1) is NULL


def test_small_dicts_have_no_index_and_names_are_found_by_identity() -> None:
    table = new_dict()
    for title in NAMES[:8]:
        table.store(str_object.name(title), 1)
    assert table.index is None and table.flags & PLAIN
    assert table.find_name(str_object.name("n3")) == 1
    assert table.find(str_object.text("n3")) == 1
    assert table.find_name(str_object.name("n9")) is NULL


def test_a_frozen_dict_has_no_spare_room_and_refuses_changes() -> None:
    table = new_dict()
    for number in range(20):
        table.store(number, number)
    table.remove(3)
    table.__freeze__()
    assert len(table.entries) == 2 * 19 and table.flags & FROZEN
    assert table.find(19) == 19 and table.find(3) is NULL
    with pytest.raises(PyError):
        table.store(1, 1)
    with pytest.raises(PyError):
        table.remove(1)


def test_unhashable_keys_are_refused_even_by_an_empty_dict() -> None:
    with pytest.raises(PyError):
        new_dict().find(new_dict())
    with pytest.raises(PyError):
        new_set().put(new_set())
