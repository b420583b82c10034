# boards: virtual
"""Positional arguments, those behind a star too, are computed before keyword arguments."""


def note(value):
    print("evaluate", value)
    return value


class Items:
    def __init__(self, *items):
        self.items = items

    def __repr__(self):
        return f"Items{self.items}"

    def __iter__(self):
        print("iterate", self.items)
        return iter(self.items)


class Mapping:
    def __repr__(self):
        return "Mapping()"

    def keys(self):
        print("keys")
        return ["m"]

    def __getitem__(self, key):
        return key + "!"


def call(*args, **keywords):
    a, b, c, d, e, f, g, h = range(8)  # over the registers of whoever calls
    print(args, {k: v for k, v in keywords.items() if not callable(v)})
    return args


class Methods:
    def __call__(self, *args, **keywords):
        return call(*args, **keywords)

    def method(self, *args, **keywords):
        return call(*args, **keywords)


def in_function(f, o):
    f(k=note(1), *note(Items(2, 3)))
    f(0, k=note(1), *note(Items(2, 3)))
    f(0, note(9), k=f(note(1), 5), *note(Items(2, 3)), j=f(*Items(7)), *note(Items(4)))
    f(*note(Items(0)), k=note(1), *note(Items(2)), **note(Mapping()))
    f(*note(Items(0)), *(5, 6), k=note(1), *Items(), j=2)
    f(k=note(1), *note(Items(2)), **note(Mapping()))
    o.method(k=note(1), *note(Items(2)))
    o.method(1, 2, 3, k=f(1), j=f(2), *f(3, 4), **{"i": note(3)})
    o(k=note(1), *[f() for _ in Items(1)], *[x for x in Items(8, 9) if note(x)])
    f(k=lambda x, *, y, **z: 0 and note(x), j=lambda x=lambda *a: 1, *b: 2)
    f(k=(lambda x, *, y=lambda a, *b: 2: y)(1)(1, 2), *note(Items(3)))
    f(k=note(1) if note(0) else note(2), *Items(1) if note(3) else note(4))


in_function(call, Methods())
call(k=note(1), *note(Items(2, 3)))
call(0, k=call(1), *note(Items(2)), *call(5))


class Derived(Items, Methods, metaclass=note(type), *note(())):
    pass


print(Derived.__mro__[1:])
try:
    call(1, k=note(1), *note(5))
except TypeError as error:
    print(error)
