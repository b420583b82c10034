"""Rational numbers of any size."""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]


def _parsed(text):
    """Numerator and denominator in a text such as `-3/4`, `1.25` or `1e-3`."""
    source = text.strip()
    sign = 1
    rest = source
    if rest[:1] in ("+", "-"):
        sign = -1 if rest[0] == "-" else 1
        rest = rest[1:]
    try:
        if "/" in rest:
            top, bottom = rest.split("/", 1)
            top, bottom = top.rstrip(), bottom.lstrip()
            numerator, denominator = _digits(top), _digits(bottom)
            if denominator == 0:
                raise ZeroDivisionError(f"Fraction({sign * numerator}, 0)")
            return sign * numerator, denominator
        mantissa, mark, exponent = rest.replace("E", "e").partition("e")
        power = 0
        if mark:
            negative = exponent[:1] == "-"
            power = _digits(exponent[1:] if exponent[:1] in ("+", "-") else exponent)
            power = -power if negative else power
        whole, _, decimals = mantissa.partition(".")
        if not whole and not decimals:
            raise ValueError
        numerator = _digits(whole) if whole else 0
        if decimals:
            numerator = numerator * 10 ** len(decimals.replace("_", "")) + _digits(decimals)
            power -= len(decimals.replace("_", ""))
    except ValueError:
        raise ValueError(f"Invalid literal for Fraction: {text!r}") from None
    if power >= 0:
        return sign * numerator * 10**power, 1
    return sign * numerator, 10**-power


def _digits(text):
    """The integer of digits alone, which single underscores may group."""
    if not text[:1].isdecimal():
        raise ValueError
    return int(text)


