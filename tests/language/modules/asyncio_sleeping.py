# boards: virtual
# skip: fail
"""Tasks that sleep wake in the order of their times."""

import asyncio


async def after(delay, name):
    result = await asyncio.sleep(delay, name)
    print(result)
    return result


async def main():
    tasks = [
        asyncio.create_task(after(0.06, "third")),
        asyncio.create_task(after(0.02, "first")),
        asyncio.create_task(after(0.04, "second")),
        asyncio.create_task(after(0, "at once")),
        asyncio.create_task(after(-1, "at once, too")),
    ]
    print(await asyncio.gather(*tasks))
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await asyncio.sleep(0.02)
    print(0.015 < loop.time() - begin < 1)
    loop.call_later(0.02, print, "later", 1)
    loop.call_soon(print, "soon", 2)
    handle = loop.call_later(0.01, print, "never")
    print(handle.cancelled())
    handle.cancel()
    print(handle.cancelled())
    loop.call_at(loop.time() + 0.01, print, "at a time")
    await asyncio.sleep(0.04)


asyncio.run(main())
