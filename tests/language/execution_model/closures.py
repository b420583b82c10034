# quick
# Captured variables are shared, live on, and are fresh for each call.
def make():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return fs
print([f() for f in make()])
def make2():
    return [lambda i=i: i for i in range(3)]
print([f() for f in make2()])
def acc(total=0):
    def add(n):
        nonlocal total
        total += n
        return total
    return add
a, b = acc(), acc(100)
print(a(1), a(2), b(5), a(3))
def params(x, *args, k=1, **kw):
    def inner(): return x, args, k, kw
    x += 1
    k = "new"
    return inner
print(params(1, 2, 3, z=4)())
def three():
    x = 1
    def two():
        y = 2
        def one():
            return x + y + z
        z = 3
        return one
    return two()()
print(three())
def shared():
    v = 0
    def get(): return v
    def put(n):
        nonlocal v
        v = n
    return get, put
get, put = shared()
put(5)
print(get())
def loop_capture():
    out = []
    for i in range(3):
        def make(j):
            def f(): return i, j
            return f
        out.append(make(i))
    return [f() for f in out]
print(loop_capture())
def recursive():
    def fact(n): return 1 if n < 2 else n * fact(n - 1)
    return fact(6)
print(recursive())
def before():
    def use(): return later
    later = "set after"
    return use()
print(before())
def empty():
    def use(): return never
    if False: never = 1
    try:
        use()
    except NameError as e:
        return str(e)
print(empty())
