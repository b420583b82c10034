"""int, bool and float: operators, methods, reading and writing, against CPython."""

from __future__ import annotations

import decimal
import itertools
import math
import random
import struct

import pytest
from values import host, operate, outcome, same_method, same_operator, same_repr, value

from anthill.typed import Ptr
from anthill.vm import dtoa, operations
from anthill.vm.objects import float_methods, int_methods
from anthill.vm.writer import string_writer

INTS = [0, 1, -1, 2, -2, 3, 7, -7, 10, 63, 64, 255, 1000003, -1000003, 2**40, True, False]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, -2.5, 7.0, 1e300, -1e300, 1e-300, 0.1, 1e16]
SPECIAL = [math.inf, -math.inf, math.nan]
ARITHMETIC = ["+", "-", "*", "//", "%", "/", "**"]
ORDER = ["<", "<=", "==", "!=", ">", ">="]


def agree(symbol, a, b):
    """As CPython, but for complex results."""
    expected = outcome(lambda: eval(f"a {symbol} b", {"a": a, "b": b}))
    if expected[1] == "complex" or expected[2] == "complex exponentiation":
        return
    if expected[2] == "float modulo":
        expected = (*expected[:2], "float modulo by zero")
    found = outcome(lambda: operate(symbol, a, b))
    assert found == expected, (a, symbol, b, found, expected)


def test_int_operators():
    for a, b in itertools.product(INTS, INTS):
        for symbol in [*ARITHMETIC, *ORDER, "&", "|", "^"]:
            if symbol != "**" or abs(b) < 100:
                agree(symbol, a, b)
        if abs(b) < 100:
            agree("<<", a, b)
            agree(">>", a, b)


