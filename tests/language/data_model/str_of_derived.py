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
