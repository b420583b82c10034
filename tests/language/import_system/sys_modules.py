# boards: virtual
"""`sys.modules` is what import looks into first; `sys.path` where files are."""

import sys

print(sys.modules["__main__"].__name__, sys.modules["sys"] is sys)
print(__name__, __package__, __file__.endswith("import_system/sys_modules.py"), __spec__)
print(sys.path[0].endswith("import_system"), sys.argv[0].endswith("sys_modules.py"))
made = type(sys)("made", "what it is for")
made.x = 5
print(made.__name__, made.__doc__, made.__package__, made, made.__dict__["x"])
sys.modules["made"] = made
import made as again

print(again is made, again.x)
from made import x

print(x)
del sys.modules["made"]
try:
    import made
except ImportError as error:
    print(error)
try:
    again.nothing
except AttributeError as error:
    print(error)
del again.x
print(hasattr(again, "x"), sys, type(sys))
