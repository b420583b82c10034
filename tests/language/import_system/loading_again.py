# boards: virtual
"""`importlib`: modules by computed names, and running a module again."""

import importlib
import sys

print(importlib.import_module("_garden.tulip").colour)
print(importlib.import_module(".rose", "_garden").colour)
print(importlib.import_module("..rose", "_garden.tools").colour)
print(importlib.import_module("sys") is sys)
for args in ((".rose",), ("....rose", "_garden.tools"), ("nowhere",)):
    try:
        importlib.import_module(*args)
    except (ImportError, TypeError) as error:
        print(type(error).__name__, error)
rose = sys.modules["_garden.rose"]
rose.colour = "blue"
rose.extra = 1
print(importlib.reload(rose) is rose, rose.colour, rose.extra)
del sys.modules["_garden.rose"]
import _garden.rose

print(_garden.rose is rose, _garden.rose.colour)
try:
    importlib.reload(rose)
except ImportError as error:
    print(error)
try:
    importlib.reload("rose")
except TypeError as error:
    print(error)
importlib.invalidate_caches()
