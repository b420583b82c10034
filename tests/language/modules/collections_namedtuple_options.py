# boards: virtual
"""collections.namedtuple: fields that are renamed, the module that it is of."""

from collections import namedtuple

print(namedtuple("R", "a class a _b 1c", rename=True)._fields)
print(namedtuple("M", "a", module="elsewhere").__module__)
print(namedtuple("N", "a b", rename=False, defaults=(1,), module="m")(5))
