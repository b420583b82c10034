"""Mathematical functions of complex numbers.

The formulas are those of Kahan (Branch Cuts for Complex Elementary Functions, 1987), which keep the
signs of zeros and lose few digits.
"""

import math
from math import e, inf, nan, pi, tau

__all__ = [
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atanh",
    "cos",
    "cosh",
    "e",
    "exp",
    "inf",
    "infj",
    "isclose",
    "isfinite",
    "isinf",
    "isnan",
    "log",
    "log10",
    "nan",
    "nanj",
    "phase",
    "pi",
    "polar",
    "rect",
    "sin",
    "sinh",
    "sqrt",
    "tan",
    "tanh",
    "tau",
]

infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LARGE = 1e150
"""Squares of numbers above may overflow."""


def _number(z):
    if isinstance(z, str):
        raise TypeError("must be complex number, not str")
    return complex(z)


def phase(z):
    """The angle of a complex number, from -pi to pi."""
    z = _number(z)
    return math.atan2(z.imag, z.real)


def polar(z):
    """The length and the angle."""
    z = _number(z)
    return abs(z), phase(z)


def rect(r, phi):
    """The complex number with this length and angle."""
    if not math.isfinite(phi):
        if r == 0:
            return complex(0.0, 0.0)
        if math.isinf(phi) and not math.isnan(r):
            raise ValueError("math domain error")
        return complex(nan, nan) if not math.isinf(r) else complex(inf, nan)
    if math.isinf(r) and phi == 0:
        return complex(r, phi)
    return complex(r * math.cos(phi), r * math.sin(phi) if phi else r * phi)


