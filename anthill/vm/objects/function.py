"""Functions that `def` and `lambda` make: code, globals, the cells it closes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Object, Ptr, Tail, Value, alloc
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.cell import Cell
    from anthill.vm.objects.code import Code
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer


class FunctionExtra(Object):
    """What few functions have."""

    defaults: Tuple | None = None
    """Defaults of the last positional parameters."""
    keyword_defaults: Dict | None = None
    """Defaults of keyword-only parameters by name."""
    attributes: Dict | None = None
    """Attributes that were set; on small boards `__name__`, `__qualname__`, `__doc__` and
    `__module__`, too."""
    annotations: Value = NULL
    if LARGE:
        names: Dict | None = None
        """`__name__` and so on, as far as they were set."""


class Function(Obj):
    """A Python function."""

    code: Code
    globals: Dict
    extra: FunctionExtra | None
    cells: Tail[Cell]
    """Of the variables that it captures."""

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<function "))
        operations.write_str(qualified_name(self), out)
        errors.write_address(self, out)

    def get_attribute(self, name: Str) -> Value:
        extra = self.extra
        if extra is not None and extra.attributes is not None:
            found = extra.attributes.find_name(name)
            if found is not NULL and not (LARGE and is_own(name)):
                return found
        return attributes.bound_attribute(self, name)

    def set_attribute(self, name: Str, value: Value) -> bool:
        found = type_object.lookup(FUNCTION_TYPE, name)
        if isinstance(found, builtin.Setter) or (LARGE and isinstance(found, builtin.Getter)):
            return attributes.set_data(self, found, name, value)
        own = own_attributes(self)
        if value is not NULL:
            own.store(name, value)
            return True
        return own.remove(name)

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        return calls.call_function(self, args, count, names)


def new_function(code: Code, space: Dict, captures: int = 0) -> Function:
    """A function with room for the cells that it captures."""
    made = alloc(Function, captures)
    made.code = code
    made.globals = space
    return made


def qualified_name(function: Function) -> Value:
    """The name with those of the classes and functions around, or what was set."""
    found = name_that_was_set(function, str_object.name("__qualname__"))
    return function.code.qualified_name() if found is NULL else found


def is_own(name: Str) -> bool:
    """Whether every function has an attribute, which its `__dict__` cannot hide."""
    return isinstance(type_object.lookup(FUNCTION_TYPE, name), builtin.Getter)


def name_that_was_set(function: Function, title: Str) -> Value:
    """`__qualname__` or another such attribute as it was set; NULL if it never was."""
    extra = function.extra
    if extra is None:
        return NULL
    names = extra.names if LARGE else extra.attributes
    return NULL if names is None else names.find_name(title)


def set_name(function: Function, title: Str, value: Value) -> None:
    """Set such an attribute, on large boards."""
    extra = own_extra(function)
    if extra.names is None:
        extra.names = dict_object.new_dict(1)
    extra.names.store(title, value)


def own_extra(function: Function) -> FunctionExtra:
    """The function's extra, made if it has none."""
    extra = function.extra
    if extra is None:
        extra = FunctionExtra()
        function.extra = extra
    return extra


def own_attributes(function: Function) -> Dict:
    """The dict of the function's attributes, made if it has none."""
    extra = own_extra(function)
    found = extra.attributes
    if found is None:
        found = dict_object.new_dict(1)
        extra.attributes = found
    return found


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import attributes, calls  # noqa: E402
from anthill.vm.objects import builtin  # noqa: E402
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

FUNCTION_TYPE = builtin_type("function", Function)
