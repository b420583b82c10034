"""Arithmetic on magnitudes: limbs at a pointer, the least significant first.

A limb is half a machine word, so the product of two and two more limbs fit into a word. Nothing
here allocates, knows signs or leaves out zeros at the top; callers give pointers to enough limbs.
Machines with words of 64 bits work on pairs of limbs where they can.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    TRANSLATING,
    WORD_BITS,
    WORD_BYTES,
    Ptr,
    address_of,
    fill_items,
    high_product,
    hot,
    inline,
    pointer,
    u16,
    u32,
    u64,
    uword,
)
from anthill.vm.features import LARGE

LIMB_BITS = WORD_BITS // 2
LIMB_MASK = (1 << LIMB_BITS) - 1
TEN_POWER = 10 ** (LIMB_BITS * 1233 >> 12)
"""The largest power of ten that is a limb."""
KARATSUBA_LIMBS = 32
"""From so many limbs on, three products of half the length are faster than all of one."""

if TYPE_CHECKING:
    Limb = int
else:
    Limb = u32 if WORD_BITS == 64 else u16


def used(a: Ptr[Limb], n: int) -> int:
    """How many of `n` limbs are left without the zeros at the top."""
    while n > 0 and a[n - 1] == 0:
        n -= 1
    return n


def word_bits(n: uword) -> int:
    """Bits of a word up to the highest that is set."""
    bits = 0
    while n != 0:
        bits += 1
        n = n >> 1
    return bits


def bit_length(a: Ptr[Limb], n: int) -> int:
    """Bits of a number without zeros at the top."""
    return (n - 1) * LIMB_BITS + word_bits(uword(a[n - 1])) if n != 0 else 0


def low_bits(a: Ptr[Limb], n: int) -> u64:
    """The low 64 bits of a number."""
    result = u64(0)
    for i in reversed(range(min(n, 64 // LIMB_BITS))):
        result = result << LIMB_BITS | u64(a[i])
    return result


def compare(a: Ptr[Limb], n: int, b: Ptr[Limb], m: int) -> int:
    """-1, 0 or 1 as `a` is less than, equal to or greater than `b`; no zeros at the top."""
    if n != m:
        return -1 if n < m else 1
    for i in reversed(range(n)):
        if a[i] != b[i]:
            return -1 if a[i] < b[i] else 1
    return 0


@inline
def pair(a: Ptr[Limb], i: int) -> uword:
    """Two limbs as a word."""
    return uword(a[i]) | uword(a[i + 1]) << LIMB_BITS


@inline
def put_pair(r: Ptr[Limb], i: int, n: uword) -> None:
    """Set two limbs."""
    r[i] = Limb(n)
    r[i + 1] = Limb(n >> LIMB_BITS)


@inline
def words_of(a: Ptr[Limb]) -> Ptr[uword]:
    """The same memory by words."""
    return pointer(uword, address_of(a))


@hot
def add(r: Ptr[Limb], a: Ptr[Limb], n: int, b: Ptr[Limb], m: int) -> None:
    """r = a + b in n + 1 limbs, n >= m. `r` may be `a` or `b`."""
    carry = uword(0)
    done = 0
    if LARGE:
        while done + 1 < m:
            x = pair(a, done)
            part = uword(x + pair(b, done))
            total = uword(part + carry)
            carry = uword(part < x) | uword(total < part)
            put_pair(r, done, total)
            done += 2
    elif TRANSLATING and (address_of(a) | address_of(b) | address_of(r)) % WORD_BYTES == 0:
        x_words = words_of(a)
        y_words = words_of(b)
        sums = words_of(r)
        for i in range(m >> 1):
            x = x_words[i]
            part = uword(x + y_words[i])
            total = uword(part + carry)
            carry = uword(part < x) | uword(total < part)
            sums[i] = total
        done = m & -2
    for i in range(done, m):
        carry = carry + uword(a[i]) + uword(b[i])
        r[i] = Limb(carry)
        carry = carry >> LIMB_BITS
    for i in range(m, n):
        carry = carry + uword(a[i])
        r[i] = Limb(carry)
        carry = carry >> LIMB_BITS
    r[n] = Limb(carry)


def subtract(r: Ptr[Limb], a: Ptr[Limb], n: int, b: Ptr[Limb], m: int) -> None:
    """r = a - b in n limbs, a >= b, n >= m. `r` may be `a` or `b`."""
    borrow = uword(0)
    done = 0
    if LARGE:
        while done + 1 < m:
            x = pair(a, done)
            y = pair(b, done)
            part = uword(x - y)
            put_pair(r, done, uword(part - borrow))
            borrow = uword(x < y) | uword(part < borrow)
            done += 2
    for i in range(done, m):
        rest = uword(uword(a[i]) - uword(b[i]) - borrow)
        r[i] = Limb(rest)
        borrow = rest >> (WORD_BITS - 1)
    for i in range(m, n):
        rest = uword(uword(a[i]) - borrow)
        r[i] = Limb(rest)
        borrow = rest >> (WORD_BITS - 1)


def multiply_limb(r: Ptr[Limb], a: Ptr[Limb], n: int, factor: uword, term: uword) -> None:
    """r = a * factor + term in n + 1 limbs; factor and term are limbs. `r` may be `a`."""
    carry = term
    done = 0
    if LARGE:
        while done + 1 < n:
            x = pair(a, done)
            low = uword(uword(x * factor) + carry)
            carry = uword(high_product(x, factor)) + uword(low < carry)
            put_pair(r, done, low)
            done += 2
    for i in range(done, n):
        carry = uword(a[i]) * factor + carry
        r[i] = Limb(carry)
        carry = carry >> LIMB_BITS
    r[n] = Limb(carry)


@hot
def accumulate(r: Ptr[Limb], a: Ptr[Limb], n: int, factor: uword) -> None:
    """r = r + a * factor, where `r` has n limbs, and n + 1 afterwards."""
    carry = uword(0)
    done = 0
    if LARGE:
        while done + 1 < n:
            x = pair(a, done)
            y = pair(r, done)
            low = uword(uword(x * factor) + carry)
            carry = uword(high_product(x, factor)) + uword(low < carry)
            low = uword(low + y)
            carry = carry + uword(low < y)
            put_pair(r, done, low)
            done += 2
    for i in range(done, n):
        carry = uword(a[i]) * factor + uword(r[i]) + carry
        r[i] = Limb(carry)
        carry = carry >> LIMB_BITS
    r[n] = Limb(carry)


@hot
def accumulate_pairs(r: Ptr[Limb], a: Ptr[Limb], n: int, factor: uword) -> None:
    """r = r + a * factor, a word, where `r` has n limbs and 0 above, and n + 2 afterwards."""
    carry = uword(0)
    done = 0
    while done < n:
        x = pair(a, done) if done + 1 < n else uword(a[done])
        y = pair(r, done)
        low = uword(uword(x * factor) + carry)
        carry = uword(high_product(x, factor)) + uword(low < carry)
        low = uword(low + y)
        carry = carry + uword(low < y)
        put_pair(r, done, low)
        done += 2
    r[done] = Limb(carry)
    if done == n:
        r[n + 1] = Limb(carry >> LIMB_BITS)


def multiply(r: Ptr[Limb], a: Ptr[Limb], n: int, b: Ptr[Limb], m: int) -> None:
    """r = a * b in n + m limbs, n >= m: limb by limb."""
    fill_items(r, 0, n + m)
    multiply_zeros(r, a, n, b, m)


def multiply_zeros(r: Ptr[Limb], a: Ptr[Limb], n: int, b: Ptr[Limb], m: int) -> None:
    """As `multiply`, where `r` is 0."""
    done = 0
    if LARGE:
        while done + 1 < m:
            accumulate_pairs(r + done, a, n, pair(b, done))
            done += 2
    for i in range(done, m):
        accumulate(r + i, a, n, uword(b[i]))


# Long factors.


def workspace(m: int) -> int:
    """How many limbs `multiply_long` works with."""
    return 4 * m + 128


def multiply_long(
    r: Ptr[Limb], a: Ptr[Limb], n: int, b: Ptr[Limb], m: int, work: Ptr[Limb]
) -> None:
    """r = a * b in n + m limbs, n >= m: the longer factor in pieces as long as the shorter."""
    if not LARGE or m < KARATSUBA_LIMBS:
        multiply(r, a, n, b, m)
        return
    multiply_equal(r, a, b, m, work)
    done = m
    while done < n:
        piece = min(m, n - done)
        if piece == m:
            multiply_equal(work, a + done, b, m, work + 2 * m)
        else:
            multiply_long(work, b, m, a + done, piece, work + (m + piece))
        fill_items(r + (done + m), 0, piece)
        add_into(r + done, work, m + piece)
        done += piece


def add_into(r: Ptr[Limb], a: Ptr[Limb], n: int) -> None:
    """r = r + a, where `a` has n limbs and `r` as many as the sum needs."""
    carry = uword(0)
    for i in range(n):
        carry = carry + uword(a[i]) + uword(r[i])
        r[i] = Limb(carry)
        carry = carry >> LIMB_BITS
    if carry != 0:
        increment(r + n)


def multiply_equal(r: Ptr[Limb], a: Ptr[Limb], b: Ptr[Limb], n: int, work: Ptr[Limb]) -> None:
    """r = a * b of n limbs each (Karatsuba): with a = a1 B + a0, the middle of the product is
    a1 b1 + a0 b0 - (a1 - a0) (b1 - b0)."""
    if n < KARATSUBA_LIMBS:
        multiply(r, a, n, b, n)
        return
    low = n >> 1
    high = n - low
    negative = difference(r, a + low, high, a, low) != difference(r + high, b + low, high, b, low)
    multiply_equal(work, r, r + high, high, work + 2 * high)
    multiply_equal(r, a, b, low, work + 2 * high)
    multiply_equal(r + 2 * low, a + low, b + low, high, work + 2 * high)
    middle = work + 2 * high
    add(middle, r + 2 * low, 2 * high, r, 2 * low)
    if negative:
        add(middle, middle, 2 * high + 1, work, 2 * high)
    else:
        subtract(middle, middle, 2 * high + 1, work, 2 * high)
    add_into(r + low, middle, used(middle, 2 * high + 1))


def difference(r: Ptr[Limb], a: Ptr[Limb], n: int, b: Ptr[Limb], m: int) -> bool:
    """r = |a - b| in n limbs, n >= m; whether a < b."""
    if compare(a, used(a, n), b, used(b, m)) >= 0:
        subtract(r, a, n, b, m)
        return False
    subtract(r, b, m, a, m)
    fill_items(r + m, 0, n - m)
    return True


# Division and shifts.


def divide_limb(q: Ptr[Limb], a: Ptr[Limb], n: int, divisor: uword) -> uword:
    """q = a // divisor, a limb; the remainder. `q` may be `a`."""
    rest = uword(0)
    for i in reversed(range(n)):
        rest = rest << LIMB_BITS | uword(a[i])
        quotient = rest // divisor
        q[i] = Limb(quotient)
        rest = rest - quotient * divisor
    return rest


