"""Tables of the operators: dunder names and symbols by opcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import Array, array_of
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.objects.str import Str, name

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

BINARY: int = Op.MATMUL - Op.ADD + 1
"""Number of binary operators; the opcodes of INPLACE_* follow in the same order."""
TO_PLAIN: int = Op.INPLACE_ADD - Op.ADD
"""An INPLACE_* opcode less this is the plain one."""

_WORDS = "add sub mul floordiv mod lshift rshift and or xor truediv pow matmul"
_ORDER_WORDS = "lt le eq ne gt ge"


def _table(pattern: str, words: str) -> Array[Str]:
    table = array_of(Str, len(words.split()))
    for index, word in enumerate(words.split()):
        table[index] = name(pattern.replace("?", word))
    return table


DIVMOD: int = Op.MATMUL + 1
"""Stands for `divmod` among the operators of large boards."""
_NAMED = _WORDS + (" divmod" if LARGE else "")
FORWARD: Array[Str] = _table("__?__", _NAMED)
REFLECTED: Array[Str] = _table("__r?__", _NAMED)
INPLACE: Array[Str] = _table("__i?__", _WORDS)
ORDER: Array[Str] = _table("__?__", _ORDER_WORDS)
SWAPPED: bytes = bytes([Op.GT, Op.GE, Op.EQ, Op.NE, Op.LT, Op.LE])
"""The comparison with its operands swapped, by opcode from LT."""
SYMBOLS: bytes = b"+ - * //% <<>>& | ^ / **@ < <===!=> >="
"""Two characters per binary and comparing operator."""


def write_symbol(op: int, out: Writer) -> None:
    """Write how Python spells the operator of a binary, in-place or comparing opcode."""
    in_place = Op.MATMUL < op <= Op.INPLACE_MATMUL
    if in_place:
        op -= TO_PLAIN
    at = 2 * (op - Op.ADD if op <= Op.MATMUL else op - Op.LT + BINARY)
    out.write_char(SYMBOLS[at])
    if SYMBOLS[at + 1] != ord(" "):
        out.write_char(SYMBOLS[at + 1])
    if in_place:
        out.write_char(ord("="))
