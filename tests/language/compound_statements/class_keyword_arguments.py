# Keyword arguments of a class statement reach __init_subclass__.
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class A(Base, tag="x"): pass
class B(Base): pass
print(A.tag, B.tag)
