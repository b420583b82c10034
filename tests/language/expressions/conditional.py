# quick
# The conditional expression evaluates one branch only.
def v(x):
    print("v", x)
    return x
print(v(1) if v(True) else v(2))
print(v(1) if v(False) else v(2))
print([i if i % 2 else -i for i in range(5)])
f = lambda n: "neg" if n < 0 else "zero" if n == 0 else "pos"
print(f(-1), f(0), f(1))
x = 5 if 0 else None
print(x, (1, 2) if 1 else 3, [1 if 0 else 2, 3])
