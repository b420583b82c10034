# Generator expressions: laziness, scope, nesting.
def v(x):
    print("v", x)
    return x
g = (v(x) for x in [1, 2, 3])
print("made")
print(next(g), next(g))
print(sum(x for x in range(5)), list(x + y for x in "ab" for y in "cd" if x != "b"), any(x > 2 for x in [1, 3, v(5)]))
n = 10
g = (n + x for x in range(3))
n = 20
print(list(g))
print([list(x for x in range(i)) for i in range(3)], dict((k, v) for k, v in [("a", 1)]), tuple(i for i in ()))
fs = [f for f in (lambda: i for i in range(3))]
print([f() for f in fs])
def f(*args): return args
print(f(x for x in "ab")[0] is not None, f(*(x for x in "ab")), max((len(w), w) for w in ["a", "bcd", "ef"]))
x = "outer"
print(list(x for x in "in"), x)
try:
    (x for x in 5)
except TypeError as e:
    print(e)
