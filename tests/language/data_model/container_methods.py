# quick
# __len__, __getitem__, __setitem__, __delitem__, __contains__.
class Box:
    def __init__(self): self.d = {}
    def __len__(self): return len(self.d)
    def __getitem__(self, k): return ("got", k)
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
b = Box()
b["a"] = 1
b[1, 2] = 3
print(len(b), b["x"], b[1, 2], "a" in b, "z" in b, b.d)
del b["a"]
print(len(b), b.d)
class S:
    def __getitem__(self, k): return k
s = S()
print(s[1:2], s[:], s[1:2, 3], s[...], s[::2], s[-1], s[None])
class BadLen:
    def __len__(self): return "x"
for bad in (BadLen(),):
    try:
        len(bad)
    except TypeError as e:
        print(e)
class Neg:
    def __len__(self): return -1
try:
    len(Neg())
except ValueError as e:
    print(e)
for f in (lambda: len(5), lambda: S()["a"] and len(S())):
    try:
        f()
    except TypeError as e:
        print(e)
