"""A comprehension in a class body sees the names around the class, not those of the class."""

# ruff: noqa: RUF012

y = 1


def show(kind):
    print({name: value for name, value in vars(kind).items() if name[0] != "_"})


def inside():
    y = 5

    class Inner:
        y = 2
        pairs = [(x, y) for x in range(2)]
        first = [x for x in [y]]
        nested = [[y for a in [1]] for b in [y]]
        generated = tuple(y for a in [1])
        second = [w for q in [1] for w in [y]]
        chosen = [q for q in [1, 5] if q == y]
        table = {q: y for q in [1, 2]}

    show(Inner)


class Outer:
    y = 2
    pairs = [(x, y) for x in range(2)]
    first = [x for x in [y]]
    nested = [[y for a in [1]] for b in [y]]
    table = {q: y for q in [1, 2]}


def declared():
    y = 3

    class Inner:
        nonlocal y
        y = 2
        values = [y for x in range(2)]

    show(Inner)
    print(y)


inside()
show(Outer)
declared()
try:

    class Missing:
        here = 1
        values = [here for a in [1]]

except NameError as error:
    print(error)
