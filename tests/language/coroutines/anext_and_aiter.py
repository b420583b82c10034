# boards: virtual
"""`anext`, with and without default, and `aiter`."""


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


async def an():
    g = gen()
    print(await anext(g), await anext(g, "d"), await anext(g, "d"))
    print(await anext(g, "d"))
    print(await anext(aiter(g), "dd"))


t(s, an())
