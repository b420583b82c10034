"""What is known of the next instruction: the contexts, each with a book of its own.

The machine keeps two things in mind: a *row*, which follows from the instruction before, and how
many values the statement has on the stack. Both together choose the context. Instructions after
which the same follows share a row, and pairs of row and depth share a context, as far as a book
of its own would cost more than it saves. The table of contexts has the rows' entries one over the
other where they agree or where one of them is never met.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

DEPTHS = 4
"""Depths that are told apart; the last stands for all above."""
LABEL_ROW = 0
"""The row after a label."""
MOST_ROWS = 63
"""Besides that one: where a row's entries begin is a byte."""
ROW_COST, CELL_COST = 40.0, 5.0
"""Bits that a row is worth, and each entry of its books as long as these are not shared."""
BOOK_COST, ENTRY_COST = 120.0, 8.0
"""Bits of a book and of each instruction in it."""


@dataclass
class Model:
    """The row after each symbol, as the place of its entries, and the context of each of them."""

    rows: dict[Hashable, int]
    contexts: list[int]
    counts: list[Counter[Hashable]]
    """By context, how often each symbol follows."""

    def context(self, row: int, depth: int) -> int:
        """The context in a row at a depth."""
        return self.contexts[row + min(depth, DEPTHS - 1)]


def learn(
    seen: Mapping[tuple[Hashable, int], Counter[Hashable]], labels: Collection[Hashable]
) -> Model:
    """The model for symbols that follow symbols at depths so often; `labels`, and no others, have
    row 0."""
    whole: dict[Hashable, Counter[Hashable]] = {}
    for (symbol, depth), counted in seen.items():
        if symbol not in labels:
            own = whole.setdefault(symbol, Counter())
            for following, count in counted.items():
                own[depth, following] += count
    names = list(whole)
    groups = grouped([whole[name] for name in names], ROW_COST, CELL_COST, MOST_ROWS)
    rows = {names[n]: row for row, group in enumerate(groups, 1) for n in group}
    rows |= dict.fromkeys(labels, LABEL_ROW)
    cells: dict[tuple[int, int], Counter[Hashable]] = defaultdict(Counter)
    for (symbol, depth), counted in seen.items():
        cells[rows[symbol], depth].update(counted)
    places = sorted(cells)
    entries: list[dict[int, int]] = [{} for _ in range(len(groups) + 1)]
    counts = []
    for number, group in enumerate(grouped([cells[p] for p in places], BOOK_COST, ENTRY_COST)):
        counts.append(sum((cells[places[n]] for n in group), Counter()))
        for n in group:
            row, depth = places[n]
            entries[row][depth] = number
    starts, contexts = overlaid(entries)
    return Model({symbol: starts[row] for symbol, row in rows.items()}, contexts, counts)


def overlaid(rows: Sequence[Mapping[int, int]]) -> tuple[list[int], list[int]]:
    """Where the entries of each of these rows begin, and all entries: the first row is first and
    alone there, the others are where they add least, those that add least first."""
    found = dict(rows[0])
    starts = {0: 0}

    def added(row: int, start: int) -> int:
        """How many entries this adds, or more than there can be."""
        count = 0
        for depth, context in rows[row].items():
            known = found.get(start + depth)
            if known is not None and known != context:
                return DEPTHS + 1
            count += known is None
        return count

    while len(starts) < len(rows):
        end = max(found, default=0) + 2
        choices = (
            (added(row, start), -len(rows[row]), start, row)
            for row in range(1, len(rows))
            if row not in starts
            for start in range(1, end)
        )
        _, _, start, row = min(choices)
        starts[row] = start
        found |= {start + depth: context for depth, context in rows[row].items()}
    contexts = [found.get(place, 0) for place in range(max(found, default=0) + 1)]
    return [starts[row] for row in range(len(rows))], contexts


def grouped(
    counted: Sequence[Counter[Hashable]], per_group: float, per_entry: float, most: int = 1 << 16
) -> list[list[int]]:
    """Which of these to join: pairs that save bits, the best one first, and more where there would
    be too many groups. Counts what an ideal code needs, and the costs of a group and of each
    entry."""
    pool = {number: dict(counter) for number, counter in enumerate(counted)}
    members = {number: [number] for number in pool}
    totals = {number: sum(counter.values()) for number, counter in pool.items()}
    heap: list[tuple[float, int, int]] = []

    def gain(a: int, b: int) -> float:
        small, large = sorted((pool[a], pool[b]), key=len)
        saved = per_group + _bits(totals[a]) + _bits(totals[b]) - _bits(totals[a] + totals[b])
        for key, count in small.items():
            if key in large:
                other = large[key]
                saved += per_entry + _bits(count + other) - _bits(count) - _bits(other)
        return saved

    def offer(a: int, others: Collection[int]) -> None:
        for b in others:
            heapq.heappush(heap, (-gain(a, b), a, b))

    for number in pool:
        offer(number, range(number))
    following = len(pool)
    while heap:
        loss, a, b = heapq.heappop(heap)
        if loss >= 0 and len(pool) <= most:
            break
        if a not in pool or b not in pool:
            continue
        joined = Counter(pool.pop(a))
        joined.update(pool.pop(b))
        members[following] = members.pop(a) + members.pop(b)
        totals[following] = totals.pop(a) + totals.pop(b)
        others = list(pool)
        pool[following] = dict(joined)
        offer(following, others)
        following += 1
    return list(members.values())


_CACHE: dict[int, float] = {}


def _bits(count: int) -> float:
    found = _CACHE.get(count)
    if found is None:
        found = _CACHE[count] = count * log2(count) if count else 0.0
    return found
