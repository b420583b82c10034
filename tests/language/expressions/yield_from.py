# Delegation to generators and iterables; its value; send and throw through it.
def inner():
    try:
        x = yield 1
        print("inner got", x)
        yield 2
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
    return "inner result"
def outer():
    r = yield from inner()
    print("r =", r)
    yield from [10, 20]
    yield from "ab"
    return "outer result"
print(list(outer()))
g = outer()
print(next(g), g.send("hello"), next(g))
g = outer()
next(g)
print(g.throw(ValueError("v")), next(g))
def collect():
    result = yield from outer()
    print("collected", result)
print(list(collect()))
def flatten(x):
    if isinstance(x, list):
        for i in x: yield from flatten(i)
    else:
        yield x
print(list(flatten([1, [2, [3, []], 4]])))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
def bad(): yield from 5
try:
    list(bad())
except TypeError as e:
    print(e)
