# Class bodies: nonlocal and global names, __class__, names of enclosing functions.
def f():
    x = 1
    y = 5
    class C:
        nonlocal x
        x = x + 1
        y = 6
        def get(self): return x, y
        x += 10
    class D:
        nonlocal y
        for y in range(3): pass
        global gg
        gg = "global"
        del y
    try: print(y)
    except NameError as e: print(type(e).__name__, e)
    return x, hasattr(C, "x"), C.y
print(f(), gg)
def g():
    class C:
        def a(self): return __class__
        def b(self):
            def inner(): return super(__class__, self).__repr__()[:5], __class__.__name__
            return inner()
        @staticmethod
        def c(): return __class__
        d = lambda self: __class__
        def e(self): return [__class__ for _ in range(1)], list(__class__ for _ in range(1))
        def h(self):
            nonlocal __class__
            __class__ = 42
            return __class__
    i = C()
    print(i.a() is C, i.b(), C.c() is C, i.d() is C, i.e() == ([C], [C]), i.h(), i.a())
g()
class Base:
    def hi(self, *a): return "base", a
class Derived(Base):
    def hi(self, *a):
        def later(): return super(Derived, self).hi(1)
        return super().hi(*a), later(), [super(Derived, self).hi(i) for i in range(2)]
def outside():
    try: super()
    except RuntimeError as e: print(e)
    try: super().x
    except RuntimeError as e: print(e)
outside()
d = Derived()
print(d.hi(3));
def noarg():
    class Z:
        def f(): super()
    try: Z.f()
    except RuntimeError as e: print(e)
noarg()
x = "module"
def scopes():
    x = "function"
    class A:
        print(x)
        x = "class"
        print(x)
        l = [x for _ in (1,)] if False else [1]
        def m(self): return x
        del x
        print(x)
    class B:
        print(x)
        y = [q for q in x]
        z = lambda s: x
    return A().m(), B.y[0], B().z()
print(scopes())
class Outer:
    v = 1
    class Inner:
        try: w = v
        except NameError as e: w = str(e)
    lst = [v for _ in range(1)] if False else None
    tup = tuple(i for i in range(v + 2))
print(Outer.Inner.w, Outer.tup)
def own_global(x):
    class Foo:
        global x
        def get(self): return x
    return Foo().get()
print(own_global(6))
