# boards: virtual
"""Tasks take turns in the order in which they become ready."""

import asyncio


async def worker(name, rounds):
    for i in range(rounds):
        print(name, i)
        await asyncio.sleep(0)
    return name * 2


async def failing():
    await asyncio.sleep(0)
    raise ValueError("failed")


async def main():
    first = asyncio.create_task(worker("a", 3))
    second = asyncio.create_task(worker("b", 2), name="second")
    print(first.get_name(), second.get_name(), first.done())
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    print(await first, await second, first.done(), first.result())
    task = asyncio.create_task(failing())
    try:
        await task
    except ValueError as error:
        print(error, task.exception() is error, task.cancelled())
    try:
        asyncio.create_task(worker("c", 1)).result()
    except asyncio.InvalidStateError as error:
        print(error)
    task = asyncio.create_task(worker("d", 1))
    task.add_done_callback(lambda done: print("done", done is task, done.result()))
    await task
    await asyncio.sleep(0)
    task.set_name("other")
    print(task.get_name(), task.get_coro().__name__, asyncio.iscoroutinefunction(worker))
    try:
        task.set_result(1)
    except RuntimeError as error:
        print(error)

    async def outer():
        return await asyncio.create_task(inner())

    async def inner():
        return asyncio.current_task().get_name()

    print(await outer())
    print([await f for f in [asyncio.ensure_future(worker("e", 1))]])
    return "the end"


print(asyncio.run(main()))
print(asyncio.run(worker("f", 1)))
