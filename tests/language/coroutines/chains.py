# boards: virtual
# What delegates to what delegates, resumed from its ends and from its middle.
import asyncio
import sys


def leaf(tag):
    got = None
    for number in range(4):
        got = yield (tag, number, got)
    return tag + "."


def middle(tag):
    count = 0

    def counted():
        nonlocal count
        count += 1
        return count

    result = yield from leaf(tag)
    yield counted()
    again = yield from leaf(result)
    return again, counted()


def outer(inner):
    result = yield from inner
    yield "outer", result


def state(generator):
    if generator.gi_frame is None:
        return "finished"
    if generator.gi_running:
        return "running"
    return "suspended" if generator.gi_suspended else "new"


# The one in the middle is resumed by itself, then the outer one goes on.
inner = middle("a")
top = outer(outer(inner))
print(next(top), next(top), inner.send("x"), top.send("y"))
print(state(top), state(inner), inner.gi_yieldfrom is None)
print(top.gi_yieldfrom.gi_yieldfrom is inner)
print(next(inner), next(inner), next(top), top.send(5))
print(list(top), state(top), state(inner))

# Two that delegate to one.
shared = middle("s")
first, second = outer(shared), outer(outer(shared))
print([next(g) for g in (first, second, first, second, second, first, first)])
print(list(second), list(first))


# What runs cannot be resumed, what only leads to it can be.
def resuming(others):
    for other in others:
        print(state(other))
        try:
            yield next(other)
        except (ValueError, StopIteration) as error:
            print(type(error).__name__, error)
    yield "done"


others = []
inner = resuming(others)
top = outer(outer(inner))
side = outer(outer(inner))
others += [inner, top, side, inner]
print(next(top))
print(next(side, None), state(side), state(top), state(inner))
others += [top, side]
print([*side], state(side), state(top), state(inner))

inner = resuming(others)
top = outer(outer(inner))
side = outer(outer(inner))
others[:] = []
others.append(middle("m"))
print(next(top))
others.append(top)
others.append(side)
print(next(side, None), state(top), state(side), state(inner))
print(list(top), state(side))


# Exceptions: out of the innermost, into the middle, into the end; closing.
def failing(depth):
    try:
        if depth == 0:
            yield 1
            yield 1 / 0
        else:
            yield from failing(depth - 1)
    finally:
        print("finally", depth, sys.exc_info()[0])


def lines(error):
    found = []
    trace = error.__traceback__
    while trace is not None:
        found.append((trace.tb_frame.f_code.co_name, trace.tb_lineno))
        trace = trace.tb_next
    return found


top = failing(3)
print(next(top))
try:
    next(top)
except ZeroDivisionError as error:
    print(lines(error))

top = failing(3)
inner = top.gi_yieldfrom
next(top)
inner = top.gi_yieldfrom.gi_yieldfrom
try:
    inner.throw(KeyError("middle"))
except KeyError as error:
    print(error, lines(error))
print(state(top), state(inner))
try:
    print(next(top))
except StopIteration:
    print("end")

top = failing(3)
next(top)
inner = top.gi_yieldfrom
top.close()
print(state(top), state(inner))


def stubborn():
    for _ in range(3):
        try:
            yield "here"
        except GeneratorExit:
            print("no")


inner = stubborn()


def patient():
    try:
        yield from outer(inner)
    except RuntimeError as error:
        print(error)
        yield "kept"
    yield from inner


top = outer(patient())
print(next(top))
try:
    print(top.close())
except RuntimeError as error:
    print("close:", error)
print(next(inner, None), list(inner), list(top))


# What is being handled on the way.
def handling(depth):
    try:
        raise ValueError(depth)
    except ValueError:
        if depth:
            yield from handling(depth - 1)
        yield depth, repr(sys.exc_info()[1])
    yield depth, sys.exc_info()[1]


def around(depth):
    yield from handling(depth)
    yield sys.exc_info()[1]


try:
    raise KeyError("outside")
except KeyError:
    top = outer(around(2))
    print(next(top))
print(next(top), next(top))
try:
    raise KeyError("later")
except KeyError:
    print(next(top), next(top), next(top))
print(list(top))


# What can be seen of the frames.
def looking():
    for _ in range(2):
        frame = sys._getframe()
        names = []
        while frame is not None:
            names.append((frame.f_code.co_name, frame.f_lineno if names else 0))
            frame = frame.f_back
        yield names
        yield sorted(sys._getframe(3).f_locals), sys._getframe(3).f_code.co_name


def local(inner):
    number = 7
    yield from inner
    number += 1
    yield number


def look():
    top = local(outer(outer(looking())))
    for _ in range(4):
        print(next(top))
    return list(top)


print(look())


def endless():
    yield from endless()


try:
    next(endless())
except (RecursionError, MemoryError):
    print("too deep")


# Deep ones.
def nested(depth):
    yield depth
    if depth:
        yield from nested(depth - 1)
        yield depth


print(sum(nested(300)), len(list(nested(200))))


# Coroutines and asynchronous generators.
async def sleeper(depth):
    if depth == 0:
        for _ in range(3):
            await asyncio.sleep(0)
        return [sys._getframe(1).f_code.co_name]
    result = await sleeper(depth - 1)
    await asyncio.sleep(0)
    return [*result, depth]


async def items(depth):
    for number in range(3):
        yield await sleeper(depth), number


async def slow(depth):
    try:
        if depth:
            await slow(depth - 1)
        else:
            await asyncio.sleep(10)
    finally:
        print("left", depth)


async def main():
    print(await asyncio.gather(*(sleeper(n) for n in range(4))))
    async for item in items(2):
        print(item)
    task = asyncio.create_task(slow(3))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    agen = items(2)
    print(await agen.__anext__())
    await agen.aclose()
    print([item async for item in agen])


asyncio.run(main())
