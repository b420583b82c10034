# Functions have names, and attributes of their own.
def f(a, b=1): "doc"
f.x = 5
f.y = [1]
print(f.x, f.y, f.__name__, hasattr(f, "z"))
del f.x
print(hasattr(f, "x"))
def counter():
    counter.n += 1
    return counter.n
counter.n = 0
counter(); counter()
print(counter.n)
g = f
g.shared = 1
print(f.shared)
class A:
    def m(self): pass
print(A.m.__name__, A().m.__name__, (lambda: 0).__name__, len.__name__)
f.__name__ = "renamed"
print(f.__name__)
try:
    len.x = 1
except AttributeError as e:
    print("AttributeError")
