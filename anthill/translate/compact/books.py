"""Code books: how the numbers of one kind are written as bits.

A book is a canonical prefix code (Huffman): frequent numbers come first and have the short codes,
so how many codes each length has says all about it. The machine subtracts these counts from the
bits at hand until what is left is an index among the codes of one length.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from anthill.translate.errors import BuildError

LONGEST = 15
"""A code comes out of the 16 bits that the machine always has at hand."""
MOST_CODES = 255
"""Codes of one length: their number is a byte."""


@dataclass(frozen=True)
class Book:
    """How many codes each length has, beginning with the shortest one."""

    shortest: int
    counts: tuple[int, ...]

    @cached_property
    def codes(self) -> list[tuple[int, int]]:
        """The code of each number and its length in bits."""
        found: list[tuple[int, int]] = []
        code = 0
        for length, count in enumerate(self.counts, self.shortest):
            found += [(code + rank, length) for rank in range(count)]
            code = (code + count) << 1
        return found

    @property
    def size(self) -> int:
        """How many numbers it has codes for."""
        return sum(self.counts)


def best_book(counts: Sequence[int]) -> Book:
    """The book for numbers that occur so often. A later number never gets the shorter code."""
    falling = list(accumulate(reversed(counts or [0]), max))[::-1]
    lengths = _lengths(falling)
    while lengths[-1] > LONGEST:
        falling = [count // 2 + 1 for count in falling]
        lengths = _lengths(falling)
    found = [lengths.count(length) for length in range(lengths[0], lengths[-1] + 1)]
    for place, count in enumerate(found):
        if count > MOST_CODES:
            found[place] = MOST_CODES
            found[place + 1 :] = [
                count - MOST_CODES + sum(found[place + 1 : place + 2]),
                *found[place + 2 :],
            ]
    if lengths[0] + len(found) - 1 > LONGEST:
        raise BuildError(f"a book of {len(counts)} numbers has codes that are too long")
    return Book(lengths[0], tuple(found))


def _lengths(counts: Sequence[int]) -> list[int]:
    """The lengths of Huffman's codes, in rising order."""
    heap = [(max(count, 1), place) for place, count in enumerate(counts)]
    heapq.heapify(heap)
    above: dict[int, int] = {}
    place = len(heap)
    while len(heap) > 1:
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        above[first[1]] = above[second[1]] = place
        heapq.heappush(heap, (first[0] + second[0], place))
        place += 1
    depth = {place - 1: 0}
    for node in range(place - 2, -1, -1):
        depth[node] = depth[above[node]] + 1
    return sorted(depth[node] for node in range(len(counts)))


class Bits:
    """Bits one after the other, the highest of each 16-bit unit first."""

    def __init__(self) -> None:
        self.parts: list[tuple[int, int]] = []
        self.length = 0

    def write(self, number: int, width: int) -> None:
        """Append the low bits of a number."""
        self.parts.append((number, width))
        self.length += width

    def align(self, width: int) -> None:
        """Fill up to a multiple of a width."""
        if self.length % width:
            self.write(0, width - self.length % width)

    def units(self) -> list[int]:
        """The 16-bit units."""
        text = "".join(format(number, f"0{width}b") for number, width in self.parts if width)
        text += "0" * (-len(text) % 16)
        return [int(text[place : place + 16], 2) for place in range(0, len(text), 16)]
