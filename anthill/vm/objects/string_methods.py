"""The methods that str, bytes and bytearray have in common, each written once.

`share` registers a function for the three types.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from anthill.typed import NULL, Ptr, Value, alloc, i32, items_of, noinline, small, u8, uword
from anthill.typed.extended import is_exactly
from anthill.vm import errors, operations, unicode, utf8, writer
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects import sequence, sort
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.builtin import method
from anthill.vm.objects.bytearray import BYTEARRAY_TYPE
from anthill.vm.objects.bytes import BYTES_TYPE, Buffer
from anthill.vm.objects.list import List
from anthill.vm.objects.str import STR_TYPE, Str
from anthill.vm.objects.strings import (
    blank_size,
    blanks_before,
    check_operand,
    count_argument,
    count_matches,
    data_of,
    fill_argument,
    finished,
    has_wide_chars,
    index_of,
    is_given,
    is_operand,
    last_char,
    offset_of,
    part,
    search,
    search_back,
    size_of,
    start_argument,
    starts_with,
    units,
    without_blanks_behind,
    word_size,
)

F = TypeVar("F", bound=Callable[..., Any])

HUGE = (1 << 30) - 1
"""A count that means no limit."""


RARE = "swapcase expandtabs istitle isascii removeprefix removesuffix rindex".split()
"""Methods that small boards leave out."""
BYTES_NEED = "find index count startswith endswith split join strip lstrip rstrip replace".split()
"""Methods that bytes and bytearray have on every board."""


def share(title: str, **options: Any) -> Callable[[F], F]:
    """Make a function a method of str, bytes and bytearray; options as for `method`."""

    def register(called: F) -> F:
        if LARGE or title not in RARE:
            method(STR_TYPE, title, **options)(called)
        if LARGE or title in BYTES_NEED:
            method(BYTES_TYPE, title, **options)(called)
            method(BYTEARRAY_TYPE, title, **options)(called)
        return called

    return register


# Searching.


def sought_value(self: Value, sub: Value) -> Value:
    """What `find` and its like look for; for bytes that may be one byte's number."""
    if isinstance(self, Buffer) and int_object.is_int(sub):
        one = bytes_object.raw_bytes(1)
        one.data[0] = u8(bytes_object.byte_value(sub))
        return one
    if isinstance(self, Buffer) and not isinstance(sub, Buffer):
        raise errors.type_error_with(
            message("argument should be integer or bytes-like object, not '%t'"), sub, NULL
        )
    check_operand(self, sub)
    return sub


def end_argument(self: Value, v: Value, length: int) -> int:
    """An optional end within `length` units, or fewer if an `__index__` has taken some away."""
    end = start_argument(v, length, length)
    return min(end, self.count if isinstance(self, bytearray_object.Bytearray) else length)


def locate(self: Value, sub: Value, start: Value, end: Value, back: bool) -> int:
    """The index of the first or last match within bounds, -1 if there is none."""
    sub = sought_value(self, sub)
    length = units(self)
    first = start_argument(start, 0, length)
    last = end_argument(self, end, length)
    if first > last:
        return -1
    low = offset_of(self, first)
    n = offset_of(self, last) - low
    p = data_of(self) + low
    sought = data_of(sub)
    m = size_of(sub)
    at = search_back(p, n, sought, m) if back else search(p, n, sought, m)
    return at if at < 0 else index_of(self, low + at)


def located(self: Value, at: int) -> Value:
    """An index; ValueError if it is -1."""
    if at < 0:
        raise errors.value_error(
            message("substring not found")
            if isinstance(self, Str)
            else message("subsection not found")
        )
    return small(at)


@share("find", required=2)
def string_find(self: Value, sub: Value, start: Value, end: Value) -> Value:
    """`find(sub, start, end)`."""
    return small(locate(self, sub, start, end, False))


@share("rfind", required=2)
def string_rfind(self: Value, sub: Value, start: Value, end: Value) -> Value:
    """`rfind(sub, start, end)`."""
    return small(locate(self, sub, start, end, True))


