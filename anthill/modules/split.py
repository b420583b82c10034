"""Built-in modules with a part in plain Python, which small boards do without.

The rest of a split module is loaded when something of it is asked for. A core module is what a
module in plain Python rests on, under its name with `_` in front; on small boards it is the module.
"""

from __future__ import annotations

from anthill.typed import NULL, Value
from anthill.vm import operations
from anthill.vm.features import LARGE
from anthill.vm.interpreter import attributes, imports
from anthill.vm.objects import module
from anthill.vm.objects.module import Module, builtin_module
from anthill.vm.objects.str import EMPTY_STR, Str, name
from anthill.vm.objects.type import when_ready


class SplitModule(Module):
    """A module whose other part has the name `rest`."""

    rest: Str = EMPTY_STR

    def get_attribute(self, name: Str) -> Value:
        found = module.find(self, name)
        if found is not NULL:
            return found
        if name.data[0] == ord("_"):
            return attributes.bound_attribute(self, name)
        return operations.find_attribute(imports.load(self.rest), name)


def split_module(title: str, rest: str) -> Module:
    """A new built-in module, at build time."""
    if not LARGE:
        return builtin_module(title)
    made = builtin_module(title, SplitModule)
    when_ready(lambda: setattr(made, "rest", name(rest)))
    return made


def core_module(title: str) -> Module:
    """The core of a module, at build time."""
    return builtin_module(f"_{title}" if LARGE else title)
