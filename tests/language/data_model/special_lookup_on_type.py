# Operators look at the class, not at the instance.
class A: pass
a = A()
a.__len__ = lambda: 5
a.__add__ = lambda o: "added"
a.__call__ = lambda: "called"
a.__str__ = lambda: "text"
a.__getitem__ = lambda i: i
for f in (lambda: len(a), lambda: a + 1, lambda: a(), lambda: a[0]):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(str(a) == "text", a.__len__())
A.__len__ = lambda self: 7
A.__call__ = lambda self, x=0: ("class call", x)
print(len(a), a(3))
