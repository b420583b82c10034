"""Syntax errors: CPython's words and lines, and the same judgement on what is an error."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pytest

from anthill.runtime.errors import PyError
from anthill.vm.objects.str import host_text
from tests.compiler.disassemble import compiled


def failure(source: str) -> tuple[str, int]:
    """Message and line of the error in a source; ("", 0) when there is none."""
    try:
        compiled(source)
    except PyError as error:
        message, place = error.value.slots[0].items  # type: ignore[attr-defined]
        return host_text(message), place.items[1]
    return "", 0


def oracle(source: str) -> tuple[str, int]:
    """What CPython says."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<test>", "exec")
    except SyntaxError as error:
        return str(error.msg), error.lineno or 0
    return "", 0


SAME_WORDS = """\
x = = 1
if x
while 1 pass
(1, 2
f(1
x = 'abc
x = '''abc
 x = 1
if x:\npass
if x:\n    y\n  z
return 1
break
continue
f() = 1
1 = x
a + b = c
(a, f()) = 1
f() += 1
(a, b) += 1
None = 1
True = 1
for 1 in x: pass
del f()
def f(a, a): pass
def f(x):\n global x
def f():\n x = 1\n global x
def f():\n print(x)\n global x
def f():\n nonlocal x
nonlocal x
def f():\n global x\n nonlocal x
f(a=1, 2)
f(**a, b)
f(a=1, a=2)
f(a b)
[a b]
*a
*a = b
a, *b, *c = d
try: pass
try:\n pass\nexcept:\n pass\nexcept A:\n pass
x = 012
x = 0b12
x = 0xg
x = 1abc
)
(]
'\\x1'
b'é'
{1: 2, 3}
yield 1
lambda: (yield)
def f():\n from a import *
from a import (b
import
class A
class A:
def f
def f(*): pass
def f(a, *, b, *c): pass
f(x for x in y, 1)
(x for x in y) = 1
[x for x in y] = 1
x if y
a := 1
(a.b := 1)
[i := 0 for i in x]
x = $
x = a?b
""".splitlines()


@pytest.mark.parametrize("line", SAME_WORDS)
def test_judges_as_cpython(line: str) -> None:
    source = line.encode().decode("unicode_escape") if "\\n" in line else line
    expected, ours = oracle(source), failure(source)
    assert bool(ours[0]) == bool(expected[0]), (ours, expected)
    if ours[0]:
        assert ours[1] == expected[1], (ours, expected)


def test_nesting_ends_in_an_error() -> None:
    for source in ("(" * 500, "[" * 150 + "]" * 150, "-" * 5000 + "1", "not " * 5000 + "1"):
        assert failure(source)[0]
    nested = "".join(" " * n + "if x:\n" for n in range(95)) + " " * 95 + "y"
    assert failure(nested)[0] == "too many statically nested blocks"


LIBRARY = Path(warnings.__file__).parent


@pytest.mark.parametrize("module", ["textwrap", "argparse", "inspect", "json/decoder", "heapq"])
def test_compiles_code_it_never_saw(module: str) -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(5000)
    try:
        assert failure((LIBRARY / f"{module}.py").read_text())[0] == ""
    finally:
        sys.setrecursionlimit(limit)
