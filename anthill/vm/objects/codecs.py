"""Encodings between str and bytes, and what is done about errors.

Small boards have UTF-8 only, and the handlers strict, ignore and replace.
"""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    Array,
    Object,
    Ptr,
    Value,
    array_of,
    as_a,
    cold,
    is_small,
    items_of,
    small,
    small_int,
    u8,
)
from anthill.vm import errors, format, operations, utf8, writer
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import exception, singletons
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import getter, setter
from anthill.vm.objects.bytes import Bytes
from anthill.vm.objects.exception import exception_type
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.str import Str, equal, is_ascii, name, new_str, text
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.type import Type

UNICODE_DECODE_ERROR = exception_type("UnicodeDecodeError", exception.UNICODE_ERROR)
UNICODE_ENCODE_ERROR = exception_type("UnicodeEncodeError", exception.UNICODE_ERROR)

UTF_8 = 0x110000
ASCII = 0x80
LATIN_1 = 0x100
"""An encoding is known by the first code point that it cannot encode; those of all of Unicode are
UTF_8 and the numbers behind it."""
UTF_16 = UTF_8 + 1
UTF_16_LE = UTF_8 + 2
UTF_16_BE = UTF_8 + 3
UTF_32 = UTF_8 + 4
UTF_32_LE = UTF_8 + 5
UTF_32_BE = UTF_8 + 6
UTF_8_SIG = UTF_8 + 7
"""UTF_8 with a mark at its beginning."""
BOM = 0xFEFF
"""What UTF_16 and UTF_32 begin with, to tell the order of their bytes."""

STRICT = 0
IGNORE = 1
REPLACE = 2
BACKSLASH = 3
REFERENCE = 4
ESCAPE = 5
PASS = 6
_ENCODINGS = {
    UTF_8: "utf-8 utf8 u8 utf cp65001",
    ASCII: "ascii usascii 646 ansix341968",
    LATIN_1: "latin-1 latin1 latin iso88591 8859 cp819 l1",
    UTF_16: "utf-16 utf16 u16",
    UTF_16_LE: "utf-16-le utf16le",
    UTF_16_BE: "utf-16-be utf16be",
    UTF_32: "utf-32 utf32 u32",
    UTF_32_LE: "utf-32-le utf32le",
    UTF_32_BE: "utf-32-be utf32be",
    UTF_8_SIG: "utf-8-sig utf8sig",
}
"""The names of encodings: the first as errors say it, the others normalized."""
_HANDLERS = "strict ignore replace backslashreplace xmlcharrefreplace surrogateescape surrogatepass"


class Names(Object):
    """Words that stand for numbers."""

    words: Array[Str]
    numbers: Array[int]


def _names(pairs: list[tuple[str, int]]) -> Names:
    result = type_object.host_object(Names)

    def fill() -> None:
        result.words = array_of(Str, len(pairs))
        result.numbers = array_of(int, len(pairs))
        for index, (word, number) in enumerate(pairs):
            result.words[index] = text(word)
            result.numbers[index] = number

    type_object.when_ready(fill)
    return result


ENCODINGS = _names(
    [(word, number) for number, words in _ENCODINGS.items() for word in words.split()]
)
CODECS = _names([(words.split()[0], number) for number, words in _ENCODINGS.items()])
HANDLERS = _names(
    [(word, index) for index, word in enumerate(_HANDLERS.split()) if LARGE or index <= REPLACE]
)


def number_of(names: Names, word: Str) -> int:
    """What a word stands for, -1 if nothing."""
    for index in range(len(names.words)):
        if equal(names.words[index], word):
            return names.numbers[index]
    return -1


def encoding_of(v: Value) -> int:
    """The encoding with a name, UTF_8 for NULL; LookupError."""
    if v is NULL:
        return UTF_8
    if not isinstance(v, Str):
        raise errors.type_error_with(message("encoding must be str, not %t"), v, NULL)
    found = number_of(ENCODINGS, normalized(v))
    if found < 0:
        raise errors.error_with(exception.LOOKUP_ERROR, message("unknown encoding: %s"), v, NULL)
    return found


