"""Writers: where text goes as it is made. Representations and formatted numbers are written piece
by piece, never built in memory first. A writer copies what it is given before it returns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    NULL,
    WORD_BITS,
    Array,
    Object,
    Ptr,
    array_of,
    copy_items,
    items_of,
    static_array,
    u8,
    uword,
)
from anthill.vm import utf8

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str

FIRST_CAPACITY = 16

scratch: Array[u8] = static_array(u8, WORD_BITS + 2)
"""Digits of one number, or the bytes of one character."""


class Writer(Object):
    """Takes text as UTF-8."""

    def write(self, p: Ptr[u8], n: int) -> None:
        """Take `n` bytes that are whole characters."""
        raise NotImplementedError

    def write_text(self, s: Str) -> None:
        """Take a string."""
        self.write(items_of(s.data), len(s.data))

    def write_message(self, number: int) -> None:
        """Take a message without places for values."""
        errors.write_pattern(number, NULL, NULL, self)

    def write_char(self, code: int) -> None:
        """Take one character."""
        p = items_of(scratch)
        self.write(p, utf8.put_char(p, code))

    def write_byte(self, byte: int) -> None:
        """Take one byte as it is."""
        scratch[0] = u8(byte)
        self.write(items_of(scratch), 1)

    def write_repeated(self, code: int, count: int) -> None:
        """Take a character `count` times; a count below 1 is none."""
        for _ in range(count):
            self.write_char(code)

    def write_int(self, n: int) -> None:
        """Take a machine word in decimal."""
        if n < 0:
            self.write_char(ord("-"))
            self.write_digits(uword(-n), 10, False)
        else:
            self.write_digits(uword(n), 10, False)

    def write_digits(self, n: uword, base: int, capitals: bool) -> None:
        """Take an unsigned word in a base from 2 to 36."""
        start = digits_before(items_of(scratch, len(scratch)), n, base, capitals)
        self.write(items_of(scratch, len(scratch) - start), start)


def int_text(n: int) -> Str:
    """A machine word in decimal."""
    end = items_of(scratch, len(scratch))
    count = digits_before(end, uword(-n if n < 0 else n), 10, False)
    if n < 0:
        count += 1
        end[-count] = u8(ord("-"))
    return str_object.new_str(items_of(scratch, len(scratch) - count), count)


def digits_before(end: Ptr[u8], n: uword, base: int, capitals: bool) -> int:
    """Write the digits of `n` so that they end before `end`; how many they are."""
    ten = (ord("A") if capitals else ord("a")) - 10
    count = 0
    while n != 0 or count == 0:
        digit = int(n % uword(base))
        n = n // uword(base)
        count += 1
        end[-count] = u8(digit + (ord("0") if digit < 10 else ten))
    return count


class StringWriter(Writer):
    """Collects text into a string."""

    buffer: Array[u8]
    count: int
    """Bytes written."""

    def write(self, p: Ptr[u8], n: int) -> None:
        self.reserve(n)
        copy_items(items_of(self.buffer, self.count), p, n)
        self.count += n

    def reserve(self, n: int) -> None:
        """Have room for `n` more bytes."""
        need = self.count + n
        if need > len(self.buffer):
            larger = array_of(u8, need + (need >> 1))
            copy_items(items_of(larger), items_of(self.buffer), self.count)
            self.buffer = larger

    def finish(self) -> Str:
        """What was written, as a string."""
        return str_object.new_str(items_of(self.buffer), self.count)


def string_writer() -> StringWriter:
    """An empty StringWriter."""
    return StringWriter(array_of(u8, FIRST_CAPACITY), 0)


# Modules of an import cycle: only functions use their names.
from anthill.vm import errors  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
