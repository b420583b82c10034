# Which built-in types can be derived from with slots.
class Tagged(frozenset):
    __slots__ = ("tag", "__dict__")


class Named(dict):
    __slots__ = ("title",)


t = Tagged([1, 2])
t.tag = "a"
t.other = 3
print(sorted(t), t.tag, t.other, len(t))
n = Named(a=1)
n.title = "n"
print(n, n.title)
for base in (int, tuple, bytes, str, float, frozenset, list):
    try:
        type("T", (base,), {"__slots__": ("x",)})
        print(base.__name__, "ok")
    except TypeError as error:
        print(error)
