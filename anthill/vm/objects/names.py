"""Names of attributes in flash: what built-in types and modules have instead of dicts on chips that
can lay constants where 16 bits tell their place.

Nothing changes such a table. Its names are sorted by their addresses: to find one is to halve.
Names that only such tables have, and that few programs use, are no strings in flash but characters
in `TEXTS`; they come last, and a string of the program is compared with them.
"""

from __future__ import annotations

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
from anthill.vm.objects.container import Space

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer

LARGEST_SMALL = 0x7FFF
RARE = 0x8000
"""What stands for a name in `TEXTS` is at least this, by where its length and characters are."""
TEXTS: Array[u8] = Late(u8, lambda: None)
"""Lengths and characters of names."""
USUAL: frozenset[str] = frozenset(
    """AttributeError Exception ImportError IndexError KeyError KeyboardInterrupt OSError Pin
    RuntimeError StopIteration TypeError ValueError ZeroDivisionError abs add all any append bin
    bool bytearray ceil center choice chr classmethod collect cos dict dir divmod encode endswith
    enumerate extend filter find float floor format hash hex id index input insert int issubclass
    join list log lower map max mem_free min off on ord pack pi pop print property randint random
    range read remove repr replace reverse reversed round set setdefault sin sleep sleep_ms sleep_us
    sort sorted split sqrt startswith staticmethod str strip sum tan ticks_diff ticks_ms ticks_us
    tuple unpack upper value zip""".split()
)
"""Names for which programs shall not need memory."""


def short_value(short: int) -> Value:
    """The Value that 16 bits stand for."""
    return value_at(uword(short if short & 1 else short << 1))


class Names(Space):
    """A table of names and Values."""

    items: Tail[u16]
    """The names in order, then the Values in the same."""

    def find_name(self, name: Str) -> Value:
        place = word_of(name) >> 1
        count = len(self.items) >> 1
        if place >= RARE:
            return self.find_rare(name)
        low = 0
        high = count
        while low < high:
            middle = (low + high) >> 1
            if self.items[middle] < place:
                low = middle + 1
            else:
                high = middle
        if low < count and self.items[low] == place:
            return self.item(count + low)
        return NULL

    def find_rare(self, name: Str) -> Value:
        """`find_name` for a string on the heap."""
        count = len(self.items) >> 1
        length = len(name.data)
        index = count - 1
        while index >= 0 and self.items[index] >= RARE:
            at = self.items[index] - RARE
            if (
                TEXTS[at] == length
                and compare_bytes(items_of(TEXTS, at + 1), items_of(name.data), length) == 0
            ):
                return self.item(count + index)
            index -= 1
        return NULL

    def item(self, index: int) -> Value:
        """A Value."""
        return short_value(int(self.items[index]))


def name_of(short: int) -> Str:
    """The name that 16 bits stand for."""
    if short < RARE:
        return as_a(str_object.Str, short_value(short))
    at = short - RARE
    return str_object.intern(str_object.new_str(items_of(TEXTS, at + 1), int(TEXTS[at])))


def write_title(short: int, out: Writer) -> None:
    """Write the name that 16 bits stand for."""
    if short < RARE:
        out.write_text(name_of(short))
    else:
        at = short - RARE
        out.write(items_of(TEXTS, at + 1), int(TEXTS[at]))


def dict_of(space: Space) -> Dict:
    """A table as a dict, which is the table itself if it is one."""
    if not SHORT or isinstance(space, dict_object.Dict):
        return as_a(dict_object.Dict, space)
    table = as_a(Names, space)
    count = len(table.items) >> 1
    result = dict_object.new_dict(count)
    for index in range(count):
        result.store(name_of(int(table.items[index])), table.item(count + index))
    return result


def packed(space: Space) -> Space:
    """What goes to flash for a dict of attributes, at build time."""
    if not SHORT or not isinstance(space, dict_object.Dict):
        return space
    entries: Any = {space.key_at(n): space.value_at(n) for n in range(space.used)}
    if not all(map(_is_short, entries.values())):
        return space
    order: Any = sorted(entries, key=str_object.name_order)
    table = alloc(Names, 2 * len(order))
    values = [Short(entries[title]) for title in order]
    table.items.storage[:] = [*map(Spare, order), *values]
    _tables.append(table)
    return table


_tables: list[Names] = []


def settle(titles: list[Str]) -> dict[int, int]:
    """Which of the names in tables are in `TEXTS`, and where, at build time."""
    texts: list[Any] = []
    places = {}
    for title in sorted(titles, key=str_object.name_order):
        if host_text(title) not in USUAL:
            places[id(title)] = RARE + len(texts)
            texts += [len(title.data), *title.data]
    TEXTS.storage[:] = texts
    for table in _tables:
        shorts: Any = list(table.items.storage)
        pairs = list(zip(shorts[: len(shorts) // 2], shorts[len(shorts) // 2 :], strict=True))
        pairs.sort(key=lambda pair: places.get(id(pair[0].value), 0))
        table.items.storage[:] = [short for row in zip(*pairs, strict=True) for short in row]
    return places


def _is_short(content: Any) -> bool:
    return not isinstance(content, int) or 0 <= content <= LARGEST_SMALL


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.str import host_text  # noqa: E402
