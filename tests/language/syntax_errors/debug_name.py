# boards: virtual
"""Nothing may be assigned to `__debug__`; statements that Python 2 had; a dict comprehension."""

PROGRAMS = """
__debug__ = 1
__debug__ += 1
__debug__: int
x = __debug__ = 1
x, __debug__ = 1, 2
(__debug__ := 1)
for __debug__ in []: pass
[1 for __debug__ in []]
def __debug__(): pass
class __debug__: pass
def f(__debug__): pass
def f(*__debug__): pass
lambda __debug__: 1
f(__debug__=1)
f(**x, __debug__=1)
import __debug__
import os as __debug__
del __debug__
print 1
exec "1"
execute "1"
{**x for x in y}
print(__debug__, f'{__debug__}')
"""

for line in PROGRAMS.strip().splitlines():
    try:
        compile(line, "<string>", "exec")
        print("accepted", line)
    except SyntaxError as error:
        print("refused", line, error.msg)
