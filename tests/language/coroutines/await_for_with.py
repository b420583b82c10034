# quick
"""`await`, `async for`, `async with` and asynchronous comprehensions in one coroutine."""


async def f(x):
    return x + 1


async def g():
    a = await f(1)
    b = await f(a)
    return a, b


def run(c):
    try:
        while True:
            print("yield", c.send(None))
    except StopIteration as e:
        return e.value


print(run(g()))


class Y:
    def __await__(self):
        r = yield "from Y"
        return "res"


async def h():
    r = await Y()
    async with CM() as x:
        print("in", x, r)
        async for i in AIter(3):
            print(i, await Y())
            if i == 1:
                continue
        else:
            print("else")
    print(
        [i async for i in AIter(3)],
        {i: await f(i) for i in range(3)},
        [await f(i) async for i in AIter(4) if i > 1],
    )
    async for i in AIter(5):
        if i == 2:
            break
    print("broke", i)
    async for a in agen(3):
        print("agen", a)
    print([x async for x in (y async for y in agen(2))])
    try:
        async with CM():
            1 / 0
    except ZeroDivisionError:
        print("caught")
    async with CM(True):
        1 / 0
    return "done"


class CM:
    def __init__(self, s=False):
        self.s = s

    async def __aenter__(self):
        await Y()
        return 5

    async def __aexit__(self, *a):
        print("exit", a[0])
        await Y()
        return self.s


class AIter:
    def __init__(self, n):
        self.n = n
        self.i = -1

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.i += 1
        if self.i >= self.n:
            raise StopAsyncIteration
        await Y()
        return self.i


async def agen(n):
    for i in range(n):
        await Y()
        got = yield i
        print("got", got)


print(run(h()))
