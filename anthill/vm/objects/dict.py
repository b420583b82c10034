"""Hash tables in order of insertion: what dicts and sets are made of.

`entries` holds the keys (for a dict: key, value, key, value ...) in order; a deleted key is NULL
and its place stays empty until the table is rebuilt. Up to SMALL_TABLE entries are found by looking
at one after the other; a longer table has an `index` of bytes, a hash table whose slots hold entry
numbers plus one, 0 where free. Hashes are not stored, but where memory is large, in the upper half
of each slot. Keys that are interned strings or small integers are equal only when identical; while
a table has no other keys, its flag PLAIN is set and looking for such a key compares words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    Array,
    Value,
    array_of,
    cold,
    hot,
    inline,
    is_small,
    items_of,
    same,
    small_int,
    u8,
    u32,
    uword,
)
from anthill.typed.extended import is_exactly
from anthill.vm.compiler.bytecode import Op
from anthill.vm.depth import check_depth
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects.container import Space
from anthill.vm.objects.items import EMPTY_ITEMS, grown_length, new_items

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer

    Slot = uword
else:
    Slot = uword if LARGE else u8

SMALL_TABLE = 8
PLAIN = 1
FROZEN = 2
WATCHED = 4
"""A dict of globals, where memory is large: a name that it lacks is remembered in the cache."""
NOT_PLAIN = -2
MULTIPLIER = 0x9E3779B1
NUMBER_MASK = 0xFFFFFFFF
"""Of a slot in large memory: the entry number plus one; the hash is above it."""


class Table(Space):
    """A hash table; `shift` is 1 when a value follows each key."""

    count: int
    used: int
    flags: u8
    shift: u8
    entries: Array[Value]
    index: Array[Slot] | None

    def place(self, key: Value) -> int:
        """As `position`, with the hash computed."""
        number = self.plain_place(key)
        return number if number != NOT_PLAIN else self.position(key, hash_of(key))

    @inline
    def quick_place(self, key: Value) -> int:
        """What is quicker of `place` and `plain_place`: it may be NOT_PLAIN."""
        return self.place(key) if LARGE else self.plain_place(key)

    @hot
    def plain_place(self, key: Value) -> int:
        """As `position`, where the table is not large and has only plain keys, `key` among them;
        else NOT_PLAIN."""
        if LARGE or self.flags & PLAIN == 0:
            return NOT_PLAIN
        code = u32(0)
        if is_small(key):
            code = mixed(small_int(key))
        elif is_exactly(key, str_object.Str) and key.flags & str_object.STR_INTERNED != 0:
            code = mixed(str_object.hash_of(key))
        else:
            return NOT_PLAIN
        entry = items_of(self.entries)
        shift = int(self.shift)
        index = self.index
        if index is None:
            for number in range(self.used):
                if same(entry[0], key):
                    return number
                entry = entry + (1 << shift)
            return -1
        if len(self.entries) >> shift >= 0x100:
            return NOT_PLAIN
        slots = items_of(index)
        mask = len(index) - 1
        slot = int(code) & mask
        while True:
            number = int(slots[slot]) - 1
            if number < 0 or same(entry[number << shift], key):
                return number
            slot = slot + 1 & mask

    def position(self, key: Value, code: u32) -> int:
        """The entry number of a key with this hash, -1 if it is missing."""
        exact = self.flags & PLAIN != 0 and is_plain(key)
        index = self.index
        if index is None:
            for number in range(self.used):
                if number < self.used and self.matches(number, key, code, exact):
                    return number
            return -1
        if LARGE:
            return self.indexed_position(index, key, code, exact)
        entries = self.entries
        shift = index_shift(len(entries) >> self.shift)
        mask = (len(index) >> shift) - 1
        slot = int(code & u32(mask))
        while True:
            number = slot_at(index, shift, slot) - 1
            if number < 0 or self.matches(number, key, code, exact):
                return number
            if self.entries is not entries:
                return self.position(key, code)
            slot = slot + 1 & mask

    def indexed_position(self, index: Array[Slot], key: Value, code: u32, exact: bool) -> int:
        """As `position`, where the index has the hashes too."""
        mask = len(index) - 1
        slot = int(code) & mask
        while True:
            word = index[slot]
            if word == 0:
                return -1
            if word >> 32 == uword(code):
                number = int(word & NUMBER_MASK) - 1
                if same(self.entries[number << self.shift], key):
                    return number
                if not exact:
                    entries = self.entries
                    if self.matches(number, key, code, False):
                        return number
                    if self.entries is not entries:
                        return self.position(key, code)
            slot = slot + 1 & mask

    def matches(self, number: int, key: Value, code: u32, exact: bool) -> bool:
        """Whether an entry has this key. Comparing may run Python code that changes the table;
        `__eq__` of Python classes is called for equal hashes only."""
        found = self.entries[number << self.shift]
        if same(found, key):
            return True
        if exact or found is NULL:
            return False
        own = isinstance(found, Instance) or isinstance(key, Instance)
        if (own and hash_of(found) != code) or not operations.equal(found, key):
            return False
        return number < self.used and same(self.entries[number << self.shift], found)

    def add(self, key: Value, code: u32) -> int:
        """Append a key that is missing; its entry number."""
        plain = is_plain(key)
        if not plain:
            self.flags &= ~PLAIN
        if self.used == len(self.entries) >> self.shift:
            self.make_room()
        elif LARGE and not plain and self.index is None:
            self.rebuild(len(self.entries) >> self.shift)
        if LARGE and self.flags & WATCHED:
            if plain:
                cache.forget(self, key)
            else:
                cache.flush()
        number = self.used
        self.used = number + 1
        self.count += 1
        self.entries[number << self.shift] = key
        index = self.index
        if index is not None:
            insert_slot(index, index_shift(len(self.entries) >> self.shift), code, number)
        return number

    def make_room(self) -> None:
        """Have place for one more entry: drop the holes when they are many, else grow."""
        capacity = self.used
        if self.count >= capacity - (capacity >> 2):
            capacity = grown_length(capacity)
            if self.used < SMALL_TABLE < capacity:
                capacity = SMALL_TABLE
        self.rebuild(capacity)

    def rebuild(self, capacity: int) -> None:
        """Move the live entries into place for `capacity` of them and hash them again."""
        old = self.entries
        shift = self.shift
        entries = new_items(capacity << shift)
        index: Array[Slot] | None = None
        slots = index_shift(capacity)
        if capacity > SMALL_TABLE or (LARGE and not self.flags & PLAIN):
            index = array_of(Slot, index_slots(capacity) << slots)
        count = 0
        for number in range(self.used):
            key = old[number << shift]
            if key is not NULL:
                entries[count << shift] = key
                if shift != 0:
                    entries[2 * count + 1] = old[2 * number + 1]
                if index is not None:
                    insert_slot(index, slots, hash_of(key), count)
                count += 1
        self.entries = entries
        self.index = index
        self.used = count
        self.count = count

    def reserve(self, more: int) -> None:
        """Have place for `more` further entries."""
        if self.used + more > len(self.entries) >> self.shift:
            self.rebuild(self.count + more)

    def remove_entry(self, number: int) -> None:
        """Delete a live entry."""
        self.check_mutable()
        shift = self.shift
        self.entries[number << shift] = NULL
        if shift != 0:
            self.entries[2 * number + 1] = NULL
        self.count -= 1
        if self.count == 0:
            self.clear()
        elif self.index is None and number == self.used - 1:
            self.used = number

    def remove(self, key: Value) -> bool:
        """Delete a key; False if it is missing."""
        number = self.position(key, hash_of(key))
        if number < 0:
            return False
        self.remove_entry(number)
        return True

    def has(self, key: Value) -> bool:
        """Whether the key is in the table."""
        return self.place(key) >= 0

    def clear(self) -> None:
        """Delete everything."""
        self.check_mutable()
        self.count = 0
        self.used = 0
        self.flags |= PLAIN
        self.entries = EMPTY_ITEMS
        self.index = None

    def next_entry(self, number: int) -> int:
        """The first live entry at or after `number`; -1 at the end."""
        while number < self.used:
            if self.entries[number << self.shift] is not NULL:
                return number
            number += 1
        return -1

    def last_entry(self, number: int) -> int:
        """The last live entry at or before `number`; -1 if there is none."""
        if number >= self.used:
            number = self.used - 1
        while number >= 0 and self.entries[number << self.shift] is NULL:
            number -= 1
        return number

    def key_at(self, number: int) -> Value:
        """The key of an entry."""
        return self.entries[number << self.shift]

    def copy_entries(self, other: Table) -> None:
        """Take over what another table of the same kind holds."""
        self.entries = EMPTY_ITEMS
        if other.count != 0:
            self.flags = other.flags & PLAIN
            self.entries = other.entries
            self.used = other.used
            self.rebuild(other.count)

    def adopt(self, other: Table) -> None:
        """Hold what another table of the same kind holds, which nobody else has."""
        self.entries = other.entries
        self.index = other.index
        self.used = other.used
        self.count = other.count
        self.flags = other.flags

    @inline
    def check_mutable(self) -> None:
        """TypeError if the table is frozen."""
        if self.flags & FROZEN:
            raise frozen_error()

    def length(self) -> int:
        return self.count

    def truth(self) -> bool:
        return self.count != 0

    def contains(self, item: Value) -> int:
        return int(self.has(item))

    def __freeze__(self) -> None:
        """On the host, before the table goes to flash: no spare room, no further changes."""
        if not self.flags & FROZEN:
            self.rebuild(self.count)
            self.flags |= FROZEN


class Dict(Table):
    """A dict. The methods that Python programs see are in `dict_methods`."""

    def find_name(self, name: Str) -> Value:
        """The value of an interned string, NULL if it is missing."""
        if self.index is not None or not self.flags & PLAIN:
            return self.find(name)
        entry = items_of(self.entries)
        for _ in range(self.used):
            if same(entry[0], name):
                return entry[1]
            entry = entry + 2
        return NULL

    def find(self, key: Value) -> Value:
        """The value of a key, NULL if it is missing. TypeError if the key is unhashable."""
        number = self.place(key)
        return NULL if number < 0 else self.entries[2 * number + 1]

    def store(self, key: Value, value: Value) -> None:
        """`self[key] = value`. TypeError if the key is unhashable or the dict frozen."""
        self.check_mutable()
        number = self.plain_place(key)
        if number < 0:
            code = hash_of(key)
            if number == NOT_PLAIN:
                number = self.position(key, code)
            if number < 0:
                number = self.add(key, code)
        self.entries[2 * number + 1] = value

    def value_at(self, number: int) -> Value:
        """The value of an entry."""
        return self.entries[2 * number + 1]

    def update(self, other: Dict) -> None:
        """Store all that another dict holds."""
        if other.count > self.count:
            self.reserve(other.count - self.count)
        number = other.next_entry(0)
        while number >= 0:
            self.store(other.key_at(number), other.value_at(number))
            number = other.next_entry(number + 1)

    def get_item(self, key: Value) -> Value:
        value = self.find(key)
        return missing(self, key) if value is NULL else value

    def set_item(self, key: Value, value: Value) -> None:
        self.store(key, value)

    def delete_item(self, key: Value) -> None:
        if not self.remove(key):
            raise errors.key_error(key)

    def hash_code(self) -> int:
        raise errors.unhashable(self)

    def iterate(self) -> Value:
        return dict_views.DictIterator(self, 0, self.count, dict_views.KEYS)

    def write_contents(self, out: Writer) -> None:
        out.write_char(ord("{"))
        number = self.next_entry(0)
        while number >= 0:
            value = self.value_at(number)
            operations.write_repr(self.key_at(number), out)
            out.write_message(message(": "))
            operations.write_repr(value, out)
            number = self.next_entry(number + 1)
            if number >= 0:
                out.write_message(message(", "))
        out.write_char(ord("}"))

    def write_again(self, out: Writer) -> None:
        out.write_message(message("{...}"))

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Dict) or (op != Op.EQ and op != Op.NE):
            return singletons.NOT_IMPLEMENTED
        return bool_object.to_bool(self.equals(other) == (op == Op.EQ))

    def equals(self, other: Dict) -> bool:
        """Whether another dict has equal values for the same keys."""
        check_depth()
        if self.count != other.count:
            return False
        number = self.next_entry(0)
        while number >= 0:
            mine = self.value_at(number)
            theirs = other.find(self.key_at(number))
            if theirs is NULL or not operations.equal(mine, theirs):
                return False
            number = self.next_entry(number + 1)
        return True

    def binary(self, op: int, other: Value) -> Value:
        if op != Op.OR or not isinstance(other, Dict):
            return singletons.NOT_IMPLEMENTED
        if LARGE:
            return other.joined(self, other) if is_exactly(self, Dict) else self.joined(self, other)
        result = new_dict(0)
        result.copy_entries(self)
        dict_views.update_from(result, other)
        return result

    if LARGE:

        def joined(self, first: Dict, second: Dict) -> Value:
            """`first | second`, one of which this is: it tells the type of the result."""
            result = new_dict(0)
            result.copy_entries(first)
            dict_views.update_from(result, second)
            return result

    def inplace(self, op: int, other: Value) -> Value:
        if op != Op.OR:
            return singletons.NOT_IMPLEMENTED
        dict_views.update_from(self, other)
        return self


def new_dict(capacity: int = 0) -> Dict:
    """An empty dict with room for `capacity` entries."""
    result = Dict(0, 0, PLAIN, 1, EMPTY_ITEMS, None)
    if capacity != 0:
        result.rebuild(capacity)
    return result


@cold
def frozen_error() -> PyError:
    """The TypeError for a change of a frozen table."""
    return errors.type_error(message("object is read-only"))


def is_plain(key: Value) -> bool:
    """Whether the key can be equal only to itself among keys of its kind: no content to compare."""
    return is_small(key) or (
        isinstance(key, str_object.Str) and key.flags & str_object.STR_INTERNED != 0
    )


def hash_of(key: Value) -> u32:
    """The hash of a key, mixed so that its low bits are good."""
    code = 0
    if is_small(key):
        code = int_object.word_hash(small_int(key))
    elif is_exactly(key, str_object.Str):
        code = str_object.hash_of(key)
    else:
        code = operations.hash_code(key)
    if LARGE:
        code += code >> 32  # not ^, which makes -n the same as n - 1
    return mixed(code)


@inline
def mixed(code: int) -> u32:
    """A hash with its low bits mixed."""
    product = u32(u32(code) * MULTIPLIER)
    return product ^ product >> 16


def missing(self: Dict, key: Value) -> Value:
    """`self[key]` for a key that is not there: what `__missing__` of its class says."""
    kind = type_object.type_of(self)
    if kind.flags & type_object.TYPE_HEAP:
        found = type_object.lookup(kind, str_object.name("__missing__"))
        if found is not NULL:
            return special.call_found1(self, found, key)
    raise errors.key_error(key)


def index_shift(capacity: int) -> int:
    """Slots of the index of a table with room for `capacity` entries have `1 << shift` bytes."""
    if LARGE or capacity < 0x100:
        return 0
    return 1 if capacity < 0x10000 else 2


def index_slots(capacity: int) -> int:
    """Slots for `capacity` entries: a power of two of which at least a quarter stays free, a third
    where memory is large."""
    slots = 16
    least = capacity * 3 // 2 if LARGE else capacity * 4 // 3
    while slots < least:
        slots *= 2
    return slots


def slot_at(index: Array[Slot], shift: int, slot: int) -> int:
    """The number in a slot; it has at most three bytes."""
    at = slot << shift
    number = int(index[at])
    if LARGE:
        return number & NUMBER_MASK
    if shift != 0:
        number |= index[at + 1] << 8
        if shift != 1:
            number |= index[at + 2] << 16
    return number


def insert_slot(index: Array[Slot], shift: int, code: u32, number: int) -> None:
    """Enter an entry number at the first free slot for its hash."""
    mask = (len(index) >> shift) - 1
    slot = int(code & u32(mask))
    while slot_at(index, shift, slot) != 0:
        slot = slot + 1 & mask
    number += 1
    if LARGE:
        index[slot] = uword(code) << 32 | uword(number)
        return
    at = slot << shift
    while number != 0:
        index[at] = u8(number)
        number = number >> 8
        at += 1


# The modules below make types when imported, for which they need Dict.
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import cache, special  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import dict_views, singletons  # noqa: E402
from anthill.vm.objects import int as int_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
from anthill.vm.objects.instance import Instance  # noqa: E402
