# quick
# super() in methods of several levels.
class A:
    def __init__(self, x):
        self.x = x
    def f(self): return ["A"]
    def g(self): return "A.g"
class B(A):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
    def f(self): return super().f() + ["B"]
class C(B):
    def f(self): return super().f() + ["C"]
    def g(self): return super().g() + "+"
    def deep(self):
        def inner(): return super(C, self).g()
        return inner()
    def closure(self):
        return (lambda: super(B, self).f())()
c = C(1, 2)
print(c.x, c.y, c.f(), c.g(), c.deep(), c.closure())
print(super(C, c).f(), super(B, c).f())
class D(A):
    def f(self):
        s = super()
        return s.f() + s.f()
print(D(0).f())
try:
    class E(A):
        def f(self): return super().missing
    E(1).f()
except AttributeError as e:
    print(e)
class Cell(A):
    def who(self): return __class__.__name__
print(Cell(1).who())