def normalized(s: Str) -> Str:
    """A name in small letters, without `-`, `_` and blanks."""
    out = writer.string_writer()
    for i in range(len(s.data)):
        c = int(s.data[i])
        if c != ord("-") and c != ord("_") and c != ord(" "):
            out.write_byte(c | 0x20 if ord("A") <= c <= ord("Z") else c)
    return out.finish()


def handler_of(v: Value) -> int:
    """STRICT ... PASS for the name of an error handler or NULL; LookupError."""
    if v is NULL:
        return STRICT
    found = number_of(HANDLERS, v) if isinstance(v, Str) else -1
    if found < 0:
        raise errors.error_with(
            exception.LOOKUP_ERROR, message("unknown error handler name %r"), v, NULL
        )
    return found


def has_char(limit: int, code: int) -> bool:
    """Whether an encoding has a character."""
    return code < limit and (code < 0xD800 or code >= 0xE000)


def check_names(function: Str, encoding: Value, handler: Value) -> None:
    """TypeError if an argument of a function that is given is not a text."""
    if encoding is not NULL and not isinstance(encoding, Str):
        raise errors.type_error_with(
            message("%s() argument 'encoding' must be str, not %t"), function, encoding
        )
    if handler is not NULL and not isinstance(handler, Str):
        raise errors.type_error_with(
            message("%s() argument 'errors' must be str, not %t"), function, handler
        )


def check_utf_8(v: Value) -> int:
    """UTF_8, for boards without other encodings; LookupError for their names."""
    if v is NULL or (isinstance(v, Str) and equal(v, name("utf-8"))):
        return UTF_8
    raise errors.error_with(exception.LOOKUP_ERROR, message("unknown encoding: %s"), v, NULL)


def encode(s: Str, encoding: Value, handler: Value) -> Bytes:
    """`s.encode(encoding, handler)`."""
    limit = encoding_of(encoding) if LARGE else check_utf_8(encoding)
    n = len(s.data)
    if is_ascii(s) and limit <= UTF_8:
        return bytes_object.new_bytes(items_of(s.data), n)
    out = writer.string_writer()
    if LARGE and limit == UTF_8_SIG:
        limit = UTF_8
        put_char(BOM, limit, out)
    if LARGE and (limit == UTF_16 or limit == UTF_32):
        put_char(BOM, limit, out)
    at = 0
    index = 0
    while at < n:
        code = utf8.char_at(items_of(s.data, at))
        size = utf8.char_size(int(s.data[at]))
        if has_char(limit, code):
            put_char(code, limit, out)
        elif not encode_badly(code, handler_of(handler), limit, out):
            raise cannot_encode(s, at, index, limit)
        at += size
        index += 1
    return bytes_object.new_bytes(items_of(out.buffer), out.count)


def put_char(code: int, limit: int, out: writer.Writer) -> None:
    """Write a character in an encoding."""
    if limit == UTF_8:
        out.write_char(code)
    elif limit < UTF_8:
        out.write_byte(code)
    elif LARGE and limit >= UTF_32:
        put_unit(code, 4, limit == UTF_32_BE, out)
    elif LARGE:
        if code >= 0x10000:
            put_unit(0xD7C0 + (code >> 10), 2, limit == UTF_16_BE, out)
            code = 0xDC00 | (code & 0x3FF)
        put_unit(code, 2, limit == UTF_16_BE, out)


def put_unit(unit: int, size: int, big: bool, out: writer.Writer) -> None:
    """Write a number in some bytes."""
    for index in range(size):
        out.write_byte(unit >> 8 * (size - 1 - index if big else index) & 0xFF)


