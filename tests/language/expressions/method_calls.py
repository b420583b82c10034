# quick
# Method calls in every surrounding: chained, nested, with stars, on literals and results.
print("a,b".split(",")[1].upper().lower().center(3, "*"))
print([3, 1, 2].index(1), {"k": [1]}.get("k").pop(), (1, 2, 1).count(1), "-".join(["x", "y".upper(), "z".join(["1", "2"])]))
class C:
    def __init__(self): self.log = []
    def add(self, *args, **kw):
        self.log.append((args, sorted(kw.items())))
        return self
c = C().add(1).add(*[2, 3], k=1).add(**{"z": 5}).add()
print(c.log)
print(c.add(len(c.add(1).log), x=c.log[0]).log[-1])
f = c.add
f(1); f(*"ab")
print(len(c.log), C.add(c, 9) is c, getattr(c, "add")(5) is c)
c.callback = lambda *a: ("callback", a)
print(c.callback(1, 2), c.callback(*c.log[0][0]))
C.helper = lambda self, x=3: x
print(c.helper(), c.helper(x=4), C.helper(None, 5), C().helper(*[6]))
class D(C):
    add = print
D().add("print as a method is not bound") if False else print("skipped")
D.kind = len
print(D().kind("abcd"))
print(str.join(",", ["a", "b"]), list.append([], 1), int.__add__(1, 2) if hasattr(int, "__add__") else 3)
