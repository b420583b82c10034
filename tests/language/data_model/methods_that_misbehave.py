# boards: virtual
# Special methods that are missing or return the wrong thing.


def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


class S:
    def __setitem__(self, k, v):
        pass


def f():
    del S()[0]


show(f)


class D:
    def __delitem__(self, k):
        pass


def f():
    D()[0] = 1


show(f)


class ML(list):
    def __setitem__(self, k, v):
        list.__setitem__(self, k, v)


m = ML([1, 2])
del m[0]
m[0] = 5
print(m)


class IT:
    def __init__(self, v):
        self.v = v

    def __iter__(self):
        return self.v


for v in (
    5,
    [],
    "x",
    IT(1),
    iter([1]),
    None,
    len,
    range(3),
    {}.keys(),
    reversed([1]),
    map(str, [1]),
    zip(),
):
    show(lambda: list(IT(v)))


class C: pass
class LN:
    def __init__(self, v):
        self.v = v

    def __len__(self):
        return self.v


for v in (1 << 70, -1, "x", True, 2.0, -(1 << 70)):
    show(lambda: len(LN(v)))
    show(lambda: bool(LN(v)))
show(lambda: type("A", (C, C), {}))


class A:
    pass


class B(A):
    pass


show(lambda: type("A", (A, B), {}))
