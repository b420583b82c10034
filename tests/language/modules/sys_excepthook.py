# boards: virtual
# compare: traceback
"""What reports the exception that ends a program may be replaced."""

import sys


def report(kind, error, place):
    print(kind.__name__, error, place.tb_lineno > 20, sys.excepthook is report)
    sys.__excepthook__(kind, error, place)


def fail():
    raise ValueError("for the hook")


sys.excepthook = report
fail()
