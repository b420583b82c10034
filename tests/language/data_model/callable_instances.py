# __call__ makes instances callable.
class Add:
    def __init__(self, n): self.n = n
    def __call__(self, x, *rest, k=0): return self.n + x + sum(rest) + k
a = Add(10)
print(a(1), a(1, 2, 3), a(1, k=5), callable(a), callable(Add), callable(5), callable(len), callable(lambda: 0))
print(list(map(a, [1, 2])), sorted([3, 1], key=Add(0)))
class NotCallable: pass
try:
    NotCallable()()
except TypeError as e:
    print(e)
class Chain:
    def __call__(self): return self
print(type(Chain()()()()).__name__)
