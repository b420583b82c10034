"""Printing uncaught exceptions as CPython does."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value, as_a, cold, is_small, same, small_int, u8
from anthill.vm import operations
from anthill.vm.interpreter import console
from anthill.vm.interpreter.console import SourceFile
from anthill.vm.messages import message
from anthill.vm.objects import exception, singletons
from anthill.vm.objects import list as list_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.code import Code
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.str import Str, name, text
from anthill.vm.objects.tuple import Tuple
from anthill.vm.writer import Writer, string_writer

MOST_REPEATS = 3
"""A line that recursion repeats is printed so often."""


@cold
def print_exception(error: Value) -> None:
    """Print an exception with its traceback and what led to it to the error output."""
    write_exception(as_a(Instance, error), console.error_output)


@cold
def write_exception(error: Instance, out: Writer) -> None:
    """Write an exception with its traceback, causes and contexts first."""
    cause = error.slots[exception.CAUSE]
    context = error.slots[exception.CONTEXT]
    if cause is not NULL and cause is not singletons.NONE:
        write_exception(as_a(Instance, cause), out)
        out.write_message(
            message("\nThe above exception was the direct cause of the following exception:\n\n")
        )
    elif cause is NULL and context is not NULL:
        write_exception(as_a(Instance, context), out)
        out.write_message(
            message("\nDuring handling of the above exception, another exception occurred:\n\n")
        )
    write_trace(error.slots[exception.TRACEBACK], out)
    if exception.is_kind(error, exception.SYNTAX_ERROR) and len(exception.args_of(error).items) > 1:
        write_place(error, out)
    write_summary(error, out)


@cold
def write_trace(trace: Value, out: Writer) -> None:
    """Write the lines that an exception came through, outermost first."""
    if not isinstance(trace, list_object.List):
        return
    out.write_message(message("Traceback (most recent call last):\n"))
    at = trace.count - 2
    while at >= 0:
        code = as_a(Code, trace.items[at])
        line = small_int(trace.items[at + 1])
        repeats = 0
        while (
            at >= 2
            and same(trace.items[at - 2], trace.items[at])
            and small_int(trace.items[at - 1]) == line
        ):
            repeats += 1
            at -= 2
        shown = repeats + 1 if repeats < MOST_REPEATS else MOST_REPEATS
        for _ in range(shown):
            write_frame(code, line, out)
        if repeats + 1 > shown:
            out.write_message(message("  [Previous line repeated "))
            out.write_int(repeats + 1 - shown)
            out.write_message(message(" more time"))
            if repeats + 1 - shown > 1:
                out.write_char(ord("s"))
            out.write_message(message("]\n"))
        at -= 2


@cold
def write_frame(code: Code, line: int, out: Writer) -> None:
    """Write one place, with the source line if it can be read."""
    write_location(code.file, line, out)
    out.write_message(message(", in "))
    out.write_text(code.name)
    out.write_char(ord("\n"))
    reader = open_source(code.file)
    if reader is not None:
        write_line(reader, line, out)


@cold
def write_location(file: Value, line: int, out: Writer) -> None:
    """Write `  File "x.py", line 3`."""
    out.write_message(message('  File "'))
    operations.write_str(file, out)
    out.write_message(message('", line '))
    out.write_int(line)


@cold
def open_source(file: Str) -> SourceFile | None:
    """The source, None where it cannot be read."""
    try:
        return console.open_source(file)
    except PyError:
        return None


@cold
def write_line(reader: SourceFile, line: int, out: Writer) -> None:
    """Write a line of a source file, indented by four spaces."""
    byte = reader.read()
    while byte >= 0 and line > 1:
        if byte == ord("\n"):
            line -= 1
        byte = reader.read()
    while byte == ord(" ") or byte == ord("\t"):
        byte = reader.read()
    if byte >= 0 and byte != ord("\n"):
        content = string_writer()
        while byte >= 0 and byte != ord("\n"):
            content.reserve(1)
            content.buffer[content.count] = u8(byte)
            content.count += 1
            byte = reader.read()
        out.write_message(message("    "))
        out.write_text(content.finish())
        out.write_char(ord("\n"))
    reader.close()


@cold
def write_place(error: Instance, out: Writer) -> None:
    """Write where a SyntaxError is: (file, line, column, source line)."""
    place = exception.args_of(error).items[1]
    if not isinstance(place, Tuple) or len(place.items) < 4 or not is_small(place.items[1]):
        return
    write_location(place.items[0], small_int(place.items[1]), out)
    out.write_char(ord("\n"))
    source = place.items[3]
    column = place.items[2]
    if isinstance(source, Str) and is_small(column):
        start = 0
        while start < len(source.data) and source.data[start] == ord(" "):
            start += 1
        end = len(source.data)
        while end > start and source.data[end - 1] == ord("\n"):
            end -= 1
        out.write_message(message("    "))
        out.write_text(str_object.substring(source, start, end))
        out.write_message(message("\n    "))
        out.write_repeated(ord(" "), small_int(column) - 1 - start)
        out.write_message(message("^\n"))


@cold
def write_summary(error: Instance, out: Writer) -> None:
    """Write the last line: type and message."""
    kind = type_object.type_of(error)
    if kind.flags & type_object.TYPE_HEAP:
        home = kind.attributes.find_name(name("__module__"))
        if isinstance(home, Str) and home is not name("__main__"):
            out.write_text(home)
            out.write_char(ord("."))
    operations.write_str(type_object.lookup_qualified(kind), out)
    try:
        said = operations.str_text(error)
    except PyError:
        said = text("<exception str() failed>")
    if len(said.data) > 0:
        out.write_message(message(": "))
        out.write_text(said)
    out.write_char(ord("\n"))
