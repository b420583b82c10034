"""With which bytes a match can begin: what a search looks for before it tries to match."""

from __future__ import annotations

from anthill.modules.regex.characters import is_letter
from anthill.modules.regex.program import (
    BITS,
    LOOP_SIZE,
    REPEAT_SIZE,
    Op,
    has_bit,
    jump_at,
    number_at,
)
from anthill.typed import Array, Ptr, array_of, items_of, u8

MOST_STEPS = 2000
"""Effort after which every byte is taken for possible."""
DEEPEST = 16


def first_bytes(code: Array[u8]) -> Array[u8] | None:
    """A bit for each byte with which a match can begin; None if that may be any byte, or if a
    match can be empty."""
    bits = array_of(u8, 32)
    if collect(items_of(code), 0, items_of(bits), MOST_STEPS, DEEPEST) < 0:
        return None
    return bits


def set_bit(bits: Ptr[u8], number: int) -> None:
    """Set a bit."""
    bits[number >> 3] |= u8(1 << (number & 7))


def set_others(bits: Ptr[u8]) -> None:
    """Set the bits of all bytes beyond ASCII."""
    for place in range(16, 32):
        bits[place] = 255


def collect_one(p: Ptr[u8], bits: Ptr[u8]) -> bool:
    """Set the bits for an instruction that matches characters; False if it is none, or any byte
    will do."""
    match int(p[0]):
        case Op.LITERAL:
            set_bit(bits, int(p[2]))
        case Op.FOLDED | Op.FOLDED_ASCII:
            code = number_at(p + 1)
            if is_letter(code):
                set_bit(bits, code)
                set_bit(bits, code ^ 0x20)
            if p[0] == Op.FOLDED:
                set_others(bits)
        case Op.SET:
            for code in range(0x80):
                if has_bit(p + BITS, code):
                    set_bit(bits, code)
            set_others(bits)
        case _:
            return False
    return True


def collect(code: Ptr[u8], pc: int, bits: Ptr[u8], steps: int, depth: int) -> int:
    """Set the bits of all bytes with which what begins at `pc` can begin: the steps left, or -1 if
    that cannot be told."""
    while steps > 0 and depth > 0:
        steps -= 1
        p = code + pc
        match int(p[0]):
            case Op.SAVE | Op.INIT | Op.HOLD | Op.CUT:
                pc += 4
            case Op.JUMP:
                pc += jump_at(p + 1)
            case Op.SPLIT | Op.SPLIT_LATE:
                steps = collect(code, pc + 4, bits, steps, depth - 1)
                pc += jump_at(p + 1)
            case Op.LOOP | Op.LOOP_LAZY:
                steps = collect(code, pc + LOOP_SIZE, bits, steps, depth - 1)
                if number_at(p + 4) > 0:
                    return steps
                pc += number_at(p + 10)
            case Op.REPEAT | Op.REPEAT_LAZY | Op.REPEAT_ALL:
                if not collect_one(p + REPEAT_SIZE, bits):
                    return -1
                if number_at(p + 4) > 0:
                    return steps
                pc += number_at(p + 1)
            case Op.REFUSE:
                pc += number_at(p + 4)
            case Op.BEGIN | Op.LINE_BEGIN | Op.EDGE | Op.EDGE_ASCII | Op.NO_EDGE | Op.NO_EDGE_ASCII:
                pc += 1
            case _:
                return steps if collect_one(p, bits) else -1
    return -1
