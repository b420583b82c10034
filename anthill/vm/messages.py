"""Messages: the texts that the image only ever writes out, kept compressed and known by number.

A message is how many symbols follow, then these. Every number is two bits that choose one of four
classes, so many bits of which follow that KINDS tells; they count on from the classes before. A
symbol is two symbols or an ASCII character, of which the lowest are the places of a pattern's
values. The symbols of a class are sorted, so that a definition is how much further the first of
the two is, then the second. What pays most in the messages of one image becomes a symbol, so the
arrays are filled when the translator has found them all. On CPython messages are added as they
come, a symbol per character.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from itertools import accumulate, combinations_with_replacement, pairwise
from typing import Any

from anthill.typed import Late, constant, items_of, u8, u16
from anthill.vm.features import LARGE

GROUP: int = 1 if LARGE else 32
"""So many messages have one entry in STARTS, definitions in PLACES; the others are found by
what is before them, which takes time. A power of two."""
SHOW_STR = 1
SHOW_REPR = 2
SHOW_TYPE = 3
SHOWS = 3
"""Codes of this many kinds show the first value, the next ones the second."""
CLASSES = 4
SYMBOLS = 0
LENGTHS = CLASSES
STEPS = 2 * CLASSES
"""Where the classes of symbols, of lengths and of what is between definitions are in KINDS."""
WIDTH = 12
"""In KINDS, behind the width of a class, the bits of its first number."""
SIZE = 4
"""In a number as `number_at` returns it, the bits that tell how many bits it takes."""
SIZE_MASK = (1 << SIZE) - 1


def number_at(at: int, classes: int) -> int:
    """The number at a bit, SIZE bits further up, and how many bits it takes."""
    p = items_of(CODED, at >> 3)
    word = p[0] << 16 | p[1] << 8 | p[2]
    at = 22 - (at & 7)
    kind = int(KINDS[classes + (word >> at & 3)])
    width = kind >> WIDTH
    number = (kind & (1 << WIDTH) - 1) + (word >> at - width & (1 << width) - 1)
    return number << SIZE | width + 2


def find(number: int) -> int:
    """The bit at which a message begins."""
    at = STARTS[number // GROUP] << 3
    for _ in range(number % GROUP):
        length = number_at(at, LENGTHS)
        at += length & SIZE_MASK
        for _ in range(length >> SIZE):
            at += number_at(at, SYMBOLS) & SIZE_MASK
    return at


def definition(symbol: int) -> int:
    """Of a symbol, the first part and, WIDTH bits further down, the second one: the number behind
    that of a symbol, and another; or 0 and a character."""
    at = int(PLACES[symbol // GROUP])
    left = 0
    for _ in range(symbol % GROUP + 1):
        step = number_at(at, STEPS)
        left += step >> SIZE
        at += step & SIZE_MASK
        right = number_at(at, SYMBOLS)
        at += right & SIZE_MASK
    return left << WIDTH | right >> SIZE


# What follows runs at build time only.

Text = list[int]
"""Symbols; those below 128 are characters until they are sorted."""
Pair = tuple[int, int]
Pairs = dict[int, Pair]
Code = tuple[int, int]
"""Bits and their number."""
Widths = tuple[int, ...]
"""Of the four classes of a kind of numbers."""
Order = tuple[Any, ...]
"""What symbols are sorted by."""

MOST_WIDTH = 10
PLAIN: Widths = (MOST_WIDTH,) * CLASSES
ENOUGH = 3
"""How often a pair has to be there to become a symbol."""
DEFINED = 13
"""About the bits that a definition takes."""
RARELY = MOST_WIDTH + 2
"""Bits of a symbol that is not used by itself."""
ROUNDS = 3

_numbers: dict[str, int] = {}
_end = [0]
"""Bits of CODED that are in use."""


@constant
def message(content: str) -> int:
    """The number of a message. In patterns `%s`, `%d`, `%r` and `%t` are places for values: as
    `errors.write_pattern` fills them in."""
    if content not in _numbers:
        if _widths(SYMBOLS) != PLAIN:
            expand()
        _append(len(_numbers), _characters(content))
        _numbers[content] = len(_numbers)
    return _numbers[content]


@constant
def uncommon(content: str) -> int:
    """The number of the message for a mistake in the syntax that few programs have: one for all of
    them on boards with little flash."""
    return message(content if LARGE else "invalid syntax")


@constant
def limit(content: str) -> int:
    """The number of the message for source beyond a limit of the compiler: as `uncommon`."""
    return message(content if LARGE else "too complex")


def _characters(content: str) -> Text:
    """The symbols of a message without pairs."""
    kinds = {"s": SHOW_STR, "d": SHOW_STR, "r": SHOW_REPR, "t": SHOW_TYPE}
    coded, at = b"", 0
    for count, place in enumerate(re.finditer("%([sdrt])", content)):
        code = kinds[place[1]] + SHOWS * min(count, 1)
        coded += content[at : place.start()].encode("ascii") + bytes([code])
        at = place.end()
    return list(coded + content[at:].encode("ascii"))


def _widths(classes: int) -> Widths:
    return tuple(kind >> WIDTH for kind in KINDS.storage[classes : classes + CLASSES])


def _code(number: int, classes: int) -> Code:
    """The bits of a number, and how many."""
    for kind, width in enumerate(_widths(classes)):
        if number < 1 << width:
            return kind << width | number, width + 2
        number -= 1 << width
    raise ValueError("a message is too long")


def _append(number: int, text: Text) -> None:
    """Code a message that has this number."""
    codes = [_code(len(text), LENGTHS), *(_code(symbol, SYMBOLS) for symbol in text)]
    if number % GROUP == 0:
        _end[0] += -_end[0] % 8
        STARTS.storage.append(_end[0] // 8)
    _put(codes)


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
    for _ in range(ROUNDS):
        counts, costs = _use(texts, pairs)
        pairs = _worthwhile(counts, pairs, costs)
        texts = _parsed(plain, pairs, costs)
    counts, _ = _use(texts, pairs)
    frequent, widths = _ranked(counts, pairs)
    order = _sorted(frequent, pairs, widths)
    rank = {symbol: number for number, symbol in enumerate(order)}
    parts = [pairs.get(symbol) or (None, symbol) for symbol in order]
    definitions = [
        (0, right) if left is None else (rank[left] + 1, rank[right]) for left, right in parts
    ]
    _fill(widths, definitions, [[rank[symbol] for symbol in text] for text in texts])


def _use(texts: list[Text], pairs: Pairs) -> tuple[Counter[int], Mapping[int, int]]:
    """How often the symbols are written, and the bits that each takes then."""
    counts = Counter(symbol for text in texts for symbol in text)
    counts.update(right for _, right in pairs.values())
    order, widths = _ranked(counts, pairs)
    return counts, defaultdict(lambda: RARELY, zip(order, _costs(widths), strict=False))


def _ranked(counts: Counter[int], pairs: Pairs) -> tuple[Text, Widths]:
    """The symbols, those used most first, and the best widths for them."""
    parts = {left for left, _ in pairs.values()}
    order = sorted(counts.keys() | parts, key=lambda symbol: (-counts[symbol], symbol))
    written = [counts[symbol] for symbol in order]
    return order, _best_widths(written, GROUP.bit_length() - 1, 128)


def _sorted(frequent: Text, pairs: Pairs, widths: Widths) -> Text:
    """The symbols, those of each class in the order of their definitions."""
    kinds = [kind for kind, width in enumerate(widths) for _ in range(1 << width)]
    kind_of = defaultdict(lambda: CLASSES, zip(frequent, kinds, strict=False))
    found: dict[int, Order] = {}

    def key(symbol: int) -> Order:
        if symbol not in found:
            parts = tuple(key(part) for part in pairs[symbol]) if symbol in pairs else ((), symbol)
            found[symbol] = (kind_of[symbol], *parts)
        return found[symbol]

    return sorted(frequent, key=key)


def _costs(widths: Widths) -> list[int]:
    """The bits that each number takes."""
    return [width + 2 for width in widths for _ in range(1 << width)]


def _worthwhile(counts: Counter[int], pairs: Pairs, costs: Mapping[int, int]) -> Pairs:
    """The pairs that save more than their definition takes."""
    parts = {symbol for pair in pairs.values() for symbol in pair}

    def gain(symbol: int) -> int:
        spelled = sum(costs[part] for part in pairs[symbol])
        return counts[symbol] * (spelled - costs[symbol])

    return {
        symbol: pair for symbol, pair in pairs.items() if symbol in parts or gain(symbol) > DEFINED
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
    while queue:
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


def _best_widths(counts: list[int], least: int = 0, used: int = 0) -> Widths:
    """The widths of the classes with which numbers that are used so often take the fewest bits:
    none is smaller than `least`, and there are `used` numbers or more."""
    used = max([used, *(place for place, count in enumerate(counts, 1) if count)])

    def size(widths: Widths) -> int:
        return sum(count * cost for count, cost in zip(counts, _costs(widths), strict=False))

    choices = [
        widths
        for widths in combinations_with_replacement(range(least, MOST_WIDTH + 1), CLASSES)
        if sum(1 << width for width in widths) >= used
    ]
    return min(choices, key=size)


def _widths_for(numbers: list[int]) -> Widths:
    counts = Counter(numbers)
    return _best_widths([counts[number] for number in range(max(numbers, default=0) + 1)])


def expand() -> None:
    """Have all messages without pairs."""
    texts = [_characters(content) for content in _numbers]
    _fill(PLAIN, [(0, char) for char in range(128)], texts)


def _fill(widths: Widths, definitions: list[Pair], texts: list[Text]) -> None:
    """Write the arrays: of a definition, the first number is 0 for a character."""
    steps = [
        left - (definitions[symbol - 1][0] if symbol % GROUP else 0)
        for symbol, (left, _) in enumerate(definitions)
    ]
    plain = widths == PLAIN
    lengths = PLAIN if plain else _widths_for([len(text) for text in texts])
    KINDS.storage.clear()
    for kind in (widths, lengths, PLAIN if plain else _widths_for(steps)):
        firsts = accumulate((1 << width for width in kind), initial=0)
        KINDS.storage.extend(
            width << WIDTH | first for width, first in zip(kind, firsts, strict=False)
        )
    for array in (CODED, STARTS, PLACES):
        array.storage.clear()
    _end[0] = 0
    for symbol, (_, right) in enumerate(definitions):
        if symbol % GROUP == 0:
            PLACES.storage.append(_end[0])
        _put([_code(steps[symbol], STEPS), _code(right, SYMBOLS)])
    for number, text in enumerate(texts):
        _append(number, text)


CODED: Late[u8] = Late(u8, compress)
KINDS: Late[u16] = Late(u16, compress)
STARTS: Late[u16] = Late(u16, compress)
PLACES: Late[u16] = Late(u16, compress)
expand()

NO_MESSAGE: int = message("")
