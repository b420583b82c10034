"""Strings: UTF-8 bytes with their length, a flag for pure ASCII, and a hash computed when asked.

A string never changes. Two interned strings are equal exactly when they are the same object. The
names known at build time are found in a sorted table in flash, those met at run time in a weak
hash table in RAM. The methods that Python programs call are in `str_methods`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from anthill.runtime.extended import plain_copy
from anthill.runtime.heap import load, object_size
from anthill.runtime.weak import WeakArray, weak_array
from anthill.typed import (
    NULL,
    TRANSLATING,
    WORD_BITS,
    WORD_BYTES,
    Array,
    Collected,
    Ptr,
    Static,
    Tail,
    Value,
    address_of,
    alloc,
    as_a,
    compare_bytes,
    constant,
    copy_items,
    inline,
    is_small,
    items_of,
    static_array,
    u8,
    u16,
    u32,
    uword,
    value_at,
)
from anthill.typed.extended import is_exactly
from anthill.vm import utf8
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

STR_ASCII = 1
"""Flag: every byte is below 128, so characters are bytes."""
STR_INTERNED = 2
"""Flag: `intern` finds this object; its hash is there."""

if TYPE_CHECKING:
    StrHash = int
else:
    StrHash = u16 if WORD_BITS == 32 else u32


class Str(Obj):
    """A Python string."""

    hash: StrHash
    """0 until it is asked for: read it with `hash_of`."""
    flags: u8
    data: Tail[u8]

    def write_repr(self, out: Writer) -> None:
        quoting.write_quoted(self, out)

    def write_str(self, out: Writer) -> None:
        out.write(items_of(self.data), len(self.data))

    def truth(self) -> bool:
        return len(self.data) != 0

    def hash_code(self) -> int:
        return hash_of(self)

    def length(self) -> int:
        return char_length(self)

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Str):
            return singletons.NOT_IMPLEMENTED
        if op == Op.EQ or op == Op.NE:
            return bool_object.to_bool(equal(self, other) == (op == Op.EQ))
        return bool_object.order_result(op, order(self, other))

    def binary(self, op: int, other: Value) -> Value:
        if op == Op.MOD:
            return format.percent_format(self, other)
        return strings.binary(self, op, other)

    def reflected(self, op: int, other: Value) -> Value:
        return strings.reflected(self, op, other)

    def get_item(self, key: Value) -> Value:
        if isinstance(key, slice.Slice):
            return strings.sliced(self, key)
        if not int_object.is_int(key):
            index = special.index_of(key)
            if index is NULL:
                raise errors.type_error_with(
                    message("string indices must be integers, not '%t'"), key, NULL
                )
            key = index
        length = char_length(self)
        place = slice.item_index(self, key, length, message("string index out of range"))
        at = byte_offset(self, place)
        return substring(self, at, at + utf8.char_size(self.data[at]))

    def contains(self, item: Value) -> int:
        if not isinstance(item, Str):
            raise errors.type_error_with(
                message("'in <string>' requires string as left operand, not %t"), item, NULL
            )
        p = items_of(self.data)
        found = strings.search(p, len(self.data), items_of(item.data), len(item.data))
        return int(found >= 0)

    def iterate(self) -> Value:
        return iterators.StrIterator(self, 0)


def raw_str(length: int, flags: int) -> Str:
    """A string of `length` zero bytes for the caller to fill before anyone sees it."""
    s = alloc(Str, length)
    s.flags = u8(flags)
    return s


def new_str(p: Ptr[u8], n: int) -> Str:
    """A string of `n` bytes of well-formed UTF-8."""
    s = raw_str(n, STR_ASCII if utf8.is_ascii(p, n) else 0)
    copy_items(items_of(s.data), p, n)
    return s


def substring(s: Str, start: int, end: int) -> Str:
    """The bytes `start` to `end` of a string, both at the edge of a character."""
    n = end - start
    if n == len(s.data) and is_exactly(s, Str):
        return s
    if n <= 0:
        return EMPTY_STR
    result = raw_str(n, s.flags & STR_ASCII)
    if not result.flags and utf8.is_ascii(items_of(s.data, start), n):
        result.flags = u8(STR_ASCII)
    copy_items(items_of(result.data), items_of(s.data, start), n)
    return result


def char_str(code: int) -> Str:
    """The string of one character."""
    if code < 0x80:
        s = raw_str(1, STR_ASCII)
    else:
        s = raw_str(4 if code >= 0x10000 else 3 if code >= 0x800 else 2, 0)
    utf8.put_char(items_of(s.data), code)
    return s


def mangled(owner: Str, word: Str) -> Str:
    """A name as it is in the body of a class: `_Class__word` for a private one, which begins but
    does not end with two underscores."""
    size = len(word.data)
    if size < 3 or word.data[0] != ord("_") or word.data[1] != ord("_"):
        return word
    if word.data[size - 1] == ord("_") and word.data[size - 2] == ord("_"):
        return word
    start = 0
    while start < len(owner.data) and owner.data[start] == ord("_"):
        start += 1
    if start == len(owner.data):
        return word
    return intern(join2(join2(text("_"), substring(owner, start, len(owner.data))), word))


def join2(a: Str, b: Str) -> Str:
    """`a + b`."""
    n = len(a.data)
    if n == 0 and is_exactly(b, Str):
        return b
    m = len(b.data)
    if m == 0 and is_exactly(a, Str):
        return a
    result = raw_str(n + m, a.flags & b.flags & STR_ASCII)
    copy_items(items_of(result.data), items_of(a.data), n)
    copy_items(items_of(result.data, n), items_of(b.data), m)
    return result


def join_items(between: Str, items: Ptr[Value], count: int) -> Value:
    """The strings at a pointer joined; NULL if some Value is no string."""
    size = len(between.data) * (count - 1) if count > 0 else 0
    flags = int(between.flags) if count > 1 else STR_ASCII
    for index in range(count):
        part = items[index]
        if not isinstance(part, Str):
            return NULL
        size += len(part.data)
        flags &= part.flags
    if count == 1 and is_exactly(items[0], Str):
        return items[0]
    if size == 0:
        return EMPTY_STR
    result = raw_str(size, flags & STR_ASCII)
    target = items_of(result.data)
    for index in range(count):
        if index > 0:
            copy_items(target, items_of(between.data), len(between.data))
            target = target + len(between.data)
        part = as_a(Str, items[index])
        copy_items(target, items_of(part.data), len(part.data))
        target = target + len(part.data)
    return result


def is_ascii(s: Str) -> bool:
    """Whether characters are bytes."""
    return s.flags & STR_ASCII != 0


def char_length(s: Str) -> int:
    """Number of characters."""
    n = len(s.data)
    return n if is_ascii(s) else utf8.count_chars(items_of(s.data), n)


def byte_offset(s: Str, index: int) -> int:
    """Byte offset of character `index`, which is from 0 to the length."""
    return index if is_ascii(s) else utf8.skip_chars(items_of(s.data), len(s.data), index)


def hash_bytes(p: Ptr[u8], n: int) -> int:
    """FNV-1a over `n` bytes, folded to the width of a string's hash; never 0."""
    h = u32(0x811C9DC5)
    for i in range(n):
        h = u32((h ^ p[i]) * 0x01000193)
    if WORD_BITS == 32:
        h = (h ^ h >> 16) & 0xFFFF
    return int(h) if h != 0 else 1


