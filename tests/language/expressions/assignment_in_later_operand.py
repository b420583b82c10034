"""An operand keeps the value it had when it was evaluated, whatever a later one assigns."""


def sums(a, b, c):
    print(a + ((a := b) * c), a)
    print(a - -(a := c), a)
    print(a * (b if c < (a := 7) < 8 else 1), a)
    print(a - (0 if [i for i in (1, 2) if (a := i) > 1] else 1) * (a := 5), a)


def comparisons(a, b, c):
    print(a < ((a := b) * c), a)
    print(b == ((b := c) + 0) < 4, b)
    print(a in [(a := 9), 2], a)


def subscripts(a, b):
    print(a[(a := b)], a)
    a = ["x", "y", "z"]
    print(a[(a := 1) :], a)
    a = "xyz"
    print(a[0 : (a := 2)], a)
    a = {(1, 2): "pair"}
    print(a[1, (a := 2)], a)
    a = [5, 6]
    a[(a := 1)] = 7
    print(a)
    a = [5, 6]
    kept = a
    a[(a := 0)] += max(1, 2, a, b)
    print(a, kept)
    del kept[(kept := 0)]
    print(kept)


def displays(a, b):
    print({a: (a := b), a: 3}, a)
    print({1: 1, a: (a := 5), a: 3}, a)
    print({a: (a := b + x) for x in (1, 2)}, a)
    print([a, (a := 8), a], (a, (a := 9), a))


def assignments(a, b):
    class Box:
        pass

    box = Box()
    (box := box).value = a
    (b := box).other = b
    print(box.value, box.other)
    items = [0, 0, 0]
    items[(a := 2)] = items[0] = a
    print(items, a)
    items[(b := 0)], a = a, (b := 1)
    print(items, a, b)


sums(1, 2, 3)
comparisons(1, 2, 3)
subscripts(["p", "q", "r"], 2)
displays(1, 2)
assignments(1, 2)
