# boards: virtual
from _collections import defaultdict


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


d = defaultdict(list)
d["a"].append(1)
d["b"].append(2)
d["a"].append(3)
print(d == {"a": [1, 3], "b": [2]}, dict(d), len(d), "c" in d, d.get("c"), d)
print(d["c"], d.keys(), sorted(d.items()))
print(isinstance(d, dict), issubclass(defaultdict, dict), type(d).__name__)
counts = defaultdict(int, {"x": 1}, y=2)
for letter in "hello":
    counts[letter] += 1
print(counts)
print(defaultdict(None, a=1), defaultdict(), defaultdict(None, [(1, 2)]))
attempt(lambda: defaultdict(None)["missing"])
attempt(lambda: defaultdict(3))
attempt(lambda: defaultdict(lambda: 1 / 0)["x"])
attempt(lambda: defaultdict(int)[[]])
d = defaultdict(lambda: "new")
print(d[1], d.__missing__(2), dict(d))
d.default_factory = None
attempt(lambda: d[9])
d.default_factory = int
print(d[9], d.setdefault(10, 5), d.pop(9), dict(d))
e = d.copy()
e[20]
print(20 in e, 20 in d, type(e).__name__, dict(e | {1: 0}), type(e | {}).__name__)
e |= {7: 8}
print(dict(e), type(e).__name__)
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
print(nested["a"]["b"], dict(nested["a"]))


class Tree(defaultdict):
    def __init__(self):
        super().__init__(Tree)


class Upper(defaultdict):
    def __missing__(self, key):
        self[key] = key.upper()
        return self[key]


t = Tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], isinstance(t["x"], Tree), sorted(t))
u = Upper()
print(u["abc"], len(u), dict(u))
