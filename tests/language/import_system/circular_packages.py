# boards: virtual
"""Two modules that import each other see what is there so far."""

try:
    import _circle.left
except ImportError as error:
    print(str(error).split(" (/")[0])
import sys

print("_circle.left" in sys.modules, "_circle.right" in sys.modules)
