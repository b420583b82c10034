# Annotated assignments: with and without a value.
x: int = 5
y: str
z: list = [1]
print(x, z)
try:
    y
except NameError as e:
    print(e)
def f(a: int, b: "text" = 2, *c: int, d: int = 3, **e: dict) -> list:
    local: int = a
    other: str
    return [local, b, c, d, e]
print(f(1, 5, 6, d=7, z=8))
class C:
    attr: int = 4
    bare: str
print(C.attr, hasattr(C, "bare"))
o = C()
o.attr: int = 9
d = {}
d["k"]: int = 1
print(o.attr, d)
(p): int = 3
print(p)
