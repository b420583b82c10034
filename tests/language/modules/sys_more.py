# boards: virtual
"""What few programs ask of `sys`: frames, limits, flags, and another `sys.stdout`."""

import sys


def f():
    x = 5
    fr = sys._getframe()
    print(
        fr.f_code.co_name,
        "x" in fr.f_locals,
        fr.f_back.f_code.co_name,
        fr.f_back.f_lineno,
        fr.f_globals is globals(),
    )
    print(sys._getframe(1).f_code.co_name, sys._getframe(1).f_back)


f()
try:
    sys._getframe(10)
except ValueError as e:
    print(e)
print(
    sys.version_info[:2] >= (3, 12),
    sys.version_info.major,
    sys.version_info.releaselevel,
    len(sys.version_info),
    sys.hexversion >> 24,
    sys.version_info >= (3,),
)
print(sys.getrecursionlimit())
sys.setrecursionlimit(2000)
print(sys.getrecursionlimit())
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)
print(sys.getsizeof([]) > 0, sys.getsizeof("abc") < sys.getsizeof("abc" * 100))
print(sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    print(
        sys.exception() is e,
        sys.exc_info()[0].__name__,
        sys.exc_info()[1] is e,
        sys.exc_info()[2] is not None,
    )
print(sys.exc_info())
print(
    sys.maxunicode,
    sys.flags.optimize,
    sys.getdefaultencoding(),
    sys.float_repr_style,
    sys.byteorder,
)


class W:
    def __init__(self):
        self.t = []

    def write(self, s):
        self.t.append(s)

    def flush(self):
        pass


w = W()
old = sys.stdout
sys.stdout = w
print("captured", 1, end="!\n")
sys.stdout = old
print(w.t and "".join(w.t), sys.__stdout__ is sys.stdout)


def g():
    yield 1


x = g()
x.__name__ = "renamed"
x.__qualname__ = "a.b"
print(x.__name__, x.__qualname__, g.__name__, next(x), x.gi_frame.f_lineno, x.gi_frame.f_back)
try:
    x.__name__ = 3
except TypeError as e:
    print(e)
try:
    sys.exit("bye")
except SystemExit as e:
    print(e.code)
print(
    "sys" in sys.builtin_module_names,
    type(sys.executable).__name__,
    sys.intern("a b") is sys.intern("a" + " b"),
)
