# quick
"""`yield from` hands on what is sent and thrown, and closes the inner generator first."""

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
    try:
        r = yield from inner()
        print("outer r", r)
        yield "end"
    finally:
        print("outer finally")


g = outer()
print(next(g), g.send("a"))
print(g.throw(ValueError("v")))
t(next, g)
t(next, g)
g = outer()
next(g)
t(g.close)
t(next, g)
g = outer()
next(g)
t(g.throw, KeyError, "k")
t(g.throw, KeyError("again"))


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


g = stubborn()
next(g)
t(g.close)


def retclose():
    try:
        yield 1
    except GeneratorExit:
        return "closed value"


g = retclose()
next(g)
t(g.close)
t(g.close)


def deleg2():
    try:
        x = yield from retclose()
        print("x", x)
    except GeneratorExit:
        print("ge in deleg2")
        raise


g = deleg2()
next(g)
t(g.close)
