"""Values: tags, limits, arithmetic that reports overflow."""

from __future__ import annotations

from anthill.typed import (
    NULL,
    SMALL_MAX,
    SMALL_MIN,
    both_small,
    fits_small,
    is_small,
    small,
    small_add,
    small_int,
    small_mul,
    small_sub,
    word_of,
)
from tests.translate.cases import EDGES, cases, over

SMALLS = [
    0,
    1,
    -1,
    2,
    99,
    -1000,
    SMALL_MAX,
    SMALL_MIN,
    SMALL_MAX - 1,
    SMALL_MIN + 1,
    1 << 15,
    1 << 31 & SMALL_MAX,
]


@cases(*SMALLS)
def round_trip(n: int) -> int:
    value = small(n)
    return small_int(value) if is_small(value) else 0


@cases(*EDGES)
def limits(n: int) -> bool:
    return fits_small(n)


@over(SMALLS, SMALLS)
def sums(a: int, b: int) -> int:
    value = small_add(small(a), small(b))
    return -12345 if value is NULL else small_int(value)


@over(SMALLS, SMALLS)
def differences(a: int, b: int) -> int:
    value = small_sub(small(a), small(b))
    return -12345 if value is NULL else small_int(value)


@over(SMALLS, SMALLS)
def products(a: int, b: int) -> int:
    value = small_mul(small(a), small(b))
    return -12345 if value is NULL else small_int(value)


@cases(*SMALLS)
def tags(n: int) -> bool:
    return both_small(small(n), small(1)) and not is_small(NULL) and word_of(small(n)) & 1 == 1
