"""Keywords for `__init__` of classes derived from types that take none."""


class Named(tuple):
    def __init__(self, items, name=None):
        self.name = name


class Amount(float):
    def __init__(self, number, unit="m"):
        self.unit = unit


class Plain(tuple):
    pass


named = Named([1, 2], name="pair")
print(named, named.name)
amount = Amount(2.5, unit="kg")
print(amount, amount.unit)
for kind in (tuple, Plain, float):
    try:
        kind(other=1)
    except TypeError as error:
        print(error)
