# boards: virtual
# Containers of objects with methods of their own, and of themselves.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return "K%d" % self.n
d = {K(i): i for i in range(20)}
print(d, d[K(7)], K(30) in d, len(d))
for i in range(0, 20, 2): del d[K(i)]
print(d, [d.get(K(i)) for i in range(20)])
for i in range(20, 40): d[K(i)] = -i
print(list(d.items())[:12], len(d))
l = [K(5), K(1), K(3)]
l.sort(); print(l, max(l, key=lambda k: k.n), sorted(l, reverse=True), l.index(K(3)), K(3) in l, l.count(K(5)))
class E2:
    def __init__(self, l): self.l = l
    def __eq__(self, o):
        self.l.clear(); return False
l = [1, 2, 3]
l[:] = [E2(l), 5, 6]
print(l.count(9), l)
l[:] = [E2(l), 5, 6]
print(9 in l, l)
l[:] = [E2(l), 5, 6]
try: l.remove(9)
except ValueError as e: print(e)
l[:] = [E2(l), 5, 6]
print(l == [1, 2, 3], l)
class R:
    def __init__(self, l): self.l = l
    def __repr__(self): self.l.clear(); return "R"
l = []
l.extend([R(l), 1, 2]); print(l)
d = {i: i for i in range(5)}
try:
    for k in d: d[k + 10] = 1
except RuntimeError as e: print(type(e).__name__, e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(type(e).__name__, e)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(type(e).__name__, e)
l = [1, 2, 3]
for x in l:
    if len(l) < 8: l.append(x)
print(l)
for x in l: l.pop()
print(l)
class Bad:
    def __lt__(self, o): raise ZeroDivisionError("lt")
l = [Bad(), Bad(), 3]
try: l.sort()
except ZeroDivisionError as e: print(e, len(l))
l = [3, 1, "a"]
try: l.sort()
except TypeError as e: print(e)
try: [1, 2].sort(key=5)
except TypeError as e: print(e)
l = list(range(50)); l.sort(key=lambda x: -x % 7); print(l)
l.sort(key=str, reverse=True); print(l)
words = "the quick brown fox jumps over the lazy dog the end".split()
words.sort(key=len); print(words)
print(sorted([1.5, 1, -2, True, 0.0]), sorted([[2], [1, 2], []]), sorted([(1, "b"), (1, "a")]))
a = [1, [2, (3, {"k": [4]})]]
b = [1, [2, (3, {"k": [4]})]]
print(a == b, a is b, a < [1, [2, (4,)]], hash((1, (2, "a"))) == hash((1, (2, "a"))))
x = []; x.append(x); print(x, [x], (x,))
d = {}; d["d"] = d; print(d, [d], d.values(), d.items())
d = {}
for i in range(1000): d[i * 7] = i; d["k%d" % i] = i
print(len(d), d[700], d["k999"], sum([v for v in d.values()]))
for i in range(1000):
    if i % 3: del d[i * 7]
print(len(d), sum(d.values()), list(d)[:5], next(reversed(d)))
print(d.pop("k5"), d.pop("zz", None), d.popitem(), len(d))
print(dict.fromkeys("abc", 1), {"a": 1} | {"b": 2, "a": 3}, dict(a=1, **{"b": 2}), dict([("x", 1)], y=2))
d = {"a": 1}; d |= [("z", 5)]; d.update(b=3); print(d)
print(d.keys() & {"a"}, sorted(d.keys() | {"q"}), sorted(d.keys() - {"a"}), d.items() & {("a", 1)}, d.keys() == {"a", "z", "b"})
print(list(map(lambda *a: a, [1, 2], "ab", (3, 4))), list(zip([1, 2, 3], "ab")), list(filter(None, [0, 1, []])))
print([*range(5)][::-2], (1, 2, 3, 4)[1::2], list("abc") * 2, 2 * (1,), [0] * -1, [1] + [2])
print([1, 2, 3, 4, 5][-100:100], [1, 2, 3][5:], [1, 2, 3][::-1], [1, 2, 3, 4][3:0:-2])
l = list(range(10)); l[2:5] = []; print(l); l[::2] = "abcd"; print(l); del l[1::2]; print(l); l[1:1] = [9, 9]; print(l)
try: l[::2] = [1]
except ValueError as e: print(e)
try: l[0:2] = 5
except TypeError as e: print(e)
for v in ([], (), "ab", {}, 5, None):
    try:
        a, b = v
        print(a, b)
    except (ValueError, TypeError) as e: print(e)
try:
    a, *b, c = [1]
except ValueError as e: print(e)
a, *b, c = "hello"; print(a, b, c)
s = set(range(100)); s -= set(range(0, 100, 2)); print(len(s), sum(s), 3 in s, 4 in s); s ^= {3, 4}; print(3 in s, 4 in s)
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, {1, 2} <= {1, 2}, {1} == frozenset([1]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
fs = frozenset("ab"); print({fs: 1}[frozenset("ba")], len(fs), fs | {"c"} == frozenset("abc"), type(fs | {"c"}).__name__, type({"c"} | fs).__name__)
print(set(), frozenset(), {1}, frozenset([1]), {()}, bool(set()), repr({"x"}))
