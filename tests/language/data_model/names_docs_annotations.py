# boards: virtual
# Annotations, docstrings, qualified names and what functions tell about themselves.
"""The module's text."""
x: int = 5
y: "later"
(z): float = 2.5
class C:
    "Class text."
    a: int
    b: str = "b"
    __p: list[int] = []
    def m(self, q: int, *args: str, k: "K" = 3, **kw: dict) -> bool:
        """Method text."""
        loc: undefined = 1
        other: also_undefined
        return loc
    class Inner:
        def n(self):
            def deep(): pass
            return deep, lambda: 0, (i for i in ())
    lam = lambda self: 1
print(__doc__, __annotations__, x, z)
print(C.__doc__, C.__annotations__, C.m.__annotations__, C.m.__doc__)
print(C().m(1), C.m.__qualname__, C.Inner.__qualname__, C.Inner.n.__qualname__, [f.__qualname__ for f in C.Inner().n()], C.lam.__qualname__)
def f(a, b=2, /, c: int = 3, *, d=4, e): pass
print(f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__doc__, f.__module__, f.__name__, f.__globals__ is globals())
f.__defaults__ = (9,)
f.__doc__ = "set"
f.__name__ = "renamed"
f.__qualname__ = "Q.renamed"
print(f.__defaults__, f.__doc__, f.__name__, f.__qualname__)
def call(g, *a, **k):
    try: g(*a, **k)
    except TypeError as e: print(e)
call(f); call(f, 1, 2, 3, 4); call(f, 1, e=2, zz=3); call(f, 1, 2, 3, c=4, e=3)
call(C().m); call(C().m, 1, q=2); call(C.m); call(C.Inner.n, 1, 2)
def outer():
    def inner(x): pass
    class L:
        def __init__(self, v): pass
    call(inner); call(L); call(L, 1, 2, 3)
    global G
    class G:
        def h(self): pass
    def gen(): yield
    print(repr(gen()).split(" at ")[0], L.__qualname__, G.__qualname__, G.h.__qualname__, repr(L)[:40])
    print(repr(inner).split(" at ")[0], repr(L(1).__init__)[:48])
outer()
class D:
    __doc__ = "assigned"
class E: pass
class F:
    'one' 'two'
def g1(): "doc"; return 1
def g2():
    pass
    "not doc"
def g3():
    b"bytes"
def g4():
    f"no"
def g5():
    "x"
    return "x"
def g6(x):
    "x"
print(D.__doc__, E.__doc__, F.__doc__, g1.__doc__, g1(), g2.__doc__, g3.__doc__, g4.__doc__, g5.__doc__, g5(), g6.__doc__)
class A2:
    def __getitem__(self, k): return self
    def __setitem__(self, k, v): print("set", k, v)
t = A2()
t.attr: print("annotation") = print("value")
t[1]: print("a2") = "v"
u: int; v: str = "s"
print(__annotations__)
exec("w: int = 4\nprint(__annotations__)", {})
for s in ("def f():\n global x\n x: int", "a, b: int", "[a]: int", "(a, b): int = 1", "f(): int", "1: int", "x: int: int", "from __future__ import nope", "def f(x: (yield)): pass"):
    try: compile(s, "s", "exec"); print("ok", s)
    except SyntaxError as e: print(e.msg)
ns = {}
exec('''from __future__ import annotations
a: Undefined[int]  = 1
def f(x: No | None, *args: Such, k: \'quoted\' = 1, **kw : Name ) -> Type: pass
class C:
    z: Later
''', ns)
print(ns["__annotations__"], ns["f"].__annotations__, ns["C"].__annotations__)
