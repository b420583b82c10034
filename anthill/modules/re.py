"""The module `re`: patterns, matches, and the functions that take a pattern's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.modules import builtins
from anthill.modules.regex.compiler import new_compiler
from anthill.modules.regex.errors import RE
from anthill.modules.regex.matcher import NO_PLACE, Matcher
from anthill.modules.regex.program import (
    ASCII,
    DEBUG,
    DOTALL,
    IGNORECASE,
    LOCALE,
    MULTILINE,
    UNICODE,
    VERBOSE,
    Program,
)
from anthill.modules.regex.template import parse_template
from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    Array,
    Ptr,
    Static,
    Value,
    alloc,
    array_of,
    as_a,
    copy_items,
    is_small,
    items_of,
    small,
    small_int,
    uword,
)
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import warnings
from anthill.vm.messages import message
from anthill.vm.objects import generic, sequence, strings
from anthill.vm.objects import int as int_object
from anthill.vm.objects.bool import to_bool
from anthill.vm.objects.builtin import function, getter, method
from anthill.vm.objects.bytes import Buffer, Bytes, new_bytes
from anthill.vm.objects.container import Iterator
from anthill.vm.objects.dict import Dict, new_dict
from anthill.vm.objects.iterator_methods import ITERATOR_TYPE
from anthill.vm.objects.list import List, new_list
from anthill.vm.objects.object import Obj
from anthill.vm.objects.singletons import NONE, NOT_IMPLEMENTED
from anthill.vm.objects.str import Str, intern, substring
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.type import builtin_type
from anthill.vm.writer import StringWriter, string_writer

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

_RARE = ("NOFLAG", "LOCALE", "UNICODE", "DEBUG")
for _title, _flag in {
    "NOFLAG": 0,
    "IGNORECASE": IGNORECASE,
    "LOCALE": LOCALE,
    "MULTILINE": MULTILINE,
    "DOTALL": DOTALL,
    "UNICODE": UNICODE,
    "VERBOSE": VERBOSE,
    "DEBUG": DEBUG,
    "ASCII": ASCII,
}.items():
    if _title in _RARE and not LARGE:
        continue
    RE.define(_title, small(_flag))
    if _title not in ("NOFLAG", "DEBUG", "DOTALL", "VERBOSE"):
        RE.define(_title[0], small(_flag))
RE.define("S", small(DOTALL))
RE.define("X", small(VERBOSE))

ALL_FLAGS = 0x1FE
SHOWN = 200
"""Characters of a pattern that its repr shows."""


class Pattern(Obj):
    """A compiled pattern; `asked` are the flags given to `compile`."""

    source: Value
    program: Program
    flags: int
    asked: int
    names: Dict

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("re.compile("))
        shown = operations.repr_text(self.source)
        end = strings.offset_of(shown, min(strings.units(shown), SHOWN))
        out.write_text(substring(shown, 0, end))
        flags = self.flags if LARGE else 0
        if flags & (LOCALE | UNICODE | ASCII) == UNICODE:
            flags &= ~UNICODE
        separator = message(", ")
        for bit in range(1, 9):
            if LARGE and flags >> bit & 1:
                out.write_message(separator)
                out.write_message(flag_name(bit))
                separator = message("|")
        if LARGE and flags & ~ALL_FLAGS != 0:
            out.write_message(separator)
            out.write_message(message("0x"))
            out.write_digits(uword(flags & ~ALL_FLAGS), 16, False)
        out.write_char(ord(")"))

    def hash_code(self) -> int:
        return operations.hash_code(self.source) ^ self.flags

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Pattern) or (op != Op.EQ and op != Op.NE):
            return NOT_IMPLEMENTED
        same_text = is_same_text(self.source, other.source)
        return to_bool((same_text and self.flags == other.flags) == (op == Op.EQ))


def flag_name(bit: int) -> int:
    """What a pattern's repr calls a flag."""
    match bit:
        case 1:
            return message("re.IGNORECASE")
        case 2:
            return message("re.LOCALE")
        case 3:
            return message("re.MULTILINE")
        case 4:
            return message("re.DOTALL")
        case 5:
            return message("re.UNICODE")
        case 6:
            return message("re.VERBOSE")
        case 7:
            return message("re.DEBUG")
        case _:
            return message("re.ASCII")


