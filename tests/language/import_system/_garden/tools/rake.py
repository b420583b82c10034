# A module of packages.
from .. import rose as flower
from ..rose import colour
from . import kind
from .bucket import *

print("rake", __name__, __package__, flower.colour, colour, kind, size)
