"""What regular expressions know of characters: case, words, categories, sets."""

from __future__ import annotations

from anthill.modules.regex.program import (
    BITS,
    FIRST_CATEGORY,
    FOLDS,
    NEGATED,
    RANGE_SIZE,
    RANGES,
    has_bit,
    number_at,
)
from anthill.typed import Ptr, u8
from anthill.vm import unicode
from anthill.vm.features import LARGE


def is_letter(code: int) -> bool:
    """Whether a character is one of the 52 letters of ASCII."""
    return ord("a") <= (code | 0x20) <= ord("z")


def lower(code: int) -> int:
    """The small letter of a character."""
    if code < 0x80:
        return code + 32 if ord("A") <= code <= ord("Z") else code
    return unicode.other_case(code, False, 0)


def upper(code: int) -> int:
    """The capital letter of a character, itself if that would be several."""
    if code < 0x80:
        return code - 32 if ord("a") <= code <= ord("z") else code
    if unicode.other_case(code, True, 1) != 0:
        return code
    return unicode.other_case(code, True, 0)


TWINS = (0x1FD3, 0x1FE3, 0xFB06)
OTHER_TWINS = (0x390, 0x3B0, 0xFB05)
"""Characters whose capitals are the same several ones."""


def folded(code: int) -> int:
    """What is the same for all characters that differ in case only."""
    if LARGE and code >= TWINS[0]:
        for place in range(len(TWINS)):
            if code == TWINS[place]:
                return OTHER_TWINS[place]
    return lower(upper(code))


def folded_ascii(code: int) -> int:
    """`folded` when only ASCII letters have case."""
    return lower(code) if code < 0x80 else code


def ascii_category(number: int, code: int, wide: bool) -> bool:
    """Whether an ASCII character is in category 0 ... 5, d D s S w W. In Unicode the separators
    0x1C ... 0x1F are blanks, too."""
    found = ord("0") <= code <= ord("9")
    if number >= 4:
        found = found or is_letter(code) or code == ord("_")
    elif number >= 2:
        found = code == ord(" ") or ord("\t") <= code <= ord("\r")
        found = found or (wide and 0x1C <= code <= 0x1F)
    return found != (number & 1 != 0)


def is_word(code: int, wide: bool) -> bool:
    """Whether a character is in category w."""
    if code < 0x80:
        return ascii_category(4, code, wide)
    return wide and unicode.classes(code) & WORD_CLASSES != 0


WORD_CLASSES = unicode.ALPHA | unicode.DECIMAL | unicode.DIGIT | unicode.NUMERIC
CATEGORY_CLASSES = bytes([unicode.DECIMAL, unicode.SPACE, WORD_CLASSES])


def in_set(instruction: Ptr[u8], code: int) -> bool:
    """Whether a character is in a SET. The bits know of NEGATED already."""
    if code < 0x80:
        return has_bit(instruction + BITS, code)
    negated = instruction[1] & NEGATED != 0
    found = lists(instruction, code)
    if LARGE and not found and instruction[1] & FOLDS:
        other = folded(code)
        found = lists(instruction, other) or lists(instruction, upper(other))
    return found != negated


def lists(instruction: Ptr[u8], code: int) -> bool:
    """Whether a SET names a character."""
    flags = int(instruction[1])
    if code < 0x80:
        return has_bit(instruction + BITS, code) != (flags & NEGATED != 0)
    pair = instruction + RANGES
    for _ in range(number_at(instruction + 2)):
        if number_at(pair) <= code <= number_at(pair + 3):
            return True
        pair = pair + RANGE_SIZE
    if flags < FIRST_CATEGORY:
        return False
    classes = unicode.classes(code)
    for number in range(6):
        if flags & FIRST_CATEGORY << number:
            found = classes & int(CATEGORY_CLASSES[number >> 1]) != 0
            if found != (number & 1 != 0):
                return True
    return False
