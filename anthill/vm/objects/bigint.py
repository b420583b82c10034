"""Integers that do not fit into a Value's word: a sign and a magnitude of limbs.

What is small is never a BigInt: every result passes through `finish`. Operations take Values that
are small integers or BigInts in any mixture. They make room for the result first and then point
at limbs: nothing moves between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import (
    MAX_LENGTH,
    NULL,
    SMALL_MAX,
    WORD_BITS,
    Array,
    Ptr,
    Static,
    Tail,
    Value,
    alloc,
    alloc_raw,
    array_of,
    as_a,
    cold,
    copy_items,
    fits_small,
    i32,
    is_small,
    items_of,
    small,
    small_int,
    static_array,
    u8,
    u64,
    uword,
)
from anthill.typed.extended import is_exactly
from anthill.vm import floats, limbs
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import BIG_INTEGERS, LARGE
from anthill.vm.limbs import LIMB_BITS, LIMB_MASK, Limb
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer

HASH_BITS = 61 if WORD_BITS == 64 else 31
HASH_MODULUS = (1 << HASH_BITS) - 1
"""Hashes of numbers are residues modulo this prime, so that equal numbers have equal ones."""
WORD_LIMBS = 2

LEAST_LIMIT = 640
"""No limit on the digits of text may be lower."""


class Limits(Static):
    """What a program may set."""

    digits: int = 4300 if LARGE else 0
    """Most decimal digits of an integer on its way from or to text, 0 for any number: the way takes
    time that grows with their square."""


limits = Limits()
scratch: Array[Limb] = static_array(Limb, 2 * WORD_LIMBS)
"""The limbs of up to two small integers."""


class BigInt(Obj):
    """An integer that is not small."""

    size: i32
    """Limbs in use, negative for a negative number; the highest of them is not 0."""
    limbs: Tail[Limb]

    def write_repr(self, out: Writer) -> None:
        if self.size < 0:
            out.write_char(ord("-"))
        out.write_text(limited_digits(self, 10, False))

    def hash_code(self) -> int:
        h = uword(0)
        n = count_of(self)
        for i in reversed(range(n)):
            h = rotated(h, LIMB_BITS) + uword(self.limbs[i])
            if h >= HASH_MODULUS:
                h = h - HASH_MODULUS
        return -int(h) if self.size < 0 else int(h)

    def compare(self, op: int, other: Value) -> Value:
        if not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        return bool_object.order_result(op, order(self, int_object.plain(other)))

    def binary(self, op: int, other: Value) -> Value:
        if not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        return arithmetic(op, self, int_object.plain(other))

    def reflected(self, op: int, other: Value) -> Value:
        if not int_object.is_int(other):
            return singletons.NOT_IMPLEMENTED
        return arithmetic(op, int_object.plain(other), self)

    def unary(self, op: int) -> Value:
        if op == Op.POS:
            return self
        if op == Op.NEG:
            return negated(self)
        return invert(self)


def rotated(h: uword, bits: int) -> uword:
    """h * 2**bits modulo HASH_MODULUS, 0 <= bits < HASH_BITS."""
    return uword(h << bits) & HASH_MODULUS | h >> (HASH_BITS - bits)


# The parts of an integer.


def is_negative(v: Value) -> bool:
    """Whether an integer is less than 0."""
    return small_int(v) < 0 if is_small(v) else as_a(BigInt, v).size < 0


def count_of(v: Value) -> int:
    """How many limbs the magnitude of an integer has; 0 for zero."""
    if not is_small(v):
        size = int(as_a(BigInt, v).size)
        return -size if size < 0 else size
    n = small_int(v)
    high = uword(-n if n < 0 else n) >> LIMB_BITS
    return 2 if high != 0 else 1 if n != 0 else 0


def limbs_of(v: Value, place: int) -> Ptr[Limb]:
    """The limbs of an integer's magnitude; those of a small one are put into `scratch`, 0 or 1."""
    if not is_small(v):
        return items_of(as_a(BigInt, v).limbs)
    n = small_int(v)
    magnitude = uword(-n if n < 0 else n)
    p = items_of(scratch, WORD_LIMBS * place)
    p[0] = Limb(magnitude)
    p[1] = Limb(magnitude >> LIMB_BITS)
    return p


def new_big(count: int) -> BigInt:
    """Room for so many limbs, all 0."""
    if count > MAX_LENGTH:
        raise too_many_digits()
    return alloc(BigInt, count)


