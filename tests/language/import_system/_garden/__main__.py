# A module of packages.
from . import rose

print("as a program", __name__, __package__, rose.colour)