def is_same_text(a: Value, b: Value) -> bool:
    """Whether both are str, or both are bytes, and equal."""
    return isinstance(a, Str) == isinstance(b, Str) and operations.equal(a, b)


class Match(Obj):
    """A match: `slots` are the Matcher's."""

    pattern: Pattern
    string: Value
    subject: Value
    pos: int
    endpos: int
    slots: Array[int]

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("<re.Match object; span="))
        operations.write_repr(span_of(self, 0), out)
        out.write_message(message(", match="))
        operations.write_repr(group_text(self, 0, NONE), out)
        out.write_char(ord(">"))

    def get_item(self, key: Value) -> Value:
        return group_text(self, group_number(self, key), NONE)


PATTERN_TYPE = builtin_type("re.Pattern", Pattern)
MATCH_TYPE = builtin_type("re.Match", Match)
generic.subscriptable(PATTERN_TYPE)
generic.subscriptable(MATCH_TYPE)
RE.define("Pattern", PATTERN_TYPE)
RE.define("Match", MATCH_TYPE)

# Compiling.

MOST_KEPT = 64 if LARGE else 4


class Kept(Static):
    """Patterns compiled last, the latest first."""

    patterns: List | None = None


kept = Kept()


def compiled(source: Value, flags: int) -> Pattern:
    """The pattern of a text."""
    found = known(source, flags)
    if found is not None:
        return found
    if not isinstance(source, Str | Buffer):
        raise errors.type_error(message("first argument must be string or compiled pattern"))
    compiler = new_compiler(source, flags)
    compiler.alternatives(flags, False)
    program = compiler.finish()
    result = Pattern(source, program, fixed_flags(source, compiler.flags), flags, compiler.names)
    if flags & DEBUG == 0:
        remember(result)
    return result


def known(source: Value, flags: int) -> Pattern | None:
    """A pattern that was kept; it moves to the front."""
    patterns = kept.patterns
    if patterns is None:
        return None
    for index in range(patterns.count):
        pattern = as_a(Pattern, patterns.items[index])
        if pattern.asked == flags and is_same_text(pattern.source, source):
            if index > 0:
                items = items_of(patterns.items)
                copy_items(items + 1, items, index)
                items[0] = pattern
            return pattern
    return None


def remember(pattern: Pattern) -> None:
    """Keep a pattern, instead of the one that was not used for longest."""
    patterns = kept.patterns
    if patterns is None:
        patterns = new_list(1)
        kept.patterns = patterns
    if patterns.count == MOST_KEPT:
        patterns.pop(MOST_KEPT - 1)
    patterns.append(pattern)
    items = items_of(patterns.items)
    copy_items(items + 1, items, patterns.count - 1)
    items[0] = pattern


def fixed_flags(source: Value, flags: int) -> int:
    """The flags that a pattern shows; ValueError if they do not go together."""
    if not LARGE:
        return flags if flags & ASCII or not isinstance(source, Str) else flags | UNICODE
    if isinstance(source, Str):
        if flags & LOCALE:
            raise errors.value_error(message("cannot use LOCALE flag with a str pattern"))
        if flags & ASCII == 0:
            return flags | UNICODE
        if flags & UNICODE:
            raise errors.value_error(message("ASCII and UNICODE flags are incompatible"))
    else:
        if flags & UNICODE:
            raise errors.value_error(message("cannot use UNICODE flag with a bytes pattern"))
        if flags & LOCALE and flags & ASCII:
            raise errors.value_error(message("ASCII and LOCALE flags are incompatible"))
    return flags