@inline
def hash_of(s: Str) -> int:
    """The string's hash: positive, 16 bits on 32-bit machines and 32 bits on others."""
    return s.hash if s.hash != 0 else computed_hash(s)


def computed_hash(s: Str) -> int:
    """Compute the hash and keep it."""
    h = hash_bytes(items_of(s.data), len(s.data))
    s.hash = StrHash(h)
    return h


def equal(a: Str, b: Str) -> bool:
    """`a == b`."""
    if a is b:
        return True
    if a.flags & b.flags & STR_INTERNED:
        return False
    n = len(a.data)
    if len(b.data) != n or (a.hash != b.hash and a.hash != 0 and b.hash != 0):
        return False
    return compare_bytes(items_of(a.data), items_of(b.data), n) == 0


def order(a: Str, b: Str) -> int:
    """Negative, zero or positive as `a` sorts before, with or after `b`."""
    n = len(a.data)
    m = len(b.data)
    result = compare_bytes(items_of(a.data), items_of(b.data), n if n < m else m)
    return result if result != 0 else n - m


# Interning.


def _is_name(s: Str) -> bool:
    return s.flags & STR_INTERNED != 0


def name_order(s: Str) -> tuple[int, bytes]:
    """What the interned strings of the image are sorted by."""
    return s.hash, bytes(s.data)


def _settle(titles: list[Any]) -> dict[int, int]:
    return name_tables.settle(titles)


BUILD_NAMES: Array[u16] = Collected(Str, keep=_is_name, key=name_order, step=16, settle=_settle)
"""Where every 16th of the interned strings of the image lies; they are ordered by hash."""

NAME_SLOTS: int = 1 << 15 if LARGE else 0
NAMES: Array[u16] = static_array(u16, NAME_SLOTS)
"""Where memory is large, a hash table of the interned strings of the image: their places. There is
room for all that have a place of 16 bits."""

_HOST_NAMES: dict[str, Str] = {}


def _host_str(content: str, flags: int) -> Str:
    data = content.encode("utf-8", "surrogatepass")
    s = raw_str(len(data), flags | (STR_ASCII if content.isascii() else 0))
    s.data.storage[:] = data
    computed_hash(s)
    return s


