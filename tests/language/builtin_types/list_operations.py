# quick
# Comparison, repetition, nesting and aliasing of lists.
a = [1, [2, 3], "x"]
b = a[:]
b[1].append(4)
print(a, b, a == b, a is b, a[1] is b[1])
print([1, 2] == [1, 2], [1, 2] != [2, 1], [1] < [1, 2], [2] > [1, 5], [] == [], [[1]] == [[1.0]], [1, 2] <= [1, 2])
print([0] * 5, [[]] * 2, [1, 2] * 2 + [3], len([1] * 10), 2 in [1, 2], [1] in [[1]])
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
print(m, [r[1] for r in m], [list(c) for c in zip(*m)])
print(list(), list("ab"), list((1, 2)), list({1: 2}), list(range(3)), list([1]))
print(str([1, "a", 1.5, None, True, (1,), {"k": []}]), repr([[]]), bool([]), bool([0]))
c = list(range(20))
c[5:15] = []
print(c, sum(c), max(c), min(c), c[::-1], c[-1])
d = [1, 2, 3]
for i in range(len(d)): d[i] *= 2
print(d)
d += d
print(d)
print([1, 2, 3] == [1, 2, 3.0], [1, 2] == "12", [None] == [None])
