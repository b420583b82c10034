"""Encodings between str and bytes: utf-8, ascii, latin-1; errors strict, ignore and replace."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, as_a, cold, is_small, items_of, small, small_int, u8
from anthill.vm import errors, format, operations, utf8, writer
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import exception, singletons
from anthill.vm.objects.builtin import getter
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


def codec_name(limit: int) -> Str:
    """The name of an encoding in errors."""
    if limit == UTF_8:
        return name("utf-8")
    return name("ascii") if limit == ASCII else name("latin-1")


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
    while at < len(s.data) and not has_char(limit, utf8.char_at(items_of(s.data, at))):
        last += 1
        at += utf8.char_size(int(s.data[at]))
    reason = text("surrogates not allowed") if limit == UTF_8 else out_of_range(limit)
    return unicode_error(UNICODE_ENCODE_ERROR, limit, s, index, last + 1, reason)


def cannot_decode(p: Ptr[u8], n: int, at: int, size: int, limit: int) -> PyError:
    """The UnicodeDecodeError for `-size` bytes at an offset."""
    reason = text("invalid continuation byte")
    if limit != UTF_8:
        reason = out_of_range(limit)
    elif p[at] < 0xC2 or p[at] > 0xF4:
        reason = text("invalid start byte")
    elif at - size == n:
        reason = text("unexpected end of data")
    source = bytes_object.new_bytes(p, n)
    return unicode_error(UNICODE_DECODE_ERROR, limit, source, at, at - size, reason)


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
    if end - start != 1:
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
    args = exception.args_of(error)
    at = index + len(args.items) - 5
    return args.items[at] if 0 <= at < len(args.items) else singletons.NONE


@rare(getter(exception.UNICODE_ERROR, "encoding"))
def unicode_encoding(self: Instance) -> Value:
    """`UnicodeError.encoding`."""
    return codec_detail(self, 0)


@rare(getter(exception.UNICODE_ERROR, "object"))
def unicode_object(self: Instance) -> Value:
    """`UnicodeError.object`."""
    return codec_detail(self, 1)


@rare(getter(exception.UNICODE_ERROR, "start"))
def unicode_start(self: Instance) -> Value:
    """`UnicodeError.start`."""
    return codec_detail(self, 2)


@rare(getter(exception.UNICODE_ERROR, "end"))
def unicode_end(self: Instance) -> Value:
    """`UnicodeError.end`."""
    return codec_detail(self, 3)


@rare(getter(exception.UNICODE_ERROR, "reason"))
def unicode_reason(self: Instance) -> Value:
    """`UnicodeError.reason`."""
    return codec_detail(self, 4)


if LARGE:
    exception_type("UnicodeTranslateError", exception.UNICODE_ERROR)
