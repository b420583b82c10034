# Attribute access stays right while classes and instances change under it.
class P:
    def __init__(self, x): self.x = x
def read(o): return o.x
class Q:
    x = "class attribute"
class R:
    def __init__(self):
        self.a = 1
        self.x = "second slot"
class S:
    def __getattr__(self, n): return "computed"
objects = [P(1), Q(), R(), P("text"), S() if False else Q()]
for turn in range(3): print([read(o) for o in objects])
q = objects[1]
q.x = "own"
print(read(q), Q.x)
del q.x
print(read(q))
Q.x = "changed"
print(read(q))
P.x = "on the class"
print(read(objects[0]), P.x)
del objects[0].x
print(read(objects[0]))
def call(o): return o.m()
class A:
    def m(self): return "A.m"
class B(A): pass
a, b = A(), B()
print(call(a), call(b))
B.m = lambda self: "B.m"
print(call(a), call(b))
a.m = lambda: "own m"
print(call(a), call(b))
del B.m
print(call(b))
A.m = len if False else (lambda self: "new A.m")
print(call(b), call(A()))
def store(o, v): o.value = v
for o in (a, b, P(0), Q(), a, b): store(o, 5)
print(a.value, b.value)
