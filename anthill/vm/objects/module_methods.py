"""Making modules: `types.ModuleType`."""

from __future__ import annotations

from anthill.typed import NULL, Value
from anthill.vm import errors
from anthill.vm.features import rare
from anthill.vm.messages import message
from anthill.vm.objects import module, singletons
from anthill.vm.objects.builtin import constructor
from anthill.vm.objects.module import MODULE_TYPE
from anthill.vm.objects.str import Str, name


@rare(constructor(MODULE_TYPE, required=1, keywords="name doc"))
def make_module(title: Value, doc: Value) -> Value:
    """`ModuleType(name, doc=None)`."""
    if not isinstance(title, Str):
        raise errors.type_error_with(
            message("module() argument 'name' must be str, not %t"), title, NULL
        )
    made = module.new_module(title)
    space = module.space_of(made)
    space.store(name("__name__"), title)
    space.store(name("__doc__"), singletons.NONE if doc is NULL else doc)
    for_loaders(made)
    return made


def for_loaders(made: module.Module) -> None:
    """The attributes that `importlib` keeps of a module in CPython, without values."""
    space = module.space_of(made)
    space.store(name("__package__"), singletons.NONE)
    space.store(name("__loader__"), singletons.NONE)
    space.store(name("__spec__"), singletons.NONE)
