# quick
# The context manager protocol.
class M:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value, trace is not None)
        return self.swallow
with M("a") as x: print(x)
with M("b"): pass
with M("c") as c, M("d") as d: print(c, d)
with (M("e") as e, M("f") as f,): print(e, f)
with M("g", True):
    raise ValueError("swallowed")
try:
    with M("h"), M("i"):
        raise KeyError("out")
except KeyError as err:
    print("caught", err)
def f():
    with M("j"):
        return "value"
print(f())
for n in range(2):
    with M("k"):
        if n == 0: continue
        break
with M("l") as (first): print(first)
class T(M):
    def __enter__(self): return 1, 2
with T("m") as (p, q): print(p, q)
d = {}
with M("n") as d["key"]: print(d)
