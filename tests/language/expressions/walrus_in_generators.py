# A := in a generator expression binds in the function around it.
def f():
    print(any((hit := x) > 2 for x in [1, 5, 2]), hit)
    g = (last := x for x in range(3))
    print(list(g), last)
f()
print(all((bad := x) < 3 for x in range(9)), bad)
