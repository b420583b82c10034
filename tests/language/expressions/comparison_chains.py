# quick
# Chained comparisons evaluate each operand once and stop early.
def v(x):
    print("v", x)
    return x
print(v(1) < v(2) < v(3))
print(v(1) < v(0) < v(3))
print(v(3) > v(2) >= v(2) != v(1))
print(1 < 2 > 1, 1 == 1.0 == True, 1 is 1 is not None)
print(1 < 3 < 2 < v(9))
a = [1, 2]
print(1 in a in [[1, 2]], 1 not in a, 5 not in a != 3)
