"""Roots, exponentials, logarithms and angles: next to the exact value, as CPython's are."""

from __future__ import annotations

import math
import random
import struct

import pytest

import anthill.vm.objects.str  # noqa: F401  (the core types come first)
from anthill.vm import elementary, floats

ONE = {
    "exp": elementary.exp,
    "log": lambda x: elementary.log(x, elementary.NATURAL),
    "log2": elementary.log2,
    "log10": elementary.log10,
    "sin": elementary.sin,
    "cos": elementary.cos,
    "tan": elementary.tan,
    "asin": elementary.asin,
    "acos": elementary.acos,
    "atan": elementary.atan,
}
TWO = {"pow": elementary.power, "atan2": elementary.atan2, "fmod": floats.fmod}


def numbers(count: int, seed: int) -> list[float]:
    """Floats of many sizes, and some next to 1."""
    source = random.Random(seed)
    result = []
    for _ in range(count):
        result.append(source.uniform(-1, 1))
        result.append(source.gauss(0, 1) * 10 ** source.randint(-8, 8))
        result.append(1 + source.choice([-1, 1]) * 2.0 ** -source.randint(1, 52))
    return result


def places_apart(a: float, b: float) -> int:
    """How many floats lie from one to the other."""
    left, right = (struct.unpack("<q", struct.pack("<d", abs(x)))[0] for x in (a, b))
    return abs(left - right) if (a < 0) == (b < 0) else left + right


def expected(title: str, *args: float) -> float:
    """CPython's result, with infinity for an overflow."""
    try:
        return getattr(math, title)(*args)
    except OverflowError:
        return math.inf


@pytest.mark.parametrize("title", ONE)
def test_one_number(title):
    for x in numbers(60, 1):
        x = abs(x) if title.startswith("log") else x
        if not (title in ("asin", "acos") and abs(x) > 1):
            assert places_apart(ONE[title](x), expected(title, x)) <= 1, x


@pytest.mark.parametrize("title", TWO)
def test_two_numbers(title):
    for x, y in zip(numbers(60, 2), reversed(numbers(60, 3)), strict=True):
        x = abs(x) if title == "pow" else x
        if title == "pow" and abs(y * math.log2(x)) > 100:
            continue
        assert places_apart(TWO[title](x, y), expected(title, x, y)) <= 1, (x, y)


def test_large_angles():
    for x in [1e22, 1.7e308, 355.0, 103993.0]:
        assert places_apart(elementary.sin(x), math.sin(x)) <= 1
        assert places_apart(elementary.cos(x), math.cos(x)) <= 1


def test_the_float_nearest_to_a_zero_of_cosine():
    # J.-M. Muller, Elementary Functions, table of worst cases for range reduction.
    assert elementary.cos(6381956970095103 * 2.0**797) == -4.68716592425462761112e-19


def test_whole_powers_are_exact():
    for exponent in range(-22, 23):
        assert elementary.power(10.0, float(exponent)) == float(f"1e{exponent}")
    assert elementary.power(2.0, -1074.0) == 5e-324
    assert elementary.power(-2.0, 3.0) == -8.0


def test_root_in_integers_is_rounded_correctly():
    for x in numbers(60, 4):
        x = abs(x)
        m, e = floats.mantissa_of(x), floats.exponent_of(x)
        if e & 1:
            root = floats.nearest(elementary.square_root(m >> 1), (e + 1 - 56) >> 1)
        else:
            root = floats.nearest(elementary.square_root(m), (e - 56) >> 1)
        assert root == math.sqrt(x)
