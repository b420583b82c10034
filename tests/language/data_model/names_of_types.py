# boards: virtual
"""Types of modules show with the name of their module."""
import array
import collections
import operator
import re

for value in (
    collections.deque(),
    collections.defaultdict(),
    collections.OrderedDict(),
    array.array("i"),
    re.compile("a"),
    re.match("a", "a"),
    operator.itemgetter(1),
):
    kind = type(value)
    print(kind, kind.__module__, kind.__name__, kind.__qualname__)
    try:
        value.missing
    except AttributeError as error:
        print(error)
for wrong in (lambda: collections.deque() + 1, lambda: array.array("i") < 1, lambda: re.compile("a") + 1):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(collections.deque([1]).__contains__(1), collections.deque.__len__(collections.deque("ab")))
print(list[collections.deque], type(list[int]), type(int | str))
