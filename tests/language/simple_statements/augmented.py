# quick
# Augmented assignment to names, items and attributes.
x = 5
x += 1; print(x)
x -= 2; print(x)
x *= 3; print(x)
x //= 2; print(x)
x **= 2; print(x)
x %= 20; print(x)
x <<= 2; print(x)
x >>= 1; print(x)
x |= 1; print(x)
x &= 29; print(x)
x ^= 3; print(x)
x /= 4; print(x)
d = {"k": 1}
d["k"] += 5
class C:
    n = 10
c = C()
c.n += 1
print(d, c.n, C.n)
a = [1, 2, 3]
a[1] *= 10
a[-1] -= 1
print(a)
def v(x):
    print("v", x)
    return x
a[v(0)] += v(5)
print(a)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
def f():
    y += 1
try:
    f()
except UnboundLocalError as e:
    print("UnboundLocalError")
