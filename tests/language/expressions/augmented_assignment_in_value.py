# boards: virtual
"""The target of an augmented assignment is found before its value, which may assign to its name."""


def names(a, b):
    a += (a := b) * 2
    return a


def items(a, b):
    kept = a
    a[b] += (a := (b := 2))
    return kept, a, b


def attributes(a):
    kept = a
    a.real_part += (a := 5)
    return kept.real_part, a


class Number:
    real_part = 1


print(names(1, 2))
print(items([1, 2, 3], 0))
print(attributes(Number()))
