# boards: virtual
"""What a generator shows of itself."""

import sys


def t(f, *a):
    try:
        print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e)


def inner():
    try:
        x = yield 1
        print("inner got", x)
        y = yield 2
        return "inner result"
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
        return "after"
    finally:
        print("inner finally")


def outer():
    yield from inner()


def ctx2():
    yield 1
    yield 2


g = ctx2()
next(g)
print(
    g.gi_frame is not None,
    g.gi_running,
    g.gi_yieldfrom,
    g.gi_suspended,
    g.gi_code.co_name,
    g.__name__,
)
g.close()
print(g.gi_frame)
g = outer()
next(g)
print(type(g.gi_yieldfrom).__name__, g.gi_yieldfrom.gi_code.co_name)
g.close()
