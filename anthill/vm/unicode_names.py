"""Names of characters, for `\\N{...}`, on boards with much flash.

A name is known by its hash: a sorted table holds 40 bits of each hash above the 24 of the code. It
comes from the host's Unicode data when the image is built. Ideographs have their code in the name.
"""

from __future__ import annotations

import unicodedata

from anthill.typed import TRANSLATING, Array, Ptr, array_of, u8, u32, u64
from anthill.vm.features import LARGE

FNV_OFFSET = 0xCBF29CE484222325
FNV_PRIME = 0x100000001B3
CODE_BITS = 24
CODE_MASK = (1 << CODE_BITS) - 1
IDEOGRAPH: bytes = b"CJK UNIFIED IDEOGRAPH-"


def hash_name(name: Ptr[u8], size: int) -> u64:
    """The hash of a name, without regard to case; its low CODE_BITS are 0 (FNV-1a)."""
    code = u64(FNV_OFFSET)
    for index in range(size):
        code = u64((code ^ upper(name[index])) * FNV_PRIME)
    return code >> CODE_BITS << CODE_BITS


def upper(c: u8) -> u8:
    """An ASCII letter as capital."""
    return u8(c - 32) if ord("a") <= c <= ord("z") else c


def _host_hash(name: str) -> int:
    code = FNV_OFFSET
    for c in name.encode():
        code = (code ^ c) * FNV_PRIME & 0xFFFF_FFFF_FFFF_FFFF
    return code >> CODE_BITS << CODE_BITS


def _table() -> Array[u64]:
    entries = []
    if LARGE and TRANSLATING:
        for code in [*range(0x32400), *range(0xE0000, 0xE0200)]:
            name = unicodedata.name(chr(code), "")
            if name and not name.startswith(IDEOGRAPH.decode()):
                entries.append(_host_hash(name) | code)
    table = array_of(u64, len(entries))
    for place, entry in enumerate(sorted(entries)):
        table[place] = entry
    return table


NAMES: Array[u64] = _table()


def lookup(name: Ptr[u8], size: int) -> int:
    """The code of the character of this name, -1 if there is none."""
    if not TRANSLATING:
        try:
            return ord(unicodedata.lookup(bytes(name[index] for index in range(size)).decode()))
        except (KeyError, UnicodeDecodeError):
            return -1
    wanted = hash_name(name, size)
    low = 0
    high = len(NAMES)
    while low < high:
        middle = (low + high) >> 1
        if NAMES[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    if low < len(NAMES) and NAMES[low] >> CODE_BITS << CODE_BITS == wanted:
        return int(NAMES[low] & CODE_MASK)
    return ideograph(name, size)


def ideograph(name: Ptr[u8], size: int) -> int:
    """The code at the end of an ideograph's name, -1 if it is no such name."""
    start = len(IDEOGRAPH)
    if not start + 4 <= size <= start + 5:
        return -1
    for index in range(start):
        if upper(name[index]) != IDEOGRAPH[index]:
            return -1
    code = u32(0)
    for index in range(start, size):
        c = upper(name[index])
        digit = c - ord("0") if c <= ord("9") else c - ord("A") + 10
        if not 0 <= digit < 16 or ord("9") < c < ord("A"):
            return -1
        code = code << 4 | u32(digit)
    return int(code)