@share("index", required=2)
def string_index(self: Value, sub: Value, start: Value, end: Value) -> Value:
    """`index(sub, start, end)`."""
    return located(self, locate(self, sub, start, end, False))


@share("rindex", required=2)
def string_rindex(self: Value, sub: Value, start: Value, end: Value) -> Value:
    """`rindex(sub, start, end)`."""
    return located(self, locate(self, sub, start, end, True))


@share("count", required=2)
def string_count(self: Value, sub: Value, start: Value, end: Value) -> Value:
    """`count(sub, start, end)`."""
    sub = sought_value(self, sub)
    length = units(self)
    first = start_argument(start, 0, length)
    last = end_argument(self, end, length)
    if first > last:
        return small(0)
    if size_of(sub) == 0:
        return small(last - first + 1)
    low = offset_of(self, first)
    n = offset_of(self, last) - low
    return small(count_matches(data_of(self) + low, n, data_of(sub), size_of(sub)))


def has_edge(self: Value, affix: Value, start: Value, end: Value, back: bool) -> bool:
    """Whether the part within bounds begins or ends with an affix."""
    length = units(self)
    first = start_argument(start, 0, length)
    last = end_argument(self, end, length)
    if first > last:
        return False
    low = offset_of(self, first)
    n = offset_of(self, last) - low
    m = size_of(affix)
    if back:
        low += n - m
    return m <= n and starts_with(data_of(self) + low, m, data_of(affix), m)


def has_any_edge(self: Value, affix: Value, start: Value, end: Value, back: bool) -> Value:
    """`startswith` and `endswith`: one affix or a tuple of them."""
    if isinstance(affix, tuple_object.Tuple):
        for index in range(len(affix.items)):
            check_operand(self, affix.items[index])
            if has_edge(self, affix.items[index], start, end, back):
                return bool_object.TRUE
        return bool_object.FALSE
    if not is_operand(self, affix):
        raise errors.type_error_with(edge_message(self, back), affix, NULL)
    return bool_object.to_bool(has_edge(self, affix, start, end, back))


def edge_message(self: Value, back: bool) -> int:
    """What to say when the affix is of another type."""
    if isinstance(self, Str):
        if back:
            return message("endswith first arg must be str or a tuple of str, not %t")
        return message("startswith first arg must be str or a tuple of str, not %t")
    if back:
        return message("endswith first arg must be bytes or a tuple of bytes, not %t")
    return message("startswith first arg must be bytes or a tuple of bytes, not %t")


@share("startswith", required=2)
def string_startswith(self: Value, prefix: Value, start: Value, end: Value) -> Value:
    """`startswith(prefix, start, end)`."""
    return has_any_edge(self, prefix, start, end, False)


@share("endswith", required=2)
def string_endswith(self: Value, suffix: Value, start: Value, end: Value) -> Value:
    """`endswith(suffix, start, end)`."""
    return has_any_edge(self, suffix, start, end, True)


@share("removeprefix")
def string_removeprefix(self: Value, prefix: Value) -> Value:
    """`removeprefix(prefix)`."""
    check_operand(self, prefix)
    if has_edge(self, prefix, NULL, NULL, False):
        return part(self, size_of(prefix), size_of(self))
    return part(self, 0, size_of(self))


@share("removesuffix")
def string_removesuffix(self: Value, suffix: Value) -> Value:
    """`removesuffix(suffix)`."""
    check_operand(self, suffix)
    if has_edge(self, suffix, NULL, NULL, True):
        return part(self, 0, size_of(self) - size_of(suffix))
    return part(self, 0, size_of(self))


def check_replaced(self: Value, other: Value, number: int) -> None:
    """TypeError unless an argument of `replace` is of the right kind."""
    if isinstance(self, Str) and not isinstance(other, Str):
        raise errors.type_error_with(
            message("replace() argument %d must be str, not %t"), small(number), other
        )
    check_operand(self, other)