def encode_badly(code: int, how: int, limit: int, out: writer.Writer) -> bool:
    """Write what a handler makes of a character that the encoding lacks; False for an error."""
    if how == IGNORE:
        return True
    if how == REPLACE:
        put_char(ord("?"), limit, out)
        return True
    if not LARGE:
        return False
    if how == ESCAPE and 0xDC80 <= code <= 0xDCFF and limit <= UTF_8:
        out.write_byte(code - 0xDC00)
        return True
    if how == PASS and limit >= UTF_8:
        put_char(code, limit, out)
        return True
    if how != BACKSLASH and how != REFERENCE:
        return False
    shown = writer.string_writer()
    if how == BACKSLASH:
        format.write_escape(code, shown)
    else:
        shown.write_message(message("&#"))
        shown.write_int(code)
        shown.write_char(ord(";"))
    for index in range(shown.count):
        put_char(int(shown.buffer[index]), limit, out)
    return True


def decode(p: Ptr[u8], n: int, encoding: Value, handler: Value) -> Str:
    """`str` of `n` bytes in an encoding."""
    limit = encoding_of(encoding) if LARGE else check_utf_8(encoding)
    if limit <= UTF_8 and utf8.is_ascii(p, n):
        return new_str(p, n)
    out = writer.string_writer()
    at = 0
    if LARGE and limit == UTF_8_SIG:
        limit = UTF_8
        if n >= 3 and p[0] == 0xEF and p[1] == 0xBB and p[2] == 0xBF:
            at = 3
    if LARGE and (limit == UTF_16 or limit == UTF_32):
        width = 2 if limit == UTF_16 else 4
        if n >= width and unit_at(p, width, False) == BOM:
            at = width
        elif n >= width and unit_at(p, width, True) == BOM:
            at = width
            limit += 1
        limit += 1
    while at < n:
        size = valid_size(p + at, n - at, limit)
        if size > 0:
            if limit == UTF_8:
                out.write(p + at, size)
            else:
                out.write_char(char_of(p + at, size, limit))
        else:
            size = decode_badly(p + at, n - at, size, handler_of(handler), limit, out)
            if size == 0:
                raise cannot_decode(p, n, at, valid_size(p + at, n - at, limit), limit)
        at += size
    return out.finish()


def unit_at(p: Ptr[u8], size: int, big: bool) -> int:
    """The number in some bytes."""
    unit = 0
    for index in range(size):
        unit = unit << 8 | p[index if big else size - 1 - index]
    return unit


def valid_size(p: Ptr[u8], n: int, limit: int) -> int:
    """Size of the first characters, all of them if that is easy; else minus the number of bytes
    that are wrong."""
    if limit == UTF_8:
        size = 0
        while size < n:
            step = utf8.sequence_size(p + size, n - size)
            if step < 0:
                return size if size > 0 else step
            size += step
        return size
    if limit < UTF_8:
        return 1 if p[0] < limit else -1
    if not LARGE:
        return -1
    if limit >= UTF_32:
        if n < 4:
            return -n
        code = unit_at(p, 4, limit == UTF_32_BE)
        return 4 if 0 <= code < 0x110000 and code >> 11 != 0x1B else -4
    if n < 2:
        return -n
    unit = unit_at(p, 2, limit == UTF_16_BE)
    if unit >> 11 != 0x1B:
        return 2
    if unit >= 0xDC00:
        return -2
    if n < 4:
        return -n
    return 4 if unit_at(p + 2, 2, limit == UTF_16_BE) >> 10 == 0x37 else -2


def char_of(p: Ptr[u8], size: int, limit: int) -> int:
    """The character in the bytes that `valid_size` found."""
    if not LARGE or limit < UTF_8:
        return int(p[0])
    if limit >= UTF_32:
        return unit_at(p, 4, limit == UTF_32_BE)
    big = limit == UTF_16_BE
    unit = unit_at(p, 2, big)
    return unit if size == 2 else (unit - 0xD7C0 << 10) + (unit_at(p + 2, 2, big) & 0x3FF)


def decode_badly(p: Ptr[u8], n: int, size: int, how: int, limit: int, out: writer.Writer) -> int:
    """Write what a handler makes of `-size` wrong bytes; how many bytes that settles, 0 for an
    error."""
    if how == IGNORE:
        return -size
    if how == REPLACE:
        out.write_char(0xFFFD)
        return -size
    if not LARGE or how == STRICT:
        return 0
    if how == REFERENCE:
        raise errors.type_error(
            message("don't know how to handle UnicodeDecodeError in error callback")
        )
    if how == PASS:
        return pass_surrogate(p, n, limit, out)
    for index in range(-size):
        byte = int(p[index])
        if how == BACKSLASH:
            out.write_message(message("\\x"))
            format.write_hex(byte, 2, out)
        elif byte < 0x80:
            return index
        else:
            out.write_char(0xDC00 + byte)
    return -size


