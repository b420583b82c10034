# boards: virtual
"""`str()` of instances whose classes derive from built-in types and have a `__repr__`."""

class B(bytes):
    def __repr__(self): return 'B'


class A(bytearray):
    def __repr__(self): return 'A'


class I(int):
    def __repr__(self): return 'I'


class F(float):
    def __repr__(self): return 'F'


class E(Exception):
    def __repr__(self): return 'E'


class L(list):
    def __repr__(self): return 'L'


class S(str):
    def __repr__(self): return 'S'
for v in (B(b'x'), A(b'x'), I(1), F(1.5), E(3), L([1]), S('q')):
    print(str(v), repr(v), '%s %r' % (v, v), f'{v} {v!r} {v!s}', [v], v)


class Pattern(str):
    def __repr__(self):
        return "Pattern(" + str.__repr__(self) + ")"

    def __rmod__(self, other):
        return NotImplemented


for pattern in (Pattern("3"), Pattern("%s"), Pattern("%%")):
    for values in ((), 1, {}, {"a": 1}):
        try:
            print(repr(pattern % values), repr(str.__mod__(pattern, values)))
        except TypeError as e:
            print(e)
