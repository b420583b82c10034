"""The exception for faulty patterns, `re.PatternError`."""

from __future__ import annotations

from anthill.modules.split import split_module
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, as_a, cold, constant, small
from anthill.vm import errors, operations
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import exception, strings
from anthill.vm.objects import int as int_object
from anthill.vm.objects.builtin import method
from anthill.vm.objects.bytes import Buffer
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.module import Module
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.type import Type
from anthill.vm.writer import string_writer

RE: Module = split_module("re", "_re")
PATTERN_ERROR: Type = exception.exception_type("PatternError", exception.EXCEPTION, RE)
RE.define("error", PATTERN_ERROR)


@constant
def odd(content: str) -> int:
    """The number of the message for a fault that few patterns have: one for all of them on boards
    with little flash."""
    return message(content if LARGE else "bad pattern")


@cold
def pattern_error(reason: int, a: Value, b: Value, source: Value, offset: int) -> PyError:
    """The error for a fault at a byte offset of a pattern; NULL for no known place."""
    error = exception.new_exception(PATTERN_ERROR, NULL)
    place: Value = NONE
    if source is not NULL:
        place = small(strings.index_of(source, offset))
    else:
        source = NONE
    describe(error, errors.formatted(reason, a, b), source, place)
    return PyError(error)


@cold
def describe(error: Instance, reason: Value, source: Value, place: Value) -> None:
    """Give an error its message and attributes."""
    out = string_writer()
    operations.write_str(reason, out)
    line: Value = NONE
    column: Value = NONE
    if source is not NONE and place is not NONE:
        index = int_object.index_value(place)
        out.write_message(message(" at position "))
        out.write_int(index)
        if LARGE:
            row, place_in_row = strings.line_and_column(source, strings.offset_of(source, index))
            line = small(row)
            column = small(place_in_row)
            p = strings.data_of(source)
            if strings.find_byte(p, strings.size_of(source), ord("\n")) >= 0:
                out.write_message(message(" (line "))
                out.write_int(row)
                out.write_message(message(", column "))
                out.write_int(place_in_row)
                out.write_char(ord(")"))
    args = exception.alloc_tuple(1)
    args.items[0] = out.finish()
    error.slots[exception.ARGS] = args
    operations.set_attribute(error, name("msg"), reason)
    operations.set_attribute(error, name("pattern"), source)
    operations.set_attribute(error, name("pos"), place)
    if LARGE:
        operations.set_attribute(error, name("lineno"), line)
        operations.set_attribute(error, name("colno"), column)


@rare(method(PATTERN_ERROR, "__init__", variadic=True, least=2, most=4))
def error_init(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`PatternError(msg, pattern=None, pos=None)`."""
    source = args[2] if count > 2 else NONE
    place = args[3] if count > 3 else NONE
    if source is not NONE and place is not NONE:
        if not isinstance(source, Str | Buffer):
            raise errors.no_attribute(source, name("count"))
        place = small(min(max(int_object.index_value(place), 0), operations.length(source)))
    describe(as_a(Instance, args[0]), args[1], source, place)
    return NONE
