# Errors of the context manager itself.
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def f1():
    with 5: pass
attempt(f1)
class OnlyEnter:
    def __enter__(self): return 1
def f2():
    with OnlyEnter(): print("never")
attempt(f2)
class BadEnter:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("never")
def f3():
    with BadEnter(): print("never")
attempt(f3)
class BadExit:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("exit")
def f4():
    with BadExit(): raise ValueError("body")
attempt(f4)
def f5():
    with BadExit(): pass
attempt(f5)
class Instance: pass
i = Instance()
i.__enter__ = lambda: 1
i.__exit__ = lambda *a: None
def f6():
    with i: pass
try:
    f6()
except (TypeError, AttributeError):
    print("looked up on the type")
