"""The repr of strings and bytes: quotes chosen and characters escaped as CPython does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import Ptr, items_of, u8
from anthill.vm import format, unicode, utf8
from anthill.vm.objects import strings

if TYPE_CHECKING:
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer


def quote_for(p: Ptr[u8], n: int) -> int:
    """The quote that saves escapes: double if there are single but no double ones inside."""
    if strings.find_byte(p, n, ord("'")) < 0 or strings.find_byte(p, n, ord('"')) >= 0:
        return ord("'")
    return ord('"')


def write_quoted(s: Str, out: Writer) -> None:
    """Write `repr(s)`."""
    n = len(s.data)
    quote = quote_for(items_of(s.data), n)
    out.write_char(quote)
    at = 0
    while at < n:
        code = utf8.char_at(items_of(s.data, at))
        size = utf8.char_size(s.data[at])
        if code < 0x7F:
            write_ascii(code, quote, out)
        elif unicode.classes(code) & unicode.PRINTABLE:
            out.write(items_of(s.data, at), size)
        else:
            format.write_escape(code, out)
        at += size
    out.write_char(quote)


def write_quoted_bytes(p: Ptr[u8], n: int, out: Writer) -> None:
    """Write bytes between quotes."""
    quote = quote_for(p, n)
    out.write_char(quote)
    for i in range(n):
        write_ascii(p[i], quote, out)
    out.write_char(quote)


def write_ascii(code: int, quote: int, out: Writer) -> None:
    """Write one byte, escaped if need be."""
    letter = 0
    if code == ord("\n"):
        letter = ord("n")
    elif code == ord("\t"):
        letter = ord("t")
    elif code == ord("\r"):
        letter = ord("r")
    elif code == quote or code == ord("\\"):
        letter = code
    if letter:
        out.write_char(ord("\\"))
        out.write_char(letter)
    elif code < ord(" ") or code >= 0x7F:
        format.write_escape(code, out)
    else:
        out.write_char(code)
