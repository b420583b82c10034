# A module of circular_packages.
print("left begins")
import _circle.right

name = "left"
from _circle.right import missing
