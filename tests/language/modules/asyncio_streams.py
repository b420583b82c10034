# boards: virtual
"""`StreamReader`: bytes in pieces, lines, up to separators."""

import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"first line\nsecond")
    print(await reader.readline())

    async def feeder():
        await asyncio.sleep(0)
        reader.feed_data(b" line\nabc;def")
        await asyncio.sleep(0)
        reader.feed_data(b"ghijkl")
        await asyncio.sleep(0)
        reader.feed_eof()

    task = asyncio.create_task(feeder())
    print(await reader.readline())
    print(await reader.readuntil(b";"))
    print(await reader.readexactly(5))
    print(await reader.read(2), reader.at_eof())
    try:
        await reader.readexactly(10)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(await reader.read(), await reader.readline(), reader.at_eof())
    await task
    lines = asyncio.StreamReader()
    lines.feed_data(b"a\nb\nc")
    lines.feed_eof()
    print([line async for line in lines])
    short = asyncio.StreamReader(limit=4)
    short.feed_data(b"much too long")
    try:
        await short.readuntil(b"\n")
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    broken = asyncio.StreamReader()
    broken.set_exception(OSError("cable"))
    try:
        await broken.read(1)
    except OSError as error:
        print(error)


asyncio.run(main())
