# boards: virtual
# int(), bytes(), iteration and str() of objects of classes derived from built-in types.


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Text(str):
    def __index__(self):
        return 5


class Bad(str):
    def __index__(self):
        return 1.0


class Number(int):
    def __index__(self):
        return 7

    def __getitem__(self, i):
        return range(3)[i]

    def __bytes__(self):
        return b"number"


class Half(int):
    def __bytes__(self):
        return "text"

    def __str__(self):
        return None


class Plain:
    def __repr__(self):
        return None


class Named(str):
    pass


show(lambda: int(Text("12")))
show(lambda: int(Bad("12")))
show(lambda: int(Text("12"), 16))
show(lambda: int(Number(3)))
show(lambda: list(Number(3)))
show(lambda: 2 in Number(3))
show(lambda: list(reversed(Named("abc"))))
show(lambda: bytes(Number(3)))
show(lambda: bytearray(Number(3)))
show(lambda: bytes(Half(2)))
show(lambda: str(Half(2)))
show(lambda: str(Plain()))
show(lambda: repr(Plain()))
show(lambda: f"{Plain()}")
show(lambda: bytes(Plain))
show(lambda: bytearray(Plain))
show(lambda: "ab" * Named("x"))
show(lambda: [1] * Named("x"))
show(lambda: Named("x") * [1])
show(lambda: pow("a", 2, 3))
show(lambda: format(5, ".0q"))
show(lambda: format(5, ".3s"))
show(lambda: format("a", " _"))


class Meta(type):
    def __new__(meta, name, bases, space, **more):
        print("new", name, more)
        return super().__new__(meta, name, bases, space)

    def __init__(cls, name, bases, space, **more):
        print("init", name, more)


class Base(metaclass=Meta):
    pass


print(type(type("Made", (Base,), {"x": 1})).__name__)
show(lambda: type("Twice", (Base, Base), {}))


class Guarded:
    __slots__ = ("x",)

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


def set_other():
    Guarded().other = 1


show(set_other)


class Counted(int):
    def __len__(self):
        return 3

    def __int__(self):
        return True


class Items(dict):
    def __next__(self):
        raise StopIteration(3)


class Part(str):
    def __delitem__(self, i):
        pass


class Index:
    def __index__(self):
        return 12

    def __radd__(self, other):
        return "radd", other

    def __complex__(self):
        return 1


def set_item():
    Part("x")[0] = 1


def add_to_list():
    items = [1]
    items += Index()
    return items


show(lambda: bool(Counted()))
show(lambda: int(Counted(5)))
show(lambda: next(Items()))
show(set_item)
show(add_to_list)
show(lambda: complex(Index()))
show(lambda: "%d %x %5o" % (Index(), Index(), Index()))
show(lambda: "%x" % 1.5)


def call(*args, **keywords):
    return args, keywords


show(lambda: call(*5, a=1))
show(lambda: call(*5, *[1]))
show(lambda: call(*5, a=call(*[1]), **{}))
