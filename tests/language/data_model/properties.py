# Properties: getters, setters, deleters, inheritance, errors.
class T:
    def __init__(self): self._c = 20.0
    @property
    def f(self): return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): self._c = None
    ro = property(lambda self: "read only")
t = T()
print(t.f, t.ro)
t.f = 212
print(t._c)
t.f += 18
print(t._c, t.f)
del t.f
print(t._c)
for g in (lambda: setattr(t, "ro", 1), lambda: delattr(t, "ro")):
    try:
        g()
    except AttributeError as e:
        print("AttributeError")
class U(T):
    @property
    def f(self): return "U " + str(super().f)
print(U().f, hasattr(U(), "f"), "f" in U().__dict__)
class E:
    @property
    def bad(self): raise ValueError("in getter")
    @property
    def missing(self): raise AttributeError("inner")
try:
    E().bad
except ValueError as e:
    print(e)
print(hasattr(E(), "missing"), getattr(E(), "missing", "default"))
print(T.f is T.f, type(T.f).__name__)
