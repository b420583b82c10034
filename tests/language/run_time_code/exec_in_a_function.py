# quick
"""`exec` inside a function: the locals are a snapshot, so assignments do not come back."""


def plain():
    x = 1
    exec("x = 2")
    return x


def reads(a, b):
    c = a + b
    return eval("a, b, c")


def keeps():
    space = {}
    exec("x = 2\ny = 3", space)
    return space["x"] + space["y"]


def closes(n):
    def inner():
        return n + eval("n")

    return inner


def snapshot():
    a = 1
    before = locals()
    a = 2
    exec("b = 5", globals(), before)
    return before, locals()["a"], "b" in locals()


def through_globals():
    exec("global made\nmade = 'here'")
    return made


print(plain())
print(reads(1, 2))
print(keeps())
print(closes(4)())
print(snapshot())
print(through_globals())


class Body:
    exec("attribute = 7")
    double = eval("attribute * 2")


print(Body.attribute, Body.double)
