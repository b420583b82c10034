"""From the text of a regular expression to a program, in one pass.

Each rule of the grammar is a method that appends code and tells the least and the most characters
it can match. What comes in front of code, such as a repetition, is inserted when it is met: all
jumps are relative. Nesting is limited by the C stack and raises RecursionError.
"""

from __future__ import annotations

from anthill.modules.regex.characters import (
    ascii_category,
    folded,
    folded_ascii,
    is_letter,
)
from anthill.modules.regex.errors import odd, pattern_error
from anthill.modules.regex.first import first_bytes
from anthill.modules.regex.program import (
    ASCII,
    BITS,
    DEBUG,
    DOTALL,
    FIRST_CATEGORY,
    FOLDS,
    FOREVER,
    IGNORECASE,
    LOCALE,
    LOOP_SIZE,
    MULTILINE,
    NEGATED,
    RANGE_SIZE,
    RANGES,
    REPEAT_SIZE,
    UNICODE,
    VERBOSE,
    Op,
    Program,
    number_at,
)
from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    WORD_BITS,
    Array,
    Object,
    Value,
    array_of,
    copy_items,
    items_of,
    small,
    small_int,
    u8,
)
from anthill.vm import errors, unicode, utf8
from anthill.vm.compiler.tokens import ESCAPED, ESCAPES, place_in
from anthill.vm.depth import check_depth
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import strings
from anthill.vm.objects.bytes import Buffer
from anthill.vm.objects.dict import Dict
from anthill.vm.objects.list import List, new_list
from anthill.vm.objects.str import Str, intern

NOTHING = 0
"""Kinds of items: none yet, or one that leaves no code."""
POSITION = 1
"""Matches no character: cannot be repeated."""
REPEATED = 2
ITEM = 3

TOO_MANY = 0xFFFFFFFF if WORD_BITS == 64 else 0x3FFFFFF
"""Repetitions that cannot be asked for."""
MANY = 0x7FFFFFFF if WORD_BITS == 64 else 0x7FFF
"""Characters: this many or more."""
FLAG_LETTERS = b"aiLmsux"
FLAG_BITS = bytes([8, 1, 2, 3, 4, 5, 6])
"""The flag of a letter is 1 shifted by this."""
CATEGORIES = b"dDsSwW"
TYPE_FLAGS = ASCII | LOCALE | UNICODE


def digit_value(code: int) -> int:
    """The value of a hexadecimal digit; above 15 for other characters."""
    if ord("0") <= code <= ord("9"):
        return code - ord("0")
    if ord("a") <= (code | 0x20) <= ord("f"):
        return (code | 0x20) - ord("a") + 10
    return 99


