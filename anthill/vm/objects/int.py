"""Integers: small ones in the Value's word. Results that do not fit go to `too_large`.

Operations take machine words and return Values; the callers have looked at the operands' types.
"""

from __future__ import annotations

from anthill.typed import (
    NULL,
    SMALL_MAX,
    WORD_BITS,
    Value,
    cold,
    fits_small,
    is_small,
    noreturn,
    small,
    small_int,
    small_mul,
)
from anthill.vm.compiler.bytecode import Op
from anthill.vm.messages import message


def new_int(n: int) -> Value:
    """The Python integer of a machine word; OverflowError when it needs a big integer."""
    if not fits_small(n):
        too_large()
    return small(n)


@cold
@noreturn
def too_large() -> None:
    """Every result that needs a big integer ends here."""
    raise errors.overflow_error(message("integer too large"))


def is_int(v: Value) -> bool:
    """Whether `int_of` has an answer: integers, True and False."""
    return is_small(v) or isinstance(v, bool_object.Bool)


def int_of(v: Value) -> int:
    """The machine word of a Value for which `is_int` holds."""
    if is_small(v):
        return small_int(v)
    assert isinstance(v, bool_object.Bool)
    return v.number


def index_value(v: Value) -> int:
    """The integer that `v` stands for where one is needed: index, count, shift; TypeError."""
    if is_small(v):
        return small_int(v)
    if isinstance(v, bool_object.Bool):
        return v.number
    index = special.index_of(v)
    if index is not NULL:
        return int_of(index)
    raise errors.type_error_with(
        message("'%s' object cannot be interpreted as an integer"), operations.type_name(v), NULL
    )


def int_compare(op: int, a: int, b: int) -> Value:
    """`a op b` for Op.LT ... Op.GE."""
    return bool_object.order_result(op, -1 if a < b else 1 if a > b else 0)


def int_unary(op: int, a: int) -> Value:
    """Op.NEG, Op.POS, Op.INVERT."""
    if op == Op.NEG:
        return new_int(-a)
    return small(~a if op == Op.INVERT else a)


def int_binary(op: int, a: int, b: int) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL on small integers."""
    match op:
        case Op.ADD:
            return new_int(a + b)
        case Op.SUB:
            return new_int(a - b)
        case Op.MUL:
            product = small_mul(small(a), small(b))
            if product is NULL:
                too_large()
            return product
        case Op.FLOOR_DIV:
            if b == 0:
                raise errors.zero_division_error(message("integer division or modulo by zero"))
            return new_int(a // b)
        case Op.MOD:
            if b == 0:
                raise errors.zero_division_error(message("integer modulo by zero"))
            return small(a % b)
        case Op.LSHIFT:
            return shift_left(a, b)
        case Op.RSHIFT:
            return shift_right(a, b)
        case Op.AND:
            return small(a & b)
        case Op.OR:
            return small(a | b)
        case Op.XOR:
            return small(a ^ b)
        case Op.TRUE_DIV:
            if b == 0:
                raise errors.zero_division_error(message("division by zero"))
            return float_object.new_float(float(a) / float(b))
        case Op.POW:
            if b < 0:
                return float_object.float_binary(op, float(a), float(b))
            return int_power(a, b)
        case _:
            return singletons.NOT_IMPLEMENTED


def check_shift(b: int) -> None:
    """ValueError for a negative shift count."""
    if b < 0:
        raise errors.value_error(message("negative shift count"))


def shift_left(a: int, b: int) -> Value:
    """`a << b`."""
    check_shift(b)
    if a == 0:
        return small(0)
    if b >= WORD_BITS - 2 or a > SMALL_MAX >> b or a < -(SMALL_MAX >> b) - 1:
        too_large()
    return new_int(a << b)


def shift_right(a: int, b: int) -> Value:
    """`a >> b`."""
    check_shift(b)
    return small(a >> (b if b < WORD_BITS else WORD_BITS - 1))


def int_power(a: int, b: int) -> Value:
    """`a ** b` for b >= 0, by squaring."""
    result = small(1)
    base = small(a)
    while True:
        if b & 1:
            result = small_mul(result, base)
            if result is NULL:
                too_large()
        b = b >> 1
        if b == 0:
            return result
        base = small_mul(base, base)
        if base is NULL:
            if small_int(result) == 0:
                return result
            too_large()


# Modules of an import cycle: only functions use their names. The type of bool derives from int's.
from anthill.vm.objects.type import Type, builtin_type  # noqa: E402  # isort: skip

INT_TYPE: Type = builtin_type("int", None)

from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import special  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import float as float_object  # noqa: E402
from anthill.vm.objects import singletons  # noqa: E402
