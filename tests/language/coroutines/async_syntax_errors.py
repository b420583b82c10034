# boards: virtual
"""Where `await` and its relatives may not stand."""

for src in (
    "await x",
    "async def f(): yield from x",
    "def f(): await x",
    "async def f():\n yield 1\n return 2",
    "async def f():\n return 2\n yield 1",
    "def f():\n async for x in y: pass",
    "def f():\n async with y: pass",
    "async for x in y: pass",
    "def f(): return [x async for x in y]",
    "async def f():\n await = 1",
    "async x = 1",
    "lambda: await x",
    "async def f(): lambda: await x",
    "async def f(): (await x) = 1",
    "class C: await x",
):
    try:
        compile(src, "f", "exec")
        print("compiled", src)
    except SyntaxError as e:
        print(e.msg)


def ok():
    return (x async for x in y)
