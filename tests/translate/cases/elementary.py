"""Floats taken apart, powers, logarithms and angles: the same on every machine."""

from __future__ import annotations

import random
import struct

from anthill.vm import elementary, floats
from tests.translate.cases import cases, over


def sample() -> list[float]:
    """Floats of all kinds."""
    source = random.Random(3)
    numbers = [0.0, -0.0, 0.1, 1.0, 1e16, 123456.789, 5e-324, 1.7976931348623157e308, 2.0**-44]
    for _ in range(40):
        numbers.append(struct.unpack("<d", struct.pack("<Q", source.getrandbits(63)))[0])
        numbers.append(round(source.random() * 1000, source.randint(0, 6)))
        numbers.append(2.0 ** source.randint(-1074, 1023))
    return [x for x in numbers if x == x and x - x == 0.0]


NUMBERS = sample()


@cases(*NUMBERS)
def parts(x: float) -> float:
    return floats.floor(x) + floats.with_sign(floats.magnitude(x), -x) / 3.0


@over([0.0, 0.5, -2.0, 3.7, 1e10, -0.1], [0.0, 1.0, -1.0, 2.0, 0.5, 3.0])
def powers(x: float, y: float) -> float:
    if x == 0.0 and y < 0.0:
        return 0.0
    return elementary.power(x, y)


@over([7.5, -7.5, 1e300, 0.1], [2.0, -2.0, 0.3, 1e10])
def remainders(x: float, y: float) -> float:
    return floats.fmod(x, y)


ANGLES = [0.0, 0.5, -0.7, 0.9, 1.0, -1.0, 3.0, -22.5, 355.0, 1e5, 1e22, -1.7e308, 5e-324, 1e-9]


@over(ANGLES, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
def functions(x: float, which: int) -> float:
    if which == 0:
        return elementary.sin(x)
    if which == 1:
        return elementary.cos(x)
    if which == 2:
        return elementary.tan(x)
    if which == 3:
        return elementary.atan(x)
    if which == 4:
        return elementary.asin(x)
    if which == 5:
        return elementary.acos(x)
    if which == 6:
        return elementary.exp(x)
    if which == 7:
        return elementary.sqrt(x)
    return elementary.log(x, which - 7)


@over(ANGLES, ANGLES)
def angles(y: float, x: float) -> float:
    return elementary.atan2(y, x)
