# boards: virtual
# Rational numbers: making, arithmetic with every other number, comparison, rounding, text.
from fractions import Fraction as F
import math, numbers
print(F(6, -4), F(), F(7), F("3/4"), F(" -1.25e2 "), F("1_000/3"), F(0.125), F(F(1, 3), F(2, 3)), repr(F(-1, 2)), F.from_float(0.1))
for bad in ("1/0", "x", "1//2", "1.", "", "1/ -2", ".", "3e"):
    try:
        print(F(bad))
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
a, b = F(7, 3), F(-2, 5)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 3, b ** -2, -a, +a, abs(b), bool(F(0)))
print(a + 1, 1 - a, 2 * a, 3 / a, a + 0.5, 0.5 - a, a * 1j, 1j / a, a ** 0.5, 2 ** a, 2 ** F(3), 7 // a, 7.5 % a, divmod(7, a), True + a)
print(a < b, a > 2, a == F(14, 6), a == 7 / 3, F(1, 2) == 0.5, F(1, 2) == 0.5 + 0j, a < 2.5, a >= math.inf, F(1, 2) != math.nan, a == "a")
print(hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), {F(1, 2): "half"}[0.5], len({F(2, 4), F(1, 2), 0.5}))
print(round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 3), round(F(1234), -2), math.floor(b), math.ceil(b), math.trunc(b), int(a), float(a), complex(a))
print(F(math.pi).limit_denominator(1000), F("3.1415926535897932").limit_denominator(100), a.as_integer_ratio(), F(4).is_integer(), a.numerator, a.denominator, a.real, a.imag, a.conjugate())
print(f"{a:.3f} {b:+.2e} {F(1234567, 3):,.2f} {F(1, 3):>10} {F(2, 3):010.4f} {F(1, 8):%} {F(10 ** 20):g} {b:_} {F(5):#}")
print(isinstance(a, numbers.Rational), isinstance(a, numbers.Real), sum([F(1, n) for n in range(1, 11)]), max(a, b), sorted([a, 1, 0.5, b]))
for action in (lambda: F(1, 0), lambda: F(1.5, 2), lambda: F([]), lambda: a / 0, lambda: F(0) ** -1, lambda: a + "x", lambda: a < 1j, lambda: f"{a:d}", lambda: F(1, 3).limit_denominator(0)):
    try:
        print(action())
    except (ZeroDivisionError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
