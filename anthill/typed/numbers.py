"""Fixed-width numbers.

To a type checker every width is a plain `int` or `float`. To the translator the name in an
annotation is the C type. On CPython nothing wraps by itself; calling a width, `u32(a * b)`, wraps.
Plain `int` is the signed machine word, `uword` the unsigned one, `float` the board's Python float.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed.target import WORD_BITS

if TYPE_CHECKING:
    i8 = int
    i16 = int
    i32 = int
    i64 = int
    u8 = int
    u16 = int
    u32 = int
    u64 = int
    uword = int
    f32 = float
    f64 = float

    class IntType:
        name: str
        bits: int
        signed: bool
        mask: int
        min: int
        max: int

    class FloatType:
        name: str
        bits: int
else:
    import struct as _struct

    class IntType:
        """A wrapping integer type. `u8(300) == 44`; the attribute names describe the C type."""

        def __init__(self, name: str, bits: int, signed: bool) -> None:
            self.name = name
            self.bits = bits
            self.signed = signed
            self.mask = (1 << bits) - 1
            self.min = -(1 << (bits - 1)) if signed else 0
            self.max = (1 << (bits - 1)) - 1 if signed else self.mask

        def __call__(self, value: object) -> int:
            number = int(value) & self.mask
            if self.signed and number > self.max:
                number -= self.mask + 1
            return number

        def __repr__(self) -> str:
            return self.name

    class FloatType:
        """A rounding float type: `f32(0.1)` is the nearest single-precision number."""

        def __init__(self, name: str, bits: int) -> None:
            self.name = name
            self.bits = bits

        def __call__(self, value: object) -> float:
            number = float(value)
            if self.bits == 32:
                try:
                    return _struct.unpack("<f", _struct.pack("<f", number))[0]
                except OverflowError:
                    return float("inf") if number > 0 else float("-inf")
            return number

        def __repr__(self) -> str:
            return self.name

    i8 = IntType("i8", 8, True)
    i16 = IntType("i16", 16, True)
    i32 = IntType("i32", 32, True)
    i64 = IntType("i64", 64, True)
    u8 = IntType("u8", 8, False)
    u16 = IntType("u16", 16, False)
    u32 = IntType("u32", 32, False)
    u64 = IntType("u64", 64, False)
    uword = IntType("uword", WORD_BITS, False)
    f32 = FloatType("f32", 32)
    f64 = FloatType("f64", 64)


def high_product(a: u64, b: u64) -> u64:
    """The upper 64 bits of a product of 128, which machines with words of 64 bits compute."""
    return a * b >> 64


def truncated_div(a: int, b: int) -> int:
    """Quotient rounded toward zero, C's `/`: cheaper than `//` for signed operands."""
    quotient = abs(a) // abs(b)
    return quotient if (a < 0) == (b < 0) else -quotient


def truncated_mod(a: int, b: int) -> int:
    """Remainder with the sign of `a`, C's `%`."""
    return a - truncated_div(a, b) * b
