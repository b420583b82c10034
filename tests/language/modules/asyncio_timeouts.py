# boards: virtual
# skip: fail
"""`wait_for` and `timeout`."""

import asyncio


async def slow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise


async def main():
    print(await asyncio.wait_for(asyncio.sleep(0, "in time"), 1))
    print(await asyncio.wait_for(asyncio.sleep(0, "no limit"), None))
    try:
        await asyncio.wait_for(slow(), 0.01)
    except TimeoutError as error:
        print(repr(error), type(error.__cause__).__name__)
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError as error:
        print("no time", repr(error))
    try:
        async with asyncio.timeout(0.01) as limit:
            await slow()
    except TimeoutError:
        print("over", limit.expired())
    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0)
    print(limit.expired(), limit)
    async with asyncio.timeout(None) as limit:
        print(limit.when())
        limit.reschedule(asyncio.get_running_loop().time() + 5)
        print(limit.when() is not None)
    try:
        async with asyncio.timeout(0.01):
            try:
                async with asyncio.timeout(5):
                    await slow()
            except TimeoutError:
                print("wrong one")
    except TimeoutError:
        print("outer one")
    try:
        async with asyncio.timeout(1):
            raise KeyError("mine")
    except KeyError as error:
        print(error)
    limit = asyncio.timeout(1)
    try:
        limit.reschedule(None)
    except RuntimeError as error:
        print(error)
    print(asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
