"""`round()`: halves go to the even neighbour, decimals as the exact value of the float has them."""

from __future__ import annotations

from anthill.typed import NULL, Value, is_small, small, small_int
from anthill.vm import dtoa, errors, floats
from anthill.vm.features import BIG_INTEGERS
from anthill.vm.messages import message
from anthill.vm.objects import bigint, singletons
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object


def rounded(number: Value, digits: Value) -> Value:
    """`round(number[, digits])` for the built-in numbers."""
    whole = digits is NULL or digits is singletons.NONE
    if float_object.is_float(number):
        x = float_object.float_value(number)
        if whole:
            return float_object.to_int(nearest(x))
        return float_object.new_float(rounded_float(x, int_object.clamped_index(digits)))
    if not int_object.is_int(number):
        raise errors.type_error_with(
            message("type %t doesn't define __round__ method"), number, NULL
        )
    n = int_object.plain(number)
    if whole:
        return n
    if not BIG_INTEGERS:
        places = int_object.clamped_index(digits)
        return float_object.to_int(rounded_float(float(small_int(n)), places))
    return rounded_int(n, int_object.integer_value(digits))


def nearest(x: float) -> float:
    """The nearest integral float."""
    low = floats.floor(x)
    rest = x - low
    if rest > 0.5 or (rest == 0.5 and floats.fmod(low, 2.0) != 0.0):
        return low + 1.0
    return low


def rounded_float(x: float, digits: int) -> float:
    """A float with this many decimals; a negative number of them rounds before the point."""
    result = dtoa.round_to(x, digits)
    if floats.is_finite(x) and not floats.is_finite(result):
        raise errors.overflow_error(message("rounded value too large to represent"))
    return result


def rounded_int(n: Value, digits: Value) -> Value:
    """An integer rounded to a power of ten when `digits` is negative."""
    if not bigint.is_negative(digits):
        return n
    if not is_small(digits) or -small_int(digits) > bigint.bit_length(n):
        return small(0)
    unit = bigint.power(small(10), small(-small_int(digits)))
    whole, rest = bigint.divided(n, unit)
    half = bigint.order(bigint.add(rest, rest, False), unit)
    if half > 0 or (half == 0 and bigint.low_bits(whole) & 1):
        rest = bigint.add(rest, unit, True)
    return bigint.add(n, rest, True)
