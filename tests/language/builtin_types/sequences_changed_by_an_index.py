# boards: virtual
# What an `__index__` does to the sequence counts: bounds are taken afterwards, the value last.
from array import array


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Clears:
    def __index__(self):
        del a[:]
        return 990


class Says:
    def __init__(self, n=0):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n

    def __iter__(self):
        print("iter")
        return iter((7, 8))


def set_item(key, value):
    a[key] = value
    return a


def delete_item(key):
    del a[key]
    return a


for make in (lambda: list(range(1000)), lambda: bytearray(1000)):
    for action in (
        lambda: a[0 : Clears()],
        lambda: set_item(slice(0, Clears()), [1]),
        lambda: delete_item(slice(0, Clears())),
        lambda: a[Clears()],
        lambda: set_item(Clears(), 1),
        lambda: delete_item(Clears()),
    ):
        a = make()
        show(action)

a = array("i", range(1000))
show(lambda: a[0 : Clears()])

for value in (5, None, Says(), b"xy"):
    for step in (0, 1, 2, -2):
        a = [1, 2, 3]
        show(lambda: set_item(slice(Says(0), Says(3), Says(step)), value))
a = bytearray(b"abc")
show(lambda: set_item(slice(Says(0), Says(3), Says(0)), None))
show(lambda: set_item(slice("a", 1), [1]))
