# In-place methods, and the fall back to the plain operator.
class Acc:
    def __init__(self, v): self.v = v
    def __iadd__(self, o):
        self.v += o
        return self
    def __isub__(self, o):
        return Acc(self.v - o)
    def __mul__(self, o):
        return Acc(self.v * o)
a = b = Acc(1)
a += 5
print(a.v, a is b)
a -= 2
print(a.v, b.v, a is b)
a *= 3
print(a.v)
class NotImpl:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "added"
n = NotImpl()
n += 1
print(n)
class OnlyR:
    def __radd__(self, o): return ("radd", o)
x = 3
x += OnlyR()
print(x)
class Item:
    def __getitem__(self, k):
        print("get", k)
        return 1
    def __setitem__(self, k, v):
        print("set", k, v)
i = Item()
i["a"] += 4
