# boards: virtual
"""`gather`, `wait`, `as_completed` and `shield`."""

import asyncio


async def value(result, delay=0):
    await asyncio.sleep(delay)
    return result


async def fails(text, delay=0):
    await asyncio.sleep(delay)
    raise ValueError(text)


async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(value(1, 0.02), value(2), value(3, 0.01)))
    print(await asyncio.gather(value(1), fails("x"), return_exceptions=True))
    try:
        await asyncio.gather(value(1, 0.01), fails("y"), fails("z", 0.01))
    except ValueError as error:
        print(error)
    same = value("once")
    print(await asyncio.gather(same, same))
    fast = asyncio.create_task(value("fast"))
    slow = asyncio.create_task(value("slow", 0.5))
    done, pending = await asyncio.wait([fast, slow], return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in done], pending == {slow})
    done, pending = await asyncio.wait({fast, slow})
    print(sorted(task.result() for task in done), pending)
    slow = asyncio.create_task(value("slow", 5))
    done, pending = await asyncio.wait([slow], timeout=0.01)
    print(done, len(pending), slow.done())
    bad = asyncio.create_task(fails("bad"))
    done, pending = await asyncio.wait([slow, bad], return_when=asyncio.FIRST_EXCEPTION)
    print([repr(task.exception()) for task in done], len(pending))
    slow.cancel()
    for wrong in (value(1), [], [value(1)]):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    for waiting in asyncio.as_completed([value("b", 0.02), value("a", 0.01)]):
        print(await waiting)
    inner = asyncio.create_task(value("kept", 0.01))
    outer = asyncio.shield(inner)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer", inner.cancelled())
    print(await inner)
    print(await asyncio.shield(value("through")))


asyncio.run(main())
