# quick
# reversed and sorted.
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(5))), list(reversed({"a": 1, "b": 2})), list(reversed(b"ab")), list(reversed([])))
class R:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print(list(reversed(R())))
class S:
    def __reversed__(self): return iter("rev")
print(list(reversed(S())))
print(sorted([3, 1, 2]), sorted("cab"), sorted((2, 1)), sorted({3: 0, 1: 0}), sorted([1, 2, 3], reverse=True), sorted(["bb", "a"], key=len), sorted([], key=len), sorted([(1, 2), (1, 1)]), sorted(range(5), key=lambda x: (x % 2, -x)))
for f in (lambda: reversed(5), lambda: reversed({}.keys) , lambda: sorted(5), lambda: sorted([1], 5), lambda: sorted(["a", 1]), lambda: sorted([1], bad=2)):
    try:
        f()
    except TypeError as e:
        print("TypeError")
