# repr, str, ascii and format of everything.
for v in (1, -1, 1.5, "a'b", "é", b"x", None, True, [1, "a"], (1,), {"k": [None]}, range(3), slice(1), ...):
    print(repr(v), str(v), ascii(v), format(v))
print(str(), repr(""), str(object=5), ascii("\u20ac\n"))
