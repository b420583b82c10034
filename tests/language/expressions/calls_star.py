# quick
# *args and **kwargs on both sides of a call.
def f(*args, **kwargs):
    return args, kwargs
print(f(), f(1), f(1, 2, x=3), f(*[1, 2]), f(*(1,), *"ab", 5))
print(f(**{"a": 1}), f(1, *[2], b=3, **{"c": 4}), f(*range(3), **{}, **{"z": 0}))
def g(a, b=0, *rest, c, d=9, **others):
    return a, b, rest, c, d, others
print(g(1, c=2), g(1, 2, 3, 4, c=5, e=6), g(*[1, 2, 3], **{"c": 1, "d": 2, "x": 3}))
print(g(c=1, a=0), g(*"xy", c=None))
def attempt(h):
    try:
        print(h())
    except TypeError as e:
        print(str(e) if "multiple" not in str(e) else "multiple values")
attempt(lambda: g(1))
attempt(lambda: g(1, 2))
attempt(lambda: g(1, c=1, **{"c": 2}))
attempt(lambda: f(**{1: 2}))
attempt(lambda: g(c=1))
def k(a, *, b): return a, b
print(k(1, b=2))
attempt(lambda: k(1, 2))
attempt(lambda: k(1))
attempt(lambda: f(**{"a": 1}, **{"a": 2}))
print(f(x=1, *[5]))
