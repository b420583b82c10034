# A module of computed_attributes.
def __getattr__(name):
    if name == "answer":
        return 42
    raise AttributeError("nothing called " + name)


def __dir__():
    return ["question", "answer"]


known = 1
