# __int__, __float__, __index__, __bool__, __bytes__.
class V:
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __index__(self): return 3
    def __bool__(self): return False
    def __bytes__(self): return b"bytes"
v = V()
print(int(v), float(v), bool(v), bytes(v), [0, 1, 2, 3][v], (0, 1, 2, 3)[v], "abcdef"[v], "abcdef"[v:], range(v), hex(v), bin(v))
print([1] * v, v * "ab", (1,) * v)
class I:
    def __index__(self): return 4
print(int(I()), float(I()), list(range(10))[I()], bytes(I()), chr(65 + int(I())))
class Bad:
    def __index__(self): return "x"
    def __int__(self): return "x"
    def __float__(self): return "x"
for f in (lambda: [1][Bad()], lambda: int(Bad()), lambda: float(Bad())):
    try:
        f()
    except TypeError as e:
        print(e)
class R:
    def __round__(self, n=None): return ("round", n)
print(round(R()), round(R(), 2))
