# boards: virtual
# python: 3.12
"""Bounds and values of aliases in a class body see the names of the class; private names."""


class Outer:
    class Inner:
        pass

    kind = int
    type Plain = kind
    type Table[T] = dict[T, Inner]
    type Later = added

    def method[T: kind](self, a: Inner, b: T = 3) -> Plain:
        return T

    class Derived[T](Inner):
        item: T


print(Outer.Plain.__value__, Outer.Table.__value__, Outer.method.__annotations__)
print(Outer.method.__type_params__[0].__bound__, Outer.Derived.__annotations__, Outer().method(1))
try:
    Outer.Later.__value__
except NameError as error:
    print(error)


class Private[__T: (int, str)]:
    own = __T

    def method(self):
        return __T

    def generic[__U](self, __v: __U):
        return __U


print(Private.own, Private().method(), Private.__type_params__, Private().generic(1))
print(Private.__type_params__[0].__name__, Private.__type_params__[0].__constraints__)

T = "global"


class Both:
    T = "class"
    type Alias = T
    type Called = (lambda: T)()

    def method[U](self, a: T):
        return T

    def bound[U: T](self):
        pass


print(Both.method.__annotations__, Both().method(1), Both.Alias.__value__)
print(Both.bound.__type_params__[0].__bound__, Both.Called.__value__)


def function():
    local = "local"

    class Local:
        attribute = "attribute"
        type Pair = (local, attribute, T)

    return Local


print(function().Pair.__value__)