@hot
def divide_constant(a: Ptr[Limb], n: int) -> uword:
    """a = a // TEN_POWER; the remainder. Division by a constant is faster."""
    rest = uword(0)
    for i in reversed(range(n)):
        rest = rest << LIMB_BITS | uword(a[i])
        quotient = rest // TEN_POWER
        a[i] = Limb(quotient)
        rest = rest - quotient * TEN_POWER
    return rest


def divide_chunk(a: Ptr[Limb], n: int, chunk: uword) -> uword:
    """a = a // chunk, a limb; the remainder."""
    if LARGE and chunk == TEN_POWER:
        return divide_constant(a, n)
    return divide_limb(a, a, n, chunk)


def divide(q: Ptr[Limb], u: Ptr[Limb], n: int, v: Ptr[Limb], m: int) -> None:
    """q = u // v in n - m + 1 limbs, u = u % v (Knuth, volume 2, algorithm D).

    `u` has n + 1 limbs, n >= m >= 2; the highest bit of `v` is set."""
    top = uword(v[m - 1])
    second = uword(v[m - 2])
    for j in reversed(range(n - m + 1)):
        head = uword(u[j + m]) << LIMB_BITS | uword(u[j + m - 1])
        guess = uword(LIMB_MASK)
        if uword(u[j + m]) < top:
            guess = head // top
        rest = head - guess * top
        while rest <= LIMB_MASK and guess * second > (rest << LIMB_BITS | uword(u[j + m - 2])):
            guess = guess - 1
            rest = rest + top
        if subtract_product(u + j, v, m, guess):
            guess = guess - 1
            add_back(u + j, v, m)
        q[j] = Limb(guess)


