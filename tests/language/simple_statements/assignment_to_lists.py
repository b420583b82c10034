"""Targets in square brackets are unpacked to, a single one too."""


def one(value):
    [a] = value
    return a


print(one([1]), one("x"), one([(2, 3)]), one({4: 5}))
for bad in ([], [1, 2], 3):
    try:
        print(one(bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def nested(value):
    [(a, b)] = value
    ([c, d],) = value
    [[e, f]] = value
    ((g, h),) = value
    return a + c + e + g, b + d + f + h


print(nested([(1, 2)]), nested([[3, 4]]))


def deep(value):
    [[a]] = value
    ([b],) = value
    [(c,)] = value
    (((d,),),) = [value]
    return [a, b, c, d]


print(deep([(1,)]), deep(["x"]))

[a] = (5,)
print(a)
[(a)] = [6]
print(a)
[a], b = [7], 8
print(a, b)
[a, *b] = "xyz"
print(a, b)
[*b] = (1, 2)
print(b)
[[*b]] = [(3,)]
print(b)
[] = ()
[()] = [()]
[[], ()] = [(), []]

for [i] in [[1], (2,), "3"]:
    print(i, end=" ")
for [(i, j)] in [[(1, 2)]]:
    print(i, j)
print([i + j for [(i, j)] in [[(3, 4)]]], [i for [i] in [[5]]], {i: j for [i, [j]] in [[6, [7]]]})


class Pair:
    def __enter__(self):
        return [(8, 9)]

    def __exit__(self, *error):
        pass


with Pair() as [(i, j)]:
    print(i, j)
with Pair() as [i]:
    print(i)

items = [None] * 2
[items[0]] = [1]
[items[1], ] = [2]
[one.attribute] = [3]
print(items, one.attribute)
[a] = [b] = c = ["same"]
print(a, b, c)
del [a], [b, (c)]
try:
    print(a, b, c)
except NameError as error:
    print(error)


def empty_among_others(value, s):
    ((), s[1:], c) = value
    return s, c


print(empty_among_others([[], "y", 5], [0, 0, 0]))


def deep_among_others(s):
    [(), (s[s[2]], *b), s[0]] = [(), [[3], 7, 7], 2]
    return s, b


print(deep_among_others([0, 0, 0]), [s for (), (s, ()) in [((), (1, ()))]])
