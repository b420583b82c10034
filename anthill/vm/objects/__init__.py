"""The Python-level types, one file each.

They refer to each other in circles, so importing any of them comes through here first and loads the
core in one fixed order. Types made meanwhile get their names, MROs and attribute tables at the end.
"""

from anthill.vm.objects import (  # isort: skip
    object,  # noqa: F401
    type,  # noqa: F401
    dict,  # noqa: F401
    str,  # noqa: F401
    tuple,  # noqa: F401
)
from anthill.vm.objects import type as _type

_type.complete()
