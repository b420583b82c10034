# boards: virtual
# Stars in subscripts, class statements and very long calls.
class K:
    def __class_getitem__(cls, k): return k
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
a = [1, 2]
k = K()
print(k[*a], k[*a, 3], k[0, *a], k[*a, 1:2, *a], k[1:2, 3], k[1, 2], k[(*a,)], k[*()], k[:, 1], k[1,])
k[*a] = 5
k[0, *a] = 5
del k[*a, 1]
print(k[b := 3], b, k[c := 1, d := 2], c, d)
class A: pass
class B: pass
bases = (A, B)
class C(*bases): pass
class D(A, *[B]): pass
print(C.__mro__ == (C, A, B, object), D.__bases__ == (A, B))
class E:
    def __init_subclass__(cls, **k): print(cls.__name__, sorted(k.items()))
class F(E, x=1, **{"y": 2}): pass
class G(*[E], **{}): pass
class H(E, **{"z": 3}, w=4): pass
def many(*args, **kw): return len(args), sum(args), len(kw)
print(many(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,
 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,
 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40))
print(many(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,a=1,b=2,c=many(1)))
print([].append.__self__ if 0 else k.__getitem__(*[1]))
for s in ("a, b := 1, 2", "x = y, z := 1", "f(a, b := 1)", "[a, b := 1]", "k[*a:1]", "(a := 1, b := 2)", "{a := 1}", "{a := 1: 2}", "a := 1", "k[a:=1:2]", "class A(x=1, B): pass"):
    try: compile(s, "s", "exec"); print(s, "ok")
    except SyntaxError as e: print(s, e.msg)
