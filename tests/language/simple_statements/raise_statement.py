# quick
# raise of classes and instances; re-raise; what cannot be raised.
class E(Exception): pass
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e.args)
def f1(): raise E
def f2(): raise E(1, "two")
def f3(): raise ValueError("text")
def f4(): raise 5
def f5(): raise "text"
def f6(): raise int
def f7(): raise
def f8(): raise None
for f in (f1, f2, f3, f4, f5, f6, f7, f8):
    attempt(f)
def again():
    try:
        raise E("first")
    except E:
        raise
attempt(again)
e = E("kept")
for i in range(2):
    try:
        raise e
    except E as x:
        print(x is e)
