"""A comprehension in a class body sees the names around the class, not those of the class."""

y = 1
def f():
    y = 5
    class A:
        y = 2
        v = [(x, y) for x in range(2)]
        it = [x for x in [y]]
        n = [[y for a in [1]] for b in [y]]
        g = list((y for a in [1]))
        l = [(lambda: y)() for a in [1]]
        s = [__class__ for a in [1]] if 0 else 0
        k = [len(str(y)) for a in [1]]
        z = [w for q in [1] for w in [y]]
        c = [q for q in [1, 2] if q == y]
        d = {q: y for q in [1, 2]}
    print({k: v for k, v in vars(A).items() if k[0] != "_"})
f()
class B:
    y = 2
    v = [(x, y) for x in range(2)]
    t = [x for x in (lambda: y,)][0]()
    it = [x for x in [y]]
    n = [[y for a in [1]] for b in [y]]
    global gg
    gg = 4
    h = [gg for a in [1]]
    d = {q: y for q in [1, 2]}
print({k: v for k, v in vars(B).items() if k[0] != "_"})
def m():
    y = 3
    class C:
        nonlocal y
        y = 2
        vals = [(x, y) for x in range(2)]
    print(C.vals, y)
m()
try:
    class D:
        zz = 1
        w = [zz for a in [1]]
except NameError as e:
    print(e)
