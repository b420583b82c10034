"""Numbers as bytes, by the item codes that struct, array and memoryview share.

Integers that are not small are the business of `bigint`. Floats are taken apart by their bits; no
format needs arithmetic of its own width.
"""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import (
    FLOAT_BITS,
    NULL,
    SMALL_MAX,
    WORD_BITS,
    Ptr,
    Value,
    fits_small,
    is_small,
    small,
    small_int,
    u8,
    u64,
    uword,
)
from anthill.vm import floats
from anthill.vm.interpreter import special
from anthill.vm.objects import bigint, exception, float_methods
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object

WORD_BYTES = WORD_BITS // 8
_KINDS = {
    "x": (1, 1),
    "c": (1, 1),
    "b": (1, 1),
    "B": (1, 1),
    "s": (1, 1),
    "p": (1, 1),
    "?": (1, 1),
    "h": (2, 2),
    "H": (2, 2),
    "e": (2, 2),
    "i": (4, 4),
    "I": (4, 4),
    "f": (4, 4),
    "l": (4, WORD_BYTES),
    "L": (4, WORD_BYTES),
    "q": (8, 8),
    "Q": (8, 8),
    "d": (8, 8),
    "n": (0, WORD_BYTES),
    "N": (0, WORD_BYTES),
    "P": (0, WORD_BYTES),
}
"""Standard and native size of every code, 0 where there is none."""
CODES: bytes = "".join(_KINDS).encode()
SIZES: bytes = bytes(sizes[0] for sizes in _KINDS.values())
NATIVE_SIZES: bytes = bytes(sizes[1] for sizes in _KINDS.values())

HALF = 11
SINGLE = 24
DOUBLE = 53
"""Bits of the mantissas of floats, by which their formats are known here."""


def item_size(code: int, native: bool) -> int:
    """Bytes of an item; 0 where the code is unknown."""
    for index in range(len(CODES)):
        if CODES[index] == code:
            return int(NATIVE_SIZES[index] if native else SIZES[index])
    return 0


def is_signed(code: int) -> bool:
    """Whether an integer code has negative numbers: those of small letters."""
    return code >= ord("a")


def mantissa_of_code(code: int) -> int:
    """HALF, SINGLE or DOUBLE for the codes of floats, else 0."""
    if code == ord("d"):
        return DOUBLE
    if code == ord("f"):
        return SINGLE
    return HALF if code == ord("e") else 0


# Reading.


def read_item(code: int, p: Ptr[u8], size: int, big: bool) -> Value:
    """The number of this code in `size` bytes, the highest first if `big`."""
    mantissa = mantissa_of_code(code)
    if mantissa:
        return float_object.new_float(wide_float(read_bits(p, size, big), mantissa))
    if code == ord("?"):
        return bool_object.to_bool(p[0] != 0)
    return read_int(p, size, big, is_signed(code))


def read_int(p: Ptr[u8], size: int, big: bool, signed: bool) -> Value:
    """The integer in `size` bytes."""
    if size > WORD_BYTES:
        return bigint.from_bytes(p, size, not big, signed)
    word = uword(0)
    for index in range(size):
        word = word << 8 | p[index if big else size - 1 - index]
    if signed:
        unused = WORD_BITS - 8 * size
        number = int(word << unused) >> unused
        if fits_small(number):
            return small(number)
    elif word <= SMALL_MAX:
        return small(int(word))
    return bigint.from_bytes(p, size, not big, signed)


def read_bits(p: Ptr[u8], size: int, big: bool) -> u64:
    """The bits in `size` bytes."""
    bits = u64(0)
    for index in range(size):
        bits = bits << 8 | p[index if big else size - 1 - index]
    return bits


def exponent_bits(mantissa: int) -> int:
    """Bits of the exponent of the float format with this mantissa."""
    return 11 if mantissa == DOUBLE else 8 if mantissa == SINGLE else 5


