# boards: virtual
"""Methods of built-in types and their objects are built-in functions."""

import types
print(type([].append), type(len), type("".join), type((lambda: 0)), type(dict.fromkeys), type(int.from_bytes))
print(isinstance([].append, types.MethodType), isinstance([].append, types.BuiltinMethodType), isinstance([].append, types.BuiltinFunctionType))
print(hasattr([].append, "__func__"), hasattr([].append, "__get__"), [].append.__self__, [].append.__name__)
class A:
    def m(self): pass
    c = classmethod(m)
    join = ",".join
    size = len
print(type(A().m), type(A.c), isinstance(A().m, types.MethodType), A().join(["a", "b"]), A.join(["x"]))
print([].append == [].append, (x := []).append == x.append, hash(x.append) == hash(x.append))
for n in map(str.upper, "ab"): print(n)
f = x.append; f(3); f(4); print(x, list(map(x.index, [3, 4])), sorted("bca", key="abc".index))
class L(list):
    def append(self, y): super().append(y * 2)
l = L(); l.append(2); g = l.append; g(3); print(l, type(l.append), type(super(L, l).append), type(l.extend))
print(callable([].append), repr([].append)[:30])
import functools
print(functools.partial([].append)(3), functools.reduce(max, [1, 2]))


class Holder:
    @staticmethod
    def static():
        pass

    @classmethod
    def of_class(cls):
        pass


for kind in (list[int], Holder.__dict__["static"], Holder.__dict__["of_class"], functools.reduce):
    print(callable(kind))
print(callable(int | str), callable([].append), callable(Holder), callable(Holder()))
