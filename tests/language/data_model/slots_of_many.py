# Every instance has slots alone, the first and the following ones.
class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


for step in range(3):
    made = Slotted(step)
    try:
        made.c = 2
    except AttributeError:
        print(made.a, hasattr(made, "b"), hasattr(made, "__dict__"), "no such slot")
