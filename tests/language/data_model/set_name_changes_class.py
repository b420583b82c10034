# __set_name__ that removes and sets attributes of the class while it is made


class Draft:
    def __init__(self, value):
        self.value = value

    def __set_name__(self, owner, name):
        delattr(owner, name)
        setattr(owner, name, self.value * 2)
        setattr(owner, "also_" + name, owner.__name__)


class C:
    a = Draft(1)
    b = Draft(2)
    c = Draft(3)
    d = Draft(4)
    e = Draft(5)


print(C.a, C.b, C.c, C.d, C.e, C.also_e)
