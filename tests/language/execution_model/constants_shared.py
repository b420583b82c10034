# boards: virtual
# Equal constants of a function are one object, if they do not only look equal.
def pairs():
    yield (7,), (7,)
    yield (7, "a", (1.5,)), (7, "a", (1.5,))
    yield (1,), (1.0,)
    yield (1,), (True,)
    yield (0.0,), (-0.0,)
    yield 1.5, 1.5
    yield 0.0, -0.0
    yield b"ab", b"ab"
    yield 123456789012345678901234567890, 123456789012345678901234567890


for one, other in pairs():
    print(one, one is other)
