"""Errors in CPython's words: functions that make a PyError, to be raised by the caller.

The name of the type of a value goes into patterns as `%t`, besides `%s`, `%r` and `%d`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime import identity
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value, cold, small, uword
from anthill.vm import messages, operations, writer
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import exception
from anthill.vm.objects import type as type_object
from anthill.vm.objects.str import Str, intern, join2, name, text

if TYPE_CHECKING:
    from anthill.vm.objects.type import Type
    from anthill.vm.writer import Writer


@cold
def error(kind: Type, message: Value) -> PyError:
    """An exception of a built-in type with one argument, none when `message` is NULL."""
    return PyError(exception.new_exception(kind, message))


@cold
def plain_error(kind: Type, message: int) -> PyError:
    """An exception of a built-in type with a message."""
    return error_with(kind, message, NULL, NULL)


@cold
def error_with(kind: Type, pattern: int, a: Value, b: Value) -> PyError:
    """An exception whose message is that of number `pattern` with its first `%` replaced by `a`,
    its second by `b`: %s str, %r repr, %d integer, %t name of the type."""
    return error(kind, formatted(pattern, a, b))


@cold
def formatted(pattern: int, a: Value, b: Value) -> Str:
    """The message of `error_with`."""
    out = writer.string_writer()
    write_pattern(pattern, a, b, out)
    return out.finish()


@cold
def said(number: int) -> Str:
    """A message as a string."""
    return formatted(number, NULL, NULL)


def write_pattern(pattern: int, a: Value, b: Value, out: Writer) -> None:
    """Write the message of `error_with`."""
    at = messages.find(pattern)
    length = messages.number_at(at, messages.LENGTHS)
    at += length & messages.SIZE_MASK
    for _ in range(length >> messages.SIZE):
        symbol = messages.number_at(at, messages.SYMBOLS)
        at += symbol & messages.SIZE_MASK
        write_symbol(symbol >> messages.SIZE, a, b, out)


def write_symbol(symbol: int, a: Value, b: Value, out: Writer) -> None:
    """Write what a symbol of a message stands for."""
    parts = messages.definition(symbol)
    while parts >> messages.WIDTH:
        write_symbol((parts >> messages.WIDTH) - 1, a, b, out)
        parts = messages.definition(parts & (1 << messages.WIDTH) - 1)
    char = parts
    if char > 2 * messages.SHOWS:
        out.write_byte(char)
        return
    value = a
    if char > messages.SHOWS:
        value = b
        char -= messages.SHOWS
    if char == messages.SHOW_TYPE:
        write_type(value, out)
    elif char == messages.SHOW_REPR:
        operations.write_repr(value, out)
    else:
        operations.write_str(value, out)


def write_type(value: Value, out: Writer) -> None:
    """Write the type of a Value as messages name it: a built-in one with its module."""
    kind = type_object.type_of(value)
    if LARGE and not kind.flags & type_object.TYPE_HEAP:
        type_object.write_full_name(kind, out)
    else:
        type_object.write_name(kind, out)


def type_name(value: Value) -> Str:
    """The name of the type of a Value."""
    return type_object.name_of(type_object.type_of(value))


@cold
def type_error(message: int) -> PyError:
    """A TypeError."""
    return plain_error(exception.TYPE_ERROR, message)


@cold
def type_error_with(pattern: int, a: Value, b: Value) -> PyError:
    """A TypeError with a pattern as for `error_with`."""
    return error_with(exception.TYPE_ERROR, pattern, a, b)


@cold
def value_error(message: int) -> PyError:
    """A ValueError."""
    return plain_error(exception.VALUE_ERROR, message)


@cold
def value_error_with(pattern: int, a: Value, b: Value) -> PyError:
    """A ValueError with a pattern as for `error_with`."""
    return error_with(exception.VALUE_ERROR, pattern, a, b)


@cold
def index_error(message: int) -> PyError:
    """An IndexError."""
    return plain_error(exception.INDEX_ERROR, message)


@cold
def key_error(key: Value) -> PyError:
    """A KeyError for a key."""
    return error(exception.KEY_ERROR, key)


@cold
def overflow_error(message: int) -> PyError:
    """An OverflowError."""
    return plain_error(exception.OVERFLOW_ERROR, message)


@cold
def zero_division_error(message: int) -> PyError:
    """A ZeroDivisionError."""
    return plain_error(exception.ZERO_DIVISION_ERROR, message)


@cold
def runtime_error(message: int) -> PyError:
    """A RuntimeError."""
    return plain_error(exception.RUNTIME_ERROR, message)


@cold
def os_error(number: int, message: Str) -> PyError:
    """An OSError with its number and text."""
    result = exception.new_exception(exception.os_kind(small(number)), NULL)
    args = exception.alloc_tuple(2)
    args.items[0] = small(number)
    args.items[1] = message
    result.slots[exception.ARGS] = args
    return PyError(result)


@cold
def stop_iteration(value: Value) -> PyError:
    """A StopIteration, with a value unless it is NULL."""
    return error(exception.STOP_ITERATION, value)


@cold
def syntax_error(
    kind: Type, message: Str, file: Value, line: int, column: int, end: int, source: Str | None
) -> PyError:
    """A SyntaxError, or IndentationError, at a place in the source; lines and columns, in bytes,
    from 1. `source` is the line's text."""
    place = exception.alloc_tuple(6)
    place.items[0] = file
    place.items[1] = small(line)
    place.items[3] = singletons.NONE
    if source is not None:
        place.items[3] = source
        column = characters(source, column)
        end = characters(source, end)
    place.items[2] = small(column)
    place.items[4] = small(line)
    place.items[5] = small(end)
    args = exception.alloc_tuple(2)
    args.items[0] = message
    args.items[1] = place
    result = exception.new_exception(kind, NULL)
    result.slots[exception.ARGS] = args
    return PyError(result)


