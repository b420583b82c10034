# quick
"""Asynchronous comprehensions and generator expressions."""


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


async def Y_co():
    return 5


async def agwith():
    async with CM() as v:
        yield v
        return


class CM:
    async def __aenter__(self):
        print("enter")
        return "cm"

    async def __aexit__(self, *e):
        print("exit", e)


async def ag():
    async for v in agwith():
        print(v)
    return 1


print(s(ag()))


async def genexp():
    a = (i async for i in arange(4) if i % 2)
    print(type(a).__name__)
    b = (await Y_co() for i in range(2))
    print(type(b).__name__)
    print([x async for x in a], [x async for x in b])
    print(
        {k: v async for k in arange(2) for v in [k + 1]},
        [[j async for j in arange(i)] for i in range(3)],
    )
    return [i + j async for i in arange(2) async for j in arange(2) if await Y_co()]


async def arange(n):
    for i in range(n):
        yield i


print(s(genexp()))