@share("replace", required=3, keywords="count")
def string_replace(self: Value, old: Value, new: Value, count: Value) -> Value:
    """`replace(old, new, count)`."""
    check_replaced(self, old, 1)
    check_replaced(self, new, 2)
    left = count_argument(count, -1)
    if left < 0:
        left = HUGE
    n = size_of(self)
    m = size_of(old)
    out = writer.string_writer()
    p = data_of(self)
    at = 0
    while left > 0:
        skip = search(p + at, n - at, data_of(old), m)
        if skip < 0:
            break
        left -= 1
        out.write(p + at, skip)
        out.write(data_of(new), size_of(new))
        at += skip + m
        if m == 0:
            if at == n:
                break
            size = utf8.char_size(p[at]) if has_wide_chars(self) else 1
            out.write(p + at, size)
            at += size
    if at == 0 and left == HUGE:
        return part(self, 0, n)
    out.write(p + at, n - at)
    return finished(self, out)


# Splitting.


def separator_size(self: Value, sep: Value) -> int:
    """Size of a separator that is given; TypeError, ValueError."""
    if isinstance(self, Str) and not isinstance(sep, Str):
        raise errors.type_error_with(message("must be str or None, not %t"), sep, NULL)
    check_operand(self, sep)
    if size_of(sep) == 0:
        raise errors.value_error(message("empty separator"))
    return size_of(sep)


@share("split", required=1, keywords="sep maxsplit")
def string_split(self: Value, sep: Value, maxsplit: Value) -> Value:
    """`split(sep, maxsplit)`."""
    left = count_argument(maxsplit, -1)
    if left < 0:
        left = HUGE
    result = list_object.new_list(0)
    n = size_of(self)
    if not is_given(sep):
        split_words(self, left, result)
        return result
    m = separator_size(self, sep)
    at = 0
    while left > 0:
        skip = search(data_of(self) + at, n - at, data_of(sep), m)
        if skip < 0:
            break
        result.append(part(self, at, at + skip))
        at += skip + m
        left -= 1
    result.append(part(self, at, n))
    return result


def split_words(self: Value, left: int, result: List) -> None:
    """Append the words between blanks, at most `left` of them and the rest."""
    n = size_of(self)
    at = blanks_before(self, data_of(self), n)
    while at < n:
        if left == 0:
            result.append(part(self, at, n))
            return
        size = word_size(self, data_of(self) + at, n - at)
        result.append(part(self, at, at + size))
        at += size
        at += blanks_before(self, data_of(self) + at, n - at)
        left -= 1


@share("rsplit", required=1, keywords="sep maxsplit")
def string_rsplit(self: Value, sep: Value, maxsplit: Value) -> Value:
    """`rsplit(sep, maxsplit)`."""
    left = count_argument(maxsplit, -1)
    if left < 0:
        left = HUGE
    result = list_object.new_list(0)
    n = size_of(self)
    if is_given(sep):
        m = separator_size(self, sep)
        while left > 0:
            at = search_back(data_of(self), n, data_of(sep), m)
            if at < 0:
                break
            result.append(part(self, at + m, n))
            n = at
            left -= 1
        result.append(part(self, 0, n))
    else:
        rsplit_words(self, left, result)
    sort.reverse_items(items_of(result.items), result.count)
    return result


def rsplit_words(self: Value, left: int, result: List) -> None:
    """Append the last `left` words between blanks, from the end, and the rest."""
    p = data_of(self)
    n = without_blanks_behind(self, p, size_of(self))
    while n > 0:
        if left == 0:
            result.append(part(self, 0, n))
            return
        start = n
        while start > 0:
            at = last_char(self, p, start)
            if blank_size(self, p + at, start - at):
                break
            start = at
        result.append(part(self, start, n))
        n = without_blanks_behind(self, p, start)
        left -= 1


