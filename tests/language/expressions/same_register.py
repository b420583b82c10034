# quick
# Results stored over their own operands.
def f():
    a, b, c = 1, 2, 3
    a = a + a; print(a)
    a = b - a; print(a)
    a, b = b, a; print(a, b)
    a, b, c = c, a, b; print(a, b, c)
    a = [a, a, [a]]; print(a)
    a = a[0]; print(a)
    b = (b, b); print(b)
    b = b[0] < b[1]; print(b)
    c = not c; print(c)
    c = -(c + 5); print(c)
    d = {"a": a}
    d = d["a"]; print(d)
    d = d if d > 5 else d + 1; print(d)
    e = e2 = [1]
    e = e + e2 + e; print(e, e2)
    x = lambda: x2
    x2 = 5
    x = x(); print(x)
    s = "ab"
    s = s[1] + s[0]; print(s)
    s = s.upper(); print(s)
    s = (s, len(s)); print(s)
    (s, n) = s; print(s, n)
    n = n == n; print(n)
    i = 5
    i = i and i - 1; print(i)
    i = i or 7; print(i)
    i = [i for i in range(i)]; print(i)
    return i
print(f())
