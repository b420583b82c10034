"""The C library's functions that only boards with much flash have: each costs 0.3-2 KB.

They follow IEEE 754: no exceptions, NaN or infinity where Python raises. The bodies make CPython's
functions do the same. What every board has is in `elementary`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from anthill.typed import FLOAT_BITS, extern
from anthill.vm.floats import INFINITY, NAN

SUFFIX = "" if FLOAT_BITS == 64 else "f"


def _guarded(function: Callable[..., float], *args: float) -> float:
    """What C gives where CPython raises."""
    try:
        return function(*args)
    except ValueError:
        return NAN
    except OverflowError:
        return INFINITY


@extern("sqrt" + SUFFIX, "math.h")
def sqrt(x: float) -> float:
    """Square root."""
    return _guarded(math.sqrt, x)


@extern("log" + SUFFIX, "math.h")
def log(x: float) -> float:
    """The natural logarithm."""
    return _guarded(math.log, x)


@extern("pow" + SUFFIX, "math.h")
def power(x: float, y: float) -> float:
    """x to the power y."""
    return _guarded(math.pow, x, y)


@extern("sinh" + SUFFIX, "math.h")
def sinh(x: float) -> float:
    """Hyperbolic sine."""
    return _guarded(math.sinh, x)


@extern("cosh" + SUFFIX, "math.h")
def cosh(x: float) -> float:
    """Hyperbolic cosine."""
    return _guarded(math.cosh, x)


@extern("tanh" + SUFFIX, "math.h")
def tanh(x: float) -> float:
    """Hyperbolic tangent."""
    return _guarded(math.tanh, x)


@extern("asinh" + SUFFIX, "math.h")
def asinh(x: float) -> float:
    """Inverse hyperbolic sine."""
    return _guarded(math.asinh, x)


@extern("acosh" + SUFFIX, "math.h")
def acosh(x: float) -> float:
    """Inverse hyperbolic cosine."""
    return _guarded(math.acosh, x)


@extern("atanh" + SUFFIX, "math.h")
def atanh(x: float) -> float:
    """Inverse hyperbolic tangent."""
    return _guarded(math.atanh, x)


@extern("expm1" + SUFFIX, "math.h")
def expm1(x: float) -> float:
    """`exp(x) - 1`, exact for small x."""
    return _guarded(math.expm1, x)


@extern("log1p" + SUFFIX, "math.h")
def log1p(x: float) -> float:
    """`log(1 + x)`, exact for small x."""
    return _guarded(math.log1p, x)


@extern("erf" + SUFFIX, "math.h")
def erf(x: float) -> float:
    """Error function."""
    return _guarded(math.erf, x)


@extern("erfc" + SUFFIX, "math.h")
def erfc(x: float) -> float:
    """`1 - erf(x)`."""
    return _guarded(math.erfc, x)


@extern("cbrt" + SUFFIX, "math.h")
def cbrt(x: float) -> float:
    """Cube root."""
    return _guarded(math.cbrt, x)


@extern("tgamma" + SUFFIX, "math.h")
def gamma(x: float) -> float:
    """Gamma function."""
    return _guarded(math.gamma, x)


@extern("lgamma" + SUFFIX, "math.h")
def lgamma(x: float) -> float:
    """Logarithm of the magnitude of the gamma function."""
    return _guarded(math.lgamma, x)


@extern("hypot" + SUFFIX, "math.h")
def hypot(x: float, y: float) -> float:
    """Length of the vector (x, y)."""
    return _guarded(math.hypot, x, y)


@extern("fma" + SUFFIX, "math.h")
def fma(x: float, y: float, z: float) -> float:
    """x * y + z, rounded once."""
    if not (math.isfinite(x) and math.isfinite(y) and math.isfinite(z)):
        return x * y + z
    total = Fraction(x) * Fraction(y) + Fraction(z)
    return float(total) if total else x * y + z
