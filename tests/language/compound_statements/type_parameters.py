# boards: virtual
# python: 3.12
# Type parameters and `type` statements.
def first[T](xs: list[T], default: T = None) -> T:
    return xs[0] if xs else default
print(first([1, 2]), first([]), first.__type_params__, first.__annotations__, first.__qualname__)
class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
    def me(self): return T, Stack
    def gen[U](self, u: U): return T, U
    attr = [T for _ in range(1)]
class Many[T, *Ts, **P]: pass
print(Many.__type_params__)
print(Stack.__type_params__, Stack.push.__annotations__, Stack[int], Stack.attr)
s = Stack[int]()
s.push(3)
print(s.pop(), s.me()[0], s.gen(1), type(s).__name__)
class Base[T]:
    x: T
class Derived[T](Base[T], metaclass=type): pass
print(Derived.__mro__[1] is Base, Derived.__type_params__)
type Pair[A, B] = tuple[A, B]
type Tree = list[Tree] | int
type Lazy = Undefined.thing
print(Pair, Pair.__name__, Pair.__value__, Pair.__type_params__, Pair[int, str], Tree.__value__)
try: Lazy.__value__
except NameError as e: print(e)
def b[T: int, S: (str, bytes), R: "later"](): return T, S, R
T, S, R = b()
print(T.__bound__, T.__constraints__, S.__bound__, S.__constraints__, R.__bound__, T.__name__)
type = "still a name"
print(type)
type X = int
print(X.__value__, type)
type type = str
print(type.__value__)
@(lambda f: f)
def deco[T](x): return T
print(deco(1))
def outer():
    z = 5
    class C[T]:
        def m[U](self): return z, T, U
        y = T
    def inner[T](): return lambda: (T, z)
    type A[Q] = dict[Q, C]
    return C().m(), C.y, inner()(), A.__value__.__args__[0]
print(outer())
def f(): pass
print(f.__type_params__, [x for x in "abc" if (lambda T: T)(x)])
for bad in ("def f[](): pass", "def f[T, T](): pass", "class C[T: int, T]: pass", "type X", "type X[int", "type X[*T: int] = 1", "type 1 = 2", "type X = 1 2"):
    try: compile(bad, "b", "exec"); print("ok", bad)
    except SyntaxError as e: print(e.msg)
