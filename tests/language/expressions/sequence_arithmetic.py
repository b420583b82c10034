# quick
# + and * of sequences.
print([1] + [2, 3], (1,) + (2,), "a" + "b", b"a" + b"b", [] + [])
print([0] * 3, 3 * [0], "ab" * 2, 2 * "ab", (1, 2) * 2, b"x" * 3, [1] * 0, "a" * -1, True * "a")
a = [[]] * 3
a[0].append(1)
print(a)
x = [1]
y = x
x += [2]
print(y, x is y)
x = x + [3]
print(y, x is y)
x *= 2
print(x)
t = (1,)
u = t
t += (2,)
print(t, u)
s = "a"
s += "b"
s *= 2
print(s)
x += "cd"
x += (9,)
print(x)
