# quick
# in and not in, over every container.
print(1 in [1, 2], 3 in [1, 2], 3 not in [1, 2], 1.0 in [1], True in [1])
print(2 in (1, 2), "a" in {"a": 1}, 1 in {"a": 1}, [] in [[]])
print("b" in "abc", "" in "abc", "" in "", "ac" in "abc", "abc" in "ab", "é" in "café")
print(98 in b"abc", b"bc" in b"abc", b"" in b"", 0 in bytearray(2))
print(5 in range(10), 5 in range(0, 10, 2), -1 in range(3), 4 in range(10, 0, -3), 2.0 in range(3))
print(None in [None], "x" in ["y", "x"], 0 in [False])
class Yes:
    def __contains__(self, item):
        return item == 3
print(3 in Yes(), 4 in Yes(), 4 not in Yes())
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
attempt(lambda: 1 in "abc")
attempt(lambda: 256 in b"abc")
attempt(lambda: [] in {})
attempt(lambda: "a" in b"abc")
