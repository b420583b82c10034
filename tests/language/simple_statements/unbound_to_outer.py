"""An unbound variable is not stored in one of the module or of an outer function."""


def to_module(do):
    global first
    if do:
        value = 1
    try:
        first = value
    except UnboundLocalError as error:
        print(error)


def to_outer(do):
    def inner():
        nonlocal outer
        if do:
            value = 1
        try:
            outer = value
        except UnboundLocalError as error:
            print(error)

    outer = 0
    inner()
    return outer


def by_walrus(do):
    global second
    if do:
        value = 1
    try:
        print((second := value))
    except UnboundLocalError as error:
        print(error)


first = second = 0
for do in (False, True):
    to_module(do)
    print(first, to_outer(do))
    by_walrus(do)
    print(second)
