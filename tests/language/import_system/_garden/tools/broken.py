# A module of packages.
from ....nowhere import x
