# boards: virtual
"""Packages: `__init__` runs first, submodules become attributes, relative imports count from it."""

import _garden
import _garden.tools.rake as rake
import _garden.tulip
from _garden import count as number
from _garden.tools.bucket import size

print(_garden.rose.colour, _garden.tulip.colour, number, size)
print(rake.__name__, rake.__package__, rake.kind)
print(_garden.__package__, _garden.tools.__package__, len(_garden.__path__))
print(_garden.__file__.endswith("_garden/__init__.py"), rake.__file__.endswith("tools/rake.py"))
print(hasattr(rake, "_secret"), hasattr(rake, "__path__"))


def local():
    import _garden.tools.bucket

    return _garden.tools.bucket.size


print(local())
