# boards: virtual
# What calls say about arguments that do not fit.
def f(*a, **k):
    return a, k


def g(p, /, a, b=1, *, x=2):
    return 1


class E:
    pass


class It:
    def __iter__(self):
        raise TypeError("mine")


def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


show(lambda: f(*5))
show(lambda: f(1, *5))
show(lambda: f(*E()))
show(lambda: f(*It()))
show(lambda: [*5])
show(lambda: [1, *E()])
show(lambda: (*It(),))
show(lambda: f(**5))
show(lambda: f(a=1, **5))
show(lambda: print(**5))
show(lambda: print(*5))
show(lambda: E(*5))
show(lambda: f(a=1, **{"a": 2}))
show(lambda: f(**{"a": 2}, **{"a": 3}))
show(lambda: f(**{1: 2}))
show(lambda: "".join(*5))
show(lambda: "".join(**5))
show(lambda: g(1, 2, 3, 4))
show(lambda: g(1, 2, 3, 4, 5, x=3))
show(lambda: g(1, 2, 3, 4, y=3))
show(lambda: g(1, 2, 3, 4, a=3))
show(lambda: g(p=1, a=2, z=4))
show(lambda: g(z=1, p=2))
show(lambda: (lambda a: a)(1, 2))
show(lambda: (lambda a=1: a)(1, 2))
show(lambda: (lambda: a)(1))
show(lambda: (lambda *, a: a)(1, a=3))
show(lambda: (lambda *, a, b: a)(1, 4, a=3, b=2))


def u(v):
    a, b = v


def w(v):
    a, *b = v


for v in (5, None, E(), It(), len):
    show(lambda: u(v))
    show(lambda: w(v))
