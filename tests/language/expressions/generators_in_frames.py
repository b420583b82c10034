# Generators that hold loops, try, with and closures across yields.
class M:
    def __enter__(self): print("enter")
    def __exit__(self, *a): print("exit", a[0] and a[0].__name__)
def g():
    for i in range(3):
        with M():
            try:
                yield i
                if i == 1: raise ValueError(i)
            except ValueError as e:
                yield ("caught", e.args)
            finally:
                print("finally", i)
print(list(g()))
def early():
    try:
        for i in range(5):
            try:
                yield i
            finally:
                print("f", i)
    finally:
        print("outer")
e = early()
for x in e:
    if x == 1: break
e.close()
h = early()
next(h)
h.close()
def maker():
    fs = []
    for i in range(3):
        def get(): return i, total
        total = i * 10
        fs.append(get)
        yield get
    print([f() for f in fs])
print([f() for f in maker()])
def two(n):
    while n:
        m = yield n
        n -= m or 1
a, b = two(4), two(9)
print(next(a), next(b), next(a), b.send(3), list(zip(a, b)))
def errors():
    yield 1
    raise KeyError("inside")
try:
    for x in errors(): print(x)
except KeyError as e:
    print(repr(e))
def stop():
    yield 1
    raise StopIteration
try:
    list(stop())
except RuntimeError as e:
    print(e)
def running():
    yield next(me)
me = running()
try:
    next(me)
except ValueError as e:
    print(e)
