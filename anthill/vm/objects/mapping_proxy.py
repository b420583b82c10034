"""`types.MappingProxyType`: a mapping that can only be read, such as the `__dict__` of a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer


class MappingProxy(Obj):
    """A view of a mapping."""

    mapping: Value

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("mappingproxy("))
        operations.write_repr(self.mapping, out)
        out.write_char(ord(")"))

    def write_str(self, out: Writer) -> None:
        operations.write_str(self.mapping, out)

    def truth(self) -> bool:
        return operations.length(self.mapping) != 0

    if LARGE:

        def hash_code(self) -> int:
            return operations.hash_code(self.mapping)

        def compare(self, op: int, other: Value) -> Value:
            return operations.find_compare(op, self.mapping, unwrapped(other))

        def binary(self, op: int, other: Value) -> Value:
            if op != Op.OR:
                return singletons.NOT_IMPLEMENTED
            return operations.binary(op, self.mapping, unwrapped(other))

        def reflected(self, op: int, other: Value) -> Value:
            return (
                operations.binary(op, other, self.mapping)
                if op == Op.OR
                else singletons.NOT_IMPLEMENTED
            )

    def length(self) -> int:
        return operations.length(self.mapping)

    def get_item(self, key: Value) -> Value:
        return operations.get_item(self.mapping, key)

    def contains(self, item: Value) -> int:
        return int(operations.contains(self.mapping, item))

    def iterate(self) -> Value:
        return operations.iterate(self.mapping)

    def get_attribute(self, name: Str) -> Value:
        if (
            name is str_object.name("keys")
            or name is str_object.name("values")
            or name is str_object.name("items")
            or name is str_object.name("get")
            or name is str_object.name("copy")
        ):
            return operations.find_attribute(self.mapping, name)
        return errors.type_attribute(self, name)


def unwrapped(value: Value) -> Value:
    """What a proxy is a view of, else the Value itself."""
    return value.mapping if isinstance(value, MappingProxy) else value


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.objects import builtin, singletons  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.list import List  # noqa: E402
from anthill.vm.objects.tuple import Tuple  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

MAPPING_PROXY_TYPE = builtin_type("mappingproxy", MappingProxy)


@rare(builtin.constructor(MAPPING_PROXY_TYPE))
def new_mapping_proxy(mapping: Value) -> Value:
    """`mappingproxy(mapping)`."""
    if operations.find_attribute(mapping, str_object.name("__getitem__")) is NULL or isinstance(
        mapping, List | Tuple
    ):
        raise errors.type_error_with(
            message("mappingproxy() argument must be a mapping, not %t"), mapping, NULL
        )
    return MappingProxy(mapping)
