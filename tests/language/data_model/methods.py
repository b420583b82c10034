# quick
# Bound and unbound methods.
class A:
    def __init__(self, n): self.n = n
    def get(self): return self.n
    def add(self, x, y=1): return self.n + x + y
a, b = A(1), A(2)
m = a.get
print(m(), b.get(), A.get(b), m.__self__ is a, a.get == a.get, a.get == b.get)
print(a.add(5), a.add(5, y=2), A.add(a, 5), list(map(a.add, [1, 2])))
a.get = lambda: "instance attribute"
print(a.get(), A.get(a), b.get())
A.extra = lambda self: ("extra", self.n)
print(b.extra())
fs = [b.get, b.add]
print(fs[0](), fs[1](1))
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(str(e).replace("A.", ""))
attempt(lambda: b.get(1))
attempt(lambda: b.add())
attempt(lambda: A())
attempt(lambda: A(1, 2))
print([].append.__name__, "x".upper(), str.upper("y"), list.append)
up = "abc".upper
print(up(), list(map(str.upper, ["a", "b"])), list(map("-".join, [["a", "b"]])))
