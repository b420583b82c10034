# Attributes, items and slices as targets.
class C: pass
o = C()
d = {}
a = [1, 2, 3]
o.x, d["k"], a[0] = 1, 2, 3
print(o.x, d, a)
o.x = d["j"] = a[1] = "s"
print(o.x, d, a)
[o.y, (d[1, 2], a[-1])] = 5, (6, 7)
print(o.y, d, a)
for o.i in range(3): pass
print(o.i)
for d["loop"], a[0] in [(1, 2), (3, 4)]: pass
print(d, a)
o.list = [1]
o.list[0] = o.list
print(o.list[0][0][0] is o.list)
o.z, *o.rest = "abc"
print(o.z, o.rest)
