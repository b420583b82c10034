"""Encodings between str and bytes: utf-8, ascii, latin-1; errors strict, ignore and replace."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, items_of, u8
from anthill.vm import errors, format, utf8, writer
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import exception
from anthill.vm.objects.bytes import Bytes
from anthill.vm.objects.exception import exception_type
from anthill.vm.objects.str import Str, equal, is_ascii, name, new_str

UNICODE_DECODE_ERROR = exception_type("UnicodeDecodeError", exception.UNICODE_ERROR)
UNICODE_ENCODE_ERROR = exception_type("UnicodeEncodeError", exception.UNICODE_ERROR)

UTF_8 = 0x110000
ASCII = 0x80
LATIN_1 = 0x100
"""An encoding is known by the first code point that it cannot encode."""

STRICT = 0
IGNORE = 1
REPLACE = 2


def encoding_of(v: Value) -> int:
    """UTF_8, ASCII or LATIN_1 for the name of an encoding or NULL; LookupError."""
    if v is NULL:
        return UTF_8
    if not isinstance(v, Str):
        raise errors.type_error_with(message("encoding must be str, not %t"), v, NULL)
    plain = normalized(v)
    if equal(plain, name("utf8")):
        return UTF_8
    if equal(plain, name("ascii")) or equal(plain, name("usascii")):
        return ASCII
    if equal(plain, name("latin1")) or equal(plain, name("iso88591")):
        return LATIN_1
    raise errors.error_with(exception.LOOKUP_ERROR, message("unknown encoding: %s"), v, NULL)


def normalized(s: Str) -> Str:
    """A name in small letters, without `-` and `_`."""
    out = writer.string_writer()
    for i in range(len(s.data)):
        c = int(s.data[i])
        if c != ord("-") and c != ord("_"):
            out.write_byte(c | 0x20 if ord("A") <= c <= ord("Z") else c)
    return out.finish()


def handler_of(v: Value) -> int:
    """STRICT, IGNORE or REPLACE for the name of an error handler or NULL; LookupError."""
    if v is NULL:
        return STRICT
    if isinstance(v, Str):
        if equal(v, name("strict")):
            return STRICT
        if equal(v, name("ignore")):
            return IGNORE
        if equal(v, name("replace")):
            return REPLACE
    raise errors.error_with(
        exception.LOOKUP_ERROR, message("unknown error handler name %r"), v, NULL
    )


def has_char(limit: int, code: int) -> bool:
    """Whether an encoding has a character."""
    return code < limit and (code < 0xD800 or code >= 0xE000)


def check_utf_8(v: Value) -> int:
    """UTF_8, for boards without other encodings; LookupError for their names."""
    if v is NULL or (isinstance(v, Str) and equal(v, name("utf-8"))):
        return UTF_8
    raise errors.error_with(exception.LOOKUP_ERROR, message("unknown encoding: %s"), v, NULL)


def encode(s: Str, encoding: Value, handler: Value) -> Bytes:
    """`s.encode(encoding, handler)`."""
    limit = encoding_of(encoding) if LARGE else check_utf_8(encoding)
    n = len(s.data)
    if is_ascii(s):
        return bytes_object.new_bytes(items_of(s.data), n)
    out = writer.string_writer()
    at = 0
    index = 0
    while at < n:
        code = utf8.char_at(items_of(s.data, at))
        size = utf8.char_size(int(s.data[at]))
        if not has_char(limit, code):
            how = handler_of(handler)
            if how == STRICT:
                raise cannot_encode(s, at, index, limit)
            if how == REPLACE:
                out.write_byte(ord("?"))
        elif limit == UTF_8:
            out.write(items_of(s.data, at), size)
        else:
            out.write_byte(code)
        at += size
        index += 1
    return bytes_object.new_bytes(items_of(out.buffer), out.count)


def decode(p: Ptr[u8], n: int, encoding: Value, handler: Value) -> Str:
    """`str` of `n` bytes in an encoding."""
    limit = encoding_of(encoding) if LARGE else check_utf_8(encoding)
    if utf8.is_ascii(p, n):
        return new_str(p, n)
    out = writer.string_writer()
    at = 0
    while at < n:
        size = 1
        if limit == UTF_8:
            size = utf8.sequence_size(p + at, n - at)
        elif p[at] >= limit:
            size = -1
        if size < 0:
            how = handler_of(handler)
            if how == STRICT:
                raise cannot_decode(p, n, at, size, limit)
            if how == REPLACE:
                out.write_char(0xFFFD)
            size = -size
        elif limit == UTF_8:
            out.write(p + at, size)
        else:
            out.write_char(int(p[at]))
        at += size
    return out.finish()


def write_codec(limit: int, out: writer.Writer) -> None:
    """Write how an error message begins."""
    out.write_char(ord("'"))
    if limit == UTF_8:
        out.write_message(message("utf-8"))
    elif limit == ASCII:
        out.write_message(message("ascii"))
    else:
        out.write_message(message("latin-1"))
    out.write_message(message("' codec can't "))


def write_range(limit: int, out: writer.Writer) -> None:
    """Write which characters an encoding has."""
    out.write_message(message(": ordinal not in range("))
    out.write_int(limit)
    out.write_char(ord(")"))


def cannot_encode(s: Str, at: int, index: int, limit: int) -> PyError:
    """The UnicodeEncodeError for the characters from an offset and index on."""
    code = utf8.char_at(items_of(s.data, at))
    last = index
    at += utf8.char_size(int(s.data[at]))
    while at < len(s.data) and not has_char(limit, utf8.char_at(items_of(s.data, at))):
        last += 1
        at += utf8.char_size(int(s.data[at]))
    out = writer.string_writer()
    write_codec(limit, out)
    out.write_message(message("encode character"))
    if last > index:
        out.write_message(message("s in position "))
        out.write_int(index)
        out.write_char(ord("-"))
        out.write_int(last)
    else:
        out.write_message(message(" '"))
        format.write_escape(code, out)
        out.write_message(message("' in position "))
        out.write_int(index)
    if limit == UTF_8:
        out.write_message(message(": surrogates not allowed"))
    else:
        write_range(limit, out)
    return errors.error(UNICODE_ENCODE_ERROR, out.finish())


def cannot_decode(p: Ptr[u8], n: int, at: int, size: int, limit: int) -> PyError:
    """The UnicodeDecodeError for `-size` bytes at an offset."""
    out = writer.string_writer()
    write_codec(limit, out)
    ended = limit == UTF_8 and p[at] >= 0xC2 and p[at] < 0xF5 and at - size == n
    if (size == -1 and not ended) or size == -1:
        out.write_message(message("decode byte 0x"))
        format.write_hex(int(p[at]), 2, out)
        out.write_message(message(" in position "))
        out.write_int(at)
    else:
        out.write_message(message("decode bytes in position "))
        out.write_int(at)
        out.write_char(ord("-"))
        out.write_int(at - size - 1)
    if limit != UTF_8:
        write_range(limit, out)
    elif ended:
        out.write_message(message(": unexpected end of data"))
    elif p[at] < 0xC2 or p[at] > 0xF4:
        out.write_message(message(": invalid start byte"))
    else:
        out.write_message(message(": invalid continuation byte"))
    return errors.error(UNICODE_DECODE_ERROR, out.finish())
