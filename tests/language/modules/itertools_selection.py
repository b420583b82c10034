# The selecting iterators of itertools.
from itertools import dropwhile, groupby, takewhile


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(bool, [])))
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(takewhile(bool, [])))
t = takewhile(lambda x: x < 3, iter([1, 5, 1, 2]))
print(next(t), next(t, "end"), next(t, "end"))
attempt(lambda: list(takewhile(lambda x: 1 / x, [1, 0])))
attempt(lambda: list(takewhile(3, [1])))

print([(key, list(group)) for key, group in groupby("aabccc")])
print([(key, len(list(group))) for key, group in groupby(range(10), lambda x: x // 4)])
print([(key, list(group)) for key, group in groupby([], key=None)])
print([key for key, group in groupby([1, 1, 2, 1])])
groups = [group for key, group in groupby("aab")]
print([list(group) for group in groups])
g = groupby("aabbb")
key, group = next(g)
print(key, next(group))
key, other = next(g)
print(key, list(group), list(other), list(g), list(other))
key, group = next(groupby("xxy"))
print(key, list(group))


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return abs(self.n - other.n) < 2

    def __repr__(self):
        return f"<{self.n}>"


print([(k, list(g)) for k, g in groupby(map(Odd, [1, 2, 3, 7, 8, 10]))])


def failing():
    yield 1
    raise ValueError("stop here")


attempt(lambda: [(k, list(g)) for k, g in groupby(failing())])
