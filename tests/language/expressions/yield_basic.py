# Generators: laziness, state, exhaustion.
def count(n):
    print("start")
    for i in range(n):
        yield i
        print("after", i)
    print("end")
g = count(2)
print("made", iter(g) is g)
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as e:
    print("StopIteration", e.value)
print(list(count(1)), list(g), next(g, "default"))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(12)])
def nothing():
    return
    yield
print(list(nothing()), sum(x * x for x in range(5)), max(x for x in (3, 9, 2)))
def args(a, *rest, k=1):
    yield a
    yield from rest
    yield k
print(list(args(1, 2, 3, k=4)), [*args(0)], dict(enumerate(args("x"))), tuple(args(1)))
a, *b = args(5, 6)
print(a, b, 6 in args(5, 6), sorted(args(3, 1, 2)), "-".join(str(x) for x in args(7)))