@constant
def name(content: str) -> Str:
    """The interned string with this content, made at build time."""
    if content not in _HOST_NAMES:
        _HOST_NAMES[content] = _host_str(content, STR_INTERNED)
    return _HOST_NAMES[content]


@constant
def text(content: str) -> Str:
    """A string for messages, made at build time and not interned."""
    return _host_str(content, 0)


def host_text(s: Str) -> str:
    """The content as a string of the host, on CPython only."""
    return bytes(s.data).decode("utf-8", "surrogatepass")


EMPTY_STR: Str = name("")


class NameTable(Static):
    """The strings interned at run time: a hash table with open addressing."""

    table: WeakArray | None = None
    used: int = 0
    """Items that are not NULL; some may be dead."""


names = NameTable()


def intern(s: Str) -> Str:
    """The interned string equal to `s`: `s` itself if there is none yet."""
    if s.flags & STR_INTERNED:
        return s
    if not TRANSLATING:
        content = host_text(s)
        if content not in _HOST_NAMES:
            _HOST_NAMES[content] = s
            hash_of(s)
            s.flags |= STR_INTERNED
        return _HOST_NAMES[content]
    return interned(s)


def interned(s: Str) -> Str:
    """`intern` by the tables of the image and of the RAM."""
    found = find_build_name(s)
    if found is not None:
        return found
    if not is_exactly(s, Str):
        s = as_a(Str, plain_copy(s))
    table = names.table
    if table is None or names.used >= len(table.items) - (len(table.items) >> 2):
        table = grow_names()
    mask = len(table.items) - 1
    at = hash_of(s) & mask
    while table.items[at] is not NULL:
        entry = table.items[at]
        if not is_small(entry) and equal(as_a(Str, entry), s):
            return as_a(Str, entry)
        at = (at + 1) & mask
    table.items[at] = s
    names.used += 1
    s.flags |= STR_INTERNED
    return s


def find_build_name(s: Str) -> Str | None:
    """The interned string of the image equal to `s`."""
    h = hash_of(s)
    if LARGE:
        slot = h & (NAME_SLOTS - 1)
        while NAMES[slot] != 0:
            found = build_name(int(NAMES[slot]))
            if found.hash == h and equal(found, s):
                return found
            slot = (slot + 1) & (NAME_SLOTS - 1)
        return None
    low = 0
    last = len(BUILD_NAMES) - 1
    high = last
    while low < high:
        middle = (low + high) >> 1
        if build_name(int(BUILD_NAMES[middle])).hash < h:
            low = middle + 1
        else:
            high = middle
    at = int(BUILD_NAMES[low - 1 if low > 0 else 0])
    while at < BUILD_NAMES[last]:
        found = build_name(at)
        if found.hash > h:
            return None
        if equal(found, s):
            return found
        at += int(object_size(load(address_of(found)))) // WORD_BYTES
    return None


def index_names() -> None:
    """Fill the hash table of the interned strings of the image."""
    at = int(BUILD_NAMES[0])
    last = int(BUILD_NAMES[len(BUILD_NAMES) - 1])
    while at < last:
        found = build_name(at)
        slot = found.hash & (NAME_SLOTS - 1)
        while NAMES[slot] != 0:
            slot = (slot + 1) & (NAME_SLOTS - 1)
        NAMES[slot] = u16(at)
        at += int(object_size(load(address_of(found)))) // WORD_BYTES


def build_name(place: int) -> Str:
    """The interned string of the image at a place in words."""
    return as_a(Str, value_at(address_of(BUILD_NAMES) + uword(place * WORD_BYTES)))


def grow_names() -> WeakArray:
    """A table with room: the living strings move over, twice the size if they are many."""
    old = names.table
    alive = 0
    if old is not None:
        for i in range(len(old.items)):
            if old.items[i] is not NULL and not is_small(old.items[i]):
                alive += 1
    size = 16
    while size < 2 * alive:
        size *= 2
    table = weak_array(size)
    used = 0
    if old is not None:
        for i in range(len(old.items)):
            entry = old.items[i]
            if entry is not NULL and not is_small(entry):
                at = hash_of(as_a(Str, entry)) & (size - 1)
                while table.items[at] is not NULL:
                    at = (at + 1) & (size - 1)
                table.items[at] = entry
                used += 1
    names.used = used
    names.table = table
    return table


# Modules of an import cycle: only functions use their names. Types come first, for builtins.
from anthill.vm.objects.type import builtin_type  # noqa: E402  # isort: skip
from anthill.vm import errors, format  # noqa: E402
from anthill.vm.interpreter import special  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects import iterators, quoting, singletons, slice, strings  # noqa: E402
from anthill.vm.objects import names as name_tables  # noqa: E402

STR_TYPE = builtin_type("str", Str)
