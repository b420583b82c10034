# iter and next in all forms.
i = iter([1, 2])
print(next(i), next(i), next(i, None), next(i, "d"))
try:
    next(i)
except StopIteration:
    print("StopIteration")
n = 0
def f():
    global n
    n += 1
    return n
print(list(iter(f, 3)), n)
c = iter(f, 10)
print(iter(c) is c, next(c), next(c))
for g in (lambda: iter(5), lambda: next([]), lambda: iter(5, 5), lambda: next()):
    try:
        g()
    except TypeError as e:
        print(e)
