"""Roots, exponentials, logarithms and angles in integer arithmetic: small, and the same everywhere.

A number on its way is a 64-bit mantissa and an exponent of 2: m * 2**e. In fixed point, Qn means a
u64 that stands for itself times 2**-n. Each function reduces its argument to a short range and sums
a Taylor series there to 62 bits or more, so that results are within 0.51 units of a float's last
place, save `power` with large results (see there). The constants are computed when the module is
imported. The host has its C library's `pow` and `log`, which are faster and as good.
"""

from __future__ import annotations

from fractions import Fraction

from anthill.typed import WORD_BITS, Array, array_of, high_product, noinline, u64
from anthill.vm import libm
from anthill.vm.features import LARGE
from anthill.vm.floats import (
    INFINITY,
    NAN,
    PI,
    exponent_of,
    floor,
    fmod,
    is_finite,
    is_nan,
    is_negative,
    leading_zeros,
    magnitude,
    mantissa_of,
    nearest,
    shifted,
    with_sign,
)

TOP = 1 << 63
LOW_32 = 0xFFFFFFFF

# Constants, from exact fractions.


def _arctangent(denominator: int) -> Fraction:
    """atan(1/denominator) to 1400 bits."""
    one = 1 << 1500
    term, total, n = one // denominator, 0, 1
    while term:
        total += term // n if n & 2 == 0 else -(term // n)
        term //= denominator * denominator
        n += 2
    return Fraction(total, one)


def _logarithm(x: Fraction) -> Fraction:
    """log(x) to 200 bits, for x from 1 to 2."""
    one = 1 << 300
    z = (x - 1) / (x + 1)
    power, total, n = z, Fraction(0), 1
    while power > Fraction(1, one):
        total += power / n
        power = Fraction(int(power * z * z * one), one)
        n += 2
    return 2 * total


_PI = 4 * (4 * _arctangent(5) - _arctangent(239))
_LN2 = _logarithm(Fraction(2))
_LN10 = _logarithm(Fraction(10, 8)) + 3 * _LN2


def _table(numbers: list[int]) -> Array[u64]:
    table = array_of(u64, len(numbers))
    for place, number in enumerate(numbers):
        table[place] = number
    return table


def _factorial(n: int) -> int:
    return n * _factorial(n - 1) if n > 1 else 1


