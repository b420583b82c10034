# quick
# Exceptions cross Python frames, built-in calls and back.
def raiser(x):
    if x == 2: raise KeyError(x)
    return x
def try_it(f):
    try:
        return f()
    except KeyError as e:
        return "caught", e.args
print(try_it(lambda: [raiser(i) for i in range(5)]))
print(try_it(lambda: list(map(raiser, range(5)))))
print(try_it(lambda: sorted([3, 2, 1], key=raiser)))
print(try_it(lambda: max([1, 2, 3], key=raiser)))
print(try_it(lambda: [*map(raiser, [2])]))
class C:
    def __init__(self, n): self.n = raiser(n)
    def __add__(self, o): return raiser(2)
    def __len__(self): return raiser(2)
    def __iter__(self): return self
    def __next__(self): return raiser(2)
    def __eq__(self, o): return raiser(2)
    def __repr__(self): return raiser(2)
    def __getitem__(self, k): return raiser(2)
    def __bool__(self): return raiser(2)
    def __hash__(self): return raiser(2)
    def __enter__(self): return raiser(2)
    def __exit__(self, *a): pass
    def __contains__(self, o): return raiser(2)
    def __call__(self): return raiser(2)
c = C(1)
for f in (lambda: C(2), lambda: c + 1, lambda: len(c), lambda: list(c), lambda: c == 1, lambda: c in [1], lambda: 1 in c, lambda: repr(c), lambda: "%r" % c, lambda: f"{c!r}", lambda: c[0], lambda: bool(c), lambda: not c, lambda: {c: 1}, lambda: c(), lambda: [x for x in c], lambda: 1 if c else 2, lambda: c and 1, lambda: sum(c), lambda: tuple(c), lambda: dict([(c, 1)]), lambda: str([c]), lambda: [1, c].index(5), lambda: enumerate(c).__next__() if False else next(c)):
    print(try_it(f))
def w():
    with c: pass
print(try_it(w))
def unpack():
    a, b = c
print(try_it(unpack))
