# A module of packages.
print("garden begins", __name__, __package__)
from . import rose
from .tools import rake

__all__ = ["rose", "tulip", "count"]
count = 3
_hidden = 4
print("garden ends")
