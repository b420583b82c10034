# Captured variables survive exceptions, returns in loops, and except names.
def f():
    for i in range(3):
        x = i * 10
        def g(): return x, i
        try:
            if i == 1: raise ValueError(i)
        except ValueError as e:
            def h(): return e.args, x
            got = h()
        else:
            got = None
    return g(), got
print(f())
def early():
    fs = []
    while True:
        n = len(fs)
        fs.append(lambda: n)
        if n == 2: return [k() for k in fs]
print(early())
class M:
    def __enter__(self): return "entered"
    def __exit__(self, *a): return True
def w():
    with M() as m:
        def g(): return m
        raise ValueError
    return g()
print(w())
def deep(n):
    v = n
    def get(): return v
    if n:
        return deep(n - 1) + [get]
    return [get]
print([g() for g in deep(5)])