def pattern_of(source: Value, flags: Value) -> Pattern:
    """The pattern that the first argument of a function is or means."""
    given = 0 if flags is NULL else int_object.index_value(flags)
    if isinstance(source, Pattern):
        if given != 0:
            raise errors.value_error(
                message("cannot process flags argument with a compiled pattern")
            )
        return source
    return compiled(source, given)


@function(RE, "compile", required=1, keywords="pattern flags")
def re_compile(source: Value, flags: Value) -> Value:
    """`compile(pattern, flags=0)`."""
    return pattern_of(source, flags)


@rare(function(RE, "purge"))
def re_purge() -> Value:
    """`purge()`: forget the patterns compiled last."""
    kept.patterns = None
    return NONE


SPECIAL = b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"


@function(RE, "escape", keywords="pattern")
def re_escape(source: Value) -> Value:
    """`escape(pattern)`: a pattern that matches just this text."""
    if not isinstance(source, Str | Buffer):
        raise no_subject(source)
    out = string_writer()
    p = strings.data_of(source)
    for at in range(strings.size_of(source)):
        for special in SPECIAL:
            if p[at] == special:
                out.write_byte(ord("\\"))
        out.write_byte(int(p[at]))
    if isinstance(source, Str):
        return out.finish()
    return new_bytes(items_of(out.buffer), out.count)


# Matching.


class Search(Matcher):
    """A Matcher with what its matches tell of."""

    pattern: Pattern
    string: Value
    pos: int
    endpos: int
    next: int
    """Where the search goes on."""

    def find(self) -> bool:
        """Find the next match; an empty one is not found twice."""
        if self.next > self.end or not self.search(self.next):
            return False
        self.go_on()
        return True

    def find_here(self) -> bool:
        """As `find`, of a match where the search goes on."""
        if self.next > self.end or self.match_at(self.next) < 0:
            return False
        self.go_on()
        return True

    def go_on(self) -> None:
        """Let the search go on behind the match."""
        self.next = self.slots[1]
        self.forbidden = self.next if self.slots[0] == self.next else -1

    def found(self) -> Match:
        """The match found last."""
        count = 2 * self.program.groups + 1
        slots = array_of(int, count)
        copy_items(items_of(slots), items_of(self.slots), count)
        return Match(self.pattern, self.string, self.subject, self.pos, self.endpos, slots)

    def group(self, number: int, default: Value) -> Value:
        """The text of a group of the match found last."""
        return slot_text(self.subject, self.slots, number, default)


def no_subject(value: Value) -> PyError:
    """The TypeError for what cannot be searched."""
    return errors.type_error_with(
        message("expected string or bytes-like object, got '%t'"), value, NULL
    )


def search_of(pattern: Pattern, string: Value, pos: Value, endpos: Value) -> Search:
    """The state for searching a string."""
    subject = string
    if isinstance(string, Buffer) and not isinstance(string, Bytes):
        subject = new_bytes(strings.data_of(string), strings.size_of(string))
    elif not isinstance(string, Str | Buffer):
        raise no_subject(string)
    if isinstance(pattern.source, Str) != isinstance(string, Str):
        raise errors.type_error(
            message("cannot use a string pattern on a bytes-like object")
            if isinstance(pattern.source, Str)
            else message("cannot use a bytes pattern on a string-like object")
        )
    start = 0
    size = strings.size_of(subject)
    end = size
    stop = -1
    if endpos is not NULL:
        stop = min(max(int_object.clamped_index(endpos), 0), size)
        end = strings.offset_of(subject, stop)
    if stop < 0 or end == size:
        stop = strings.index_of(subject, end)
    if pos is not NULL:
        start = min(max(int_object.clamped_index(pos), 0), stop)
    at = strings.offset_of(subject, start)
    return Search(
        pattern.program,
        subject,
        isinstance(subject, Str),
        strings.has_wide_chars(subject),
        end,
        False,
        NO_PLACE,
        array_of(int, pattern.program.slots),
        array_of(int, 0),
        0,
        0,
        0,
        0,
        pattern,
        string,
        start,
        stop,
        at,
    )


