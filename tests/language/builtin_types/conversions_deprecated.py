# boards: virtual
import re
import warnings


class Int(int):
    pass


class Float(float):
    pass


class Complex(complex):
    pass


class Odd:
    def __int__(self):
        return Int(3)

    def __index__(self):
        return True

    def __float__(self):
        return Float(1.5)

    def __complex__(self):
        return Complex(1j)


class Cut:
    def __init__(self, value):
        self.value = value

    def __trunc__(self):
        return self.value


class Indexed:
    def __index__(self):
        return 5


def shown(function):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        try:
            result = function()
        except TypeError as error:
            result = error
    print(repr(result), type(result).__name__, [str(warning.message) for warning in log])


shown(lambda: int(Odd()))
shown(lambda: float(Odd()))
shown(lambda: complex(Odd()))
shown(lambda: [1, 2][Odd()])
shown(lambda: int(Cut(4)))
shown(lambda: int(Cut(Indexed())))
shown(lambda: int(Cut("no")))
shown(lambda: re.sub("a", "b", "aaa", 2))
shown(lambda: re.sub("a", "b", "aaa", count=2))
print("é".encode("utf-8-sig"), b"\xef\xbb\xbfa\xef\xbb\xbf".decode("utf-8-sig"), slice(1).__hash__() == hash(slice(1)))


class Bytes:
    def __bytes__(self):
        return b"own"


print(b"%b|%s" % (Bytes(), Bytes()), b"%b" % memoryview(b"view"))
for spec in "__", ",,", ",_":
    try:
        format(1, spec)
    except ValueError as error:
        print(error)
