# boards: virtual
# `:=` inside comprehensions and generator expressions binds around them.
def f(data):
    if any((hit := x) > 2 for x in data): return hit
    return hit
print(f([1, 2, 3, 4]), f([1]))
print(any((top := y) for y in (0, 5)), top)
def g():
    total = 0
    r = list(total := total + v for v in range(5))
    return r, total
print(g())
def h():
    global glob
    list((glob := i) for i in range(3))
h(); print(glob)
def nl():
    q = 1
    def inner():
        nonlocal q
        return list([(q := q + j) for j in range(k)] for k in range(3))
    return inner(), q
print(nl())
def nested(): return list(list((z := i + j) for i in range(2)) for j in range(2)), z
print(nested())
def lam(): return [n for m in range(3) if (n := m * m) < 4]
print(lam())
for s in ("class C: x = [(y := 1) for z in (1,)]","[x for x in (y := 1)]", "list(x for x in [lambda: (y := 1)])", "[x for x in [1] for y in f(z := 1)]", "class C: x = list((y := 1) for z in (1,))",
          "[(i := 1) for i in (1,)]", "list((i := 1) for i in (1,))", "list(list((i := 1) for j in ()) for i in (1,))", "[[(i := 1) for j in ()] for i in (1,)]",
          "class C:\n def f(self): return [(y := 1) for z in (1,)]"):
    try: compile(s, "s", "exec"); print(s, "ok")
    except SyntaxError as e: print(s, e.msg)
# A closure over a comprehension variable outlives an exception.
def boom(i):
    if i == 2: raise ValueError
    return i
def keep():
    fs = []
    try:
        [fs.append(lambda: i) or boom(i) for i in range(5)]
    except ValueError:
        x, y, z = 10, 20, 30
        [j for j in range(50)]
        t = (x, y, z)
    return [f() for f in fs]
print(keep())
print(["\ud800" == chr(0xd800), len("a\udfffb"), "\ud83d\ude00" == "\U0001f600"])
