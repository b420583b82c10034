"""Generators inside generators, and closures over their variables."""

import sys


def t(f, *a):
    try:
        print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(sum(tree(10)))


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(12)))


def clos():
    x = 0

    def inc():
        nonlocal x
        x += 1
        return x

    while True:
        yield inc
        yield x


g = clos()
f = next(g)
f()
f()
print(next(g))
next(g)
f()
print(next(g))
print([*(lambda: (yield 1))()])


def lazy():
    x = [0]
    for i in range(3):
        x[0] = yield (i, x[0])


g = lazy()
print(next(g), g.send("a"), g.send("b"))
t(g.send, "c")
