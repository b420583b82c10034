# boards: virtual
"""throw() with a class, a value and a traceback, as it is still allowed."""

import warnings

warnings.simplefilter("ignore")


def catching():
    while True:
        try:
            yield 1
        except ValueError as error:
            print("caught", type(error).__name__, error.args)


g = catching()
next(g)
g.throw(ValueError)
g.throw(ValueError, "text")
g.throw(ValueError, ("a", "b"))
g.throw(ValueError, ValueError(1))
g.throw(ValueError, TypeError(1))
g.throw(ValueError, UnicodeError(2), None)
for bad in ((3,), (ValueError, "foo", 23), (ValueError(1), "foo")):
    try:
        g.throw(*bad)
    except TypeError as error:
        print(error)
print(next(g))
try:
    g.throw(KeyError, ValueError(3))
except KeyError as error:
    print(repr(error))
