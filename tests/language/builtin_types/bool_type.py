# quick
# bool is an int with two values.
print(True, False, repr(True), str(False), True + True, True * 5, -True, True / 2, True // 1, False ** False)
print(bool(), bool(5), bool("")), print(int(True), float(False), [10, 20][True], "ab"[False])
print(True == 1, True is True, True is not 1, True < 2, True & False, True | False, True ^ True, True & 3)
print(type(True & True).__name__, type(True + 0).__name__, type(True ^ 1).__name__, sum([True, True, False]))
print(isinstance(True, int), {True: "t"}[1], {1: "one"}[True], True in [1], max(True, False), sorted([True, 0, 2]))
print("%d %s" % (True, True), f"{True:d} {True!s}", str(True) + "x", hash(True), divmod(True, True))
