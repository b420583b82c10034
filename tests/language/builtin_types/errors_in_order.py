# boards: virtual
"""Which of several errors in one call comes first, and what None is where an index may be left out."""

from array import array
from collections import deque


def tell(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def f(**names):
    return names


class Keys:
    def keys(self):
        return [1, "a"]

    def __getitem__(self, key):
        return key


# Keys are looked at when the call happens, after positional arguments.
tell(lambda: f(*5, **{1: 2}))
tell(lambda: f(**{1: 2}))
tell(lambda: f(**{1: 2}, **{1: 3}))
tell(lambda: f(x=1, **Keys()))
tell(lambda: dict(**{1: 2}))
tell(lambda: print(**{1: 2}))
tell(lambda: type("x", (), {}, **{1: 2}))
try:

    class C(**{1: 2}):
        pass

except TypeError as error:
    print(error)

# The bounds of `index` are no slice.
for items in [3, 1, 2], (3, 1, 2), deque([3, 1, 2]), array("i", [3, 1, 2]):
    for bounds in (None,), (0, None), ("x",), (1.0,), (0, 3), (-(10**30), 10**30):
        tell(lambda: items.index(1, *bounds))

# The base comes before the text.
for arguments in (((1, 2), 1), ("1", 99), ((1, 2), 2), (1.5, "a"), ("1", 10**30), (b"1", -1)):
    tell(lambda: int(*arguments))
tell(lambda: int(base=1))


# A text whose class can make a float passes for a number.
class S(str):
    def __float__(self):
        return None


class B(bytes):
    def __float__(self):
        return 1.0


for form in "%d", "%i", "%x":
    for value in S(""), S("12"), B(b"7"), B(b"x"), "3", b"3":
        tell(lambda: form % value)
