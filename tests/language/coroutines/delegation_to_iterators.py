"""`yield from` any iterator: `send`, `throw` and `close` where it has them."""

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


def raiser():
    try:
        yield 1
    except GeneratorExit:
        raise OSError("from close")


def deleg3():
    try:
        yield from raiser()
    except OSError as e:
        print("got", e, repr(e.__context__))
        yield "x"


g = deleg3()
next(g)
t(g.close)


def stop():
    raise StopIteration("s")
    yield


t(list, stop())
try:
    list(stop())
except RuntimeError as e:
    print(repr(e.__cause__), repr(e.__context__))
g = None


def selfref():
    yield next(g)


g = selfref()
t(next, g)
g = inner()
t(g.send, 5)
t(g.throw, 5)
t(g.throw, ValueError("a"), 5)
t(next, g)
g.close()


class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("itres")
        return self.n

    def send(self, v):
        print("send", v)
        return "sent"

    def throw(self, *a):
        print("throw", a[0] if not isinstance(a[0], type) else a[0].__name__)
        return "thrown"

    def close(self):
        print("close")


def d4():
    r = yield from It()
    print("r", r)


g = d4()
print(next(g))
print(g.send(3))
print(g.throw(ValueError("q")))
print(next(g))
print(next(g))
t(next, g)
g = d4()
next(g)
g.close()


def d5():
    try:
        yield from [1, 2]
    except ValueError as e:
        print("d5", e)
    yield "post"


g = d5()
next(g)
t(g.throw, ValueError("z"))
g = d5()
next(g)
t(g.send, 1)
