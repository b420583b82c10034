"""Names of attributes in flash: what built-in types and modules have instead of dicts on chips that
can lay constants where 16 bits tell their place.

Nothing changes such a table. Its names are sorted by their addresses: to find one is to halve.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from anthill.typed import NULL, Tail, Value, alloc, as_a, u16, uword, value_at, word_of
from anthill.typed.objects import Short
from anthill.vm.features import SHORT
from anthill.vm.objects.container import Space

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.str import Str

LARGEST_SMALL = 0x7FFF


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

    def item(self, index: int) -> Value:
        """A name or Value."""
        return short_value(int(self.items[index]))


def dict_of(space: Space) -> Dict:
    """A table as a dict, which is the table itself if it is one."""
    if not SHORT or isinstance(space, dict_object.Dict):
        return as_a(dict_object.Dict, space)
    table = as_a(Names, space)
    count = len(table.items) >> 1
    result = dict_object.new_dict(count)
    for index in range(count):
        result.store(table.item(index), table.item(count + index))
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
    values = [entries[title] for title in order]
    table.items.storage[:] = [Short(content) for content in [*order, *values]]
    return table


def _is_short(content: Any) -> bool:
    return not isinstance(content, int) or 0 <= content <= LARGEST_SMALL


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