def matched(search: Search) -> Value:
    """The match at the place where the search would begin, or None."""
    return search.found() if search.match_at(search.next) >= 0 else NONE


@method(PATTERN_TYPE, "match", required=2, keywords="string pos endpos")
def pattern_match(self: Pattern, string: Value, pos: Value, endpos: Value) -> Value:
    """`pattern.match(string[, pos[, endpos]])`."""
    return matched(search_of(self, string, pos, endpos))


@method(PATTERN_TYPE, "fullmatch", required=2, keywords="string pos endpos")
def pattern_fullmatch(self: Pattern, string: Value, pos: Value, endpos: Value) -> Value:
    """`pattern.fullmatch(string[, pos[, endpos]])`."""
    search = search_of(self, string, pos, endpos)
    search.full = True
    return matched(search)


@method(PATTERN_TYPE, "search", required=2, keywords="string pos endpos")
def pattern_search(self: Pattern, string: Value, pos: Value, endpos: Value) -> Value:
    """`pattern.search(string[, pos[, endpos]])`."""
    search = search_of(self, string, pos, endpos)
    return search.found() if search.find() else NONE


@method(PATTERN_TYPE, "findall", required=2, keywords="string pos endpos")
def pattern_findall(self: Pattern, string: Value, pos: Value, endpos: Value) -> Value:
    """`pattern.findall(string[, pos[, endpos]])`."""
    search = search_of(self, string, pos, endpos)
    empty = strings.part(search.subject, 0, 0)
    groups = self.program.groups
    result = new_list(0)
    while search.find():
        if groups <= 2:
            result.append(search.group(groups - 1, empty))
            continue
        entry = alloc(Tuple, groups - 1)
        for number in range(1, groups):
            entry.items[number - 1] = search.group(number, empty)
        result.append(entry)
    return result


class Finder(Iterator):
    """`finditer(...)`."""

    search: Search

    def next_item(self) -> Value:
        return self.search.found() if self.search.find() else NULL


builtin_type("callable_iterator", Finder, ITERATOR_TYPE)


@method(PATTERN_TYPE, "finditer", required=2, keywords="string pos endpos")
def pattern_finditer(self: Pattern, string: Value, pos: Value, endpos: Value) -> Value:
    """`pattern.finditer(string[, pos[, endpos]])`."""
    return Finder(search_of(self, string, pos, endpos))


class Scanner(Obj):
    """What `pattern.scanner` returns: one match after the other."""

    search: Search


SCANNER_TYPE = builtin_type("_sre.SRE_Scanner", Scanner)


@rare(method(PATTERN_TYPE, "scanner", required=2, keywords="string pos endpos"))
def pattern_scanner(self: Pattern, string: Value, pos: Value, endpos: Value) -> Value:
    """`pattern.scanner(string[, pos[, endpos]])`."""
    return Scanner(search_of(self, string, pos, endpos))


@rare(method(SCANNER_TYPE, "search"))
def scanner_search(self: Scanner) -> Value:
    """`scanner.search()`: the next match, or None."""
    return self.search.found() if self.search.find() else NONE


@rare(method(SCANNER_TYPE, "match"))
def scanner_match(self: Scanner) -> Value:
    """`scanner.match()`: the match that begins where the last one ended, or None."""
    return self.search.found() if self.search.find_here() else NONE


@rare(getter(SCANNER_TYPE, "pattern"))
def scanner_pattern(self: Scanner) -> Value:
    """`scanner.pattern`."""
    return self.search.pattern


@method(PATTERN_TYPE, "split", required=2, keywords="string maxsplit")
def pattern_split(self: Pattern, string: Value, maxsplit: Value) -> Value:
    """`pattern.split(string, maxsplit=0)`."""
    search = search_of(self, string, NULL, NULL)
    most = 0 if maxsplit is NULL else int_object.index_value(maxsplit)
    result = new_list(0)
    start = 0
    done = 0
    while (most == 0 or done < most) and search.find():
        result.append(strings.part(search.subject, start, search.slots[0]))
        for number in range(1, self.program.groups):
            result.append(search.group(number, NONE))
        start = search.slots[1]
        done += 1
    result.append(strings.part(search.subject, start, search.end))
    return result


