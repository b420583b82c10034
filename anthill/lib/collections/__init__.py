"""Containers, as CPython's `collections`. Some are in modules of their own, loaded when they are
used."""

from _collections import OrderedDict, defaultdict, deque, namedtuple

__all__ = [
    "ChainMap",
    "Counter",
    "OrderedDict",
    "UserDict",
    "UserList",
    "UserString",
    "defaultdict",
    "deque",
    "namedtuple",
]


def __getattr__(name):
    found = None
    try:
        if name in ("Counter", "_count_elements"):
            import collections._counter

            found = getattr(collections._counter, name)
        elif name == "abc":
            import collections.abc as found
        elif name in __all__:
            import collections._others

            found = getattr(collections._others, name)
    except ImportError:
        pass
    if found is None:
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    globals()[name] = found
    return found
