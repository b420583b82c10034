"""`round()`: halves go to the even neighbour, decimals as the exact value of the float has them."""

from __future__ import annotations

from anthill.typed import NULL, Value, small
from anthill.vm import dtoa, errors, floats
from anthill.vm.messages import message
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import singletons


def rounded(number: Value, digits: Value) -> Value:
    """`round(number[, digits])` for the built-in numbers."""
    whole = digits is NULL or digits is singletons.NONE
    if float_object.is_float(number):
        x = float_object.float_value(number)
        if whole:
            return truncated(nearest(x))
        return float_object.new_float(rounded_float(x, int_object.index_value(digits)))
    if not int_object.is_int(number):
        raise errors.type_error_with(
            message("type %t doesn't define __round__ method"), number, NULL
        )
    n = int_object.int_of(number)
    return int_object.new_int(n if whole else rounded_int(n, int_object.index_value(digits)))


def truncated(x: float) -> Value:
    """`int(x)`."""
    if floats.is_nan(x):
        raise errors.value_error(message("cannot convert float NaN to integer"))
    if not floats.is_finite(x):
        raise errors.overflow_error(message("cannot convert float infinity to integer"))
    if floats.magnitude(x) >= float_object.WORD_EDGE:
        int_object.too_large()
    return small(int(x))


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


def rounded_int(n: int, digits: int) -> int:
    """An integer rounded to a power of ten when `digits` is negative."""
    unit = 1
    while digits < 0:
        if unit > (1 << 26) and abs(n) // unit < 5:
            return 0
        unit *= 10
        digits += 1
    rest = n % unit
    low = n - rest
    if rest * 2 > unit or (rest * 2 == unit and low // unit % 2 != 0):
        return low + unit
    return low
