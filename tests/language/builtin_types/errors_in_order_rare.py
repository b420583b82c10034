# boards: virtual
# Which of several wrong arguments is named, and what is computed before an error is raised.
def t(f):
    try: r=f()
    except BaseException as e: print(type(e).__name__, e)
    else: print(type(r).__name__, repr(r))
t(lambda: str([], '12'))
t(lambda: str([], 5))
t(lambda: str(b'', 'nix'))
t(lambda: str(b'a', None))
t(lambda: str('a', 'b'))
t(lambda: str('a', 5))
t(lambda: str(b'a', 'utf-8', 5))
t(lambda: b''.decode('nix'))
t(lambda: b'a'.decode('nix', 5))
t(lambda: b'a'.decode(5))
t(lambda: 'a'.encode(5))
t(lambda: 'a'.encode('nix', 5))
t(lambda: ''.encode('nix'))
t(lambda: bytes('a', 5))
t(lambda: bytes('a', 'ascii', 5))
t(lambda: bytes(5, 'ascii', 5))
t(lambda: bytes(5, 5))
t(lambda: bytes([1], 'ascii'))
t(lambda: bytearray('a', 5))
t(lambda: bytearray('a', errors=b'x'))
t(lambda: b'abc'.hex([1]))
t(lambda: b'abc'.hex([1,2]))
t(lambda: b'abc'.hex(5))
t(lambda: b'abc'.hex('', 'x'))
t(lambda: b'abc'.hex(bytes_per_sep='x'))
t(lambda: b'abc'.hex('é'))
t(lambda: b'abc'.hex(b':', 2))
t(lambda: b'abc'.hex(b'\xff', 2))
t(lambda: memoryview(b'abc').hex(set()))
t(lambda: pow(5, 5, 1j))
t(lambda: pow(5, 1j, 5))
t(lambda: pow(5, .5, 1j))
t(lambda: pow(1j, .5, 3))
t(lambda: pow(1j, 'a', 3))
t(lambda: pow(5, 'a', 1j))
t(lambda: pow(1j, 5, 'a'))
t(lambda: pow(True, 5, 1j))
t(lambda: b'%c' % 256)
t(lambda: b'%c' % -1)
t(lambda: b'%c' % (1<<80))
t(lambda: b'%c' % True)
t(lambda: b'%c' % 'a')
t(lambda: b'%c' % 1.5)
t(lambda: slice(10**18, -1, 1<<70).indices(7))
t(lambda: slice(None, None, -(1<<70)).indices(7))
t(lambda: slice(1<<80, None, None).indices(7))
class S(str): pass
class I:
    def __index__(self): return 66
t(lambda: b'%c' % I())
t(lambda: type(S('3') % {'k': 1}))
t(lambda: type(S('3') % ()))
t(lambda: type(S('3%%') % ()))
t(lambda: type(S('') % ()))
t(lambda: S('3') % (1,))
class D(dict):
    def keys(self): return ['k']
    def __iter__(self): return iter('ab')
class E(dict):
    def keys(self): return ['k']
class F(dict):
    def __getitem__(self, k): return 'got'
    def __iter__(self): return super().__iter__()
t(lambda: dict(D(a=1,k=2)))
t(lambda: {**D(a=1,k=2)})
t(lambda: dict(D(a=1)))
t(lambda: dict(E(a=1)))
t(lambda: dict(F(a=1)))
d={}; t(lambda: d.update(F(a=1))); print(d)
t(lambda: {} | F(a=1))
t(lambda: (lambda **k: k)(**F(a=1)))
t(lambda: dict(F(a=1), z=2))
t(lambda: dict(**F(a=1)))
class G:
    def __getitem__(self, i): print('get', i); return [1, 2][i]
t(lambda: 'x'.join(G()))
t(lambda: b'x'.join(G()))
t(lambda: b'x'.join(iter([b'a', bytearray(b'b')])))
t(lambda: 'x'.join(c for c in 'abc'))
t(lambda: 'x'.join(5))
t(lambda: b'x'.join(5))
t(lambda: 'x'.join({}))
t(lambda: 'x'.join({'a': 1, 'b': 2}))
def fail():
    yield 'a'
    yield 5
    raise ValueError('late')
t(lambda: 'x'.join(fail()))
class P:
    def __init__(s, l): s.l=l
    def __index__(s): print('index'); s.l.clear(); return 0
l=[1,2,3]
t(lambda: l.pop(P(l)))
l=[1,2,3]
t(lambda: l.insert(P(l), 5)); print(l)


class Same:
    def __init__(self, code):
        self.code = code

    def __hash__(self):
        return self.code

    def __eq__(self, other):
        print("eq", self.code, other.code)
        return True


for code in (-5, -2, 0, 2, 1 << 33):
    t(lambda: {Same(1): "one"}.get(Same(code)))
    t(lambda: Same(code) in {Same(4), Same(1)})


t(lambda: f"{0:=03c}")
t(lambda: format(65, "<05c"))
t(lambda: f"{65:x=4c}")
t(lambda: format("ant", "x=0.10"))
t(lambda: format("ant", "=05"))
t(lambda: format("ant", "05"))
t(lambda: format("ant", "x<06"))
t(lambda: format(-7, "x=06"))
t(lambda: format(-7, "x06"))
t(lambda: format(-7, "06,"))
t(lambda: format(-1.5, "x<08"))
t(lambda: format(-1.5, "<08"))


class Pattern(str):
    def __mod__(self, other):
        print("mod", other)
        return NotImplemented


t(lambda: Pattern("3") % (1, 2))
t(lambda: Pattern("%s") % "x")
t(lambda: Pattern("%s") % Pattern("x"))


t(lambda: {}.pop([], "default"))
t(lambda: {}.pop([]))
t(lambda: {1: 2}.pop([], 3))
t(lambda: {1}.issuperset((2, [])))
t(lambda: {1}.issuperset((1, [])))
t(lambda: {1}.issuperset([1, 1]))
t(lambda: {1}.isdisjoint((1, [])))
t(lambda: {1}.isdisjoint((2, [])))
t(lambda: frozenset({1, 2}).isdisjoint(iter([3, 4])))
t(lambda: {1}.issuperset(5))
t(lambda: "%c" % (1 << 70))
t(lambda: "%c" % -1)
t(lambda: format(1 << 70, "c"))
t(lambda: format(-1, "c"))
