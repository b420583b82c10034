# boards: virtual
"""Directories without `__init__` make one package, wherever they are."""

import sys

here = sys.path[0]
sys.path.append(here + "/_parts_a")
sys.path.append(here + "/_parts_b")
import _spread.one
from _spread import two

print(_spread.one.place, two.place)
print(len(list(_spread.__path__)), getattr(_spread, "__file__", None))
try:
    import _spread.three
except ImportError as error:
    print(error)