def test_int_overflow():
    edge = 2**62
    for a in [edge - 1, -edge, edge // 2, -edge // 2, 2**31, 3037000500]:
        for b in [1, -1, 2, -2, edge - 1, -edge, 3037000499]:
            for symbol in ["+", "-", "*", "//", "%", "&", "|", "^"]:
                agree(symbol, a, b)


def test_float_operators():
    numbers = [*INTS, *FLOATS, *SPECIAL]
    for a, b in itertools.product(numbers, numbers):
        if isinstance(a, float) or isinstance(b, float):
            for symbol in [*ARITHMETIC, *ORDER]:
                agree(symbol, a, b)


def test_other_operands():
    for a, b in itertools.product([1, 1.5, True], ["a", None, b"x", [1], (1,)]):
        for symbol in ["+", "-", "/", "&", "<<", "<", "==", "//"]:
            same_operator(symbol, a, b)
            same_operator(symbol, b, a)
    same_operator("&", 1.5, 1)
    same_operator("<<", 1, 1.5)


@pytest.mark.parametrize("symbol", ["-", "+", "~"])
def test_unary(symbol):
    from anthill.vm.compiler.bytecode import Op

    op = {"-": Op.NEG, "+": Op.POS, "~": Op.INVERT}[symbol]
    for a in [*INTS, *FLOATS, math.inf, "a", None]:
        expected = outcome(lambda a=a: eval(f"{symbol}a", {"a": a}))
        assert outcome(lambda a=a: host(operations.unary(op, value(a)))) == expected


def test_hashes_of_equal_numbers_are_equal():
    for n in [0, 1, -1, 5, 2**40, -(2**40)]:
        assert operations.hash_code(value(n)) == operations.hash_code(value(float(n)))


LITERALS = """0 1 -1 +5 12_345 1__0 _1 1_ 0x1f 0X1F 0b101 0o17 00 007 1e5 x 0x -0x10 +0b1 0x_1 0_1
ff FF zz 1.5 - + -- 9223372036854775807 4611686018427387903 -4611686018427387903""".split()


def test_int_from_text():
    for text in [*LITERALS, "", " 12 ", "\t-7\n", "1 2", "\u0661"]:
        for base in [10, 0, 2, 8, 16, 36, 1, 37]:
            expected = outcome(lambda text=text, base=base: int(text, base))
            if text != "\u0661":
                call = lambda: host(int_methods.make_int(value(text), base))  # noqa: B023, E731
                assert outcome(call) == expected, (text, base)


def test_int_from_values():
    for obj in [1.5, -1.5, 1e10, math.inf, -math.inf, math.nan, True, b"12", "x", None, []]:
        expected = outcome(lambda obj=obj: int(obj))
        assert outcome(lambda obj=obj: host(int_methods.make_int(value(obj), None))) == expected


def test_int_methods():
    for n in [0, 1, -1, 255, 256, -128, -129, 2**40]:
        same_method(n, "bit_length")
        same_method(n, "bit_count")
        for size, order, signed in itertools.product([0, 1, 2, 8], ["big", "little", "x"], [0, 1]):
            if size or n >= 0:
                same_method(n, "to_bytes", size, order, signed=bool(signed))
    for data in [b"", b"\x01", b"\xff", b"\x01\x02\x03", b"\xff\xfe"]:
        for order, signed in itertools.product(["big", "little"], [False, True]):
            same_method(0, "from_bytes", data, order, signed=signed)
    same_method(5, "from_bytes", [1, 2], "big")


def random_floats(count):
    """Floats of all kinds: random bits, subnormal, powers of two, short decimals, integers."""
    source = random.Random(7)
    for _ in range(count):
        yield struct.unpack("<d", struct.pack("<Q", source.getrandbits(63)))[0]
        yield struct.unpack("<d", struct.pack("<Q", source.getrandbits(source.randint(1, 52))))[0]
        yield 2.0 ** source.randint(-1074, 1023)
        yield round(source.random() * 10 ** source.randint(0, 6), source.randint(0, 8))
        yield float(source.randint(0, 10 ** source.randint(1, 20)))


def test_float_repr_is_shortest():
    for x in [*random_floats(300), *FLOATS, 5e-324, 1.7976931348623157e308, 9007199254740993.0]:
        if math.isfinite(x):
            same_repr(x)
            same_repr(-x)


def parsed(text):
    """What `float(text)` gives."""
    return host(float_methods.make_float(value(text)))


def test_float_from_text_is_nearest():
    source = random.Random(8)
    for x in random_floats(200):
        if math.isfinite(x):
            for text in [repr(x), f"{x:.{source.randint(0, 40)}e}"]:
                assert parsed(text) == float(text), text


def test_float_from_text_decides_halves():
    decimal.getcontext().prec = 1200
    for x in random_floats(30):
        above = math.nextafter(x, math.inf)
        if math.isfinite(above):
            half = (decimal.Decimal(x) + decimal.Decimal(above)) / 2
            for text in [f"{half:f}", f"{half:f}0001" if "." in f"{half:f}" else f"{half:f}.001"]:
                assert parsed(text) == float(text), text


def test_float_texts():
    texts = "1 .5 5. 1_0.5 1__0 _1 1_ 1e5 1e e5 inf -Infinity nan +.5e-3 1e400 1e-400 . - 1e1_0"
    texts += " 0x1 0e999999 0.0 -0 1_.5 1._5 1e+ 1e_1 1.e1 +inf infin --1 1e-5 1e5.0"
    extra = ["", " 1.5 ", "1" + "0" * 400 + "e-400", "." + "0" * 400 + "1e400", "1 2", b"1.5"]
    for text in [*texts.split(), *extra]:
        assert outcome(lambda text=text: parsed(text)) == outcome(lambda text=text: float(text))


def test_float_from_values():
    for obj in [True, 5, None, [], "x"]:
        expected = outcome(lambda obj=obj: float(obj))
        assert outcome(lambda obj=obj: host(float_methods.make_float(value(obj)))) == expected


def test_float_methods():
    for x in [*FLOATS[:8], 0.75, math.inf, math.nan]:
        same_method(x, "is_integer")
        same_method(x, "as_integer_ratio")


def test_rounding_to_decimals():
    for x in [*random_floats(60), 0.125, 2.5, 2.675, 1234.5678, 0.5, 1.5, 99.95, 1e22]:
        if math.isfinite(x) and x < 1e290:
            for digits in [-5, -2, -1, 0, 1, 2, 3, 10, 20]:
                assert dtoa.round_to(x, digits) == round(x, digits), (x, digits)
                assert dtoa.round_to(-x, digits) == round(-x, digits), (x, digits)


def test_words_in_any_base():
    for n, base in itertools.product([0, 1, 9, 10, 255, 2**62], [2, 8, 10, 16, 36]):
        out = string_writer()
        out.write_digits(n, base, False)
        assert int(host(out.finish()), base) == n


def test_decimal_prefix():
    data = b"12.5e3abc"
    assert dtoa.parse_decimal(Ptr(data), len(data)) == (6, 12500.0)
