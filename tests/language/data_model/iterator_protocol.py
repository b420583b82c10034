# quick
# __iter__ and __next__, and the old protocol with __getitem__.
class Up:
    def __init__(self, n): self.n = n
    def __iter__(self): return UpIter(self.n)
class UpIter:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
u = Up(3)
print(list(u), list(u), [x for x in u], tuple(Up(2)), sum(u), max(u), sorted(Up(3), reverse=True))
a, b, c = u
print(a, b, c, *u, 2 in u, 9 in u)
for x in u:
    for y in u:
        if y == 2: break
    print(x, y)
print(dict(zip(u, "abc")), list(map(lambda v: v * 2, u)), list(enumerate(Up(2))))
i = iter(u)
print(next(i), next(i), next(i), next(i, "end"))
class Old:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i * i
print(list(Old()), [x for x in Old()])
class Raises:
    def __iter__(self): return self
    def __next__(self): raise ValueError("in next")
try:
    list(Raises())
except ValueError as e:
    print(e)
try:
    next(5)
except TypeError as e:
    print(e)
try:
    iter(5)
except TypeError as e:
    print(e)
