# quick
# max and min.
print(max(1, 2), min(1, 2), max([3, 1, 2]), min("hello"), max(1, 2.5), min((5,)), max([1, -5], key=abs), min([1, -5], key=lambda x: x * x), max("ab", "b"), max([], default=0), min([], default=None), max({"a": 1, "b": 0}))
print(max([(1, "a"), (1, "b")]), max([1, 1.0]), min([1.0, 1]), max("a", "bb", key=len), min(range(5, 10)), max([[1], [1, 0]]), max(1, 2, 3, key=lambda x: -x))
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    max([])
except ValueError:
    print("ValueError")
attempt(lambda: min())
attempt(lambda: max(5))
attempt(lambda: max(1, "a"))
attempt(lambda: max(1, 2, default=3))
