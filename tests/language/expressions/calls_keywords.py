# quick
# Keyword arguments, defaults and the order of evaluation.
def f(a, b=2, c=3):
    return (a, b, c)
print(f(1), f(1, 5), f(1, c=5), f(a=1), f(c=1, a=2), f(1, b=7, c=8))
def v(x):
    print("v", x)
    return x
print(f(v(1), c=v(2), b=v(3)))
def attempt(g):
    try:
        print(g())
    except TypeError as e:
        print(e)
attempt(lambda: f())
attempt(lambda: f(1, 2, 3, 4))
attempt(lambda: f(1, a=2))
attempt(lambda: f(1, d=2))
attempt(lambda: f(b=1))
def g(a, b, c): pass
attempt(lambda: g())
attempt(lambda: g(1))
attempt(lambda: g(1, 2))
attempt(lambda: g(b=2))
attempt(lambda: g(1, 2, 3, 4))
def h(): pass
attempt(lambda: h(1))
attempt(lambda: h(x=1))
nothing = lambda: 0
attempt(lambda: nothing(1))
attempt(lambda: 5())
attempt(lambda: "x"())
attempt(lambda: None())
