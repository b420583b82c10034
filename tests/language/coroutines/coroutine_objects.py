# boards: virtual
"""Coroutine objects: `send`, `throw`, `close` and attributes."""


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


async def co():
    raise StopIteration("y")


def gg():
    yield from co()


t(list, gg())


async def self_await():
    await C


C = self_await()
t(s, C)


async def twice():
    c = Y_co()
    await c
    await c


async def Y_co():
    return 5


t(s, twice())
c = Y_co()
print(
    c.cr_frame is None,
    c.cr_running,
    c.cr_await,
    c.cr_suspended,
    c.cr_code.co_name,
    c.__name__,
    hasattr(c, "gi_frame"),
)
w = c.__await__()
print(type(w).__name__)
t(s, w)
print(c.cr_frame)
t(s, w)


async def outer():
    return await Y()


c = outer()
print(s(c))
print(c.cr_await is not None, type(c.cr_await).__name__, c.cr_suspended)
t(c.throw, ValueError("thrown"))
t(c.close)


async def cl():
    try:
        await Y()
    finally:
        print("cl fin")


c = cl()
s(c)
t(c.close)
t(s, c)


async def cl2():
    try:
        await Y()
    except GeneratorExit:
        await Y()


c = cl2()
s(c)
t(c.close)


def chain():
    async def a():
        try:
            return await b()
        except ValueError as e:
            return "a caught " + str(e)

    async def b():
        try:
            return await c()
        finally:
            print("b fin")

    async def c():
        return await Y()

    k = a()
    s(k)
    return (s(k, "val"),)


print(chain())


async def deep(n):
    return 0 if not n else 1 + await deep(n - 1)


print(s(deep(500)))
