"""What str, bytes and bytearray share: operators, slicing, searching, splitting, stripping.

Most of it works on raw bytes, because in UTF-8 a character's bytes are found nowhere else. A
function that takes an `owner` makes results of the owner's type and wants operands of its kind: str
with str, bytes and bytearrays with each other.
"""

from __future__ import annotations

from anthill.typed import (
    NULL,
    Ptr,
    Value,
    as_a,
    compare_bytes,
    copy_items,
    items_of,
    u8,
    u32,
)
from anthill.typed.extended import is_exactly
from anthill.vm import errors, utf8, writer
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.messages import NO_MESSAGE, message
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import sequence, singletons, slice
from anthill.vm.objects import str as str_object
from anthill.vm.objects.bytearray import Bytearray
from anthill.vm.objects.bytes import Buffer, Bytes
from anthill.vm.objects.list import List
from anthill.vm.objects.str import Str
from anthill.vm.objects.tuple import Tuple

# The three as one.


def data_of(owner: Value) -> Ptr[u8]:
    """The bytes of a str, bytes or other buffer."""
    if isinstance(owner, Str):
        return items_of(owner.data)
    if isinstance(owner, Bytes):
        return items_of(owner.data)
    if isinstance(owner, Bytearray):
        return items_of(owner.data)
    return as_a(Buffer, owner).address()


def buffer_argument(value: Value) -> Buffer:
    """A bytes-like argument; TypeError."""
    if not isinstance(value, Buffer):
        raise errors.type_error_with(
            message("a bytes-like object is required, not '%t'"), value, NULL
        )
    return value


def size_of(owner: Value) -> int:
    """How many bytes they are."""
    if isinstance(owner, Str):
        return len(owner.data)
    if isinstance(owner, Bytes):
        return len(owner.data)
    if isinstance(owner, Bytearray):
        return owner.count
    return as_a(Buffer, owner).size()


def has_wide_chars(owner: Value) -> bool:
    """Whether characters may take more than a byte."""
    return isinstance(owner, Str) and not str_object.is_ascii(owner)


def units(owner: Value) -> int:
    """`len(owner)`."""
    if isinstance(owner, Str):
        return str_object.char_length(owner)
    return size_of(owner)


def offset_of(owner: Value, index: int) -> int:
    """Byte offset of a character's index, which is not above the length."""
    if isinstance(owner, Str):
        return str_object.byte_offset(owner, index)
    return index


def index_of(owner: Value, offset: int) -> int:
    """Index of the character at a byte offset."""
    return utf8.count_chars(data_of(owner), offset) if has_wide_chars(owner) else offset


def line_and_column(owner: Value, offset: int) -> tuple[int, int]:
    """The line and column, from 1 on, of a place in text."""
    before = data_of(owner)
    begin = 0
    line = 1
    for at in range(offset):
        if before[at] == ord("\n"):
            begin = at + 1
            line += 1
    return line, index_of(owner, offset) - index_of(owner, begin) + 1


def made(owner: Value, p: Ptr[u8], n: int) -> Value:
    """An object of the owner's type with these bytes."""
    if isinstance(owner, Str):
        return str_object.new_str(p, n)
    if isinstance(owner, Bytes):
        return bytes_object.new_bytes(p, n)
    result = bytearray_object.new_bytearray(n)
    copy_items(items_of(result.data), p, n)
    return result


def finished(owner: Value, out: writer.StringWriter) -> Value:
    """An object of the owner's type with what was written."""
    return made(owner, items_of(out.buffer), out.count)


def part(owner: Value, start: int, end: int) -> Value:
    """The bytes from offset `start` to `end` in the owner's type."""
    if isinstance(owner, Str):
        return str_object.substring(owner, start, end)
    if is_exactly(owner, Bytes) and end - start == size_of(owner):
        return owner
    return made(owner, data_of(owner) + start, max(end - start, 0))


def latin_text(owner: Buffer) -> Str:
    """A string with one character for each byte."""
    out = writer.string_writer()
    for i in range(size_of(owner)):
        out.write_char(int(data_of(owner)[i]))
    return out.finish()


def made_of_latin(owner: Value, s: Str) -> Value:
    """An object of the owner's type with one byte for each character."""
    out = writer.string_writer()
    at = 0
    while at < len(s.data):
        out.write_byte(utf8.char_at(items_of(s.data, at)))
        at += utf8.char_size(int(s.data[at]))
    return finished(owner, out)


def is_operand(owner: Value, other: Value) -> bool:
    """Whether `other` is of the owner's kind."""
    if isinstance(owner, Str):
        return isinstance(other, Str)
    return isinstance(other, Buffer)


def check_operand(owner: Value, other: Value) -> None:
    """TypeError unless `other` is of the owner's kind."""
    if not is_operand(owner, other):
        raise errors.type_error_with(
            message("must be str, not %t")
            if isinstance(owner, Str)
            else message("a bytes-like object is required, not '%t'"),
            other,
            NULL,
        )


# Operators.


