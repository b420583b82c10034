"""Asynchronous comprehensions inside each other, and where their code is moved."""


class Count:
    def __init__(self, end):
        self.at = 0
        self.end = end

    def __aiter__(self):
        return Count(self.end)

    async def __anext__(self):
        if self.at == self.end:
            raise StopAsyncIteration
        self.at += 1
        return self.at


async def value(x):
    return x


def run(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as error:
        return error.value


async def nested(c):
    return [[(x, y) async for x in c] async for y in c]


async def nested_elements(c):
    print([[await value(x) for x in (1, 2)] async for _ in c])
    print({x: [y async for y in c if y <= x] async for x in c})
    print([[[z async for z in c] async for _ in c] for _ in (1, 2)])


async def chosen(c, which):
    return [x async for x in c] if [y async for y in c if which] else [-x async for x in c]


async def after_assignment(c, a):
    return a + len([x async for x in c if (a := x)]) * 10, a


async def outer_handler(c):
    try:
        return [x async for x in c] if await value(0) else [1 / (x - 2) async for x in c]
    except ZeroDivisionError as error:
        return str(error)


print(run(nested(Count(2))))
run(nested_elements(Count(2)))
print(run(chosen(Count(3), True)), run(chosen(Count(3), False)))
print(run(after_assignment(Count(3), 100)))
print(run(outer_handler(Count(3))))
