"""Names of attributes in flash: what built-in types and modules have instead of dicts on chips that
can lay constants where 16 bits tell their place.

Nothing changes such a table. Its names are sorted by their addresses: to find one is to halve. A
builtin or type that knows its name is there without it.
Names that only such tables have, and that few programs use, are no strings in flash but symbols in
`TEXTS`; they come last, and a string of the program is compared with them. A symbol is a character
or, if below PAIRS, two symbols, which lie at the beginning of `TEXTS`.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from anthill.typed import (
    NULL,
    Array,
    Late,
    Tail,
    Value,
    alloc,
    as_a,
    compare_bytes,
    items_of,
    u8,
    u16,
    uword,
    value_at,
    word_of,
)
from anthill.typed.objects import Short, Spare
from anthill.vm.features import SHORT
from anthill.vm.objects.container import Space, Titled

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer

LARGEST_SMALL = 0x7FFF
RARE = 0x8000
"""What stands for a name in `TEXTS` is at least this: below are the lowest bits of its length, to
tell most names apart, and its place."""
CHECK = 12
CHECK_MASK = 7
TEXTS: Array[u8] = Late(u8, lambda: None)
"""Pairs of symbols, then the symbols of names."""
LAST = 0x80
"""In a symbol: the name ends."""
PAIRS = 53
"""From this symbol on they are characters."""
FIRST_CHARACTER = ord("z") - LAST + 1
"""How much higher a character is than its symbol."""
USUAL: frozenset[str] = frozenset(
    """AttributeError Exception ImportError IndexError KeyError KeyboardInterrupt OSError Pin
    RuntimeError StopIteration TypeError ValueError ZeroDivisionError abs add all any append bin
    bool bytearray ceil center choice chr classmethod collect cos dict dir divmod encode end
    endswith enumerate extend filter find float floor format hash hex id index input insert int
    issubclass join key list log lower map max mem_free min off on ord pack pi pop print
    property randint random range read remove replace repr reverse reversed round sep set
    setdefault sin sleep sleep_ms sleep_us sort sorted split sqrt startswith staticmethod str
    strip sum tan ticks_diff ticks_ms ticks_us tuple unpack upper value zip""".split()
)
"""Names for which programs shall not need memory."""


def short_value(short: int) -> Value:
    """The Value that 16 bits stand for."""
    return value_at(uword(short if short & 1 else short << 1))


class Names(Space):
    """A table of names and Values."""

    items: Tail[u16]
    """How many Values know the names that they have here, these in the order of the names; then the
    other names in order, and their Values in the same."""

    def find_name(self, name: Str) -> Value:
        place = int(word_of(name) >> 1)
        if place >= RARE:
            return self.find_rare(name)
        count = int(self.items[0])
        low = 1
        high = count + 1
        while low < high:
            middle = (low + high) >> 1
            if self.title(middle) < place:
                low = middle + 1
            else:
                high = middle
        if low <= count and self.title(low) == place:
            return self.item(low)
        others = (len(self.items) - count) >> 1
        for index in range(count + 1, count + 1 + others):
            if self.items[index] == place:
                return self.item(index + others)
        return NULL

    def find_rare(self, name: Str) -> Value:
        """`find_name` for a string on the heap."""
        index = int(self.items[0])
        others = (len(self.items) - index) >> 1
        for last in range(index + others, index, -1):
            if self.items[last] < RARE:
                break
            if is_text(int(self.items[last]), name):
                return self.item(last + others)
        while index > 0 and self.title(index) >= RARE:
            if is_text(self.title(index), name):
                return self.item(index)
            index -= 1
        return NULL

    def title(self, index: int) -> int:
        """The name that a Value knows."""
        return int(as_a(Titled, self.item(index)).title)

    def item(self, index: int) -> Value:
        """A Value."""
        return short_value(int(self.items[index]))


def is_name(short: int, name: Str) -> bool:
    """Whether 16 bits stand for an interned string."""
    return is_text(short, name) if short >= RARE else int(word_of(name) >> 1) == short


def is_text(short: int, name: Str) -> bool:
    """Whether a name in `TEXTS` is equal to a string."""
    length = len(name.data)
    return (
        (short >> CHECK ^ length) & CHECK_MASK == 0
        and spell(short) == length
        and compare_bytes(items_of(scratch), items_of(name.data), length) == 0
    )


def spell(short: int) -> int:
    """Write a name of `TEXTS` to `scratch`; its length."""
    at = short & (1 << CHECK) - 1
    end = 0
    while True:
        symbol = int(TEXTS[at])
        end = spell_symbol(symbol & LAST - 1, end)
        if symbol & LAST:
            return end
        at += 1


def spell_symbol(symbol: int, end: int) -> int:
    """Write the characters of a symbol behind `end` others; how many there are then."""
    if symbol < PAIRS:
        end = spell_symbol(int(TEXTS[2 * symbol]), end)
        return spell_symbol(int(TEXTS[2 * symbol + 1]), end)
    scratch[end] = u8(symbol + FIRST_CHARACTER)
    return end + 1


def name_of(short: int) -> Str:
    """The name that 16 bits stand for."""
    if short < RARE:
        return as_a(str_object.Str, short_value(short))
    length = spell(short)
    return str_object.intern(str_object.new_str(items_of(scratch), length))


def write_title(short: int, out: Writer) -> None:
    """Write the name that 16 bits stand for."""
    if short < RARE:
        out.write_text(name_of(short))
    else:
        length = spell(short)
        out.write(items_of(scratch), length)


def dict_of(space: Space) -> Dict:
    """A table as a dict, which is the table itself if it is one."""
    if not SHORT or isinstance(space, dict_object.Dict):
        return as_a(dict_object.Dict, space)
    table = as_a(Names, space)
    count = int(table.items[0])
    others = (len(table.items) - count) >> 1
    result = dict_object.new_dict(count + others)
    for index in range(1, count + 1):
        result.store(name_of(table.title(index)), table.item(index))
    for index in range(count + 1, count + 1 + others):
        result.store(name_of(int(table.items[index])), table.item(index + others))
    return result


def packed(space: Space) -> Space:
    """What goes to flash for a dict of attributes, at build time."""
    if not SHORT or not isinstance(space, dict_object.Dict):
        return space
    entries: Any = {space.key_at(n): space.value_at(n) for n in range(space.used)}
    if not all(map(_is_short, entries.values())):
        return space
    order: Any = sorted(entries, key=str_object.name_order)
    own = [entries[title] for title in order if _has_title(entries[title], title)]
    others = [title for title in order if not _has_title(entries[title], title)]
    table = alloc(Names, 1 + len(own) + 2 * len(others))
    values = [Short(entries[title]) for title in others]
    table.items.storage[:] = [len(own), *map(Short, own), *map(Spare, others), *values]
    _tables.append(table)
    return table


_tables: list[Names] = []


def settle(titles: list[Str]) -> dict[int, int]:
    """Which of the names in tables are in `TEXTS`, and where, at build time."""
    rare = [title for title in titles if host_text(title) not in USUAL]
    places = dict(zip(map(id, rare), _spelled(list(map(host_text, rare))), strict=True))
    for table in _tables:
        count, *shorts = table.items.storage
        own: Any = shorts[:count]
        own.sort(key=lambda short: places.get(id(short.value.title.value), 0))
        middle = (count + len(shorts)) // 2
        pairs: Any = list(zip(shorts[count:middle], shorts[middle:], strict=True))
        pairs.sort(key=lambda pair: places.get(id(pair[0].value), 0))
        table.items.storage[1:] = own + [short for row in zip(*pairs, strict=True) for short in row]
    return places


def _spelled(titles: list[str]) -> list[int]:
    """Fill `TEXTS`; what stands for these names."""
    texts = [[ord(char) - FIRST_CHARACTER for char in title] for title in titles]
    symbols: list[int] = []
    for symbol in range(PAIRS):
        counts = Counter(pair for text in texts for pair in pairwise(text))
        pair = min(counts, key=lambda pair: (-counts[pair], pair), default=(PAIRS, PAIRS))
        texts = [_joined(text, pair, symbol) for text in texts]
        symbols += pair
    held = bytes(symbols)
    found = {}
    for text in sorted(texts, key=lambda text: (-len(text), text)):
        coded = bytes([*text[:-1], text[-1] | LAST])
        place = held.find(coded, 2 * PAIRS)
        if place < 0:
            place = len(held)
            held += coded
        found[tuple(text)] = place
    assert len(held) <= 1 << CHECK and max(map(len, titles), default=0) <= len(scratch)
    TEXTS.storage[:] = held
    return [
        RARE | (len(title) & CHECK_MASK) << CHECK | found[tuple(text)]
        for title, text in zip(titles, texts, strict=True)
    ]


def _joined(text: list[int], pair: tuple[int, int], symbol: int) -> list[int]:
    """A text with a symbol for every such pair."""
    joined: list[int] = []
    for part in text:
        if joined and (joined[-1], part) == pair:
            joined[-1] = symbol
        else:
            joined.append(part)
    return joined


def _has_title(content: Any, title: Any) -> bool:
    """Whether a Value knows the name that it has in a table."""
    return isinstance(content, Titled) and content.title.value is title


def _is_short(content: Any) -> bool:
    return not isinstance(content, int) or 0 <= content <= LARGEST_SMALL


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.str import host_text  # noqa: E402
from anthill.vm.writer import scratch  # noqa: E402
