# What __slots__ refuses, and slots in derived classes.
class S:
    __slots__ = ("a", "__b")
    def __init__(self): self.a = 1; self.__b = 2
    def g(self): return self.__b
s = S(); print(s.a, s.g(), S.a)
try: s.z = 1
except AttributeError as e: print(e)
try: s.__dict__
except AttributeError as e: print(e)
del s.a
try: s.a
except AttributeError as e: print(e)
class A:
    __slots__ = "one"
class B(A):
    __slots__ = ("two", "__dict__")
class C(A):
    pass
class D(A):
    __slots__ = []
b = B()
b.one = 1
b.two = 2
b.three = 3
print(b.one, b.two, b.__dict__, B.__slots__, A.__slots__)
c = C()
c.other = 1
c.one = 5
print(c.__dict__, c.one)
d = D()
d.one = 1
for statement in ("d.two = 2", "d.__dict__", "del d.nothing", "del d.one; d.one", "object().x = 1"):
    try:
        exec(statement)
    except AttributeError as error:
        print(error)
for body in (
    {"__slots__": [1]},
    {"__slots__": ["1x"]},
    {"__slots__": ["a"], "a": 1},
):
    try:
        type("X", (), body)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
class T(tuple):
    __slots__ = ()
t = T((1, 2))
print(t)
try:
    t.x = 1
except AttributeError as error:
    print(error)
try:
    type("Y", (tuple,), {"__slots__": ["a"]})
except TypeError as error:
    print(error)
class W:
    __slots__ = ("a",)
    a_default = 3
    def __init__(self):
        self.a = 1
w = W()
try:
    w.a_default = 4
except AttributeError as error:
    print(error)
print(repr(W.a))