@share("splitlines", required=1, keywords="keepends")
def string_splitlines(self: Value, keepends: Value) -> Value:
    """`splitlines(keepends)`."""
    keep = keepends is not NULL and operations.truth(keepends)
    result = list_object.new_list(0)
    n = size_of(self)
    at = 0
    while at < n:
        end = at
        size = 0
        while end < n:
            size = line_end_size(self, data_of(self) + end, n - end)
            if size:
                break
            end += 1
        result.append(part(self, at, end + size if keep else end))
        at = end + size
    return result


def line_end_size(self: Value, p: Ptr[u8], n: int) -> int:
    """Size of the line end at the start of `n` bytes, 0 if there is none."""
    c = int(p[0])
    if c == ord("\r"):
        return 2 if n > 1 and p[1] == ord("\n") else 1
    if c == ord("\n"):
        return 1
    if not isinstance(self, Str):
        return 0
    if c == 0x0B or c == 0x0C or 0x1C <= c <= 0x1E:
        return 1
    if c < 0xC2:
        return 0
    code = utf8.char_at(p)
    return utf8.char_size(c) if code == 0x85 or code == 0x2028 or code == 0x2029 else 0


def three_parts(self: Value, start: int, end: int) -> Value:
    """The tuple of what is before, between and behind two offsets."""
    result = alloc(tuple_object.Tuple, 3)
    result.items[0] = part(self, 0, start)
    result.items[1] = part(self, start, end)
    result.items[2] = part(self, end, size_of(self))
    return result


@share("partition")
def string_partition(self: Value, sep: Value) -> Value:
    """`partition(sep)`."""
    check_operand(self, sep)
    m = separator_size(self, sep)
    n = size_of(self)
    at = search(data_of(self), n, data_of(sep), m)
    return three_parts(self, n, n) if at < 0 else three_parts(self, at, at + m)


@share("rpartition")
def string_rpartition(self: Value, sep: Value) -> Value:
    """`rpartition(sep)`."""
    check_operand(self, sep)
    m = separator_size(self, sep)
    at = search_back(data_of(self), size_of(self), data_of(sep), m)
    return three_parts(self, 0, 0) if at < 0 else three_parts(self, at, at + m)


@share("join")
def string_join(self: Value, items: Value) -> Value:
    """`join(iterable)`."""
    if LARGE and not is_exactly(items, List) and not is_exactly(items, tuple_object.Tuple):
        if not operations.is_iterable(items):
            raise errors.type_error(message("can only join an iterable"))
        items = sequence.list_of(items)
    if isinstance(self, Str):
        result = NULL
        if is_exactly(items, List):
            result = str_object.join_items(self, items_of(items.items), items.count)
        elif is_exactly(items, tuple_object.Tuple):
            result = str_object.join_items(self, items_of(items.items), len(items.items))
        if result is not NULL:
            return result
    return join_all(self, items)


@noinline
def join_all(self: Value, items: Value) -> Value:
    """`join(iterable)` of any iterable, for bytes, too."""
    if not LARGE and not operations.is_iterable(items):
        raise errors.type_error(message("can only join an iterable"))
    out = writer.string_writer()
    iterator = operations.iterate(items)
    index = 0
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return finished(self, out)
        if not is_operand(self, item):
            raise errors.type_error_with(
                message("sequence item %d: expected str instance, %t found")
                if isinstance(self, Str)
                else message("sequence item %d: expected a bytes-like object, %t found"),
                small(index),
                item,
            )
        if index > 0:
            out.write(data_of(self), size_of(self))
        out.write(data_of(item), size_of(item))
        index += 1


# Stripping and padding.


