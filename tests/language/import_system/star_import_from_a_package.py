# boards: virtual
"""`from package import *` loads the submodules in `__all__`."""

from _garden import *

print(rose.colour, tulip.colour, count)
try:
    _hidden
except NameError as error:
    print(error)

from _garden.tools import *

print(kind)
