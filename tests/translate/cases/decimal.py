"""Floats to text and back: the same digits on every machine."""

from __future__ import annotations

import random
import struct

from anthill.typed import Ptr, array_of, items_of, u8, u32
from anthill.vm import dtoa, elementary, floats
from anthill.vm.writer import Writer
from tests.translate.cases import cases, over
from tests.translate.cases.support import memory


class HashWriter(Writer):
    """Keeps a hash of what is written."""

    hash: u32

    def write(self, p: Ptr[u8], n: int) -> None:
        for i in range(n):
            self.hash = u32((self.hash ^ p[i]) * 0x01000193)


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


@cases(*NUMBERS, float("inf"), float("-inf"), float("nan"))
def hash_of_repr(x: float) -> u32:
    memory.used = 0
    out = HashWriter(0x811C9DC5)
    dtoa.write_repr(x, out)
    return out.hash


@over(NUMBERS[:30], [ord("e"), ord("f"), ord("g")], [0, 2, 6, 20])
def hash_of_format(x: float, kind: int, precision: int) -> u32:
    memory.used = 0
    out = HashWriter(0x811C9DC5)
    dtoa.write_float(x, kind, precision, 0, out)
    return out.hash


@over(NUMBERS[:40], [-3, 0, 2, 5])
def rounded(x: float, digits: int) -> float:
    memory.used = 0
    return dtoa.round_to(x, digits)


TEXTS = [repr(x).encode() for x in NUMBERS]
TEXTS += [f"{x:.30e}".encode() for x in NUMBERS]
TEXTS += [b"1e400", b"-1e-400", b"inf", b"nan", b"1_000.5", b"x", b"1e", b"." + b"0" * 99 + b"1e99"]


@cases(*TEXTS)
def parsed(text: bytes) -> float:
    memory.used = 0
    source = array_of(u8, len(text))
    for i in range(len(text)):
        source[i] = text[i]
    valid, x = dtoa.parse_float(items_of(source), len(text))
    return x if valid else -1.25


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
