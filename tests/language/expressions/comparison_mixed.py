# Equality and order between types.
print(1 == 1.0, 1 != 1.5, True == 1, False == 0.0, 1 == "1", "a" == b"a", None == 0)
print([1, 2] == (1, 2), [1, 2] == [1.0, 2.0], (1,) == (True,), {} == [], "" == [])
print(1 < 1.5, 2 > 1.5, True < 2, -1 < False, 1.5 <= 1.5)
print("a" < "b", "a" < "B", "" < "a", "ab" < "abc", "Z" < "a")
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], (1, "a") < (1, "b"), [2] > [1, 9])
print(b"a" < b"b", b"" < b"\0", bytearray(b"x") == b"x")
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
attempt(lambda: 1 < "a")
attempt(lambda: [1] < (1,))
attempt(lambda: None > 0)
attempt(lambda: {} <= {})
attempt(lambda: "a" >= b"a")
attempt(lambda: [1, "x"] < [1, 2])
attempt(lambda: max(1, "a"))
