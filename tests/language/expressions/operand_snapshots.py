# quick
# An operand is read before a later one is evaluated, even if that changes the variable.
def f():
    x = 1
    def inc():
        nonlocal x
        x += 10
        return x
    print(x + inc(), x)
    print(x - inc() - x)
    print([x, inc(), x], (inc(), x, inc()), {x: inc(), inc(): x})
    print(x < inc() < x, x == inc(), x is inc())
    x += inc()
    print(x)
    y = x * (inc() and x)
    print(y % 1000)
    print(x if inc() else 0, x and inc(), inc() and x)
    print("%d %d %d" % (x, inc(), x), f"{x} {inc()} {x}")
    print(max(x, inc(), x) == x, -x + inc())
    return x, inc(), x
print(f())
def g():
    i = 0
    a = [0, 10, 20, 30]
    def step():
        nonlocal i
        i += 1
        return i
    print(a[i] + a[step()] + a[i])
    a[i] += step()
    print(a, i)
    a[step()] = i
    print(a)
    i, a[i] = 0, 99
    print(a)
    a[i:step() + 2] = [i]
    print(a)
g()
def h():
    a = [1, 2]
    def swap():
        nonlocal a
        a = [3, 4]
        return 0
    print(a[swap()], a)
    class C:
        def m(self, v): return v
    o = C()
    def other():
        nonlocal o
        o = None
        return 7
    print(o.m(other()), o)
h()
n = 1
def bump():
    global n
    n += 1
    return n
print(n + bump(), n - bump(), [n, bump(), n], n * 10 + bump())
