# boards: virtual
# What the integer and character kinds of `%` make of classes.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class A(str):
    def __float__(self):
        return 1.5


class B(str):
    def __index__(self):
        return 4


class C(str):
    def __int__(self):
        return 4.5


class D:
    def __float__(self):
        return 1.5


class E:
    def __int__(self):
        return 5


for value in A("7"), A(""), B("7"), C("7"), D(), E(), A("x"), "7", None:
    attempt(lambda: "%d" % value)
    attempt(lambda: "%x" % value)
    attempt(lambda: "%i %s" % (value, 1))
attempt(lambda: b"%c%c" % (True, 65))
attempt(lambda: "\t".expandtabs(10**18))
