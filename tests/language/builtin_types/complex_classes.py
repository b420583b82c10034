# boards: virtual
# quick
# Classes that stand for complex numbers, and classes derived from complex.
class C:
    def __complex__(self): return 1+2j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 7
class S(complex):
    pass
print(complex(C()), complex(F()), complex(I()), complex(1, F()), complex(1+2j, 3+4j), complex(real=1, imag=2), complex(imag=3), complex(), complex(1.5), complex(True))
s = S(1, 2)
print(s, s + 1, type(s + 1), type(s), isinstance(s, complex), complex(s), type(complex(s)), S("1j"), s == 1+2j)
print(sum([1j, 2, 3.5]), complex.__name__, type(1j), [1j, 2j].index(2j), 1j in [1j], (1j,), {1j})

