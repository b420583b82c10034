# Reflected operator methods, and which side goes first.
class R:
    def __radd__(self, o): return ("radd", o)
    def __rsub__(self, o): return ("rsub", o)
    def __rmul__(self, o): return ("rmul", o)
    def __rtruediv__(self, o): return ("rtruediv", o)
    def __rfloordiv__(self, o): return ("rfloordiv", o)
    def __rmod__(self, o): return ("rmod", o)
    def __rpow__(self, o): return ("rpow", o)
    def __rlshift__(self, o): return ("rlshift", o)
    def __rrshift__(self, o): return ("rrshift", o)
    def __rand__(self, o): return ("rand", o)
    def __ror__(self, o): return ("ror", o)
    def __rxor__(self, o): return ("rxor", o)
r = R()
print(1 + r, 1 - r, 1 * r, 1 / r, 1 // r, 1 % r, 1 ** r)
print(1 << r, 1 >> r, 1 & r, 1 | r, 1 ^ r)
print("s" + r, [1] + r, None + r, 1.5 * r)
class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
class B(A):
    def __radd__(self, o): return "B.radd"
print(A() + A(), A() + B(), B() + A(), 1 + A())
class Refuses:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
try:
    Refuses() + 1
except TypeError as e:
    print(e)
print((Refuses() + r)[0])
try:
    1 + Refuses()
except TypeError as e:
    print(e)
