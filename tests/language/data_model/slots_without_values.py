# boards: virtual
# Attributes of __slots__ that have no value, also through super().


def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


class X:
    __slots__ = ("a",)


x = X()


def setx():
    del x.a


show(lambda: x.a)
show(setx)


def f():
    class Y:
        __slots__ = ("a",)

    y = Y()
    show(lambda: y.a)

    class Z(Y):
        @property
        def p(self):
            return self.a

    show(lambda: Z().a)
    show(lambda: super(Z, Z()).a)
    show(lambda: Z().p)
    show(lambda: hasattr(y, "a"))
    show(lambda: getattr(y, "a", 5))


f()
print(str.join.__qualname__, [].append.__qualname__, len.__qualname__)
