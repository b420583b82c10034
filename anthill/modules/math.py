"""The module `math`. Functions take anything that stands for a real number.

`FEATURES` tells which functions a board has: the C library's cost 0.3-2 KB of flash each, so small
boards leave out what few programs use.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    Array,
    Ptr,
    Value,
    array_of,
    i64,
    is_small,
    small,
    small_int,
    truncated_mod,
    u64,
)
from anthill.vm import elementary, errors, floats, libm, long_integers, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import BIG_INTEGERS, LARGE
from anthill.vm.interpreter.special import call_method
from anthill.vm.messages import message
from anthill.vm.objects import bigint, builtin, float_methods, sequence, singletons
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.float import new_float, to_int
from anthill.vm.objects.int import index_value, integer_value, multiplied, new_int
from anthill.vm.objects.list import List, new_list
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.tuple import pair
from anthill.vm.objects.type import host_object, when_ready

F = TypeVar("F", bound=Callable[..., Any])

ALWAYS = """sqrt sin cos tan atan asin acos atan2 exp log log2 log10 pow fabs floor ceil
trunc fmod modf frexp ldexp hypot copysign isnan isinf isfinite degrees
radians gcd factorial"""
LARGE_BOARDS = """isclose sinh cosh tanh asinh acosh atanh expm1 log1p erf erfc gamma lgamma lcm
comb perm prod isqrt fsum sumprod dist remainder nextafter ulp cbrt exp2 fma"""
FEATURES: frozenset[str] = frozenset((ALWAYS + " " + (LARGE_BOARDS if LARGE else "")).split())
"""Names of the functions that the module has."""

MATH = builtin_module("math")


def function(title: str, **options: Any) -> Callable[[F], F]:
    """Make a typed function one of the module, if the board has it."""

    def register(called: F) -> F:
        if title in FEATURES:
            builtin.function(MATH, title, **options)(called)
        return called

    return register


def _define_constants() -> None:
    for title in ("pi", "e", "tau", "inf", "nan"):
        MATH.define(title, new_float(getattr(math, title)))


_define_constants()

HALVES = float((1 << (floats.MANTISSA_BITS + 1) // 2) + 1)
"""What a float is multiplied by to split it."""

# Arguments and results.


def real(value: Value) -> float:
    """The number that an argument stands for; TypeError."""
    return float_methods.real_number(value, message("must be real number, not %t"))


def domain_error() -> PyError:
    """The ValueError for arguments outside of a function's domain."""
    return errors.value_error(message("math domain error"))


def range_error() -> PyError:
    """The OverflowError for results that are too large."""
    return errors.overflow_error(message("math range error"))


def result_of(x: float, result: float) -> Value:
    """What a function made of x: ValueError for a NaN, OverflowError for an infinity, unless they
    come from one."""
    if floats.is_nan(result) and not floats.is_nan(x):
        raise domain_error()
    if not floats.is_finite(result) and floats.is_finite(x):
        raise range_error()
    return new_float(result)


# Functions of one number.


class FloatFunction(builtin.Builtin):
    """A builtin that is a function of one float."""

    function: Callable[[float], float]

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        x = real(args[0])
        return result_of(x, self.function(x))


def degrees(x: float) -> float:
    """An angle in radians in degrees."""
    return x * (180.0 / floats.PI)


def radians(x: float) -> float:
    """An angle in degrees in radians."""
    return x * (floats.PI / 180.0)


def log1p(x: float) -> float:
    """The logarithm of 1 + x."""
    return libm.log1p(x) if x > -1.0 else floats.NAN


def atanh(x: float) -> float:
    """Inverse hyperbolic tangent."""
    return libm.atanh(x) if floats.magnitude(x) != 1.0 else floats.NAN


def exp2(x: float) -> float:
    """2 to the power x."""
    return elementary.power(2.0, x)


def gamma(x: float) -> float:
    """The gamma function."""
    return floats.NAN if x <= 0.0 and floats.floor(x) == x else libm.gamma(x)


def lgamma(x: float) -> float:
    """The logarithm of the magnitude of the gamma function."""
    if x <= 0.0 and floats.is_finite(x) and floats.floor(x) == x:
        return floats.NAN
    return libm.lgamma(x)