def stripped(self: Value, chars: Value, left: bool, right: bool) -> Value:
    """`strip` and its like."""
    n = size_of(self)
    start = 0
    if not is_given(chars):
        if left:
            start = blanks_before(self, data_of(self), n)
        if right:
            n = start + without_blanks_behind(self, data_of(self) + start, n - start)
        return part(self, start, n)
    if isinstance(self, Str) and not isinstance(chars, Str):
        raise errors.type_error(message("strip arg must be None or str"))
    check_operand(self, chars)
    while left and start < n:
        size = char_size_at(self, start)
        if search(data_of(chars), size_of(chars), data_of(self) + start, size) < 0:
            break
        start += size
    while right and n > start:
        at = last_char(self, data_of(self), n)
        if search(data_of(chars), size_of(chars), data_of(self) + at, n - at) < 0:
            break
        n = at
    return part(self, start, n)


def char_size_at(self: Value, offset: int) -> int:
    """Size of the character at an offset."""
    return utf8.char_size(data_of(self)[offset]) if has_wide_chars(self) else 1


def code_at(self: Value, offset: int) -> int:
    """The character at an offset, for bytes the byte."""
    p = data_of(self) + offset
    return utf8.char_at(p) if has_wide_chars(self) else int(p[0])


@share("strip", required=1)
def string_strip(self: Value, chars: Value) -> Value:
    """`strip(chars)`."""
    return stripped(self, chars, True, True)


@share("lstrip", required=1)
def string_lstrip(self: Value, chars: Value) -> Value:
    """`lstrip(chars)`."""
    return stripped(self, chars, True, False)


@share("rstrip", required=1)
def string_rstrip(self: Value, chars: Value) -> Value:
    """`rstrip(chars)`."""
    return stripped(self, chars, False, True)


def padded(self: Value, before: int, after: int, fill: int) -> Value:
    """The text with fill characters before and after it."""
    if before <= 0 and after <= 0:
        return part(self, 0, size_of(self))
    out = writer.string_writer()
    write_fill(self, before, fill, out)
    out.write(data_of(self), size_of(self))
    write_fill(self, after, fill, out)
    return finished(self, out)


def write_fill(self: Value, count: int, fill: int, out: writer.Writer) -> None:
    """Write a fill character, for bytes a byte, `count` times."""
    if isinstance(self, Str):
        out.write_repeated(fill, count)
    else:
        for _ in range(count):
            out.write_byte(fill)


@share("center", required=2)
def string_center(self: Value, width: Value, fill: Value) -> Value:
    """`center(width, fill)`."""
    wanted = int_object.index_value(width)
    missing = max(wanted - units(self), 0)
    before = (missing >> 1) + (missing & wanted & 1)
    return padded(self, before, missing - before, fill_argument(fill, self))


@share("ljust", required=2)
def string_ljust(self: Value, width: Value, fill: Value) -> Value:
    """`ljust(width, fill)`."""
    missing = int_object.index_value(width) - units(self)
    return padded(self, 0, missing, fill_argument(fill, self))


@share("rjust", required=2)
def string_rjust(self: Value, width: Value, fill: Value) -> Value:
    """`rjust(width, fill)`."""
    missing = int_object.index_value(width) - units(self)
    return padded(self, missing, 0, fill_argument(fill, self))


@share("zfill")
def string_zfill(self: Value, width: Value) -> Value:
    """`zfill(width)`."""
    missing = int_object.index_value(width) - units(self)
    n = size_of(self)
    p = data_of(self)
    signed = 1 if n > 0 and (p[0] == ord("+") or p[0] == ord("-")) else 0
    if missing <= 0:
        return part(self, 0, n)
    out = writer.string_writer()
    out.write(p, signed)
    out.write_repeated(ord("0"), missing)
    out.write(p + signed, n - signed)
    return finished(self, out)


@share("expandtabs", required=1, keywords="tabsize")
def string_expandtabs(self: Value, tabsize: Value) -> Value:
    """`expandtabs(tabsize)`."""
    size = count_argument(tabsize, 8)
    if LARGE and size != i32(size):
        raise errors.overflow_error(message("Python int too large to convert to C int"))
    out = writer.string_writer()
    n = size_of(self)
    column = 0
    for i in range(n):
        p = data_of(self) + i
        c = int(p[0])
        if c == ord("\t"):
            if size > 0:
                out.write_repeated(ord(" "), size - column % size)
                column = 0
            continue
        out.write(p, 1)
        if c == ord("\n") or c == ord("\r"):
            column = 0
        elif not isinstance(self, Str) or c & 0xC0 != 0x80:
            column += 1
    return finished(self, out)


