"""Code books: how the numbers of one kind are written as bits.

A code is two bits that name one of four classes, and within the class an index of the class's
width. Frequent numbers come first and get the short classes. Decoding is the same few machine
instructions for every book, and within 5 % of what the best prefix code needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

PREFIX_BITS = 2
CLASSES = 1 << PREFIX_BITS
WIDEST = 14
"""Prefix and index come out of the 16 bits that the machine always has at hand."""


@dataclass(frozen=True)
class Book:
    """The widths of the four classes. Each begins where the one before ends, or in a book for
    distances all begin at 0: a distance that turns out shorter then still fits its code."""

    widths: tuple[int, ...]
    overlapping: bool = False

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The first number of each class."""
        found, start = [], 0
        for width in self.widths:
            found.append(start)
            start += 0 if self.overlapping else 1 << width
        return tuple(found)

    def code(self, number: int, least: int = 0) -> tuple[int, int]:
        """The code of a number and its length in bits, which is `least` or more."""
        for index, (start, width) in enumerate(zip(self.starts, self.widths, strict=True)):
            if number < start + (1 << width) and PREFIX_BITS + width >= least:
                return index << width | (number - start), PREFIX_BITS + width
        raise ValueError(f"{number} is not in the book")


def best_book(counts: Sequence[int]) -> tuple[Book, int]:
    """The book that writes numbers with the fewest bits, given how often each occurs; the bits."""
    size = max(len(counts), 1)
    before = [0]
    for count in counts:
        before.append(before[-1] + count)
    before += [before[-1]] * (size + 1 - len(before))
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for _ in range(CLASSES):
        found: dict[int, tuple[int, tuple[int, ...]]] = {}
        for place, (bits, widths) in best.items():
            for width in range(WIDEST + 1):
                end = min(size, place + (1 << width))
                total = bits + (before[end] - before[place]) * (PREFIX_BITS + width)
                if end not in found or found[end][0] > total:
                    found[end] = (total, (*widths, width))
                if end == size:
                    break
        best = found
    bits, widths = best[size]
    return Book(widths), bits


def distance_book(distances: Sequence[int]) -> Book:
    """The book for distances like these; its widest class holds twice the longest."""
    counts = [0] * (WIDEST + 1)
    for distance in distances:
        counts[distance.bit_length()] += 1
    longest = max((bits for bits, count in enumerate(counts) if count), default=3)
    most = min(max(longest + 1, 3), WIDEST)

    def cost(widths: tuple[int, ...]) -> int:
        return sum(
            count * min(w for w in widths if w >= n)
            for n, count in enumerate(counts[: most + 1])
            if count
        )

    choices = ((a, b, c, most) for c in range(2, most) for b in range(1, c) for a in range(b))
    return Book(min(choices, key=cost), overlapping=True)


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
