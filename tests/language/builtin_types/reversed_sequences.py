# boards: virtual
"""What `reversed` takes, how sequences of Python classes end, and long enumerations."""
# boards: virtual

import operator
import sys


class Ends:
    def __len__(self):
        return 5

    def __getitem__(self, index):
        if index < 3:
            return index
        raise StopIteration


class NoItems:
    def __len__(self):
        return 2


class NoLength:
    def __getitem__(self, index):
        return index


class Blocked(Ends):
    __reversed__ = None


print(list(Ends()), list(reversed(Ends())))
for kind in (NoItems, NoLength, Blocked):
    try:
        reversed(kind())
    except TypeError as error:
        print(error)
backwards = reversed("abc")
print(operator.length_hint(backwards), next(backwards), operator.length_hint(backwards))
print(list(backwards), operator.length_hint(backwards))
start = sys.maxsize
print([number - start for number, _ in enumerate("abc", start)])
print(list(enumerate("ab", 10**30)), list(enumerate("ab", True)))


def nested():
    list(iterator) if not calls.append(1) and len(calls) == 1 else None
    return 1 if len(calls) < 4 else 2


calls = []
iterator = iter(nested, 2)
print(list(iterator), len(calls))
