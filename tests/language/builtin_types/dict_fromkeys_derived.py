"""`fromkeys` of classes derived from `dict`."""


class Derived(dict):
    pass


class Loud(dict):
    def __init__(self):
        print("made")

    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


print(type(Derived.fromkeys("ab")).__name__, Derived.fromkeys("ab", 1), Derived().fromkeys([]))
print(Loud.fromkeys("ab"))
print(type(dict.fromkeys("ab")), dict.fromkeys("ab", 0), (1, 2) * 1)
