"""Tables of the operators: dunder names and symbols by opcode."""

from __future__ import annotations

from anthill.typed import Array, array_of
from anthill.vm.compiler.bytecode import Op
from anthill.vm.objects.str import Str, name

BINARY: int = Op.MATMUL - Op.ADD + 1
"""Number of binary operators; the opcodes of INPLACE_* follow in the same order."""
TO_PLAIN: int = Op.INPLACE_ADD - Op.ADD
"""An INPLACE_* opcode less this is the plain one."""

_WORDS = "add sub mul floordiv mod lshift rshift and or xor truediv pow matmul"
_SYMBOLS = "+ - * // % << >> & | ^ / ** @"
_ORDER_WORDS = "lt le eq ne gt ge"
_ORDER_SYMBOLS = "< <= == != > >="


def _table(pattern: str, words: str) -> Array[Str]:
    table = array_of(Str, len(words.split()))
    for index, word in enumerate(words.split()):
        table[index] = name(pattern.replace("?", word))
    return table


FORWARD: Array[Str] = _table("__?__", _WORDS)
REFLECTED: Array[Str] = _table("__r?__", _WORDS)
INPLACE: Array[Str] = _table("__i?__", _WORDS)
ORDER: Array[Str] = _table("__?__", _ORDER_WORDS)
SWAPPED: bytes = bytes([Op.GT, Op.GE, Op.EQ, Op.NE, Op.LT, Op.LE])
"""The comparison with its operands swapped, by opcode from LT."""
BINARY_SYMBOLS: Array[Str] = _table("?", _SYMBOLS)
INPLACE_SYMBOLS: Array[Str] = _table("?=", _SYMBOLS)
ORDER_SYMBOLS: Array[Str] = _table("?", _ORDER_SYMBOLS)


def symbol(op: int) -> Str:
    """How Python spells the operator of a binary, in-place or comparing opcode."""
    if op <= Op.MATMUL:
        return BINARY_SYMBOLS[op - Op.ADD]
    if op <= Op.INPLACE_MATMUL:
        return INPLACE_SYMBOLS[op - Op.INPLACE_ADD]
    return ORDER_SYMBOLS[op - Op.LT]
