"""UTF-8 over raw bytes: the functions that know how characters are laid out in a Str.

Text held by a Str is always well formed, except that lone surrogates are encoded like any other
character. A character's size in bytes follows from its first byte.
"""

from __future__ import annotations

from anthill.typed import TRANSLATING, WORD_BYTES, Ptr, address_of, pointer, u8, uword

HIGH_BITS: int = int("80" * WORD_BYTES, 16)
"""In a word the highest bit of every byte."""


def char_size(first: int) -> int:
    """Bytes of the character that begins with this byte, 1 to 4."""
    if first < 0xC0:
        return 1
    if first < 0xE0:
        return 2
    return 3 if first < 0xF0 else 4


def char_at(p: Ptr[u8]) -> int:
    """Code point of the character that begins at `p`."""
    first = p[0]
    if first < 0xC0:
        return first
    if first < 0xE0:
        return (first & 0x1F) << 6 | (p[1] & 0x3F)
    if first < 0xF0:
        return (first & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F)
    return (first & 0x07) << 18 | (p[1] & 0x3F) << 12 | (p[2] & 0x3F) << 6 | (p[3] & 0x3F)


def put_char(p: Ptr[u8], code: int) -> int:
    """Write a code point at `p`; the number of bytes written."""
    if code < 0x80:
        p[0] = u8(code)
        return 1
    size = 2
    lead = 0xC0
    if code >= 0x10000:
        size = 4
        lead = 0xF0
    elif code >= 0x800:
        size = 3
        lead = 0xE0
    rest = code
    at = size - 1
    while at > 0:
        p[at] = u8(0x80 | (rest & 0x3F))
        rest = rest >> 6
        at -= 1
    p[0] = u8(lead | rest)
    return size


def count_chars(p: Ptr[u8], n: int) -> int:
    """Number of characters in `n` bytes."""
    count = 0
    for i in range(n):
        if p[i] & 0xC0 != 0x80:
            count += 1
    return count


def skip_chars(p: Ptr[u8], n: int, count: int) -> int:
    """Byte offset of character `count` in `n` bytes; `n` when there are fewer."""
    at = 0
    while count > 0 and at < n:
        at += char_size(p[at])
        count -= 1
    return at


def is_ascii(p: Ptr[u8], n: int) -> bool:
    """Whether all `n` bytes are below 128."""
    if TRANSLATING and n >= 2 * WORD_BYTES:
        while address_of(p) & (WORD_BYTES - 1) != 0:
            if p[0] >= 0x80:
                return False
            p = p + 1
            n -= 1
        words = pointer(uword, address_of(p))
        while n >= WORD_BYTES:
            if words[0] & HIGH_BITS != 0:
                return False
            words = words + 1
            n -= WORD_BYTES
        p = pointer(u8, address_of(words))
    return all_below(p, n, 0x80)


def all_below(p: Ptr[u8], n: int, limit: int) -> bool:
    """Whether all `n` bytes are below `limit`."""
    for i in range(n):
        if p[i] >= limit:
            return False
    return True


def sequence_size(p: Ptr[u8], n: int) -> int:
    """Size of the well-formed character at `p`, at most `n` bytes long; else minus the number of
    bytes that one replacement character stands for, as in CPython."""
    first = p[0]
    if first < 0x80:
        return 1
    if first < 0xC2 or first > 0xF4:
        return -1
    low = 0x80
    high = 0xBF
    if first == 0xE0:
        low = 0xA0
    elif first == 0xED:
        high = 0x9F
    elif first == 0xF0:
        low = 0x90
    elif first == 0xF4:
        high = 0x8F
    size = char_size(first)
    for i in range(1, size):
        if i >= n or p[i] < low or p[i] > high:
            return -i
        low = 0x80
        high = 0xBF
    return size
