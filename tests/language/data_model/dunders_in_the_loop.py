# Methods of operators, subscripts, properties and iterators run in the same loop as their caller.
# boards: virtual
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if isinstance(o, V): return V(self.x + o.x)
        return NotImplemented
    def __radd__(self, o): return ("radd", o, self.x)
    def __iadd__(self, o): self.x += 100; return self
    def __mul__(self, o): return NotImplemented
    def __getitem__(self, i):
        if i > 3: raise IndexError("end")
        return i * self.x
    def __setitem__(self, i, v): self.set = (i, v)
    def __lt__(self, o): return self.x < o.x
    @property
    def double(self): return self.x * 2
    @property
    def bad(self): raise ValueError("bad")
    def __repr__(self): return f"V({self.x})"
class W(V):
    def __radd__(self, o): return "W first"
a, b = V(1), V(2)
print(a + b, a + W(5), 5 + a, a[2], a.double)
a += 1; print(a)
a[1] = 3; print(a.set)
for e in ("a + 'x'", "a * 2", "a * b", "a[9]", "a.bad", "a - b", "a @ 1"):
    try: print(eval(e))
    except Exception as x: print(type(x).__name__, x)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
def run():
    t = 0
    for i in It(5):
        for j in It(i):
            t += j
            if j == 1: continue
        else: t += 100
    return t
print(run(), [x for x in It(3)], sum(It(4)), list(It(3)), max(It(4)))
class Bad:
    def __iter__(self): return self
    def __next__(self): raise KeyError("boom")
try:
    for q in Bad(): pass
except KeyError as x: print("KeyError", x)
class Inner:
    def __iter__(self): return self
    def __next__(self):
        try: raise ValueError
        except ValueError: raise StopIteration
for q in Inner(): print("never")
else: print("else")
def gen():
    for i in It(3): yield i
print(list(gen()))
class Closure:
    def __add__(self, o):
        def f(): return o
        return f
print((Closure() + 4)())
class G:
    def __add__(self, o): yield o
print(list(G() + 1))
class R:
    def __init__(self, n): self.n = n
    def __add__(self, o):
        return self.n if self.n == 0 else R(self.n - 1) + o + 1 if False else (R(self.n - 1) + o)
print(R(300) + 1)
class Wrong:
    def __add__(self): return 1
    def __next__(self, x): return 1
    def __iter__(self): return self
try: Wrong() + 1
except TypeError as x: print(x)
try:
    for i in Wrong(): pass
except TypeError as x: print(x)
class Early:
    def __iter__(self): return self
    def __next__(self): return 1
def stop():
    for i in Early():
        return i
print(stop())
x = V(3)
def local():
    y = V(4)
    z = y + x
    y += 1
    return z, y, y[1], y.double, y < x, x < y
print(local())
class P2:
    __slots__ = ("v",)
    def __init__(self): self.v = 2
    @property
    def w(self): return self.v + 1
print(P2().w, sum(P2().w for _ in range(4)))
class N:
    def __eq__(self, o): return NotImplemented
    def __sub__(self, o): return NotImplemented
    __isub__ = __sub__
    def __rsub__(self, o): return "rsub"
class N2(N): pass
class N3:
    def __rsub__(self, o): return "n3"
n = N(); n -= N3(); print(n)
n = N()
try: n -= N()
except TypeError as x: print(x)
