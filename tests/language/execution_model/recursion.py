# quick
# Recursion, mutual recursion and a clean end of it.
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(10), [fact(i) for i in range(5)])
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(20), odd(7))
def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3))
def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(6, "a", "b", "c"))
def flatten(x):
    if not isinstance(x, list): return [x]
    out = []
    for i in x: out += flatten(i)
    return out
print(flatten([1, [2, [3, [4, []]]], 5]))
