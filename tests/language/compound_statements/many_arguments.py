# Calls and definitions with many parameters.
def f(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0=10, b1=11, b2=12, b3=13, b4=14, b5=15, *rest, c0=20, c1=21, c2=22, **kw):
    return [a0, a9, b0, b5, rest, c0, c2, sorted(kw)]
print(f(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
print(f(*range(20), c1=5, z=1, y=2))
print(f(a9=9, a8=8, a7=7, a6=6, a5=5, a4=4, a3=3, a2=2, a1=1, a0="zero", b5="five", c2="two"))
def g(**kw): return len(kw), sum(kw.values())
print(g(**{"k%d" % i: i for i in range(40)}), g(a=1, **{"b": 2}, c=3, **{"d": 4}))
def h(*a): return len(a)
print(h(*range(100)), h(*[1] * 50, *"abc", *(2,) * 7), h(1, *[], 2, *[3]))
def many_defaults(a=1, b=2, c=3, d=4, e=5, f=6): return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6
print(many_defaults(), many_defaults(0), many_defaults(f=0), many_defaults(c=0, a=0), many_defaults(1, 1, 1, 1, 1, 1))
