"""The built-in types that Python classes may derive from."""

from __future__ import annotations

from anthill.typed.extended import extended
from anthill.vm.features import COMPLEX, LARGE, SETS, SUBTYPES
from anthill.vm.interpreter import attributes, special
from anthill.vm.objects import (
    boxed,
    bytes_methods,  # noqa: F401
    dict_methods,  # noqa: F401
    instance,
    iterator_methods,  # noqa: F401
    iterators,
    list_methods,  # noqa: F401
    method,
    module,
    tuple_methods,  # noqa: F401
)
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import complex as complex_object
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects import set as set_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.object import Obj
from anthill.vm.objects.type import DERIVED_TYPE, TYPE_NATIVE, TYPES, HeapType

HOOKS = (
    "write_repr write_str truth hash_code compare binary reflected inplace unary length get_item "
    "set_item delete_item contains iterate next_item call"
).split()
"""Methods of Obj that ask the class of an object."""

BASES: list[type[Obj]] = [
    boxed.Boxed,
    float_object.Float,
    str_object.Str,
    bytes_object.Bytes,
    bytearray_object.Bytearray,
    list_object.List,
    tuple_object.Tuple,
    dict_object.Dict,
    HeapType,
]
if LARGE:
    BASES += [
        method.Property,
        method.StaticMethod,
        method.ClassMethod,
        module.Module,
        iterators.Enumerate,
        iterators.Zip,
        iterators.Map,
        iterators.Filter,
    ]
if COMPLEX:
    BASES.append(complex_object.Complex)
if SETS:
    BASES += [set_object.Set, set_object.FrozenSet]

TYPES.set(boxed.Boxed, int_object.INT_TYPE)
for _hook in HOOKS:
    setattr(instance.Instance, _hook, getattr(special, _hook))
for _title in ("get_attribute", "set_attribute"):
    setattr(instance.Instance, _title, getattr(attributes, f"own_{_title}"))


def derivable(base: type[Obj]) -> None:
    """Let Python classes derive from the built-in type of a class of objects, at build time."""
    made = extended(type(f"Derived{base.__name__}", (base,), {"__module__": __name__}))
    for hook in HOOKS:
        setattr(made, hook, getattr(special, hook))
    TYPES.of_class(base).flags |= TYPE_NATIVE
    if base is not HeapType:
        for title in ("get_attribute", "set_attribute"):
            setattr(made, title, getattr(attributes, f"own_{title}"))
    TYPES.set(made, DERIVED_TYPE)


for _base in BASES if SUBTYPES else ():
    derivable(_base)
