# quick
# center, ljust, rjust, zfill.
print(repr("ab".center(6)), repr("abc".center(6)), repr("ab".center(5, "*")), repr("ab".center(1)), repr("ab".ljust(4)), repr("ab".ljust(5, ".")), repr("ab".rjust(4)), repr("ab".rjust(5, ".")))
print("42".zfill(5), "-42".zfill(5), "+42".zfill(5), "".zfill(3), "abc".zfill(2), "--1".zfill(5))
print("é".center(3, "é"), "é".ljust(2, "-"))
try:
    "a".center(5, "xx")
except TypeError as e:
    print(e)
