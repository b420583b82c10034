# Classes and instances with many attributes; order of creation differs between instances.
class M: pass
def fill(names):
    m = M()
    for n in names: setattr(m, n, n * 2)
    return m
names = ["a", "bb", "ccc", "d", "e", "f", "g", "h", "i", "j", "k", "l"]
p, q = fill(names), fill(reversed(names))
print([getattr(p, n) == getattr(q, n) for n in names])
print(list(p.__dict__) == names, list(q.__dict__)[0])
del p.e
print(hasattr(p, "e"), hasattr(q, "e"), p.f, p.l)
p.e = "back"
print(p.e, list(p.__dict__)[-1])
for i in range(30): setattr(M, "class%d" % i, i)
print(M.class0, p.class29, q.class15)
# Deleting moves what was added later down, wherever the values lie; then they grow again.
for victims in ([0], [3], [2, 4], [5, 0, 1], [0, 1, 2, 3, 4, 5], [1, 1]):
    m = M()
    for i in range(6): setattr(m, "v%d" % i, i * 10)
    for i in victims:
        try: delattr(m, "v%d" % i)
        except AttributeError: print("gone")
    print(m.__dict__, [getattr(m, "v%d" % i, None) for i in range(6)])
    for i in victims: setattr(m, "v%d" % i, i * 100)
    m.late = "late"
    print(m.__dict__)
class Error(Exception): pass
error = Error("x")
for i in range(4): setattr(error, "e%d" % i, i)
del error.e1, error.e3
error.e1 = "again"
print(error.__dict__, error.args)
class One: pass
one = One()
one.a = 1
del one.a
one.b, one.c = 2, 3
del one.b
print(one.__dict__, hasattr(one, "a"))
