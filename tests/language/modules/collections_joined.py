# boards: virtual
"""What `|` of mappings of the library and copies of derived ones are."""

import collections
import copy

plain = {"a": 1}
ordered = collections.OrderedDict(b=2)
default = collections.defaultdict(list, c=3)


class Ordered(collections.OrderedDict):
    pass


class Default(collections.defaultdict):
    pass


class Plain(dict):
    pass


mine, own, sub = Ordered(d=4), Default(int, e=5), Plain(f=6)
for left in (plain, ordered, default, mine, own, sub):
    for right in (plain, ordered, default, mine, own, sub):
        joined = left | right
        print(type(joined).__name__, dict(joined), getattr(joined, "default_factory", None))
for owner in (ordered, default, mine, own):
    for other in (3, [("x", 1)], None):
        try:
            print(owner | other)
        except TypeError as error:
            print(error)
    owner |= [("x", 1)]
    print(owner)

mine.extra = own.extra = sub.extra = [1]
for owner in (mine, own, sub):
    made = copy.copy(owner)
    print(type(made).__name__, made == owner, getattr(made, "extra", None) is owner.extra)
    print(type(owner.copy()).__name__, hasattr(owner.copy(), "extra"))
