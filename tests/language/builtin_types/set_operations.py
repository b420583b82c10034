# Operators and methods of sets.
a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a == {3, 2, 1}, a != b)
print(a < b, {1} < a, {1} <= a, a <= a, a >= {2}, a > {2}, a > a, {1}.issubset(a), a.issuperset([1]), a.isdisjoint([9]))
print(sorted(a.union([7], "x") if False else a.union([7], [8])), sorted(a.intersection([1, 9])), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([1, 5])))
c = a.copy()
c.add(10); c.add(10); c.discard(1); c.discard(99); c.remove(2)
print(sorted(c), len(c), 10 in c, 1 in c, a is c)
c.update([1, 2], (3,)); c |= {50}; c &= {1, 2, 50, 60}; c -= {1}; c ^= {2, 7}
print(sorted(c))
c.clear(); print(c, bool(c), len(set()))
print(sorted(set("hello")), sorted(set([1, 1.0, True])), len({1, "1", 1.5, None, (1,)}), sorted({x % 3 for x in range(10)}), sorted({*a, *b}))
for f in (lambda: a.remove(99), lambda: set().pop(), lambda: {[]}, lambda: a | [1], lambda: set(5), lambda: a < [1], lambda: hash(a)):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
d = set()
for i in range(100): d.add(i * 7 % 50)
print(len(d), sum(d), min(d), max(d))
for i in range(0, 50, 2): d.discard(i)
print(sorted(d))
x = {5}
print(x.pop(), x, {1}, set([2]), repr(set()))
