# What __iter__ gives must be an iterator.
# skip: core
class Broken:
    def __iter__(self):
        return 5


class Elsewhere:
    def __iter__(self):
        return Broken()


for obj in (Broken(), Elsewhere()):
    try:
        for x in obj:
            print(x)
    except TypeError as e:
        print(e)
    try:
        iter(obj)
    except TypeError as e:
        print(e)
