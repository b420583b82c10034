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
print(p.e)
for i in range(30): setattr(M, "class%d" % i, i)
print(M.class0, p.class29, q.class15)
