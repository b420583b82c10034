"""Sequences take as index whatever has __index__, and ask it once."""


class Place:
    def __init__(self, place):
        self.place = place

    def __index__(self):
        print("asked", end=" ")
        return self.place


for owner in (b"abc", bytearray(b"abc"), "abc", (1, 2, 3), [1, 2, 3], range(5, 8)):
    print(owner[Place(1)], owner[Place(-1)], owner[Place(0) : Place(2)])
    for bad in (Place(7), 1.5, None, "x", object()):
        try:
            print(owner[bad])
        except (IndexError, TypeError) as error:
            print(type(error).__name__, error)
