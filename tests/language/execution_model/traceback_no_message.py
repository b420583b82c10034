# compare: traceback
# Errors with no text, with several arguments, of an own class.
class Own(Exception):
    pass


def f():
    try:
        raise Own(1, "two")
    except Own as e:
        print(e)
    raise Own


f()