# Case.

TO_UPPER = 0
TO_LOWER = 1
SWAP = 2
TITLE = 3
CAPITALIZE = 4


def class_of(self: Value, code: int) -> int:
    """The classes of a character, of ASCII only for bytes."""
    if code >= 0x80 and not isinstance(self, Str):
        return 0
    return unicode.classes(code)


def in_case(self: Value, mode: int) -> Value:
    """The text in another case."""
    out = writer.string_writer()
    n = size_of(self)
    at = 0
    inside = False
    while at < n:
        code = code_at(self, at)
        kind = class_of(self, code)
        upper = mode == TO_UPPER
        if mode == SWAP:
            upper = kind & unicode.LOWER != 0
        elif mode >= TITLE:
            upper = not inside
        if code < 0x80:
            write_ascii_case(code, kind, upper, out)
        elif LARGE and code == CAPITAL_SIGMA and not upper and is_final(self, at):
            out.write_char(FINAL_SIGMA)
        elif isinstance(self, Str) and (mode != SWAP or is_letter_of_case(kind)):
            write_case(code, upper, mode >= TITLE, out)
        elif isinstance(self, Str):
            out.write_char(code)
        else:
            out.write_byte(code)
        inside = mode == CAPITALIZE or has_case(self, code, kind)
        at += char_size_at(self, at)
    return finished(self, out)


def cased(self: Value, upper: bool) -> Value:
    """The text in upper or lower case."""
    if not isinstance(self, Str) or not str_object.is_ascii(self):
        return in_case(self, TO_UPPER if upper else TO_LOWER)
    n = len(self.data)
    if n == 0:
        return str_object.EMPTY_STR
    result = str_object.raw_str(n, str_object.STR_ASCII)
    p = items_of(self.data)
    target = items_of(result.data)
    first = ord("a") if upper else ord("A")
    for index in range(n):
        c = int(p[index])
        if uword(c - first) < 26:
            c = c ^ 0x20
        target[index] = u8(c)
    return result


def write_ascii_case(code: int, kind: int, upper: bool, out: writer.Writer) -> None:
    """Write an ASCII character in a case."""
    if kind & (unicode.LOWER if upper else unicode.UPPER):
        code = code ^ 0x20
    out.write_char(code)


def write_case(code: int, upper: bool, title: bool, out: writer.Writer) -> None:
    """Write a character in a case, which may take up to three."""
    for index in range(3):
        other = unicode.other_case(code, upper, index)
        if title and upper:
            other = unicode.title_case(code, index)
        if other == 0:
            return
        out.write_char(other)


CAPITAL_SIGMA = 0x3A3
FINAL_SIGMA = 0x3C2


def is_final(self: Value, at: int) -> bool:
    """Whether the letter at an offset is behind a letter with cases and before none: where a small
    sigma has its final form."""
    p = data_of(self)
    before = last_char(self, p, at) if at > 0 else -1
    while before >= 0 and is_passed_over(utf8.char_at(p + before)):
        before = last_char(self, p, before) if before > 0 else -1
    if before < 0:
        return False
    code = utf8.char_at(p + before)
    if not has_case(self, code, unicode.classes(code)):
        return False
    behind = at + char_size_at(self, at)
    while behind < size_of(self):
        code = code_at(self, behind)
        if not is_passed_over(code):
            return not has_case(self, code, unicode.classes(code))
        behind += char_size_at(self, behind)
    return True


