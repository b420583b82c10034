"""Powers of integers modulo a number, and inverses."""

from __future__ import annotations

from anthill.typed import Value, small
from anthill.vm import errors
from anthill.vm.messages import message
from anthill.vm.objects import bigint
from anthill.vm.objects import int as int_object


def power_modulo(base: Value, exponent: Value, modulus: Value) -> Value:
    """`pow(base, exponent, modulus)` for integers, small or big; ValueError."""
    if bigint.is_zero(modulus):
        raise errors.value_error(message("pow() 3rd argument cannot be 0"))
    size = bigint.magnitude_of(modulus)
    base = bigint.divided(base, size)[1]
    if bigint.is_negative(exponent):
        base = inverse(base, size)
        exponent = bigint.negated(exponent)
    result = bigint.divided(small(1), size)[1]
    for place in reversed(range(bigint.bit_length(exponent))):
        result = bigint.truncated(int_object.multiplied(result, result), size)[1]
        if bigint.bit_at(exponent, place):
            result = bigint.truncated(int_object.multiplied(result, base), size)[1]
    return bigint.divided(result, modulus)[1]


def inverse(a: Value, modulus: Value) -> Value:
    """The x from 0 to the modulus with a * x = 1 modulo it (Euclid); ValueError."""
    rest = modulus
    x: Value = small(0)
    next_x: Value = small(1)
    while not bigint.is_zero(a):
        whole, left = bigint.truncated(rest, a)
        x, next_x = next_x, bigint.add(x, int_object.multiplied(whole, next_x), True)
        rest, a = a, left
    if bigint.order(rest, small(1)) != 0:
        raise errors.value_error(message("base is not invertible for the given modulus"))
    return bigint.divided(x, modulus)[1]
