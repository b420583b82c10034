# compare: traceback
# Methods, a constructor and a class body in the traceback.
class Reading:
    def __init__(self, value):
        self.value = self.check(value)

    def check(self, value):
        if value < 0:
            raise ValueError("negative reading: %d" % value)
        return value


def load():
    return [Reading(v) for v in (1, -1)]


load()
