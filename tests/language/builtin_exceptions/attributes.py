# Notes, tracebacks, causes and contexts as attributes; fields of exceptions.
except TypeError as x: print(x)
def f(): raise e
try: f()
except ValueError as x:
    tb = x.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name, type(tb))
    import sys
    print(sys.exc_info()[0], sys.exc_info()[2].tb_lineno)
    y = KeyError().with_traceback(tb); print(y.__traceback__.tb_lineno)
    y.__traceback__ = None; print(y.__traceback__)
e.__cause__ = KeyError(3); print(repr(e.__cause__), e.__suppress_context__)
e.__cause__ = None; print(e.__suppress_context__)
try: e.__cause__ = 3
except TypeError as x: print(x)
try: e.__context__ = 3
except TypeError as x: print(x)
e.__context__ = ValueError("c"); print(repr(e.__context__))
try: (5).foo
except AttributeError as x: print(x.name, x.obj)
try: undefined
except NameError as x: print(x.name)
print(AttributeError("m", name="n", obj=4).name, NameError("q", name="z").name, AttributeError().name)
try: ValueError(x=1)
except TypeError as x: print(x)
o = OSError(2, "No", "file"); print(type(o), o, o.errno, o.strerror, o.filename, o.args)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, KeyError("a"), str(KeyError("a", 1)), repr(KeyError("a")))
print(DeprecationWarning.__mro__, TabError.__base__, FloatingPointError.__base__, IOError is OSError)
u = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"); print(u, u.encoding, u.object, u.start, u.end, u.reason)
u = UnicodeEncodeError("ascii", "\xff", 0, 1, "bad"); print(u, u.reason)
try: b"\xff".decode()
except UnicodeDecodeError as x: print(x, x.start, x.end, x.reason, x.object, x.encoding)
try: "\xff".encode("ascii")
except UnicodeEncodeError as x: print(x, x.start, x.end, x.reason, x.object, x.encoding)
