# Class bodies see globals and enclosing functions, but their names are hidden from methods.
x = "global"
class A:
    x = "class"
    seen = x
    def m(self): return x
    y = [x for _ in range(1)]
print(A.seen, A().m(), A.x)
def outer():
    x = "enclosing"
    class B:
        seen = x
        def m(self): return x
    class C:
        x = x + "!"
        def m(self): return x
    return B.seen, B().m(), C.x, C().m()
try:
    print(outer())
except NameError as e:
    print(type(e).__name__)
class D:
    if True:
        z = 1
    else:
        w = 2
    del z
print(hasattr(D, "z"), hasattr(D, "w"))
class E:
    x = x
    print("in class", x)
print(E.x)