class Compiler(Object):
    """The source with the place reached in it, and the code so far."""

    source: Value
    size: int
    at: int
    """Byte offset of the next character."""
    code: Array[u8]
    length: int
    flags: int
    registers: int
    widths: List
    """For each group its least and most characters, -1 and -1 while it is open."""
    names: Dict
    behind: int
    """Inside lookbehind the number of groups before it, else -1."""
    wanted: int
    wanted_at: int
    """The highest group that a condition asks for, and where."""
    low: int
    high: int
    """Widths of the item compiled last."""
    least: int
    most: int
    """Numbers of the quantifier read last."""
    loose: bool
    """There is a lookbehind of no fixed width."""

    # The source.

    def peek(self) -> int:
        """The next character, -1 at the end."""
        if self.at >= self.size:
            return -1
        p = strings.data_of(self.source) + self.at
        return utf8.char_at(p) if isinstance(self.source, Str) else int(p[0])

    def take(self) -> int:
        """The next character, and go on."""
        code = self.peek()
        if code >= 0:
            wide = isinstance(self.source, Str)
            self.at += utf8.char_size(int(strings.data_of(self.source)[self.at])) if wide else 1
        return code

    def skip(self, code: int) -> bool:
        """Go on if this is the next character."""
        if self.peek() != code:
            return False
        self.at += 1
        return True

    def text(self, start: int, end: int) -> Str:
        """A part of the source, for messages."""
        part = strings.part(self.source, start, end)
        if isinstance(part, Str):
            return part
        assert isinstance(part, Buffer)
        return strings.latin_text(part)

    def error(self, reason: int, at: int) -> PyError:
        """A PatternError about a place in the source."""
        return pattern_error(reason, NULL, NULL, self.source, at)

    def error_about(self, reason: int, start: int) -> PyError:
        """A PatternError that shows the source from a place to the one reached."""
        return pattern_error(reason, self.text(start, self.at), NULL, self.source, start)

    # The code.

    def insert(self, at: int, count: int) -> None:
        """Make room for `count` bytes in the code."""
        need = self.length + count
        if need > len(self.code):
            larger = array_of(u8, need + (need >> 1) + 16)
            copy_items(items_of(larger), items_of(self.code), self.length)
            self.code = larger
        code = items_of(self.code)
        copy_items(code + (at + count), code + at, self.length - at)
        self.length = need

    def put_number(self, at: int, number: int) -> None:
        """Write a number or jump at a place in the code."""
        self.code[at] = u8(number)
        self.code[at + 1] = u8(number >> 8)
        self.code[at + 2] = u8(number >> 16)

    def insert_op(self, at: int, op: int, number: int) -> None:
        """Insert an instruction with a number."""
        self.insert(at, 4)
        self.code[at] = u8(op)
        self.put_number(at + 1, number)

    def emit(self, op: int) -> None:
        """Append an instruction without operands."""
        self.insert(self.length, 1)
        self.code[self.length - 1] = u8(op)

    def emit_number(self, op: int, number: int) -> None:
        """Append an instruction with a number."""
        self.insert_op(self.length, op, number)

    def new_registers(self) -> int:
        """Numbers of two registers; `finish` puts them behind the groups."""
        self.registers += 2
        return self.registers - 2

    def set_width(self, low: int, high: int) -> None:
        """Note the widths of an item."""
        self.low = low
        self.high = high

    # Alternatives and sequences.

    def alternatives(self, flags: int, nested: bool) -> None:
        """`a|b|c`."""
        check_depth()
        start = self.length
        self.sequence(flags, not nested)
        low = self.low
        high = self.high
        jump = -1
        while self.skip(ord("|")):
            if not nested:
                flags = self.flags
            self.insert_op(start, Op.SPLIT, self.length - start + 8)
            self.emit_number(Op.JUMP, max(jump, 0))
            jump = self.length - 4
            start = self.length
            self.sequence(flags, False)
            low = min(low, self.low)
            high = max(high, self.high)
        while jump > 0:
            before = number_at(items_of(self.code, jump + 1))
            self.put_number(jump + 1, self.length - jump)
            jump = before
        self.set_width(low, high)

    def sequence(self, flags: int, first: bool) -> None:
        """Items up to `|`, `)` or the end."""
        low = 0
        high = 0
        kind = NOTHING
        item = self.length
        literal = -1
        self.set_width(0, 0)
        while True:
            code = self.peek()
            if code < 0 or code == ord("|") or code == ord(")"):
                break
            begin = self.at
            if flags & VERBOSE and self.is_blank(code):
                continue
            if self.is_quantifier(code):
                if kind <= POSITION:
                    raise self.error(message("nothing to repeat"), begin)
                if kind == REPEATED:
                    raise self.error(message("multiple repeat"), begin)
                if literal >= 0 and item > literal:
                    self.split_literal(literal, item)
                self.repeat(item)
                kind = REPEATED
                literal = -1
                continue
            before_low = self.low
            before_high = self.high
            before = self.length
            found = ITEM
            if code == ord("("):
                found = self.parenthesis(flags, first and kind == NOTHING)
                if found == NOTHING:
                    if first and kind == NOTHING:
                        flags = self.flags
                    continue
            low = min(low + before_low, MANY)
            high = min(high + before_high, MANY)
            kind = found
            item = before
            if code == ord("("):
                literal = -1
            else:
                kind = self.simple(flags)
                literal, item = self.merged(literal, before)
        self.set_width(min(low + self.low, MANY), min(high + self.high, MANY))

    def is_blank(self, code: int) -> bool:
        """Skip a blank or comment of the verbose syntax."""
        if code == ord("#"):
            while code >= 0 and code != ord("\n"):
                code = self.take()
            return True
        if code == ord(" ") or ord("\t") <= code <= ord("\r"):
            self.at += 1
            return True
        return False

    def merged(self, literal: int, item: int) -> tuple[int, int]:
        """Join the LITERAL just emitted at `item` with the one before it at `literal`: where the
        LITERAL begins, -1 if the item is none, and where the item begins."""
        if self.code[item] != Op.LITERAL or self.length == item:
            return -1, item
        size = int(self.code[item + 1])
        if literal < 0 or int(self.code[literal + 1]) + size > 255:
            return item, item
        code = items_of(self.code, item)
        copy_items(code, code + 2, size)
        self.length -= 2
        self.code[literal + 1] += u8(size)
        return literal, item

    def split_literal(self, literal: int, item: int) -> None:
        """Make the last character of a LITERAL one of its own."""
        size = self.length - item
        self.code[literal + 1] -= u8(size)
        self.insert(item, 2)
        self.code[item] = u8(Op.LITERAL)
        self.code[item + 1] = u8(size)

    # Repetition.

    def is_quantifier(self, code: int) -> bool:
        """Whether a quantifier comes; leaves it behind and notes its numbers."""
        if code == ord("{"):
            return self.bounds()
        least = 1 if code == ord("+") else 0
        if code != ord("*") and code != ord("+") and code != ord("?"):
            return False
        self.at += 1
        self.set_bounds(least, 1 if code == ord("?") else FOREVER)
        return True

    def set_bounds(self, least: int, most: int) -> None:
        """Note the numbers of a quantifier."""
        self.least = least
        self.most = most

    def bounds(self) -> bool:
        """Read `{m}`, `{m,}`, `{,n}` or `{m,n}`; False, and nothing read, for anything else."""
        begin = self.at
        self.at += 1
        if self.peek() != ord("}"):
            least = self.count()
            most = least
            if self.skip(ord(",")):
                most = self.count()
                if most < 0:
                    most = FOREVER
            elif least < 0:
                most = FOREVER
            if self.skip(ord("}")):
                if most < least:
                    raise self.error(odd("min repeat greater than max repeat"), begin + 1)
                self.set_bounds(max(least, 0), most)
                return True
        self.at = begin
        return False

    def count(self) -> int:
        """Digits, -1 if there are none."""
        result = -1
        while digit_value(self.peek()) < 10:
            result = max(result, 0) * 10 + digit_value(self.take())
            if result >= TOO_MANY:
                raise errors.overflow_error(odd("the repetition number is too large"))
        return min(result, FOREVER)

    def repeat(self, item: int) -> None:
        """Repeat the code from `item` on as the quantifier says."""
        least = self.least
        most = self.most
        mode = 0
        if self.skip(ord("?")):
            mode = 1
        elif self.skip(ord("+")):
            mode = 2
        if self.is_single(item):
            self.insert(item, REPEAT_SIZE)
            self.code[item] = u8(Op.REPEAT + mode)
            self.put_number(item + 1, self.length - item)
            self.put_number(item + 4, least)
            self.put_number(item + 7, most)
        elif mode == 2:
            self.repeat_group(item, least, most, 0)
            self.enclose(item, Op.HOLD, Op.CUT)
        else:
            self.repeat_group(item, least, most, mode)
        low = min(self.low * min(least, MANY), MANY)
        self.set_width(low, min(self.high * min(most, MANY), MANY))

    def enclose(self, item: int, before: int, behind: int) -> None:
        """Put the code from `item` on between two instructions with a new register."""
        register = self.new_registers()
        self.insert_op(item, before, register)
        self.emit_number(behind, register)

    def is_single(self, item: int) -> bool:
        """Whether the code from `item` on is one instruction for one character."""
        size = self.length - item
        if size <= 0:
            return False
        match int(self.code[item]):
            case Op.LITERAL:
                wide = isinstance(self.source, Str)
                first = int(self.code[item + 2])
                return size == 2 + (utf8.char_size(first) if wide else 1)
            case Op.FOLDED | Op.FOLDED_ASCII:
                return size == 4
            case Op.SET:
                return size == RANGES + RANGE_SIZE * number_at(items_of(self.code, item + 2))
            case Op.ANY | Op.ANY_LINE:
                return size == 1
            case _:
                return False

    def repeat_group(self, item: int, least: int, most: int, lazy: int) -> None:
        """Repeat code of any kind."""
        size = self.length - item
        if most == 0:
            self.length = item
        elif least == 0 and most == 1:
            self.insert_op(item, Op.SPLIT + lazy, size + 4)
        elif least == 1 and most == 1:
            return
        elif most == FOREVER and least <= 1 and self.low > 0:
            if least == 1:
                self.emit_number(Op.SPLIT_LATE - lazy, -size)
            else:
                self.insert_op(item, Op.SPLIT + lazy, size + 8)
                self.emit_number(Op.JUMP, -size - 4)
        else:
            register = self.new_registers()
            self.insert_op(item, Op.INIT, register)
            self.insert_op(item + 4, Op.LOOP + lazy, register)
            self.insert(item + 8, LOOP_SIZE - 4)
            self.put_number(item + 8, least)
            self.put_number(item + 11, most)
            self.put_number(item + 14, size + LOOP_SIZE + 4)
            self.emit_number(Op.JUMP, -size - LOOP_SIZE)

    # Items without parentheses.

    def simple(self, flags: int) -> int:
        """One item; its kind."""
        code = self.take()
        self.set_width(1, 1)
        if code == ord("\\"):
            return self.escaped_item(flags)
        if code == ord("["):
            self.set_of_characters(flags)
        elif code == ord("."):
            self.emit(Op.ANY if flags & DOTALL else Op.ANY_LINE)
        elif code == ord("^"):
            return self.position(Op.LINE_BEGIN if flags & MULTILINE else Op.BEGIN)
        elif code == ord("$"):
            return self.position(Op.LINE_END if flags & MULTILINE else Op.LAST_END)
        else:
            self.emit_char(code, flags)
        return ITEM

    def position(self, op: int) -> int:
        """An instruction that matches no character."""
        self.emit(op)
        self.set_width(0, 0)
        return POSITION

    def is_wide(self, flags: int) -> bool:
        """Whether characters beyond ASCII have case and category."""
        return isinstance(self.source, Str) and flags & ASCII == 0

    def emit_char(self, code: int, flags: int) -> None:
        """An instruction for one character."""
        start = self.length
        if flags & IGNORECASE:
            wide = LARGE and self.is_wide(flags)
            other = folded(code) if wide else folded_ascii(code)
            if is_letter(other) or (wide and other >= 0x80):
                self.emit_number(Op.FOLDED if wide else Op.FOLDED_ASCII, other)
                return
        self.insert(start, 2 + 4)
        size = 1
        if isinstance(self.source, Str):
            size = utf8.put_char(items_of(self.code, start + 2), code)
        else:
            self.code[start + 2] = u8(code)
        self.length = start + 2 + size
        self.code[start] = u8(Op.LITERAL)
        self.code[start + 1] = u8(size)

    def escaped_item(self, flags: int) -> int:
        """What follows a backslash outside of a set; the kind of the item."""
        begin = self.at - 1
        code = self.peek()
        edge = 0 if self.is_wide(flags) else 1
        match code:
            case 0x41:  # A
                self.at += 1
                return self.position(Op.BEGIN)
            case 0x5A:  # Z
                self.at += 1
                return self.position(Op.END)
            case 0x62:  # b
                self.at += 1
                return self.position(Op.EDGE + edge)
            case 0x42:  # B
                self.at += 1
                return self.position(Op.NO_EDGE + edge)
            case _:
                pass
        if ord("1") <= code <= ord("9"):
            code = self.reference_or_octal(begin, flags)
            if code < 0:
                return ITEM
            self.emit_char(code, flags)
            return ITEM
        category = place_in(CATEGORIES, code)
        if category >= 0:
            self.at += 1
            start = self.begin_set()
            self.add_category(start, category, flags)
            self.end_set(start, False, flags)
            return ITEM
        self.emit_char(self.escape(begin), flags)
        return ITEM

    def escape(self, begin: int) -> int:
        """The character that an escape stands for, whose backslash was at `begin`."""
        code = self.take()
        if code < 0:
            raise self.error(message("bad escape (end of pattern)"), begin)
        place = place_in(ESCAPES, code)
        if place >= 0:
            return int(ESCAPED[place])
        is_text = isinstance(self.source, Str)
        if code == ord("x"):
            return self.hexadecimal(begin, 2)
        if is_text and code == ord("u"):
            return self.hexadecimal(begin, 4)
        if is_text and code == ord("U"):
            code = self.hexadecimal(begin, 8)
            if code > 0x10FFFF:
                raise self.error_about(message("bad escape %s"), begin)
            return code
        if LARGE and is_text and code == ord("N"):
            return self.named_character(begin)
        if ord("0") <= code <= ord("7"):
            return self.octal(begin)
        if is_letter(code) or code == ord("8") or code == ord("9"):
            raise self.error_about(message("bad escape %s"), begin)
        return code

    def hexadecimal(self, begin: int, digits: int) -> int:
        """As many hexadecimal digits."""
        code = 0
        for _ in range(digits):
            digit = digit_value(self.peek())
            if digit > 15:
                raise self.error_about(message("incomplete escape %s"), begin)
            self.at += 1
            code = min(code << 4 | digit, 0x7FFFFFF)
        return code

    def octal(self, begin: int) -> int:
        """Up to three octal digits, the first of which was taken."""
        code = int(strings.data_of(self.source)[self.at - 1]) - ord("0")
        for _ in range(2):
            if digit_value(self.peek()) < 8:
                code = code << 3 | digit_value(self.take())
        if code > 0o377:
            raise self.error_about(odd("octal escape value %s outside of range 0-0o377"), begin)
        return code

    def named_character(self, begin: int) -> int:
        """`\\N{...}`: there are no names here."""
        if not self.skip(ord("{")):
            raise self.error(odd("missing {"), self.at)
        name = self.until(ord("}"), message("character name"))
        raise pattern_error(odd("undefined character name %r"), name, NULL, self.source, begin)

    def reference_or_octal(self, begin: int, flags: int) -> int:
        """A reference to a group, -1, or the character of three octal digits."""
        first = digit_value(self.take())
        number = first
        second = digit_value(self.peek())
        if second < 10:
            self.at += 1
            number = 10 * first + second
            if first < 8 and second < 8 and digit_value(self.peek()) < 8:
                self.at = begin + 2
                return self.octal(begin)
        if number >= self.groups():
            raise pattern_error(
                message("invalid group reference %d"), small(number), NULL, self.source, begin + 1
            )
        self.reference(number, begin, flags)
        return -1

    def groups(self) -> int:
        """How many groups were begun, the whole match included."""
        return self.widths.count >> 1

    def reference(self, group: int, begin: int, flags: int) -> None:
        """The same text as a group."""
        if self.is_open(group):
            raise self.error(odd("cannot refer to an open group"), begin)
        self.check_behind(group)
        op = Op.GROUP
        if flags & IGNORECASE:
            op = Op.GROUP_FOLDED if LARGE and self.is_wide(flags) else Op.GROUP_FOLDED_ASCII
        self.emit_number(op, group)
        self.set_width(self.width_of(2 * group), self.width_of(2 * group + 1))

    def width_of(self, place: int) -> int:
        """An entry of `widths`."""
        return small_int(self.widths.items[place])

    def is_open(self, group: int) -> bool:
        """Whether a group was begun and not ended."""
        return self.width_of(2 * group) < 0

    def check_behind(self, group: int) -> None:
        """Inside lookbehind, only groups before it can be referred to."""
        if self.behind >= 0:
            if group >= self.groups() or self.is_open(group):
                raise self.error(odd("cannot refer to an open group"), self.at)
            if group >= self.behind:
                raise self.error(
                    odd("cannot refer to group defined in the same lookbehind subpattern"),
                    self.at,
                )

    # Sets.

    def begin_set(self) -> int:
        """Append an empty SET; where it begins."""
        start = self.length
        self.insert(start, RANGES)
        for place in range(start, self.length):
            self.code[place] = 0
        self.code[start] = u8(Op.SET)
        return start

    def end_set(self, start: int, negated: bool, flags: int) -> None:
        """Complete a SET: without case, negated."""
        bits = items_of(self.code, start + BITS)
        if flags & IGNORECASE:
            for code in range(ord("A"), ord("Z") + 1):
                other = code | 0x20
                both = (
                    int(bits[code >> 3]) >> (code & 7) | int(bits[other >> 3]) >> (other & 7)
                ) & 1
                bits[code >> 3] |= u8(both << (code & 7))
                bits[other >> 3] |= u8(both << (other & 7))
            if LARGE and self.is_wide(flags):
                self.code[start + 1] |= FOLDS
        if negated:
            self.code[start + 1] |= NEGATED
            for place in range(16):
                bits[place] = u8(~bits[place])

    def add_range(self, start: int, low: int, high: int, flags: int) -> None:
        """Add characters to the SET that ends the code."""
        code = low
        while code <= high and code < 0x80:
            self.code[start + BITS + (code >> 3)] |= u8(1 << (code & 7))
            code += 1
        if high < 0x80:
            return
        count = number_at(items_of(self.code, start + 2)) + 1
        self.insert(self.length, RANGE_SIZE)
        self.put_number(self.length - 6, code)
        self.put_number(self.length - 3, high)
        self.put_number(start + 2, count)
        if LARGE and flags & IGNORECASE and self.is_wide(flags):
            for other in (0x130, 0x131, 0x17F, 0x212A):
                if code <= other <= high:
                    self.add_range(start, folded(other), folded(other), 0)

    def add_category(self, start: int, category: int, flags: int) -> None:
        """Add one of d D s S w W to the SET that ends the code."""
        wide = self.is_wide(flags)
        for code in range(0x80):
            if ascii_category(category, code, wide):
                self.code[start + BITS + (code >> 3)] |= u8(1 << (code & 7))
        if wide:
            self.code[start + 1] |= u8(FIRST_CATEGORY << category)
        elif category & 1:
            self.add_range(start, 0x80, 0x10FFFF, 0)

    def set_of_characters(self, flags: int) -> None:
        """`[...]`, of which the bracket was taken."""
        begin = self.at - 1
        start = self.begin_set()
        negated = self.skip(ord("^"))
        first = True
        single = -1
        count = 0
        while True:
            place = self.at
            code = self.take()
            if code == ord("]") and not first:
                break
            first = False
            low = self.member(code, begin, place)
            if self.peek() != ord("-"):
                count += 1
                single = self.add_member(start, low, flags)
                continue
            self.at += 1
            if self.skip(ord("]")):
                self.add_member(start, low, flags)
                self.add_range(start, ord("-"), ord("-"), flags)
                count = 2
                break
            other = self.at
            code = self.take()
            high = self.member(code, begin, other)
            if low < 0 or high < low:
                raise self.error_about(message("bad character range %s"), place)
            self.add_range(start, low, high, flags)
            count = 2
        if count == 1 and single >= 0 and not negated:
            self.length = start
            self.emit_char(single, flags)
        else:
            self.end_set(start, negated, flags)

    def member(self, code: int, begin: int, place: int) -> int:
        """A character of a set, or -1 minus the number of a category."""
        if code < 0:
            raise self.error(message("unterminated character set"), begin)
        if code != ord("\\"):
            return code
        category = place_in(CATEGORIES, self.peek())
        if category >= 0:
            self.at += 1
            return -1 - category
        return self.escape(place)

    def add_member(self, start: int, member: int, flags: int) -> int:
        """Add what `member` gave; it is returned."""
        if member < 0:
            self.add_category(start, -1 - member, flags)
        else:
            self.add_range(start, member, member, flags)
        return member

    # Parentheses.

    def parenthesis(self, flags: int, first: bool) -> int:
        """`(...)`; the kind of the item, NOTHING for a comment and for flags of the whole."""
        begin = self.at
        self.at += 1
        if not self.skip(ord("?")):
            return self.capture(flags, NULL, begin)
        kind = self.take()
        match kind:
            case 0x50:  # P
                return self.named(flags, begin)
            case 0x3A:  # :
                self.alternatives(flags, True)
                self.close(begin)
                return ITEM
            case 0x23:  # the number sign
                while True:
                    code = self.take()
                    if code < 0:
                        raise self.error(odd("missing ), unterminated comment"), begin)
                    if code == ord(")"):
                        return NOTHING
            case 0x3D | 0x21:  # = !
                return self.look(flags, begin, kind == ord("!"), False)
            case 0x3C:  # <
                kind = self.take()
                if kind != ord("=") and kind != ord("!"):
                    raise self.unknown(begin, kind)
                return self.look(flags, begin, kind == ord("!"), True)
            case 0x28:  # (
                if LARGE:
                    return self.condition(flags, begin)
            case 0x3E:  # >
                start = self.length
                self.alternatives(flags, True)
                self.close(begin)
                self.enclose(start, Op.HOLD, Op.CUT)
                return ITEM
            case _:
                pass
        if kind != ord("-") and place_in(FLAG_LETTERS, kind) < 0:
            raise self.unknown(begin, kind)
        if not LARGE:
            if not first:
                raise self.unknown(begin, kind)
            self.leading_flags(kind, begin)
            return NOTHING
        inner = self.inline_flags(flags, kind)
        if inner >= 0:
            self.alternatives(inner, True)
            self.close(begin)
            return ITEM
        if not first:
            raise self.error(odd("global flags not at the start of the expression"), begin)
        return NOTHING

    def unknown(self, begin: int, last: int) -> PyError:
        """The error for a parenthesis of an unknown kind."""
        if last < 0:
            return self.error(message("unexpected end of pattern"), self.at)
        return pattern_error(
            message("unknown extension %s"),
            self.text(begin + 1, self.at),
            NULL,
            self.source,
            begin + 1,
        )

    def close(self, begin: int) -> None:
        """The closing parenthesis."""
        if not self.skip(ord(")")):
            raise self.error(message("missing ), unterminated subpattern"), begin)

    def capture(self, flags: int, title: Value, begin: int) -> int:
        """A group that is remembered; `title` is its name or NULL."""
        group = self.groups()
        if title is not NULL:
            known = self.names.find(title)
            if known is not NULL:
                raise self.redefinition(title, group, known)
            self.names.store(title, small(group))
        self.widths.append(small(-1))
        self.widths.append(small(-1))
        self.emit_number(Op.SAVE, 2 * group)
        self.alternatives(flags, True)
        self.close(begin)
        self.emit_number(Op.SAVE, 2 * group + 1)
        self.widths.items[2 * group] = small(self.low)
        self.widths.items[2 * group + 1] = small(self.high)
        return ITEM

    def redefinition(self, title: Value, group: int, known: Value) -> PyError:
        """The error for a second group with a name."""
        reason = errors.formatted(
            message("redefinition of group name %r as group %d"), title, small(group)
        )
        assert isinstance(title, Str)
        return pattern_error(
            message("%s; was group %d"), reason, known, self.source, self.at - 1 - len(title.data)
        )

    def until(self, end: int, what: int) -> Str:
        """A name up to a character that ends it; both are left behind."""
        start = self.at
        while True:
            code = self.take()
            if code == end and self.at - 1 > start:
                return self.text(start, self.at - 1)
            if code < 0 or code == end:
                title = errors.formatted(what, NULL, NULL)
                if code == end or self.at == start:
                    at = start if code == end else self.at
                    raise pattern_error(message("missing %s"), title, NULL, self.source, at)
                raise pattern_error(
                    message("missing %s, unterminated name"),
                    str_object.char_str(end),
                    NULL,
                    self.source,
                    start,
                )

    def name(self, end: int) -> Str:
        """The name of a group, up to a character that ends it."""
        start = self.at
        found = self.until(end, message("group name"))
        self.check_name(found, start)
        return intern(found)

    def check_name(self, title: Str, start: int) -> None:
        """PatternError unless the text is an identifier."""
        if not is_identifier(title, isinstance(self.source, Str)):
            raise pattern_error(
                message("bad character in group name %r"), title, NULL, self.source, start
            )

    def group_named(self, title: Str, start: int) -> int:
        """The number of a group."""
        found = self.names.find(title)
        if found is NULL:
            raise pattern_error(message("unknown group name %r"), title, NULL, self.source, start)
        return small_int(found)

    def named(self, flags: int, begin: int) -> int:
        """`(?P<name>...)` and `(?P=name)`."""
        if self.skip(ord("<")):
            title = self.name(ord(">"))
            return self.capture(flags, title, begin)
        if self.skip(ord("=")):
            start = self.at
            group = self.group_named(self.name(ord(")")), start)
            self.reference(group, start, flags)
            return ITEM
        raise self.unknown(begin, self.take())

    def look(self, flags: int, begin: int, negative: bool, back: bool) -> int:
        """Lookahead and lookbehind."""
        start = self.length
        outer = self.behind
        if back and outer < 0:
            self.behind = self.groups()
        self.alternatives(flags, True)
        self.close(begin)
        self.behind = outer
        if back:
            if self.low == self.high and self.low >= min(MANY, FOREVER):
                raise pattern_error(odd("looks too much behind"), NULL, NULL, NULL, 0)
            if self.low != self.high:
                self.loose = True
            self.insert_op(start, Op.BACK, self.low)
        if negative:
            register = self.new_registers()
            self.insert_op(start, Op.REFUSE, register)
            self.insert(start + 4, 3)
            self.emit_number(Op.REFUSED, register)
            self.put_number(start + 4, self.length - start)
        else:
            self.enclose(start, Op.LOOK, Op.SEEN)
        self.set_width(0, 0)
        return ITEM

    def condition(self, flags: int, begin: int) -> int:
        """`(?(group)yes|no)`."""
        start = self.at
        title = self.until(ord(")"), message("group name"))
        group = 0
        if all_digits(title):
            for digit in title.data:
                group = min(10 * group + int(digit) - ord("0"), FOREVER)
            if group == 0:
                raise self.error(odd("bad group number"), start)
            if group > self.wanted:
                self.wanted = group
                self.wanted_at = start
        else:
            self.check_name(title, start)
            group = self.group_named(intern(title), start)
        self.check_behind(group)
        self.emit_number(Op.IF_GROUP, group)
        skip = self.length
        self.insert(skip, 3)
        self.sequence(flags, False)
        low = self.low
        high = self.high
        if self.skip(ord("|")):
            jump = self.length
            self.emit_number(Op.JUMP, 0)
            self.put_number(skip, self.length - skip + 4)
            self.sequence(flags, False)
            if self.peek() == ord("|"):
                raise self.error(odd("conditional backref with more than two branches"), self.at)
            self.put_number(jump + 1, self.length - jump)
            low = min(low, self.low)
            high = max(high, self.high)
        else:
            low = 0
            self.put_number(skip, self.length - skip + 4)
        self.close(begin)
        self.set_width(low, high)
        return ITEM

    # Flags.

    def leading_flags(self, letter: int, begin: int) -> None:
        """`(?flags)` where no other flags are known."""
        while letter != ord(")"):
            place = place_in(FLAG_LETTERS, letter)
            if place < 0:
                raise self.unknown(begin, letter)
            self.flags |= 1 << int(FLAG_BITS[place])
            letter = self.take()

    def inline_flags(self, flags: int, letter: int) -> int:
        """`(?flags)`, -1, or `(?flags-flags:`: the flags of what follows."""
        added = 0
        removed = 0
        is_text = isinstance(self.source, Str)
        while letter != ord("-") and letter != ord(":"):
            flag = 1 << int(FLAG_BITS[place_in(FLAG_LETTERS, letter)])
            if flag == (LOCALE if is_text else UNICODE):
                raise self.error(
                    odd("bad inline flags: cannot use 'L' flag with a str pattern")
                    if is_text
                    else odd("bad inline flags: cannot use 'u' flag with a bytes pattern"),
                    self.at,
                )
            added |= flag
            if flag & TYPE_FLAGS and added & TYPE_FLAGS != flag:
                raise self.error(
                    odd("bad inline flags: flags 'a', 'u' and 'L' are incompatible"), self.at
                )
            letter = self.flag_letter(odd("missing -, : or )"), True)
            if letter == ord(")"):
                self.flags |= added
                return -1
        if added & DEBUG:
            raise self.error(odd("bad inline flags: cannot turn on global flag"), self.at - 1)
        if letter == ord("-"):
            letter = self.flag_letter(odd("missing flag"), False)
            if letter == ord(":"):
                raise self.error(odd("missing flag"), self.at - 1)
            while letter != ord(":"):
                flag = 1 << int(FLAG_BITS[place_in(FLAG_LETTERS, letter)])
                if flag & TYPE_FLAGS:
                    raise self.error(
                        odd("bad inline flags: cannot turn off flags 'a', 'u' and 'L'"),
                        self.at,
                    )
                removed |= flag
                letter = self.flag_letter(odd("missing :"), False)
                if added & removed and letter == ord(":"):
                    raise self.error(odd("bad inline flags: flag turned on and off"), self.at - 1)
        if added & TYPE_FLAGS:
            flags = flags & ~TYPE_FLAGS
        return (flags | added) & ~removed

    def flag_letter(self, missing: int, may_end: bool) -> int:
        """The next letter of the flags, or what ends them."""
        code = self.take()
        if code < 0:
            raise self.error(missing, self.at)
        if code == ord(":") or (may_end and (code == ord(")") or code == ord("-"))):
            return code
        if place_in(FLAG_LETTERS, code) < 0:
            last = strings.last_char(self.source, strings.data_of(self.source), self.at)
            raise self.error(odd("unknown flag") if is_letter(code) else missing, last)
        return code

    # The whole.

    def finish(self) -> Program:
        """The program of what was compiled."""
        if self.at < self.size:
            raise self.error(message("unbalanced parenthesis"), self.at)
        if self.wanted >= self.groups():
            raise pattern_error(
                message("invalid group reference %d"),
                small(self.wanted),
                NULL,
                self.source,
                self.wanted_at,
            )
        if self.loose:
            reason = odd("look-behind requires fixed-width pattern")
            raise pattern_error(reason, NULL, NULL, NULL, 0)
        self.emit(Op.MATCH)
        code = array_of(u8, self.length)
        copy_items(items_of(code), items_of(self.code), self.length)
        groups = self.groups()
        first: Array[u8] | None = None
        if LARGE:
            first = first_bytes(code)
        return Program(code, groups, 2 * groups + 1 + self.registers, first)


def all_digits(title: Str) -> bool:
    """Whether a text is decimal digits only."""
    for char in title.data:
        if char < ord("0") or char > ord("9"):
            return False
    return True


def is_identifier(title: Str, is_text: bool) -> bool:
    """Whether a text can name a group."""
    at = 0
    while at < len(title.data):
        code = utf8.char_at(items_of(title.data, at))
        wanted = unicode.ALPHA if at == 0 else unicode.ALPHA | unicode.DECIMAL
        if code != ord("_") and (
            (code >= 0x80 and not is_text) or unicode.classes(code) & wanted == 0
        ):
            return False
        at += utf8.char_size(int(title.data[at]))
    return True


def new_compiler(source: Value, flags: int) -> Compiler:
    """A compiler at the start of a pattern."""
    widths = new_list(2)
    widths.append(small(-1))
    widths.append(small(-1))
    return Compiler(
        source,
        strings.size_of(source),
        0,
        array_of(u8, 32),
        0,
        flags,
        0,
        widths,
        dict_object.new_dict(0),
        -1,
        0,
        0,
        0,
        0,
        0,
        0,
        False,
    )
