# boards: virtual
# Which operand answers when classes derive from built-in types, and what remains when none does.
import operator


class L(list):
    def __mul__(self, other):
        return 1


class L2(list):
    def __rmul__(self, other):
        return NotImplemented


class LA(list):
    def __add__(self, other):
        return "added"


class LR(list):
    def __radd__(self, other):
        return "radded", other


class S(str):
    def __mul__(self, other):
        return NotImplemented

    def __add__(self, other):
        return NotImplemented


class SP(str):
    def __rmod__(self, other):
        return "rmod", type(other).__name__


class I(int):
    def __lshift__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return NotImplemented


class R(int):
    def __radd__(self, other):
        return "radd", other

    def __rdivmod__(self, other):
        return "rdivmod", other

    def __rsub__(self, other):
        return NotImplemented


class F(float):
    def __add__(self, other):
        return NotImplemented

    def __rsub__(self, other):
        return "rsub"


class St(set):
    def __and__(self, other):
        return NotImplemented

    def __ror__(self, other):
        return "ror"


class T(tuple):
    pass


class D(dict):
    def __or__(self, other):
        return NotImplemented


def tell(title, action, *args):
    try:
        result = action(*args)
        print(title, type(result).__name__, result)
    except Exception as error:
        print(title, type(error).__name__, error)


makers = [
    lambda: 1,
    lambda: 10**30,
    lambda: True,
    lambda: 1.5,
    lambda: "ab",
    lambda: [1],
    lambda: (1,),
    lambda: {1},
    lambda: {1: 2},
    lambda: L([3]),
    lambda: L2([3]),
    lambda: LA([3]),
    lambda: LR([3]),
    lambda: S("xy"),
    lambda: SP("%s"),
    lambda: I(2),
    lambda: R(3),
    lambda: F(2.5),
    lambda: St({1, 2}),
    lambda: T((1, 2)),
    lambda: D({1: 2}),
]
actions = [
    operator.add,
    operator.sub,
    operator.mul,
    operator.and_,
    operator.or_,
    operator.lshift,
    operator.iadd,
    operator.imul,
    operator.ior,
]
for first in makers:
    for second in makers:
        for action in actions:
            tell(action.__name__, action, first(), second())

for other in makers:
    tell("mod", operator.mod, "%s", other())
    tell("mod", operator.mod, other(), SP("%s"))
for first in (R(3), 1, 1.5, True, 10**30):
    tell("divmod", divmod, first, R(2))
for sequence in ([1], "a", L([1]), LA([1]), LR([1]), T((1,))):
    for other in (2, True, 1.5, "b", [2]):
        tell("__mul__", sequence.__mul__, other)
        tell("__rmul__", sequence.__rmul__, other)
        tell("__add__", sequence.__add__, other)
