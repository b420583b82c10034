# boards: virtual
# sum() of floats carries along what rounding takes away.
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([1.0, 10**100, 1.0, -(10**100)]))
print(sum([-149973098.61565173, 68719476736.0, -149973098.61565173]), sum([0.1, 0.2, 0.3], 0.5))
print(sum([1, 2, 0.1, 5, True, 0.7]), sum([float("inf"), 1.0, 2]), sum([1e308, 1e308, -1e308]))
print(sum([2, 0.5, 1j, 0.25]), sum([0.1, 10**400 // 10**390, 0.2]), sum([], 1.5), sum([-0.0]))


class Money(float):
    def __radd__(self, other):
        return f"{other} and {float(self)}"


print(sum([0.1, 0.2, Money(3)]), sum([0.1, Money(0.2)], 1.5))
try:
    print(sum([0.5, "x"]))
except TypeError as error:
    print(error)
