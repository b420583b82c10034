# boards: virtual
# quick
"""Asynchronous generators: `asend`, `athrow`, `aclose` and what they await."""


def t(f, *a):
    try:
        print("ok", f(*a))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__))


def s(aw, v=None):
    try:
        return "pass", aw.send(v)
    except StopIteration as e:
        return "res", e.value


class Y:
    def __await__(self):
        return (yield "susp")


async def gen():
    try:
        x = yield 1
        print("x", x)
        y = yield 2
        print("y", y)
    except ValueError as e:
        print("caught", e)
        yield "rec"
    finally:
        print("fin")


g = gen()
print(type(g).__name__, type(g.__anext__()).__name__, g.__aiter__() is g)
print(s(g.__anext__()))
print(s(g.asend("a")))
print(s(g.athrow(ValueError("b"))))
t(s, g.__anext__())
t(s, g.__anext__())
g = gen()
t(s, g.asend(3))
print(s(g.__anext__()))
a = g.aclose()
print(s(a))
t(s, a)
t(s, g.aclose())
t(s, g.__anext__())
a = g.__anext__()
t(a.send, None)
t(a.send, None)
g = gen()
t(s, g.athrow(KeyError("first")))
t(s, g.__anext__())
g = gen()
t(s, g.aclose())


async def g2():
    try:
        await Y()
        yield 1
        await Y()
    finally:
        await Y()
        print("cleaned")


g = g2()
a = g.__anext__()
print(s(a))
b = g.__anext__()
t(s, b)
t(s, b)
print(g.ag_running)
print(s(a))
print(g.ag_running)
print(s(a) if 0 else "")
c = g.aclose()
print(s(c))
print(s(c))
