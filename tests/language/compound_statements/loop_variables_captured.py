# quick
# Loop variables and loop-body variables in closures made in nested loops and comprehensions.
def f():
    out = []
    for i in range(2):
        for j in range(2):
            out.append(lambda: (i, j))
            def g(k=j): return i, j, k
            out.append(g)
    i = "later"
    return [h() for h in out]
print(f())
def g():
    fs = [lambda: x for x in range(3)]
    x = "outer"
    return [h() for h in fs], x
print(g())
def h():
    rows = [[(lambda: (r, c)) for c in range(2)] for r in range(2)]
    return [[q() for q in row] for row in rows]
print(h())
def k():
    total = 0
    def add(n):
        nonlocal total
        total += n
    [add(n) for n in range(5)]
    for n in range(3): add(n)
    return total
print(k())
def w():
    fs = []
    n = 0
    while n < 3:
        m = n
        fs.append(lambda: m)
        n += 1
    return [q() for q in fs], m
print(w())
print([f() for f in [lambda i=i: i * i for i in range(4)]])
class C:
    fs = [lambda: 5 for _ in range(2)]
    values = [f() for f in fs]
print(C.values)
def d():
    return {k: (lambda: k) for k in "ab"}
print([v() for v in d().values()])
