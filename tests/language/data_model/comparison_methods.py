# quick
# Rich comparison methods, their reflections and defaults.
class C:
    def __init__(self, v): self.v = v
    def __lt__(self, o): print("lt"); return self.v < o.v
    def __le__(self, o): print("le"); return self.v <= o.v
    def __eq__(self, o): print("eq"); return isinstance(o, C) and self.v == o.v
a, b = C(1), C(2)
print(a < b, a <= b, a == b, a != b, a > b, a >= b)
print(a == 1, 1 == a, a != None)
class D: pass
d = D()
print(d == d, d == D(), d != d, d != D(), d in [d])
try:
    d < D()
except TypeError as e:
    print(e)
class Odd:
    def __eq__(self, o): return "equal"
    def __ne__(self, o): return "unequal"
    def __lt__(self, o): return []
o = Odd()
print(o == 1, o != 1, o < 1, 1 == o, 1 > o)
if o == 2: print("truthy")
class NI:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
n = NI()
print(n == 1, n == n, n != n)
try:
    n < 1
except TypeError as e:
    print(e)
print(sorted([C(3), C(1), C(2)], key=lambda c: c.v)[0].v, max([C(1), C(5)], key=lambda c: c.v).v)