def substituted(self: Pattern, replacement: Value, string: Value, count: Value) -> Tuple:
    """The new string and the number of replacements."""
    search = search_of(self, string, NULL, NULL)
    most = 0 if count is NULL else int_object.index_value(count)
    pieces: List | None = None
    if isinstance(replacement, Str | Buffer):
        strings.check_operand(search.subject, replacement)
        pieces = parse_template(replacement, self.program.groups, self.names)
    elif not builtins.is_callable(replacement):
        raise errors.type_error_with(
            message("decoding to str: need a bytes-like object, %t found"), replacement, NULL
        )
    out = string_writer()
    start = 0
    done = 0
    while (most == 0 or done < most) and search.find():
        out.write(strings.data_of(search.subject) + start, search.slots[0] - start)
        start = search.slots[1]
        done += 1
        if pieces is None:
            text = operations.call1(replacement, search.found())
            if text is not NONE:
                strings.check_operand(search.subject, text)
                out.write(strings.data_of(text), strings.size_of(text))
        else:
            write_pieces(pieces, search.subject, search.slots, out)
    result = alloc(Tuple, 2)
    result.items[1] = small(done)
    if done == 0:
        result.items[0] = search.subject
    else:
        out.write(strings.data_of(search.subject) + start, search.end - start)
        result.items[0] = strings.finished(search.subject, out)
    return result


def write_pieces(pieces: List, subject: Value, slots: Array[int], out: StringWriter) -> None:
    """Write a template with the groups of a match."""
    for index in range(pieces.count):
        piece = pieces.items[index]
        if is_small(piece):
            start = slots[2 * small_int(piece)]
            end = slots[2 * small_int(piece) + 1]
            if start >= 0 and end >= start:
                out.write(strings.data_of(subject) + start, end - start)
        else:
            out.write(strings.data_of(piece), strings.size_of(piece))


@method(PATTERN_TYPE, "sub", required=3, keywords="repl string count")
def pattern_sub(self: Pattern, replacement: Value, string: Value, count: Value) -> Value:
    """`pattern.sub(repl, string, count=0)`."""
    return substituted(self, replacement, string, count).items[0]


@method(PATTERN_TYPE, "subn", required=3, keywords="repl string count")
def pattern_subn(self: Pattern, replacement: Value, string: Value, count: Value) -> Value:
    """`pattern.subn(repl, string, count=0)`."""
    return substituted(self, replacement, string, count)


@getter(PATTERN_TYPE, "pattern")
def pattern_source(self: Pattern) -> Value:
    """`pattern.pattern`."""
    return self.source


@getter(PATTERN_TYPE, "flags")
def pattern_flags(self: Pattern) -> Value:
    """`pattern.flags`."""
    return small(self.flags)


@getter(PATTERN_TYPE, "groups")
def pattern_groups(self: Pattern) -> Value:
    """`pattern.groups`."""
    return small(self.program.groups - 1)


@getter(PATTERN_TYPE, "groupindex")
def pattern_groupindex(self: Pattern) -> Value:
    """`pattern.groupindex`: a new dict."""
    result = new_dict(0)
    result.update(self.names)
    return result


# Functions of the module: those of the pattern that the first argument means.


@function(RE, "match", required=2, keywords="pattern string flags")
def re_match(source: Value, string: Value, flags: Value) -> Value:
    """`match(pattern, string, flags=0)`."""
    return pattern_match(pattern_of(source, flags), string, NULL, NULL)


@function(RE, "fullmatch", required=2, keywords="pattern string flags")
def re_fullmatch(source: Value, string: Value, flags: Value) -> Value:
    """`fullmatch(pattern, string, flags=0)`."""
    return pattern_fullmatch(pattern_of(source, flags), string, NULL, NULL)


