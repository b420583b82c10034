# skip: vm
# boards: virtual
"""What a program leaves behind is finalised at its end at the latest."""


def g():
    try:
        yield
    finally:
        print("closed")


class D:
    def __del__(self):
        print("deleted")


def leaves():
    generator = g()
    next(generator)


def drops():
    D()


leaves()
drops()
