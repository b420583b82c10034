# quick
# Class bodies run like functions; inheritance; class attributes.
class A:
    """doc"""
    x = 1
    y = x + 1
    values = [i for i in range(3)]
    if y == 2:
        def m(self): return "m" + str(self.x)
    for z in range(2): pass
    def f(a): return a
    w = f(5)
print(A.x, A.y, A.values, A().m(), A.z, A.w, A.__name__)
class B(A):
    x = 10
    def n(self): return self.m() + "n"
print(B().n(), B.y, B.__name__, B.__bases__[0] is A, issubclass(B, A), isinstance(B(), A))
b = B()
b.x = 5
print(b.m(), B.x, A.x, type(b) is B, b.__class__ is B)
class C(B): pass
print(C().n(), C.__mro__[1] is B, len(C.__mro__))
A.late = lambda self: "late"
print(b.late())
class Empty: pass
e = Empty()
e.a, e.b, e.c = 1, 2, 3
print(e.a, e.b, e.c, sorted(e.__dict__.items()))
def make(n):
    class Local:
        number = n
        def get(self): return n
    return Local
print(make(1).number, make(2)().get(), make(1) is make(1))
class Outer:
    class Inner:
        v = 7
    def make(self): return Outer.Inner()
print(Outer().make().v, Outer.Inner.__name__)
try:
    class Bad(5): pass
except TypeError:
    print("TypeError")
class WithObject(object): pass
print(WithObject.__bases__)
