# __cause__, __context__, suppression, and the printed chain.
def f(how):
    try:
        try:
            raise ValueError("first")
        except ValueError as e:
            if how == "from": raise KeyError("second") from e
            if how == "none": raise KeyError("second") from None
            if how == "other": raise KeyError("second") from TypeError("given")
            if how == "class": raise KeyError("second") from OSError
            raise KeyError("second")
    except KeyError as k:
        return repr(k.__cause__), repr(k.__context__), k.__suppress_context__
for how in ("plain", "from", "none", "other", "class"): print(how, f(how))
try:
    try:
        1 / 0
    finally:
        raise TypeError("in finally")
except TypeError as e:
    print(repr(e.__context__))
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
def deep():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise ValueError(2)
        except ValueError:
            raise ValueError(3)
try:
    deep()
except ValueError as e:
    print(e, e.__context__, e.__context__.__context__, e.__context__.__context__.__context__)
