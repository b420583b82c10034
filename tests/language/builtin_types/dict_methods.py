# quick
# Every dict method.
d = {"a": 1, "b": 2}
print(d["a"], d.get("a"), d.get("z"), d.get("z", 0), "a" in d, "z" in d, len(d), bool(d), bool({}))
d["c"] = 3
d["a"] = 10
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("b"), d, d.pop("z", "none"), d.setdefault("a", 0), d.setdefault("n", []), d)
d.update({"a": 1, "x": 2}); print(d)
d.update([("p", 1), ("q", 2)]); print(d)
d.update(k=5, a=0); print(d)
print(d.popitem(), d.popitem(), d)
e = d.copy()
d.clear()
print(d, e, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
print(dict(), dict(a=1), dict([(1, 2)]), dict({"x": 1}, y=2), dict(zip("ab", range(2))), {1: 2} == {1: 2.0}, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} != {1: 3})
def attempt(f):
    try:
        print(f())
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
attempt(lambda: {}["x"])
attempt(lambda: {}.pop("x"))
attempt(lambda: {}.popitem())
attempt(lambda: {[]: 1})
attempt(lambda: dict(5))
attempt(lambda: dict([1]))
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: {}.update(5))
attempt(lambda: {}[(1, "a")])
