# type.__subclasses__ tells the living classes that derive directly from one.
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print(A.__subclasses__(), B.__subclasses__(), D.__subclasses__())
for i in range(30):
    class E(A): pass
print(len(A.__subclasses__()) >= 3, A.__subclasses__()[:2])
print(object.__subclasshook__(3))
