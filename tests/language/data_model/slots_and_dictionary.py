# boards: virtual
class Both:
    __slots__ = ("__dict__", "a")


x = Both()
x.a = 1
x.b = 2
print(x.__dict__)
x.__dict__ = {"c": 3}
print(x.__dict__, x.a, hasattr(x, "b"), x.c)
x.__dict__ = {}
print(x.__dict__, x.a)


class Named:
    __name__ = "other"


class Computed:
    @property
    def __name__(self):
        return "of an object"


print(Named.__name__, Named().__name__, Computed.__name__, Computed().__name__)


class Twice:
    """A name said twice is one attribute."""

    __slots__ = ("a", "b", "a")


twice = Twice()
twice.a, twice.b = 1, 2
print(twice.a, twice.b)
