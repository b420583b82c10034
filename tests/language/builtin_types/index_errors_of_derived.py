# boards: virtual
# What is wrong with an index is said with the name of the built-in type.


class L(list):
    pass


class T(tuple):
    pass


class R(list):
    def __getitem__(self, key):
        return super().__getitem__(key)


for kind in (L, T, R, list, tuple, bytearray):
    for key in ("a", None, 1.5):
        try:
            kind()[key]
        except TypeError as error:
            print(kind.__name__, error)
for kind in (L, bytearray):
    a = kind([1])
    try:
        a["b"] = 1
    except TypeError as error:
        print(kind.__name__, error)
    try:
        del a["b"]
    except TypeError as error:
        print(kind.__name__, error)
