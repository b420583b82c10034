# boards: virtual
from _collections import OrderedDict


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


d = OrderedDict([("a", 1), ("b", 2)], c=3)
print(d, OrderedDict(), list(d), list(reversed(d)), list(reversed(d.items())), d["b"], len(d))
d.move_to_end("a")
print(d)
d.move_to_end("c", last=False)
print(d)
d.move_to_end("c", False)
d.move_to_end("a")
print(d)
attempt(lambda: d.move_to_end("zz"))
n = OrderedDict([(1, "a"), (2, "b")])
n.move_to_end(True)
n.move_to_end(2.0)
n.move_to_end(True, last=False)
print(n)
print(d.popitem(), d, d.popitem(last=False), d, d.popitem(False))
attempt(d.popitem)
attempt(lambda: d.popitem(last=False))

a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
print(a == b, a != b, a == dict(b), dict(a) == b, a == OrderedDict(x=1, y=2), a == 3)
print(a == {"x": 1}, a != {"x": 1, "y": 2})
print(isinstance(a, dict), type(a.copy()).__name__, a.copy() == a, type(a | {"z": 3}).__name__, a | {"z": 3})
a |= {"w": 0}
print(a, OrderedDict.fromkeys("abc", 0), OrderedDict.fromkeys("ab"))
del a["x"]
a["x"] = 5
print(a, a.pop("y"), a.setdefault("q", 1), a)
a["self"] = a
print(a)

cache = OrderedDict()
for number in range(500):
    cache[number % 70] = number
    cache.move_to_end(number % 70)
    if len(cache) > 50:
        cache.popitem(last=False)
print(len(cache), list(cache)[:3], list(cache)[-3:])
try:
    for key in cache:
        cache.pop(key)
except RuntimeError:
    print("changed")


class Recent(OrderedDict):
    def touch(self, key):
        self[key] = self.pop(key)
        return self


r = Recent(a=1, b=2)
print(list(r.touch("a").items()), r == OrderedDict(b=2, a=1), isinstance(r, dict), r.popitem(last=False))
