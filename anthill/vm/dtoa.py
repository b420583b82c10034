"""Floats to decimal digits and back, correctly rounded, for any number of digits.

Both ways are exact arithmetic on a `Big`, an unsigned integer in 32-bit pieces made for the one
conversion: multiply or divide by powers of 5 a piece at a time, shift, round half to even once at
the end. Bits lost below the last one are remembered in `sticky`. No tables.
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
    u32,
    u64,
)
from anthill.vm import floats
from anthill.vm.floats import (
    EXPONENT_BIAS,
    INFINITY,
    MANTISSA_BITS,
    NAN,
    float_bits,
)

if TYPE_CHECKING:
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
PARSED_DIGITS = 800
"""Digits that are read; of those behind it only matters whether all are zero."""

FIVES_STEP = 13
FIVES_FACTOR = 5**FIVES_STEP


class Big(Object):
    """An unsigned integer: `count` pieces, least significant first, no zeros at the top."""

    pieces: Array[u32]
    count: int
    sticky: bool
    """Whether the true value is larger by less than 1."""


class Decimal(Object):
    """A number as decimal digits: 0.d1d2d3... times 10 to the power of `point`."""

    digits: Array[u8]
    """ASCII digits; the first is not 0 unless it is the only one."""
    count: int
    point: int


# Arithmetic.


def new_big(value: u64, bits: int) -> Big:
    """A Big with this value and room for so many bits more than 64."""
    b = Big(array_of(u32, (bits >> 5) + 4), 0, False)
    b.pieces[0] = u32(value)
    b.pieces[1] = u32(value >> 32)
    b.count = 2
    trim(b)
    return b


def trim(b: Big) -> None:
    """Leave zeros at the top out of the count."""
    while b.count > 0 and b.pieces[b.count - 1] == 0:
        b.count -= 1


def bit_length(b: Big) -> int:
    """Bits of the value; 0 for zero."""
    bits = 32 * b.count
    if b.count:
        top = b.pieces[b.count - 1]
        while top & 0x80000000 == 0:
            top = u32(top << 1)
            bits -= 1
    return bits


def multiply_add(b: Big, factor: u32, term: u32) -> None:
    """b = b * factor + term."""
    carry = u64(term)
    for i in range(b.count):
        carry = u64(b.pieces[i]) * u64(factor) + carry
        b.pieces[i] = u32(carry)
        carry = carry >> 32
    if carry:
        b.pieces[b.count] = u32(carry)
        b.count += 1


def divide(b: Big, divisor: u32) -> u32:
    """b = b // divisor; the remainder."""
    rest = u64(0)
    i = b.count - 1
    while i >= 0:
        rest = rest << 32 | u64(b.pieces[i])
        b.pieces[i] = u32(rest // divisor)
        rest = rest % divisor
        i -= 1
    trim(b)
    return u32(rest)


def scale_by_fives(b: Big, power: int) -> None:
    """b = b * 5**power, rounded down into `sticky`."""
    while power > 0:
        step = min(power, FIVES_STEP)
        multiply_add(b, u32(five_to(step)), u32(0))
        power -= step
    while power < 0:
        step = min(-power, FIVES_STEP)
        if divide(b, u32(five_to(step))) != 0:
            b.sticky = True
        power += step


def five_to(power: int) -> int:
    """5**power for 0 <= power <= FIVES_STEP."""
    result = 1
    for _ in range(power):
        result *= 5
    return result


def shift_left(b: Big, bits: int) -> None:
    """b = b << bits."""
    whole = bits >> 5
    part = bits & 31
    b.pieces[b.count] = u32(0)
    i = b.count
    while i >= 0:
        pair = u64(b.pieces[i]) << 32
        if i > 0:
            pair = pair | u64(b.pieces[i - 1])
        b.pieces[i + whole] = u32(pair >> (32 - part))
        i -= 1
    for k in range(whole):
        b.pieces[k] = u32(0)
    b.count += whole + 1
    trim(b)


def shift_right(b: Big, bits: int) -> None:
    """b = b >> bits, rounded down into `sticky`."""
    whole = bits >> 5
    part = bits & 31
    if whole >= b.count:
        b.sticky = b.sticky or b.count != 0
        b.count = 0
        return
    for k in range(whole):
        if b.pieces[k] != 0:
            b.sticky = True
    if b.pieces[whole] & ((1 << part) - 1):
        b.sticky = True
    for i in range(whole, b.count):
        pair = u64(b.pieces[i])
        if i + 1 < b.count:
            pair = pair | u64(b.pieces[i + 1]) << 32
        b.pieces[i - whole] = u32(pair >> part)
    b.count -= whole
    trim(b)


def round_right(b: Big, bits: int) -> None:
    """b = b / 2**bits, rounded half to even."""
    if bits == 0:
        return
    shift_right(b, bits - 1)
    if b.count == 0:
        return
    low = b.pieces[0] & 3
    sticky = b.sticky
    shift_right(b, 1)
    if low == 3 or (low == 1 and sticky):
        multiply_add(b, u32(1), u32(1))
        if b.count == 0:
            b.pieces[0] = u32(1)
            b.count = 1


def low_bits(b: Big) -> u64:
    """The value, which is below 2**64."""
    low = u64(b.pieces[0]) if b.count > 0 else u64(0)
    return low | u64(b.pieces[1]) << 32 if b.count > 1 else low


# Float to decimal.


def mantissa(x: float) -> u64:
    """The integer mantissa of a finite x >= 0."""
    bits = float_bits(x)
    fraction = u64(bits & ((1 << (MANTISSA_BITS - 1)) - 1))
    if bits >> (MANTISSA_BITS - 1) != 0:
        fraction = fraction | u64(1) << (MANTISSA_BITS - 1)
    return fraction


def exponent(x: float) -> int:
    """x >= 0 is its mantissa times 2 to this power."""
    field = int(float_bits(x) >> (MANTISSA_BITS - 1))
    return (field if field else 1) - EXPONENT_BIAS


def scaled(x: float, power: int) -> Big:
    """x * 10**power for a finite x >= 0, rounded half to even."""
    shift = exponent(x) + power
    room = power * 5 >> 1 if power > 0 else 0
    b = new_big(mantissa(x), room + (shift + 64 if shift > 0 else 0))
    if power >= 0:
        scale_by_fives(b, power)
        if shift >= 0:
            shift_left(b, shift)
        else:
            round_right(b, -shift)
    else:
        left = shift + 2 if shift > -2 else 0
        shift_left(b, left)
        scale_by_fives(b, power)
        round_right(b, left - shift)
    return b


def to_decimal(b: Big, power: int) -> Decimal:
    """The digits of b * 10**power; b is used up."""
    size = 9 * ((bit_length(b) * 1234 >> 12) // 9 + 2)
    digits = array_of(u8, size)
    start = size
    while b.count > 0:
        rest = divide(b, u32(1000000000))
        for _ in range(9):
            start -= 1
            digits[start] = u8(ord("0") + rest % 10)
            rest = rest // 10
    while start < size and digits[start] == ord("0"):
        start += 1
    if start == size:
        start = size - 1
        digits[start] = ord("0")
    count = size - start
    for i in range(count):
        digits[i] = digits[start + i]
    return Decimal(digits, count, count + power)


def magnitude_of_ten(x: float) -> int:
    """The exponent of ten of a finite x > 0, or one less: cheap."""
    bits = MANTISSA_BITS + exponent(x) - 1
    m = mantissa(x)
    while m >> (MANTISSA_BITS - 1) == 0:
        m = m << 1
        bits -= 1
    return bits * 1233 >> 12


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
        count = SAFE_DIGITS
        if mantissa(x) >> (MANTISSA_BITS - 1) == 0:
            count = 1
        power = count - 1 - ten
        n = low_bits(scaled(x, power))
        while count <= FULL_DIGITS and from_decimal(n, -power) != x:
            if from_decimal(n + 1, -power) == x:
                n = n + 1
                break
            count += 1
            power += 1
            n = low_bits(scaled(x, power))
    while n % 10 == 0:
        n = n // 10
        power -= 1
    return to_decimal(new_big(n, 0), -power)


def quick_digits(x: float, power: int) -> u64:
    """x * 10**power if that is an integer of at most SAFE_DIGITS digits that reads back as x, else
    0: without a Big for the floats that come from short decimals."""
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
    return from_big(new_big(n, big_room(power)), power)


def big_room(power: int) -> int:
    """Bits that `from_big` needs beside those of the integer."""
    return power * 5 >> 1 if power > 0 else 96 - (power * 5 >> 1)


def from_big(b: Big, power: int) -> float:
    """The float nearest to b * 10**power; b is used up and has `big_room(power)` bits to spare."""
    if b.count == 0:
        return 0.0
    two = power
    if power < 0:
        left = 66 - bit_length(b) - (power * 2379 >> 10)
        if left > 0:
            shift_left(b, left)
            two -= left
    scale_by_fives(b, power)
    return nearest_float(b, two)


def nearest_float(b: Big, two: int) -> float:
    """The float nearest to b * 2**two; b is used up."""
    bits = bit_length(b)
    if bits > 64:
        shift_right(b, bits - 64)
        return floats.nearest(low_bits(b) | (1 if b.sticky else 0), two + bits - 64)
    left = 64 - bits if bits else 0
    m = low_bits(b) << left
    return floats.nearest(m | (1 if b.sticky else 0), two - left)


def is_digit(c: int) -> bool:
    """Whether a byte is 0 ... 9."""
    return ord("0") <= c <= ord("9")


def parse_decimal(p: Ptr[u8], n: int) -> tuple[int, float]:
    """The longest unsigned decimal number at the start of `n` bytes, digits grouped by single
    underscores: the bytes it takes, 0 if there is none, and its value."""
    value = u64(0)
    taken = 0
    dropped = 0
    fraction = 0
    seen_point = False
    digits = 0
    i = 0
    while i < n:
        c = p[i]
        if is_digit(c):
            digits += 1
            if seen_point:
                fraction += 1
            if taken or c != ord("0"):
                taken += 1
            if taken <= 19:
                value = value * 10 + u64(c - ord("0"))
            else:
                dropped += 1
        elif c == ord(".") and not seen_point:
            seen_point = True
        elif c != ord("_") or not is_grouping(p, n, i):
            break
        i += 1
    if digits == 0:
        return 0, 0.0
    end = i
    power = 0
    if i < n and p[i] | 0x20 == ord("e"):
        i += 1
        minus = i < n and p[i] == ord("-")
        if i < n and (minus or p[i] == ord("+")):
            i += 1
        while i < n and (is_digit(p[i]) or (p[i] == ord("_") and is_grouping(p, n, i))):
            if p[i] != ord("_") and power < 100000:
                power = power * 10 + int(p[i]) - ord("0")
            i += 1
            end = i
        if minus:
            power = -power
    return end, assemble(p, value, taken, dropped, power - fraction)


def is_grouping(p: Ptr[u8], n: int, i: int) -> bool:
    """Whether the underscore at `i` stands between digits."""
    return 0 < i < n - 1 and is_digit(p[i - 1]) and is_digit(p[i + 1])


def assemble(p: Ptr[u8], value: u64, taken: int, dropped: int, power: int) -> float:
    """The float of a decimal whose first 19 digits are `value`; `p` has them all, `taken` counts
    them without leading zeros, and `power` is that of the last."""
    if taken == 0 or taken + power < SMALLEST_POINT:
        return 0.0
    if taken + power > LARGEST_POINT:
        return INFINITY
    if dropped == 0:
        return from_decimal(value, power)
    used = min(taken, PARSED_DIGITS)
    power += taken - used
    b = new_big(u64(0), used * 7 // 2 + big_room(power))
    count = 0
    while count < taken:
        c = p[0]
        p = p + 1
        if is_digit(c) and (count or c != ord("0")):
            count += 1
            if count <= used:
                append_digit(b, c)
            elif c != ord("0"):
                b.sticky = True
    return from_big(b, power)


def append_digit(b: Big, c: u8) -> None:
    """b = 10 * b + the digit."""
    if b.count == 0:
        b.pieces[0] = u32(c - ord("0"))
        b.count = 1
        trim(b)
    else:
        multiply_add(b, u32(10), u32(c - ord("0")))


def parse_float(p: Ptr[u8], n: int) -> tuple[bool, float]:
    """What `float()` reads from `n` bytes without blanks around: whether it is one, its value."""
    start = 0
    if n and (p[0] == ord("-") or p[0] == ord("+")):
        start = 1
    size, value = parse_decimal(p + start, n - start)
    if size == 0:
        if is_word(p + start, n - start, b"inf") or is_word(p + start, n - start, b"infinity"):
            value = INFINITY
        elif is_word(p + start, n - start, b"nan"):
            value = NAN
        else:
            return False, 0.0
        size = n - start
    if size != n - start:
        return False, 0.0
    return True, -value if p[0] == ord("-") else value


def is_word(p: Ptr[u8], n: int, word: bytes) -> bool:
    """Whether `n` bytes are this lower-case word, in any case."""
    if n != len(word):
        return False
    for i in range(n):
        if p[i] | 0x20 != word[i]:
            return False
    return True


def round_to(x: float, digits: int) -> float:
    """x rounded to so many decimals, half to even; to tens or hundreds if `digits` is negative."""
    if not floats.is_finite(x) or x == 0.0:
        return x
    size = floats.magnitude(x)
    if digits > FULL_DIGITS - magnitude_of_ten(size):
        return x
    if digits < SMALLEST_POINT:
        return floats.with_sign(0.0, x)
    b = scaled(size, digits)
    grown = new_big(u64(0), 32 * b.count + big_room(-digits))
    for i in range(b.count):
        grown.pieces[i] = b.pieces[i]
    grown.count = b.count
    return floats.with_sign(from_big(grown, -digits), x)


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
        while decimal.count > 1 and decimal.digits[decimal.count - 1] == ord("0"):
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
        out.write(items_of(decimal.digits, start), there)
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
