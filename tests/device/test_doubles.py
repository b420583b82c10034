"""The routines for all doubles, run by CPython, give what the processor gives, bit for bit."""

from __future__ import annotations

import random
import struct

import pytest

from anthill.chips.cortex_m0 import doubles, quotients

EDGES = [
    0.0, -0.0, 1.0, -1.0, 1.5, 2.0, 3.0, 0.1, 1e300, 1e-300, 5e-324, 2.2250738585072014e-308,
    2.225073858507201e-308, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"),
    4503599627370496.0, 9007199254740991.0, 9007199254740993.0, 1 + 2**-52, 1 - 2**-53, 1e-160,
]  # fmt: skip


def words(x: float) -> tuple[int, int]:
    low, high = struct.unpack("<II", struct.pack("<d", x))
    return low, high


def number(result: int) -> float:
    return float(struct.unpack("<d", struct.pack("<Q", result))[0])


def same(a: float, b: float) -> bool:
    return (a != a and b != b) or struct.pack("<d", a) == struct.pack("<d", b)


def samples() -> list[tuple[float, float]]:
    source = random.Random(7)

    def any_bits() -> float:
        return float(struct.unpack("<d", struct.pack("<Q", source.getrandbits(64)))[0])

    def near(x: float) -> float:
        return x * (1 + source.choice([-1, 1]) * 2.0 ** -source.randint(1, 60))

    pairs = [(a, b) for a in EDGES for b in [*EDGES, -3.3]]
    for _ in range(4000):
        a = source.uniform(-100, 100)
        pairs += [
            (any_bits(), any_bits()),
            (a, -near(a)),
            (a, source.uniform(-1, 1) * 2.0 ** source.randint(-70, 70)),
            (
                source.uniform(-1, 1) * 2.0**-540,
                source.uniform(-1, 1) * 2.0 ** source.randint(-540, -500),
            ),
            (float(source.getrandbits(53)), float(source.getrandbits(20)) / 2),
        ]
    return pairs


@pytest.mark.parametrize("operation", ["add", "multiply"])
def test_the_result_is_that_of_the_host(operation: str) -> None:
    routine = getattr(doubles, operation)
    for a, b in samples():
        if operation == "add" and words(abs(a))[::-1] < words(abs(b))[::-1]:
            a, b = b, a
        wanted = {"add": a + b, "multiply": a * b}[operation]
        found = number(routine(*words(a), *words(b)))
        assert same(found, wanted), (a, b, found, wanted)


def test_quotients_are_those_of_the_host() -> None:
    for a, b in samples():
        try:
            wanted = a / b
        except ZeroDivisionError:
            continue
        found = number(quotients.divide(*words(a), *words(b)))
        assert same(found, wanted), (a, b, found, wanted)


@pytest.mark.parametrize(("a", "wanted"), [(1.0, "inf"), (-2.0, "-inf"), (0.0, "nan")])
def test_quotients_by_zero(a: float, wanted: str) -> None:
    assert same(number(quotients.divide(*words(a), *words(0.0))), float(wanted))
