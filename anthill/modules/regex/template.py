"""Replacement templates of `sub` and `expand`: text with references to groups."""

from __future__ import annotations

from anthill.modules.regex.characters import is_letter
from anthill.modules.regex.compiler import (
    Compiler,
    all_digits,
    digit_value,
    new_compiler,
)
from anthill.modules.regex.errors import pattern_error
from anthill.modules.regex.program import FOREVER
from anthill.typed import NULL, Object, Value, small, small_int
from anthill.vm import errors
from anthill.vm.compiler.tokens import ESCAPED, ESCAPES, place_in
from anthill.vm.messages import message
from anthill.vm.objects import exception, strings
from anthill.vm.objects.dict import Dict
from anthill.vm.objects.list import List, new_list
from anthill.vm.objects.str import Str, intern
from anthill.vm.writer import StringWriter, string_writer

QUOTES = 8
"""From this place on, ESCAPES has what is no escape here."""


class Template(Object):
    """Being read: the source, the pieces so far, and the text since the last of them."""

    source: Compiler
    groups: int
    names: Dict
    pieces: List
    literal: StringWriter

    def put(self, code: int) -> None:
        """Add a character to the text."""
        if isinstance(self.source.source, Str):
            self.literal.write_char(code)
        else:
            self.literal.write_byte(code)

    def flush(self) -> None:
        """Make the text a piece."""
        if self.literal.count > 0:
            self.pieces.append(strings.finished(self.source.source, self.literal))
            self.literal = string_writer()

    def add_group(self, group: int, at: int) -> None:
        """Add a reference."""
        if group >= self.groups:
            reason = message("invalid group reference %d")
            raise pattern_error(reason, small(group), NULL, self.source.source, at)
        self.flush()
        self.pieces.append(small(group))

    def named_group(self) -> None:
        """`\\g<name>` or `\\g<number>`, of which the letter was taken."""
        source = self.source
        if not source.skip(ord("<")):
            raise source.error(message("missing <"), source.at)
        start = source.at
        title = source.until(ord(">"), message("group name"))
        if all_digits(title):
            group = 0
            for digit in title.data:
                group = min(10 * group + int(digit) - ord("0"), FOREVER)
            self.add_group(group, start)
            return
        source.check_name(title, start)
        found = self.names.find(intern(title))
        if found is NULL:
            raise errors.error_with(
                exception.INDEX_ERROR, message("unknown group name %r"), title, NULL
            )
        self.add_group(small_int(found), start)

    def escape(self) -> None:
        """What follows a backslash."""
        source = self.source
        begin = source.at - 1
        code = source.take()
        if code < 0:
            raise source.error(message("bad escape (end of pattern)"), begin)
        place = place_in(ESCAPES, code)
        if 0 <= place < QUOTES:
            self.put(int(ESCAPED[place]))
        elif code == ord("g"):
            self.named_group()
        elif code == ord("0"):
            self.put(source.octal(begin) & 0xFF)
        elif digit_value(code) < 10:
            self.numbered_group(begin, digit_value(code))
        elif is_letter(code):
            raise source.error_about(message("bad escape %s"), begin)
        else:
            self.put(ord("\\"))
            self.put(code)

    def numbered_group(self, begin: int, group: int) -> None:
        """`\\1` to `\\99`, or the character of three octal digits."""
        source = self.source
        second = digit_value(source.peek())
        if second < 10:
            source.at += 1
            if group < 8 and second < 8 and digit_value(source.peek()) < 8:
                source.at = begin + 2
                self.put(source.octal(begin))
                return
            group = 10 * group + second
        self.add_group(group, begin + 1)


def parse_template(template: Value, groups: int, names: Dict) -> List:
    """The pieces of a template: texts, and numbers of groups."""
    result = Template(new_compiler(template, 0), groups, names, new_list(0), string_writer())
    source = result.source
    while True:
        start = source.at
        rest = strings.data_of(template) + start
        plain = strings.find_byte(rest, source.size - start, ord("\\"))
        if plain < 0:
            plain = source.size - start
        result.literal.write(rest, plain)
        source.at = start + plain
        if source.at == source.size:
            result.flush()
            return result.pieces
        source.at += 1
        result.escape()
