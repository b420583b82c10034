# collections.namedtuple: fields, defaults, errors
from collections import namedtuple

Point = namedtuple("Point", "x y")
p = Point(11, y=22)
print(p, p[0] + p[1], p.x, p.y, len(p), isinstance(p, tuple), p == (11, 22))
x, y = p
print(x, y, hash(p) == hash((11, 22)))
print(Point._make([1, 2]), p._asdict(), p._replace(x=5), Point._fields, Point._field_defaults)
print(Point.__name__, Point.__doc__, Point.__module__)
print(p + (3,), p < Point(12, 0), sorted([Point(2, 1), Point(1, 2)]))

Person = namedtuple("Person", ["name", "age", "job"], defaults=[30, "none"])
print(Person("Ann"), Person("Bob", 4), Person("Cid", job="x"), Person._field_defaults)
print(namedtuple("E", "")(), namedtuple("C", "a,b, c")._fields)

for args, keywords in (
    ((), {}),
    ((1,), {}),
    ((1, 2, 3), {}),
    ((1, 2), {"y": 3}),
    ((1, 2), {"z": 3}),
    ((1,), {"z": 3}),
):
    try:
        print(Point(*args, **keywords))
    except TypeError as e:
        print(e)
for args in (("class", "a"), ("T", "a b a"), ("T", "_a"), ("T", "a-b"), ("T", "def"), ("1T", "a")):
    try:
        namedtuple(*args)
    except ValueError as e:
        print(e)
for action in (
    lambda: p._replace(z=1),
    lambda: Point._make([1]),
    lambda: namedtuple("T", "a", defaults=[1, 2]),
):
    try:
        action()
    except (TypeError, ValueError) as e:
        print(e)
try:
    p.x = 3
except AttributeError:
    print("read only")


class Vector(namedtuple("Vector", "x y")):
    __slots__ = ()

    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


v = Vector(3, 4)
print(v, v.length(), v + v, v._replace(x=0))
