"""sum, min, max, zip, sorted where small integers end and among other things."""

TOP = (1 << 30) - 1
WIDE = (1 << 62) - 1


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n % 10 < other.n % 10

    def __gt__(self, other):
        return self.n % 10 > other.n % 10

    def __repr__(self):
        return f"Odd({self.n})"


for values in ([TOP, 1], [TOP, TOP, -TOP], [WIDE, 1, -1], [-WIDE, -2], [1, 2.5, 3], [True, 2], [], [1 << 70, 1]):
    print(sum(values), sum(values, 10), sum(values, 0.5))

print(max(3, 7, 7.0), max(7.0, 7), min(2, True), min(True, 1), max(-1, -2), min(-1, -2))
print(max(1, 2, 3, key=lambda n: -n), min([5, 3, 9], key=lambda n: (n % 5, n)), max([], default=7))
print(max("b", "abc"), min((2, 1), (1, 9)), max(TOP, TOP + 1), min(-WIDE - 1, -WIDE), max([1, TOP * 9, 3]))
print(max(Odd(11), Odd(21), Odd(5)), min(Odd(17), Odd(27), Odd(18)), min(Odd(1), Odd(11)))
for arguments in ((), (1,), ([],), (1, "a"), (None, 1)):
    for function in (max, min):
        try:
            print(function(*arguments))
        except (TypeError, ValueError) as error:
            print(type(error).__name__)

numbers = [(i * 7919 + 13) % 251 - 100 for i in range(90)]
expected = list(numbers)
for at in range(1, len(expected)):
    place = at
    while place > 0 and expected[place - 1] > expected[place]:
        expected[place - 1], expected[place] = expected[place], expected[place - 1]
        place -= 1
print(sorted(numbers) == expected, sorted(numbers, reverse=True) == expected[::-1])
print(sorted(numbers, key=lambda n: -n) == expected[::-1], sorted(expected) == expected)
pairs = sorted([(n % 7, n) for n in numbers], key=lambda pair: pair[0])
print([n for _, n in pairs] == [n for rest in range(7) for n in numbers if n % 7 == rest])
for length in range(20):
    some = numbers[:length]
    if sorted(some) != [n for n in expected if n in some]:
        print(length, sorted(some))
print(sorted([3, 2.5, -1, True, 1 << 40, -5]), sorted("sorted"), sorted([(2, 1), (1, 2), (1, 1)]))

print(list(zip()), list(zip([1, 2], "ab", (3.5, None, 7))), list(zip([1], [])), list(zip([], [1])))
rest = iter([1, 2, 3])
print(list(zip([9, 8], rest)), list(rest))
print(list(enumerate("ab")), list(enumerate(reversed([1, 2, 3]), TOP)) == [(TOP, 3), (TOP + 1, 2), (TOP + 2, 1)])

shrinking = [1, 2, 3, 4, 5]
backwards = reversed(shrinking)
print(next(backwards), next(backwards))
del shrinking[1:]
print(list(backwards), list(backwards))
growing = [1, 2]
backwards = reversed(growing)
growing.append(3)
print(list(backwards))

for row in ((1, 2), [1, 2], "ab", {1: 0, 2: 0}, (1,), (1, 2, 3), 5):
    try:
        a, b = row
        print(a, b)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
