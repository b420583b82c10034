# Instances as dict keys: __hash__ and __eq__ together.
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
d = {P(1, 2): "a"}
print(d[P(1, 2)], P(1, 3) in d, P(1, 2) in d, len({P(0, 0): 1, P(0, 0): 2}))
class NoHash:
    def __eq__(self, o): return True
try:
    {NoHash(): 1}
except TypeError as e:
    print(e)
class Default: pass
x = Default()
print({x: 1}[x], Default() in {x: 1}, hash(x) == hash(x))
for bad in ([], {}, bytearray(), [1]):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
try:
    hash((1, []))
except TypeError as e:
    print(e)
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)))
print({1: "int"}[1.0], {1.0: "f"}[True], {(1, 2): "t"}[(1.0, 2.0)])
class BadHash:
    def __hash__(self): return "x"
try:
    hash(BadHash())
except TypeError as e:
    print(e)
print(hash(5), hash(0), hash(True), hash(-2))
