# boards: virtual
# An `__index__` that empties the sequence whose place it tells.
from array import array
from collections import deque


class Cut:
    def __init__(self, owner, number=0):
        self.owner, self.number = owner, number

    def __index__(self):
        while len(self.owner):
            self.owner.pop()
        return self.number


def show(action):
    try:
        result = action()
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(type(result).__name__, repr(result))


def make(kind):
    return array("i", range(50)) if kind is array else kind(range(50))


for kind in (array, deque, bytearray, list):
    for number in (0, 40, -1, 49):
        for action in (
            lambda: a[Cut(a, number)],
            lambda: a.__delitem__(Cut(a, number)),
            lambda: a.insert(Cut(a, number), 5),
            lambda: a.pop(Cut(a, number)) if kind is not deque else None,
            lambda: a.index(4, Cut(a, number)),
            lambda: a.index(4, 0, Cut(a, number)),
            lambda: a[Cut(a, number) :] if kind is not deque else None,
            lambda: a * Cut(a, 3) if kind is not array else None,
            lambda: a.rotate(Cut(a, number)) if kind is deque else None,
        ):
            a = make(kind)
            show(action)
            print(len(a))
