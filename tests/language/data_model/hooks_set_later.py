# Attribute hooks that a base class gets, and loses, when classes derive from it already.
class A: pass
class B(A): pass
A.__getattr__ = lambda self, n: 'got ' + n
print(B().x, A().y)
A.__setattr__ = lambda self, n, v: print('set', n)
B().z = 1
A.__getattribute__ = lambda self, n: 'all ' + n
print(B().q)
del A.__getattribute__, A.__setattr__, A.__getattr__
try: B().x
except AttributeError as e: print(e)
b = B(); b.x = 1; print(b.x)
