# quick
# all, any, sum.
print(all([]), any([]), all([1, "a"]), all([1, 0]), any([0, ""]), any([0, 5]), all("abc"), any({"": 1}))
print(sum([]), sum([1, 2, 3]), sum([1.5, 2]), sum([1, 2], 10), sum([[1], [2]], []), sum(range(5)), sum((True, True)), sum([1, 2], start=5), sum({1: 0, 2: 0}))
def v(x):
    print("v", x)
    return x
print(any(map(v, [0, 1, 2])), all(map(v, [1, 0, 2])))
for f in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum(5), lambda: all(5), lambda: sum([b"a"], b"")):
    try:
        f()
    except TypeError as e:
        print(e)
