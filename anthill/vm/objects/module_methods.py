"""Making modules: `types.ModuleType`."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value, as_a
from anthill.vm import errors
from anthill.vm.features import rare
from anthill.vm.interpreter import construct
from anthill.vm.messages import message
from anthill.vm.objects import derived, instance, module, singletons
from anthill.vm.objects.builtin import constructor, method
from anthill.vm.objects.module import MODULE_TYPE, Module
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import EMPTY_STR, Str, name
from anthill.vm.objects.type import Type


@rare(constructor(MODULE_TYPE, required=0, keywords="name doc"))
def make_module(title: Value, doc: Value) -> Value:
    """`ModuleType(name, doc=None)`."""
    made = module.new_module(EMPTY_STR)
    fill_module(made, title, doc)
    return made


def derived_module(kind: Type) -> Value:
    """An object of a class derived from `module`, before `__init__`: the dict of its attributes is
    the module's."""
    plain = module.new_module(EMPTY_STR)
    made = as_a(Obj, derived.derive(plain, kind))
    root = construct.shape_of(kind)
    instance.set_dictionary(derived.own_holder(made), root, module.space_of(plain))
    return made


@rare(method(MODULE_TYPE, "__init__", variadic=True, least=1, most=3, keywords="name doc"))
def module_init(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`module.__init__(name, doc=None)`."""
    title = args[1] if count > 1 else keywords[0]
    fill_module(as_a(Module, args[0]), title, args[2] if count > 2 else keywords[1])
    return singletons.NONE


def fill_module(made: Module, title: Value, doc: Value) -> None:
    """Name a module, with what `importlib` keeps of one in CPython, without values."""
    if title is NULL:
        raise errors.type_error(message("module() missing required argument 'name' (pos 1)"))
    if not isinstance(title, Str):
        raise errors.type_error_with(
            message("module() argument 'name' must be str, not %t"), title, NULL
        )
    if made.constant:
        raise errors.type_error(message("built-in modules keep their names"))
    made.name = title
    space = module.space_of(made)
    space.store(name("__name__"), title)
    space.store(name("__doc__"), singletons.NONE if doc is NULL else doc)
    space.store(name("__package__"), singletons.NONE)
    space.store(name("__loader__"), singletons.NONE)
    space.store(name("__spec__"), singletons.NONE)
