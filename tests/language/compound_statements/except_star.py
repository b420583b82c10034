# boards: virtual
# except*: every clause takes its part of a group; what is left is raised.
def show(e, depth=0):
    if isinstance(e, BaseExceptionGroup):
        print("  " * depth + type(e).__name__, repr(e.message))
        for x in e.exceptions: show(x, depth + 1)
    else: print("  " * depth + repr(e))
def run(f):
    try: f()
    except BaseException as e:
        print("raised:"); show(e, 1)
        print(" context", repr(e.__context__), "cause", repr(e.__cause__))
    else: print("nothing")
def a():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3), ExceptionGroup("h", [ValueError(4), KeyError(5)])])
    except* ValueError as e: show(e); print(type(e))
    except* (TypeError, KeyError) as e: show(e)
run(a)
def b():
    try: raise ValueError("naked")
    except* ValueError as e: show(e)
    else: print("no")
    finally: print("finally")
run(b)
def c():
    try: raise ValueError("naked")
    except* TypeError as e: print("no")
run(c)
def d():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError: raise
    except* TypeError: pass
run(d)
def e():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as x: raise KeyError("new")
    except* TypeError as x: raise IndexError("two") from x
    print("unreached")
run(e)
def f():
    try: pass
    except* ValueError: print("no")
    else: print("else")
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as x: pass
    try: print(x)
    except NameError as n: print("unbound", n)
    return 5
run(f)
def g():
    for i in range(3):
        try: raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as v:
            for j in range(5):
                if j == 2: break
            print(i, j, v.exceptions)
            def h(): return 7
            print(h())
run(g)
def h():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup: pass
run(h)
def i():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* 5: pass
run(i)
def j():
    try:
        try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError as x:
            try: raise ExceptionGroup("inner", [OSError(1)])
            except* OSError: print("inner handled")
    except* TypeError as t: show(t)
run(j)
def k():
    try: raise KeyboardInterrupt
    except* KeyboardInterrupt as e: show(e)
    try: raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError()])
    except* KeyboardInterrupt as e: show(e); raise
run(k)
import sys
print(sys.exc_info())
for s in ("try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept A: pass\nexcept* B: pass", "try: pass\nexcept*: pass",
          "def f():\n try: pass\n except* A: return 1", "for i in x:\n try: pass\n except* A: break", "for i in x:\n try: pass\n except* A: continue", "try: pass\nexcept *A as b: pass", "try: pass\nexcept* A, B: pass"):
    try: compile(s, "s", "exec"); print("ok")
    except SyntaxError as e: print(e.msg, e.lineno)
