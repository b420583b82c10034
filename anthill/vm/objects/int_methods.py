"""`int` and `bool`: making them from other values, reading digits, methods."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value, as_a, is_small, items_of, same, small, u8
from anthill.vm import errors, operations, unicode, utf8, writer
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import warnings
from anthill.vm.interpreter.special import call_found, index_of
from anthill.vm.messages import message
from anthill.vm.objects import bigint, bytes_methods, strings
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.bool import BOOL_TYPE
from anthill.vm.objects.builtin import class_method, constructor, getter, method
from anthill.vm.objects.bytes import Buffer
from anthill.vm.objects.int import INT_TYPE, index_value, plain
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import Str, name

MOST_SHOWN = 200
"""Characters of a text without a number that its error shows."""

# Reading digits.


def prefix_base(p: Ptr[u8], n: int) -> int:
    """The base that `0x`, `0o` or `0b` at the start of `n` bytes means, 0 if there is none."""
    if n < 2 or p[0] != ord("0"):
        return 0
    letter = int(p[1]) | 0x20
    if letter == ord("x"):
        return 16
    if letter == ord("o"):
        return 8
    return 2 if letter == ord("b") else 0


def parse_int(p: Ptr[u8], n: int, base: int) -> Value:
    """What `n` bytes without blanks around mean in a base, 0: by prefix; NULL if they are no
    number."""
    start = 0
    negative = n > 0 and p[0] == ord("-")
    if n > 0 and (negative or p[0] == ord("+")):
        start = 1
    found = prefix_base(p + start, n - start)
    grouped = False
    if found != 0 and (base == 0 or base == found):
        start += 2
        base = found
        grouped = True
    zeros_only = False
    if base == 0:
        base = 10
        zeros_only = start < n and p[start] == ord("0")
    if start >= n or p[n - 1] == ord("_") or (p[start] == ord("_") and not grouped):
        return NULL
    for i in range(start, n - 1):
        if p[i] == ord("_") and p[i + 1] == ord("_"):
            return NULL
    value = bigint.from_digits(p + start, n - start, base)
    if value is NULL or (zeros_only and not bigint.is_zero(value)):
        return NULL
    return operations.unary(Op.NEG, value) if negative else value


def int_from_text(source: Value, base: int) -> Value:
    """`int(source, base)` for str and bytes; ValueError."""
    given = source
    if LARGE:
        source = plain_digits(source)
    n = strings.size_of(source)
    start = strings.blanks_before(source, strings.data_of(source), n)
    end = strings.without_blanks_behind(source, strings.data_of(source), n)
    result = NULL
    if start < end:
        result = parse_int(strings.data_of(source) + start, end - start, base)
    if result is NULL:
        shown = operations.repr_text(given)
        if str_object.char_length(shown) > MOST_SHOWN:
            shown = str_object.substring(shown, 0, str_object.byte_offset(shown, MOST_SHOWN))
        raise errors.value_error_with(
            message("invalid literal for int() with base %d: %s"), small(base), shown
        )
    return result


def plain_digits(source: Value) -> Value:
    """A string with the digits of all scripts replaced by those of ASCII; other Values as they
    are."""
    if not isinstance(source, Str) or str_object.is_ascii(source):
        return source
    out = writer.string_writer()
    at = 0
    while at < len(source.data):
        code = utf8.char_at(items_of(source.data, at))
        at += utf8.char_size(source.data[at])
        value = unicode.decimal_value(code)
        out.write_char(ord("0") + value if value >= 0 else code)
    return out.finish()


@constructor(INT_TYPE, required=0, keywords="base")
def make_int(source: Value, base: Value) -> Value:
    """`int(source, base)`."""
    if source is NULL:
        if base is not NULL:
            raise errors.type_error(message("int() missing string argument"))
        return small(0)
    if is_small(source) and base is NULL:
        return source
    number = 10 if base is NULL else int_object.clamped_index(base)
    if number != 0 and (number < 2 or number > 36):
        raise errors.value_error(message("int() base must be >= 2 and <= 36, or 0"))
    if isinstance(source, Str) or isinstance(source, Buffer):
        if (
            LARGE
            and base is NULL
            and (
                has_method(source, name("__int__"))
                or has_method(source, name("__index__"))
                or has_method(source, name("__trunc__"))
            )
        ):
            return converted(source)
        return int_from_text(source, number)
    if base is not NULL:
        raise errors.type_error(message("int() can't convert non-string with explicit base"))
    if int_object.is_int(source) and not has_method(source, name("__int__")):
        return int_object.plain(source)
    if float_object.is_float(source):
        return float_object.to_int(float_object.float_value(source))
    return converted(source)


def has_method(value: Value, title: Str) -> bool:
    """Whether an object of a Python class has a dunder method."""
    return (
        type_object.is_custom(value)
        and type_object.lookup(type_object.type_of(value), title) is not NULL
    )


def converted(source: Value) -> Value:
    """`int(source)` by its class's `__int__`, `__index__` or `__trunc__`; TypeError."""
    kind = type_object.type_of(source)
    special = type_object.lookup(kind, name("__int__"))
    pattern = message("__int__ returned non-int (type %t)")
    if special is NULL:
        special = type_object.lookup(kind, name("__index__"))
        if special is not NULL:
            pattern = message("__index__ returned non-int (type %t)")
    by_trunc = special is NULL
    if by_trunc:
        special = type_object.lookup(kind, name("__trunc__"))
    if special is NULL or not type_object.is_custom(source):
        raise errors.type_error_with(
            message(
                "int() argument must be a string, a bytes-like object or a real number, not '%t'"
            ),
            source,
            NULL,
        )
    if LARGE and by_trunc:
        warnings.deprecated(
            message("The delegation of int() to __trunc__ is deprecated."), NULL, NULL
        )
    result = call_found(as_a(Obj, source), special)
    if LARGE and by_trunc:
        return truncated(result)
    if not int_object.is_int(result):
        raise errors.type_error_with(pattern, result, NULL)
    if LARGE and type_object.type_of(result) is not INT_TYPE:
        warnings.deprecated(
            message(
                "__int__ returned non-int (type %t).  The ability to return an instance of a strict"
                " subclass of int is deprecated, and may be removed in a future version of"
                " Python."
            ),
            result,
            NULL,
        )
    return int_object.plain(result)


