"""What characters are: letters, digits, blanks, and their upper and lower case.

The tables come from the host's Unicode data when the image is built. Small boards know ASCII and
take all other characters for letters without case.
"""

from __future__ import annotations

from anthill.typed import TRANSLATING, Array, array_of, u32
from anthill.vm.features import LARGE

ALPHA = 1
DECIMAL = 2
DIGIT = 4
NUMERIC = 8
SPACE = 16
UPPER = 32
LOWER = 64
PRINTABLE = 128

LIMIT = 0x110000 if LARGE else 0x80
"""Characters from here on are not in the tables."""

EXPANDS = 1 << 24
"""In a case table: the result is the three characters (0: none) at this place of EXPANSIONS."""

_TESTS = ("isalpha", "isdecimal", "isdigit", "isnumeric", "isspace", "isupper", "islower")


def host_classes(code: int) -> int:
    """The classes of a character by the host's Unicode data."""
    char = chr(code)
    bits = PRINTABLE if char.isprintable() else 0
    for place, test in enumerate(_TESTS):
        if getattr(char, test)():
            bits |= 1 << place
    return bits


def host_case(code: int, kind: int) -> str:
    """The character in lower (0), upper (1), title (2) or folded (3) case by the host's Unicode
    data."""
    char = chr(code)
    return (char.lower(), char.upper(), char.title(), char.casefold())[kind]


class Tables:
    """The tables for the characters below a limit, made at build time."""

    def __init__(self, limit: int) -> None:
        codes = [*range(min(limit, 0x32400)), *(range(0xE0000, 0xE0200) if limit > 0xE0000 else ())]
        runs: list[int] = []
        for code in codes:
            bits = host_classes(code)
            if not runs or runs[-1] & 0xFF != bits:
                runs.append(code << 8 | bits)
        expansions: list[int] = []
        cases: list[list[int]] = []
        for kind in (1, 0, 2, 3):
            plain = [host_case(code, kind - 1 if kind == 2 else 0) for code in codes]
            if kind < 2:
                plain = list(map(chr, codes))
            pairs = zip(codes, plain, strict=True)
            changed = [code for code, usual in pairs if host_case(code, kind) != usual]
            results = []
            for code in changed:
                other = [ord(char) for char in host_case(code, kind)]
                results.append(other[0] if len(other) == 1 else EXPANDS | len(expansions))
                expansions += [*other, 0][:3] if len(other) > 1 else []
            cases += [changed, results]
        self.runs = number_table(runs)
        tables = [number_table(numbers) for numbers in cases]
        self.upper_from, self.upper_to, self.lower_from, self.lower_to = tables[:4]
        self.title_from, self.title_to, self.fold_from, self.fold_to = tables[4:]
        self.expansions = number_table(expansions)


def number_table(numbers: list[int]) -> Array[u32]:
    """A constant array of these numbers."""
    table = array_of(u32, len(numbers))
    for place, number in enumerate(numbers):
        table[place] = number
    return table


_tables = Tables(LIMIT if TRANSLATING else 0x80)
RUNS = _tables.runs
"""code << 8 | classes for every character whose classes are not those of the one before."""
UPPER_FROM, UPPER_TO = _tables.upper_from, _tables.upper_to
LOWER_FROM, LOWER_TO = _tables.lower_from, _tables.lower_to
TITLE_FROM, TITLE_TO = _tables.title_from, _tables.title_to
"""Where title case is not upper case."""
FOLD_FROM, FOLD_TO = _tables.fold_from, _tables.fold_to
"""Where folded case is not lower case."""
EXPANSIONS = _tables.expansions


def classes(code: int) -> int:
    """The classes of a character: bits ALPHA ... PRINTABLE."""
    if not TRANSLATING:
        return host_classes(code)
    if code >= LIMIT:
        return ALPHA | PRINTABLE
    return table_classes(code, RUNS)


def decimal_value(code: int) -> int:
    """What a decimal digit of any script counts, -1 for other characters. The ten digits of a
    script stand in order."""
    if classes(code) & DECIMAL == 0:
        return -1
    first = code
    while classes(first - 1) & DECIMAL:
        first -= 1
    return (code - first) % 10


def table_classes(code: int, runs: Array[u32]) -> int:
    """The classes by the table of runs."""
    return int(runs[place_of(u32(code << 8 | 0xFF), runs)] & 0xFF)


def place_of(number: u32, table: Array[u32]) -> int:
    """The place of the last entry not above the number, -1 if there is none."""
    low = 0
    high = len(table)
    while low < high:
        middle = (low + high) >> 1
        if table[middle] <= number:
            low = middle + 1
        else:
            high = middle
    return low - 1


def changed(code: int, source: Array[u32], target: Array[u32]) -> int:
    """The entry of a case table for a character: itself where there is none."""
    place = place_of(u32(code), source)
    if place < 0 or source[place] != u32(code):
        return code
    return int(target[place])


def other_case(code: int, upper: bool, index: int) -> int:
    """Character `index`, 0 to 2, of what a character becomes in upper or lower case; 0 if it has
    fewer."""
    if not TRANSLATING:
        other = host_case(code, upper)
        return ord(other[index]) if index < len(other) else 0
    if not LARGE:
        return code if index == 0 else 0
    if upper:
        return expanded(changed(code, UPPER_FROM, UPPER_TO), index)
    return expanded(changed(code, LOWER_FROM, LOWER_TO), index)


def title_case(code: int, index: int) -> int:
    """As `other_case`, in title case."""
    return special_case(code, 2, TITLE_FROM, TITLE_TO, index)


def folded_case(code: int, index: int) -> int:
    """As `other_case`, in the case in which strings are compared regardless of case."""
    return special_case(code, 3, FOLD_FROM, FOLD_TO, index)


def special_case(code: int, kind: int, source: Array[u32], target: Array[u32], index: int) -> int:
    """As `other_case`, by a table of what differs from upper or lower case."""
    if not TRANSLATING:
        other = host_case(code, kind)
        return ord(other[index]) if index < len(other) else 0
    place = place_of(u32(code), source)
    if not LARGE or place < 0 or source[place] != u32(code):
        return other_case(code, kind == 2, index)
    return expanded(int(target[place]), index)


def expanded(entry: int, index: int) -> int:
    """Character `index` of an entry of a case table."""
    if entry & EXPANDS:
        return int(EXPANSIONS[(entry & ~EXPANDS) + index])
    return entry if index == 0 else 0
