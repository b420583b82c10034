"""Pointers, copies, byte constants, static arrays, headers."""

from __future__ import annotations

from anthill.typed import (
    Array,
    Object,
    Ptr,
    Tail,
    alloc,
    array_of,
    bytes_of,
    compare_bytes,
    copy_items,
    fill_items,
    header_class,
    header_length,
    items_of,
    make_header,
    static_array,
    u8,
    u16,
    u32,
)
from tests.translate.cases import cases, over

GREETING: bytes = b"hello, \x00world\xff"
BUFFER = static_array(u16, 8)
TABLE: Array[int] = Array(u32, 4)
TABLE.storage[:] = [1 << n * 9 for n in range(4)]


class Block(Object):
    data: Tail[u8]


@cases(*range(len(GREETING)))
def byte_at(n: int) -> int:
    return GREETING[n] + len(GREETING)


@cases()
def loop_over_bytes() -> int:
    total = 0
    for byte in GREETING:
        total = (total * 31 + byte) & 0xFFFFFF
    return total


def total_of(items: Ptr[u8], count: int) -> int:
    end = items + count
    total = 0
    while items < end:
        total = total * 3 + items[0]
        items += 1
    return total + (items - end) + (items == end)


@cases(0, 3, 9)
def pointers(n: int) -> int:
    return total_of(bytes_of(GREETING), n) + total_of(bytes_of(b"abc") + 1, 2)


@over([0, 1, 3], [0, 2], [0, 1, 5])
def overlapping_copies(target: int, start: int, count: int) -> int:
    items = array_of(u8, 8)
    for i in range(8):
        items[i] = u8(i + 1)
    copy_items(items_of(items, target), items_of(items, start), count)
    return total_of(items_of(items), 8)


@cases(0, 5)
def filled(n: int) -> int:
    fill_items(items_of(BUFFER), 0xBEEF, 8)
    fill_items(items_of(BUFFER), 0, n)
    total = 0
    for item in BUFFER:
        total += item
    block = alloc(Block, n)
    fill_items(items_of(block.data), 7, n)
    return total + total_of(items_of(block.data), n)


@cases((b"abc", b"abd"), (b"abc", b"abc"), (b"b", b"abc"))
def compared(a: bytes, b: bytes) -> int:
    count = min(len(a), len(b))
    order = compare_bytes(bytes_of(a), bytes_of(b), count)
    return -1 if order < 0 else 1 if order > 0 else 0


@cases(0, 3)
def constant_tables(n: int) -> u32:
    return TABLE[n]


@cases(0, 3)
def written_arrays(n: int) -> int:
    BUFFER[n] = 500
    BUFFER[n] += 25
    return BUFFER[n]


@over([1, 200], [0, 77])
def headers(number: int, length: int) -> int:
    header = make_header(number, length)
    return header_class(header) * 1000 + header_length(header)
