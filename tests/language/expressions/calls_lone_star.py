# What one star is in front of is iterated when the call happens, behind the keywords.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def f(*a, **k):
    return a, k


class C:
    def __init_subclass__(cls, key):
        cls.key = key

    def m(self, *a, **k):
        return a, k


def told():
    print("begun")
    yield from range(3)


attempt(lambda: f(*told()))
attempt(lambda: f(*told(), k=print("keyword")))
attempt(lambda: f(*told(), *told()))
attempt(lambda: f(*told(), 4, x=5))
attempt(lambda: f(*told(), x=5, **{"y": 6}))
attempt(lambda: f(1, *told(), 4, x=5))
attempt(lambda: f(x=5, *[1]))
attempt(lambda: f(*[1, 2], **{"z": 3}, y=1))
attempt(lambda: f(x=1, *(1, 2), **{"z": 3}, y=1))
attempt(lambda: C().m(*(1, 2), **{"z": 3}, y=1))
attempt(lambda: C().m(*"ab", *"cd", 3))
attempt(lambda: C().m(x=3, *"ab"))
attempt(lambda: f(*[f(*[i]) for i in range(3)]))
attempt(lambda: max(*[3, 4]))
attempt(lambda: f(*[], *[], **{}))


class D(*(C,), key=1):
    pass


print(D.__mro__[1] is C, D.key)
