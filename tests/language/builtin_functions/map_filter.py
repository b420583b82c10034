# quick
# map and filter are lazy.
print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(max, [1, 5], [2, 3], [0, 9])), list(map(len, [])), list(map(lambda *a: a, "ab", "cd")))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isalpha, "a1b")), list(filter(bool, {})))
def v(x):
    print("v", x)
    return x
m = map(v, [1, 2, 3])
print("made")
print(next(m), next(m), list(m), list(m))
f = filter(v, [0, 1])
print(next(f), list(f), iter(f) is f)
try:
    list(map(lambda x: 1 / x, [1, 0]))
except ZeroDivisionError:
    print("ZeroDivisionError")
for g in (lambda: map(1, 5), lambda: list(map(5, [1])), lambda: map(), lambda: filter(None)):
    try:
        g()
    except TypeError as e:
        print("TypeError")
