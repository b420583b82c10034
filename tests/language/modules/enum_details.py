# Members that hide attributes of their data type, `auto` in tuples, unnamed bits, `_convert_`.
# boards: virtual
import sys
from collections import namedtuple
from enum import CONFORM, Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class Number(IntEnum):
    divisor = 1
    numerator = 2

    def __str__(self):
        return self.name.upper()


print(Number.divisor.numerator, repr(Number.numerator), format(Number.divisor), Number.__doc__)
print(format(Number.numerator, "03d"))


class Book(StrEnum):
    author = "author"
    title = "title"


print(Book.author.title(), repr(Book.title), Book.title.author)


class Several(Enum):
    one = auto()
    two = auto(), auto()
    three = "x", auto()


print(list(Several))

Pair = namedtuple("Pair", "index text")


class Paired(Pair, Enum):
    first = auto(), "a"
    second = auto(), "b"


print(repr(Paired.second), Paired.second.index, type(Paired.second.value).__name__)


class Open(IntFlag):
    A = 1
    B = 2
    MASK = 255


print(~Open.A is Open(254), ~Open.MASK is Open(0), repr(Open(254)), repr(Open(256)))


class Closed(Flag, boundary=CONFORM):
    A = 1
    C = 6


print(repr(Closed.A | Closed.C), repr(Closed(3)), [str(item) for item in Closed])


class Optional(Flag):
    A = 1
    E = None


for action in (lambda: Optional.A | Optional.E, lambda: ~Optional.E):
    try:
        action()
    except TypeError as error:
        print(error)


class Outer(Enum):
    a = 1

    class Inner(Enum):
        b = 2


print(isinstance(Outer.Inner, type), list(Outer), list(Outer.Inner))


class Numbered(IntEnum):
    def __new__(cls, label):
        made = int.__new__(cls, len(cls.__members__) + 1)
        made._value_ = int(made)
        made.label = label
        return made


class Labelled(Numbered):
    x = "first"
    y = "second"


print([(item, item.label, "label" in dir(item)) for item in Labelled])

try:

    class Text(Enum):
        a = "a"
        b = auto()

except TypeError as error:
    print(error)

TEST_B = 2
TEST_A = 1
made = IntEnum._convert_("Converted", __name__, lambda name: name.startswith("TEST_"))
print(list(made), TEST_A is made.TEST_A, made is sys.modules[__name__].Converted)
