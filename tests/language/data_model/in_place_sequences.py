# boards: virtual
"""`*=` of sequences and classes whose methods do not know: who is asked, how often, what is said."""


class Right:
    def __rmul__(self, other):
        print("rmul", other)
        return NotImplemented


class Both(list):
    def __mul__(self, other):
        print("mul")
        return NotImplemented

    def __rmul__(self, other):
        print("rmul", other)
        return NotImplemented


class Own(list):
    def __imul__(self, other):
        print("imul")
        return NotImplemented


class Left:
    def __repr__(self):
        return "Left"

    def __imul__(self, other):
        print("imul")
        return NotImplemented

    def __rmul__(self, other):
        return self


class Items(list):
    def __divmod__(self, other):
        return self


class Data(bytearray):
    def __mul__(self, other):
        print("mul")
        return NotImplemented


def tried(left, right):
    try:
        left *= right
        print(left)
    except TypeError as e:
        print(e)


for left in ([1], (1,), "a", b"a", bytearray(b"a"), Both([1]), Items([2]), Left(), Data(b"a"), 2):
    for right in (Right(), 1.5, 2, None, Items([3]), Both([4]), Data(b"c"), "s", object()):
        print(type(left).__name__, type(right).__name__)
        tried(left, right)
