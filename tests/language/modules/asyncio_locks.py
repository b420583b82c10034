# boards: virtual
"""Locks, events, conditions, semaphores and barriers."""

import asyncio


async def main():
    lock = asyncio.Lock()

    async def locked(i):
        async with lock:
            print("has it", i, lock.locked())
            await asyncio.sleep(0)

    await asyncio.gather(*(locked(i) for i in range(3)))
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

    event = asyncio.Event()

    async def waiting(i):
        print("waits", i)
        print("woke", i, await event.wait())

    tasks = [asyncio.create_task(waiting(i)) for i in range(2)]
    await asyncio.sleep(0)
    event.set()
    await asyncio.gather(*tasks)
    await event.wait()
    event.clear()
    print(event.is_set())

    condition = asyncio.Condition()
    things = []

    async def consumer(i):
        async with condition:
            await condition.wait_for(lambda: things)
            print("consumer", i, things.pop())

    tasks = [asyncio.create_task(consumer(i)) for i in range(3)]
    await asyncio.sleep(0)
    for i in range(3):
        async with condition:
            things.append(i)
            condition.notify()
        await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)

    semaphore = asyncio.Semaphore(2)

    async def limited(i):
        async with semaphore:
            print("in", i)
            await asyncio.sleep(0)
            print("out", i)

    await asyncio.gather(*(limited(i) for i in range(5)))
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    print(bounded.locked())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)

    waiter = asyncio.create_task(lock.acquire())
    await lock.acquire()
    other = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    waiter.cancel()
    await asyncio.sleep(0)
    lock.release()
    print(await other, waiter.cancelled(), lock.locked())

    barrier = asyncio.Barrier(3)

    async def meets(i):
        place = await barrier.wait()
        return i, place

    results = await asyncio.gather(*(meets(i) for i in range(3)))
    print(sorted(place for _, place in results), barrier.parties, barrier.n_waiting, barrier.broken)


asyncio.run(main())
