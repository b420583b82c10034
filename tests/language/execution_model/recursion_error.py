# Endless recursion ends with RecursionError, and the program goes on.
def f(): return f() + 1
for i in range(2):
    try:
        f()
    except RecursionError:
        print("RecursionError")
class A:
    def __getitem__(self, i): return self[i]
    def __repr__(self): return repr(self)
try:
    A()[0]
except RecursionError:
    print("RecursionError")
def g(n): return 0 if n == 0 else 1 + g(n - 1)
print(g(50))
