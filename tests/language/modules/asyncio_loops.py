# boards: virtual
"""Futures, callbacks, `Runner`, and loops by hand."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), asyncio.isfuture(future), future)
    loop.call_soon(future.set_result, 42)
    print(await future, future)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)
    future = loop.create_future()
    future.set_exception(KeyError("k"))
    try:
        await future
    except KeyError as error:
        print("raised", error)
    future = loop.create_future()

    def callback(done):
        print("callback", done.result())

    future.add_done_callback(callback)
    future.add_done_callback(callback)
    print(future.remove_done_callback(callback))
    future.add_done_callback(callback)
    future.set_result("r")
    await asyncio.sleep(0)

    class Bad:
        def __await__(self):
            yield "nonsense"

    try:
        await Bad()
    except RuntimeError as error:
        print(error)
    try:
        asyncio.run(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)
    loop.set_exception_handler(lambda loop, context: print(sorted(context), context["exception"]))

    def breaks():
        raise OSError("in a callback")

    loop.call_soon(breaks)
    await asyncio.sleep(0)
    return loop.is_running()


print(asyncio.run(main()))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, "one")), runner.run(asyncio.sleep(0, "two")))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, "by hand")), loop.is_running(), loop.is_closed())
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
try:
    asyncio.run(5)
except (TypeError, ValueError):
    print("refused")


async def ends(error):
    raise error


for error in (SystemExit(3), KeyboardInterrupt()):
    try:
        asyncio.run(ends(error))
    except BaseException as caught:
        print(caught is error)
