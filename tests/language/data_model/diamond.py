# Multiple inheritance: the order of methods, mixins, conflicts.
class Base:
    def __init__(self, **kw): self.log = ["Base"]
    def who(self): return "Base"
class Left(Base):
    def __init__(self, left=1, **kw):
        super().__init__(**kw)
        self.log.append(("Left", left))
    def who(self): return "Left>" + super().who()
class Right(Base):
    def __init__(self, right=2, **kw):
        super().__init__(**kw)
        self.log.append(("Right", right))
    def who(self): return "Right>" + super().who()
class Both(Left, Right):
    def who(self): return "Both>" + super().who()
b = Both(left=5, right=6)
print(b.log, b.who(), [c.__name__ for c in Both.__mro__], isinstance(b, Right), issubclass(Both, Base))
class Mixin:
    def shout(self): return self.who().upper()
class Loud(Mixin, Left): pass
print(Loud().shout(), Loud.__bases__ == (Mixin, Left))
try:
    class Bad(Base, Left): pass
except TypeError as e:
    print("TypeError")
try:
    class Twice(Base, Base): pass
except TypeError as e:
    print("TypeError")
