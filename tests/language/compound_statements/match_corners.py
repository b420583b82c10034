# boards: virtual
# Corners of patterns: complex numbers, long sequences, names that are not mangled.
for x in (0, -0j, 1 - 2j, 3 + 0j, -4.5):
    match x:
        case -0j: print("zero")
        case 1 - 2j: print("complex")
        case 3 + 0j: print("three")
        case -4.5: print("real")
match range(1 << 29):
    case x, y, *_, z: print(x, y, z)
import collections.abc
class Seq(collections.abc.Sequence):
    def __getitem__(self, i): print("item", i); return i
    def __len__(self): return 5
match Seq():
    case [a, *_, b]: print(a, b)
match Seq():
    case [*_]: print("any")
class C:
    pass
class Outer:
    def f(self, x):
        match x:
            case C(__attr=y): return y
c = C()
setattr(c, "__attr", "spam")
print(Outer().f(c))
import collections, array
for x in (collections.deque([1, 2]), array.array("i", [1, 2]), memoryview(b"ab"), bytearray(b"ab"), "ab", {1, 2}):
    match x:
        case [p, q]: print(type(x).__name__, p, q)
        case _: print(type(x).__name__, "no sequence")
if "q" > "z": w: int = 1
print(__annotations__)
__annotations__["k"] = 1
z: int
if "q" > "z": w: int = 1
print(__annotations__)
x = "global"
def f():
    x = "f"
    def g():
        global x
        def h(): return x
        class K:
            y = x
        return h(), K.y
    return g()
print(f())
def doc(): f"no doc"
def doc2(): """no doc""" f""
print(doc.__doc__, doc2.__doc__, doc2.__qualname__ is doc2.__qualname__, C.__qualname__)
def gen():
    yield 1, 2, *[3]
print(list(gen()))
