"""Code: what the compiler makes of a function, class body or module.

One block without addresses in it, so it runs from RAM or flash; nothing changes it once the whole
source is compiled. Behind the bytecode in `code` lie the tables: handlers, lines, captures.
Locals are the registers from 0 on, in the order: positional parameters, keyword-only ones, *args,
**kwargs, the others; everything above them is temporary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    Array,
    Object,
    Ptr,
    Tail,
    Value,
    alloc,
    as_a,
    copy_items,
    items_of,
    u8,
    u16,
)
from anthill.vm.compiler.bytecode import (
    CAPTURE_SIZE,
    CODE_VARARGS,
    CODE_VARKEYWORDS,
    HANDLER_SIZE,
    LONG_ENTRY,
)
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer


class Place(Object):
    """Where code stands: what all that stands in one scope has in common."""

    scope: Str
    """The qualified name of what it stands in, with `.<locals>` for functions; empty in modules."""
    file: Str


class Code(Obj):
    """Compiled code."""

    name: Str
    place: Place
    constants: Array[Value]
    """Names of the parameters; the docstring, if CODE_DOCUMENTED; what the bytecode refers to;
    names of the other locals; names of the captured variables."""
    first_line: u16
    bytecode_size: u16
    handlers: u16
    flags: u16
    """CODE_*"""
    registers: u8
    """Size of the frame, without the link words."""
    positional: u8
    """Positional parameters, those that are positional only included."""
    positional_only: u8
    keyword_only: u8
    locals_count: u8
    """Locals with a name: in the modules of an image with little flash only the parameters."""
    captures: u8
    code: Tail[u8]

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<code object "))
        out.write_text(self.name)
        errors.write_place(self, out)
        out.write_message(message(', file "'))
        out.write_text(self.place.file)
        out.write_message(message('", line '))
        out.write_int(int(self.first_line))
        out.write_char(ord(">"))

    def qualified_name(self) -> Str:
        """The name with that of what it stands in."""
        scope = self.place.scope
        if len(scope.data) == 0:
            return self.name
        dotted = str_object.join2(scope, str_object.text("."))
        return str_object.intern(str_object.join2(dotted, self.name))

    def parameters(self) -> int:
        """Number of parameters, `*args` and `**kwargs` included."""
        count = int(self.positional + self.keyword_only)
        if self.flags & CODE_VARARGS:
            count += 1
        if self.flags & CODE_VARKEYWORDS:
            count += 1
        return count

    def local_name(self, register: int) -> Str:
        """The name of the local in a register; empty where the image does without."""
        if register >= self.locals_count:
            return str_object.EMPTY_STR
        if register >= self.parameters():
            register += len(self.constants) - int(self.captures + self.locals_count)
        return as_a(str_object.Str, self.constants[register])

    def capture_name(self, index: int) -> Str:
        """The name of a variable that the function captures."""
        index += len(self.constants) - int(self.captures)
        return as_a(str_object.Str, self.constants[index])

    def captures_start(self) -> int:
        """Where in `code` the captures are: pairs of bytes, 1 and a register of the enclosing
        function or 0 and an index into its closure."""
        return len(self.code) - CAPTURE_SIZE * int(self.captures)

    def line_at(self, offset: int) -> int:
        """The line of the instruction at (or around) an offset into the bytecode."""
        at = int(self.bytecode_size) + HANDLER_SIZE * int(self.handlers)
        end = self.captures_start()
        line = int(self.first_line)
        position = 0
        while at < end:
            distance, delta, size = line_entry(items_of(self.code, at))
            position += distance
            if position > offset:
                break
            line += delta
            at += size
        return line


def line_entry(entry: Ptr[u8]) -> tuple[int, int, int]:
    """Of an entry of a line table: bytes of code up to where the line changes, by how much, and the
    length of the entry."""
    if entry[0] != LONG_ENTRY:
        step = int(entry[0] & 7)
        return int(entry[0] >> 3), step if step != 0 else -1, 1
    step = int(entry[2])
    return int(entry[1]), step if step < 128 else step - 256, 4


def copied(code: Code, room: int) -> Code:
    """A copy of a code with so many bytes more at its end."""
    size = len(code.code)
    made = alloc(Code, size + room)
    copy_items(items_of(made.code), items_of(code.code), size)
    made.constants = code.constants
    made.name = code.name
    made.place = code.place
    made.first_line = code.first_line
    made.bytecode_size = code.bytecode_size
    made.registers = code.registers
    made.positional = code.positional
    made.positional_only = code.positional_only
    made.keyword_only = code.keyword_only
    made.flags = code.flags
    made.locals_count = code.locals_count
    made.handlers = code.handlers
    made.captures = code.captures
    return made


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.type import builtin_type  # noqa: E402

CODE_TYPE = builtin_type("code", Code)
