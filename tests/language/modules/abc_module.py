# boards: virtual
# abc: abstract methods, registration, subclass hooks
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    def describe(self):
        return f"{self.name} {self.area()}"


print(sorted(Shape.__abstractmethods__), type(Shape).__name__)


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return super().area() + self.side**2

    name = "square"

    @classmethod
    def make(cls):
        return cls(1)


class Partly(Shape):
    def area(self):
        return 1


print(Square(3).describe(), Square.make().side, Square.__abstractmethods__, sorted(Partly.__abstractmethods__))
for cls in (Shape, Partly):
    try:
        cls()
    except TypeError as e:
        print(e)


class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self): ...


try:
    One()
except TypeError as e:
    print(e)


@One.register
class Virtual:
    pass


class Child(Virtual):
    pass


class Sub(One):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Sub:
            return True if hasattr(other, "special") else NotImplemented
        return NotImplemented


class Special:
    special = 1


print(issubclass(Virtual, One), isinstance(Virtual(), One), isinstance(Child(), One), isinstance(3, One))
print(issubclass(Special, Sub), isinstance(Special(), Sub), isinstance(Special(), One), issubclass(int, Sub))
One.register(int)
print(isinstance(3, One), isinstance(True, One), isinstance("x", One))
try:
    One.register(3)
except TypeError as e:
    print(e)
try:
    Sub.register(One)
except RuntimeError as e:
    print(e)
