"""`float`: making it from other values, and its methods."""

from __future__ import annotations

from anthill.typed import NULL, Value, alloc
from anthill.vm import dtoa, errors, floats, operations
from anthill.vm.features import rare
from anthill.vm.interpreter.special import index_of
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import strings
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import constructor, getter, method
from anthill.vm.objects.bytes import Buffer
from anthill.vm.objects.float import (
    FLOAT_TYPE,
    float_value,
    is_float,
    is_real,
    new_float,
    real_value,
    to_int,
)
from anthill.vm.objects.str import Str, name


@constructor(FLOAT_TYPE, required=0)
def make_float(source: Value) -> Value:
    """`float(source)`."""
    if source is NULL:
        return new_float(0.0)
    if is_float(source) and not type_object.is_custom(source):
        return source
    if isinstance(source, Str) or isinstance(source, Buffer):
        return new_float(float_from_text(source))
    return new_float(real_argument(source))


def float_from_text(source: Value) -> float:
    """`float(source)` for str and bytes; ValueError."""
    p = strings.data_of(source)
    n = strings.size_of(source)
    start = strings.blanks_before(source, p, n)
    end = strings.without_blanks_behind(source, p, n)
    valid = False
    x = 0.0
    if start < end:
        valid, x = dtoa.parse_float(p + start, end - start)
    if not valid:
        raise errors.value_error_with(
            message("could not convert string to float: %r"), source, NULL
        )
    return x


def real_argument(value: Value) -> float:
    """The number that `value` stands for where a float is needed; TypeError."""
    if is_real(value):
        return real_value(value)
    if type_object.is_custom(value):
        special = type_object.lookup(type_object.type_of(value), name("__float__"))
        if special is not NULL:
            result = operations.call1(special, value)
            if not is_float(result):
                raise errors.type_error_with(
                    message("%t.__float__ returned non-float (type %t)"), value, result
                )
            return float_value(result)
    index = index_of(value)
    if index is not NULL:
        return real_value(index)
    raise errors.type_error_with(
        message("float() argument must be a string or a real number, not '%t'"), value, NULL
    )


@method(FLOAT_TYPE, "is_integer")
def float_is_integer(self: Value) -> Value:
    """`float.is_integer()`."""
    x = float_value(self)
    return bool_object.to_bool(floats.is_finite(x) and floats.floor(x) == x)


@rare(method(FLOAT_TYPE, "conjugate"))
def float_conjugate(self: Value) -> Value:
    """`float.conjugate()`."""
    return self


@rare(method(FLOAT_TYPE, "as_integer_ratio"))
def float_as_integer_ratio(self: Value) -> Value:
    """`float.as_integer_ratio()`; OverflowError where a number is too large."""
    x = float_value(self)
    if floats.is_nan(x):
        raise errors.value_error(message("cannot convert NaN to integer ratio"))
    if not floats.is_finite(x):
        raise errors.overflow_error(message("cannot convert Infinity to integer ratio"))
    denominator = 1.0
    while floats.floor(x) != x:
        x = x * 2.0
        denominator = denominator * 2.0
    result = alloc(tuple_object.Tuple, 2)
    result.items[0] = to_int(x)
    result.items[1] = to_int(denominator)
    return result


@rare(getter(FLOAT_TYPE, "real"))
def float_real(self: Value) -> Value:
    """`float.real`."""
    return self


@rare(getter(FLOAT_TYPE, "imag"))
def float_imag(self: Value) -> Value:
    """`float.imag`."""
    return new_float(0.0)
