# quick
# getattr, setattr, hasattr, delattr.
class A:
    x = 1
a = A()
print(getattr(a, "x"), getattr(a, "y", "default"), getattr(a, "y", None), hasattr(a, "x"), hasattr(a, "y"), getattr([1], "append") is not None, hasattr("", "upper"), hasattr(5, "nothing"))
setattr(a, "y", 2)
setattr(A, "z", 3)
print(a.y, a.z, hasattr(a, "z"))
delattr(a, "y")
print(hasattr(a, "y"))
setattr(a, "not an identifier", 5)
print(getattr(a, "not an identifier"))
name = "".join(["dy", "namic"])
setattr(a, name, 1)
print(a.dynamic, getattr(a, "dyna" + "mic"))
for f in (lambda: getattr(a, "q"), lambda: delattr(a, "q"), lambda: getattr(a, 5), lambda: hasattr(a, None), lambda: setattr(a, 5, 5), lambda: setattr(5, "x", 1)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, str(e).split(" and no ")[0])
