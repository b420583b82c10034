"""Built-in functions and the methods of containers, called with the same arguments as CPython's."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from host_model import host_outcome, outcome, plain, typed

from anthill.typed import Ptr
from anthill.vm import operations
from anthill.vm.interpreter import run
from anthill.vm.objects.builtin import make_builtin
from anthill.vm.objects.container import Iterator
from anthill.vm.objects.module import BUILTINS
from anthill.vm.objects.str import name
from anthill.vm.objects.tuple import tuple_of

run.start()


def call(function: Any, *args: Any, **keywords: Any) -> Any:
    """Call a Value with Python objects; iterators are exhausted into lists."""
    values = [as_value(item) for item in (*args, *keywords.values())]
    names = tuple_of(*map(name, keywords)) if keywords else None
    result = operations.call(function, Ptr(values), len(args), names)
    if isinstance(result, Iterator):
        result = call(builtin("list"), Raw(result))
    return result


class Raw:
    """A Value among Python objects."""

    def __init__(self, value: Any) -> None:
        self.value = value


def as_value(item: Any) -> Any:
    if isinstance(item, Raw):
        return item.value
    if isinstance(item, tuple):
        return tuple_of(*map(as_value, item))
    if isinstance(item, type) or item in (abs, len, max):
        return builtin(item.__name__)
    if callable(item):
        return make_builtin(lambda value: typed(item(plain(value))), "function", required=1)
    return typed(item)


def builtin(title: str) -> Any:
    return BUILTINS.attributes.find(name(title))


def host_call(function: Callable[..., Any], *args: Any, **keywords: Any) -> Any:
    result = function(*args, **keywords)
    return list(result) if hasattr(result, "__next__") else result


CALLS: dict[str, list[tuple[Any, ...]]] = {
    "abs": [(5,), (-5,), (-2.5,), (True,), ("a",)],
    "all": [([],), ([1, 0],), ((1, "a"),), (5,)],
    "any": [([],), ([0, 1],), ("",), (5,)],
    "bin": [(5,), (-10,), (0,), (True,), (1.5,)],
    "oct": [(64,), (-1,)],
    "hex": [(255,), (-4096,), ("a",)],
    "chr": [(65,), (0x20AC,), (0x1F40D,), (-1,), (0x110000,), ("a",)],
    "ord": [("a",), ("€",), ("🐍",), ("",), ("ab",), (5,)],
    "divmod": [(7, 2), (-7, 2), (7, -2), (7.5, 2), (1, 0)],
    "enumerate": [("ab",), ([5], 7), ([], -1), (5,)],
    "filter": [(None, [0, 1, "", "a"]), (lambda x: x % 2, range(6)), (None, 5)],
    "map": [(str, [1, 2]), (lambda x: -x, (1, 2)), (max, [1, 5], [2, 3]), (str, 5)],
    "zip": [(), ("ab",), ("ab", [1, 2, 3]), (5,)],
    "reversed": [([1, 2, 3],), ("abc",), ((),), (range(5),), ({"a": 1, "b": 2},), (5,), ({1},)],
    "sorted": [([3, 1, 2],), ("hello",), ({2: 0, 1: 0},), (5,), ([1, "a"],)],
    "len": [("",), ("€a",), ([1, 2],), ({1: 2},), (range(5),), (5,), (None,)],
    "max": [(1, 2), ([3, 1],), ("hello",), (5,), (1, "a"), (1.5, 1), (True, 1), ()],
    "min": [(1, 2), ([3, 1],), ("hello",), (5,), (1, "a"), (1.5, 1), (True, 1), ()],
    "sum": [([],), ([1, 2],), ([1.5, 2],), ([[1], [2]], []), (["a"],), (["a"], ""), (5,)],
    "pow": [(2, 10), (2, -1), (2.0, 3), (3, 200, 13), (3, 5, -7), (2, 3, 0), ("a", 2)],
    "round": [
        *((number,) for number in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6, 1e9, 5, True, -7)),
        *((2.675, digits) for digits in range(-3, 20)),
        *((12345, digits) for digits in range(-7, 2)),
        *((25, -1), (35, -1), (-25, -1), (1e22, 2), (5e-324, 3), (5e-324, 324), (1.5, None)),
        *((1e300, -299), (1.7e308, -308), (float("inf"), 2), (float("inf"),), (float("nan"),)),
        *(("a",), (1.5, "a")),
    ],
    "isinstance": [(1, int), (True, int), (1, (str, int)), (1, str), (1, ((str,), int)), (1, 5)],
    "issubclass": [(bool, int), (int, (str, int)), (1, int), (int, 1)],
    "callable": [(len,), (int,), (5,), ("",)],
    "hash": [(5,), (-7,), (True,), (2.0,), ([],), ({},)],
    "repr": [([1, "a", None, (1,), {"k": 1.5}],), (range(3),), ("",), ({1, 2},), (set(),)],
    "list": [(), ("ab",), ({1: 2},), (range(3),), (5,), (1, 2)],
    "tuple": [(), ("ab",), ([1],), (5,)],
    "set": [(), ([1, 2, 1],), ("ab",), (5,), ([[]],)],
    "frozenset": [(), ([1, 2, 1],)],
    "dict": [(), ([(1, 2)],), ({1: 2},), (["ab", "cd"],), (5,), ([(1, 2, 3)],), (1, 2)],
    "range": [(5,), (1, 5), (1, 9, 3), (5, 1, -2), (1, 2, 0), ("a",), (1.5,), (), (1, 2, 3, 4)],
    "slice": [()],
    "iter": [([1, 2],), (5,), (5, 5)],
    "next": [(5,), ([],), ()],
    "getattr": [(1, "q", 7), (1, "q"), (1, 5)],
    "hasattr": [(1, "q"), ([], "append"), (1, None)],
    "format": [(5, "03d"), (1.5, ".2f"), ("a", ">3"), (5,), (5, 5)],
    "ascii": [("é€🐍a",), (["ü"],)],
    "print": [],
}
if sys.version_info >= (3, 13):  # before, the messages say less
    CALLS |= {"delattr": [(1, "q")], "setattr": [(1, "q", 5)]}


@pytest.mark.parametrize("title", CALLS)
def test_function(title: str) -> None:
    for args in CALLS[title]:
        expected = host_outcome(host_call, getattr(builtins, title), *args)
        assert outcome(call, builtin(title), *args) == expected, args


def test_keywords() -> None:
    for title, args, keywords in [
        ("sorted", ([3, -1, 2],), {"key": abs}),
        ("sorted", ([3, -1, 2],), {"reverse": True}),
        ("max", ([3, -7],), {"key": abs}),
        ("max", ([],), {"default": 5}),
        ("max", (1, 2), {"default": 5}),
        ("min", ([3, -7],), {"key": abs}),
        ("sum", ([1],), {"start": 5}),
        ("enumerate", ("ab",), {"start": 5}),
        ("zip", ("ab", "cd"), {"strict": True}),
        ("zip", ("ab", "c"), {"strict": True}),
        ("zip", ("a", "cd"), {"strict": True}),
        ("zip", ("a", "b", "cd"), {"strict": True}),
        ("dict", (), {"a": 1, "b": 2}),
        ("dict", ({"a": 0, "c": 3},), {"a": 1, "b": 2}),
        ("round", (2.675,), {"ndigits": 1}),
        ("pow", (2, 5), {"mod": 7}),
        ("tuple", (), {"x": 1}),
        ("print", (1,), {"sep": 5}),
    ]:
        host = getattr(builtins, title)
        expected = host_outcome(partial(host_call, host, *args, **keywords))
        got = outcome(partial(call, builtin(title), *args, **keywords))
        assert got == expected, (title, args, keywords)


METHODS: list[tuple[Any, str, tuple[Any, ...]]] = [
    ([1], "append", (2,)),
    ([1], "append", ()),
    ([1], "extend", ("ab",)),
    ([1], "extend", (5,)),
    *(([1, 2, 3], "insert", (place, 9)) for place in (-9, -1, 0, 2, 3, 8, "a")),
    *(([1, 2, 3], "pop", (place,)) for place in (-4, -3, -1, 0, 2, 3, "a")),
    ([1], "pop", ()),
    ([], "pop", ()),
    ([1, 2, 1], "remove", (1,)),
    ([1], "remove", (5,)),
    ([1], "clear", ()),
    ([1], "clear", (1,)),
    ([1, [2]], "copy", ()),
    ([1, True, 1.0, 2], "count", (1,)),
    *(([1, 2, 1], "index", args) for args in ((1,), (1, 1), (1, -1), (2, 0, 1), (5,))),
    ([1, 2, 3], "reverse", ()),
    ([3, 1, 2], "sort", ()),
    ((1, 2, 1), "count", (1,)),
    *(((1, 2, 1), "index", args) for args in ((1,), (1, 1), (1, -1), (2, 0, 1), (5,))),
    ({"a": 1}, "get", ("a",)),
    ({"a": 1}, "get", ("b",)),
    ({"a": 1}, "get", ("b", 5)),
    ({"a": 1}, "get", ()),
    ({"a": 1}, "get", ([],)),
    ({"a": 1}, "setdefault", ("a", 5)),
    ({"a": 1}, "setdefault", ("b",)),
    ({"a": 1}, "pop", ("a",)),
    ({"a": 1}, "pop", ("b",)),
    ({"a": 1}, "pop", ("b", 5)),
    ({"a": 1}, "pop", (1, 2, 3)),
    ({"a": 1, "b": 2}, "popitem", ()),
    ({}, "popitem", ()),
    ({"a": 1}, "update", ({"b": 2},)),
    ({"a": 1}, "update", ([(1, 2)],)),
    ({"a": 1}, "update", (5,)),
    ({"a": 1}, "update", ()),
    ({"a": 1}, "clear", ()),
    ({"a": 1}, "copy", ()),
    ({}, "fromkeys", ("ab",)),
    ({}, "fromkeys", ("ab", 0)),
    ({1, 2}, "add", (3,)),
    ({1, 2}, "discard", (3,)),
    ({1, 2}, "remove", (2,)),
    ({1, 2}, "remove", (3,)),
    (set(), "pop", ()),
    *(
        ({1, 2, 3}, title, args)
        for title in ("union", "intersection", "difference", "update", "intersection_update")
        for args in ((), ([2, 9],), ([2, 9], (3,)), (5,))
    ),
    *(
        ({1, 2, 3}, title, args)
        for title in ("symmetric_difference", "issubset", "issuperset", "isdisjoint")
        for args in (([2, 9],), ([],), ({1, 2, 3, 4},), (5,))
    ),
    (range(3, 20, 4), "index", (11,)),
    (range(3, 20, 4), "index", (12,)),
    (range(3, 20, 4), "count", (11,)),
]


@pytest.mark.parametrize("owner, title, args", METHODS, ids=str)
def test_method(owner: Any, title: str, args: tuple[Any, ...]) -> None:
    host = owner.copy() if hasattr(owner, "copy") else owner
    mine = typed(owner)
    expected = host_outcome(host_call, getattr(host, title), *args)
    method = operations.get_attribute(mine, name(title))
    assert outcome(call, method, *args) == expected
    assert plain(mine) == host