_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "acos": elementary.acos,
    "acosh": libm.acosh,
    "asin": elementary.asin,
    "asinh": libm.asinh,
    "atan": elementary.atan,
    "atanh": atanh,
    "cbrt": libm.cbrt,
    "cos": elementary.cos,
    "cosh": libm.cosh,
    "degrees": degrees,
    "erf": libm.erf,
    "erfc": libm.erfc,
    "exp": elementary.exp,
    "exp2": exp2,
    "expm1": libm.expm1,
    "fabs": floats.magnitude,
    "gamma": gamma,
    "lgamma": lgamma,
    "log1p": log1p,
    "radians": radians,
    "sin": elementary.sin,
    "sinh": libm.sinh,
    "sqrt": elementary.sqrt,
    "tan": elementary.tan,
    "tanh": libm.tanh,
}


def _float_function(title: str, called: Callable[[float], float]) -> FloatFunction:
    made: FloatFunction = host_object(FloatFunction, function=called)
    builtin.fill_builtin(made, title, None, 1, 1)
    return made


def _define_functions() -> None:
    for title, called in _FUNCTIONS.items():
        if title in FEATURES:
            MATH.define(title, _float_function(title, called))


when_ready(_define_functions)


def logarithm(value: Value, base: int) -> Value:
    """The logarithm of a number, which may be an integer too large for a float."""
    if BIG_INTEGERS and isinstance(value, bigint.BigInt):
        if value.size < 0:
            raise domain_error()
        bits = bigint.bit_length(value)
        part = bigint.ratio(value, bigint.shift_left(small(1), small(bits)))
        return new_float(elementary.log(part, base) + elementary.log(2.0, base) * float(bits))
    x = real(value)
    return result_of(x, elementary.log(x, base))


@function("log2")
def math_log2(value: Value) -> Value:
    """`log2(x)`."""
    return logarithm(value, elementary.BINARY)


@function("log10")
def math_log10(value: Value) -> Value:
    """`log10(x)`."""
    return logarithm(value, elementary.DECIMAL)


@function("log", required=1)
def math_log(value: Value, base: Value) -> Value:
    """`log(x, base)`."""
    result = logarithm(value, elementary.NATURAL)
    if base is NULL:
        return result
    return operations.binary(Op.TRUE_DIV, result, math_log(base, NULL))


@function("isnan")
def math_isnan(value: Value) -> Value:
    """`isnan(x)`."""
    return bool_object.to_bool(floats.is_nan(real(value)))


@function("isinf")
def math_isinf(value: Value) -> Value:
    """`isinf(x)`."""
    x = real(value)
    return bool_object.to_bool(not floats.is_nan(x) and not floats.is_finite(x))


@function("isfinite")
def math_isfinite(value: Value) -> Value:
    """`isfinite(x)`."""
    return bool_object.to_bool(floats.is_finite(real(value)))


# To integers.


def special_result(value: Value, title: Str) -> Value:
    """What a class's own method for rounding, or that of integers, gives; NULL without."""
    if type_object.is_custom(value):
        special = call_method(value, title)
        if special is not NULL:
            return special
    return int_object.plain(value) if int_object.is_int(value) else NULL


@function("floor")
def math_floor(value: Value) -> Value:
    """`floor(x)`."""
    special = special_result(value, name("__floor__"))
    return special if special is not NULL else to_int(floats.floor(real(value)))


@function("ceil")
def math_ceil(value: Value) -> Value:
    """`ceil(x)`."""
    special = special_result(value, name("__ceil__"))
    return special if special is not NULL else to_int(-floats.floor(-real(value)))


@function("trunc")
def math_trunc(value: Value) -> Value:
    """`trunc(x)`."""
    special = special_result(value, name("__trunc__"))
    if special is NULL and float_object.is_float(value):
        return to_int(float_object.float_value(value))
    if special is NULL:
        raise errors.type_error_with(
            message("type %t doesn't define __trunc__ method"), value, NULL
        )
    return special


# Functions of two numbers.


