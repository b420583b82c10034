# boards: virtual
# StopIteration thrown in where `yield from` has a plain iterator ends that one.
def g(n):
    try:
        x = yield from range(2)
        print("x", x)
        print((yield n))
    finally:
        print("end")


def h():
    x = yield from g(4)
    print("h", x)


def attempt(action, *args):
    try:
        print(action(*args))
    except Exception as error:
        print(type(error).__name__, error)


o = g(3)
print(next(o))
attempt(o.throw, StopIteration(5))
attempt(o.throw, StopIteration(5))
o = h()
next(o)
attempt(o.throw, StopIteration(5))
o.close()
