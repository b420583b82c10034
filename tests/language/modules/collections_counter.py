# collections.Counter: counting, arithmetic, comparisons
# boards: virtual
from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["z"], len(c), c.total(), isinstance(c, dict))
print(c.most_common(2), c.most_common(0), sorted(c.elements()))
c.update("aab")
c.subtract({"b": 10, "x": 1})
print(sorted(c.items()))
print(+c, -c)
del c["nothing"]
del c["a"]
print("a" in c, Counter(), Counter({"a": 0}), Counter(cats=4, dogs=8))

a = Counter(x=3, y=1)
b = Counter(x=1, y=2, z=-1)
print(a + b, a - b, a | b, a & b)
a += b
print(a)
a -= Counter(x=2)
a |= Counter(z=5)
print(a)
a &= Counter(x=1, z=1)
print(a, a == Counter(z=1, x=1, q=0), a != b, a <= Counter(x=2, z=1), a < a, a >= a)
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)
print(Counter([1, 1.0, True, "1"]), Counter(Counter("aa")).copy())
print(Counter("ab") == {"a": 1, "b": 1}, Counter(a=1) < {"a": 2} if False else "")