@function("atan2")
def math_atan2(y: Value, x: Value) -> Value:
    """`atan2(y, x)`."""
    return new_float(elementary.atan2(real(y), real(x)))


@function("pow")
def math_pow(base: Value, exponent: Value) -> Value:
    """`pow(x, y)`."""
    x = real(base)
    y = real(exponent)
    if x == 0.0 and y < 0.0:
        if floats.is_finite(y):
            raise domain_error()
        return new_float(floats.INFINITY)
    return result_of(x * 0.0 + y * 0.0, elementary.power(x, y))


@function("fmod")
def math_fmod(dividend: Value, divisor: Value) -> Value:
    """`fmod(x, y)`."""
    x = real(dividend)
    y = real(divisor)
    return result_of(y if floats.is_nan(y) else x if floats.is_nan(x) else 0.0, floats.fmod(x, y))


@function("remainder")
def math_remainder(dividend: Value, divisor: Value) -> Value:
    """`remainder(x, y)`: of the division with the quotient rounded half to even."""
    x = real(dividend)
    y = floats.magnitude(real(divisor))
    rest = floats.fmod(floats.magnitude(x), y)
    if floats.is_nan(rest):
        return result_of(y if floats.is_nan(y) else x if floats.is_nan(x) else 0.0, rest)
    if floats.is_finite(y):
        above = y - rest
        if rest > above or (rest == above and floats.fmod(floats.magnitude(x), 2.0 * y) > y):
            rest = -above
    return new_float(-rest if floats.is_negative(x) else rest)


@function("copysign")
def math_copysign(value: Value, sign: Value) -> Value:
    """`copysign(x, y)`."""
    return new_float(floats.with_sign(real(value), real(sign)))


