# boards: virtual
"""`TaskGroup`: when one task fails, the others are cancelled."""

import asyncio


async def value(result, delay=0):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled", result)
        raise
    print("done", result)
    return result


async def fails(error, delay=0):
    await asyncio.sleep(delay)
    raise error


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(value(1, 0.01))
        second = group.create_task(value(2))
    print(first.result(), second.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(value(3, 5))
            group.create_task(fails(ValueError("a")))
            group.create_task(fails(KeyError("b")))
            await asyncio.sleep(5)
    except ExceptionGroup as error:
        print(error, error.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(value(4, 5))
            raise OSError("in the body")
    except BaseExceptionGroup as error:
        print(error, error.exceptions)
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(value(5, 5))
    except TimeoutError:
        print("over")
    try:
        group.create_task(value(6))
    except RuntimeError as error:
        print("finished")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(SystemExit(3)))
    except SystemExit as error:
        print("exit", error.code)
    async with asyncio.TaskGroup() as group:

        async def adds():
            group.create_task(value(7))

        group.create_task(adds())


asyncio.run(main())
