# quick
# Lambdas with every kind of parameter, and closures over them.
print((lambda: 5)(), (lambda x: x * 2)(4), (lambda x, y=3: x + y)(1))
print((lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda a, *, b: (a, b))(1, b=2))
fs = [lambda x, n=n: x + n for n in range(3)]
print([f(10) for f in fs])
add = lambda a: lambda b: a + b
print(add(3)(4), (lambda f, x: f(f(x)))(lambda y: y * y, 3))
print((lambda x: x if x else "empty")(0), (lambda: (1, 2))(), sorted([3, 1, 2], key=lambda v: -v))
print(type(lambda: 0).__name__, (lambda: 0).__name__)
