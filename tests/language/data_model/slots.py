# __slots__ leave no room for others.
class P:
    __slots__ = ("x", "y")
p = P()
p.x = 1
try:
    p.z = 2
except AttributeError as e:
    print(e)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"))
