# quick
"""`globals()` is the module's dict itself; `locals()` of a module is the same."""

globals()["made"] = 1
print(made)
print(globals() is locals(), globals() is globals())
print(__name__, globals()["__name__"])


def f(a, *, b=2):
    c = a
    names = locals()
    return sorted(names), names["c"]


print(f(1))


def unbound():
    if False:
        x = 1
    return "x" in locals()


print(unbound())


def outer():
    x = 1

    def inner():
        y = x
        return sorted(locals().items())

    return inner()


print(outer())


class C:
    a = 1
    names = [name for name in locals() if not name.startswith("__")]


print(C.names)
print(vars() is globals(), "C" in dir())


def local_names():
    b = a = 1
    return dir(), sorted(vars())


print(local_names())
del globals()["made"]
try:
    made
except NameError as error:
    print(error)
