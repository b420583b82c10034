# The truth of instances follows what their class gets and loses later.

class Plain:
    pass


class Derived(Plain):
    pass


def truths():
    return ["yes" if thing else "no" for thing in things]


things = [Plain(), Derived(), Plain()]
print(truths(), truths())
Plain.__len__ = lambda self: 0
print(truths(), truths())
Derived.__bool__ = lambda self: True
print(truths(), truths())
del Plain.__len__
print(truths(), truths())
Plain.__bool__ = lambda self: False
del Derived.__bool__
print(truths(), truths())
Plain.__bool__ = None
try:
    print(truths())
except TypeError as error:
    print(error)
