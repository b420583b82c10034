"""What pays for long integers only: division, and conversion from and to text, in halves.

With multiplication in less than quadratic time these take less, too. Values are integers of at
least 0. Only large boards have this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    NULL,
    Ptr,
    Value,
    array_of,
    copy_items,
    is_small,
    items_of,
    small,
    u8,
    uword,
)
from anthill.vm import limbs
from anthill.vm.limbs import LIMB_BITS
from anthill.vm.objects import bigint
from anthill.vm.objects import int as int_object
from anthill.vm.objects.list import new_list

if TYPE_CHECKING:
    from anthill.vm.objects.list import List

DIVISION_LIMBS = 100
"""Divisors, and quotients, from so many limbs on are divided in halves."""
LEADING_BITS = 61
"""Bits of the leading words: they, and the factors found from them, stay small integers."""
TEXT_DIGITS = 1000
"""Texts of more digits are converted in halves."""


# Division (Burnikel and Ziegler, Fast Recursive Division, 1998).


def low_part(v: Value, bits: int) -> Value:
    """v % 2**bits."""
    if bigint.bit_length(v) <= bits:
        return v
    count = (bits + LIMB_BITS - 1) // LIMB_BITS
    r = bigint.new_big(count)
    p = items_of(r.limbs)
    copy_items(p, bigint.limbs_of(v, 0), count)
    if bits % LIMB_BITS != 0:
        p[count - 1] = limbs.Limb(uword(p[count - 1]) & ((uword(1) << bits % LIMB_BITS) - 1))
    return bigint.finish(r, False)


def left(v: Value, bits: int) -> Value:
    """v << bits."""
    return bigint.shift_left(v, small(bits))


def right(v: Value, bits: int) -> Value:
    """v >> bits."""
    return bigint.shift_right(v, small(bits))


def is_long_division(a: Value, b: Value) -> bool:
    """Whether `divide` is the faster way."""
    m = bigint.count_of(b)
    return m >= DIVISION_LIMBS and bigint.count_of(a) >= m + DIVISION_LIMBS


def divide(a: Value, b: Value) -> tuple[Value, Value]:
    """Quotient and remainder: digits of as many bits as the divisor has, the highest first."""
    n = bigint.bit_length(b)
    place = (bigint.bit_length(a) - 1) // n
    whole: Value = small(0)
    rest: Value = small(0)
    while place >= 0:
        digit = low_part(right(a, place * n), n)
        found, rest = divide_2_by_1(bigint.add(left(rest, n), digit, False), b, n)
        whole = bigint.add(left(whole, n), found, False)
        place -= 1
    return whole, rest


def divide_2_by_1(a: Value, b: Value, n: int) -> tuple[Value, Value]:
    """Quotient and remainder of a < b << n, where b has n bits."""
    if n < DIVISION_LIMBS * LIMB_BITS or bigint.bit_length(a) < n + DIVISION_LIMBS * LIMB_BITS:
        return bigint.divided_limbs(a, b)
    odd = n & 1
    if odd:
        a = left(a, 1)
        b = left(b, 1)
        n += 1
    half = n >> 1
    high, rest = divide_3_by_2(right(a, n), low_part(right(a, half), half), b, half)
    low, rest = divide_3_by_2(rest, low_part(a, half), b, half)
    return bigint.add(left(high, half), low, False), right(rest, odd)


def divide_3_by_2(a12: Value, a3: Value, b: Value, n: int) -> tuple[Value, Value]:
    """Quotient and remainder of a12 << n | a3 by b, where b has 2 n bits, a12 < b, a3 n bits."""
    b1 = right(b, n)
    if bigint.order(right(a12, n), b1) == 0:
        whole = bigint.add(left(small(1), n), small(1), True)
        rest = bigint.add(bigint.add(a12, left(b1, n), True), b1, False)
    else:
        whole, rest = divide_2_by_1(a12, b1, n)
    rest = bigint.add(left(rest, n), a3, False)
    rest = bigint.add(rest, int_object.multiplied(whole, low_part(b, n)), True)
    while bigint.is_negative(rest):
        whole = bigint.add(whole, small(1), True)
        rest = bigint.add(rest, b, False)
    return whole, rest


# Greatest common divisors.


def gcd_steps(a: Value, b: Value) -> tuple[Value, Value]:
    """Two numbers with the same greatest common divisor as a and b, as many steps of Euclid's
    algorithm ahead as the leading words tell (Lehmer; Knuth, volume 2, algorithm L)."""
    if bigint.order(a, b) < 0:
        return b, a
    shift = bigint.bit_length(a) - LEADING_BITS
    x = int(bigint.low_bits(right(a, shift)))
    y = int(bigint.low_bits(right(b, shift)))
    p, q, r, s = 1, 0, 0, 1
    while y + r != 0 and y + s != 0:
        times = (x + p) // (y + r)
        if times != (x + q) // (y + s):
            break
        p, q, r, s = r, s, p - times * r, q - times * s
        x, y = y, x - times * y
    if q == 0:
        return b, bigint.truncated(a, b)[1]
    return combined(p, a, q, b), combined(r, a, s, b)


def combined(p: int, a: Value, q: int, b: Value) -> Value:
    """p * a + q * b."""
    first = int_object.multiplied(small(p), a)
    return bigint.add(first, int_object.multiplied(small(q), b), False)


# Text.


def powers_below(base: int, digits: int) -> List:
    """base to the power TEXT_DIGITS, its square, the square of that, as long as their exponents are
    less than a number of digits."""
    powers = new_list(0)
    exponent = TEXT_DIGITS
    while exponent < digits:
        if powers.count == 0:
            powers.append(bigint.power(small(base), small(exponent)))
        else:
            last = powers.items[powers.count - 1]
            powers.append(int_object.multiplied(last, last))
        exponent = exponent << 1
    return powers


def number_of(p: Ptr[u8], n: int, base: int, powers: List, level: int) -> Value:
    """The integer of `n` digits, at most TEXT_DIGITS << level. The bytes may not move."""
    if level == 0:
        return bigint.from_some_digits(p, n, base)
    size = TEXT_DIGITS << (level - 1)
    if n <= size:
        return number_of(p, n, base, powers, level - 1)
    high = number_of(p, n - size, base, powers, level - 1)
    low = number_of(p + (n - size), size, base, powers, level - 1)
    return bigint.add(int_object.multiplied(high, powers.items[level - 1]), low, False)


def from_digits(p: Ptr[u8], n: int, base: int) -> Value:
    """The integer of `n` bytes of digits and underscores; NULL if there is anything else. The bytes
    may not move."""
    plain = array_of(u8, n)
    digits = items_of(plain)
    count = 0
    for i in range(n):
        if p[i] != ord("_"):
            if bigint.digit_value(int(p[i])) >= base:
                return NULL
            digits[count] = p[i]
            count += 1
    powers = powers_below(base, count)
    return number_of(digits, count, base, powers, powers.count)


def put_digits(
    v: Value, p: Ptr[u8], n: int, base: int, capitals: bool, powers: List, level: int
) -> None:
    """Put an integer as exactly `n` digits, at most TEXT_DIGITS << level of them not 0."""
    if level == 0 or is_small(v):
        bigint.put_digits(v, p, n, base, capitals)
        return
    size = TEXT_DIGITS << (level - 1)
    if n <= size:
        put_digits(v, p, n, base, capitals, powers, level - 1)
        return
    high, low = bigint.truncated(v, powers.items[level - 1])
    put_digits(high, p, n - size, base, capitals, powers, level - 1)
    put_digits(low, p + (n - size), size, base, capitals, powers, level - 1)
