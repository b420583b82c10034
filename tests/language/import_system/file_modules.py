# boards: virtual
# A file beside the script is a module: run once, shared, with attributes.
import _helper
import _helper as again
from _helper import value, bump, Thing
print(_helper is again, value, _helper.__name__, _helper.value)
bump()
print(_helper.value, value)
_helper.value = 50
bump()
print(again.value)
print(Thing(3).twice(), _helper.Thing is Thing, repr(Thing))
try:
    _helper.nothing
except AttributeError as e:
    print(e)
try:
    from _helper import nothing
except ImportError as e:
    print("ImportError", "nothing" in str(e))
def late():
    import _second
    return _second.name
print(late(), late())