def binary(owner: Value, op: int, other: Value) -> Value:
    """`owner op other` for + and *."""
    if op == Op.ADD and is_operand(owner, other):
        return joined(owner, other)
    if op == Op.MUL and int_object.is_int(other):
        return repeated(owner, other)
    return sequence.refuse(op, other, refusal(owner))


def refusal(owner: Value) -> int:
    """The message for adding something else to a text; NO_MESSAGE if it is none."""
    if isinstance(owner, Str):
        return message('can only concatenate str (not "%t") to str')
    if isinstance(owner, Bytearray):
        return message("can't concat %t to bytearray")
    return message("can't concat %t to bytes") if isinstance(owner, Bytes) else NO_MESSAGE


def refuse_operands(op: int, a: Value, b: Value, either: bool) -> None:
    """The TypeError of a sequence for `a + b` or `a * b` when the other operand, of a Python class,
    does not know either; `b` may be the sequence of `a * b` if `either`."""
    if op == Op.MUL and either and any_refusal(a, op) == NO_MESSAGE:
        a, b = b, a
    reason = any_refusal(a, op)
    if op == Op.MUL:
        if int_object.is_int(b):
            return
        if reason != NO_MESSAGE:
            reason = message("can't multiply sequence by non-int of type '%t'")
    if reason != NO_MESSAGE:
        raise errors.type_error_with(reason, b, NULL)


def any_refusal(owner: Value, op: int) -> int:
    """As `refusal`, for all sequences that leave `op` to the built-in type."""
    if not derived_operators.joins(op, owner):
        return NO_MESSAGE
    if isinstance(owner, List):
        return message('can only concatenate list (not "%t") to list')
    if isinstance(owner, Tuple):
        return message('can only concatenate tuple (not "%t") to tuple')
    return refusal(owner)


def reflected(owner: Value, op: int, other: Value) -> Value:
    """`other op owner`."""
    if op == Op.MUL and int_object.is_int(other):
        return repeated(owner, other)
    if LARGE or op != Op.MUL:
        return singletons.NOT_IMPLEMENTED
    return sequence.refuse(op, other, NO_MESSAGE)


def joined(a: Value, b: Value) -> Value:
    """`a + b`."""
    if isinstance(a, Str) and isinstance(b, Str):
        return str_object.join2(a, b)
    out = writer.string_writer()
    out.write(data_of(a), size_of(a))
    out.write(data_of(b), size_of(b))
    return finished(a, out)


def repeated(owner: Value, factor: Value) -> Value:
    """`owner * factor`."""
    n = size_of(owner)
    times = sequence.repeat_count(n, factor)
    if times == 1 or n == 0:
        return part(owner, 0, n)
    if isinstance(owner, Bytearray):
        array = bytearray_object.new_bytearray(n * times)
        repeat_bytes(items_of(array.data), data_of(owner), n, times)
        return array
    if isinstance(owner, Str):
        text = str_object.raw_str(n * times, owner.flags & str_object.STR_ASCII)
        repeat_bytes(items_of(text.data), data_of(owner), n, times)
        return text if times else str_object.EMPTY_STR
    result = bytes_object.raw_bytes(n * times)
    repeat_bytes(items_of(result.data), data_of(owner), n, times)
    return result


def repeat_bytes(target: Ptr[u8], source: Ptr[u8], n: int, times: int) -> None:
    """Write `n` bytes `times` times over."""
    for _ in range(times):
        copy_items(target, source, n)
        target = target + n


def sliced(owner: Value, key: slice.Slice) -> Value:
    """`owner[start:stop:step]`."""
    key = key.settled()
    start, stop, step = key.bounds(units(owner))
    if step == 1:
        if stop <= start:
            return part(owner, 0, 0)
        return part(owner, offset_of(owner, start), offset_of(owner, stop))
    out = writer.string_writer()
    p = data_of(owner)
    wide = has_wide_chars(owner)
    for i in range(slice.step_count(start, stop, step)):
        at = start + i * step
        if wide:
            at = offset_of(owner, at)
        out.write(p + at, utf8.char_size(p[at]) if wide else 1)
    return finished(owner, out)


# Searching. Offsets are in bytes, -1 stands for not found.

PATIENCE = 1000
"""Bytes compared in vain, beyond the length of the text, before a search takes another way."""
ROLLING = 16777619
"""Multiplier of the sums in `search_rolling`."""


def find_byte(p: Ptr[u8], n: int, byte: int) -> int:
    """The first place of a byte."""
    for i in range(n):
        if p[i] == byte:
            return i
    return -1


def search(p: Ptr[u8], n: int, sought: Ptr[u8], m: int) -> int:
    """The first place of `m` bytes among `n`."""
    if m == 0:
        return 0
    first = sought[0]
    effort = PATIENCE + n
    for i in range(n - m + 1):
        if p[i] == first:
            if compare_bytes(p + i, sought, m) == 0:
                return i
            effort -= m
            if LARGE and effort < 0:
                found = search_rolling(p + i, n - i, sought, m, False)
                return found if found < 0 else i + found
    return -1