@function("isclose", variadic=True, least=2, most=2, keywords="rel_tol abs_tol")
def math_isclose(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`isclose(a, b, rel_tol=1e-09, abs_tol=0.0)`."""
    a = real(args[0])
    b = real(args[1])
    relative = 1e-9 if keywords[0] is NULL else real(keywords[0])
    absolute = 0.0 if keywords[1] is NULL else real(keywords[1])
    if relative < 0.0 or absolute < 0.0:
        raise errors.value_error(message("tolerances must be non-negative"))
    if a == b:
        return bool_object.TRUE
    distance = floats.magnitude(a - b)
    if not floats.is_finite(a) or not floats.is_finite(b):
        return bool_object.FALSE
    largest = max(floats.magnitude(a), floats.magnitude(b))
    return bool_object.to_bool(distance <= relative * largest or distance <= absolute)


# Parts of floats.


@function("modf")
def math_modf(value: Value) -> Value:
    """`modf(x)`: fraction and whole part, both with the sign of x."""
    x = real(value)
    if not floats.is_finite(x):
        return pair(new_float(x if floats.is_nan(x) else floats.with_sign(0.0, x)), new_float(x))
    whole = floats.with_sign(floats.floor(floats.magnitude(x)), x)
    return pair(new_float(floats.with_sign(x - whole, x)), new_float(whole))


@function("frexp")
def math_frexp(value: Value) -> Value:
    """`frexp(x)`: the mantissa from 0.5 to 1 and the exponent of 2."""
    x = real(value)
    if x == 0.0 or not floats.is_finite(x):
        return pair(new_float(x), small(0))
    fraction = floats.nearest(floats.mantissa_of(x), -64)
    return pair(new_float(floats.with_sign(fraction, x)), small(floats.exponent_of(x) + 64))


@function("ldexp")
def math_ldexp(value: Value, exponent: Value) -> Value:
    """`ldexp(x, i)`: x times 2 to the power i."""
    x = real(value)
    if not int_object.is_int(exponent):
        raise errors.type_error(message("Expected an int as second argument to ldexp."))
    if x == 0.0 or not floats.is_finite(x):
        return new_float(x)
    power = min(max(int_object.clamped_index(exponent), -5000), 5000)
    result = floats.nearest(floats.mantissa_of(x), floats.exponent_of(x) + power)
    return result_of(x, floats.with_sign(result, x))


@function("ulp")
def math_ulp(value: Value) -> Value:
    """`ulp(x)`: the value of the last bit."""
    x = floats.magnitude(real(value))
    if not floats.is_finite(x):
        return new_float(x)
    return new_float(floats.nearest(1, max(floats.exponent_field(x), 1) - floats.EXPONENT_BIAS))


@function("nextafter", variadic=True, least=2, most=2, keywords="steps")
def math_nextafter(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`nextafter(x, y, steps=1)`: the float so many after x toward y."""
    x = real(args[0])
    y = real(args[1])
    steps = 1
    if keywords[0] is not NULL and keywords[0] is not singletons.NONE:
        steps = int_object.clamped_index(not_negative(keywords[0], NEGATIVE_STEPS))
    if floats.is_nan(x) or floats.is_nan(y):
        return new_float(floats.NAN)
    start = place_of(x)
    end = place_of(y)
    distance = u64(end - start) if start < end else u64(start - end)
    if u64(steps) > distance or distance == 0:
        return new_float(y)
    return new_float(float_at(start + steps if start < end else start - steps, x))


NEGATIVE_STEPS: int = message("steps must be a non-negative integer")


def place_of(x: float) -> i64:
    """The number of a float in their order, 0 for both zeros."""
    bits = i64(floats.float_bits(floats.magnitude(x)))
    return -bits if floats.is_negative(x) else bits


def float_at(place: i64, sign: float) -> float:
    """The float with this number; a zero has the sign of the argument."""
    if place == 0:
        return floats.with_sign(0.0, sign)
    x = floats.bits_float(floats.Bits(-place if place < 0 else place))
    return -x if place < 0 else x


# Distances and sums.


def norm(numbers: Array[float]) -> float:
    """The length of the vector: scaled so that no square overflows, with the digits that squares
    and sums lose kept in `rest`, and the root improved once."""
    largest = 0.0
    unknown = False
    for i in range(len(numbers)):
        size = floats.magnitude(numbers[i])
        numbers[i] = size
        unknown = unknown or floats.is_nan(size)
        if size > largest:
            largest = size
    if not floats.is_finite(largest):
        return largest
    if unknown or largest == 0.0:
        return floats.NAN if unknown else 0.0
    e = -64 - floats.exponent_of(largest)
    half = floats.nearest(1, e >> 1)
    other = floats.nearest(1, e - (e >> 1))
    if not LARGE:
        plain = 0.0
        for i in range(len(numbers)):
            x = numbers[i] * half * other
            plain += x * x
        return elementary.sqrt(plain) / half / other
    total = 1.0
    rest = 0.0
    for i in range(len(numbers)):
        x = numbers[i] * half * other
        total, rest = added_product(total, rest, x, x)
    root = elementary.sqrt(total - 1.0 + rest)
    total, rest = added_product(total, rest, -root, root)
    return (root + (total - 1.0 + rest) / (2.0 * root)) / half / other


def added_product(total: float, rest: float, x: float, y: float) -> tuple[float, float]:
    """total + rest + x * y, where the total is larger than the product."""
    high, low = exact_product(x, y)
    longer = total + high
    return longer, rest + (total - longer + high) + low


def exact_product(x: float, y: float) -> tuple[float, float]:
    """x * y as a float and what that loses (Dekker)."""
    high = x * y
    x_high = upper_half(x)
    y_high = upper_half(y)
    x_low = x - x_high
    y_low = y - y_high
    return high, x_low * y_low - (((high - x_high * y_high) - x_low * y_high) - x_high * y_low)


def upper_half(x: float) -> float:
    """The upper half of the mantissa of x."""
    scaled = x * HALVES
    return scaled - (scaled - x)


@function("hypot", variadic=True)
def math_hypot(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`hypot(*coordinates)`."""
    numbers = array_of(float, count)
    for i in range(count):
        numbers[i] = real(args[i])
    return new_float(norm(numbers))


@function("dist")
def math_dist(p: Value, q: Value) -> Value:
    """`dist(p, q)`."""
    p = sequence.list_of(p)
    q = sequence.list_of(q)
    n = operations.length(p)
    if operations.length(q) != n:
        raise errors.value_error(message("both points must have the same number of dimensions"))
    numbers = array_of(float, n)
    for i in range(n):
        numbers[i] = real(operations.get_item(p, small(i))) - real(operations.get_item(q, small(i)))
    return new_float(norm(numbers))


@function("fsum")
def math_fsum(iterable: Value) -> Value:
    """`fsum(iterable)`: exact, rounded once at the end (Shewchuk's method: partial sums that do
    not overlap)."""
    partials = array_of(float, 8)
    count = 0
    special = 0.0
    unknown = False
    iterator = operations.iterate(iterable)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            break
        x = real(item)
        if not floats.is_finite(x):
            special += x
            unknown = unknown or floats.is_nan(x)
            continue
        kept = 0
        for i in range(count):
            y = partials[i]
            if floats.magnitude(x) < floats.magnitude(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low != 0.0:
                partials[kept] = low
                kept += 1
            x = high
        if not floats.is_finite(x):
            raise errors.overflow_error(message("intermediate overflow in fsum"))
        if kept == len(partials):
            larger = array_of(float, 2 * kept)
            for i in range(kept):
                larger[i] = partials[i]
            partials = larger
        partials[kept] = x
        count = kept + 1
    if special != 0.0:
        if floats.is_nan(special) and not unknown:
            raise errors.value_error(message("-inf + inf in fsum"))
        return new_float(special)
    return new_float(sum_partials(partials, count))


@function("sumprod")
def math_sumprod(p: Value, q: Value) -> Value:
    """`sumprod(p, q)`: the sum of products; that of floats is rounded once."""
    total: Value = small(0)
    parts = new_list(0)
    first = operations.iterate(p)
    second = operations.iterate(q)
    while True:
        a = operations.next_item(first)
        b = operations.next_item(second)
        if (a is NULL) != (b is NULL):
            raise errors.value_error(message("Inputs are not the same length"))
        if a is NULL:
            break
        exact = is_plain_real(a) and is_plain_real(b) and not both_int(a, b)
        if not exact or not add_product(
            parts, float_object.real_value(a), float_object.real_value(b)
        ):
            total = operations.binary(Op.ADD, total, operations.binary(Op.MUL, a, b))
    if parts.count == 0:
        return total
    return operations.binary(Op.ADD, total, math_fsum(parts))


def is_plain_real(v: Value) -> bool:
    """Whether a Value is a number of a built-in class."""
    return float_object.is_real(v) and not type_object.is_custom(v)


def both_int(a: Value, b: Value) -> bool:
    """Whether two Values are integers."""
    return int_object.is_int(a) and int_object.is_int(b)


def add_product(parts: List, x: float, y: float) -> bool:
    """Add floats to a list whose sum is x * y without rounding; False if it is too large."""
    high, low = exact_product(x, y)
    if not floats.is_finite(high):
        return False
    parts.append(new_float(high))
    if floats.is_finite(low):
        parts.append(new_float(low))
    return True


@function("fma")
def math_fma(x: Value, y: Value, z: Value) -> Value:
    """`fma(x, y, z)`: x * y + z, rounded once."""
    a = real(x)
    b = real(y)
    c = real(z)
    result = libm.fma(a, b, c)
    if floats.is_nan(result) and not (floats.is_nan(a) or floats.is_nan(b) or floats.is_nan(c)):
        raise errors.value_error(message("invalid operation in fma"))
    known = floats.is_finite(a) and floats.is_finite(b) and floats.is_finite(c)
    if known and not floats.is_finite(result):
        raise errors.overflow_error(message("overflow in fma"))
    return new_float(result)


def sum_partials(partials: Array[float], count: int) -> float:
    """The sum of partials that do not overlap, rounded once, half to even."""
    if count == 0:
        return 0.0
    i = count - 1
    high = partials[i]
    low = 0.0
    while i > 0 and low == 0.0:
        i -= 1
        x = high
        y = partials[i]
        high = x + y
        low = y - (high - x)
    if i > 0 and ((low < 0.0 and partials[i - 1] < 0.0) or (low > 0.0 and partials[i - 1] > 0.0)):
        y = low * 2.0
        x = high + y
        if y == x - high:
            high = x
    return high


# Integers.


def greatest_divisor(a: Value, b: Value) -> Value:
    """The greatest common divisor, at least 0."""
    while BIG_INTEGERS and not (is_small(a) and is_small(b)):
        if bigint.is_zero(b):
            return bigint.magnitude_of(a)
        if LARGE and not is_small(b) and not bigint.is_negative(a) and not bigint.is_negative(b):
            a, b = long_integers.gcd_steps(a, b)
        else:
            a, b = b, bigint.truncated(a, b)[1]
    m = small_int(a)
    n = small_int(b)
    while n != 0:
        m, n = n, truncated_mod(m, n)
    return new_int(-m if m < 0 else m)


@function("gcd", variadic=True)
def math_gcd(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`gcd(*integers)`."""
    result: Value = small(0)
    for i in range(count):
        result = greatest_divisor(result, integer_value(args[i]))
    return result


@function("lcm", variadic=True)
def math_lcm(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`lcm(*integers)`."""
    result: Value = small(1)
    for i in range(count):
        n = integer_value(args[i])
        if not bigint.is_zero(result):
            divisor = greatest_divisor(result, n)
            result = multiplied(result, bigint.truncated(bigint.magnitude_of(n), divisor)[0])
    return result


def not_negative(value: Value, reason: int) -> Value:
    """An integer argument that must not be negative; ValueError."""
    n = integer_value(value)
    if bigint.is_negative(n):
        raise errors.value_error(reason)
    return n


def counted(value: Value, reason: int) -> int:
    """A small integer argument that must not be negative; ValueError, OverflowError."""
    return index_value(not_negative(value, reason))


def product(low: Value, count: int) -> Value:
    """low * (low + 1) * ... of so many factors, in halves so that long factors meet long ones."""
    if count > 8:
        half = count >> 1
        above = bigint.add(low, small(half), False)
        return multiplied(product(low, half), product(above, count - half))
    result: Value = small(1)
    for i in range(count):
        result = multiplied(result, bigint.add(low, small(i), False))
    return result


@function("factorial")
def math_factorial(value: Value) -> Value:
    """`factorial(n)`."""
    return product(small(1), counted(value, message("factorial() not defined for negative values")))


@function("isqrt")
def math_isqrt(value: Value) -> Value:
    """`isqrt(n)`: Newton's method from above."""
    n = not_negative(value, message("isqrt() argument must be nonnegative"))
    root = bigint.shift_left(small(1), small(bigint.bit_length(n) + 1 >> 1))
    while True:
        if bigint.is_zero(root):
            return root
        better = bigint.add(root, bigint.truncated(n, root)[0], False)
        better = bigint.shift_right(better, small(1))
        if bigint.order(better, root) >= 0:
            return root
        root = better


@function("comb")
def math_comb(items: Value, chosen: Value) -> Value:
    """`comb(n, k)`: a product of k factors divided by k!."""
    n = not_negative(items, message("n must be a non-negative integer"))
    k = not_negative(chosen, message("k must be a non-negative integer"))
    others = bigint.add(n, k, True)
    if bigint.is_negative(others):
        return small(0)
    if bigint.order(others, k) < 0:
        k = others
    count = index_value(k)
    first = bigint.add(bigint.add(n, k, True), small(1), False)
    return bigint.truncated(product(first, count), product(small(1), count))[0]


@function("perm", required=1)
def math_perm(items: Value, chosen: Value) -> Value:
    """`perm(n, k)`."""
    if chosen is NULL or chosen is singletons.NONE:
        return math_factorial(items)
    n = not_negative(items, message("n must be a non-negative integer"))
    k = not_negative(chosen, message("k must be a non-negative integer"))
    others = bigint.add(n, k, True)
    if bigint.is_negative(others):
        return small(0)
    return product(bigint.add(others, small(1), False), index_value(k))


@function("prod", variadic=True, least=1, most=1, keywords="start")
def math_prod(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`prod(iterable, start=1)`."""
    result = keywords[0] if keywords[0] is not NULL else small(1)
    iterator = operations.iterate(args[0])
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return result
        result = operations.binary(Op.MUL, result, item)
