# id, callable and object.
a, b = [], []
print(id(a) == id(a), id(a) == id(b), type(id(a)).__name__, id(None) == id(None), id(len) == id(len))
before = id(a)
junk = [[i] for i in range(200)]
junk = None
more = [[i] for i in range(200)]
print(id(a) == before)
print(callable(len), callable(5), callable(int), callable(lambda: 0), callable("".upper), callable(object()))
o = object()
print(o == o, o == object(), o != object(), type(o) is object, isinstance(o, object), {o: 1}[o], repr(o).startswith("<object object at 0x"))
try:
    o.x = 1
except AttributeError as e:
    print(str(e).split(" and no ")[0])
try:
    object(1)
except TypeError as e:
    print(e)
