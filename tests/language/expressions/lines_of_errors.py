# boards: virtual
"""The line that a traceback names, where an expression or statement has several."""


def show(action):
    try:
        action()
    except Exception as error:
        place = error.__traceback__.tb_next
        print(place.tb_lineno - place.tb_frame.f_code.co_firstlineno, error)


class Chain:
    def go(self, *more):
        return self


chain = Chain()


@show
def attribute():
    return chain.go().gone


@show
def method():
    (chain.go(1, 2).gone(3))


@show
def called():
    chain.go(1)(2)


@show
def item():
    chain.go(1)[2]


@show
def stored():
    chain.go().go = 3
    (3).go = 4


@show
def unpacked():
    a, b = [1]


@show
def unpacked_below():
    (a, b) = c, d = 1


def failing(number):
    if number == 0:
        raise ValueError("decorator")
    return lambda f: f


@show
def decorated():
    @failing(1)
    @failing(0)
    @failing(2)
    def f():
        pass


@show
def decorated_call():
    @failing(1)
    @chain
    @failing(2)
    class C:
        pass
