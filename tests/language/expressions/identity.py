# is and is not.
a = []
b = a
c = []
print(a is b, a is c, a is not c, a == c)
print(None is None, True is True, True is not False, () is not None)
x = "name"
print(x is x, type(1) is int, type("") is str, type(None) is type(None))
print(Ellipsis is ..., NotImplemented is NotImplemented)
d = {}
d["a"] = a
print(d["a"] is a, [a][0] is a, (lambda z: z)(a) is a)
