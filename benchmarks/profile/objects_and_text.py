"""Instances, operators, generators, text: what scripts do between the loops."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    @property
    def product(self):
        return self.x * self.y


def count(*values, **named):
    return len(values) + len(named)


def numbers(limit):
    yield from range(limit)


def fail():
    raise ValueError(3)


def objects():
    point = Point(1, 2)
    for i in range(20):
        step = Point(i, i)
        point = point + step
        if point == step:
            return point.product
    return sum(numbers(point.product & 15))


def text():
    parts = []
    for i in range(20):
        parts.append("%d:%s" % (i, i))  # noqa: UP031
        parts.append(f"{i:3d} {i * 1.5:.2f}")
    words = ",".join(parts).split(",")
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    first, *others = sorted(counts.items(), key=lambda entry: entry[1])
    return words, first, count(1, 2, *others, **{"b": 2} | counts)


def data():
    block = bytearray(32)
    for i in range(32):
        block[i] = i ^ 85
    odd = [i for i in block if i & 1]
    letters = {i: chr(65 + i % 26) for i in odd}
    return int("123") + int(str(456)) + len(repr(letters))


def run():
    objects()
    words, _, total = text()
    " ".join(words).upper().replace("1", "one").find("X")
    try:
        fail()
    except ValueError as error:
        total += len(str(error))
    return total + data()
