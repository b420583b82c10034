# quick
# Unpacking assignment in every nesting.
a, b = 1, 2
(c, d), e = (3, 4), 5
[f, [g, h]] = [6, (7, 8)]
print(a, b, c, d, e, f, g, h)
a, b = b, a
print(a, b)
first, *rest = [1, 2, 3]
print(first, rest)
*init, last = "abc"
print(init, last)
x, *y, z = range(5)
print(x, y, z)
x, *y, z = 1, 2
print(x, y, z)
(p, *q), r = ("xyz", 0)
print(p, q, r)
[i, j] = {"k1": 1, "k2": 2}
print(i, j)
*s, = 1, 2
print(s)
(t,) = [9]
print(t)
u = v = w = [0]
print(u is v is w)
() = []
