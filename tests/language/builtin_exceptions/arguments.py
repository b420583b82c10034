# quick
# args, str and repr of exceptions.
for e in (Exception(), Exception("a"), Exception(1, "b"), ValueError(""), KeyError("k"), KeyError(), KeyError(1, 2), KeyError(("t",)), IndexError("i"), Exception(None), Exception([1]), Exception("it's")):
    print(repr(e), "|", str(e), "|", e.args)
class Own(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code
    def __str__(self): return "code %d" % self.code
o = Own(5, "text")
print(repr(o), str(o), o.args, o.code)
class Plain(ValueError): pass
print(repr(Plain(1)), str(Plain("x")), isinstance(Plain(), ValueError), Plain(1, 2).args)
class NoSuper(Exception):
    def __init__(self, a, b): self.a = a
n = NoSuper(1, 2)
print(n.args, n.a, repr(n))
e = ValueError("x")
e.args = (1, 2)
e.extra = "attribute"
print(e, repr(e), e.extra)
print(StopIteration(5).value, SystemExit(3).code, SystemExit().code, KeyError("a") == KeyError("a"), e == e)
