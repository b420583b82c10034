"""Modules: a name and a dict. Built-in ones are constants; what a program stores into one of them
goes to a dict of its own in RAM, which is looked into first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Object, Static, Value, as_a, noinline
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.code import Code
    from anthill.vm.objects.container import Space
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer


class Module(Obj):
    """A module."""

    name: Str
    attributes: Space
    """A Dict in modules on the heap."""
    constant: bool
    """In flash: what is stored goes to an `Overlay`."""

    loading: bool = False
    """Its code is running."""

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<module '"))
        out.write_text(self.name)
        file = self.attributes.find_name(str_object.name("__file__"))
        if self.constant:
            out.write_message(message("' (built-in)"))
        elif file is not NULL:
            out.write_message(message("' from "))
            operations.write_repr(file, out)
        else:
            out.write_char(ord("'"))
        out.write_char(ord(">"))

    def get_attribute(self, name: Str) -> Value:
        found = find(self, name)
        if found is NULL:
            found = attributes.bound_attribute(self, name)
        if found is NULL:
            hook = self.attributes.find_name(str_object.name("__getattr__"))
            if hook is not NULL:
                return operations.call1(hook, name)
        return found

    def set_attribute(self, name: Str, value: Value) -> bool:
        store(self, name, value)
        return True

    def define(self, title: str, value: Value) -> None:
        """Add an attribute, at build time."""
        when_ready(lambda: space_of(self).store(str_object.name(title), value))

    def __freeze__(self) -> None:
        self.attributes = names.packed(self.attributes)


class Overlay(Object):
    """What a program stored into a built-in module."""

    module: Module
    attributes: Dict
    following: Overlay | None


class Overlays(Static):
    """The overlays there are."""

    first: Overlay | None = None


overlays = Overlays()


def overlay_of(module: Module) -> Dict | None:
    """The dict of what was stored into a built-in module."""
    entry = overlays.first
    while entry is not None:
        if entry.module is module:
            return entry.attributes
        entry = entry.following
    return None


def space_of(module: Module) -> Dict:
    """The attributes of a module that may be changed: one on the heap, or at build time."""
    return as_a(dict_object.Dict, module.attributes)


def find(module: Module, name: Str) -> Value:
    """An attribute of a module, NULL where there is none."""
    if module.constant:
        stored = overlay_of(module)
        if stored is not None:
            found = stored.find_name(name)
            if found is not NULL:
                return found
    found = module.attributes.find_name(name)
    return found if found is not NULL else find_special(module, name)


@noinline
def find_special(module: Module, name: Str) -> Value:
    """An attribute that a module has without an entry, or NULL."""
    if name is str_object.name("__name__"):
        return module.name
    if name is str_object.name("__dict__"):
        cache.expose_globals()
        return joined(module) if module.constant else module.attributes
    return NULL


def joined(module: Module) -> Value:
    """The attributes of a built-in module and what was stored into it, as a new dict."""
    constants = names.dict_of(module.attributes)
    result = dict_object.new_dict(constants.count)
    add_entries(result, constants)
    stored = overlay_of(module)
    if stored is not None:
        add_entries(result, stored)
    return result


def add_entries(target: Dict, source: Dict) -> None:
    """Store the entries of a dict into another one."""
    at = source.next_entry(0)
    while at >= 0:
        target.store(source.key_at(at), source.value_at(at))
        at = source.next_entry(at + 1)


def store(module: Module, name: Str, value: Value) -> None:
    """Set an attribute of a module, or delete it when `value` is NULL."""
    cache.flush()
    attributes = overlay_of(module) if module.constant else space_of(module)
    if attributes is None:
        attributes = dict_object.new_dict(1)
        overlays.first = Overlay(module, attributes, overlays.first)
    if value is not NULL:
        attributes.store(name, value)
    elif not attributes.remove(name):
        raise errors.attribute_error(message("module has no attribute '%s'"), module, name)


def new_module(name: Str) -> Module:
    """An empty module on the heap."""
    return Module(name, dict_object.new_dict(8), False)


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects.type import builtin_type, host_object, when_ready  # noqa: E402

MODULE_TYPE = builtin_type("module", Module)


class FrozenModule(Object):
    """A module in plain Python whose code is in the image."""

    code: Code
    package: bool


class Registry(Object):
    """The modules of an image by name: built-in ones and `FrozenModule`s."""

    modules: Space
    frozen: Space

    def __freeze__(self) -> None:
        self.modules = names.packed(self.modules)
        self.frozen = names.packed(self.frozen)


REGISTRY = host_object(Registry)
when_ready(lambda: setattr(REGISTRY, "modules", dict_object.new_dict(0)))
when_ready(lambda: setattr(REGISTRY, "frozen", dict_object.new_dict(0)))


def freeze_module(title: str, code: Code, package: bool) -> None:
    """Have `import` find a module in plain Python, at build time."""
    entry = FrozenModule(code, package)
    when_ready(lambda: as_a(dict_object.Dict, REGISTRY.frozen).store(str_object.name(title), entry))


def find_frozen(title: Str) -> FrozenModule | None:
    """A module in plain Python; None where the image has none of this name."""
    found = REGISTRY.frozen.find_name(title)
    return found if isinstance(found, FrozenModule) else None


def find_program(title: Str) -> FrozenModule | None:
    """What of the image `-m` runs: the module, or `__main__` of the package."""
    found = find_frozen(str_object.intern(title))
    if found is not None and found.package:
        program = str_object.join2(title, str_object.text(".__main__"))
        return find_frozen(str_object.intern(program))
    return found


class _Modules(dict[str, Module]):
    def __setitem__(self, title: str, entry: Module) -> None:
        super().__setitem__(title, entry)
        when_ready(
            lambda: as_a(dict_object.Dict, REGISTRY.modules).store(str_object.name(title), entry)
        )


BUILTIN_MODULES: dict[str, Module] = _Modules()
"""The modules of an image by their names, filled as their files are imported at build time."""


def builtin_module(title: str, cls: type[Module] = Module) -> Module:
    """A new built-in module, at build time; `import` finds it by this name."""
    module = host_object(cls, constant=True)

    def fill() -> None:
        module.name = str_object.name(title)
        module.attributes = dict_object.new_dict(0)

    when_ready(fill)
    BUILTIN_MODULES[title] = module
    return module


BUILTINS: Module = builtin_module("builtins")

from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import attributes, cache  # noqa: E402
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import names  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
