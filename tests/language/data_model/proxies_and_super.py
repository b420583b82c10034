# boards: virtual
# super() and isinstance() of objects that claim another class.


def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


class A:
    pass


class B(A):
    pass


class Proxy:
    def __init__(self, o):
        self.__o = o

    def __getattribute__(self, name):
        if name.startswith("_Proxy__"):
            return object.__getattribute__(self, name)
        return getattr(self.__o, name)


class K:
    def f(self):
        return "K.f"


class K2(K):
    def f(self):
        return super().f() + "2"


p = Proxy(K2())
print(isinstance(p, K), isinstance(p, K2), K2.f(p), super(K2, p).f(), p.__class__ is K2)


class T(type):
    def f(cls):
        return "T.f"


class M(metaclass=T):
    def f(cls):
        return super(T, M)


show(lambda: super(M, M).f)


class G:
    def __getattribute__(self, n):
        print("get", n)
        return object.__getattribute__(self, n)


g = G()
g.x = 1
print([n for n in dir(g) if n[0] != "_"], isinstance(g, G), isinstance(g, int))
print(super(B, B()), super(B))
