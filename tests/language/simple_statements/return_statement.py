# quick
# return with and without value, out of loops and blocks.
def f(n):
    if n == 0: return
    if n == 1: return 5
    if n == 2: return 1, 2
    if n == 3: return *[1, 2], 3
    for i in range(10):
        while True:
            if i == n: return [i]
            break
print([f(i) for i in range(5)], f(20))
def g(): pass
print(g())
def h():
    return
    print("never")
print(h())
def k():
    return lambda: 2
print(k()())
def m():
    for i in range(5):
        for j in range(5):
            if i * j == 6:
                return i, j
print(m())
