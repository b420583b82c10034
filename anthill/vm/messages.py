"""Messages: the texts that the image only ever writes out, kept compressed and known by number.

Each is a byte with its length and that many codes. The first codes stand for one ASCII character
each, by the table CHARS, in which the lowest characters are the places of a pattern's values. The
codes behind them stand for two codes each, by the table PAIRS: those that pay most in the messages
of one image, so the arrays are filled when the translator has found them all. On CPython messages
are added as they come, without pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from anthill.typed import Late, Ptr, constant, items_of, u8, u16

GROUP = 16
"""Messages for which STARTS has one entry; the others are found by their lengths."""
SHOW_STR = 1
SHOW_REPR = 2
SHOW_TYPE = 3
SHOWS = 3
"""Codes of this many kinds show the first value, the next ones the second."""


def find(number: int) -> Ptr[u8]:
    """Where a message lies, with its length in front."""
    p = items_of(CODED, int(STARTS[number // GROUP]))
    for _ in range(number % GROUP):
        p = p + int(p[0]) + 1
    return p


# What follows runs at build time only.

_numbers: dict[str, int] = {}


@constant
def message(content: str) -> int:
    """The number of a message. In patterns `%s`, `%d`, `%r` and `%t` are places for values: as
    `errors.write_pattern` fills them in."""
    if content not in _numbers:
        if len(PAIRS):
            expand()
        number = len(_numbers)
        _append(number, _encode(content))
        _numbers[content] = number
    return _numbers[content]


def _encode(content: str) -> bytes:
    """The codes of a message without pairs."""
    kinds = {"s": SHOW_STR, "d": SHOW_STR, "r": SHOW_REPR, "t": SHOW_TYPE}
    coded, at = b"", 0
    for count, place in enumerate(re.finditer("%([sdrt])", content)):
        code = kinds[place[1]] + SHOWS * min(count, 1)
        coded += content[at : place.start()].encode("ascii") + bytes([code])
        at = place.end()
    return coded + content[at:].encode("ascii")


def _append(number: int, coded: bytes) -> None:
    if len(coded) > 255:
        raise ValueError(f"a message of {len(coded)} bytes is too long")
    if number % GROUP == 0:
        STARTS.storage.append(len(CODED.storage))
    CODED.storage += bytes([len(coded)]) + coded


def compress() -> None:
    """Choose the pairs and code all messages again with them."""
    coded = [_encode(content) for content in _numbers]
    CHARS.storage[:] = bytes(sorted(set(b"".join(coded))))
    text = [[CHARS.storage.index(char) for char in content] for content in coded]
    PAIRS.storage.clear()
    for code in range(len(CHARS), 256):
        counts = Counter(pair for content in text for pair in pairwise(content))
        best = max(counts, key=lambda pair: (counts[pair], pair), default=(0, 0))
        if counts[best] <= 2:
            break
        PAIRS.storage += bytes(best)
        text = [_merged(content, best, code) for content in text]
    _fill([bytes(content) for content in text])


def expand() -> None:
    """Have all messages without pairs."""
    CHARS.storage[:] = bytes(range(256))
    PAIRS.storage.clear()
    _fill([_encode(content) for content in _numbers])


def _fill(coded: list[bytes]) -> None:
    CODED.storage.clear()
    STARTS.storage.clear()
    for number, content in enumerate(coded):
        _append(number, content)


def _merged(content: list[int], pair: tuple[int, int], code: int) -> list[int]:
    """The codes with a new one for every such pair."""
    merged: list[int] = []
    for old in content:
        if merged and (merged[-1], old) == pair:
            merged[-1] = code
        else:
            merged.append(old)
    return merged


CODED: Late[u8] = Late(u8, compress)
CHARS: Late[u8] = Late(u8, compress)
PAIRS: Late[u8] = Late(u8, compress)
STARTS: Late[u16] = Late(u16, compress)
expand()

NO_MESSAGE: int = message("")
