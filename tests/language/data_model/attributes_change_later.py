# Attributes of classes that change after they were remembered.
import sys


class Base:
    level = "base"
    maker = None

    @staticmethod
    def shout(text):
        return text.upper()

    @property
    def size(self):
        return 3


class Derived(Base):
    pass


def show(thing):
    return thing.level, thing.shout("a"), thing.size, type(thing).level


def change(name, value):
    for _ in range(3):
        print(name, [show(thing) for thing in things])
    setattr(Base, name, value)
    for _ in range(3):
        print(name, [show(thing) for thing in things])


things = [Base(), Derived(), Derived()]
change("level", "changed")
things[1].level = "own"
change("level", 7)
del things[1].level
change("shout", staticmethod(lambda text: text * 2))
change("size", 5)
Derived.level = "derived"
change("level", 8)
del Derived.level
change("level", 9)


class Getter:
    def __init__(self, value):
        self.value = value


getter = Getter(1)
Base.level = getter
for thing in things:
    for _ in range(3):
        print(thing.level is getter, end=" ")
Getter.__get__ = lambda self, owner, kind: "by __get__"
for thing in things:
    for _ in range(3):
        print(thing.level, end=" ")
print()


class Point:
    x = 0

    def __init__(self, x):
        self.x = x
        self.y = x


points = [Point(n) for n in range(4)]
print([(p.x, p.y, p.__dict__) for p in points])
Point.y = property(lambda self: "computed", lambda self, value: print("set", value))
points = [Point(n) for n in range(3)]
print([(p.x, p.y) for p in points])
Point.__setattr__ = lambda self, name, value: object.__setattr__(self, name, value * 2)
print([Point(n).x for n in range(3)])


class Meta(type):
    @property
    def kind(cls):
        return "of the metaclass"


class Made(metaclass=Meta):
    other = 1


for _ in range(3):
    print(Made.kind, Made.other)
Meta.other = property(lambda cls: "hidden")
for _ in range(3):
    print(Made.kind, Made.other)

import math

for number in range(4):
    print(math.floor(2.5), math.__name__)
    if number == 1:
        math.floor = lambda x: "replaced"
main = sys.modules["__main__"]
count = 0
for _ in range(4):
    count += 1
    print(main.count, main.Point is Point)
del count
try:
    print(main.count)
except AttributeError as error:
    print(error)