def truncated(result: Value) -> Value:
    """The integer of what `__trunc__` gave; TypeError."""
    if not int_object.is_int(result):
        index = index_of(result)
        if index is NULL:
            raise errors.type_error_with(
                message("__trunc__ returned non-Integral (type %t)"), result, NULL
            )
        return index
    return int_object.plain(result)


@constructor(BOOL_TYPE, required=0)
def make_bool(value: Value) -> Value:
    """`bool(value)`."""
    return bool_object.to_bool(value is not NULL and operations.truth(value))


# Methods.


@method(INT_TYPE, "bit_length")
def int_bit_length(self: Value) -> Value:
    """`int.bit_length()`."""
    return small(bigint.bit_length(plain(self)))


@rare(method(INT_TYPE, "bit_count"))
def int_bit_count(self: Value) -> Value:
    """`int.bit_count()`."""
    n = plain(self)
    count = 0
    for i in range(bigint.bit_length(n)):
        count += int(bigint.bit_at(n, i))
    return small(count)


@rare(method(INT_TYPE, "conjugate"))
@rare(method(INT_TYPE, "__floor__"))
@rare(method(INT_TYPE, "__ceil__"))
def int_itself(self: Value) -> Value:
    """`int.conjugate()` and the roundings that change nothing."""
    return plain(self)


@rare(method(INT_TYPE, "is_integer"))
def int_is_integer(self: Value) -> Value:
    """`int.is_integer()`."""
    return bool_object.TRUE


@rare(method(INT_TYPE, "as_integer_ratio"))
def int_as_integer_ratio(self: Value) -> Value:
    """`int.as_integer_ratio()`."""
    return tuple_object.pair(plain(self), small(1))


def is_little(order: Value) -> bool:
    """Whether a byte order argument means the lowest byte first."""
    if order is NULL:
        return False
    if isinstance(order, Str):
        if operations.equal(order, name("little")):
            return True
        if operations.equal(order, name("big")):
            return False
    raise errors.value_error(message("byteorder must be either 'little' or 'big'"))


def is_true(flag: Value) -> bool:
    """An optional flag that is off unless given."""
    return flag is not NULL and operations.truth(flag)


@method(INT_TYPE, "to_bytes", required=1, keywords="length byteorder signed")
def int_to_bytes(self: Value, length: Value, order: Value, signed: Value) -> Value:
    """`int.to_bytes(length, byteorder, signed=...)`."""
    n = plain(self)
    size = 1 if length is NULL else index_value(length)
    if size < 0:
        raise errors.value_error(message("length argument must be non-negative"))
    little = is_little(order)
    if bigint.is_negative(n) and not is_true(signed):
        raise errors.overflow_error(message("can't convert negative int to unsigned"))
    result = bytes_object.raw_bytes(size)
    if LARGE and size == 0 and same(n, small(-1)):
        return result  # CPython finds that no byte is needed
    if not bigint.write_bytes(n, items_of(result.data), size, little, is_true(signed)):
        raise errors.overflow_error(message("int too big to convert"))
    return result


@class_method(INT_TYPE, "from_bytes", required=2, keywords="bytes byteorder signed")
def int_from_bytes(kind: Value, source: Value, order: Value, signed: Value) -> Value:
    """`int.from_bytes(bytes, byteorder, signed=...)`."""
    data = bytes_methods.bytes_of_value(source)
    little = is_little(order)
    p = strings.data_of(data)
    result = bigint.from_bytes(p, strings.size_of(data), little, is_true(signed))
    return result if kind is INT_TYPE else operations.call1(kind, result)


@rare(getter(INT_TYPE, "real"))
@rare(getter(INT_TYPE, "numerator"))
def int_real(self: Value) -> Value:
    """`int.real` and `int.numerator`."""
    return plain(self)


@rare(getter(INT_TYPE, "imag"))
def int_imag(self: Value) -> Value:
    """`int.imag`."""
    return small(0)


@rare(getter(INT_TYPE, "denominator"))
def int_denominator(self: Value) -> Value:
    """`int.denominator`."""
    return small(1)
