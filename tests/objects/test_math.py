"""The module math against CPython's."""

from __future__ import annotations

import itertools
import math
import random

import pytest
from values import host, outcome, value

from anthill.modules.math import FEATURES, MATH
from anthill.typed import Ptr
from anthill.vm import operations
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.str import name

NUMBERS = [
    0.0,
    -0.0,
    0.5,
    -0.5,
    1.0,
    -1.0,
    2.5,
    -3.7,
    10,
    -7,
    0,
    True,
    1e300,
    -1e300,
    1e-310,
    170.5,
]
EVERYTHING = [*NUMBERS, math.inf, -math.inf, math.nan, "x", None]
ONE = """acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs
floor frexp gamma isfinite isinf isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt tan
tanh trunc ulp""".split()
TWO = "atan2 copysign fmod hypot log nextafter pow remainder isclose".split()


def call(title, args, keywords):
    """`math.title(*args, **keywords)` on Values."""
    values = [*map(value, args), *map(value, keywords.values())]
    names = tuple_object.tuple_of(*map(name, keywords)) if keywords else None
    function = operations.get_attribute(MATH, name(title))
    return host(operations.call(function, Ptr([*values, None]), len(args), names))


def same(title, *args, **keywords):
    """Assert that a function gives what CPython's gives."""
    expected = outcome(lambda: getattr(math, title)(*args, **keywords))
    found = outcome(lambda: call(title, args, keywords))
    assert found == expected, (title, args, found, expected)


@pytest.mark.parametrize("title", ONE)
def test_one_number(title):
    for x in EVERYTHING:
        same(title, x)


@pytest.mark.parametrize("title", TWO)
def test_two_numbers(title):
    for x, y in itertools.product(EVERYTHING, EVERYTHING):
        if not isinstance(x, float | int) or not isinstance(y, float | int):
            continue
        if title == "hypot" and {abs(x), abs(y)} & {1e300, 1e-310}:
            continue
        same(title, x, y)


def test_integers():
    for a, b in itertools.product([0, 1, -1, 6, -15, 35, 2**40], repeat=2):
        same("gcd", a, b)
        same("lcm", a, b)
    same("gcd")
    same("lcm")
    same("gcd", 12, 18, 27)
    same("gcd", 1.5, 2)
    for n in [0, 1, 2, 5, 10, 20, 21, -1, 2.0, "x"]:
        same("factorial", n)
    for n in [*range(50), 99, 100, 2**40, 2**62 - 1, -1]:
        same("isqrt", n)
    for n, k in itertools.product([0, 1, 5, 10, 30, -1], [0, 1, 3, 5, 10, 29, -1]):
        same("comb", n, k)
        same("perm", n, k)
    same("perm", 5)
    same("perm", 5, None)
    same("comb", 60, 30)


def test_ldexp():
    for x, i in itertools.product(NUMBERS, [0, 1, -1, 100, -100, 1100, -1100, -2000, 10**9]):
        same("ldexp", x, i)
    same("ldexp", 1.0, 1.5)


def test_sums():
    source = random.Random(1)
    samples = [[], [0.1] * 10, [1e100, 1.0, -1e100], [1e308, 1e308, -1e308], [1, 2.5], [math.inf]]
    samples += [[math.inf, -math.inf], [math.nan], ["x"], [2**-53, 1.0, 2**-106]]
    samples += [[source.gauss(0, 10 ** source.randint(-9, 9)) for _ in range(50)] for _ in range(9)]
    for sample in samples:
        same("fsum", sample)
    same("prod", [1, 2, 3.5])
    same("prod", [])
    same("prod", [2, 3], start=4)


def test_distances():
    same("dist", [1.0, 2.0], (4.0, 6.0))
    same("dist", [1], [1, 2])
    same("hypot")
    same("hypot", 3)
    same("hypot", 3.0, 4.0)
    same("hypot", 1e200, 1e200)
    for numbers in ([1.0, 2.0, 2.0], [1e-300, 1e-300], [5.0, 12.0]):
        assert call("hypot", numbers, {}) == pytest.approx(math.hypot(*numbers), rel=4e-16)


def test_close():
    same("isclose", 1.0, 1.0 + 1e-10)
    same("isclose", 1.0, 1.1, rel_tol=0.2)
    same("isclose", 0.0, 0.1, abs_tol=0.2)
    same("isclose", 1, 2, rel_tol=-1)


def test_constants():
    for title in ["pi", "e", "tau", "inf"]:
        assert host(operations.get_attribute(MATH, name(title))) == getattr(math, title)


def test_every_function_exists():
    public = {title for title in vars(math) if callable(getattr(math, title)) and title[0] != "_"}
    assert public | {"sumprod", "fma"} == FEATURES
