# A module of circular_packages.
print("right begins")
import _circle.left

try:
    _circle.left.name
except AttributeError as error:
    print(error)
try:
    from _circle.left import name
except ImportError as error:
    print(str(error).split(" (/")[0])
