# quick
# enumerate and zip.
print(list(enumerate("ab")), list(enumerate([5, 6], 10)), list(enumerate([], 1)), list(enumerate("x", start=-1)), dict(enumerate("ab")))
print(list(zip()), list(zip("ab")), list(zip("ab", [1, 2, 3])), list(zip("abc", range(9), [True])), dict(zip("ab", (1, 2))), list(zip([], "a")), [a + b for a, b in zip([1, 2], [3, 4])])
z = zip(*[(1, "a"), (2, "b")])
print(next(z), list(z), list(z))
for i, (a, b) in enumerate(zip("xy", "pq")): print(i, a, b)
print(list(zip("ab", "cd", strict=True)))
try:
    list(zip("ab", "c", strict=True))
except ValueError as e:
    print(e)
e = enumerate("abc")
print(next(e), iter(e) is e, list(e))
for f in (lambda: enumerate(5), lambda: zip(5)):
    try:
        f()
    except TypeError as e:
        print(e)
