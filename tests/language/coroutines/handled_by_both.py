"""A generator goes on handling what was thrown into it, whatever those handle who resume it."""

import sys


def handler():
    try:
        yield
    except ValueError as error:
        print("caught", sys.exc_info()[1] is error, error.__context__)
        yield
        print("still", repr(sys.exc_info()[1]))
        yield
        raise


g = handler()
next(g)
try:
    raise ValueError("one")
except ValueError as error:
    g.throw(error)
    print(sys.exc_info()[1] is error)
print(sys.exc_info()[1])
try:
    raise KeyError("other")
except KeyError:
    next(g)
    print(repr(sys.exc_info()[1]))
try:
    next(g)
except ValueError as error:
    print("out", error)


def bare():
    try:
        yield
    finally:
        print("finally", repr(sys.exc_info()[1]))


g = bare()
next(g)
try:
    g.throw(OSError("thrown"))
except OSError as error:
    print(error)
