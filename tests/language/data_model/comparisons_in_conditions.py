"""Comparison methods whose result decides a jump, or goes to a variable."""


class Number:
    def __init__(self, value, answers=True):
        self.value = value
        self.answers = answers

    def __eq__(self, other):
        if not self.answers:
            return NotImplemented
        return self.value == (other.value if isinstance(other, Number) else other)

    def __lt__(self, other):
        if not self.answers:
            return NotImplemented
        return self.value < (other.value if isinstance(other, Number) else other)

    def __ge__(self, other):
        return [] if self.value < other.value else [1]


class Special(Number):
    def __eq__(self, other):
        print("special asked", end=" ")
        return "yes" if self.value == other.value else ""

    def __gt__(self, other):
        print("reflected", end=" ")
        return False


class Child(list):
    def __eq__(self, other):
        print("child asked", end=" ")
        return len(self) == other


class Failing:
    def __eq__(self, other):
        raise ValueError("no comparison")

    def __lt__(self, other):
        return Truthless()


class Truthless:
    def __bool__(self):
        raise TypeError("no truth")


def conditions(a, b):
    found = []
    if a == b:
        found.append("==")
    if not a == b:
        found.append("not ==")
    if a != b:
        found.append("!=")
    if a < b:
        found.append("<")
    if not a < b:
        found.append("not <")
    found.append(a == b)
    found.append(a != b)
    found.append(a < b)
    return found


for a, b in [
    (Number(1), Number(1)),
    (Number(1), Number(2)),
    (Number(2), 2),
    (Number(2), Special(2)),
    (Special(2), Number(3)),
    (Number(1, False), Number(1)),
    (Number(1, False), Special(1)),
]:
    print(conditions(a, b))
print(Number(3) == Child([1, 2, 3]), Child([1]) == Number(1))
if Number(1) >= Number(2):
    print("wrong")
print(Number(1) >= Number(2), Number(2) >= Number(2))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def jumping():
    if Failing() == 1:
        return "equal"
    return "not equal"


def truthless():
    while Failing() < 1:
        return "less"
    return "not less"


attempt(jumping)
attempt(truthless)
attempt(lambda: Failing() == 1)
attempt(lambda: Number(1, False) < Number(2, False))
attempt(lambda: "less" if Number(1, False) < 5 else "not less")


class Nested:
    """Compares by comparing what it holds."""

    def __init__(self, inner):
        self.inner = inner

    def __eq__(self, other):
        return self.inner == other.inner


def nested(depth):
    value = 0
    for _ in range(depth):
        value = Nested(value)
    return value


print(nested(9) == nested(9), nested(8) == Nested(nested(7)), Nested(1) == Nested(2))


def compared():
    total = 0
    numbers = [Number(step % 5) for step in range(20)]
    for number in numbers:
        if number == numbers[3]:
            total += 1
        elif number < numbers[3]:
            total += 100
    return total


print(compared())


def steps():
    number = Number(0)
    while number < Number(3):
        yield number.value
        number = Number(number.value + 1)


print(list(steps()))
