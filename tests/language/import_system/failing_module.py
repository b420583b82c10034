# boards: virtual
# A module that raises while it is imported, and one with a syntax error.
try:
    import _raises
except ValueError as e:
    print("ValueError", e)
try:
    import _raises
except ValueError as e:
    print("again", e)
try:
    import _broken
except SyntaxError as e:
    print("SyntaxError")
import sys
print("_raises" in sys.modules, "_broken" in sys.modules)
