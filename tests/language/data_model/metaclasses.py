# Metaclasses: __prepare__, __new__, __init__, __call__ and the dunder methods of classes.
class M(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, bases, sorted(kw))
        cls = super().__new__(mcs, name, bases, ns)
        cls.made = True
        return cls
    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print("call", cls.__name__, a)
        return super().__call__(*a)
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name)
        return {"pre": 1}
    def __len__(cls): return 3
    def __iter__(cls): return iter((1,2))
    def __getitem__(cls, k): return k
    def __contains__(cls, k): return k == 1
    def __repr__(cls): return f"<M {cls.__name__}>"
    def method(cls): return "m " + cls.__name__
    @property
    def prop(cls): return 5
    def __instancecheck__(cls, x): return x == 7
    def __subclasscheck__(cls, x): return x is int
class C(metaclass=M, flag=1):
    def __init__(self, x=0): self.x = x
    def m(self): return __class__
c = C(4)
print(c.x, C.pre, C.made, len(C), list(C), C["k"], 1 in C, C, C.method(), C.prop, type(C), isinstance(7, C), issubclass(int, C))
class D(C): pass
print(type(D), D().m(), D.__mro__)
print(M("X", (), {"a": 1}).a)
try:
    class N(type): pass
    class E(C, metaclass=N): pass
except TypeError as e: print(e)
def meta(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != "_"))
class F(metaclass=meta): x = 1
print(F)
class Sub:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag
class T(Sub, tag="t"): pass
print(T.tag)
try:
    class U(Sub, other=1): pass
except TypeError as e: print(e)
class ME:
    def __mro_entries__(self, bases): return (dict,)
class V(ME()): pass
print(V.__bases__, len(V.__orig_bases__))
t = type("Dyn", (P,), {"v": 3}); print(t, t().v, t.__name__)
P.__name__ = "Renamed"; print(P.__name__, P)
try: object(1)
except TypeError as e: print(e)
try: P(1)
except TypeError as e: print(e)
class W:
    def __init__(self): super().__init__(1)
try: W()
except TypeError as e: print(e)
