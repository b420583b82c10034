# Operands, subscripts and targets are evaluated left to right.
def v(x):
    print("v", "f" if callable(x) else x)
    return x
v(1) + v(2) * v(3)
v([10, 20, 30])[v(1)]
d = {}
d[v("k")] = v(5)
(v(1), v(2))[v(0)]
a = [0, 0, 0]
a[v(0)], a[v(1)] = v(7), v(8)
print(a)
a[v(2)] += v(4)
print(a)
def f(*args, **kwargs):
    return len(args) + len(kwargs)
print(v(f)(v(1), *v([2]), k=v(3), **v({"z": 4})))
x = y = v([])
print(x is y)
v(1) < v(2)
{v("a"): v("b")}
i = 0
i, a[i] = 1, 9
print(i, a)
