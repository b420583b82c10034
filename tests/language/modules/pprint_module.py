# boards: virtual
import collections
import pprint
import types
from dataclasses import dataclass, field


@dataclass
class Point:
    name: str
    values: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False)


words = "a text that is much longer than one line may be, so that it is cut between its words " * 2
values = [
    1,
    "short",
    list(range(40)),
    {"b": 1, "a": [1, 2], 3: None},
    {f"key{number}": "x" * number for number in range(12)},
    {"k": {"l": {"m": ["n" * 30, "o" * 30, ("p" * 30,)]}}},
    words,
    [words, {"in": words}],
    b"bytes" * 40,
    bytearray(b"more" * 30),
    {1, 2, 3},
    frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGH"),
    collections.OrderedDict((number, "v" * 20) for number in range(6)),
    collections.Counter("abracadabra" * 3 + "the quick brown fox jumps"),
    collections.defaultdict(list, {number: ["w" * 20] for number in range(5)}),
    collections.deque(("z" * 30 for _ in range(4)), maxlen=9),
    collections.ChainMap({"a": "b" * 50}, {"c": "d" * 50}),
    types.SimpleNamespace(first="f" * 40, second=["s" * 40, 2]),
    types.MappingProxyType({"m" * 40: "n" * 40, 1: 2}),
    Point("p" * 40, ["q" * 40, 10**20]),
    123456789,
]
for value in values:
    pprint.pprint(value)
    pprint.pprint(value, width=30, indent=2, compact=True, underscore_numbers=True)
    pprint.pprint(value, depth=1, sort_dicts=False)
    print(pprint.isreadable(value), pprint.isrecursive(value))
pprint.pp({"b": 1, "a": 2})
print(pprint.pformat((1,)), pprint.saferepr({2: 1, 1: [2]}))
own = [1]
own.append(own)
print(pprint.pformat(own).startswith("[1, <Recursion on list with id="), pprint.isrecursive(own))
for options in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        pprint.PrettyPrinter(**options)
    except ValueError as error:
        print(error)