def characters(source: Str, column: int) -> int:
    """A column in bytes as one in characters."""
    result = column
    for index in range(len(source.data)):
        if index < column - 1 and source.data[index] & 0xC0 == 0x80:
            result -= 1
    return result


@cold
def attribute_error(pattern: int, a: Value, b: Value) -> PyError:
    """An AttributeError with a pattern as for `error_with`."""
    return error_with(exception.ATTRIBUTE_ERROR, pattern, a, b)


@cold
def no_attribute(value: Value, wanted: Str) -> PyError:
    """The AttributeError for an attribute that is not there."""
    made = missing_attribute(value, wanted)
    if LARGE and not exception.is_preset(made.value):
        operations.set_attribute(made.value, name("name"), wanted)
        operations.set_attribute(made.value, name("obj"), value)
    return made


@cold
def missing_attribute(value: Value, wanted: Str) -> PyError:
    """The same without what it is about."""
    if isinstance(value, type_object.Type):
        pattern = message("type object '%s' has no attribute '%s'")
        return attribute_error(pattern, type_object.name_of(value), wanted)
    if isinstance(value, module_object.Module):
        return no_module_attribute(value, wanted)
    return attribute_error(message("'%t' object has no attribute '%s'"), value, wanted)


@cold
def no_module_attribute(owner: module_object.Module, wanted: Str) -> PyError:
    """The AttributeError for an attribute that a module does not have, or not yet."""
    pattern = message("module '%s' has no attribute '%s'")
    if not LARGE:
        return attribute_error(pattern, owner.name, wanted)
    full = intern(join2(join2(owner.name, text(".")), wanted))
    inner = run.loaded_modules().find_name(full)
    if isinstance(inner, module_object.Module) and inner.loading:
        pattern = message(
            "cannot access submodule '%s' of module '%s' (most likely due to a circular import)"
        )
        return attribute_error(pattern, wanted, owner.name)
    if not owner.loading:
        return attribute_error(pattern, owner.name, wanted)
    file = owner.attributes.find_name(name("__file__"))
    out = writer.string_writer()
    out.write_message(message("partially initialized module '"))
    out.write_text(owner.name)
    if file is not NULL:
        out.write_message(message("' from "))
        operations.write_repr(file, out)
        out.write_message(message(" has no attribute '"))
    else:
        out.write_message(message("' has no attribute '"))
    out.write_text(wanted)
    out.write_message(message("' (most likely due to a circular import)"))
    return error(exception.ATTRIBUTE_ERROR, out.finish())


@cold
def cannot_set(value: Value, wanted: Str, item: Value) -> PyError:
    """The AttributeError for an attribute that cannot be set or, when `item` is NULL, deleted."""
    kind = type_object.type_of(value)
    found = type_object.lookup(kind, wanted)
    if LARGE and item is NULL and isinstance(found, member.Member):
        return error(exception.ATTRIBUTE_ERROR, wanted)
    if item is NULL and kind.flags & type_object.TYPE_HEAP and attributes.takes_attributes(kind):
        return no_attribute(value, wanted)
    if found is not NULL:
        pattern = message("'%t' object attribute '%s' is read-only")
    else:
        hooked = kind.flags & type_object.TYPE_SET_ATTRIBUTE != 0
        if LARGE and (hooked or isinstance(value, function.Function)):
            return no_attribute(value, wanted)
        pattern = message(
            "'%t' object has no attribute '%s' and no __dict__ for setting new attributes"
        )
    return attribute_error(pattern, value, wanted)


@cold
def name_error(wanted: Value) -> PyError:
    """The NameError for a name that is not defined."""
    made = error_with(exception.NAME_ERROR, message("name '%s' is not defined"), wanted, NULL)
    if LARGE and not exception.is_preset(made.value):
        operations.set_attribute(made.value, name("name"), wanted)
    return made


