# enum: members, aliases, lookup, iteration, auto, errors
# boards: virtual
from enum import Enum, IntEnum, StrEnum, auto, member, nonmember, property, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return self.name, self.value

    def __str__(self):
        return "my color! " + self.name


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color.BLUE.describe())
print(Color.CRIMSON is Color.RED, Color(2), Color["BLUE"], Color.RED == 1, Color.RED == Color.RED)
print(list(Color), len(Color), Color.RED in Color, 2 in Color, 9 in Color)
print(list(Color.__members__.items()), [c.name for c in reversed(Color)])
print(type(Color.RED) is Color, isinstance(Color.RED, Color), Color, bool(Color))
print({Color.RED: "r"}[Color.CRIMSON], hash(Color.RED) == hash("RED"))
for action in (
    lambda: Color(7),
    lambda: Color["PINK"],
    lambda: Color.PINK,
    lambda: setattr(Color, "RED", 5),
    lambda: delattr(Color, "RED"),
    lambda: setattr(Color.RED, "value", 5),
    lambda: Color.RED < Color.BLUE,
    lambda: unique(Color),
):
    try:
        action()
    except (ValueError, KeyError, AttributeError, TypeError) as e:
        print(type(e).__name__, e)

try:

    class More(Color):
        PINK = 9

except TypeError as e:
    print(e)
try:

    class Twice(Enum):
        A = 1
        A = 2

except TypeError as e:
    print(e)


class Auto(Enum):
    A = auto()
    B = auto()
    C = 7
    D = auto()


print([(m.name, m.value) for m in Auto])


class Named(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f"{name}-{start}-{count}-{last_values}"

    ONE = auto()
    TWO = auto()


print([m.value for m in Named])


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius**3)


print(Planet.EARTH.value, Planet.EARTH.mass, Planet.MERCURY.density, Planet((3.303e23, 2.4397e6)))


class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coordinate.PY, Coordinate(1).label, bytes(Coordinate.PY))


class Shape(IntEnum):
    CIRCLE = 1
    SQUARE = 2


print(Shape.CIRCLE, repr(Shape.SQUARE), Shape.CIRCLE == 1, Shape.SQUARE + 3, [1, 2, 3][Shape.CIRCLE], Shape.CIRCLE < 2)
print(f"{Shape.SQUARE} {Shape.SQUARE:03d} {Color.RED:>14}", isinstance(Shape.CIRCLE, int))


class Text(StrEnum):
    HELLO = auto()
    WORLD = "W"


print(Text.HELLO, repr(Text.WORLD), Text.HELLO.upper(), Text.WORLD + "!", Text("W"))


class Missing(Enum):
    A = 1
    B = 2

    @classmethod
    def _missing_(cls, value):
        return cls.B if value == "b" else None


print(Missing("b"))
try:
    Missing("c")
except ValueError as e:
    print(e)

Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE.value, Animal.__name__, Animal.__module__)
print(list(Enum("Pairs", [("X", 10), ("Y", 20)])), list(Enum("D", {"P": 1}, start=4)), list(IntEnum("N", "A B", start=5)))


class Kinds(Enum):
    outer = nonmember(5)
    f = member(lambda self: 3)
    _ignore_ = ["tmp"]
    tmp = 8
    LAST = tmp + 1


print(Kinds.outer, [m.name for m in Kinds], Kinds.LAST.value)


class Base(Enum):
    def shared(self):
        return self.value * 2


class Derived(Base):
    A = 4


print(Derived.A.shared(), Derived.__bases__, Derived.__mro__)
print(Color.RED.BLUE, {m: m.value for m in Auto})
