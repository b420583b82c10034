"""What a program can ask of a code object. Nothing keeps the names of the operations or of the
variables that inner functions capture, so `co_names`, `co_consts` and `co_cellvars` are not here.
"""

from __future__ import annotations

from anthill.typed import Value, items_of, small
from anthill.vm.compiler.bytecode import (
    CODE_BY_NAME,
    CODE_CLASS_BODY,
    CODE_COROUTINE,
    CODE_GENERATOR,
    CODE_VARARGS,
    CODE_VARKEYWORDS,
)
from anthill.vm.features import rare
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects.builtin import getter
from anthill.vm.objects.code import CODE_TYPE, Code
from anthill.vm.objects.exception import alloc_tuple
from anthill.vm.objects.str import name

OPTIMIZED = 1 | 2
"""Of `co_flags`, in functions: variables are in registers, of a frame of their own."""
VARARGS = 4
VARKEYWORDS = 8
NESTED = 16
GENERATOR = 32
COROUTINE = 128
ASYNC_GENERATOR = 512


@getter(CODE_TYPE, "co_name")
def code_name(self: Code) -> Value:
    """The name of the function."""
    return self.name


@rare(getter(CODE_TYPE, "co_qualname"))
def code_qualified_name(self: Code) -> Value:
    """The name of the function with that of what it stands in."""
    return self.qualified_name()


@getter(CODE_TYPE, "co_filename")
def code_file(self: Code) -> Value:
    """Where the source is from."""
    return self.place.file


@getter(CODE_TYPE, "co_firstlineno")
def code_first_line(self: Code) -> Value:
    """The line of the `def`."""
    return small(int(self.first_line))


@rare(getter(CODE_TYPE, "co_argcount"))
def code_positional(self: Code) -> Value:
    """Number of positional parameters."""
    return small(int(self.positional))


@rare(getter(CODE_TYPE, "co_posonlyargcount"))
def code_positional_only(self: Code) -> Value:
    """How many of them are positional only."""
    return small(int(self.positional_only))


@rare(getter(CODE_TYPE, "co_kwonlyargcount"))
def code_keyword_only(self: Code) -> Value:
    """Number of keyword-only parameters."""
    return small(int(self.keyword_only))


@rare(getter(CODE_TYPE, "co_varnames"))
def code_locals(self: Code) -> Value:
    """Names of parameters and other local variables."""
    count = 0 if self.flags & CODE_CLASS_BODY else int(self.locals_count)
    result = alloc_tuple(count)
    for register in range(count):
        result.items[register] = self.local_name(register)
    return result


@rare(getter(CODE_TYPE, "co_nlocals"))
def code_locals_count(self: Code) -> Value:
    """Number of local variables."""
    return small(0 if self.flags & CODE_CLASS_BODY else int(self.locals_count))


@rare(getter(CODE_TYPE, "co_freevars"))
def code_captures(self: Code) -> Value:
    """Names of the variables of enclosing functions."""
    result = alloc_tuple(int(self.captures))
    for index in range(self.captures):
        result.items[index] = self.capture_name(index)
    return result


@rare(getter(CODE_TYPE, "co_stacksize"))
def code_registers(self: Code) -> Value:
    """Size of the frame in words."""
    return small(int(self.registers))


@rare(getter(CODE_TYPE, "co_code"))
def code_bytecode(self: Code) -> Value:
    """The bytecode."""
    return bytes_object.new_bytes(items_of(self.code), int(self.bytecode_size))


@rare(getter(CODE_TYPE, "co_flags"))
def code_flags(self: Code) -> Value:
    """The flags as CPython numbers them."""
    own = int(self.flags)
    flags = 0
    if own & (CODE_BY_NAME | CODE_CLASS_BODY) == 0 and self.name is not name("<module>"):
        flags = OPTIMIZED
    if own & CODE_VARARGS:
        flags |= VARARGS
    if own & CODE_VARKEYWORDS:
        flags |= VARKEYWORDS
    if self.captures:
        flags |= NESTED
    if own & CODE_COROUTINE:
        flags |= ASYNC_GENERATOR if own & CODE_GENERATOR else COROUTINE
    elif own & CODE_GENERATOR:
        flags |= GENERATOR
    return small(flags)