@function(RE, "search", required=2, keywords="pattern string flags")
def re_search(source: Value, string: Value, flags: Value) -> Value:
    """`search(pattern, string, flags=0)`."""
    return pattern_search(pattern_of(source, flags), string, NULL, NULL)


@function(RE, "findall", required=2, keywords="pattern string flags")
def re_findall(source: Value, string: Value, flags: Value) -> Value:
    """`findall(pattern, string, flags=0)`."""
    return pattern_findall(pattern_of(source, flags), string, NULL, NULL)


@function(RE, "finditer", required=2, keywords="pattern string flags")
def re_finditer(source: Value, string: Value, flags: Value) -> Value:
    """`finditer(pattern, string, flags=0)`."""
    return pattern_finditer(pattern_of(source, flags), string, NULL, NULL)


@function(RE, "split", required=2, keywords="pattern string maxsplit flags")
def re_split(source: Value, string: Value, maxsplit: Value, flags: Value) -> Value:
    """`split(pattern, string, maxsplit=0, flags=0)`."""
    return pattern_split(pattern_of(source, flags), string, maxsplit)


def substitute(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Tuple:
    """`subn` of the module, whose last two arguments may be given either way."""
    flags = args[4] if count > 4 else keywords[1]
    if LARGE and count > 3:
        warnings.deprecated(message("'count' is passed as positional argument"), NULL, NULL)
    return substituted(
        pattern_of(args[0], flags), args[1], args[2], args[3] if count > 3 else keywords[0]
    )


@function(RE, "sub", variadic=True, least=3, most=5, keywords="count flags")
def re_sub(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`sub(pattern, repl, string, count=0, flags=0)`."""
    return substitute(args, count, keywords).items[0]


@function(RE, "subn", variadic=True, least=3, most=5, keywords="count flags")
def re_subn(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`subn(pattern, repl, string, count=0, flags=0)`."""
    return substitute(args, count, keywords)


# Matches.


def slot_text(subject: Value, slots: Array[int], number: int, default: Value) -> Value:
    """The text of a group; `default` if it took no part."""
    start = slots[2 * number]
    end = slots[2 * number + 1]
    if start < 0 or end < start:
        return default
    return strings.part(subject, start, end)


def group_text(self: Match, number: int, default: Value) -> Value:
    """The text of a group of a match."""
    return slot_text(self.subject, self.slots, number, default)


def group_number(self: Match, key: Value) -> int:
    """The number of a group by number or name; IndexError."""
    number = -1
    if isinstance(key, Str | Buffer):
        found = self.pattern.names.find(intern(key)) if isinstance(key, Str) else NULL
        if found is not NULL:
            number = small_int(found)
    elif key is NULL:
        number = 0
    elif is_small(key) or not isinstance(key, Tuple | List | Dict):
        number = int_object.clamped_index(key)
    if number < 0 or number >= self.pattern.program.groups:
        raise errors.index_error(message("no such group"))
    return number


def index_at(self: Match, slot: int) -> Value:
    """A position as the index of a character; -1 for a group that took no part."""
    offset = self.slots[slot]
    return small(-1 if offset < 0 else strings.index_of(self.subject, offset))


def span_of(self: Match, number: int) -> Tuple:
    """`(start, end)` of a group."""
    result = alloc(Tuple, 2)
    result.items[0] = index_at(self, 2 * number)
    result.items[1] = index_at(self, 2 * number + 1)
    return result


@method(MATCH_TYPE, "group", variadic=True, least=1)
def match_group(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`match.group(group, ...)`: the text of one group, or a tuple."""
    self = as_a(Match, args[0])
    if count <= 2:
        return group_text(self, group_number(self, args[1]) if count == 2 else 0, NONE)
    result = alloc(Tuple, count - 1)
    for index in range(1, count):
        result.items[index - 1] = group_text(self, group_number(self, args[index]), NONE)
    return result


@rare(method(MATCH_TYPE, "__getitem__"))
def match_getitem(self: Match, key: Value) -> Value:
    """`match[group]`."""
    return self.get_item(key)


@method(MATCH_TYPE, "groups", required=1, keywords="default")
def match_groups(self: Match, default: Value) -> Value:
    """`match.groups(default=None)`."""
    result = new_list(0)
    for number in range(1, self.pattern.program.groups):
        result.append(group_text(self, number, NONE if default is NULL else default))
    return sequence.tuple_from(result)


@method(MATCH_TYPE, "groupdict", required=1, keywords="default")
def match_groupdict(self: Match, default: Value) -> Value:
    """`match.groupdict(default=None)`."""
    names = self.pattern.names
    result = new_dict(0)
    at = names.next_entry(0)
    while at >= 0:
        number = small_int(names.value_at(at))
        text = group_text(self, number, NONE if default is NULL else default)
        result.store(names.key_at(at), text)
        at = names.next_entry(at + 1)
    return result


@method(MATCH_TYPE, "start", required=1)
def match_start(self: Match, group: Value) -> Value:
    """`match.start(group=0)`."""
    return index_at(self, 2 * group_number(self, group))


@method(MATCH_TYPE, "end", required=1)
def match_end(self: Match, group: Value) -> Value:
    """`match.end(group=0)`."""
    return index_at(self, 2 * group_number(self, group) + 1)


@method(MATCH_TYPE, "span", required=1)
def match_span(self: Match, group: Value) -> Value:
    """`match.span(group=0)`."""
    return span_of(self, group_number(self, group))


@method(MATCH_TYPE, "expand", keywords="template")
def match_expand(self: Match, template: Value) -> Value:
    """`match.expand(template)`."""
    if not isinstance(template, Str | Buffer):
        raise no_subject(template)
    strings.check_operand(self.subject, template)
    pieces = parse_template(template, self.pattern.program.groups, self.pattern.names)
    out = string_writer()
    write_pieces(pieces, self.subject, self.slots, out)
    return strings.finished(self.subject, out)


@getter(MATCH_TYPE, "re")
def match_re(self: Match) -> Value:
    """`match.re`."""
    return self.pattern


@getter(MATCH_TYPE, "string")
def match_string(self: Match) -> Value:
    """`match.string`."""
    return self.string


@rare(getter(MATCH_TYPE, "pos"))
def match_pos(self: Match) -> Value:
    """`match.pos`."""
    return small(self.pos)


@rare(getter(MATCH_TYPE, "endpos"))
def match_endpos(self: Match) -> Value:
    """`match.endpos`."""
    return small(self.endpos)


@getter(MATCH_TYPE, "lastindex")
def match_lastindex(self: Match) -> Value:
    """`match.lastindex`: the group closed last."""
    number = self.slots[len(self.slots) - 1]
    return small(number) if number > 0 else NONE


@rare(getter(MATCH_TYPE, "lastgroup"))
def match_lastgroup(self: Match) -> Value:
    """`match.lastgroup`: the name of the group closed last."""
    names = self.pattern.names
    at = names.next_entry(0)
    while at >= 0:
        if operations.equal(names.value_at(at), match_lastindex(self)):
            return names.key_at(at)
        at = names.next_entry(at + 1)
    return NONE


@rare(getter(MATCH_TYPE, "regs"))
def match_regs(self: Match) -> Value:
    """`match.regs`: the spans of all groups."""
    groups = self.pattern.program.groups
    result = alloc(Tuple, groups)
    for number in range(groups):
        result.items[number] = span_of(self, number)
    return result


@rare(method(PATTERN_TYPE, "__copy__"))
@rare(method(MATCH_TYPE, "__copy__"))
def re_copy(self: Obj) -> Value:
    """`copy.copy(...)`: itself, as it never changes."""
    return self


@rare(method(PATTERN_TYPE, "__deepcopy__"))
@rare(method(MATCH_TYPE, "__deepcopy__"))
def re_deepcopy(self: Obj, memo: Value) -> Value:
    """`copy.deepcopy(...)`: itself."""
    return self
