"""Messages: the texts that the image only ever writes out, kept compressed and known by number.

A message is a string of bits: how many bits follow, then its symbols. The first two bits of each
number choose one of four classes, so many bits of which follow that WIDTHS tells; they count on
from the classes before. DEFINITIONS has a pair of smaller numbers for every symbol: two symbols,
or, behind NO_SYMBOL, an ASCII character, of which the lowest are the places of a pattern's values.
The symbols are those that pay most in the messages of one image, so the arrays are filled when the
translator has found them all. On CPython messages are added as they come, a symbol per character.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from itertools import pairwise, product

from anthill.typed import Array, Late, constant, items_of, u8, u16

GROUP = 32
"""Messages for which STARTS has one entry; the others are found by their lengths."""
SHOW_STR = 1
SHOW_REPR = 2
SHOW_TYPE = 3
SHOWS = 3
"""Codes of this many kinds show the first value, the next ones the second."""
HALF = 10
"""Bits of each half of a definition."""
NO_SYMBOL = (1 << HALF) - 1
CLASSES = 4
LENGTHS = CLASSES
"""Where the classes of lengths are in WIDTHS, behind those of symbols."""
SIZE = 5
"""In a number as `number_at` returns it, the bits that tell how many bits it takes."""
SIZE_MASK = (1 << SIZE) - 1


def bits(data: Array[u8], at: int, count: int) -> int:
    """The number in up to 17 bits."""
    p = items_of(data, at >> 3)
    return (p[0] << 16 | p[1] << 8 | p[2]) >> 24 - (at & 7) - count & (1 << count) - 1


def number_at(at: int, classes: int) -> int:
    """The symbol or length at a bit, SIZE bits further up, and how many bits it takes."""
    kind = bits(CODED, at, 2)
    number = 0
    for smaller in range(kind):
        number += 1 << WIDTHS[classes + smaller]
    width = int(WIDTHS[classes + kind])
    return number + bits(CODED, at + 2, width) << SIZE | width + 2


def find(number: int) -> int:
    """The bit at which a message begins."""
    at = STARTS[number // GROUP] << 3
    for _ in range(number % GROUP):
        length = number_at(at, LENGTHS)
        at += (length & SIZE_MASK) + (length >> SIZE)
    return at


def half(symbol: int, which: int) -> int:
    """The first or second half of a symbol's definition."""
    return bits(DEFINITIONS, HALF * (2 * symbol + which), HALF)


# What follows runs at build time only.

Text = list[int]
"""Symbols; those below 128 are characters until they are sorted."""
Pair = tuple[int, int]
Pairs = dict[int, Pair]
Code = tuple[int, int]
"""Bits and their number."""

_numbers: dict[str, int] = {}
_end = [0]
"""Bits of CODED that are in use."""


@constant
def message(content: str) -> int:
    """The number of a message. In patterns `%s`, `%d`, `%r` and `%t` are places for values: as
    `errors.write_pattern` fills them in."""
    if content not in _numbers:
        if int(WIDTHS[0]) != HALF:
            expand()
        number = len(_numbers)
        _append(number, _codes(_characters(content)))
        _numbers[content] = number
    return _numbers[content]


def _characters(content: str) -> Text:
    """The symbols of a message without pairs."""
    kinds = {"s": SHOW_STR, "d": SHOW_STR, "r": SHOW_REPR, "t": SHOW_TYPE}
    coded, at = b"", 0
    for count, place in enumerate(re.finditer("%([sdrt])", content)):
        code = kinds[place[1]] + SHOWS * min(count, 1)
        coded += content[at : place.start()].encode("ascii") + bytes([code])
        at = place.end()
    return list(coded + content[at:].encode("ascii"))


def _codes(text: Text) -> list[Code]:
    """The numbers and widths that the symbols are written as."""
    return [_code(symbol, 0) for symbol in text]


