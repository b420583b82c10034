"""Operands that a later assignment would change are safe from the calls between."""


def busy(*args):
    a, b, c, d, e, f, g, h = 1, 2, 3, 4, 5, 6, 7, 8
    return a + b + c + d + e + f + g + h


def sums(a, b):
    print(a - busy(b) * (a := b), a)
    print(a - busy(1, 2, 3, (a := 7)), a)
    print(a + busy() * (b := a) + busy(b := 1, 2) + b, b)


def comparisons(a, b):
    print(a < busy(1, (a := 99)) < a, a)
    print(b == busy((b := 36)) == b, b)


def displays(a):
    print({a: (busy(1), (a := 4)), a: busy((a := 5), 6)}, a)
    print({a: busy(a := x) for x in (1, 2)}, a)


def subscripts(a):
    a[busy(1) - 36 + (a := 0)] = 5
    return a


def yields(a):
    got = yield busy(1)
    print(a - (got or 1) * (a := 3), a)


sums(7, 2)
comparisons(7, 2)
displays(7)
print(subscripts([1]))
for item in yields(1):
    try:
        print(item)
    except TypeError as error:
        print(error)
