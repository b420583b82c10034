# boards: virtual
"""Cancelling raises CancelledError where a task waits."""

import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("not me", error.args)
    return "stayed"


async def tidy():
    try:
        await asyncio.sleep(10)
    finally:
        print("tidied up")


async def nested():
    await tidy()


async def main():
    task = asyncio.create_task(nested())
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled(), task.done(), task.cancel())
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel("please")
    print(await task, task.cancelled(), task.cancelling(), task.uncancel())
    task = asyncio.create_task(tidy())
    task.cancel("before it began")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error)
    try:
        task.result()
    except asyncio.CancelledError as error:
        print(error)

    async def cancels_itself():
        asyncio.current_task().cancel()
        print("still here")
        await asyncio.sleep(0)
        print("not here")

    try:
        await asyncio.create_task(cancels_itself())
    except asyncio.CancelledError:
        print("did it")
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)
    future = asyncio.get_running_loop().create_future()
    print(future.cancel(), future.cancel(), future.cancelled())
    task = asyncio.create_task(asyncio.sleep(1))
    waiting = asyncio.gather(task, asyncio.sleep(1))
    await asyncio.sleep(0)
    print(waiting.cancel())
    try:
        await waiting
    except asyncio.CancelledError:
        print("all cancelled", task.cancelled())


async def leaves_tasks():
    asyncio.create_task(tidy())
    await asyncio.sleep(0)


asyncio.run(main())
asyncio.run(leaves_tasks())
