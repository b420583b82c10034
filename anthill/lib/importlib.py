"""importlib: modules by names that the program computes, and loading a module again."""

import _imp
import sys

__import__ = __import__


def import_module(name, package=None):
    """The module of a name; with leading dots it counts from `package`."""
    dots = len(name) - len(name.lstrip("."))
    if dots:
        if not package:
            raise TypeError(
                "the 'package' argument is required to perform a relative import for " + repr(name)
            )
        base = package.rsplit(".", dots - 1)
        if len(base) < dots:
            raise ImportError("attempted relative import beyond top-level package")
        name = base[0] + "." + name[dots:] if name[dots:] else base[0]
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Run the source of a module once more, in its namespace; returns the module."""
    name = getattr(module, "__name__", None)
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError("module " + name + " not in sys.modules", name=name)
    _imp.run_again(module)
    return sys.modules[name]


def invalidate_caches():
    """Nothing is kept that could be outdated."""