def search_rolling(p: Ptr[u8], n: int, sought: Ptr[u8], m: int, back: bool) -> int:
    """As `search` or `search_back`, by sums of `m` bytes that are updated from place to place (Karp
    and Rabin 1987): for texts in which many places look like the bytes sought."""
    wanted = u32(0)
    here = u32(0)
    weight = u32(1)
    start = n - m if back else 0
    if start < 0 or n < m:
        return -1
    for i in range(m):
        at = m - 1 - i if back else i
        wanted = u32(wanted * ROLLING + sought[at])
        here = u32(here * ROLLING + p[start + at])
        weight = u32(weight * ROLLING)
    for i in range(n - m + 1):
        at = n - m - i if back else i
        if here == wanted and compare_bytes(p + at, sought, m) == 0:
            return at
        if i < n - m:
            leaves = p[at + m - 1 if back else at]
            comes = p[at - 1 if back else at + m]
            here = u32(here * ROLLING + comes - weight * leaves)
    return -1


def search_back(p: Ptr[u8], n: int, sought: Ptr[u8], m: int) -> int:
    """The last place of `m` bytes among `n`."""
    i = n - m
    effort = PATIENCE + n
    while i >= 0:
        if m == 0 or (p[i] == sought[0] and compare_bytes(p + i, sought, m) == 0):
            return i
        if p[i] == sought[0]:
            effort -= m
            if LARGE and effort < 0:
                return search_rolling(p, i + m, sought, m, True)
        i -= 1
    return -1


def count_matches(p: Ptr[u8], n: int, sought: Ptr[u8], m: int) -> int:
    """How often `m > 0` bytes occur among `n`, not overlapping."""
    count = 0
    while True:
        at = search(p, n, sought, m)
        if at < 0:
            return count
        count += 1
        p = p + (at + m)
        n -= at + m


def starts_with(p: Ptr[u8], n: int, sought: Ptr[u8], m: int) -> bool:
    """Whether `n` bytes begin with these `m`."""
    return m <= n and compare_bytes(p, sought, m) == 0


# Blanks.


def blank_size(owner: Value, p: Ptr[u8], n: int) -> int:
    """Size of the blank character at the start of `n` bytes, 0 if there is none."""
    if n == 0:
        return 0
    first = p[0]
    if first < 0x80:
        if first == ord(" ") or ord("\t") <= first <= ord("\r"):
            return 1
        return 1 if isinstance(owner, Str) and 0x1C <= first <= 0x1F else 0
    if not isinstance(owner, Str):
        return 0
    return utf8.char_size(first) if unicode.classes(utf8.char_at(p)) & unicode.SPACE else 0


def blanks_before(owner: Value, p: Ptr[u8], n: int) -> int:
    """Size of all blanks at the start of `n` bytes."""
    at = 0
    while True:
        size = blank_size(owner, p + at, n - at)
        if size == 0:
            return at
        at += size


def last_char(owner: Value, p: Ptr[u8], n: int) -> int:
    """Offset of the last character of `n > 0` bytes."""
    at = n - 1
    if isinstance(owner, Str):
        while p[at] & 0xC0 == 0x80:
            at -= 1
    return at


def without_blanks_behind(owner: Value, p: Ptr[u8], n: int) -> int:
    """How many of `n` bytes are left when the blanks at their end are cut off."""
    while n > 0:
        at = last_char(owner, p, n)
        if blank_size(owner, p + at, n - at) == 0:
            return n
        n = at
    return 0


def word_size(owner: Value, p: Ptr[u8], n: int) -> int:
    """How many of `n` bytes come before the first blank."""
    at = 0
    while at < n and blank_size(owner, p + at, n - at) == 0:
        at += utf8.char_size(p[at]) if isinstance(owner, Str) else 1
    return at


# Arguments.


def count_argument(v: Value, default: int) -> int:
    """An optional integer argument."""
    return default if v is NULL else int_object.index_value(v)


def start_argument(v: Value, default: int, length: int) -> int:
    """An optional index argument: at least 0, and above the length if it was."""
    if v is NULL or v is singletons.NONE:
        return default
    index = slice.slice_index(v)
    if index < 0:
        return max(index + length, 0)
    return min(index, length + 1)


def is_given(v: Value) -> bool:
    """Whether an optional argument is neither missing nor None."""
    return v is not NULL and v is not singletons.NONE


def fill_argument(v: Value, owner: Value) -> int:
    """The fill character of `center` and its like."""
    if v is NULL:
        return ord(" ")
    if not is_operand(owner, v):
        raise errors.type_error_with(
            message("The fill character must be a unicode character, not %t")
            if isinstance(owner, Str)
            else message("argument 2 must be a byte string of length 1, not %t"),
            v,
            NULL,
        )
    if units(v) != 1:
        raise errors.type_error(message("The fill character must be exactly one character long"))
    p = data_of(v)
    return utf8.char_at(p) if isinstance(v, Str) else int(p[0])


# A module of an import cycle: only functions use its names.
from anthill.vm import unicode  # noqa: E402
from anthill.vm.objects import derived_operators  # noqa: E402
