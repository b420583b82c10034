"""Code outside typed Python is refused with file, line, reason and remedy.

Each case is a module; the line that must be named ends in `# <-`.
"""

from __future__ import annotations

import importlib.util
import linecache
import sys
from pathlib import Path
from types import ModuleType

import pytest

from anthill.translate import TranslationError, translate

PRELUDE = """
from __future__ import annotations
from collections.abc import Callable
from enum import IntEnum
from anthill.typed import *
from tests.translate.cases.support import Failure, allocate


class Thing(Object):
    x: int
    name: u8 = 0

    def size(self) -> int:
        return self.x


class Big(Thing):
    def size(self) -> int:
        return 0


class Text(Object):
    data: Tail[u8]


THING = Thing(1)
TABLE: Array[u8] = Array(u8, 3)


def helper(a: int, b: int = 2) -> int:
    return a + b
"""

CASES: dict[str, tuple[str, str, str]] = {
    "a parameter without annotation": (
        "def entry(a) -> int:  # <-\n    return 1\n",
        "parameter `a` has no annotation",
        "write `a: int`",
    ),
    "no result type": (
        "def entry():  # <-\n    return 1\n",
        "does not say what it returns",
        "-> None",
    ),
    "an unknown annotation": (
        "def entry(a: dict[int, int]) -> None:  # <-\n    pass\n",
        "has no meaning here",
        "typed-python.md",
    ),
    "Optional of a number": (
        "def entry(a: u8 | None) -> None:  # <-\n    pass\n",
        "cannot be evaluated",
        "Types",
    ),
    "a variable number of arguments": (
        "def entry(*a: int) -> None:  # <-\n    pass\n",
        "variable number of arguments",
        "Array",
    ),
    "mixed signs": (
        "def entry(a: int, b: uword) -> int:\n    return int(a + b)  # <-\n",
        "`+` mixes int and uword",
        "`int(x)` or `uword(x)`",
    ),
    "a comparison of mixed signs": (
        "def entry(a: i64, b: u64) -> bool:\n    return a < b  # <-\n",
        "mixes i64 and u64",
        "convert one",
    ),
    "narrowing": (
        "def entry(a: int) -> u8:\n    return a  # <-\n",
        "int where u8 is expected",
        "write `u8(x)`: it keeps the low 8 bits",
    ),
    "a literal that is too large": (
        "def entry() -> u8:\n    return 256  # <-\n",
        "256 does not fit into u8",
        "`u8(256)`",
    ),
    "division of integers": (
        "def entry(a: int) -> float:\n    return a / 2  # <-\n",
        "`/` of integers",
        "use `//`",
    ),
    "a power": ("def entry(a: int) -> int:\n    return a ** 2  # <-\n", "`**` of integers", "loop"),
    "floor division of floats": (
        "def entry(a: float) -> float:\n    return a // 2.0  # <-\n",
        "`//` of floats",
        "floor",
    ),
    "division by zero": (
        "def entry(a: int) -> int:\n    return a // 0  # <-\n",
        "division by zero",
        "divisor",
    ),
    "a float as integer": (
        "def entry(a: float) -> int:\n    return a  # <-\n",
        "float where int is expected",
        "drops the fraction",
    ),
    "an integer as bool": (
        "def entry(a: int) -> bool:\n    return a  # <-\n",
        "int where bool is expected",
        "comparison",
    ),
    "an integer as Value": (
        "def entry(a: int) -> Value:\n    return a  # <-\n",
        "int where Value is expected",
        "small(x)",
    ),
    "a Value as object": (
        "def entry(a: Value) -> Thing:\n    return a  # <-\n",
        "Value where Thing is expected",
        "isinstance(x, Thing)",
    ),
    "a base class as derived class": (
        "def entry(a: Thing) -> Big:\n    return a  # <-\n",
        "Thing where Big is expected",
        "as_a(Big, x)",
    ),
    "a field of a Value": (
        "def entry(a: Value) -> int:\n    return a.x  # <-\n",
        "a Value has no field `x`",
        "isinstance",
    ),
    "an unknown field": (
        "def entry(a: Thing) -> int:\n    return a.y  # <-\n",
        "Thing has no field `y`",
        "declare it",
    ),
    "an undefined name": (
        "def entry() -> int:\n    return nothing  # <-\n",
        "`nothing` is not defined",
        "module level",
    ),
    "a local without type": (
        "def entry(a: int) -> int:\n    if a > 0:\n        return b  # <-\n"
        "    b = 1\n    return b\n",
        "`b` is used before it has a type",
        "declare it",
    ),
    "two types in one local": (
        "def entry(a: int) -> int:\n    b = 1\n    b = THING  # <-\n    return a\n",
        "`b` is int and gets Thing",
        "second name",
    ),
    "a constant's field assigned": (
        "def entry() -> None:\n    THING.x = 2  # <-\n",
        "assignment to a field of the constant `THING`",
        "Static",
    ),
    "a constant's item assigned": (
        "def entry() -> None:\n    TABLE[0] = 2  # <-\n",
        "assignment into the constant `TABLE`",
        "static_array",
    ),
    "a lambda": (
        "def entry() -> None:\n    f = lambda: 1  # <-\n",
        "Lambda) is not typed Python",
        "Constructs",
    ),
    "a comprehension": (
        "def entry() -> None:\n    f = [n for n in range(3)]  # <-\n",
        "ListComp) is not typed Python",
        "Constructs",
    ),
    "a nested function": (
        "def entry() -> None:\n    def f() -> None:  # <-\n        pass\n",
        "`def f() -> None:` is not typed Python",
        "Constructs",
    ),
    "a global statement": (
        "COUNT = 0\ndef entry() -> None:\n    global COUNT  # <-\n    COUNT = 1\n",
        "`global COUNT` is not typed Python",
        "Constructs",
    ),
    "a with statement": (
        "def entry() -> None:\n    with THING:  # <-\n        pass\n",
        "is not typed Python",
        "Constructs",
    ),
    "an f-string": (
        "def entry(a: int) -> None:\n    b = f'{a}'  # <-\n",
        "an f-string",
        "run time",
    ),
    "a slice": (
        "def entry(a: Array[u8]) -> None:\n    b = a[1:2]  # <-\n",
        "a slice",
        "copy_items",
    ),
    "else of a loop": (
        "def entry(a: int) -> None:\n    while a > 0:  # <-\n        a -= 1\n"
        "    else:\n        a = 1\n",
        "`else` of a loop",
        "flag",
    ),
    "the truth of an array": (
        "def entry(a: Array[u8]) -> int:\n    return 1 if a else 0  # <-\n",
        "the truth of Array[u8]",
        "len(x) > 0",
    ),
    "the truth of a Value": (
        "def entry(a: Value) -> int:\n    if a:  # <-\n        return 1\n    return 0\n",
        "the truth of Value",
        "is not None",
    ),
    "is of two Values": (
        "def entry(a: Value, b: Value) -> bool:\n    return a is b  # <-\n",
        "`is` of two Values",
        "same(a, b)",
    ),
    "equality of objects": (
        "def entry(a: Thing, b: Thing) -> bool:\n    return a == b  # <-\n",
        "`==` of Thing and Thing",
        "`is`",
    ),
    "no return at the end": (
        "def entry(a: int) -> int:  # <-\n    if a > 0:\n        return 1\n",
        "may end without returning",
        "return a value",
    ),
    "a foreign exception": (
        "def entry(a: int) -> int:\n    raise ValueError(1)  # <-\n",
        "host Python",
        "typed function",
    ),
    "except of a foreign exception": (
        "def entry(a: int) -> None:\n    try:\n        pass\n"
        "    except ValueError:  # <-\n        pass\n",
        "`except ValueError`",
        "TypedError",
    ),
    "return out of a finally": (
        "def entry(a: int) -> int:\n    try:\n        return a  # <-\n"
        "    finally:\n        a = 2\n",
        "leaving a `try` that has a `finally`",
        "after the finally",
    ),
    "a missing argument": (
        "def entry(a: int) -> int:\n    return helper()  # <-\n",
        "`helper` misses the argument `a`",
        "add it",
    ),
    "too many arguments": (
        "def entry(a: int) -> int:\n    return helper(1, 2, 3)  # <-\n",
        "takes 2 arguments, not 3",
        "correct",
    ),
    "an unknown keyword": (
        "def entry(a: int) -> int:\n    return helper(1, c=3)  # <-\n",
        "has no parameter `c`",
        "correct",
    ),
    "a host function": (
        "import os\ndef entry(a: int) -> None:\n    os.getcwd()  # <-\n",
        "`os.getcwd` is host Python",
        "module level",
    ),
    "a function value of another shape": (
        "def entry(a: int) -> None:\n    f: Callable[[int], int] = helper  # <-\n",
        "where Callable[[int], int] is expected",
        "these parameters",
    ),
    "match on a Value": (
        "def entry(a: Value) -> None:\n    match a:  # <-\n        case 1:\n            pass\n",
        "`match` on Value",
        "integers",
    ),
    "a capture pattern": (
        "def entry(a: int) -> None:\n    match a:\n        case b:  # <-\n            pass\n",
        "the pattern `b`",
        "dotted names",
    ),
    "a case twice": (
        "def entry(a: int) -> None:\n    match a:\n        case 1:\n            pass\n"
        "        case 1:  # <-\n            pass\n",
        "case 1 a second time",
        "drop one",
    ),
    "a guard": (
        "def entry(a: int) -> None:\n    match a:\n"
        "        case 1 if a > 0:  # <-\n            pass\n",
        "a case with `if`",
        "inside the case",
    ),
    "constructing a class with a tail": (
        "def entry(a: int) -> Text:\n    return Text()  # <-\n",
        "Text has a Tail",
        "alloc(Text, length)",
    ),
    "a length for a class without tail": (
        "def entry(a: int) -> Thing:\n    return alloc(Thing, 3)  # <-\n",
        "Thing has no Tail",
        "leave the length out",
    ),
    "isinstance with a host class": (
        "def entry(a: Value) -> bool:\n    return isinstance(a, int)  # <-\n",
        "isinstance with <class 'int'>",
        "Object classes",
    ),
    "a static array in a function": (
        "def entry() -> None:\n    static_array(u8, 3)  # <-\n",
        "`static_array` in a function",
        "module level",
    ),
    "a bound method as value": (
        "def entry(a: Thing) -> None:\n    f = a.size  # <-\n",
        "the bound method `size` as value",
        "call it",
    ),
    "a constant with an unset field": (
        "class Holder(Object):\n    a: int\nHOLDER = alloc(Holder)  # <-\ndel HOLDER.a\n"
        "def entry() -> Holder:\n    return HOLDER\n",
        "HOLDER.a`: the field is not set",
        "set it",
    ),
    "a constant out of range": (
        "class Holder(Object):\n    a: u8\nHOLDER = Holder(300)  # <-\n"
        "def entry() -> Holder:\n    return HOLDER\n",
        "300 does not fit into u8",
        "wider",
    ),
    "a field type": (
        "class Holder(Object):\n    a: int\n    b: str  # <-\n"
        "def entry() -> Holder:\n    return Holder(1, '')\n",
        "field `Holder.b`: no field can be a str",
        "use bytes",
    ),
}


