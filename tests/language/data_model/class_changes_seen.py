"""What a class is given later is seen by instances made and attributes set before."""


class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y


def make(count):
    total = 0
    for step in range(count):
        point = Point(step)
        total += point.x + point.y
    return total


print(make(5))


def other_init(self, x):
    self.x = x * 10
    self.y = 1
    self.z = 2


Point.__init__ = other_init
print(make(5), Point(1).z)


def make_two(x, y):
    return Point(x, y)


try:
    make_two(1, 2)
except TypeError as error:
    print(type(error).__name__)


class Temperature:
    def __init__(self, degrees):
        self.degrees = degrees
        self.unit = "C"


made = [Temperature(step) for step in range(3)]
print([item.degrees for item in made])


def set_degrees(self, value):
    print("set", value)
    self.__dict__["hidden"] = value


Temperature.degrees = property(lambda self: self.__dict__.get("hidden", "none"), set_degrees)
print([item.degrees for item in made])
print(Temperature(20).degrees, Temperature(21).unit)
Temperature.unit = property(lambda self: "K")
try:
    Temperature(22)
except AttributeError:
    print("cannot be set")
del Temperature.unit
del Temperature.degrees
print(Temperature(23).degrees, Temperature(23).unit)


class Watched:
    def __init__(self, value):
        self.value = value


Watched(1)
Watched(2)


def note(self, name, value):
    print("noted", name, value)
    object.__setattr__(self, name, value)


Watched.__setattr__ = note
print(Watched(3).value)
del Watched.__setattr__
print(Watched(4).value)


class Counted:
    made = 0

    def __init__(self):
        self.number = Counted.made


for _ in range(3):
    Counted()


def counting(cls):
    cls.made += 1
    return object.__new__(cls)


Counted.__new__ = staticmethod(counting)
print([Counted().number for _ in range(3)])


class Derived(Point):
    def __init__(self, x):
        super().__init__(x)
        self.own = x + 1


print([(item.x, item.own) for item in [Derived(step) for step in range(3)]])


class WithDel:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        pass


print([WithDel(step).name for step in range(4)])


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


print([Slotted(step).a for step in range(3)])


class Bad:
    def __init__(self):
        return 5


for _ in range(2):
    try:
        Bad()
    except TypeError as error:
        print(error)


class Many:
    def __init__(self, count):
        for step in range(count):
            setattr(self, "a" + str(step), step)
        self.last = count


print([Many(count).last for count in (1, 5, 2, 9, 3)])
