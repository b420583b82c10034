# Attributes that `__slots__` names never get into `__dict__`.
class A:
    __slots__ = ("s", "t")

    def __init__(self):
        self.p = 1


class B(A):
    pass


b = B()
print(b.__dict__)
b.s = 5
print(sorted(b.__dict__), b.s)
b = B()
b.t = 3
print(b.__dict__)
b.s = 5
print(sorted(b.__dict__), b.s, b.t)
del b.s
try:
    b.s
except AttributeError as error:
    print(error)
print(b.t)
