# Methods of the built-in iterators, called by their names.


def upper(text):
    return text.upper()


def made():
    return [
        iter([1, 2]),
        iter((1, 2)),
        iter("ab"),
        iter("äb"),
        iter(b"ab"),
        iter(bytearray(b"ab")),
        iter(range(2)),
        iter(range(9, 2, -3)),
        iter({1: 2, 3: 4}),
        iter({1: 2, 3: 4}.values()),
        iter({1: 2, 3: 4}.items()),
        reversed([1, 2]),
        reversed((1, 2)),
        reversed({1: 2, 3: 4}),
        enumerate("ab"),
        zip("ab", [1, 2]),
        map(upper, "ab"),
        filter(None, [0, 1, 2]),
        iter([3, 4].pop, 3),
        (x for x in "ab"),
    ]


for iterator in made():
    print(iterator.__iter__() is iterator, iterator.__next__())

for iterator in made():
    step = iterator.__next__
    got = []
    try:
        while True:
            got.append(step())
    except StopIteration:
        print(got)
    except IndexError as problem:
        print(got, problem)