def result_of(count: int) -> BigInt:
    """Room for so many limbs, all of which the caller sets."""
    if not LARGE:
        return new_big(count)
    if count > MAX_LENGTH:
        raise too_many_digits()
    return alloc_raw(BigInt, count)


@cold
def too_many_digits() -> PyError:
    """The error for what no memory could hold."""
    return errors.overflow_error(message("too many digits in integer"))


def finish(r: BigInt, negative: bool) -> Value:
    """The integer that the limbs of `r` make."""
    p = items_of(r.limbs)
    n = limbs.used(p, len(r.limbs))
    if n <= WORD_LIMBS:
        magnitude = uword(0)
        for i in reversed(range(n)):
            magnitude = magnitude << LIMB_BITS | uword(p[i])
        if magnitude <= SMALL_MAX or (negative and magnitude == SMALL_MAX + 1):
            return small(-int(magnitude) if negative else int(magnitude))
    r.size = i32(-n if negative else n)
    return r


def from_word(n: int) -> Value:
    """The integer of any machine word."""
    if fits_small(n):
        return small(n)
    return shifted(u64(uword(-n if n < 0 else n)), 0, n < 0)


def from_u64(n: u64) -> Value:
    """The integer of 64 bits without a sign."""
    return small(int(n)) if n <= SMALL_MAX else shifted(n, 0, False)


