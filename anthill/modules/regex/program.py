"""The instructions of a compiled regular expression.

A program is bytes: an opcode, then its operands. A number takes three bytes, low byte first; jumps
count from their instruction, so code can be moved. Positions in the subject are byte offsets.

    LITERAL size bytes...          these bytes, of one or more characters
    FOLDED, FOLDED_ASCII char      a character equal to this one when case does not count
    SET flags count bits... pairs  one character: 128 bits for ASCII, `count` ranges for others
    ANY, ANY_LINE                  one character; all, or all but a line feed
    REPEAT..., skip least most     the one-character instruction that follows, repeated
    SPLIT, SPLIT_LATE skip         both ways: first what follows, or first the jump
    INIT register                  before a loop: no round done yet
    LOOP, LOOP_LAZY register least most skip    decide on another round; skip leads out
    SAVE slot                      note the position; SAVE of an odd slot closes a group
    GROUP, GROUP_FOLDED, GROUP_FOLDED_ASCII group    the same text again
    IF_GROUP group skip            jump unless the group took part
    HOLD register, CUT register    an atomic group: CUT forgets the ways left since HOLD
    LOOK register, SEEN register   lookahead: SEEN also returns to the position
    REFUSE register skip, REFUSED register    negative lookahead: jump if what follows fails
    BACK count                     go back characters, for lookbehind
"""

from __future__ import annotations

from enum import IntEnum

from anthill.typed import Array, Object, Ptr, u8


class Op(IntEnum):
    """Opcodes."""

    MATCH = 0
    LITERAL = 2
    FOLDED = 3
    FOLDED_ASCII = 4
    SET = 5
    ANY = 6
    ANY_LINE = 7
    REPEAT = 8
    REPEAT_LAZY = 9
    REPEAT_ALL = 10
    JUMP = 11
    SPLIT = 12
    SPLIT_LATE = 13
    INIT = 14
    LOOP = 15
    LOOP_LAZY = 16
    SAVE = 17
    GROUP = 18
    GROUP_FOLDED = 19
    GROUP_FOLDED_ASCII = 20
    IF_GROUP = 21
    HOLD = 22
    CUT = 23
    LOOK = 24
    SEEN = 25
    REFUSE = 26
    REFUSED = 27
    BACK = 28
    BEGIN = 29
    END = 30
    LINE_BEGIN = 31
    LINE_END = 32
    LAST_END = 33
    EDGE = 34
    EDGE_ASCII = 35
    NO_EDGE = 36
    NO_EDGE_ASCII = 37


IGNORECASE = 2
LOCALE = 4
MULTILINE = 8
DOTALL = 16
UNICODE = 32
VERBOSE = 64
DEBUG = 128
ASCII = 256
"""Flags of patterns, as in CPython."""

NEGATED = 1
FOLDS = 2
FIRST_CATEGORY = 4
"""Flags of a SET: it holds what it does not list; case does not count; then for characters beyond
ASCII the categories d, D, s, S, w, W."""

BITS = 5
"""Where the bits of a SET begin."""
RANGES = BITS + 16
RANGE_SIZE = 6
REPEAT_SIZE = 10
LOOP_SIZE = 13
FOREVER = 0xFFFFFF
"""No limit of repetitions, also for the lowest number that no string can reach."""


class Program(Object):
    """A compiled regular expression."""

    code: Array[u8]
    groups: int
    """Groups, the whole match included."""
    slots: int
    """Where groups begin and end, the last group closed, and registers."""
    first: Array[u8] | None
    """A bit for each byte with which a match can begin, if that says anything."""


def number_at(p: Ptr[u8]) -> int:
    """A number that is not negative."""
    return int(p[0]) | int(p[1]) << 8 | int(p[2]) << 16


def jump_at(p: Ptr[u8]) -> int:
    """The distance of a jump."""
    distance = number_at(p)
    return distance - 0x1000000 if distance & 0x800000 else distance


def has_bit(bits: Ptr[u8], number: int) -> bool:
    """Whether a bit is set."""
    return int(bits[number >> 3]) >> (number & 7) & 1 != 0
