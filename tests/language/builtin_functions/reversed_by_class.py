# `reversed` asks the class first, also one that derives from a built-in type.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class D(dict):
    def __reversed__(self):
        return iter("ba")


class L(list):
    def __reversed__(self):
        return iter("ba")


class N(dict):
    __reversed__ = None


class Odd:
    def __reversed__(self):
        return 3


attempt(lambda: list(reversed(D())))
attempt(lambda: list(reversed(L())))
attempt(lambda: list(reversed(N())))
attempt(lambda: reversed(Odd()))
attempt(lambda: list(reversed({1: 2, 3: 4})))
