# What patterns ask of their subjects, and when names are bound.
# boards: virtual
class C:
    __match_args__ = ["a"]
class D:
    __match_args__ = ("a", 3)
    a = 1
class E:
    __match_args__ = ("a", "b")
    def __getattr__(self, n):
        print("get", n)
        if n == "b": raise AttributeError
        if n == "z": raise KeyError(n)
        return n
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def a():
    match C():
        case C(1): return 1
def b():
    match D():
        case D(1, 2): return 1
def c():
    match E():
        case E(x): print(x)
    match E():
        case E(x, y): print(x)
        case E(x, q=z): print(x, z)
def d():
    match E():
        case E(x, a=2): pass
def e():
    match 5:
        case int(1, 2): pass
def f():
    match 5:
        case c(): pass
def g():
    k = 'a'
    class N: x = 'a'
    match {'a': 1, 'b': 2}:
        case {'a': x, N.x: y}: pass
def h():
    match E():
        case E(z=1): pass
def i():
    match E():
        case E(1, 2, 3): pass
def j():
    match object():
        case object(x): pass
for fn in (a,b,c,d,e,f,g,h,i,j): t(fn)
class Seq:
    __abc_tpflags__ = 32
    def __len__(self): print('len'); return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
def k():
    x = 'unbound'
    match [1, 2, 3]:
        case [x, 5, _]: pass
        case [x, *_, 4]: pass
    print(x)
    match [1, 2, 3]:
        case [x, y, z] if z > 3: pass
        case _: print(x, y, z)
    class A:
        match {"p": 1}:
            case {"p": q}: pass
    print(A.q)
    match (1, (2, (3, [4, {"five": 5}]))):
        case (a, (b, (c, [d, {"five": e}]))): print(a, b, c, d, e)
    def inner(): nonlocal x; x = 9
    match 3:
        case w: inner(); print(w, x)
    for v in ["yes", "no", 3, 4.0, 3.5]:
        match v:
            case "yes" | "no" as s: print('s', s)
            case int(n) | float(n) if n != 3.5: print('n', n)
            case other: print('o', other)
    match "abc":
        case [*_]: print("no")
        case ("abc"): print("yes")
    match {1: 2, None: 3, "x": [1]}:
        case {1: a, None: b, "x": [c], **rest}: print(a, b, c, rest)
    match range(3):
        case 0, one, 2: print(one)
    return [x for x in range(3)]
k()