def wide_float(bits: u64, mantissa: int) -> float:
    """The float whose bits, in the format with this mantissa, these are."""
    if mantissa == DOUBLE and FLOAT_BITS == 64:
        return floats.bits_float(bits)
    exponent = exponent_bits(mantissa)
    mask = (1 << exponent) - 1
    field = int(bits >> (mantissa - 1)) & mask
    fraction = bits & ((u64(1) << (mantissa - 1)) - 1)
    x = floats.INFINITY
    if field == mask:
        if fraction != 0:
            x = floats.NAN
    else:
        if field == 0:
            field = 1
        else:
            fraction = fraction | u64(1) << (mantissa - 1)
        x = floats.nearest(fraction, field - (mask >> 1) - mantissa + 1)
    return -x if bits >> (mantissa + exponent - 1) & 1 else x


# Writing.


def write_bits(p: Ptr[u8], size: int, big: bool, bits: u64) -> None:
    """Write `size` bytes."""
    for index in range(size):
        p[size - 1 - index if big else index] = u8(bits >> 8 * index)


def narrow_bits(x: float, mantissa: int) -> u64:
    """The bits of the number nearest to `x` in the format with this mantissa: those of an infinity
    if `x` is too large."""
    if mantissa == DOUBLE and FLOAT_BITS == 64:
        return u64(floats.float_bits(x))
    exponent = exponent_bits(mantissa)
    sign = u64(1 if floats.is_negative(x) else 0) << (mantissa + exponent - 1)
    top = u64((1 << exponent) - 1) << (mantissa - 1)
    if not floats.is_finite(x):
        return sign | top | (u64(1) << (mantissa - 2) if floats.is_nan(x) else u64(0))
    if x == 0.0:
        return sign
    drop = 64 - mantissa
    field = floats.exponent_of(x) + drop + (1 << (exponent - 1)) + mantissa - 2
    if field < 1:
        drop += 1 - field
        field = 1
    if drop > 64:
        return sign
    m = floats.mantissa_of(x)
    half = u64(1) << (drop - 1)
    rest = m & (half | (half - 1))
    m = m >> drop if drop < 64 else u64(0)
    if rest > half or (rest == half and m & 1):
        m = m + 1
    if field >= 1 << exponent:
        return sign | top
    bits = (u64(field - 1) << (mantissa - 1)) + m
    return sign | (bits if bits < top else top)


def write_float(p: Ptr[u8], size: int, big: bool, x: float, mantissa: int) -> bool:
    """Write a float; False where it is too large."""
    bits = narrow_bits(x, mantissa)
    if floats.is_finite(x) and not floats.is_finite(wide_float(bits, mantissa)):
        return False
    write_bits(p, size, big, bits)
    return True


def write_int(p: Ptr[u8], size: int, big: bool, signed: bool, value: Value) -> bool:
    """Write an integer; False where it does not fit."""
    if not is_small(value):
        return bigint.write_bytes(value, p, size, not big, signed)
    number = small_int(value)
    bits = 8 * size - (1 if signed else 0)
    rest = number >> (bits if bits < WORD_BITS else WORD_BITS - 1)
    if rest != 0 and not (signed and rest == -1):
        return False
    for index in range(size):
        shift = 8 * index
        p[size - 1 - index if big else index] = u8(
            number >> (shift if shift < WORD_BITS else WORD_BITS - 1)
        )
    return True


def integer(value: Value) -> Value:
    """`operator.index(value)`, NULL where it has none."""
    if is_small(value):
        return value
    if isinstance(value, bool_object.Bool):
        return small(value.number)
    if int_object.is_int(value):
        return value
    return special.index_of(value)


def write_item(code: int, p: Ptr[u8], size: int, big: bool, value: Value) -> bool:
    """Write the number of this code, of which `integer` or a float is the Value; False where it
    does not fit."""
    mantissa = mantissa_of_code(code)
    if mantissa:
        return write_float(p, size, big, float_object.real_value(value), mantissa)
    return write_int(p, size, big, is_signed(code), value)


def as_float(value: Value) -> Value:
    """What `float` makes of numbers and of objects that stand for one; NULL for others."""
    if float_object.is_real(value):
        return value
    try:
        return float_object.new_float(float_methods.real_argument(value))
    except PyError as error:
        if not exception.is_kind(error.value, exception.TYPE_ERROR):
            raise
    return NULL