@cold
def import_error(kind: Type, pattern: int, a: Value, b: Value) -> PyError:
    """An ImportError or ModuleNotFoundError with a pattern as for `error_with`."""
    return error_with(kind, pattern, a, b)


# What the defaults of Obj say.


@cold
def not_subscriptable(value: Value) -> PyError:
    """`value[...]` for a type without items."""
    if isinstance(value, type_object.Type):
        pattern = message("type '%s' is not subscriptable")
        return type_error_with(pattern, type_object.name_of(value), NULL)
    return type_error_with(message("'%t' object is not subscriptable"), value, NULL)


@cold
def no_item_assignment(value: Value) -> PyError:
    """`value[...] = ...` for a type that cannot."""
    return type_error_with(message("'%t' object does not support item assignment"), value, NULL)


@cold
def no_item_deletion(value: Value) -> PyError:
    """`del value[...]` for a type that cannot."""
    return type_error_with(message("'%t' object doesn't support item deletion"), value, NULL)


@cold
def not_container(value: Value) -> PyError:
    """`item in value` for a type that cannot tell."""
    return type_error_with(message("argument of type '%t' is not iterable"), value, NULL)


@cold
def not_iterable(value: Value) -> PyError:
    """`iter(value)` for a type that has none."""
    return type_error_with(message("'%t' object is not iterable"), value, NULL)


@cold
def not_iterator(value: Value) -> PyError:
    """`next(value)` for a type that is no iterator."""
    return type_error_with(message("'%t' object is not an iterator"), value, NULL)


@cold
def not_callable(value: Value) -> PyError:
    """`value()` for a type that cannot be called."""
    return type_error_with(message("'%t' object is not callable"), value, NULL)


@cold
def unhashable(value: Value) -> PyError:
    """`hash(value)` for a type that has none."""
    return type_error_with(message("unhashable type: '%t'"), value, NULL)


@cold
def no_length(value: Value) -> PyError:
    """`len(value)` for a type that has none."""
    return type_error_with(message("object of type '%t' has no len()"), value, NULL)


@cold
def bad_operands(op: int, a: Value, b: Value) -> PyError:
    """A binary operation between types that do not know it; op as in bytecode, INPLACE_* too."""
    plain = op - operators.TO_PLAIN if op >= Op.INPLACE_ADD else op
    if LARGE and (plain == Op.ADD or plain == Op.MUL):
        strings.refuse_operands(plain, a, b, op == plain or derived_operators.gives_way(a))
    out = writer.string_writer()
    ordering = Op.LT <= op <= Op.GE
    out.write_message(message("'" if ordering else "unsupported operand type(s) for "))
    operators.write_symbol(op, out)
    if op == Op.POW:
        out.write_message(message(" or pow()"))
    out.write_message(message("' not supported between instances of '" if ordering else ": '"))
    write_type(a, out)
    out.write_message(message("' and '"))
    write_type(b, out)
    out.write_char(ord("'"))
    return error(exception.TYPE_ERROR, out.finish())


@cold
def bad_operand(op: int, a: Value) -> PyError:
    """A unary operation of a type that does not know it."""
    pattern = message("bad operand type for unary -: '%t'")
    if op == Op.POS:
        pattern = message("bad operand type for unary +: '%t'")
    elif op == Op.INVERT:
        pattern = message("bad operand type for unary ~: '%t'")
    return type_error_with(pattern, a, NULL)


def write_default_repr(value: Value, out: Writer) -> None:
    """Write `object.__repr__(value)`."""
    out.write_char(ord("<"))
    kind = type_object.type_of(value)
    type_object.write_full_name(kind, out)
    out.write_message(message(" object"))
    write_address(value, out)


def write_address(value: Value, out: Writer) -> None:
    """Write the end of a representation that tells objects apart, ` at 0x...>`."""
    write_place(value, out)
    out.write_char(ord(">"))


def write_place(value: Value, out: Writer) -> None:
    """Write ` at 0x...`."""
    out.write_message(message(" at 0x"))
    out.write_digits(uword(identity.object_id(value)), 16, False)


def type_attribute(value: Value, name: Str) -> Value:
    """The attribute of an object that has none of its own: from its type; NULL where missing."""
    return attributes.bound_attribute(value, name)


def set_type_attribute(value: Value, name: Str, item: Value) -> bool:
    """Set what the type of an object computes; False where it does not let that be set."""
    found = type_object.lookup(type_object.type_of(value), name)
    return isinstance(found, builtin.Getter) and attributes.set_data(value, found, name, item)


# Modules of an import cycle: only functions use their names.
from anthill.vm.interpreter import attributes, operators, run  # noqa: E402
from anthill.vm.objects import (  # noqa: E402
    builtin,
    derived_operators,
    function,
    member,
    singletons,
    strings,
)
from anthill.vm.objects import module as module_object  # noqa: E402