def isnan(z):
    """Whether a part is not a number."""
    z = _number(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z):
    """Whether a part is infinite."""
    z = _number(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isfinite(z):
    """Whether both parts are finite."""
    z = _number(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


@staticmethod  # no method where it is an attribute of a class
def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether two numbers are close to each other."""
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    a = _number(a)
    b = _number(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    distance = abs(a - b)
    return distance <= rel_tol * abs(b) or distance <= rel_tol * abs(a) or distance <= abs_tol


def exp(z):
    """e to the power z."""
    z = _number(z)
    x, y = z.real, z.imag
    if y == 0.0:
        return complex(math.exp(x), y)
    if not math.isfinite(x) or not math.isfinite(y):
        return _special_exp(x, y)
    if x > 709.0:
        size = math.exp(x - 1.0)
        return complex(_finite(size * math.cos(y) * e), _finite(size * math.sin(y) * e))
    size = math.exp(x)
    return complex(size * math.cos(y), size * math.sin(y))


def _special_exp(x, y):
    if math.isinf(x) and x < 0.0:
        if not math.isfinite(y):
            return complex(0.0, 0.0)
        return complex(math.copysign(0.0, math.cos(y)), math.copysign(0.0, math.sin(y)))
    if math.isinf(y):
        if math.isinf(x) or not math.isnan(x):
            raise ValueError("math domain error")
        return complex(nan, nan)
    if math.isinf(x):
        if math.isnan(y):
            return complex(inf, nan)
        return complex(math.copysign(inf, math.cos(y)), math.copysign(inf, math.sin(y)))
    return complex(nan, nan)


def _finite(x):
    if math.isinf(x):
        raise OverflowError("math range error")
    return x


def log(z, base=None):
    """The logarithm, to the base e unless another is given."""
    z = _number(z)
    result = _natural_log(z)
    return result if base is None else result / _natural_log(_number(base))


def _natural_log(z):
    x, y = abs(z.real), abs(z.imag)
    if x == 0.0 and y == 0.0:
        raise ValueError("math domain error")
    if math.isnan(x) or math.isnan(y):
        size = inf if math.isinf(x) or math.isinf(y) else nan
    elif math.isinf(x) or math.isinf(y):
        size = inf
    elif x > _LARGE or y > _LARGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + math.log(2.0)
    else:
        length = math.hypot(x, y)
        if 0.71 <= length <= 1.73:
            large, small = max(x, y), min(x, y)
            size = math.log1p((large - 1.0) * (large + 1.0) + small * small) / 2.0
        elif length < 1e-300:
            size = math.log(math.hypot(x * 2.0**60, y * 2.0**60)) - 60.0 * math.log(2.0)
        else:
            size = math.log(length)
    return complex(size, math.atan2(z.imag, z.real))


def log10(z):
    """The logarithm to the base 10."""
    result = _natural_log(_number(z))
    ten = math.log(10.0)
    return complex(result.real / ten, result.imag / ten)


def sqrt(z):
    """The square root with a real part of at least 0."""
    z = _number(z)
    x, y = z.real, z.imag
    if math.isinf(y):
        return complex(inf, y)
    if not math.isfinite(x) or math.isnan(y):
        if math.isinf(x) and x > 0.0:
            return complex(inf, y if math.isnan(y) else math.copysign(0.0, y))
        if math.isinf(x):
            return complex(nan if math.isnan(y) else 0.0, math.copysign(inf, y))
        return complex(nan, nan)
    if x == 0.0 and y == 0.0:
        return complex(0.0, y)
    a, b = abs(x), abs(y)
    if a < 1e-300 and b < 1e-300:
        a *= 2.0**54
        b *= 2.0**54
        s = math.sqrt(a + math.hypot(a, b)) / 2.0**27 / math.sqrt(2.0)
    else:
        a /= 8.0
        s = 2.0 * math.sqrt(a + math.hypot(a, b / 8.0))
    d = abs(y) / (2.0 * s)
    if x >= 0.0:
        return complex(s, math.copysign(d, y))
    return complex(d, math.copysign(s, y))


def cosh(z):
    """Hyperbolic cosine."""
    z = _number(z)
    x, y = z.real, z.imag
    if not math.isfinite(x) or not math.isfinite(y):
        if math.isinf(y) and not math.isnan(x):
            raise ValueError("math domain error")
        if math.isinf(x) and y == 0.0:
            return complex(inf, y if x > 0.0 else -y)
        if math.isinf(x) and math.isfinite(y):
            return complex(math.copysign(inf, math.cos(y)), math.copysign(inf, math.sin(y) * x))
        if math.isinf(x):
            return complex(inf, nan)
        return complex(nan, 0.0 if y == 0.0 else nan)
    if abs(x) > 708.0:
        shorter = x - math.copysign(1.0, x)
        return complex(
            _finite(math.cos(y) * math.cosh(shorter) * e),
            _finite(math.sin(y) * math.sinh(shorter) * e),
        )
    return complex(math.cos(y) * math.cosh(x), math.sin(y) * math.sinh(x))


def sinh(z):
    """Hyperbolic sine."""
    z = _number(z)
    x, y = z.real, z.imag
    if not math.isfinite(x) or not math.isfinite(y):
        if math.isinf(y) and not math.isnan(x):
            raise ValueError("math domain error")
        if math.isinf(x) and y == 0.0:
            return complex(x, y)
        if math.isinf(x) and math.isfinite(y):
            return complex(math.copysign(inf, math.cos(y) * x), math.copysign(inf, math.sin(y)))
        if math.isinf(x):
            return complex(x, nan)
        return complex(nan, y if y == 0.0 else nan)
    if abs(x) > 708.0:
        shorter = x - math.copysign(1.0, x)
        return complex(
            _finite(math.cos(y) * math.sinh(shorter) * e),
            _finite(math.sin(y) * math.cosh(shorter) * e),
        )
    return complex(math.cos(y) * math.sinh(x), math.sin(y) * math.cosh(x))


def tanh(z):
    """Hyperbolic tangent."""
    z = _number(z)
    x, y = z.real, z.imag
    if math.isinf(y) and math.isfinite(x):
        raise ValueError("math domain error")
    if math.isinf(x):
        sign = 0.0 if not math.isfinite(y) else math.copysign(0.0, 2.0 * math.sin(y) * math.cos(y))
        return complex(math.copysign(1.0, x), sign)
    if math.isnan(x) or math.isnan(y):
        return complex(nan, y if y == 0.0 else nan)
    if abs(x) > 354.0:
        return complex(
            math.copysign(1.0, x), 4.0 * math.sin(y) * math.cos(y) * math.exp(-2.0 * abs(x))
        )
    tx = math.tanh(x)
    ty = math.tan(y)
    cx = 1.0 / math.cosh(x)
    square = tx * ty
    scale = 1.0 + square * square
    return complex(tx * (1.0 + ty * ty) / scale, ty / scale * cx * cx)


def cos(z):
    """Cosine."""
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def sin(z):
    """Sine."""
    return _turned(sinh, _number(z))


def tan(z):
    """Tangent."""
    return _turned(tanh, _number(z))


def _turned(function, z):
    """A trigonometric function by the hyperbolic one of i z."""
    result = function(complex(-z.imag, z.real))
    return complex(result.imag, -result.real)


def acos(z):
    """Inverse cosine."""
    z = _number(z)
    x, y = z.real, z.imag
    if not math.isfinite(x) or not math.isfinite(y):
        return _special_acos(x, y)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + 2.0 * math.log(2.0)
        return complex(math.atan2(abs(y), x), math.copysign(size, -y))
    left = sqrt(complex(1.0 - x, -y))
    right = sqrt(complex(1.0 + x, y))
    return complex(
        2.0 * math.atan2(left.real, right.real),
        math.asinh(right.real * left.imag - right.imag * left.real),
    )


def _special_acos(x, y):
    if math.isnan(x):
        return complex(nan, -y if math.isinf(y) else nan)
    if math.isnan(y):
        if math.isinf(x):
            return complex(nan, inf)
        return complex(pi / 2 if x == 0.0 else nan, nan)
    return complex(math.atan2(abs(y), x), math.copysign(inf, -y))


def acosh(z):
    """Inverse hyperbolic cosine."""
    z = _number(z)
    x, y = z.real, z.imag
    if not math.isfinite(x) or not math.isfinite(y):
        if math.isnan(x) or math.isnan(y):
            return complex(inf if math.isinf(x) or math.isinf(y) else nan, nan)
        return complex(inf, math.atan2(y, x))
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + 2.0 * math.log(2.0)
        return complex(size, math.atan2(y, x))
    left = sqrt(complex(x - 1.0, y))
    right = sqrt(complex(x + 1.0, y))
    return complex(
        math.asinh(left.real * right.real + left.imag * right.imag),
        2.0 * math.atan2(left.imag, right.real),
    )


def asinh(z):
    """Inverse hyperbolic sine."""
    z = _number(z)
    x, y = z.real, z.imag
    if not math.isfinite(x) or not math.isfinite(y):
        return _special_asinh(x, y)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + 2.0 * math.log(2.0)
        return complex(math.copysign(size, x), math.atan2(y, abs(x)))
    left = sqrt(complex(1.0 + y, -x))
    right = sqrt(complex(1.0 - y, x))
    return complex(
        math.asinh(left.real * right.imag - right.real * left.imag),
        math.atan2(y, left.real * right.real - left.imag * right.imag),
    )


def _special_asinh(x, y):
    if math.isnan(x):
        if math.isinf(y):
            return complex(inf, nan)
        return complex(nan, y if y == 0.0 else nan)
    if math.isnan(y):
        return complex(x if math.isinf(x) else nan, nan)
    return complex(math.copysign(inf, x), math.atan2(y, abs(x)))


def asin(z):
    """Inverse sine."""
    return _turned(asinh, _number(z))


def atanh(z):
    """Inverse hyperbolic tangent."""
    z = _number(z)
    x, y = z.real, z.imag
    if math.isnan(x) or math.isnan(y):
        if math.isinf(x) or x == 0.0:
            return complex(math.copysign(0.0, x), nan)
        if math.isinf(y):
            return complex(0.0, math.copysign(pi / 2, y))
        return complex(nan, nan)
    if x < 0.0 or (x == 0.0 and math.copysign(1.0, x) < 0.0):
        return -atanh(-z)
    if x > _LARGE or abs(y) > _LARGE:
        half = math.hypot(x / 2.0, y / 2.0)
        return complex(
            x / 4.0 / half / half if math.isfinite(half) else 0.0, math.copysign(pi / 2, y)
        )
    if x == 1.0 and abs(y) < 1e-150:
        if y == 0.0:
            raise ValueError("math domain error")
        size = abs(y)
        return complex(
            -math.log(math.sqrt(size) / math.sqrt(math.hypot(size, 2.0))),
            math.copysign(math.atan2(2.0, -size) / 2, y),
        )
    square = (1.0 - x) * (1.0 - x) + y * y
    return complex(
        math.log1p(4.0 * x / square) / 4.0,
        -math.atan2(-2.0 * y, (1.0 - x) * (1.0 + x) - y * y) / 2.0,
    )


def atan(z):
    """Inverse tangent."""
    return _turned(atanh, _number(z))