@hot
def subtract_product(u: Ptr[Limb], v: Ptr[Limb], m: int, factor: uword) -> bool:
    """u = u - v * factor in m + 1 limbs; whether that is negative."""
    carry = uword(0)
    done = 0
    if LARGE:
        while done + 1 < m:
            x = pair(v, done)
            y = pair(u, done)
            low = uword(uword(x * factor) + carry)
            carry = uword(high_product(x, factor)) + uword(low < carry) + uword(y < low)
            put_pair(u, done, uword(y - low))
            done += 2
    for i in range(done, m):
        carry = uword(v[i]) * factor + carry
        rest = uword(uword(u[i]) - (carry & LIMB_MASK))
        u[i] = Limb(rest)
        carry = (carry >> LIMB_BITS) + (rest >> (WORD_BITS - 1))
    rest = uword(uword(u[m]) - carry)
    u[m] = Limb(rest)
    return rest >> (WORD_BITS - 1) != 0


def add_back(u: Ptr[Limb], v: Ptr[Limb], m: int) -> None:
    """u = u + v in m + 1 limbs, without what does not fit."""
    above = uword(u[m])
    add(u, u, m, v, m)
    u[m] = Limb(uword(u[m]) + above)


def shift_left(r: Ptr[Limb], a: Ptr[Limb], n: int, bits: int) -> None:
    """r = a << bits in n + 1 limbs, 0 <= bits < LIMB_BITS. `r` may be `a`."""
    carry = uword(0)
    for i in range(n):
        carry = carry | uword(a[i]) << bits
        r[i] = Limb(carry)
        carry = carry >> LIMB_BITS
    r[n] = Limb(carry)


