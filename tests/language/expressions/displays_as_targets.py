# boards: virtual
"""Items and attributes of what a display makes may be assigned to, and stars stand before any
expression in a subscript."""


class Keys:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print(key, value)


def in_function(a, b):
    {}[a] = b
    {a: b}[a] = b
    [a, b][0] = b
    [a, [b]][1][:] = a, b
    c = {a: b}[b] = a
    {1: Keys()}[1][a] = {a, b}
    [Keys(), a][0].b, d = a, b if c else (yield)
    {}.d = a


try:
    for _ in in_function(1, 2):
        pass
except AttributeError:
    print("no attribute")
{}[1] = 2
print(Keys()[*() or (1, 2)], Keys()[*[] if not 1 else [3], 4], Keys()[1:2, *"ab" and "c"])
Keys()[*(1, 2) or (), 3] = 4


class Maker:
    """No class, but what it makes may be in the place of one."""

    def __init__(self, *args):
        print(args[0], len(args))


class FromInstance(Maker("base", ())):
    pass


print(type(FromInstance).__name__)
