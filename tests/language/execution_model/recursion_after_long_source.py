# The code of a whole program lies in the way of frames unless it is moved out: deep recursion goes
# on in the memory that compiling left.
def deep(n, a, b, c, d):
    if n == 0: return a + b + c + d
    return deep(n - 1, b, c, d, a) + 0
for depth in range(20, 120, 20):
    print(depth, deep(depth, 1, 2, 3, 4))
def f0(a, b): return [a, b, 0, a * b + 0, 'x0']
def f1(a, b): return [a, b, 1, a * b + 1, 'x1']
def f2(a, b): return [a, b, 2, a * b + 2, 'x2']
def f3(a, b): return [a, b, 3, a * b + 3, 'x3']
def f4(a, b): return [a, b, 4, a * b + 4, 'x4']
def f5(a, b): return [a, b, 5, a * b + 5, 'x5']
def f6(a, b): return [a, b, 6, a * b + 6, 'x6']
def f7(a, b): return [a, b, 7, a * b + 7, 'x7']
def f8(a, b): return [a, b, 8, a * b + 8, 'x8']
def f9(a, b): return [a, b, 9, a * b + 9, 'x9']
def f10(a, b): return [a, b, 10, a * b + 10, 'x10']
def f11(a, b): return [a, b, 11, a * b + 11, 'x11']
def f12(a, b): return [a, b, 12, a * b + 12, 'x12']
def f13(a, b): return [a, b, 13, a * b + 13, 'x13']
def f14(a, b): return [a, b, 14, a * b + 14, 'x14']
def f15(a, b): return [a, b, 15, a * b + 15, 'x15']
print(f0(1, 2), f15(3, 4))
