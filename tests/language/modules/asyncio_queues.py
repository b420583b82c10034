# boards: virtual
"""Queues: first in first out, by priority, last in first out."""

import asyncio


async def main():
    queue = asyncio.Queue(2)

    async def producer():
        for i in range(5):
            await queue.put(i)
            print("put", i, queue.qsize(), queue.full())

    async def consumer():
        while True:
            item = await queue.get()
            print("got", item)
            await asyncio.sleep(0)
            queue.task_done()

    task = asyncio.create_task(consumer())
    await producer()
    await queue.join()
    print(queue.empty(), queue.maxsize)
    task.cancel()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print("empty", error)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print("full", error)
    print(str(queue))

    ordered = asyncio.PriorityQueue()
    for item in ((3, "c"), (1, "a"), (2, "b")):
        await ordered.put(item)
    print([await ordered.get() for _ in range(3)])
    stack = asyncio.LifoQueue()
    for item in range(3):
        stack.put_nowait(item)
    print([stack.get_nowait() for _ in range(3)])

    getter = asyncio.create_task(stack.get())
    await asyncio.sleep(0)
    getter.cancel()
    await asyncio.sleep(0)
    stack.put_nowait("kept")
    print(await stack.get())


asyncio.run(main())
