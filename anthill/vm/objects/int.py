"""Integers: small ones in the Value's word. What does not fit is the business of `bigint`.

Operations take machine words and return Values; the callers have looked at the operands' types.
"""

from __future__ import annotations

from anthill.typed import (
    NULL,
    SMALL_MAX,
    SMALL_MIN,
    Value,
    both_small,
    fits_small,
    is_small,
    small,
    small_int,
    small_mul,
)
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import BIG_INTEGERS, LARGE
from anthill.vm.floats import MANTISSA_BITS
from anthill.vm.messages import message

WORD_SIZE = 64
"""Bits of an index in CPython."""
EXACT_INT = 1 << MANTISSA_BITS
"""Integers up to this magnitude are floats without rounding."""


def new_int(n: int) -> Value:
    """The Python integer of a machine word."""
    return small(n) if fits_small(n) else bigint.from_word(n)


def is_int(v: Value) -> bool:
    """Whether a Value is an integer: small, big, True or False."""
    if BIG_INTEGERS:
        return is_small(v) or isinstance(v, bool_object.Bool | bigint.BigInt | boxed.Boxed)
    return is_small(v) or isinstance(v, bool_object.Bool | boxed.Boxed)


def plain(v: Value) -> Value:
    """The integer itself of a Value for which `is_int` holds: True is 1."""
    return small(v.number) if isinstance(v, bool_object.Bool) else unboxed(v)


def unboxed(v: Value) -> Value:
    """The Value itself, or the integer that an object of a class derived from `int` is."""
    return v.value if isinstance(v, boxed.Boxed) else v


def int_of(v: Value) -> int:
    """The count or place that a Value means for which `is_int` holds. What is not small is more
    than anything has: OverflowError where CPython has it, beyond 63 bits."""
    if is_small(v):
        return small_int(v)
    v = plain(v)
    if is_small(v):
        return small_int(v)
    if BIG_INTEGERS and bigint.bit_length(v) >= WORD_SIZE:
        raise errors.overflow_error(message("cannot fit 'int' into an index-sized integer"))
    return clamped_index(v)


def clamped_index(v: Value) -> int:
    """As `index_value`, of a big integer the nearest small one."""
    v = integer_value(v)
    if BIG_INTEGERS and isinstance(v, bigint.BigInt):
        return SMALL_MIN if v.size < 0 else SMALL_MAX
    return int_of(v)


def place_value(v: Value) -> int:
    """As `index_value`; of a number up to 63 bits that is not small the nearest that is."""
    v = integer_value(v)
    if not BIG_INTEGERS:
        return small_int(v)
    return index_value(v) if bigint.bit_length(v) >= WORD_SIZE else clamped_index(v)


def index_value(v: Value) -> int:
    """The small integer that `v` stands for where one is needed: index, count; TypeError, or
    OverflowError if it is big."""
    v = integer_value(v)
    if BIG_INTEGERS and isinstance(v, bigint.BigInt):
        raise errors.overflow_error(message("Python int too large to convert to C ssize_t"))
    return small_int(v)


def integer_value(v: Value) -> Value:
    """The integer, small or big, that `v` stands for where one is needed; TypeError."""
    if is_int(v):
        return plain(v)
    index = special.index_of(v)
    if index is NULL:
        raise errors.type_error_with(
            message("'%t' object cannot be interpreted as an integer"), v, NULL
        )
    return plain(index)


def int_compare(op: int, a: int, b: int) -> Value:
    """`a op b` for Op.LT ... Op.GE."""
    return bool_object.order_result(op, -1 if a < b else 1 if a > b else 0)


def int_unary(op: int, a: int) -> Value:
    """Op.NEG, Op.POS, Op.INVERT."""
    if op == Op.NEG:
        return new_int(-a)
    return small(~a if op == Op.INVERT else a)


def word_hash(a: int) -> int:
    """The hash of a small integer: its residue, which differs from it only on the host."""
    if LARGE and not -bigint.HASH_MODULUS < a < bigint.HASH_MODULUS:
        return -(-a % bigint.HASH_MODULUS) if a < 0 else a % bigint.HASH_MODULUS
    return a


def int_binary(op: int, a: int, b: int) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL on small integers."""
    if op == Op.ADD:
        return new_int(a + b)
    if op == Op.MUL:
        return multiplied(small(a), small(b))
    if op == Op.TRUE_DIV and b != 0 and is_exact(a) and is_exact(b):
        return float_object.new_float(float(a) / float(b))
    return bigint.arithmetic(op, small(a), small(b))


def multiplied(a: Value, b: Value) -> Value:
    """a * b of integers, small or big."""
    if both_small(a, b):
        product = small_mul(a, b)
        if product is not NULL:
            return product
    return bigint.product(a, b)


def is_exact(n: int) -> bool:
    """Whether a small integer is a float without rounding."""
    if SMALL_MAX <= EXACT_INT:
        return True
    return -EXACT_INT <= n <= EXACT_INT


# Modules of an import cycle: only functions use their names. The type of bool derives from int's.
from anthill.vm.objects.type import Type, builtin_type  # noqa: E402  # isort: skip

INT_TYPE: Type = builtin_type("int", None)

from anthill.vm import errors  # noqa: E402
from anthill.vm.interpreter import special  # noqa: E402
from anthill.vm.objects import bigint, boxed  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import float as float_object  # noqa: E402
