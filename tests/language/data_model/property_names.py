# boards: virtual
"""A property knows its name in its class; one of a derived class keeps its text as an attribute."""

# boards: virtual


class Box:
    @property
    def width(self):
        """How wide."""
        return 1

    @width.setter
    def size(self, value):
        pass

    empty = property()
    written = property(None, lambda self, value: None)


Box.late = property(lambda self: 3)
Box.bare = property()
print(Box.width.__name__, Box.size.__name__, Box.empty.__name__, Box.written.__name__)
print(Box.late.__name__, hasattr(Box.bare, "__name__"))
Box.late.__name__ = "later"
print(Box.late.__name__)
del Box.late.__name__
print(Box.late.__name__)


def attempt(action):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


def test_messages():
    class Inner(Box):
        pass

    box = Inner()
    attempt(lambda: box.empty)
    attempt(lambda: box.written)
    attempt(lambda: box.bare)
    attempt(lambda: setattr(box, "width", 1))
    attempt(lambda: setattr(box, "late", 1))
    attempt(lambda: setattr(box, "bare", 1))
    attempt(lambda: delattr(box, "width"))
    attempt(lambda: delattr(box, "bare"))


test_messages()
attempt(lambda: property().__set_name__())
attempt(lambda: property().__set_name__(1, 2, 3))
attempt(lambda: property().__name__)
attempt(lambda: property(1).__name__)


class Documented(property):
    """Text of the class."""


class Slotted(property):
    """Text of the class."""

    __slots__ = ()


def getter(self):
    """Text of the getter."""


def plain(self):
    pass


for kind in property, Documented:
    print(kind(getter).__doc__, kind(getter, doc="given").__doc__, kind(plain).__doc__)
    print(kind(plain).getter(getter).__doc__, kind(getter).setter(plain).__doc__)
attempt(lambda: Slotted(getter))
print(Slotted(plain).fget is plain, Slotted(plain, doc="dropped").__doc__)
