# repr, equality and hashing of functions, methods and types.
def f(): pass
class A:
    def m(self): pass
a = A()
print(repr(f).startswith("<function f at 0x"), repr(len), "m of <__main__.A object at 0x" in repr(a.m), repr([].append).startswith("<built-in method append of list object at 0x"))
print(f == f, f != A, a.m == a.m, A().m == a.m, {f: 1}[f], {a.m: 1}[a.m], hash(f) == hash(f), len is len, a.m is a.m)
print(repr(A), repr(int), str(ValueError), repr(type), repr(lambda: 0).startswith("<function <lambda> at 0x"))
import math
print(repr(math).startswith("<module 'math'"), repr(str.upper), repr("".upper).startswith("<built-in method upper of str object at 0x"))