def is_passed_over(code: int) -> bool:
    """Whether a character between letters is not looked at: accents and some marks."""
    if 0x300 <= code <= 0x36F or 0x1AB0 <= code <= 0x1AFF or code == 0xAD or code == 0x2019:
        return True
    return code in b"'.:^`" or code == 0xA8 or code == 0xB7


def is_letter_of_case(kind: int) -> bool:
    """Whether a letter is an upper or lower one."""
    return kind & (unicode.UPPER | unicode.LOWER) != 0


def has_case(self: Value, code: int, kind: int) -> bool:
    """Whether a letter is an upper, lower or title one."""
    if is_letter_of_case(kind):
        return True
    return LARGE and code >= 0x80 and isinstance(self, Str) and has_lower(code)


def has_lower(code: int) -> bool:
    """Whether a character becomes another in lower case."""
    return unicode.other_case(code, False, 0) != code


@share("upper")
def string_upper(self: Value) -> Value:
    """`upper()`."""
    return cased(self, True)


@share("lower")
def string_lower(self: Value) -> Value:
    """`lower()`."""
    return cased(self, False)


@share("swapcase")
def string_swapcase(self: Value) -> Value:
    """`swapcase()`."""
    return in_case(self, SWAP)


@share("title")
def string_title(self: Value) -> Value:
    """`title()`."""
    return in_case(self, TITLE)


@share("capitalize")
def string_capitalize(self: Value) -> Value:
    """`capitalize()`."""
    return in_case(self, CAPITALIZE)


# Tests of all characters.


def has_only(self: Value, wanted: int) -> Value:
    """Whether there are characters and each has one of the wanted classes."""
    n = size_of(self)
    at = 0
    while at < n:
        code = code_at(self, at)
        if class_of(self, code) & wanted == 0:
            return bool_object.FALSE
        at += char_size_at(self, at)
    return bool_object.to_bool(n > 0)


def is_cased(self: Value, wanted: int, refused: int) -> Value:
    """Whether some characters have the wanted case and none the other."""
    found = False
    n = size_of(self)
    at = 0
    while at < n:
        code = code_at(self, at)
        kind = class_of(self, code)
        if kind & refused:
            return bool_object.FALSE
        if kind & wanted:
            found = True
        at += char_size_at(self, at)
    return bool_object.to_bool(found)


@share("isdigit")
def string_isdigit(self: Value) -> Value:
    """`isdigit()`."""
    return has_only(self, unicode.DIGIT)


@share("isalpha")
def string_isalpha(self: Value) -> Value:
    """`isalpha()`."""
    return has_only(self, unicode.ALPHA)


@share("isalnum")
def string_isalnum(self: Value) -> Value:
    """`isalnum()`."""
    return has_only(self, unicode.ALPHA | unicode.DECIMAL | unicode.DIGIT | unicode.NUMERIC)


@share("isspace")
def string_isspace(self: Value) -> Value:
    """`isspace()`."""
    n = size_of(self)
    return bool_object.to_bool(n > 0 and blanks_before(self, data_of(self), n) == n)


@share("isupper")
def string_isupper(self: Value) -> Value:
    """`isupper()`."""
    return is_cased(self, unicode.UPPER, unicode.LOWER)


@share("islower")
def string_islower(self: Value) -> Value:
    """`islower()`."""
    return is_cased(self, unicode.LOWER, unicode.UPPER)


@share("istitle")
def string_istitle(self: Value) -> Value:
    """`istitle()`."""
    n = size_of(self)
    found = False
    inside = False
    at = 0
    while at < n:
        code = code_at(self, at)
        kind = class_of(self, code)
        if kind & (unicode.LOWER if not inside else unicode.UPPER):
            return bool_object.FALSE
        inside = kind & (unicode.UPPER | unicode.LOWER) != 0
        found = found or inside
        at += char_size_at(self, at)
    return bool_object.to_bool(found)


@share("isascii")
def string_isascii(self: Value) -> Value:
    """`isascii()`."""
    return bool_object.to_bool(utf8.is_ascii(data_of(self), size_of(self)))
