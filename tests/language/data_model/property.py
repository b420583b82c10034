# Properties, static and class methods.
class A:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): print("deleted")
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return cls.__name__, a
a = A()
a.x = 5
print(a.x, a.s(1), A.s(2), a.c(3), A.c(4))
del a.x
class B(A): pass
print(B.c(1), B().x)