FACTORIALS: Array[u64] = _table([TOP // _factorial(n) for n in range(21)])
"""1/n! in Q63, where there is flash for them."""
ODD: Array[u64] = _table([TOP // (2 * n + 1) for n in range(24)])
"""1/(2n+1) in Q63, where there is flash for them."""

PADDING = 128
"""Zero bits before the point of 2/pi in TWO_BY_PI."""
_BITS = int(2 / _PI * (1 << 1216))
TWO_BY_PI: Array[u64] = _table(
    [0, 0, *((_BITS >> (1152 - 64 * n)) & (1 << 64) - 1 for n in range(19))]
)
"""2/pi, most significant bits first: enough for the largest float."""

HALF_PI_63 = int(_PI / 2 * (1 << 63))
PI_62 = int(_PI * (1 << 62))
QUARTER_PI_62 = int(_PI / 4 * (1 << 62))
TANGENT_LIMIT = int(0.41421356 * (1 << 64))
"""About tan(pi/8) in Q64."""
ROOT_2 = int(1.41421356 * (1 << 63))
LN2_64 = int(_LN2 * (1 << 64))
LOG2E_HIGH = int(1 / _LN2 * (1 << 63))
LOG10_2_64 = int(_LN2 / _LN10 * (1 << 64))
LOG2E_LOW = int(1 / _LN2 * (1 << 127)) & (1 << 64) - 1

# Bases of logarithms.
NATURAL = 0
BINARY = 1
DECIMAL = 2

# Arithmetic.


@noinline
def multiply_high(a: u64, b: u64) -> u64:
    """The upper half of the product."""
    if WORD_BITS == 64:
        return high_product(a, b)
    low = (a & LOW_32) * (b & LOW_32)
    middle = (a >> 32) * (b & LOW_32) + (low >> 32)
    other = (a & LOW_32) * (b >> 32) + (middle & LOW_32)
    return (a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32)


def quotient(a: u64, b: u64) -> u64:
    """a / b in Q64 for a < b, rounded down."""
    result = u64(0)
    for _ in range(64):
        carry = a >> 63
        a = u64(a << 1)
        result = u64(result << 1)
        if carry != 0 or a >= b:
            a = u64(a - b)
            result = result | 1
    return result


def square_root(m: u64) -> u64:
    """The root of m * 2**56, 60 bits for an m of 64 or 63; the lowest bit is set if it is not
    exact."""
    root = u64(0)
    rest = u64(0)
    for _ in range(60):
        rest = rest << 2 | m >> 62
        m = u64(m << 2)
        trial = root << 2 | 1
        root = root << 1
        if rest >= trial:
            rest = rest - trial
            root = root | 1
    return root | 1 if rest != 0 else root


def series(n: int, x: u64, step: int) -> u64:
    """For steps of 1: 1 + x/1! + x**2/2! + ... + x**n/n!. For steps of 2, where x is a square, what
    a cosine is or a sine divided by its angle, up to n!: 1 - x/2! + x**2/4! - ... for an even n,
    1 - x/3! + x**2/5! - ... for an odd one. x is in Q64, the result in Q63."""
    total = u64(0)
    while n >= 0:
        total = multiply_high(total, x)
        if not LARGE:
            total = total // u64(n + 1 if step == 1 else (n + 1) * (n + 2))
        one = FACTORIALS[n] if LARGE else u64(TOP)
        total = one + total if step == 1 else one - total
        n -= step
    return total


def odd_series(n: int, x: u64, alternating: bool) -> u64:
    """1 + x/3 + x**2/5 + ... + x**n/(2n+1), or 1 - x/3 + ..., for x in Q64; result in Q63."""
    total = u64(0)
    while n >= 0:
        total = multiply_high(total, x)
        term = ODD[n] if LARGE else u64(TOP) // u64(2 * n + 1)
        total = term - total if alternating else term + total
        n -= 1
    return total


def full(m: u64, e: int) -> tuple[u64, int]:
    """m * 2**e with the highest bit of the mantissa set, for m != 0."""
    zeros = leading_zeros(m)
    return m << zeros, e - zeros


# Roots.


def root_of(m: u64, e: int) -> tuple[u64, int]:
    """The root of m * 2**e for a mantissa of 64 or 63 bits."""
    odd = e & 1
    return square_root(m >> odd), (e + odd - 56) >> 1


def sqrt(x: float) -> float:
    """The square root."""
    if WORD_BITS == 64:
        return libm.sqrt(x)
    if x < 0.0 or is_nan(x):
        return NAN
    if x == 0.0 or not is_finite(x):
        return x
    root, e = root_of(mantissa_of(x), exponent_of(x))
    return nearest(root, e)


# Exponentials and logarithms.


def exp(x: float) -> float:
    """e to the power x."""
    if not is_finite(x):
        return 0.0 if x < 0.0 else x
    if x == 0.0:
        return 1.0
    m = mantissa_of(x)
    low = u64(m * LOG2E_HIGH)
    more = multiply_high(m, LOG2E_LOW)
    high = multiply_high(m, LOG2E_HIGH)
    if u64(low + more) < low:
        high = high + 1
    return power_of_two(high, u64(low + more), exponent_of(x) + 1, is_negative(x))


def power_of_two(high: u64, low: u64, e: int, negative: bool) -> float:
    """2 to the power +-(high * 2**64 + low) * 2**(e - 64): so e is that of the fraction in Q64."""
    if e > -50:
        return 0.0 if negative else INFINITY
    whole = int(shifted(high, e))
    fraction = shifted(low, e) | shifted(high, e + 64) if e > -64 else shifted(high, e + 64)
    if negative:
        whole = -whole
        if fraction != 0:
            whole -= 1
            fraction = u64(-fraction)
    total = series(20, multiply_high(fraction, LN2_64), 1)
    return nearest(total, whole - 63)


def ratio(n: u64, d: u64) -> tuple[u64, int]:
    """z = n / (2 d) as mantissa and exponent, for n and d in the same Q and n < 2 d."""
    m, e = full(n, -64)
    return quotient(m >> 1, d), e


def logarithm(x: float) -> tuple[bool, u64, int]:
    """The logarithm to base 2 of a finite x > 0: its sign, mantissa and exponent. With m = x / 2**e
    near 1 and z = (m - 1) / (m + 1), log(m) is 2 z (1 + z**2/3 + ...)."""
    m = mantissa_of(x)
    e = exponent_of(x) + 63
    above = m <= ROOT_2
    n = m - TOP
    d = (m >> 1) + (TOP >> 1)
    if not above:
        e += 1
        n = u64(-m)
        d = (m >> 1) + TOP
    part = u64(0)
    part_e = 0
    if n != 0:
        z, z_e = ratio(n, d)
        z_64 = shifted(z, z_e + 64)
        part = multiply_high(z, odd_series(12, multiply_high(z_64, z_64), False))
        part = multiply_high(part, LOG2E_HIGH)
        part_e = z_e + 3
    if e == 0:
        return not above, part, part_e
    # The whole number e and the part, which has the sign of `above`.
    high = u64(-e if e < 0 else e)
    low = shifted(part, part_e + 64)
    if above != (e > 0):
        if low != 0:
            high = high - 1
        low = u64(-low)
    if high == 0:
        return e < 0, low, -64
    zeros = leading_zeros(high)
    return e < 0, high << zeros | low >> (64 - zeros) | (1 if u64(low << zeros) != 0 else 0), -zeros


def log(x: float, base: int) -> float:
    """The logarithm to e, 2 or 10: base is NATURAL, BINARY or DECIMAL; NaN for x <= 0."""
    if not x > 0.0:
        return NAN
    if not is_finite(x):
        return x
    if WORD_BITS == 64 and base == NATURAL:
        return libm.log(x)
    negative, m, e = logarithm(x)
    if base != BINARY:
        m = multiply_high(m, LN2_64 if base == NATURAL else LOG10_2_64)
    return -nearest(m, e) if negative else nearest(m, e)


def log2(x: float) -> float:
    """The logarithm to base 2; NaN for x <= 0."""
    return log(x, BINARY)


def log10(x: float) -> float:
    """The logarithm to base 10; NaN for x <= 0."""
    return log(x, DECIMAL)


def power(x: float, y: float) -> float:
    """x to the power y; x is not 0 when y is negative. Within one unit of the last place for
    results from 1e-30 to 1e30, within four elsewhere; exact whole powers are exact."""
    if WORD_BITS == 64:
        return libm.power(x, y)
    if y == 0.0 or x == 1.0:
        return 1.0
    if is_nan(x) or is_nan(y):
        return NAN
    size = magnitude(x)
    odd = is_finite(y) and magnitude(fmod(y, 2.0)) == 1.0
    if not is_finite(y):
        if size == 1.0:
            return 1.0
        return INFINITY if (size > 1.0) == (y > 0.0) else 0.0
    if x < 0.0 and is_finite(x) and floor(y) != y:
        return NAN
    if size == 0.0 or not is_finite(size):
        result = INFINITY if (size != 0.0) == (y > 0.0) else 0.0
    elif magnitude(y) <= 1024.0 and floor(y) == y:
        result = whole_power(size, int(magnitude(y)), y < 0.0)
    else:
        negative, m, e = logarithm(size)
        if m == 0:
            result = 1.0
        else:
            m, e = full(m, e)
            n = mantissa_of(y)
            e += 64 + exponent_of(y)
            result = power_of_two(multiply_high(m, n), u64(m * n), e, negative != (y < 0.0))
    return -result if odd and is_negative(x) else result


def whole_power(x: float, count: int, inverse: bool) -> float:
    """x to the power count for x > 0, or 1 by that, by squaring mantissas of 64 bits."""
    m = mantissa_of(x)
    e = exponent_of(x)
    total = u64(TOP)
    total_e = -63
    while count > 0:
        if count & 1:
            total, total_e = product(total, total_e, m, e)
        count = count >> 1
        if count > 0:
            m, e = product(m, e, m, e)
    if inverse:
        total, total_e = quotient(u64(TOP >> 1), total), -126 - total_e
    return nearest(total, total_e)


def product(a: u64, a_e: int, b: u64, b_e: int) -> tuple[u64, int]:
    """The product of two numbers with full mantissas, with a full mantissa, rounded."""
    high = multiply_high(a, b)
    low = u64(a * b)
    e = a_e + b_e + 64
    if high >> 63 == 0:
        high = high << 1 | low >> 63
        low = u64(low << 1)
        e -= 1
    if low >> 63 and high != u64(-1):
        high = high + 1
    return high, e


# Angles.


def window(offset: int) -> u64:
    """64 bits of 2/pi from a bit of TWO_BY_PI on."""
    place = offset >> 6
    shift = offset & 63
    if shift == 0:
        return TWO_BY_PI[place]
    return u64(TWO_BY_PI[place] << shift) | TWO_BY_PI[place + 1] >> (64 - shift)


def reduced(x: float) -> tuple[int, bool, u64, int]:
    """A finite x >= 0 as a multiple of pi/2 and a rest of at most pi/4: the multiple modulo 4, the
    rest's sign, mantissa and exponent."""
    m = mantissa_of(x)
    e = exponent_of(x)
    if x < 0.785:
        return 0, False, m, e
    # m * 2/pi * 2**e modulo 4, as 128 bits of fixed point with two bits before the point. Bits of
    # 2/pi that are worth 4 or more after the product are left out.
    offset = e - 2 + PADDING
    p1 = u64(m * window(offset + 64))
    p2 = u64(m * window(offset)) + multiply_high(m, window(offset + 64))
    carry = multiply_high(m, window(offset + 128))
    if u64(p1 + carry) < p1:
        p2 = p2 + 1
    p1 = u64(p1 + carry)
    p2 = u64(p2)
    quadrant = int(p2 >> 62)
    p2 = u64(p2 << 2) | p1 >> 62
    p1 = u64(p1 << 2)
    negative = p2 >> 63 != 0
    if negative:
        quadrant += 1
        p2 = u64(~p2) if p1 != 0 else u64(-p2)
        p1 = u64(-p1)
    zeros = leading_zeros(p2) if p2 != 0 else 64
    rest = p1
    if zeros == 0:
        rest = p2
    elif zeros < 64:
        rest = u64(p2 << zeros) | p1 >> (64 - zeros)
    return quadrant & 3, negative, multiply_high(rest, HALF_PI_63), 1 - 64 - zeros


def sine_part(m: u64, e: int) -> tuple[u64, int]:
    """The sine of an angle up to pi/4."""
    x = shifted(m, e + 64)
    return multiply_high(m, series(19, multiply_high(x, x), 2)), e + 1


def cosine_part(m: u64, e: int) -> tuple[u64, int]:
    """The cosine of an angle up to pi/4."""
    x = shifted(m, e + 64)
    return series(20, multiply_high(x, x), 2), -63


def sin(x: float) -> float:
    """Sine."""
    return sine(x, 0) if x != 0.0 else x


def cos(x: float) -> float:
    """Cosine."""
    return sine(magnitude(x), 1) if x != 0.0 else 1.0


def sine(x: float, quarter: int) -> float:
    """sin(x + quarter * pi/2) for x != 0."""
    if not is_finite(x):
        return NAN
    quadrant, negative, m, e = reduced(magnitude(x))
    quadrant += quarter
    minus = is_negative(x) != (quadrant & 2 != 0)
    if quadrant & 1:
        m, e = cosine_part(m, e)
    else:
        m, e = sine_part(m, e)
        minus = minus != negative
    return -nearest(m, e) if minus else nearest(m, e)


def tan(x: float) -> float:
    """Tangent."""
    if not is_finite(x):
        return NAN
    if x == 0.0:
        return x
    quadrant, negative, m, e = reduced(magnitude(x))
    s, s_e = sine_part(m, e)
    c, c_e = cosine_part(m, e)
    minus = negative != is_negative(x)
    if quadrant & 1:
        s, s_e, c, c_e = c, c_e, s, s_e
        minus = not minus
    s_zeros = leading_zeros(s)
    c_zeros = leading_zeros(c)
    result = nearest(
        quotient(s << s_zeros >> 1, c << c_zeros), s_e - s_zeros + 1 - (c_e - c_zeros) - 64
    )
    return -result if minus else result


def angle(y: u64, y_e: int, x: u64, x_e: int, behind: bool) -> float:
    """The angle of the point (x, y) for full mantissas, or of (-x, y)."""
    swapped = y_e > x_e or (y_e == x_e and y > x)
    if swapped:
        x, x_e, y, y_e = y, y_e, x, x_e
    m = u64(0)
    e = -62
    if x == y and x_e == y_e:
        m = u64(QUARTER_PI_62)
    else:
        m, e = arctangent(quotient(y >> 1, x), y_e - x_e - 63)
    if not swapped and not behind:
        return nearest(m, e)
    m = shifted(m, e + 62)
    if not swapped:
        m = PI_62 - m
    elif behind:
        m = (PI_62 >> 1) + m
    else:
        m = (PI_62 >> 1) - m
    return nearest(m, -62)


def arctangent(t: u64, e: int) -> tuple[u64, int]:
    """atan(t * 2**e) for less than 1, as mantissa and exponent."""
    x = shifted(t, e + 64)
    if x <= TANGENT_LIMIT:
        square = multiply_high(x, x)
        return multiply_high(t, odd_series(23, square, True)), e + 1
    u, u_e = ratio(u64(-x), (x >> 1) + TOP)
    x = shifted(u, u_e + 64)
    part = multiply_high(u, odd_series(23, multiply_high(x, x), True))
    return QUARTER_PI_62 - shifted(part, u_e + 1 + 62), -62


def atan2(y: float, x: float) -> float:
    """Angle of the point (x, y)."""
    if is_nan(x) or is_nan(y):
        return NAN
    behind = is_negative(x)
    if not is_finite(x):
        x = with_sign(1.0, x) if not is_finite(y) else x
        y = with_sign(1.0, y) if not is_finite(y) else with_sign(0.0, y)
    elif not is_finite(y):
        x = 0.0
    if y == 0.0:
        return with_sign(PI if behind else 0.0, y)
    if x == 0.0:
        return with_sign(PI / 2.0, y)
    return with_sign(
        angle(mantissa_of(y), exponent_of(y), mantissa_of(x), exponent_of(x), behind), y
    )


def atan(x: float) -> float:
    """Arc tangent."""
    return atan2(x, 1.0)


def cathetus(x: float) -> tuple[u64, int]:
    """The root of 1 - x**2 for 0 < |x| < 1, as full mantissa and exponent: from 1 - x and 1 + x."""
    x_64 = shifted(mantissa_of(x), exponent_of(x) + 64)
    n = u64(-x_64)
    if n == 0:
        return u64(TOP), -63
    m, e = full(n, -63)
    m, e = full(multiply_high(m, (x_64 >> 1) + TOP), e)
    m, e = root_of(m, e)
    return full(m, e)


def asin(x: float) -> float:
    """Arc sine."""
    return arc(x, False)


def acos(x: float) -> float:
    """Arc cosine."""
    return arc(x, True)


def arc(x: float, cosine: bool) -> float:
    """The angle whose sine or cosine is x."""
    rest = 1.0 - magnitude(x)
    if not rest >= 0.0:
        return NAN
    if rest == 0.0 or x == 0.0:
        return atan2(rest, x) if cosine else atan2(x, rest)
    root, e = cathetus(x)
    m = mantissa_of(x)
    m_e = exponent_of(x)
    if cosine:
        return angle(root, e, m, m_e, x < 0.0)
    return with_sign(angle(m, m_e, root, e, False), x)
