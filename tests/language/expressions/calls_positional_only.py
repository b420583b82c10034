# Parameters before / cannot be named.
def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d
print(f(1), f(1, 5), f(1, 5, 6), f(1, c=7), f(1, d=8), f(1, 2, c=3, d=4))
def g(a, /, **kw):
    return a, kw
print(g(1, a=2), g(1, b=3))
def attempt(h):
    try:
        print(h())
    except TypeError as e:
        print(e)
attempt(lambda: f(a=1))
attempt(lambda: f(1, b=2))
attempt(lambda: f())
attempt(lambda: f(1, 2, 3, 4))
def h(a, b, /): return a + b
attempt(lambda: h(1))
attempt(lambda: h(1, b=2))
print(h(1, 2), (lambda x, /, y: (x, y))(1, y=2))