def pass_surrogate(p: Ptr[u8], n: int, limit: int, out: writer.Writer) -> int:
    """Write a surrogate that was encoded like any other character; its size, 0 if it is none."""
    size = 3 if limit == UTF_8 else 4 if limit >= UTF_32 else 2
    if limit < UTF_8 or n < size:
        return 0
    code = 0
    if limit == UTF_8:
        if p[0] != 0xED or p[1] & 0xE0 != 0xA0 or p[2] & 0xC0 != 0x80:
            return 0
        code = utf8.char_at(p)
    else:
        code = unit_at(p, size, limit == UTF_16_BE or limit == UTF_32_BE)
    if code >> 11 != 0x1B:
        return 0
    out.write_char(code)
    return size


def codec_name(limit: int) -> Str:
    """The name of an encoding in errors."""
    for index in range(len(CODECS.words)):
        if CODECS.numbers[index] == limit:
            return CODECS.words[index]
    return CODECS.words[0]


def out_of_range(limit: int) -> Str:
    """The reason why an encoding does not have a character."""
    return errors.formatted(message("ordinal not in range(%d)"), small(limit), NULL)


@cold
def unicode_error(
    kind: Type, limit: int, source: Value, start: int, end: int, reason: Str
) -> PyError:
    """A UnicodeDecodeError or UnicodeEncodeError."""
    args = exception.alloc_tuple(5)
    args.items[0] = codec_name(limit)
    args.items[1] = source
    args.items[2] = small(start)
    args.items[3] = small(end)
    args.items[4] = reason
    made = exception.new_exception(kind, NULL)
    made.slots[exception.ARGS] = args
    return PyError(made)


def cannot_encode(s: Str, at: int, index: int, limit: int) -> PyError:
    """The UnicodeEncodeError for the characters from an offset and index on."""
    last = index
    at += utf8.char_size(int(s.data[at]))
    wide = limit > UTF_8
    while at < len(s.data) and not wide and not has_char(limit, utf8.char_at(items_of(s.data, at))):
        last += 1
        at += utf8.char_size(int(s.data[at]))
    reason = text("surrogates not allowed") if limit >= UTF_8 else out_of_range(limit)
    return unicode_error(UNICODE_ENCODE_ERROR, limit, s, index, last + 1, reason)


def cannot_decode(p: Ptr[u8], n: int, at: int, size: int, limit: int) -> PyError:
    """The UnicodeDecodeError for `-size` bytes at an offset."""
    reason = text("invalid continuation byte")
    if LARGE and limit > UTF_8:
        reason = wide_reason(p + at, n - at, limit)
    elif limit != UTF_8:
        reason = out_of_range(limit)
    elif p[at] < 0xC2 or p[at] > 0xF4:
        reason = text("invalid start byte")
    elif at - size == n:
        reason = text("unexpected end of data")
    source = bytes_object.new_bytes(p, n)
    return unicode_error(UNICODE_DECODE_ERROR, limit, source, at, at - size, reason)


def wide_reason(p: Ptr[u8], n: int, limit: int) -> Str:
    """Why the bytes are no character of UTF-16 or UTF-32."""
    if limit >= UTF_32:
        if n < 4:
            return text("truncated data")
        if unit_at(p, 4, limit == UTF_32_BE) >> 11 == 0x1B:
            return text("code point in surrogate code point range(0xd800, 0xe000)")
        return text("code point not in range(0x110000)")
    if n < 2:
        return text("truncated data")
    if unit_at(p, 2, limit == UTF_16_BE) >= 0xDC00:
        return text("illegal encoding")
    return text("unexpected end of data") if n < 4 else text("illegal UTF-16 surrogate")


