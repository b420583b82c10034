# boards: virtual
"""Methods, functions, cells and modules made by their types."""

import sys
import types


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def add(a, b=2, *, c=3):
    "Adds."
    return a + b + c


# Methods.
show(lambda: types.MethodType(add, 1)())
show(lambda: types.MethodType(add, 1)(5, c=7))
show(lambda: types.MethodType(len, "abc")())
show(lambda: types.MethodType(add, 1).__self__)
show(lambda: types.MethodType(add, 1) == types.MethodType(add, 1))
show(lambda: types.MethodType(add, 1).__doc__)
show(lambda: types.MethodType(3, 4))
show(lambda: types.MethodType(add, None))


class Counter:
    pass


counter = Counter()
counter.step = types.MethodType(lambda self, n: (self, n), counter)
show(lambda: counter.step(3) == (counter, 3))
show(lambda: add.__get__(1)(1))
show(lambda: str.upper.__get__("a")())
show(lambda: int.__add__.__get__(3)(4))
show(lambda: object.__setattr__.__get__(counter)("name", 5))
show(lambda: counter.name)
show(lambda: (hasattr(len, "__get__"), hasattr(str.upper, "__get__"), hasattr(add, "__get__")))

# Functions.
show(lambda: types.FunctionType(add.__code__, {})(1, 2, c=3))
show(lambda: types.FunctionType(add.__code__, {}, "sum", (10,))(1, c=1))
show(lambda: types.FunctionType(add.__code__, {}, "sum").__name__)
show(lambda: types.FunctionType(code=add.__code__, globals={}, argdefs=None)(1))
show(lambda: types.FunctionType(3, {}))
show(lambda: types.FunctionType(add.__code__, 3))
show(lambda: types.FunctionType(add.__code__, {}, 3))
show(lambda: types.FunctionType(add.__code__, {}, None, 3))


def outer(x):
    def inner():
        return x

    return inner


inner = outer(1)
show(lambda: types.FunctionType(inner.__code__, {}, None, None, (types.CellType(7),))())
show(lambda: types.FunctionType(inner.__code__, {}, closure=inner.__closure__)())
show(lambda: types.FunctionType(inner.__code__, {}))
show(lambda: types.FunctionType(inner.__code__, {}, None, None, ()))
show(lambda: types.FunctionType(inner.__code__, {}, None, None, (3,)))
show(lambda: types.CellType(3).cell_contents)
show(lambda: types.CellType().cell_contents)
where = {"value": 5}
show(lambda: types.FunctionType((lambda: value).__code__, where)())  # noqa: F821

try:

    class Broken:
        first = 1
        second = first + 1
        1 / 0
except ZeroDivisionError as error:
    body = error.__traceback__.tb_next.tb_frame.f_code
space = {}
try:
    exec(body, space)
except ZeroDivisionError as error:
    print(error, space["first"], space["second"])


# Modules.
class Loud(types.ModuleType):
    """A module that has everything."""

    def __init__(self, name, answer):
        super().__init__(name, "Loud.")
        self.answer = answer

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return name + "!"

    @property
    def twice(self):
        return self.answer * 2

    def __dir__(self):
        return ["seen", "all"]


loud = Loud("loud", 21)
print(loud.answer, loud.twice, loud.word, loud.__name__, loud.__doc__, dir(loud))
print(loud.__dict__["answer"], vars(loud) is loud.__dict__, isinstance(loud, types.ModuleType))
loud.answer = 4
print(loud.twice, type(loud).__mro__)
del loud.answer
print(loud.answer)
sys.modules["loud"] = loud
import loud as again
from loud import thing

print(again is loud, thing)
exec("x = 3\ndef f(): return x", loud.__dict__)
print(loud.x, loud.f())
loud.x = 5
print(loud.f())
show(lambda: types.ModuleType())
show(lambda: types.ModuleType(3))


class Silent(types.ModuleType):
    pass


show(lambda: Silent())
silent = Silent("silent")
show(lambda: silent)
show(lambda: silent.missing)
show(lambda: (silent.__name__, silent.__doc__, silent.__spec__, silent.__package__))
