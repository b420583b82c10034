# Exception groups: making, splitting and deriving them.
eg = ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
print(eg, repr(eg), eg.message, eg.exceptions, eg.args)
print(eg.split(ValueError)); print(eg.subgroup(KeyError)); print(eg.split((ValueError, KeyError))); print(eg.split(lambda e: isinstance(e, TypeError)))
print(eg.subgroup(OSError), type(BaseExceptionGroup("x", [ValueError()])), type(BaseExceptionGroup("x", [KeyboardInterrupt()])))
for bad in (lambda: ExceptionGroup("x"), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", 3), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: eg.split(3)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class My(ExceptionGroup):
    def __new__(cls, msg, excs, code):
        o = super().__new__(cls, msg, excs); o.code = code; return o
    def derive(self, excs): return My(self.message, excs, self.code)
m = My("mine", [ValueError(1), KeyError(2)], 42)
s = m.subgroup(ValueError); print(type(s).__name__, s.code, s.exceptions, s)
print(ExceptionGroup.__mro__, isinstance(eg, Exception))
e = ValueError("v"); e.add_note("n1"); e.add_note("n2"); print(e.__notes__)
try: e.add_note(1)