def write_reason(args: Tuple, out: writer.Writer) -> None:
    """Write the message of a UnicodeError with these arguments: (encoding,) object, start, end and
    reason."""
    first = len(args.items) - 4
    source = args.items[first]
    start = small_or(args.items[first + 1])
    end = small_or(args.items[first + 2])
    if first == 1:
        out.write_char(ord("'"))
        operations.write_str(args.items[0], out)
        out.write_message(message("' codec "))
    decodes = isinstance(source, bytes_object.ByteString)
    out.write_message(message("can't decode byte" if decodes else "can't encode character"))
    if end - start != 1 or (LARGE and not 0 <= start < operations.length(source)):
        out.write_message(message("s in position "))
        out.write_int(start)
        out.write_char(ord("-"))
        out.write_int(end - 1)
    else:
        if decodes:
            out.write_message(message(" 0x"))
            item = operations.get_item(source, small(start))
            format.write_hex(small_int(item), 2, out)
        elif isinstance(source, Str):
            item = operations.get_item(source, small(start))
            out.write_message(message(" '"))
            format.write_escape(utf8.char_at(items_of(as_a(Str, item).data)), out)
            out.write_char(ord("'"))
        out.write_message(message(" in position "))
        out.write_int(start)
    out.write_message(message(": "))
    operations.write_str(args.items[first + 3], out)


def small_or(value: Value) -> int:
    """A small integer, 0 for what is none."""
    return small_int(value) if is_small(value) else 0


def codec_detail(error: Instance, index: int) -> Value:
    """One of the arguments of a UnicodeError, of which the encoding may be missing; else None."""
    args = exception.details_of(error)
    at = index + len(args.items) - 5
    return args.items[at] if 0 <= at < len(args.items) else singletons.NONE


def set_codec_detail(error: Instance, index: int, value: Value) -> None:
    """Set the attribute that tells one of these."""
    at = index + len(exception.details_of(error).items) - 5
    if at >= 0:
        exception.set_detail(error, at, value)


@rare(getter(exception.UNICODE_ERROR, "encoding"))
def unicode_encoding(self: Instance) -> Value:
    """`UnicodeError.encoding`."""
    return codec_detail(self, 0)


@rare(setter(exception.UNICODE_ERROR, "encoding"))
def set_unicode_encoding(self: Instance, value: Value) -> None:
    """`UnicodeError.encoding = value`."""
    set_codec_detail(self, 0, value)


@rare(getter(exception.UNICODE_ERROR, "object"))
def unicode_object(self: Instance) -> Value:
    """`UnicodeError.object`."""
    return codec_detail(self, 1)


@rare(setter(exception.UNICODE_ERROR, "object"))
def set_unicode_object(self: Instance, value: Value) -> None:
    """`UnicodeError.object = value`."""
    set_codec_detail(self, 1, value)


@rare(getter(exception.UNICODE_ERROR, "start"))
def unicode_start(self: Instance) -> Value:
    """`UnicodeError.start`."""
    return codec_detail(self, 2)


@rare(setter(exception.UNICODE_ERROR, "start"))
def set_unicode_start(self: Instance, value: Value) -> None:
    """`UnicodeError.start = value`."""
    set_codec_detail(self, 2, value)


@rare(getter(exception.UNICODE_ERROR, "end"))
def unicode_end(self: Instance) -> Value:
    """`UnicodeError.end`."""
    return codec_detail(self, 3)


@rare(setter(exception.UNICODE_ERROR, "end"))
def set_unicode_end(self: Instance, value: Value) -> None:
    """`UnicodeError.end = value`."""
    set_codec_detail(self, 3, value)


@rare(getter(exception.UNICODE_ERROR, "reason"))
def unicode_reason(self: Instance) -> Value:
    """`UnicodeError.reason`."""
    return codec_detail(self, 4)


@rare(setter(exception.UNICODE_ERROR, "reason"))
def set_unicode_reason(self: Instance, value: Value) -> None:
    """`UnicodeError.reason = value`."""
    set_codec_detail(self, 4, value)


if LARGE:
    exception_type("UnicodeTranslateError", exception.UNICODE_ERROR)
