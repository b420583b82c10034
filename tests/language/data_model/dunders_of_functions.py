# boards: virtual
"""Dunder methods of functions, methods and numbers, called by their names."""


class C:
    """doc"""
    def m(self, *a):
        "mdoc"
        return a
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return 's'
o = C()
l = []
l.append.__call__(1)
print(l, o.m.__call__(5), (5).__add__.__call__(1), o.m.__doc__, o.m.__name__, o.m.__qualname__, o.m.__self__ is o, o.m.__func__ is C.__dict__['m'])
print(o.m.__eq__(o.m), o.m == o.m, o.m.__ne__(o.m), o.m.__hash__() == hash(o.m), o.m.__repr__() == repr(o.m), o.m.__class__.__name__, o.c.__call__(), o.s.__call__(), C.c.__call__(), C.s.__call__())
print(o.m.__get__(1).__self__ is o, o.m.__get__(1, int)(7), callable(o.m.__call__), o.m.__code__.co_name, o.m.__defaults__, l.append.__name__, l.append.__self__ is l)
def f(): pass
f.__setattr__('x', 3)
print(f.x, f.__getattribute__('x'), f.__dict__)
f.__delattr__('x')
print(hasattr(f, 'x'), f.__call__(), f.__get__(o, C).__self__ is o)
object.__setattr__(f, 'y', 4)
print(f.y)
for bad in (lambda: setattr(o.m, 'q', 1), lambda: o.m.__setattr__('q', 1)):
    try: print(bad())
    except AttributeError as e: print(e)
print((5).__pow__(3, 7), (5).__pow__(2), (2).__rpow__(5, 7), pow(5, 3, 7), int.__pow__(5, 3, 7), (5).__pow__(3, None), (5).__pow__('a'), (5).__pow__(3, 'a'))
try: (2.5).__pow__(1, 2)
except TypeError as e: print(e)
