"""What is being handled inside a generator is its own, and outside of it that of the others."""

import sys


def t(f, *a):
    try:
        print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e)


def ctx():
    try:
        raise ValueError("in gen")
    except ValueError:
        yield sys.exc_info()[1]
        yield sys.exc_info()[1]
    yield sys.exc_info()[1]


g = ctx()
print(next(g), sys.exc_info()[1])
try:
    raise KeyError("out")
except KeyError:
    print(next(g), sys.exc_info()[1])
    print(next(g))
g = ctx()
next(g)
next(g)
print(next(g))


def ctx2():
    yield sys.exc_info()[1]
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1
    yield sys.exc_info()[1]


g = ctx2()
try:
    raise KeyError("k")
except KeyError:
    print(repr(next(g)))
    next(g)
print(next(g))
