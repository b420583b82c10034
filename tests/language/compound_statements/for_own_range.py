# A function named range is used, not the built-in one.
def f():
    def range(n): return "abc"
    return [x for x in range(5)]
print(f())
range = lambda *a: [9, 8]
for i in range(3): print(i)
del range
for i in range(2): print(i)
