# quick
# Sorting is stable, takes key and reverse, and only needs <.
data = [(2, "b"), (1, "z"), (2, "a"), (1, "y"), (3, "c"), (2, "c")]
print(sorted(data), sorted(data, key=lambda t: t[0]), sorted(data, key=lambda t: t[0], reverse=True))
print(sorted([5, 2, 8, 1, 9, 3]), sorted([], reverse=True), sorted([1]), sorted("hello"), sorted([2.5, 1, True, 0]), sorted(["b", "A", "a"], key=str.lower), sorted({"b": 1, "a": 2}))
seed = 7
xs = []
for i in range(120):
    seed = (seed * 1103 + 12345) % 65536
    xs.append(seed % 1000)
ys = sorted(xs)
print(all([ys[i] <= ys[i + 1] for i in range(len(ys) - 1)]), ys[:5], ys[-5:], sorted(xs, reverse=True) == ys[::-1])
up = list(range(40)); down = list(range(40, 0, -1)); saw = [i % 7 for i in range(40)]
print(sorted(up) == up, sorted(down)[:3], sorted(saw)[:8], sorted(up + down)[:6], sorted([1] * 5))
class L:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
print([l.v for l in sorted([L(3), L(1), L(2)])])
pairs = [[i % 3, i] for i in range(30)]
pairs.sort(key=lambda p: p[0])
print(pairs[:4], pairs[10:13])
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
try:
    [1].sort(5)
except TypeError as e:
    print("TypeError")
try:
    [3, 1, 2].sort(key=lambda x: 1 / 0)
except ZeroDivisionError:
    print("key failed")
