"""Arithmetic of integers: wrapping, promotion, floor and truncated division, shifts, order."""

from __future__ import annotations

from anthill.typed import (
    WORD_BITS,
    i8,
    i16,
    i32,
    i64,
    truncated_div,
    truncated_mod,
    u8,
    u16,
    u32,
    u64,
    uword,
)
from tests.translate.cases import EDGES, WORD_MAX, WORD_MIN, WORDS, cases, over

DIVISORS = [1, 2, 3, -1, -2, -3, 7, -7, 8, 1000, WORD_MAX, WORD_MIN]
BYTES = [0, 1, 127, 128, 200, 255]
U32S = [0, 1, 2, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]
U64S = [0, 1, 1 << 32, (1 << 63) - 1, 1 << 63, (1 << 64) - 1]


@over(EDGES, EDGES)
def add(a: int, b: int) -> int:
    return int(a + b)


@over(EDGES, EDGES)
def multiply(a: int, b: int) -> int:
    return a * b


@over(EDGES, DIVISORS)
def floor_division(a: int, b: int) -> int:
    return a // b


@over(EDGES, DIVISORS)
def remainder(a: int, b: int) -> int:
    return a % b


@cases(*EDGES)
def floor_by_constants(a: int) -> int:
    return a // 2 ^ a // 8 ^ a // 10 ^ a // 1 ^ a // -3


@cases(*EDGES)
def remainder_by_constants(a: int) -> int:
    return a % 2 + a % 16 * 10 + a % 7 * 1000 + a % 1 + a % -3 * 100000


@over([WORD_MIN, WORD_MIN + 1, -7, -1, 0, 1, 7, WORD_MAX], [1, 2, -2, 3, -3, 7])
def truncated(a: int, b: int) -> int:
    return truncated_div(a, b) ^ truncated_mod(a, b)


@over([0, 5, 0xFFFFFFFF], [1, 2, 3, 16, 0xFFFFFFFF])
def unsigned_division(a: u32, b: u32) -> u32:
    return a // b ^ a % b


@over([-(1 << 63), -(1 << 40) - 1, -1, 0, 1, (1 << 63) - 1], [1, -1, 3, -10, 1 << 33])
def wide_division(a: i64, b: i64) -> i64:
    return i64(a // b ^ a % b)


@cases(*EDGES)
def wraps(a: int) -> int:
    return u8(a) + i8(a) * 3 + u16(a) * 5 + i16(a) * 7


@cases(*EDGES)
def wraps_wide(a: int) -> i64:
    return i64(u32(a)) ^ i64(i32(a))


@over(U32S, U32S)
def wrapped_u32(a: u32, b: u32) -> u32:
    return u32(a * b + 1) ^ u32(a - b) ^ u32(~a)


@over(U64S, U64S)
def wrapped_u64(a: u64, b: u64) -> u64:
    return u64(a * b) ^ u64(a + b) ^ u64(a - b)


@over(BYTES, BYTES)
def narrow_operands(a: u8, b: u8) -> int:
    return a + b * 2 - (a << 4) + (a ^ b) + (a & b) + (a | b) - a


@over(BYTES, [-128, -1, 0, 127])
def mixed_narrow(a: u8, b: i8) -> int:
    return a * b - b


@over([0, 1, 65535], [0, 1, 65535])
def products_of_u16(a: u16, b: u16) -> u32:
    return u32(a) * b


@over(EDGES, [0, 1, 3, 15, WORD_BITS - 1])
def shift_right(a: int, n: int) -> int:
    return a >> n


@over(WORDS, [0, 1, 3, 10])
def shift_left(a: int, n: int) -> int:
    return a << n


@over(U32S, [0, 1, 16, 31])
def unsigned_shifts(a: u32, n: int) -> u32:
    return u32(a << n) ^ a >> n


@over(list(range(0, 31, 5)), U32S)
def bit_of(n: int, flags: u32) -> bool:
    return flags & u32(1 << n) != 0


@over(EDGES, EDGES)
def comparisons(a: int, b: int) -> int:
    return (a < b) + (a <= b) * 2 + (a > b) * 4 + (a >= b) * 8 + (a == b) * 16 + (a != b) * 32


@over(U32S, U32S)
def unsigned_comparisons(a: u32, b: u32) -> bool:
    return a < b


@over([-5, 0, 5, 10, 15], [0, 10])
def chained(a: int, b: int) -> bool:
    return 0 <= a < b or b == a != 3


@over([0, 1, 5], [0, 2], [-1, 7])
def chained_calls(a: int, b: int, c: int) -> bool:
    return add(a, 1) < add(b, 2) <= add(c, 3)


@cases(*EDGES)
def unary(a: int) -> int:
    return -a ^ ~a ^ +a


@cases(*[value for value in EDGES if value != WORD_MIN])
def absolute(a: int) -> int:
    return abs(a)


@over([-3, 0, 4], [-3, 1, 9])
def extremes(a: int, b: int) -> int:
    return min(a, b) * 100 + max(a, b, 2)


@over([False, True], [False, True])
def booleans(a: bool, b: bool) -> int:
    return (a & b) + (a | b) * 2 + (a ^ b) * 4 + (not a) * 8 + (a + b) * 16


@cases(0, 5, 255)
def augmented(start: u8) -> int:
    total = 7
    total += start
    total -= 3
    total *= 2
    total //= 3
    total %= 50
    total <<= 2
    total |= 1
    total ^= 0x15
    total &= 0xFF
    total >>= 1
    return total


@cases(0, 1, 0x12345678, 0xFFFFFFFF)
def masks_narrow_by_themselves(a: u32) -> u8:
    low: u8 = a & 0x7F
    high: u8 = a >> 24
    return low ^ high


@cases(*EDGES)
def unsigned_word(a: int) -> uword:
    return uword(a) >> 1


@cases(0, 9, 35, 47, 48, 57, 58, 97)
def membership(c: int) -> int:
    return (
        (c in (9, 35)) + (c in range(48, 58)) * 2 + (c in b"#0a") * 4 + (c not in b"0123456789") * 8
    )


@cases(1, 2, 40)
def wide_literals(n: int) -> i64:
    return i64(n) * 1_000_000_007 + 0x1_0000_0000


@cases((1, 2), (7, -7))
def swap(a: int, b: int) -> int:
    a, b = b, a
    a, b = a + b, a - b
    return a * 1000 + b
