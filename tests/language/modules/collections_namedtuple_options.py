# boards: virtual
"""collections.namedtuple: fields that are renamed, the module that it is of."""

from collections import namedtuple

print(namedtuple("R", "a class a _b 1c", rename=True)._fields)
print(namedtuple("M", "a", module="elsewhere").__module__)
print(namedtuple("N", "a b", rename=False, defaults=(1,), module="m")(5))


class Longer(namedtuple("Shorter", "a b")):
    """Says that it has more fields than it was made with."""

    _fields = ("a", "b", "c")

    @property
    def c(self):
        return self.a + self.b


longer = Longer(1, 2)
print(longer, longer.c, longer._asdict(), longer._replace(a=5), Longer._make([3, 4]))
