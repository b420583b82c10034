"""Compact code: its books, its layout, and what the machine makes of it on a 32-bit host."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from anthill.translate.compact.books import Bits, best_book, distance_book
from anthill.translate.compact.code import CompactFunction, Step
from anthill.translate.compact.encode import Encoder
from anthill.translate.compact.lower import Lowering, tidy
from anthill.translate.compact.wasm import (
    CALL,
    END,
    F64,
    I32,
    LOCAL_GET,
    Instruction,
    Place,
    Signature,
    WasmFunction,
)
from anthill.translate.compact.wide import layout

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
    book, bits = best_book([90, 40, 20, 7, 7, 5, 3, 1, 1, 1, 1])
    codes = {book.code(number) for number in range(11)}
    assert len(codes) == 11
    assert bits == sum(
        count * book.code(number)[1]
        for number, count in enumerate([90, 40, 20, 7, 7, 5, 3, 1, 1, 1, 1])
    )


def test_frequent_numbers_have_short_codes() -> None:
    book, _ = best_book([1000] + [1] * 200)
    assert book.code(0)[1] < book.code(200)[1]


def test_a_shorter_distance_fits_a_longer_code() -> None:
    book = distance_book([3, 40, 700])
    longest = book.code(700)[1]
    assert book.code(3, longest)[1] == longest
    with pytest.raises(ValueError, match="not in the book"):
        book.code(1 << 15)


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


def test_jumps_have_their_distance_in_bits() -> None:
    loop = [
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
    encoder = Encoder([CompactFunction("count_down", 1, 1, 1, 2, loop)])
    encoded = encoder.encode()
    assert encoded.positions == {"count_down": 0}
    whole = sum(encoder.fixed[0]) + encoder.lengths[loop[1], 0] + encoder.lengths[loop[6], 0]
    ahead, back = encoder.distances[loop[1], 0], encoder.distances[loop[6], 0]
    assert ahead + sum(encoder.fixed[0][7:]) == whole - encoder.fixed[0][0] - (
        encoder.fixed[0][1] + encoder.lengths[loop[1], 0]
    )
    assert back == whole - sum(encoder.fixed[0][7:])


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
