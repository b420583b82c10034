# Sets: displays, comprehensions, operators.
print(sorted({3, 1, 2, 1}), len({*"aab", 1}), sorted({x % 3 for x in range(10)}))
a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= a, a < b)
print(set(), {1}, frozenset(), frozenset([1]))
