# quick
# Too few, too many, not iterable.
def attempt(f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
def f1(): a, b = 1, 2, 3
def f2(): a, b = 1,
def f3(): a, b, c = "ab"
def f4(): a, b = 5
def f5(): a, *b, c = [1]
def f6(): a, b = None
def f7(): (a, b), c = [1, 2], 3
def f8(): (a, b), c = [1], 3
def f9(): a, b = {"x": 1}
def f10(): a, b = ()
for f in (f1, f2, f3, f4, f5, f6, f8, f9, f10):
    attempt(f)
f7()
