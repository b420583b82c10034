"""What cannot be awaited, and StopIteration inside coroutines."""


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


async def rs():
    raise StopAsyncIteration("x")
    yield


t(s, rs().__anext__())


async def rs2():
    raise StopIteration("x")
    yield


t(s, rs2().__anext__())


async def co():
    raise StopIteration("y")


t(s, co())
c = co()
t(iter, c)
t(next, c)
c.close()
t(s, c)


async def aw():
    await 3


t(s, aw())


async def aw2():
    async with 3:
        pass


t(s, aw2())


async def aw3():
    async for x in 3:
        pass


t(s, aw3())


class BadA:
    def __await__(self):
        return 5


async def aw4():
    await BadA()


t(s, aw4())


class BadB:
    def __await__(self):
        return co()


async def aw5():
    await BadB()


t(s, aw5())


class BadC:
    def __aiter__(self):
        return 3


async def aw6():
    async for x in BadC():
        pass


t(s, aw6())


class BadD:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


async def aw7():
    async for x in BadD():
        pass


try:
    s(aw7())
except TypeError as e:
    print(e)


class OnlyEnter:
    async def __aenter__(self):
        pass


async def aw8():
    async with OnlyEnter():
        pass


t(s, aw8())
t(aiter, 3)
t(anext, 3)
