"""Compact code: its books, its layout, and what the machine makes of it on a 32-bit host."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from anthill.translate.compact.books import Bits, best_book
from anthill.translate.compact.code import CompactFunction, Step
from anthill.translate.compact.encode import Encoder
from anthill.translate.compact.lower import Lowering, tidy, turn_ahead
from anthill.translate.compact.model import grouped, overlaid
from anthill.translate.compact.wasm import (
    CALL,
    END,
    F64,
    I32,
    I32_CONST,
    LOCAL_GET,
    Instruction,
    Place,
    Signature,
    WasmFunction,
)
from anthill.translate.compact.wide import layout

I32_LOAD, I32_ADD = 0x28, 0x6A
ROOT = Path(__file__).resolve().parents[2]


def test_compact_like_cpython(tmp_path: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "tests/translate/compiled.py", "compact", str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    results = json.loads(done.stdout)
    assert len(results) > 3000
    wrong = [entry for entry in results if entry[1] != entry[2]]
    assert not wrong, "\n".join(f"{label}: {a} on CPython, {b} in C" for label, a, b in wrong[:20])


def test_every_number_has_a_code_of_its_own() -> None:
    counts = [90, 40, 20, 7, 7, 5, 3, 1, 1, 1, 1]
    codes = [best_book(counts).codes[number] for number in range(len(counts))]
    texts = [format(code, f"0{length}b") for code, length in codes]
    assert not any(one.startswith(other) for one in texts for other in texts if one is not other)


def test_frequent_numbers_have_short_codes() -> None:
    book = best_book([1000] + [1] * 200)
    assert book.codes[0] == (0, 1)
    assert book.codes[200][1] <= 9
    assert len(book.codes) == book.size


def test_a_single_number_needs_no_bits() -> None:
    assert best_book([7]).codes[0] == (0, 0)


def test_what_costs_more_apart_shares_a_book() -> None:
    alike = Counter({"a": 90, "b": 10})
    other = Counter({"c": 90, "d": 10})
    groups = grouped([alike, Counter(alike), other], 80.0, 8.0)
    assert sorted(map(sorted, groups)) == [[0, 1], [2]]


def test_rows_lie_one_over_the_other() -> None:
    rows = [{0: 7}, {0: 1, 1: 2, 2: 3}, {0: 2, 1: 3}, {0: 3, 1: 1}, {2: 9}, {1: 7}]
    starts, contexts = overlaid(rows)
    for row, start in zip(rows, starts, strict=True):
        assert all(contexts[start + depth] == context for depth, context in row.items())
    assert starts[0] == 0
    assert 0 not in starts[1:]
    assert len(contexts) < sum(map(len, rows))


def test_bits_come_highest_first() -> None:
    bits = Bits()
    bits.write(0b101, 3)
    bits.write(1, 1)
    bits.align(16)
    bits.write(0xFF, 8)
    assert bits.units() == [0b1011 << 12, 0xFF00]


def test_jumps_to_returns_are_returns() -> None:
    steps = [
        Step("get", 0),
        Step("jump_if", targets=(3,)),
        Step("jump", targets=(3,)),
        Step("return_none"),
    ]
    tidy(steps)
    assert [step.name for step in steps] == ["get", "return_if", "return_none"]


COUNT_DOWN = [
    Step("get", 0),
    Step("jump_unless", targets=(7,)),
    Step("get", 0),
    Step("byte", -1),
    Step("add"),
    Step("set", 0),
    Step("loop", targets=(0,)),
    Step("get", 1),
    Step("return_value"),
]


def test_jumps_ahead_count_labels() -> None:
    encoder = Encoder([CompactFunction("count_down", 1, 1, 1, 2, COUNT_DOWN)])
    encoder.encode()
    items = encoder.items["count_down"]
    assert [item.name for item in items[:3]] == ["here", "get", "jump_unless"]
    assert items[2].operand == 0
    assert items[7].name == "loop"
    assert items[7].aim == 1


def test_jumps_back_have_their_distance_in_bits() -> None:
    function = CompactFunction("count_down", 1, 1, 1, 2, COUNT_DOWN)
    encoder = Encoder([function])
    encoded = encoder.encode()
    assert encoded.positions == {"count_down": 0}
    lengths = [length for _, length in encoder._codes(function)]
    before_loop = sum(lengths[:2])
    after_loop = sum(
        sum(length for _, length in encoder._item_codes(*entry))
        for entry in list(encoder._symbols(encoder.items["count_down"]))[8:]
    )
    assert encoder.distances["count_down", 7] == sum(lengths) - before_loop - after_loop


def test_a_case_that_leads_back_takes_a_loop() -> None:
    steps = [
        Step("get", 0),
        Step("switch", 2, targets=(0, 2)),
        Step("return_none"),
    ]
    turn_ahead(steps)
    assert [step.name for step in steps] == ["get", "switch", "loop", "return_none"]
    assert [step.targets for step in steps[1:3]] == [(2, 3), (0,)]


def test_arguments_of_64_bits_begin_at_an_even_word_on_arm() -> None:
    assert layout((I32, F64, I32), "arm") == ((0, 2, 4), 5)
    assert layout((I32, F64, I32), "x86") == ((0, 1, 3), 4)
    signature = Signature((I32, F64), ())
    body = [
        Instruction(LOCAL_GET, (0,)),
        Instruction(LOCAL_GET, (1,)),
        Instruction(CALL, (0,), Place("native")),
        Instruction(END),
    ]
    function = WasmFunction("caller", signature, [], body)
    steps = Lowering(function, {"native": signature}, [], (), "arm").lower().steps
    assert [(step.name, step.operand) for step in steps[:3]] == [
        ("get", 0),
        ("byte", 0),
        ("get_pair", 2),
    ]


@pytest.mark.parametrize(("added", "taken"), [(8, True), (6, False), (-4, False)])
def test_what_is_added_to_an_address_goes_to_the_operand(added: int, taken: bool) -> None:
    signature = Signature((I32,), (I32,))
    body = [
        Instruction(LOCAL_GET, (0,)),
        Instruction(I32_CONST, (added,)),
        Instruction(I32_ADD),
        Instruction(I32_LOAD, (4, 4)),
        Instruction(END),
    ]
    function = WasmFunction("reader", signature, [], body)
    steps = Lowering(function, {}, [], (), "arm").lower().steps
    found = [(step.name, step.operand) for step in steps[1:-1]]
    assert found == ([("load", 3)] if taken else [("byte", added), ("add", None), ("load", 1)])
