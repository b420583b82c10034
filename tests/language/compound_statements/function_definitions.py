# quick
# Defaults are evaluated once; functions are values with attributes.
def f(a, b=[]):
    b.append(a)
    return b
print(f(1), f(2), f(3, []))
n = 1
def g(x=n): return x
n = 2
print(g())
def doc():
    "the docstring"
    return 1
print(doc.__name__, g.__name__)
table = {"double": lambda x: x * 2, "f": g}
print(table["double"](4), table["f"](9))
def outer():
    def inner(): return "inner"
    return inner
print(outer()(), outer().__name__)
def apply(fn, *args): return fn(*args)
print(apply(max, 3, 9), apply(lambda: "none"), apply(outer)())
def recurse(n): return 1 if n == 0 else n * recurse(n - 1)
print(recurse(10))
if n:
    def cond(): return "yes"
else:
    def cond(): return "no"
print(cond())
def redefine(): return 1
def redefine(): return 2
print(redefine(), f is f, f == g)
h = g
del g
print(h())
