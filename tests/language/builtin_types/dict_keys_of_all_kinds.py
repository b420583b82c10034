# Keys of different types and equal hashes.
d = {1: "int", "1": "str", 1.5: "float", None: "none", (1, 2): "tuple", b"1": "bytes", True: "bool", (): "empty", len: "function", int: "type", "": "empty str", 0: "zero"}
print(d[1], d["1"], d[1.5], d[None], d[1, 2], d[b"1"], d[()], d[len], d[int], d[""], d[False], len(d))
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return self.n == o.n
c = {}
for i in range(12): c[K(i)] = i
print(c[K(7)], len(c), K(11) in c, K(12) in c)
del c[K(3)]
print(K(3) in c, c[K(4)], len(c))
print({-1: "a", -2: "b"}, {0.0: 1}[-0.0], {2.0: 1}[2])
