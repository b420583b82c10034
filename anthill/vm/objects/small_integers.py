"""Integers on boards without big ones: what `bigint` does, for small integers alone.

`bigint` takes these functions in place of its own there. What is beyond the small integers is an
OverflowError, always of the same text.
"""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    SMALL_MAX,
    WORD_BITS,
    Ptr,
    Value,
    fits_small,
    small,
    small_int,
    small_mul,
    u8,
    u64,
    uword,
)
from anthill.vm import errors, limbs, writer
from anthill.vm.compiler.bytecode import Op
from anthill.vm.messages import message
from anthill.vm.objects import bigint, singletons
from anthill.vm.objects import float as float_object
from anthill.vm.objects.str import Str


def too_big() -> PyError:
    """The error for what is no small integer."""
    return errors.overflow_error(message("this board has no big integers"))


def is_negative(v: Value) -> bool:
    """Whether an integer is less than 0."""
    return small_int(v) < 0


def magnitude(v: Value) -> uword:
    """|v|."""
    n = small_int(v)
    return uword(-n if n < 0 else n)


def from_word(n: int) -> Value:
    """The integer of any machine word."""
    if not fits_small(n):
        raise too_big()
    return small(n)


def from_u64(n: u64) -> Value:
    """The integer of 64 bits without a sign."""
    if n > SMALL_MAX:
        raise too_big()
    return small(int(n))


def low_bits(v: Value) -> u64:
    """An integer as a two's complement of 64 bits."""
    return u64(small_int(v))


def bit_length(v: Value) -> int:
    """Bits of an integer's magnitude."""
    return limbs.word_bits(magnitude(v))


def bit_at(a: Value, place: int) -> bool:
    """Whether a bit of the magnitude is set."""
    return magnitude(a) >> place & 1 != 0


# Arithmetic.


def arithmetic(op: int, a: Value, b: Value) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL."""
    x = small_int(a)
    y = small_int(b)
    match op:
        case Op.ADD:
            return from_word(x + y)
        case Op.SUB:
            return from_word(x - y)
        case Op.MUL:
            return product(a, b)
        case Op.FLOOR_DIV:
            bigint.check_divisor(b, message("integer division or modulo by zero"))
            return from_word(x // y)
        case Op.MOD:
            bigint.check_divisor(b, message("integer modulo by zero"))
            return small(x % y)
        case Op.LSHIFT:
            return shift_left(a, b)
        case Op.RSHIFT:
            bigint.check_shift(b)
            return small(x >> min(y, WORD_BITS - 1))
        case Op.AND:
            return small(x & y)
        case Op.OR:
            return small(x | y)
        case Op.XOR:
            return small(x ^ y)
        case Op.TRUE_DIV:
            bigint.check_divisor(b, message("division by zero"))
            return float_object.new_float(float(x) / float(y))
        case Op.POW:
            return bigint.power(a, b)
        case _:
            return singletons.NOT_IMPLEMENTED


def add(a: Value, b: Value, minus: bool) -> Value:
    """a + b, or a - b."""
    return from_word(small_int(a) + (-small_int(b) if minus else small_int(b)))


def product(a: Value, b: Value) -> Value:
    """a * b."""
    result = small_mul(a, b)
    if result is NULL:
        raise too_big()
    return result


def shift_left(a: Value, b: Value) -> Value:
    """a << b."""
    bigint.check_shift(b)
    for _ in range(small_int(b)):
        a = add(a, a, False)
        if small_int(a) == 0:
            break
    return a


# Floats.


def to_float(a: Value) -> float:
    """The float of an integer."""
    return float(small_int(a))


def from_float(x: float) -> Value:
    """`int(x)` of a finite x that no small integer is."""
    raise too_big()


# Digits and bytes.


def grown(value: Value, base: int, digit: int) -> Value:
    """An integer with one digit more."""
    return from_word(small_int(product(value, small(base))) + digit)


def from_digits(p: Ptr[u8], n: int, base: int) -> Value:
    """The integer of `n` bytes of digits and underscores; NULL if there is anything else. The bytes
    may not move."""
    value: Value = small(0)
    for i in range(n):
        if p[i] != ord("_"):
            digit = bigint.digit_value(int(p[i]))
            if digit >= base:
                return NULL
            value = grown(value, base, digit)
    return value


def digits_of(v: Value, base: int, capitals: bool) -> Str:
    """The digits of an integer's magnitude."""
    out = writer.string_writer()
    out.write_digits(magnitude(v), base, capitals)
    return out.finish()


def from_bytes(p: Ptr[u8], n: int, little: bool, signed: bool) -> Value:
    """The integer of `n` bytes, which may not move."""
    value: Value = small(0)
    for i in range(n):
        byte = int(p[n - 1 - i if little else i])
        value = grown(value, 256, byte - 256 if i == 0 and signed and byte >= 128 else byte)
    return value


def write_bytes(v: Value, p: Ptr[u8], n: int, little: bool, signed: bool) -> bool:
    """Put an integer as `n` bytes; False where it does not fit. The bytes may not move."""
    rest = small_int(v)
    top = 0
    for i in range(n):
        top = rest & 255
        p[i if little else n - 1 - i] = u8(top)
        rest = rest >> 8
    if signed:
        return rest == (-1 if top >= 128 else 0)
    return rest == 0


FUNCTIONS: dict[str, object] = {
    "add": add,
    "arithmetic": arithmetic,
    "bit_at": bit_at,
    "bit_length": bit_length,
    "digits_of": digits_of,
    "from_bytes": from_bytes,
    "from_digits": from_digits,
    "from_float": from_float,
    "from_u64": from_u64,
    "from_word": from_word,
    "is_negative": is_negative,
    "limited_digits": digits_of,
    "low_bits": low_bits,
    "product": product,
    "shift_left": shift_left,
    "to_float": to_float,
    "write_bytes": write_bytes,
}
"""What `bigint` takes."""