def shift_right(r: Ptr[Limb], a: Ptr[Limb], n: int, bits: int) -> None:
    """r = a >> bits in n limbs, 0 <= bits < LIMB_BITS. `r` may be `a`, or lie below it."""
    for i in range(n):
        pair = uword(a[i])
        if i + 1 < n:
            pair = pair | uword(a[i + 1]) << LIMB_BITS
        r[i] = Limb(pair >> bits)


def shift_left_far(r: Ptr[Limb], a: Ptr[Limb], n: int, bits: int) -> None:
    """r = a << bits in n + bits // LIMB_BITS + 1 limbs."""
    whole = bits // LIMB_BITS
    fill_items(r, 0, whole)
    shift_left(r + whole, a, n, bits % LIMB_BITS)


def shift_right_far(r: Ptr[Limb], a: Ptr[Limb], n: int, bits: int) -> bool:
    """r = a >> bits in n - bits // LIMB_BITS limbs, at least one; whether a 1 was lost."""
    whole = bits // LIMB_BITS
    lost = uword(a[whole]) & ((uword(1) << bits % LIMB_BITS) - 1) != 0
    if used(a, whole) != 0:
        lost = True
    shift_right(r, a + whole, n - whole, bits % LIMB_BITS)
    return lost


def increment(a: Ptr[Limb]) -> None:
    """a = a + 1, which fits into the limbs of `a`."""
    i = 0
    while True:
        a[i] = Limb(uword(a[i]) + 1)
        if a[i] != 0:
            return
        i += 1
