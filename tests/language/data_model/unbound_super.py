# super(type) alone binds to the object that it is got from.
class A:
    def f(self): return "A"
    @classmethod
    def c(cls): return cls.__name__
class B(A):
    def f(self): return "B" + self.up.f()
B.up = super(B)
print(B().f(), super(B).__thisclass__, super(B).__self__, repr(super(B)), repr(super(B, B())), super(B, B).c())
try: super(B, 3)
except TypeError as e: print(e)
try: super(B).f
except AttributeError as e: print(e)