def load(folder: Path, source: str) -> ModuleType:
    """A module from a source text."""
    path = folder / "refused.py"
    path.write_text(PRELUDE + source)
    linecache.checkcache(str(path))
    spec = importlib.util.spec_from_file_location("refused", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["refused"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("case", CASES)
def test_refused(case: str, tmp_path: Path) -> None:
    source, reason, remedy = CASES[case]
    from anthill.translate import source as reader

    for known in (reader._TREES, reader._NAMES, reader._HINTS):
        known.clear()
    module = load(tmp_path, source)
    lines = (PRELUDE + source).splitlines()
    expected = next(n for n, line in enumerate(lines, 1) if line.endswith("# <-"))
    with pytest.raises(TranslationError) as caught:
        translate([module.entry])
    problem = caught.value
    assert Path(problem.file).name == "refused.py"
    assert problem.line == expected, str(problem)
    assert reason in problem.reason
    assert remedy in problem.remedy
    assert f"refused.py:{expected}: {problem.reason}" in str(problem)


def test_all_refusals_of_a_program_come_together(tmp_path: Path) -> None:
    module = load(
        tmp_path,
        "def other() -> u8:\n    return helper(1)\n"
        "def entry() -> u8:\n    other()\n    return helper(2)\n",
    )
    with pytest.raises(TranslationError) as caught:
        translate([module.entry, module.other])
    assert len(caught.value.others) == 1
    assert str(caught.value).count("where u8 is expected") == 2
