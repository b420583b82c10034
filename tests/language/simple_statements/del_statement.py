# Deleting names, items, attributes and several at once.
x = 1
del x
try:
    x
except NameError as e:
    print(e)
a = [1, 2, 3, 4]
del a[0], a[-1]
print(a)
d = {1: 2, 3: 4}
del d[1]
print(d)
try:
    del d[1]
except KeyError as e:
    print("KeyError", e)
def f():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError:
        return "unbound"
print(f())
def g():
    z = 1
    del z
    z = 2
    return z
print(g())
p = q = r = 0
del p, (q, [r])
class C:
    a = 1
    b = 2
    del a
print(hasattr(C, "a"), C.b)
del C.b
print(hasattr(C, "b"))
try:
    del C.b
except AttributeError:
    print("AttributeError")
try:
    del undefined_name
except NameError as e:
    print(e)
