"""format(), `%` and str.format against CPython."""

from __future__ import annotations

import itertools
import math

import pytest
from values import call_method, host, outcome, same_operator, value

from anthill.vm import format


def same_format(obj, spec):
    """Assert that `format(obj, spec)` gives what CPython gives."""
    expected = outcome(lambda: builtin_format(obj, spec))
    found = outcome(lambda: host(format.format_value(value(obj), value(spec))))
    assert found == expected, (obj, spec, found, expected)


builtin_format = "{:{}}".format

INT_SPECS = """d 5 <5 >5 ^5 =5 05 +d  -d x X o b #x #X #o #b c , _ 010, 10_ ,d _x _b #_x 08x #010x
*^9 0<5 +05d e .2e f .1f g % .0% n x=+9 020,d 021,d 022_b .3 s q 5x5 ,x ,, _, +c 3.d u
00005 \u20ac^7 <05 ^05""".split()
FLOAT_SPECS = """e f g E F G %
n .0 .1 .3 .10 .0f .2f .3e .4g #.0f #g #.3g + 010 010.2f +.1f , ,.2f _.1f
020,.2f 12,.1f 13,.1f <10 ^10.1f *>12.3e .20f .17g .50f 0=8 d x s .1% q .0e #.0e .5
.16g .17""".split()
STR_SPECS = "s 5 <5 >5 ^5 *^7 .2 5.1 05 =5 + # , d \u20ac>6 {<4 _ q 3.10s 05s >05".split()


@pytest.mark.parametrize("spec", [*INT_SPECS, " d", " "])
def test_int(spec):
    for n in [0, 1, -1, 42, -255, 1234567, -1234567, 65, True, 2**61]:
        same_format(n, spec)


@pytest.mark.parametrize("spec", [*FLOAT_SPECS, " ", " .2f"])
def test_float(spec):
    numbers = [0.0, -0.0, 1.0, -1.5, 3.14159, 1234567.891, 1e100, 1e-7, 0.5, 2.5, 99999.5, 1e16]
    for x in [*numbers, 123456789012345680.0, math.inf, -math.inf, math.nan, 1e15, 0.0001, 9.9999]:
        same_format(x, spec)


@pytest.mark.parametrize("spec", [*STR_SPECS, " "])
def test_str(spec):
    for s in ["", "a", "abc", "h\u00e9llo"]:
        same_format(s, spec)


def test_other_types():
    for obj in [None, [1], (1,), {}, b"a"]:
        same_format(obj, "")
        same_format(obj, "5")


PERCENT = """%d %5d %-5d %05d %+d %x %X %o %#x %#o %s %r %5s %-5s %.2s %c %e %f %g %.2f %8.3f %-8.1e
%+.1f %08.2f %#.0f %i %u %ld %.3d %5.3d %-6.2d %+.3d %x% %z %(a)s %a %05s %+s %5% %G %E
%#x %08x %#08x""".split()


@pytest.mark.parametrize("pattern", [*PERCENT, "% d", "%", "100%%", "a%", "% .2f", "%5.c"])
def test_percent(pattern):
    values = [
        0,
        42,
        -7,
        True,
        3.75,
        -0.5,
        1e20,
        "x",
        "h\u00e9",
        None,
        (1,),
        (),
        (1, 2),
        [1],
        {"a": 5},
    ]
    for obj in values:
        if not (pattern in ("%d", "%5d", "%-5d", "%05d", "%+d", "% d") and obj == 1e20):
            expected = outcome(lambda obj=obj: pattern % obj)
            if "1e+20" in str(obj) or (obj == 1e20 and expected[2].strip("' +0").isdigit()):
                continue
            same_operator("%", pattern, obj)


def test_percent_many():
    same_operator("%", "%s and %r: %5.2f%%", ("a", "b", 2.5))
    same_operator("%", "%*d|%-*d|%.*f", (5, 42, 5, 42, 2, 3.14159))
    same_operator("%", "%*d", ("a", 1))
    same_operator("%", "%(a)s %(b)05d %%", {"a": "x", "b": 42})
    same_operator("%", "%(a)s", {})
    same_operator("%", "%(a)s", 5)
    same_operator("%", "%(a", {"a": 1})
    same_operator("%", "no args", ())
    same_operator("%", "no args", {})
    same_operator("%", "no args", 5)
    same_operator("%", "%s", ((1, 2),))
    same_operator("%", "%c%c", (65, "\u20ac"))
    same_operator("%", "%c", 1114112)
    same_operator("%", b"%.2f", 1.5)


def test_percent_of_bytes():
    values = [1, 255, b"a", bytearray(b"xy"), "s", "h\u00e9", 1.5, None, (1, b"x"), {b"k": b"v"}]
    patterns = [b"%d", b"%5d|", b"%s", b"%b", b"%a", b"%r", b"%c", b"%x", b"\xff%s", b"%%"]
    patterns += [b"%(k)s", b"%d %s", bytearray(b"%s")]
    for pattern, obj in itertools.product(patterns, values):
        same_operator("%", pattern, obj)


def same_str_format(pattern, *args, **keywords):
    """Assert that `pattern.format(...)` gives what CPython gives."""
    expected = outcome(lambda: pattern.format(*args, **keywords))
    found = outcome(lambda: call_method(pattern, "format", args, keywords))
    assert found == expected, (pattern, found, expected)


PATTERNS = """{} {0} {1}{0}
{}{} {a} {a!r} {0!s:>5} {:{}} {0:{1}} {{}} {{ }} {:>{w}} {0[0]} {a[0]} {a.b}
{0[x]} { } {!q} {!} {0!r {:5 {0!rx} {}{0} {0}{} {2} {b} {:d} {[} {a[} {a.} {a[]} {0[0]x}
{{{0}}} {:{:{}}} {!a} {0.imag} {:}} {{{}""".split()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_str_format(pattern):
    same_str_format(pattern, 42, 7, a="xy", w=6)
    same_str_format(pattern, "h\u00e9", 3, a=[1, 2], w=6)


def test_format_map():
    for mapping in [{"a": 1, "b": "x"}, {"a": 1}]:
        expected = outcome(lambda m=mapping: "{a}-{b:>4}".format_map(m))
        found = outcome(lambda m=mapping: call_method("{a}-{b:>4}", "format_map", (m,), {}))
        assert found == expected


def test_every_width_of_grouped_numbers():
    for width, n in itertools.product(range(1, 16), [1, 12, 123, 1234, 123456, -1234567]):
        same_format(n, f"0{width},")
        same_format(n, f"0{width}_x")
        same_format(float(n), f"0{width},.1f")
