# boards: virtual
# skip: stress
# Endless recursion through built-in functions ends cleanly, too.
class A:
    def __repr__(self): return repr([self])
    def __eq__(self, o): return [self] == [o]
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
def attempt(f):
    try:
        f()
        print("no error")
    except RecursionError:
        print("RecursionError")
attempt(lambda: repr(A()))
attempt(lambda: A() == A())
attempt(lambda: len(A()))
attempt(lambda: list(A()))
def s(x): return sorted([x, x], key=s)
attempt(lambda: s(1))
def m(x): return list(map(m, [x]))
attempt(lambda: m(1))
