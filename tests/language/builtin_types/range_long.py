# boards: virtual
# Ranges of integers of any size.
big = 2 ** 100
def show(action):
    try:
        print(action())
    except (OverflowError, ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
r = range(big, big + 10, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:], r[::-1], list(reversed(r)), r.start == big, r.stop - big, r.step)
print(big + 3 in r, big + 4 in r, 5 in r, big in range(0, 2 * big, 2), big + 1 in range(0, 2 * big, 2), float(big) in r, r.index(big + 6), r.count(big), r.count(1))
print(range(big) == range(0, big), range(big, 0) == range(0), range(5, big, big) == range(5, 6), r != r, hash(range(5, big, big)) == hash(range(5, 6)), hash(range(0, big)) == hash(range(big)))
print(range(0, big)[big - 1] == big - 1, range(0, big)[5:10], range(0, big)[-5:], range(0, big)[::big // 3], range(big)[big // 2], range(0, -big, -7)[3], bool(range(big)), bool(range(big, 0)))
print(range(10)[::big], range(10)[-big:big], range(10)[big:], range(10)[::-big], list(range(10)[::-big]), range(0, 10 ** 30, 10 ** 29)[2:9:3], range(0, 2 ** 62), range(-2 ** 63, 2 ** 63, 2 ** 62)[1])
show(lambda: len(range(big)))
show(lambda: range(big)[big])
show(lambda: range(big)[-big - 1])
show(lambda: range(0, big, 0))
show(lambda: range(big)["a"])
show(lambda: range(1, big).index(0))
show(lambda: range(big)[::0])
show(lambda: len(range(-2 ** 62, 2 ** 62)))
show(lambda: range(2 ** 62 - 3, 2 ** 62 + 1)[3])
for i in range(2 ** 62 - 2, 2 ** 62 + 2):
    print(i)
for i in range(-big, -big - 30, -10):
    print(i)
it = iter(range(big, big + 2))
print(type(it).__name__, next(it), next(it), next(it, "end"), next(it, "end"))
print(sum(range(big, big + 5)) - 5 * big, max(range(0, big, big // 4)), sorted(range(big + 3, big, -1))[0] - big, [*range(big, big + 2)] == [big, big + 1], list(reversed(range(5))), list(reversed(range(0))))
