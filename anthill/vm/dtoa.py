"""Floats to decimal digits and back, correctly rounded, for any number of digits.

Both ways are exact: a whole number is multiplied by powers of 2 and 10, divided by others, rounding
down and knowing whether anything was lost, and rounded half to even once at the end. No tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    FLOAT_BITS,
    Array,
    Object,
    Ptr,
    array_of,
    items_of,
    u8,
    u64,
    uword,
)
from anthill.vm import floats, limbs
from anthill.vm.features import LARGE
from anthill.vm.floats import INFINITY, MANTISSA_BITS, NAN
from anthill.vm.limbs import LIMB_BITS, LIMB_MASK, Limb

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer

SAFE_DIGITS = 15 if FLOAT_BITS == 64 else 6
"""Decimals with this many digits survive the way to a float and back."""
FULL_DIGITS = 17 if FLOAT_BITS == 64 else 9
"""So many digits tell any two floats apart."""
EXACT_POWER = 22 if FLOAT_BITS == 64 else 10
"""10 to this power is a float without rounding."""
LARGEST_POINT = 309 if FLOAT_BITS == 64 else 39
"""A decimal 0.d1d2d3... times 10 to more than this is infinite."""
SMALLEST_POINT = -324 if FLOAT_BITS == 64 else -45
"""A decimal 0.d1d2d3... times 10 to less than this is zero."""
SMALLEST_NORMAL = 2.0 ** (-1022 if FLOAT_BITS == 64 else -126)
"""Below, floats have fewer bits."""
FAR = 100000
"""Exponents beyond this are cut off."""
WORDS = b"infinitynan"
"""What floats may be beside numbers."""
INFINITY_SIZE = 8


class Decimal(Object):
    """A number as decimal digits: 0.d1d2d3... times 10 to the power of `point`."""

    digits: Str
    """The first is not 0 unless it is the only one."""
    count: int
    """How many of the digits count."""
    point: int


class Long(Object):
    """A whole number that is scaled."""

    limbs: Array[Limb]
    count: int
    """Limbs in use."""
    lost: bool
    """Whether a fraction was left out."""

    def scale(self, base: int, exponent: int) -> None:
        """Multiply by base**exponent, rounding down."""
        p = items_of(self.limbs)
        left = -exponent if exponent < 0 else exponent
        if LARGE and base == 2 and exponent < 0 and left // LIMB_BITS < self.count:
            if limbs.shift_right_far(p, p, self.count, left):
                self.lost = True
            self.count = limbs.used(p, self.count - left // LIMB_BITS)
            return
        while left > 0:
            factor = uword(1)
            while left > 0 and factor * uword(base) <= LIMB_MASK:
                factor = factor * uword(base)
                left -= 1
            if exponent > 0:
                self.multiply(factor, 0)
            else:
                if limbs.divide_limb(p, p, self.count, factor) != 0:
                    self.lost = True
                self.count = limbs.used(p, self.count)

    def multiply(self, factor: uword, term: uword) -> None:
        """Multiply by a limb and add one."""
        p = items_of(self.limbs)
        limbs.multiply_limb(p, p, self.count, factor, term)
        self.count = limbs.used(p, self.count + 1)

    def low_bits(self) -> u64:
        """The number itself, which has no more than 64 bits."""
        return limbs.low_bits(items_of(self.limbs), self.count)


def new_long(bits: int) -> Long:
    """0 with room for so many bits and 64 more."""
    return Long(array_of(Limb, (bits + 64) // LIMB_BITS + 2), 0, False)


def long_of(m: u64, bits: int) -> Long:
    """A number with room for so many bits more."""
    result = new_long(bits)
    while m != 0:
        result.limbs[result.count] = Limb(m)
        result.count += 1
        m = m >> LIMB_BITS
    return result


# Float to decimal.


def scaled(x: float, power: int) -> Long:
    """x * 10**power for a finite x >= 0, rounded half to even."""
    m = u64(0)
    e = 0
    if x != 0.0:
        m = floats.mantissa_of(x)
        e = floats.exponent_of(x) + 1
    result = long_of(m, max(e + power, 0) + 3 * max(power, 0))
    result.scale(5, max(power, 0))
    result.scale(2, e + power)
    result.scale(5, min(power, 0))
    result.multiply(1, uword(result.lost or result.limbs[0] & 2 != 0))
    result.scale(2, -1)
    return result


def to_decimal(n: Long, power: int) -> Decimal:
    """The digits of n * 10**power; n is no more then."""
    digits = bigint.digits_text(n.limbs, n.count, 10, False)
    return Decimal(digits, len(digits.data), len(digits.data) + power)


def magnitude_of_ten(x: float) -> int:
    """The exponent of ten of a finite x > 0, or one less: cheap."""
    return (floats.exponent_of(x) + 63) * 1233 >> 12


def significant(x: float, count: int) -> Decimal:
    """`count` significant digits of a finite x >= 0."""
    power = count - 1 if x == 0.0 else count - 1 - magnitude_of_ten(x)
    result = to_decimal(scaled(x, power), -power)
    if x == 0.0:
        result.point = 1
    elif result.count > count:
        result = to_decimal(scaled(x, power - 1), 1 - power)
    return result


def shortest(x: float) -> Decimal:
    """The fewest digits that read back as x >= 0; of those the nearest to x."""
    if x == 0.0:
        return significant(x, 1)
    ten = magnitude_of_ten(x)
    power = SAFE_DIGITS - 1 - ten
    n = quick_digits(x, power)
    if n == 0:
        count = 1 if x < SMALLEST_NORMAL else SAFE_DIGITS
        power = count - 1 - ten
        n = scaled(x, power).low_bits()
        while count <= FULL_DIGITS and from_decimal(n, -power) != x:
            if from_decimal(n + 1, -power) == x:
                n = n + 1
                break
            count += 1
            power += 1
            n = scaled(x, power).low_bits()
    while n % 10 == 0:
        n = n // 10
        power -= 1
    return to_decimal(long_of(n, 0), -power)


def quick_digits(x: float, power: int) -> u64:
    """x * 10**power if that is an integer of at most SAFE_DIGITS digits that reads back as x, else
    0: without long integers for the floats that come from short decimals."""
    if power < 0 or power > EXACT_POWER:
        return u64(0)
    ten = power_of_ten(power)
    product = x * ten + 0.5
    if product >= power_of_ten(SAFE_DIGITS):
        return u64(0)
    n = u64(product)
    return n if float(n) / ten == x else u64(0)


def power_of_ten(power: int) -> float:
    """10**power for 0 <= power <= EXACT_POWER."""
    result = 1.0
    for _ in range(power):
        result *= 10.0
    return result


# Decimal to float.


def from_decimal(n: u64, power: int) -> float:
    """The float nearest to n * 10**power."""
    if n >> MANTISSA_BITS == 0:
        if 0 <= power <= EXACT_POWER:
            return float(n) * power_of_ten(power)
        if -EXACT_POWER <= power < 0:
            return float(n) / power_of_ten(-power)
    return nearest(long_of(n, 64 + 3 * abs(power)), power)


def nearest(n: Long, power: int) -> float:
    """The float nearest to n * 10**power, where n has room for 64 + 3 * |power| bits more."""
    two = 64 - 3 * power if power < 0 else 0
    n.scale(2, two)
    n.scale(5, power)
    drop = max(limbs.bit_length(items_of(n.limbs), n.count) - 64, 0)
    n.scale(2, -drop)
    return floats.nearest(n.low_bits() | u64(n.lost), power + drop - two)


def is_digit(c: int) -> bool:
    """Whether a byte is 0 ... 9."""
    return ord("0") <= c <= ord("9")


def behind_digits(p: Ptr[u8], n: int, i: int) -> int:
    """The place behind digits, grouped by single underscores, that begin at `i`, if any do."""
    while i < n and (
        is_digit(p[i])
        or (p[i] == ord("_") and 0 < i < n - 1 and is_digit(p[i - 1]) and is_digit(p[i + 1]))
    ):
        i += 1
    return i


def parse_decimal(p: Ptr[u8], n: int) -> tuple[int, float]:
    """The longest unsigned decimal number at the start of `n` bytes, digits grouped by single
    underscores: the bytes it takes, 0 if there is none, and its value."""
    whole = behind_digits(p, n, 0)
    end = whole
    if end < n and p[end] == ord("."):
        end = behind_digits(p, n, end + 1)
    if whole == 0 and end < 2:
        return 0, 0.0
    size = end
    count = 0
    power = 0
    for i in range(size):
        if is_digit(p[i]):
            count += int(count != 0 or p[i] != ord("0"))
            power -= int(i > whole)
    if end < n and p[end] | 0x20 == ord("e"):
        i = end + 1
        minus = i < n and p[i] == ord("-")
        if minus or (i < n and p[i] == ord("+")):
            i += 1
        last = behind_digits(p, n, i)
        ten = 0
        while i < last:
            if p[i] != ord("_"):
                ten = min(ten * 10 + int(p[i]) - ord("0"), FAR)
            i += 1
            end = i
        power += -ten if minus else ten
    return end, from_digits(p, size, count, power)


def from_digits(p: Ptr[u8], n: int, count: int, power: int) -> float:
    """The float nearest to the integer of the digits among `n` bytes, times 10**power; `count` of
    them are behind zeros."""
    if count == 0 or count + power < SMALLEST_POINT:
        return 0.0
    if count + power > LARGEST_POINT:
        return INFINITY
    value = new_long(4 * count + 3 * abs(power))
    for i in range(n):
        if is_digit(p[i]):
            value.multiply(10, uword(p[i]) - ord("0"))
    if count <= SAFE_DIGITS:
        return from_decimal(value.low_bits(), power)
    return nearest(value, power)


def float_at(p: Ptr[u8], n: int) -> tuple[int, float]:
    """The longest float at the start of `n` bytes, as `float()` reads it: the bytes it takes, 0 if
    there is none, and its value."""
    start = 1 if n > 0 and (p[0] == ord("-") or p[0] == ord("+")) else 0
    size, x = parse_decimal(p + start, n - start)
    if size == 0:
        size, x = word_at(p + start, n - start)
    if size == 0:
        return 0, 0.0
    return start + size, -x if start and p[0] == ord("-") else x


def word_at(p: Ptr[u8], n: int) -> tuple[int, float]:
    """What `float_at` gives for `inf`, `infinity` and `nan`, in any case."""
    size = agreeing(p, n, 0)
    if size >= 3:
        return INFINITY_SIZE if size >= INFINITY_SIZE else 3, INFINITY
    return 3 if agreeing(p, n, INFINITY_SIZE) == 3 else 0, NAN


def agreeing(p: Ptr[u8], n: int, place: int) -> int:
    """How many bytes agree with WORDS from a place on."""
    count = 0
    while count < n and place + count < len(WORDS) and p[count] | 0x20 == WORDS[place + count]:
        count += 1
    return count


def round_to(x: float, digits: int) -> float:
    """x rounded to so many decimals, half to even; to tens or hundreds if `digits` is negative."""
    if not floats.is_finite(x) or x == 0.0:
        return x
    size = floats.magnitude(x)
    if digits > FULL_DIGITS - magnitude_of_ten(size):
        return x
    if digits < SMALLEST_POINT:
        return floats.with_sign(0.0, x)
    return floats.with_sign(from_decimal(scaled(size, digits).low_bits(), -digits), x)


# Text.

ALTERNATE = 1
"""Flag of `write_float`: keep the point and trailing zeros, `#`."""
CAPITALS = 2
"""Flag: `E`, `INF`, `NAN`."""
POINT_ZERO = 4
"""Flag: end in `.0` rather than without a point, as repr does."""


def write_repr(x: float, out: Writer) -> None:
    """Write `repr(x)`."""
    if floats.is_negative(x) and not floats.is_nan(x):
        out.write_char(ord("-"))
    write_float(x, ord("r"), 0, POINT_ZERO, out)


def write_float(x: float, kind: int, precision: int, flags: int, out: Writer) -> None:
    """Write x without its sign. `kind` is one of e f g, or r for the shortest digits."""
    if not floats.is_finite(x):
        write_special(x, flags, out)
        return
    x = floats.magnitude(x)
    if kind == ord("f"):
        write_fixed(to_decimal(scaled(x, precision), -precision), precision, flags, out)
    elif kind == ord("e"):
        write_exponential(significant(x, precision + 1), precision, flags, out)
    else:
        write_general(x, kind, precision, flags, out)


def write_special(x: float, flags: int, out: Writer) -> None:
    """Write `inf` or `nan`."""
    word = b"nan" if floats.is_nan(x) else b"inf"
    for i in range(3):
        out.write_char(word[i] - (32 if flags & CAPITALS else 0))


def write_general(x: float, kind: int, precision: int, flags: int, out: Writer) -> None:
    """Write x >= 0 with or without an exponent, whichever is shorter: kinds g and r."""
    if kind == ord("r"):
        decimal = shortest(x)
        limit = 16
    else:
        precision = max(precision, 1)
        decimal = significant(x, precision)
        limit = precision - (1 if flags & POINT_ZERO else 0)
    point = decimal.point
    if flags & ALTERNATE == 0 or kind == ord("r"):
        while decimal.count > 1 and decimal.digits.data[decimal.count - 1] == ord("0"):
            decimal.count -= 1
        precision = decimal.count
    if point <= -4 or point > limit:
        write_exponential(decimal, precision - 1, flags, out)
    else:
        decimals = precision - point
        if decimals < 1:
            decimals = 1 if flags & POINT_ZERO else 0
        write_fixed(decimal, decimals, flags, out)


def write_digits(decimal: Decimal, start: int, count: int, out: Writer) -> None:
    """Write `count` digits from place `start`; there are zeros outside those that are known."""
    known = decimal.count
    before = min(max(-start, 0), count)
    out.write_repeated(ord("0"), before)
    start += before
    count -= before
    there = min(max(known - start, 0), count)
    if there > 0:
        out.write(items_of(decimal.digits.data, start), there)
    out.write_repeated(ord("0"), count - there)


def write_fixed(decimal: Decimal, decimals: int, flags: int, out: Writer) -> None:
    """Write a number with this many digits behind the point."""
    point = decimal.point
    if point > 0:
        write_digits(decimal, 0, point, out)
    else:
        out.write_char(ord("0"))
    if decimals > 0 or flags & ALTERNATE:
        out.write_char(ord("."))
    write_digits(decimal, point, decimals, out)


def write_exponential(decimal: Decimal, decimals: int, flags: int, out: Writer) -> None:
    """Write a number as `d.ddde+dd`."""
    write_digits(decimal, 0, 1, out)
    if decimals > 0 or flags & ALTERNATE:
        out.write_char(ord("."))
    write_digits(decimal, 1, decimals, out)
    out.write_char(ord("E" if flags & CAPITALS else "e"))
    ten = decimal.point - 1
    out.write_char(ord("-" if ten < 0 else "+"))
    if -10 < ten < 10:
        out.write_char(ord("0"))
    out.write_int(-ten if ten < 0 else ten)


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects import bigint  # noqa: E402
