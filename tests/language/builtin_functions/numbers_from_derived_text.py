# boards: virtual
# What int, float and bytes make of classes that derive from str and bytes.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Index(str):
    def __index__(self):
        return 1


class Trunc(str):
    def __trunc__(self):
        return 9


class Both(str):
    def __int__(self):
        return 7

    def __float__(self):
        return 7.5


class Data(bytes):
    def __index__(self):
        return 1


for value in Index("12"), Trunc("12"), Both("12"), Data(b"12"), Data():
    attempt(lambda: int(value))
    attempt(lambda: float(value))
    attempt(lambda: bytes(value))
    attempt(lambda: bytearray(value))
    attempt(lambda: range(value))
