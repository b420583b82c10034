# Objects as __call__ of others; one that leads to itself ends with RecursionError.
class A:
    pass


class B:
    def __call__(self, x):
        return x + 1


A.__call__ = B()
print(A()(3))
A.__call__ = A()
try:
    A()()
except RecursionError as error:
    print(type(error).__name__)


class M(type):
    pass


class C(metaclass=M):
    def __init__(self):
        self.x = 1


M.__call__ = C()
B.__call__ = len
print(callable(A()), B()([1, 2]) if False else "done")
