# compare: traceback
# A re-raised error keeps where it came from.
def bad():
    raise KeyError("k")


def f():
    try:
        bad()
    except KeyError:
        print("handled")
        raise


f()
