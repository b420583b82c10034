# boards: virtual
"""A module's `__getattr__` and `__dir__`."""

import _computed

print(_computed.answer, _computed.known)
print(dir(_computed))
print(hasattr(_computed, "other"), getattr(_computed, "other", "default"))
from _computed import answer

print(answer)
try:
    _computed.other
except AttributeError as error:
    print(error)
try:
    from _computed import other
except ImportError as error:
    print(str(error).split(" (/")[0])