class Fraction(numbers.Rational):
    """A rational number in lowest terms, its denominator above 0."""

    __slots__ = ("_denominator", "_numerator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            elif isinstance(numerator, str):
                numerator, denominator = _parsed(numerator)
            elif hasattr(numerator, "as_integer_ratio"):
                numerator, denominator = numerator.as_integer_ratio()
                self._numerator, self._denominator = numerator, denominator
                return self
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self._numerator, self._denominator = numerator // divisor, denominator // divisor
        return self

    @classmethod
    def from_float(cls, f):
        """The value of a float, or of an integer, exactly."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(
                f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})"
            )
        return cls._made(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The value of a Decimal, or of an integer, exactly."""
        if isinstance(dec, numbers.Integral):
            return cls(dec)
        if type(dec).__name__ != "Decimal":
            raise TypeError(
                f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} "
                f"({type(dec).__name__})"
            )
        return cls._made(*dec.as_integer_ratio())

    @classmethod
    def _made(cls, numerator, denominator):
        """A fraction of numbers without a common divisor."""
        self = object.__new__(cls)
        self._numerator, self._denominator = numerator, denominator
        return self

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        """Whether the denominator is 1."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Numerator and denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not larger: of the convergents of the continued
        fraction, the last that fits, or the one between it and the next."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._made(p1, q1)
        return Fraction._made(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        if not spec:
            return str(self)
        return _formatted(self, spec)

    # Arithmetic.

    def __add__(self, other):
        return _apply(self, other, _sum, operator.add)

    def __radd__(self, other):
        return _apply_reflected(other, self, _sum, operator.add)

    def __sub__(self, other):
        return _apply(self, other, _difference, operator.sub)

    def __rsub__(self, other):
        return _apply_reflected(other, self, _difference, operator.sub)

    def __mul__(self, other):
        return _apply(self, other, _product, operator.mul)

    def __rmul__(self, other):
        return _apply_reflected(other, self, _product, operator.mul)

    def __truediv__(self, other):
        return _apply(self, other, _quotient, operator.truediv)

    def __rtruediv__(self, other):
        return _apply_reflected(other, self, _quotient, operator.truediv)

    def __floordiv__(self, other):
        return _apply(self, other, _whole_quotient, operator.floordiv)

    def __rfloordiv__(self, other):
        return _apply_reflected(other, self, _whole_quotient, operator.floordiv)

    def __mod__(self, other):
        return _apply(self, other, _remainder, operator.mod)

    def __rmod__(self, other):
        return _apply_reflected(other, self, _remainder, operator.mod)

    def __divmod__(self, other):
        return _apply(self, other, _divmod, divmod)

    def __rdivmod__(self, other):
        return _apply_reflected(other, self, _divmod, divmod)

    def __pow__(self, exponent, modulus=None):
        if modulus is not None:
            return NotImplemented
        if isinstance(exponent, numbers.Rational):
            if exponent.denominator != 1:
                return float(self) ** float(exponent)
            power = exponent.numerator
            n, d = self._numerator, self._denominator
            if power >= 0:
                return Fraction._made(n**power, d**power)
            if n == 0:
                raise ZeroDivisionError(f"Fraction({d**-power}, 0)")
            if n > 0:
                return Fraction._made(d**-power, n**-power)
            return Fraction._made((-d) ** -power, (-n) ** -power)
        if isinstance(exponent, (float, complex)):
            return float(self) ** exponent
        return NotImplemented

    def __rpow__(self, base, modulus=None):
        if modulus is not None:
            return NotImplemented
        if self._denominator == 1 and self._numerator >= 0:
            return base**self._numerator
        if isinstance(base, numbers.Rational):
            return Fraction(base.numerator, base.denominator) ** self
        if self._denominator == 1:
            return base**self._numerator
        return base ** float(self)

    def __pos__(self):
        return Fraction._made(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._made(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._made(abs(self._numerator), self._denominator)

    def __bool__(self):
        return bool(self._numerator)

    def __int__(self, _index=operator.index):
        if self._numerator < 0:
            return _index(-(-self._numerator // self._denominator))
        return _index(self._numerator // self._denominator)

    def __float__(self):
        return self._numerator / self._denominator

    def __complex__(self):
        return complex(float(self))

    def __trunc__(self):
        return int(self)

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _nearest(self._numerator, self._denominator)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        modulus = sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            result = sys.hash_info.inf
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        if self._numerator < 0:
            result = -result
        return -2 if result == -1 else result

    # Comparison.

    def __eq__(self, other):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, numbers.Complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return 0.0 == other
            return self == self.from_float(other)
        return NotImplemented

    def _ordered(self, other, compare):
        if isinstance(other, numbers.Rational):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return compare(0.0, other)
            return compare(self, self.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._ordered(other, operator.lt)

    def __gt__(self, other):
        return self._ordered(other, operator.gt)

    def __le__(self, other):
        return self._ordered(other, operator.le)

    def __ge__(self, other):
        return self._ordered(other, operator.ge)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _apply(a, b, exact, other):
    """An operation whose left operand is a fraction."""
    if isinstance(b, Fraction):
        return exact(a, b)
    if isinstance(b, int):
        return exact(a, Fraction(b))
    if isinstance(b, float):
        return other(float(a), b)
    if isinstance(b, complex) and exact in _COMPLEX:
        return other(float(a), b)
    return NotImplemented


def _apply_reflected(a, b, exact, other):
    """An operation whose right operand is a fraction."""
    if isinstance(a, numbers.Rational):
        return exact(Fraction(a), b)
    if isinstance(a, numbers.Real):
        return other(float(a), float(b))
    if isinstance(a, numbers.Complex) and exact in _COMPLEX:
        return other(complex(a), float(b))
    return NotImplemented


def _sum(a, b):
    return Fraction(
        a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator
    )


def _difference(a, b):
    return Fraction(
        a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator
    )


def _product(a, b):
    return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)


def _quotient(a, b):
    if b.numerator == 0:
        n = a.numerator
        raise ZeroDivisionError(f"Fraction({(n > 0) - (n < 0)}, 0)")
    return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)


_COMPLEX = (_sum, _difference, _product, _quotient)
"""Operations that complex numbers have, too."""


def _whole_quotient(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _remainder(a, b):
    bottom = a.denominator * b.denominator
    return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), bottom)


def _divmod(a, b):
    whole, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
    return whole, Fraction(rest, a.denominator * b.denominator)


def _nearest(n, d):
    """n / d rounded to an integer, half to even."""
    whole, rest = divmod(n, d)
    if rest * 2 > d or (rest * 2 == d and whole % 2):
        return whole + 1
    return whole


# Formatting.


def _bad_format(value, spec):
    return ValueError(
        f"Invalid format specifier {spec!r} for object of type {type(value).__name__!r}"
    )


def _formatted(value, spec):
    """`format(value, spec)`: like a float with one of e f g %, else as `str` has it."""
    rest = spec
    fill, align = " ", ">"
    aligned = False
    if len(rest) > 1 and rest[1] in "<>=^":
        fill, align, rest, aligned = rest[0], rest[1], rest[2:], True
    elif rest[:1] and rest[0] in "<>=^":
        align, rest, aligned = rest[0], rest[1:], True
    sign = "-"
    if rest[:1] and rest[0] in "+- ":
        sign, rest = rest[0], rest[1:]
    positive_zero = rest[:1] == "z"
    rest = rest[1:] if positive_zero else rest
    alternate = rest[:1] == "#"
    rest = rest[1:] if alternate else rest
    zeros = len(rest) > 1 and rest[0] == "0" and rest[1].isdigit()
    width, rest = _leading_digits(rest[1:] if zeros else rest)
    if width[:1] == "0" and width != "0":
        raise _bad_format(value, spec)
    separator = ""
    if rest[:1] and rest[0] in ",_":
        separator, rest = rest[0], rest[1:]
    precision = 6
    precise = rest[:1] == "."
    if precise:
        digits, rest = _leading_digits(rest[1:])
        if not digits or (digits[0] == "0" and digits != "0"):
            raise _bad_format(value, spec)
        precision = int(digits)
    if rest and (len(rest) > 1 or rest not in "eEfFgG%"):
        raise _bad_format(value, spec)
    if not rest:
        if zeros or precise or positive_zero:
            raise _bad_format(value, spec)
        return _general(value, sign, fill, align, int(width or 0), alternate, separator)
    if zeros and aligned:
        raise _bad_format(value, spec)
    if zeros:
        fill, align = "0", "="
    negative, body = _decimal(abs(value), rest, precision, alternate)
    negative = value.numerator < 0 and not (positive_zero and negative)
    lead = "-" if negative else "" if sign == "-" else sign
    whole, tail = _split_digits(body)
    if zeros:
        room = int(width) - len(lead) - len(tail)
        whole = whole.zfill(3 * room // 4 + 1 if separator else room)
    if separator:
        whole = _grouped(whole, separator)
    return _padded(lead, whole + tail, fill, align, int(width or 0))


def _leading_digits(text):
    """The decimal digits that a text begins with, and the rest."""
    count = 0
    while count < len(text) and "0" <= text[count] <= "9":
        count += 1
    return text[:count], text[count:]


def _general(value, sign, fill, align, width, alternate, separator):
    """A fraction as `str` has it, in a field."""
    n, d = abs(value.numerator), value.denominator
    body = f"{n:{separator}}"
    if d != 1 or alternate:
        body += f"/{d:{separator}}"
    lead = "-" if value.numerator < 0 else "" if sign == "-" else sign
    return _padded(lead, body, fill, align, width)


def _padded(lead, body, fill, align, width):
    missing = fill * (width - len(lead) - len(body))
    if align == "<":
        return lead + body + missing
    if align == "=":
        return lead + missing + body
    if align == "^":
        half = len(missing) // 2
        return missing[:half] + lead + body + missing[half:]
    return missing + lead + body


def _split_digits(body):
    count = len(_leading_digits(body)[0])
    return body[:count], body[count:]


def _grouped(digits, separator):
    first = (len(digits) - 1) % 3 + 1
    groups = [digits[at : at + 3] for at in range(first, len(digits), 3)]
    return separator.join([digits[:first], *groups])


def _decimal(value, kind, precision, alternate):
    """Whether a value of at least 0 is 0 when rounded, and its digits in one of the float kinds."""
    point = "." if precision or alternate else ""
    if kind in "fF%":
        scale = 100 if kind == "%" else 1
        n = _nearest(value.numerator * scale * 10**precision, value.denominator)
        digits = str(n).zfill(precision + 1)
        cut = len(digits) - precision
        return n == 0, digits[:cut] + point + digits[cut:] + ("%" if kind == "%" else "")
    figures = precision + 1 if kind in "eE" else max(precision, 1)
    digits, exponent = _significant(value, figures)
    if kind in "gG" and -4 <= exponent < figures:
        if exponent >= 0:
            whole, decimals = digits[: exponent + 1], digits[exponent + 1 :]
        else:
            whole, decimals = "0", "0" * (-exponent - 1) + digits
        mark = ""
    else:
        whole, decimals = digits[0], digits[1:]
        mark = f"{'E' if kind in 'EG' else 'e'}{exponent:+03d}"
    if kind in "gG" and not alternate:
        decimals = decimals.rstrip("0")
    dot = "." if decimals or alternate else ""
    return value.numerator == 0, whole + dot + decimals + mark


def _significant(value, figures):
    """So many significant digits of a value of at least 0, and the power of ten of the first."""
    n, d = value.numerator, value.denominator
    if n == 0:
        return "0" * figures, 0
    exponent = len(str(n)) - len(str(d))
    if (n * 10**-exponent if exponent < 0 else n) < (d * 10**exponent if exponent > 0 else d):
        exponent -= 1
    shift = figures - 1 - exponent
    rounded = _nearest(n * 10**shift, d) if shift >= 0 else _nearest(n, d * 10**-shift)
    if rounded == 10**figures:
        rounded //= 10
        exponent += 1
    return str(rounded), exponent
