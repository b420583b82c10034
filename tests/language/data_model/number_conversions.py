# Classes that stand for numbers: __index__, __int__, __float__, __round__, __trunc__, __floor__, __ceil__.
import math
class N:
    def __index__(self): return 7
class F:
    def __float__(self): return 2.5
    def __int__(self): return 2
    def __round__(self, digits=None): return ("round", digits)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
print(int(N()), float(N()), hex(N()), [1] * N(), "abcdefghij"[N()], list(range(N()))[N() - 2 if hasattr(N, "__sub__") else -1], 1 << 3, round(2.123456789, N()))
print(int(F()), float(F()), round(F()), round(F(), 2), math.trunc(F()), math.floor(F()), math.ceil(F()), math.sqrt(F()))
class Bad:
    def __index__(self): return "x"
    def __float__(self): return 1
    def __int__(self): return 1.5
for action in (lambda: [1][Bad()], lambda: float(Bad()), lambda: int(Bad()), lambda: hex(Bad()), lambda: float([]), lambda: int([]), lambda: math.sin("x"), lambda: math.floor([]), lambda: math.trunc([]), lambda: round([]), lambda: range(1.5), lambda: [1] * 1.5, lambda: hex(1.5)):
    try:
        print(action())
    except TypeError as error:
        print(error)
