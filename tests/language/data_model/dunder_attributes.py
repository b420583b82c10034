# The dunder methods of built-in types are attributes, and super() finds them.
print((5).__add__(3), int.__add__(5, 3), (5).__add__("x"), [1,2].__len__(), list.__getitem__([4,5], 1), "a".__contains__("a"), {}.__contains__(1))
print(hasattr(5, "__iter__"), hasattr([], "__iter__"), hasattr([], "__hash__"), hasattr((), "__hash__"), hasattr("", "__getitem__"), hasattr(print, "__call__"), hasattr(5, "__call__"), hasattr({}, "__missing__"))
it = [1].__iter__(); print(it.__next__())
try: it.__next__()
except StopIteration: print("stop")
class L(list):
    def __getitem__(self, i): return super().__getitem__(i) * 10
    def __len__(self): return super().__len__() + 1
    def __iter__(self): return super().__iter__()
    def __setitem__(self, i, v): super().__setitem__(i, v + 1)
    def __delitem__(self, i): print("del"); super().__delitem__(i)
    def __contains__(self, x): return super().__contains__(x)
    def __repr__(self): return "L" + super().__repr__()
    def __eq__(self, o): return super().__eq__(o)
    def __iadd__(self, o): print("iadd"); return super().__iadd__(o)
    def __add__(self, o): return L(super().__add__(o))
l = L([1,2,3]); print(l[0], len(l), list(l), 2 in l, l, l == [1,2,3]); l[0] = 5; print(l); del l[1]; print(l); l += [9]; print(l, type(l), l + [1])
class D(dict):
    def __getitem__(self, k): return super().__getitem__(k)
    def __missing__(self, k): return "m"
    def __setitem__(self, k, v): dict.__setitem__(self, k, v)
    def __delitem__(self, k): super().__delitem__(k)
    def __contains__(self, k): return super().__contains__(k)
d = D(); d[1] = 2; print(d[1], d[9], d, 1 in d); del d[1]; print(d)
class I(int):
    def __repr__(self): return "I" + int.__repr__(self)
    def __str__(self): return int.__str__(self)
    def __hash__(self): return int.__hash__(self)
    def __eq__(self, o): return int.__eq__(self, o)
    def __add__(self, o): return I(super().__add__(o))
    def __format__(self, s): return int.__format__(self, s)
    def __bool__(self): return super().__bool__()
i = I(5); print(i, [i], hash(i), i == 5, i + 1, f"{i:03}", bool(i), i.__int__(), i.__index__())
print(object.__ne__(1, 2), object().__eq__(1), str.__add__("a", "b"), str.upper("x"), str.__len__("abc"), tuple.__repr__((1,)), list.append.__name__, int.__add__.__name__)
class A:
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
    def __getattribute__(self, n): return super().__getattribute__(n)
a = A(); a.x = 2; print(a.x)
def f(x): return x
print(f.__get__(3, int)(), f.__call__(4), property(lambda s: 7).__get__(3, int), classmethod(f).__get__(None, int)(), staticmethod(f).__get__(1)(2))
m = f.__get__(1); print(m.__self__, m.__func__ is f, m.__name__)
print(type.__call__(int, "12"), int.__call__("3"), type.__repr__(int), (3).__class__, int.__class__)
print([1].__eq__([1]), (1).__lt__(2), (1).__lt__(2.5), "a".__mul__(3), [1].__rmul__(2), (2).__pow__(3), (-2).__abs__(), (7).__divmod__(2), (2.5).__round__(), {1}.__or__({2}), {1}.__and__({1,2}))
class T(tuple):
    def __new__(cls, *a): return tuple.__new__(cls, a)
    def __getitem__(self, i): return tuple.__getitem__(self, i) + 1
    def __hash__(self): return super().__hash__()
print(T(1,2)[0], hash(T(1,2)) == hash((1,2)))
class P:
    def g(self): return 1
    p = property(g, doc="doc!")
print(P.p.__doc__, P.p.fget is P.g, P.p.fset)