def shifted(magnitude: u64, bits: int, negative: bool) -> Value:
    """The integer `magnitude << bits` with a sign."""
    count = 64 // LIMB_BITS
    r = new_big(count + bits // LIMB_BITS + 1)
    p = items_of(r.limbs, bits // LIMB_BITS)
    for i in range(count):
        p[i] = Limb(magnitude)
        magnitude = magnitude >> LIMB_BITS
    limbs.shift_left(p, p, count, bits % LIMB_BITS)
    return finish(r, negative)


def low_bits(v: Value) -> u64:
    """The low 64 bits of an integer as a two's complement."""
    result = limbs.low_bits(limbs_of(v, 0), count_of(v))
    return u64(~result + 1) if is_negative(v) else result


def bit_length(v: Value) -> int:
    """Bits of an integer's magnitude."""
    return limbs.bit_length(limbs_of(v, 0), count_of(v))


def order(a: Value, b: Value) -> int:
    """-1, 0 or 1 as `a` is less than, equal to or greater than `b`."""
    negative = is_negative(a)
    if negative != is_negative(b):
        return -1 if negative else 1
    found = limbs.compare(limbs_of(a, 0), count_of(a), limbs_of(b, 1), count_of(b))
    return -found if negative else found


# Arithmetic.


def arithmetic(op: int, a: Value, b: Value) -> Value:
    """`a op b` for Op.ADD ... Op.MATMUL."""
    match op:
        case Op.ADD:
            return add(a, b, False)
        case Op.SUB:
            return add(a, b, True)
        case Op.MUL:
            return product(a, b)
        case Op.FLOOR_DIV:
            check_divisor(b, message("integer division or modulo by zero"))
            return divided(a, b)[0]
        case Op.MOD:
            check_divisor(b, message("integer modulo by zero"))
            return divided(a, b)[1]
        case Op.LSHIFT:
            return shift_left(a, b)
        case Op.RSHIFT:
            return shift_right(a, b)
        case Op.AND | Op.OR | Op.XOR:
            return bitwise(op, a, b)
        case Op.TRUE_DIV:
            check_divisor(b, message("division by zero"))
            return float_object.new_float(quotient(a, b))
        case Op.POW:
            return power(a, b)
        case _:
            return singletons.NOT_IMPLEMENTED


def check_divisor(b: Value, reason: int) -> None:
    """ZeroDivisionError for zero."""
    if is_small(b) and small_int(b) == 0:
        raise errors.zero_division_error(reason)


def negated(a: Value) -> Value:
    """-a."""
    return add(small(0), a, True)


def invert(a: Value) -> Value:
    """~a."""
    return add(small(-1), a, True)


def magnitude_of(a: Value) -> Value:
    """|a|."""
    return negated(a) if is_negative(a) else a


def are_integers(a: Value, b: Value) -> bool:
    """Whether one is a BigInt and the other one too, or small."""
    if is_exactly(a, BigInt):
        return is_small(b) or is_exactly(b, BigInt)
    return is_small(a) and is_exactly(b, BigInt)


def sum_of(a: BigInt, b: BigInt) -> Value:
    """a + b of positive numbers."""
    n = int(a.size)
    m = int(b.size)
    if n < m:
        a, b = b, a
        n, m = m, n
    r = new_big(n + 1)
    p = items_of(r.limbs)
    limbs.add(p, items_of(a.limbs), n, items_of(b.limbs), m)
    r.size = i32(n if p[n] == 0 else n + 1)
    return r


def add(a: Value, b: Value, minus: bool) -> Value:
    """a + b, or a - b."""
    if is_exactly(a, BigInt) and is_exactly(b, BigInt) and a.size > 0 and b.size > 0 and not minus:
        return sum_of(a, b)
    n = count_of(a)
    m = count_of(b)
    r = result_of(max(n, m) + 1)
    p = limbs_of(a, 0)
    q = limbs_of(b, 1)
    negative = is_negative(a)
    same_sign = negative == (is_negative(b) != minus)
    if n < m or (n == m and limbs.compare(p, n, q, m) < 0):
        p, q = q, p
        n, m = m, n
        negative = negative == same_sign
    if same_sign:
        limbs.add(items_of(r.limbs), p, n, q, m)
    else:
        limbs.subtract(items_of(r.limbs), p, n, q, m)
        r.limbs[n] = Limb(0)
    return finish(r, negative)


def product(a: Value, b: Value) -> Value:
    """a * b."""
    if count_of(a) < count_of(b):
        a, b = b, a
    n = count_of(a)
    m = count_of(b)
    r = result_of(n + m) if m == 1 else new_big(n + m)
    negative = is_negative(a) != is_negative(b)
    if LARGE and m >= limbs.KARATSUBA_LIMBS:
        work = array_of(Limb, limbs.workspace(m))
        limbs.multiply_long(items_of(r.limbs), limbs_of(a, 0), n, limbs_of(b, 1), m, items_of(work))
    elif m == 1:
        limbs.multiply_limb(items_of(r.limbs), limbs_of(a, 0), n, uword(limbs_of(b, 1)[0]), 0)
    else:
        limbs.multiply_zeros(items_of(r.limbs), limbs_of(a, 0), n, limbs_of(b, 1), m)
    return finish(r, negative)


def divided(a: Value, b: Value) -> tuple[Value, Value]:
    """`divmod(a, b)` for b != 0: the remainder has the sign of b."""
    whole, rest = truncated(a, b)
    if is_negative(a) != is_negative(b) and not is_zero(rest):
        whole = add(whole, small(1), True)
        rest = add(rest, b, False)
    return whole, rest


def is_zero(v: Value) -> bool:
    """Whether an integer is 0."""
    return is_small(v) and small_int(v) == 0


def truncated(a: Value, b: Value) -> tuple[Value, Value]:
    """Quotient rounded toward zero and remainder with the sign of a, b != 0."""
    if LARGE and long_integers.is_long_division(a, b):
        whole, rest = long_integers.divide(magnitude_of(a), magnitude_of(b))
        return (
            negated(whole) if is_negative(a) != is_negative(b) else whole,
            negated(rest) if is_negative(a) else rest,
        )
    return divided_limbs(a, b)


def divided_limbs(a: Value, b: Value) -> tuple[Value, Value]:
    """What `truncated` gives, limb by limb."""
    n = count_of(a)
    m = count_of(b)
    negative = is_negative(a) != is_negative(b)
    if n < m:
        return small(0), a
    whole = result_of(n - m + 1)
    rest = result_of(n + 1)
    if m == 1:
        divisor = uword(limbs_of(b, 0)[0])
        left = limbs.divide_limb(items_of(whole.limbs), limbs_of(a, 0), n, divisor)
        found = small(-int(left) if is_negative(a) else int(left))
        return finish(whole, negative), found
    divisor_copy = array_of(Limb, m + 1)
    v = items_of(divisor_copy)
    u = items_of(rest.limbs)
    bits = m * LIMB_BITS - bit_length(b)
    limbs.shift_left(u, limbs_of(a, 0), n, bits)
    limbs.shift_left(v, limbs_of(b, 1), m, bits)
    limbs.divide(items_of(whole.limbs), u, n, v, m)
    limbs.shift_right(u, u, n + 1, bits)
    return finish(whole, negative), finish(rest, is_negative(a))


def shift_left(a: Value, b: Value) -> Value:
    """a << b."""
    check_shift(b)
    if is_zero(a):
        return a
    if not is_small(b):
        raise too_many_digits()
    bits = small_int(b)
    r = new_big(count_of(a) + bits // LIMB_BITS + 1)
    limbs.shift_left_far(items_of(r.limbs), limbs_of(a, 0), count_of(a), bits)
    return finish(r, is_negative(a))


def check_shift(b: Value) -> None:
    """ValueError for a negative shift count."""
    if is_negative(b):
        raise errors.value_error(message("negative shift count"))


def shift_right(a: Value, b: Value) -> Value:
    """a >> b."""
    check_shift(b)
    n = count_of(a)
    negative = is_negative(a)
    left = 0
    if is_small(b):
        left = n - small_int(b) // LIMB_BITS
    if left <= 0:
        return small(-1 if negative else 0)
    r = new_big(left + 1)
    p = items_of(r.limbs)
    if limbs.shift_right_far(p, limbs_of(a, 0), n, small_int(b)) and negative:
        limbs.increment(p)
    return finish(r, negative)


def bitwise(op: int, a: Value, b: Value) -> Value:
    """`&`, `|` and `^` of two's complements, limb by limb."""
    n = count_of(a)
    m = count_of(b)
    r = new_big(max(n, m) + 1)
    p = limbs_of(a, 0)
    q = limbs_of(b, 1)
    carry_a = uword(is_negative(a))
    carry_b = uword(is_negative(b))
    flip_a = uword(LIMB_MASK) * carry_a
    flip_b = uword(LIMB_MASK) * carry_b
    flip = combined(op, flip_a, flip_b)
    carry = flip & 1
    for i in range(len(r.limbs)):
        carry_a += (uword(p[i]) if i < n else uword(0)) ^ flip_a
        carry_b += (uword(q[i]) if i < m else uword(0)) ^ flip_b
        carry += combined(op, carry_a & LIMB_MASK, carry_b & LIMB_MASK) ^ flip
        r.limbs[i] = Limb(carry)
        carry_a = carry_a >> LIMB_BITS
        carry_b = carry_b >> LIMB_BITS
        carry = carry >> LIMB_BITS
    return finish(r, flip != 0)


def combined(op: int, a: uword, b: uword) -> uword:
    """`a op b` for Op.AND, Op.OR and Op.XOR."""
    return a & b if op == Op.AND else a | b if op == Op.OR else a ^ b


def bit_at(a: Value, place: int) -> bool:
    """Whether a bit of the magnitude is set."""
    limb = uword(limbs_of(a, 0)[place // LIMB_BITS])
    return limb >> (place % LIMB_BITS) & 1 != 0


def power(a: Value, b: Value) -> Value:
    """a ** b: a float for b < 0."""
    if is_negative(b):
        return float_object.float_binary(Op.POW, to_float(a), to_float(b))
    result = small(1)
    for place in reversed(range(bit_length(b))):
        result = int_object.multiplied(result, result)
        if bit_at(b, place):
            result = int_object.multiplied(result, a)
    return result


# Floats.


def to_float(a: Value) -> float:
    """The nearest float; OverflowError where there is none."""
    if is_small(a):
        return float(small_int(a))
    return finite(ratio(a, small(1)), message("int too large to convert to float"))


def quotient(a: Value, b: Value) -> float:
    """The float nearest to a / b, b != 0; OverflowError where there is none."""
    return finite(ratio(a, b), message("integer division result too large for a float"))


def finite(x: float, reason: int) -> float:
    """x; OverflowError (`reason`) if it is infinite."""
    if not floats.is_finite(x):
        raise errors.overflow_error(reason)
    return x


def ratio(a: Value, b: Value) -> float:
    """The float nearest to a / b, b != 0, or an infinite one: from a quotient of 63 or 64 bits."""
    shift = 63 - bit_length(a) + bit_length(b)
    whole, rest = truncated(
        shift_left(a, small(max(shift, 0))), shift_left(b, small(max(-shift, 0)))
    )
    m = low_bits(magnitude_of(whole))
    x = floats.nearest(m if is_zero(rest) else m | 1, -shift)
    return -x if is_negative(a) != is_negative(b) else x


def from_float(x: float) -> Value:
    """`int(x)` of a finite x with a magnitude of at least 1."""
    m = floats.mantissa_of(x)
    e = floats.exponent_of(x)
    return shifted(m >> -e if e < 0 else m, max(e, 0), x < 0.0)


def order_float(a: Value, x: float) -> int:
    """-1, 0 or 1 as an integer is less than, equal to or greater than x, which is no NaN."""
    if not floats.is_finite(x):
        return -1 if x > 0.0 else 1
    whole = floats.floor(x)
    found = order(a, float_object.to_int(whole))
    return -1 if found == 0 and whole < x else found


# Digits.


def digit_value(c: int) -> int:
    """What a digit or letter counts, 99 if it is neither."""
    if ord("0") <= c <= ord("9"):
        return c - ord("0")
    low = c | 0x20
    return low - ord("a") + 10 if ord("a") <= low <= ord("z") else 99


def chunk_of(base: int) -> tuple[uword, int]:
    """The largest power of a base that is a limb, and its exponent."""
    chunk = uword(base)
    count = 1
    while chunk * uword(base) <= LIMB_MASK:
        chunk = chunk * uword(base)
        count += 1
    return chunk, count


def from_digits(p: Ptr[u8], n: int, base: int) -> Value:
    """The integer of `n` bytes of digits and underscores; NULL if there is anything else. The bytes
    may not move."""
    return read_digits(p, n, base) if LARGE else from_some_digits(p, n, base)


def read_digits(p: Ptr[u8], n: int, base: int) -> Value:
    """What `from_digits` gives, at once for small integers and in halves for long ones."""
    limit = SMALL_MAX // base
    value = 0
    for i in range(n):
        if p[i] != ord("_"):
            digit = digit_value(int(p[i]))
            if digit >= base:
                return NULL
            if value > limit:
                if is_limited(base):
                    check_digits(p, n)
                if n > long_integers.TEXT_DIGITS:
                    return long_integers.from_digits(p, n, base)
                return from_some_digits(p, n, base)
            value = value * base + digit
    return from_word(value)


def is_limited(base: int) -> bool:
    """Whether the digits in a base are limited."""
    return limits.digits != 0 and base & (base - 1) != 0


def check_digits(p: Ptr[u8], n: int) -> None:
    """ValueError for more digits than may be read."""
    count = 0
    for i in range(n):
        if p[i] != ord("_"):
            count += 1
    if count > limits.digits:
        raise errors.value_error_with(
            message(
                "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "
                "use sys.set_int_max_str_digits() to increase the limit"
            ),
            small(limits.digits),
            small(count),
        )


@cold
def too_many_to_write() -> PyError:
    """The ValueError for more digits than may be written."""
    return errors.value_error_with(
        message(
            "Exceeds the limit (%d digits) for integer string conversion; "
            "use sys.set_int_max_str_digits() to increase the limit"
        ),
        small(limits.digits),
        NULL,
    )


def from_some_digits(p: Ptr[u8], n: int, base: int) -> Value:
    """What `from_digits` gives, chunk by chunk."""
    width = limbs.word_bits(uword(base - 1))
    r = new_big(n * width // LIMB_BITS + 2)
    q = items_of(r.limbs)
    count = 0
    chunk = uword(1)
    value = uword(0)
    for i in range(n):
        if p[i] != ord("_"):
            digit = digit_value(int(p[i]))
            if digit >= base:
                return NULL
            value = value * uword(base) + uword(digit)
            chunk = chunk * uword(base)
        if chunk * uword(base) > LIMB_MASK or i == n - 1:
            limbs.multiply_limb(q, q, count, chunk, value)
            count = limbs.used(q, count + 1)
            chunk = uword(1)
            value = uword(0)
    return finish(r, False)


def digits_of(v: Value, base: int, capitals: bool) -> Str:
    """The digits of an integer's magnitude."""
    if LARGE:
        width = limbs.word_bits(uword(base)) - 1
        if base & (base - 1) == 0:
            return bits_of(v, width, capitals)
        size = bit_length(v) // width + 1
        if size > long_integers.TEXT_DIGITS:
            digits = array_of(u8, size)
            powers = long_integers.powers_below(base, size)
            p = items_of(digits)
            long_integers.put_digits(magnitude_of(v), p, size, base, capitals, powers, powers.count)
            return without_zeros(digits)
    count = count_of(v)
    copy = array_of(Limb, count)
    copy_items(items_of(copy), limbs_of(v, 0), count)
    return digits_text(copy, count, base, capitals)


def digits_text(magnitude: Array[Limb], count: int, base: int, capitals: bool) -> Str:
    """The digits of `count` limbs, which are no more then."""
    q = items_of(magnitude)
    digits = array_of(u8, limbs.bit_length(q, count) // (limbs.word_bits(uword(base)) - 1) + 1)
    take_digits(items_of(magnitude), count, items_of(digits), len(digits), base, capitals)
    return without_zeros(digits)


def without_zeros(digits: Array[u8]) -> Str:
    """Digits as a string that begins with a 0 only if it is the last."""
    p = items_of(digits)
    size = len(digits)
    while size > 1 and p[0] == ord("0"):
        p = p + 1
        size -= 1
    return str_object.new_str(p, size)


def digits_within_limit(v: Value, base: int, capitals: bool) -> Str:
    """What `digits_of` gives; ValueError for more digits than may be written."""
    limited = is_limited(base)
    if limited and bit_length(v) * 3 // 10 > limits.digits:
        raise too_many_to_write()
    digits = digits_of(v, base, capitals)
    if limited and len(digits.data) > limits.digits:
        raise too_many_to_write()
    return digits


limited_digits = digits_within_limit if LARGE else digits_of
"""What `digits_of` gives, for programs."""


def put_digits(v: Value, p: Ptr[u8], n: int, base: int, capitals: bool) -> None:
    """Put an integer's magnitude as exactly `n` digits."""
    count = count_of(v)
    copy = array_of(Limb, count)
    copy_items(items_of(copy), limbs_of(v, 0), count)
    take_digits(items_of(copy), count, p, n, base, capitals)


def take_digits(q: Ptr[Limb], count: int, p: Ptr[u8], n: int, base: int, capitals: bool) -> None:
    """Put `count` limbs, which are no more then, as exactly `n` digits, chunk by chunk."""
    chunk, width = chunk_of(base)
    while n > 0:
        rest = uword(0)
        if count > 0:
            rest = limbs.divide_chunk(q, count, chunk)
            count = limbs.used(q, count)
        above = max(n - width, 0)
        if rest != 0:
            n -= writer.digits_before(p + n, rest, base, capitals)
        while n > above:
            n -= 1
            p[n] = u8(ord("0"))


def bits_of(v: Value, width: int, capitals: bool) -> Str:
    """The digits of an integer's magnitude, so many bits each."""
    size = max((bit_length(v) + width - 1) // width, 1)
    digits = array_of(u8, size)
    p = limbs_of(v, 0)
    count = count_of(v)
    for place in range(size):
        at = place * width
        bits = uword(p[at // LIMB_BITS]) >> at % LIMB_BITS
        if at // LIMB_BITS + 1 < count:
            bits = bits | uword(p[at // LIMB_BITS + 1]) << (LIMB_BITS - at % LIMB_BITS)
        last = items_of(digits, size - place)
        writer.digits_before(last, bits & ((1 << width) - 1), 1 << width, capitals)
    return str_object.new_str(items_of(digits), size)


# Bytes.


def write_bytes(v: Value, p: Ptr[u8], n: int, little: bool, signed: bool) -> bool:
    """Put an integer as `n` bytes; False where it does not fit. The bytes may not move."""
    room = 8 * n - (1 if signed and not is_zero(v) else 0)
    flip = 0
    if is_negative(v):
        if not signed:
            return False
        v = invert(v)
        flip = 255
    if bit_length(v) > room:
        return False
    q = limbs_of(v, 0)
    count = count_of(v)
    for i in range(n):
        place = i * 8 // LIMB_BITS
        limb = uword(q[place]) if place < count else uword(0)
        p[i if little else n - 1 - i] = u8(int(limb >> (i * 8 % LIMB_BITS)) ^ flip)
    return True


def from_bytes(p: Ptr[u8], n: int, little: bool, signed: bool) -> Value:
    """The integer of `n` bytes, which may not move."""
    r = new_big(n * 8 // LIMB_BITS + 1)
    q = items_of(r.limbs)
    negative = signed and n > 0 and p[n - 1 if little else 0] >= 128
    flip = uword(255 if negative else 0)
    for i in range(n):
        byte = uword(p[i if little else n - 1 - i]) ^ flip
        place = i * 8 // LIMB_BITS
        q[place] = Limb(uword(q[place]) | byte << (i * 8 % LIMB_BITS))
    result = finish(r, False)
    return invert(result) if negative else result


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors, writer  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import float as float_object  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects import singletons  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402

from anthill.vm import long_integers  # noqa: E402  # isort: skip

if BIG_INTEGERS:
    type_object.TYPES.set(BigInt, int_object.INT_TYPE)
else:
    from anthill.vm.objects import small_integers

    globals().update(small_integers.FUNCTIONS)
