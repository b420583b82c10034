"""Printing uncaught exceptions as CPython does."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, as_a, cold, is_small, same, small_int, u8
from anthill.vm import errors, operations
from anthill.vm.features import GROUPS
from anthill.vm.interpreter import attributes, console
from anthill.vm.interpreter.console import SourceFile
from anthill.vm.messages import message
from anthill.vm.objects import exception, sequence, singletons
from anthill.vm.objects import list as list_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import trace as trace_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.code import Code
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.list import List
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.tuple import Tuple
from anthill.vm.writer import Writer, string_writer

if GROUPS:
    from anthill.vm.objects import exception_group

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
    if GROUPS and isinstance(out, MarginWriter):
        if context is not NULL and out.has(context):
            context = NULL
        if cause is not NULL and out.has(cause):
            cause = singletons.NONE
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
    if GROUPS and exception_group.is_group(error):
        write_group(error, out)
    else:
        write_trace(error.slots[exception.TRACEBACK], out)
        write_end(error, out)


@cold
def write_end(error: Instance, out: Writer) -> None:
    """Write what comes behind the traceback."""
    if (
        exception.is_kind(error, exception.SYNTAX_ERROR)
        and len(exception.details_of(error).items) > 1
    ):
        write_place(error, out)
    write_summary(error, out)
    write_notes(error, out)


class MarginWriter(Writer):
    """Writes lines with a margin, as exception groups need it."""

    out: Writer
    depth: int
    """The margin is as wide as twice this; 0 for none."""
    mark: int
    """The character at the beginning of the next line."""
    inside: bool
    """Whether a line has begun."""
    open: bool
    """Whether the line below the last exception is still to be written."""
    written: List
    """The exceptions that were the cause or context of others; they are not written again."""

    def add_chain(self, error: Value) -> None:
        """Note what leads to an exception."""
        while error is not NULL and error is not singletons.NONE:
            self.written.append(error)
            cause = as_a(Instance, error).slots[exception.CAUSE]
            context = as_a(Instance, error).slots[exception.CONTEXT]
            error = context if cause is NULL else cause

    def has(self, error: Value) -> bool:
        """Whether an exception is among those."""
        for index in range(self.written.count):
            if same(self.written.items[index], error):
                return True
        return False

    def write(self, p: Ptr[u8], n: int) -> None:
        for index in range(n):
            byte = int(p[index])
            if not self.inside and self.depth > 0:
                self.write_margin(0)
                self.out.write_char(self.mark)
                self.out.write_char(ord(" "))
            self.mark = ord("|")
            self.out.write_byte(byte)
            self.inside = byte != ord("\n")

    def write_margin(self, more: int) -> None:
        """Write the empty part of the margin."""
        self.out.write_repeated(ord(" "), 2 * self.depth + more)


def new_margin(group: Instance, out: Writer) -> MarginWriter:
    """What writes a group that is in no other one."""
    result = MarginWriter(out, 0, ord("|"), False, False, list_object.new_list(0))
    result.add_chain(group)
    return result


MOST_IN_GROUP = 15
"""Of a group so many exceptions are printed."""
DEEPEST_GROUP = 10
"""Groups inside so many others are not."""


@cold
def write_group(group: Instance, out: Writer) -> None:
    """Write an exception group: its traceback, message and exceptions, with a margin."""
    margin = out if isinstance(out, MarginWriter) else new_margin(group, out)
    top = margin.depth == 0
    if margin.depth > DEEPEST_GROUP:
        margin.write_message(message("... (max_group_depth is 10)\n"))
        return
    if top:
        margin.depth = 1
    if exception.traceback_of(group) is not singletons.NONE:
        if top:
            margin.mark = ord("+")
        margin.write_message(message("Exception Group "))
        write_trace(group.slots[exception.TRACEBACK], margin)
    write_end(group, margin)
    write_members(exception_group.exceptions_of(group), margin)
    if top:
        margin.depth = 0


@cold
def write_members(content: Tuple, margin: MarginWriter) -> None:
    """Write the exceptions of a group."""
    count = len(content.items)
    shown = count if count <= MOST_IN_GROUP else MOST_IN_GROUP + 1
    for index in range(shown):
        last = index == shown - 1
        margin.open = last
        margin.write_margin(0)
        margin.out.write_message(message("+-" if index == 0 else "  "))
        margin.out.write_message(message("+---------------- "))
        if index == MOST_IN_GROUP:
            margin.out.write_message(message("..."))
        else:
            margin.out.write_int(index + 1)
        margin.out.write_message(message(" ----------------\n"))
        margin.depth += 1
        if index == MOST_IN_GROUP:
            margin.write_message(message("and "))
            margin.write_int(count - MOST_IN_GROUP)
            margin.write_message(message(" more exception"))
            margin.write_message(message("\n" if count == MOST_IN_GROUP + 1 else "s\n"))
        else:
            write_exception(as_a(Instance, content.items[index]), margin)
        if last and margin.open:
            margin.write_margin(0)
            margin.out.write_message(message("+------------------------------------\n"))
            margin.open = False
        margin.depth -= 1


@cold
def write_notes(error: Instance, out: Writer) -> None:
    """Write the notes of an exception, a line each."""
    if exception.is_preset(error):
        return
    notes = attributes.attribute_or_null(error, name("__notes__"))
    if notes is NULL or notes is singletons.NONE:
        return
    if not isinstance(notes, list_object.List) and not isinstance(notes, Tuple):
        operations.write_repr(notes, out)
        out.write_char(ord("\n"))
        return
    content = sequence.tuple_from(notes)
    for index in range(len(content.items)):
        try:
            out.write_text(operations.str_text(content.items[index]))
        except PyError:
            out.write_message(message("<note str() failed>"))
        out.write_char(ord("\n"))


@cold
def write_trace(kept: Value, out: Writer) -> None:
    """Write the lines that an exception came through, outermost first."""
    seen = trace_object.traceback_of(kept)
    if not isinstance(seen, trace_object.Traceback):
        return
    out.write_message(message("Traceback (most recent call last):\n"))
    trace = seen.entries
    at = seen.at
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
    write_location(code.place.file, line, out)
    out.write_message(message(", in "))
    out.write_text(code.name)
    out.write_char(ord("\n"))
    source = source_line(code.place.file, line)
    if source is not None and len(source.data):
        write_marked(source, singletons.NONE, singletons.NONE, out)


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
def source_line(file: Value, line: int) -> Str | None:
    """A line of a source file, None where it cannot be read."""
    reader = open_source(as_a(Str, file))
    if reader is None:
        return None
    byte = reader.read()
    while byte >= 0 and line > 1:
        if byte == ord("\n"):
            line -= 1
        byte = reader.read()
    content = string_writer()
    while byte >= 0 and byte != ord("\n"):
        content.write_byte(byte)
        byte = reader.read()
    reader.close()
    return content.finish()


@cold
def write_place(error: Instance, out: Writer) -> None:
    """Write where a SyntaxError is: (file, line, column, source line)."""
    place = exception.details_of(error).items[1]
    if not isinstance(place, Tuple) or len(place.items) < 4 or not is_small(place.items[1]):
        return
    write_location(place.items[0], small_int(place.items[1]), out)
    out.write_char(ord("\n"))
    source: Value = place.items[3]
    if not isinstance(source, Str):
        found = source_line(place.items[0], small_int(place.items[1]))
        if found is not None:
            source = found
    if isinstance(source, Str):
        column = place.items[2]
        end = place.items[5] if len(place.items) > 5 else column
        write_marked(source, column, end, out)


@cold
def write_marked(source: Str, column: Value, end: Value, out: Writer) -> None:
    """Write a line of source, and below it marks from a column to before another one."""
    start = 0
    while start < len(source.data) and source.data[start] <= ord(" "):
        start += 1
    size = len(source.data)
    while size > start and source.data[size - 1] == ord("\n"):
        size -= 1
    out.write_message(message("    "))
    out.write_text(str_object.substring(source, start, size))
    out.write_char(ord("\n"))
    if is_small(column) and small_int(column) > start:
        count = 1
        if is_small(end) and small_int(end) > small_int(column):
            count = small_int(end) - small_int(column)
        out.write_repeated(ord(" "), 4 + small_int(column) - 1 - start)
        out.write_repeated(ord("^"), count)
        out.write_char(ord("\n"))


@cold
def write_summary(error: Instance, out: Writer) -> None:
    """Write the last line: type and message."""
    kind = type_object.type_of(error)
    home = type_object.attributes_of(kind).find_name(name("__module__"))
    if isinstance(home, Str) and home is not name("__main__"):
        out.write_text(home)
        out.write_char(ord("."))
    operations.write_str(type_object.lookup_qualified(kind), out)
    try:
        if exception.is_kind(error, exception.SYNTAX_ERROR):
            said = operations.str_text(exception.first_argument(error))
        else:
            said = operations.str_text(error)
    except PyError:
        said = errors.said(message("<exception str() failed>"))
    if len(said.data) > 0:
        out.write_message(message(": "))
        out.write_text(said)
    out.write_char(ord("\n"))
