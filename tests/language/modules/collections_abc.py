# boards: virtual
# collections.abc: what counts as what, and what mixins give
from collections import ChainMap, UserDict, UserList, UserString, deque
from collections.abc import *

samples = [[], (), {}, set(), frozenset(), "", b"", bytearray(), range(3), iter([]), {}.keys(), {}.items(), {}.values(),
           (x for x in ()), print, 3, None, deque(), lambda: 0]
kinds = [Hashable, Iterable, Iterator, Generator, Reversible, Sized, Container, Collection, Callable, Set, MutableSet,
         Mapping, MutableMapping, KeysView, ItemsView, ValuesView, Sequence, MutableSequence]
for sample in samples:
    print(type(sample).__name__, *[kind.__name__ for kind in kinds if isinstance(sample, kind)])


class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return self.n - i


c = Countdown(4)
print(list(c), list(reversed(c)), 3 in c, 9 in c, c.index(2), c.count(4))
try:
    Sequence()
except TypeError as e:
    print(e)
try:
    c.index(77)
except ValueError:
    print("no 77")


class Lower(MutableMapping):
    def __init__(self, *args, **keywords):
        self.store = {}
        self.update(*args, **keywords)

    def __getitem__(self, key):
        return self.store[key.lower()]

    def __setitem__(self, key, value):
        self.store[key.lower()] = value

    def __delitem__(self, key):
        del self.store[key.lower()]

    def __iter__(self):
        return iter(self.store)

    def __len__(self):
        return len(self.store)


m = Lower({"A": 1}, B=2)
print(m["a"], "B" in m, m.get("z", 9), sorted(m.keys()), sorted(m.items()), list(m.values()), m == {"a": 1, "b": 2})
print(m.pop("a"), m.setdefault("c", 3), m.popitem(), len(m), m.keys() & {"b"}, isinstance(m.keys(), KeysView))
m.clear()
print(dict(m))


class Bits(MutableSet):
    def __init__(self, items=()):
        self.bits = 0
        for item in items:
            self.add(item)

    def __contains__(self, x):
        return self.bits >> x & 1 == 1

    def __iter__(self):
        return (i for i in range(10) if i in self)

    def __len__(self):
        return bin(self.bits).count("1")

    def add(self, x):
        self.bits |= 1 << x

    def discard(self, x):
        self.bits &= ~(1 << x)


a, b = Bits([1, 2, 3]), Bits([3, 4])
print(list(a | b), list(a & b), list(a - b), list(a ^ b), a < b, a >= Bits([1]), a == Bits([3, 2, 1]), a.isdisjoint(b))
a |= {7}
a -= {1}
a.remove(2)
print(list(a), a.pop(), {3, 4, 5} & b == {3, 4})

chain = ChainMap({"x": 1}, {"x": 2, "y": 3})
print(chain["x"], chain["y"], len(chain), sorted(chain), chain.get("q"), chain.parents, chain.new_child({"y": 0})["y"])
chain["y"] = 5
print(chain, dict(chain), chain.maps)
try:
    del chain["z"]
except KeyError as e:
    print(e)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u.update({"b": 2})
print(u, u.data, "A" in u, u.copy(), u | {"c": 3})
words = UserList([3, 1, 2])
words.sort()
print(words, words + [4], words[:2], type(words[:2]).__name__, words == [1, 2, 3], words * 2)
s = UserString("hello")
print(s.upper(), type(s.upper()).__name__, s + "!", s[1:3], "ell" in s, s == "hello", s.replace("l", "L"), len(s))