def _code(number: int, classes: int) -> Code:
    """The bits of a number, and how many."""
    for kind in range(CLASSES):
        width = int(WIDTHS[classes + kind])
        if number < 1 << width:
            return kind << width | number, width + 2
        number -= 1 << width
    raise ValueError("a message is too long")


def _append(number: int, codes: list[Code]) -> None:
    if number % GROUP == 0:
        _end[0] += -_end[0] % 8
        STARTS.storage.append(_end[0] // 8)
    _put([_code(_length(codes), LENGTHS), *codes])


def _length(codes: list[Code]) -> int:
    """How many bits the codes take."""
    return sum(width for _, width in codes)


def _put(codes: list[Code]) -> None:
    """Write numbers at the end of CODED, behind which two bytes more may be read."""
    used = _end[0] % 8
    number = CODED.storage[_end[0] // 8] >> 8 - used if used else 0
    for code, width in codes:
        number = number << width | code
        used += width
    CODED.storage[_end[0] // 8 :] = (number << -used % 8 + 16).to_bytes((used + 7) // 8 + 2, "big")
    _end[0] += used - _end[0] % 8


def compress() -> None:
    """Choose the symbols and code all messages again with them."""
    plain = [_characters(content) for content in _numbers]
    texts, pairs = _paired([*plain])
    order, widths = _sorted(texts, pairs)
    costs = defaultdict(lambda: RARELY, zip(order, _costs(widths), strict=False))
    pairs = _worthwhile(texts, pairs, costs)
    texts = _parsed(plain, pairs, costs)
    order, widths = _sorted(texts, pairs)
    rank = {symbol: number for number, symbol in enumerate(order)}
    _define([pairs.get(symbol, (0, symbol)) for symbol in order], rank)
    _fill(widths, [[rank[symbol] for symbol in text] for text in texts])


def _sorted(texts: list[Text], pairs: Pairs) -> tuple[Text, tuple[int, ...]]:
    """The symbols, those used most first, and the best widths for them."""
    counts = Counter(symbol for text in texts for symbol in text)
    parts = {symbol for pair in pairs.values() for symbol in pair}
    order = sorted(counts.keys() | parts, key=lambda symbol: (-counts[symbol], symbol))
    return order, _best_widths([counts[symbol] for symbol in order])


def _costs(widths: tuple[int, ...]) -> list[int]:
    """The bits that each symbol takes."""
    return [width + 2 for width in widths for _ in range(1 << width)]


def _worthwhile(texts: list[Text], pairs: Pairs, costs: Mapping[int, int]) -> Pairs:
    """The pairs that save more than their definition takes."""
    counts = Counter(symbol for text in texts for symbol in text)
    parts = {symbol for pair in pairs.values() for symbol in pair}

    def gain(symbol: int) -> int:
        spelled = sum(costs[part] for part in pairs[symbol])
        return counts[symbol] * (spelled - costs[symbol])

    return {
        symbol: pair for symbol, pair in pairs.items() if symbol in parts or gain(symbol) > 2 * HALF
    }


def _parsed(plain: list[Text], pairs: Pairs, costs: Mapping[int, int]) -> list[Text]:
    """The texts in the symbols that cost least."""
    spelled: dict[int, tuple[int, ...]] = {char: (char,) for text in plain for char in text}
    for symbol, (left, right) in pairs.items():
        spelled[symbol] = spelled[left] + spelled[right]
    known = {spelling: symbol for symbol, spelling in spelled.items()}
    longest = max(map(len, known), default=0)
    found = []
    for text in plain:
        best: list[tuple[int, Text]] = [(0, [])]
        for end in range(1, len(text) + 1):
            choices = []
            for begin in range(max(0, end - longest), end):
                choice = known.get(tuple(text[begin:end]))
                if choice is not None:
                    choices.append((best[begin][0] + costs[choice], begin, choice))
            cost, begin, choice = min(choices)
            best.append((cost, [*best[begin][1], choice]))
        found.append(best[-1][1])
    return found


def _paired(texts: list[Text]) -> tuple[list[Text], Pairs]:
    """Texts with symbols for pairs, the most frequent one first as long as that makes them
    shorter, and the pairs."""
    counts: Counter[Pair] = Counter()
    places: defaultdict[Pair, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        counts.update(pairwise(text))
        for pair in pairwise(text):
            places[pair].add(number)
    queue = [(-count, pair) for pair, count in counts.items()]
    heapify(queue)
    pairs: Pairs = {}
    while queue and len(pairs) < NO_SYMBOL - 128:
        count, pair = heappop(queue)
        if -count != counts[pair]:
            continue
        if -count < ENOUGH:
            break
        code = 128 + len(pairs)
        pairs[code] = pair
        changes: Counter[Pair] = Counter()
        for number in places[pair]:
            texts[number] = _merged(texts[number], pair, code, changes)
            for made in pairwise(texts[number]):
                if code in made:
                    places[made].add(number)
        counts.update(changes)
        for changed in changes:
            heappush(queue, (-counts[changed], changed))
    return texts, pairs


def _merged(text: Text, pair: Pair, code: int, changes: Counter[Pair]) -> Text:
    """The symbols with a new one for every such pair, and how often there are pairs then."""
    merged: Text = []
    at, last = 0, len(text) - 1
    while at <= last:
        if at < last and (text[at], text[at + 1]) == pair:
            merged.append(code)
            at += 1
        else:
            merged.append(text[at])
        at += 1
    if len(merged) <= last:
        changes.subtract(pairwise(text))
        changes.update(pairwise(merged))
    return merged


ENOUGH = 4
"""How often a pair has to be there to pay for its definition."""
RARELY = HALF + 2
"""Bits of a symbol that is not used by itself."""


def _best_widths(counts: list[int]) -> tuple[int, ...]:
    """The widths of the classes with which symbols that are used so often take the fewest bits."""
    used = max((place for place, count in enumerate(counts, 1) if count), default=0)

    def size(widths: tuple[int, ...]) -> int:
        return sum(count * cost for count, cost in zip(counts, _costs(widths), strict=False))

    choices = [
        widths
        for widths in product(range(2, HALF + 1), repeat=CLASSES)
        if widths == tuple(sorted(widths)) and sum(1 << width for width in widths) >= used
    ]
    return min(choices, key=size)


def expand() -> None:
    """Have all messages without pairs."""
    _define([(0, char) for char in range(128)], {})
    _fill((HALF,) * CLASSES, [_characters(content) for content in _numbers])


def _define(pairs: list[Pair], rank: dict[int, int]) -> None:
    number = 0
    for left, right in pairs:
        halves = (rank[left], rank[right]) if left else (NO_SYMBOL, right)
        number = number << 2 * HALF | halves[0] << HALF | halves[1]
    size = 2 * HALF * len(pairs)
    DEFINITIONS.storage[:] = (number << -size % 8 + 16).to_bytes((size + 7) // 8 + 2, "big")


def _fill(widths: tuple[int, ...], texts: list[Text]) -> None:
    WIDTHS.storage[:] = bytes((*widths, HALF, HALF, HALF, HALF))
    coded = [_codes(text) for text in texts]
    if widths[0] != HALF:
        lengths = Counter(_length(codes) for codes in coded)
        counts = [lengths[length] for length in range(max(lengths, default=0) + 1)]
        WIDTHS.storage[LENGTHS:] = bytes(_best_widths(counts))
    CODED.storage.clear()
    STARTS.storage.clear()
    _end[0] = 0
    for number, codes in enumerate(coded):
        _append(number, codes)


CODED: Late[u8] = Late(u8, compress)
DEFINITIONS: Late[u8] = Late(u8, compress)
WIDTHS: Late[u8] = Late(u8, compress)
STARTS: Late[u16] = Late(u16, compress)
expand()

NO_MESSAGE: int = message("")
