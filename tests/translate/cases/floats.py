"""Floats: arithmetic, conversion, comparison, constants."""

from __future__ import annotations

from anthill.typed import f32, f64, i64
from tests.translate.cases import cases, over

FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 1e300, -1e-300, 2.5, 1e15]
HALF: float = 0.5


@over(FLOATS, FLOATS)
def arithmetic(a: float, b: float) -> float:
    return a * HALF + b - a * 3


@over(FLOATS, [1.0, -2.5, 3.0, 1e10])
def division(a: float, b: float) -> float:
    return a / b


@over(FLOATS, FLOATS)
def order(a: float, b: float) -> int:
    return (a < b) + (a <= b) * 2 + (a == b) * 4 + (a > b) * 8


@cases(0.0, 2.9, -2.9, 1e9, -1e9)
def to_int(a: float) -> int:
    return int(a)


@cases(1e18, -1e18)
def to_wide(a: float) -> i64:
    return i64(a)


@cases(0, 1, -7, 1 << 20)
def from_int(a: int) -> float:
    return float(a) / 3 + a


@cases(*FLOATS)
def narrowed(a: f64) -> f32:
    return f32(a) if abs(a) < 1e30 else f32(0.1)


@cases(*FLOATS)
def sign(a: float) -> float:
    return -a if a < 0 else abs(a)


@cases(*FLOATS)
def is_true(a: float) -> bool:
    return bool(a)


@cases(0.0, 1.0)
def special(a: float) -> bool:
    infinite = float("inf")
    undefined = float("nan")
    return a < infinite and -infinite < a and undefined != undefined
