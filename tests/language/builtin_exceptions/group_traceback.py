# compare: traceback
# An uncaught exception group shows its exceptions as a tree.
def f(n):
    try: raise ValueError(n)
    except ValueError as e: return e
try:
    try: raise KeyError("inner")
    except KeyError: raise ExceptionGroup("eg", [f(1), TypeError("t\nu"), ExceptionGroup("in", [f(2), f(3)])])
except ExceptionGroup as g:
    g.add_note("note one\nnote two")
    raise RuntimeError("after") from g
