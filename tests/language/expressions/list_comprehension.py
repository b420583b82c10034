# quick
# List comprehensions: nesting, conditions, unpacking, own scope.
print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [x for x in []])
print([(x, y) for x in range(3) for y in range(x)])
print([[y for y in range(x)] for x in range(4)])
print([a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ["abc", "xy"]])
x = "outer"
print([x for x in range(3)], x)
n = 3
print([i * n for i in range(n)], [c for w in ["ab", "cd"] for c in w if c != "b"])
def f(k):
    return [i + k for i in range(k)]
print(f(3))
fs = [lambda: i for i in range(3)]
print([g() for g in fs])
print([i for i in range(5) if i if i != 3], [j for i in range(3) for j in [i] * i])
print([[1, 2, 3][i] for i in (2, 0)], [None for _ in "ab"])
