# boards: virtual
# Adding and repeating sequences with objects that know neither.


def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


class C:
    pass


class L(list):
    pass


for a in ([], (), "", b"", bytearray(), L()):
    show(lambda: a + C())
    show(lambda: a * C())
    show(lambda: C() * a)
    show(lambda: C() + a)
    show(lambda: a + 5)
    show(lambda: a * "x")
    show(lambda: a * 2.0)
    show(lambda: 2.0 * a)

    def f():
        b = a
        b *= C()

    show(f)

    def f():
        b = a
        b += C()

    show(f)


class I(int):
    def __rand__(self, o):
        print("rand")
        return NotImplemented

    def __radd__(self, o):
        print("radd")
        return NotImplemented


show(lambda: 255 & I(3))
show(lambda: 1 + I(3))
show(lambda: 1.0 + I(3))
show(lambda: "1" + I(3))
show(lambda: 1 - I(3))
show(lambda: 2 @ (1 << 70))
show(lambda: 2 @ I(3))
show(lambda: (1 << 70) @ I(3))


class Stubborn(list):
    def __mul__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return NotImplemented


show(lambda: Stubborn() * 3)
