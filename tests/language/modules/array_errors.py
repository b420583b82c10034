# What arrays refuse.
from array import array

a = array("i", [1, 2, 3])
def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, ValueError, IndexError, OverflowError) as e:
        print(type(e).__name__, e)
attempt(array, "x")
attempt(array, "ab")
attempt(array, 1)
attempt(array, "i", "abc")
attempt(array, "i", 3)
for code, value in (("b", 200), ("b", -200), ("B", -1), ("B", 256), ("h", 70000), ("h", -70000), ("H", 70000), ("H", -1)):
    attempt(array, code, [value])
attempt(array, "i", ["a"])
attempt(array, "d", ["a"])
attempt(array, "i", [1.5])
attempt(array, "i", b"abc")
attempt(lambda: a + [1])
attempt(lambda: a + array("h"))
attempt(lambda: a * "a")
attempt(lambda: a["a"])
attempt(lambda: a[9])
def store(index, value): a[index] = value
attempt(store, 9, 1)
attempt(store, 0, "a")
attempt(store, slice(0, 1), [1])
attempt(store, slice(0, 1), array("h", [1]))
attempt(store, slice(0, 3, 2), array("i", [1]))
attempt(a.pop, 9)
attempt(array("i").pop)
attempt(a.extend, [4, "a"])
print(a)
attempt(a.extend, array("h"))
attempt(a.extend, 3)
attempt(a.frombytes, b"abc")
attempt(a.frombytes, "abc")
attempt(a.append, "x")
