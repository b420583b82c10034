# compare: traceback
# An error while handling another shows both.
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")


f()
