"""`str`: making strings from values, and the methods that bytes do not have."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Value, as_a, is_small, items_of, noinline, small, small_int
from anthill.vm import errors, format, operations, unicode, utf8, writer
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import (
    bytes_methods,
    codecs,
    dict,
    exception,
    singletons,
    string_methods,
    strings,
)
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import (
    ANY_NUMBER,
    Builtin,
    constructor,
    fill_builtin,
    method,
    static_method,
)
from anthill.vm.objects.bytes import Buffer
from anthill.vm.objects.str import EMPTY_STR, STR_TYPE, Str, name


@constructor(STR_TYPE, required=0, keywords="object encoding errors")
def make_str(source: Value, encoding: Value, handler: Value) -> Value:
    """`str(object, encoding, errors)`."""
    if source is NULL:
        return EMPTY_STR
    if encoding is NULL and handler is NULL:
        return operations.str_text(source)
    return decoded(source, encoding, handler)


@noinline
def decoded(source: Value, encoding: Value, handler: Value) -> Value:
    """`str` of bytes with an encoding, or a way to take errors."""
    if LARGE:
        codecs.check_names(name("str"), encoding, handler)
    if isinstance(source, Str):
        raise errors.type_error(message("decoding str is not supported"))
    if LARGE and not isinstance(source, Buffer):
        raise errors.type_error_with(
            message("decoding to str: need a bytes-like object, %t found"), source, NULL
        )
    data = bytes_methods.bytes_of_value(source)
    if LARGE and strings.size_of(data) == 0:
        return EMPTY_STR
    return codecs.decode(strings.data_of(data), strings.size_of(data), encoding, handler)


@method(STR_TYPE, "encode", required=1, keywords="encoding errors")
def str_encode(self: Str, encoding: Value, handler: Value) -> Value:
    """`str.encode(encoding, errors)`."""
    if LARGE:
        codecs.check_names(name("encode"), encoding, handler)
    return codecs.encode(self, encoding, handler)


@rare(method(STR_TYPE, "casefold"))
def str_casefold(self: Str) -> Value:
    """`str.casefold()`."""
    return unicode_folded(self)


def unicode_folded(self: Str) -> Value:
    """The text in the case for comparing."""
    out = writer.string_writer()
    at = 0
    while at < len(self.data):
        code = utf8.char_at(items_of(self.data, at))
        for index in range(3):
            folded = unicode.folded_case(code, index)
            if folded == 0 and index + code > 0:
                break
            out.write_char(folded)
            if code < 0x80:
                break
        at += utf8.char_size(int(self.data[at]))
    return out.finish()


@rare(method(STR_TYPE, "isdecimal"))
def str_isdecimal(self: Str) -> Value:
    """`str.isdecimal()`."""
    return string_methods.has_only(self, unicode.DECIMAL)


@rare(method(STR_TYPE, "isnumeric"))
def str_isnumeric(self: Str) -> Value:
    """`str.isnumeric()`."""
    return string_methods.has_only(self, unicode.NUMERIC)


@rare(method(STR_TYPE, "isprintable"))
def str_isprintable(self: Str) -> Value:
    """`str.isprintable()`."""
    if len(self.data) == 0:
        return bool_object.TRUE
    return string_methods.has_only(self, unicode.PRINTABLE)


@rare(method(STR_TYPE, "isidentifier"))
def str_isidentifier(self: Str) -> Value:
    """`str.isidentifier()`."""
    n = len(self.data)
    at = 0
    while at < n:
        code = utf8.char_at(items_of(self.data, at))
        wanted = unicode.ALPHA if at == 0 else unicode.ALPHA | unicode.DECIMAL
        if code != ord("_") and unicode.classes(code) & wanted == 0:
            return bool_object.FALSE
        at += utf8.char_size(int(self.data[at]))
    return bool_object.to_bool(n > 0)


# translate.


@rare(method(STR_TYPE, "translate"))
def str_translate(self: Str, table: Value) -> Value:
    """`str.translate(table)`: what the table has for a character's code: a string, a code, or
    None to leave it out."""
    out = writer.string_writer()
    n = len(self.data)
    at = 0
    while at < n:
        code = utf8.char_at(items_of(self.data, at))
        at += utf8.char_size(int(self.data[at]))
        entry = table_entry(table, code)
        if entry is NULL:
            out.write_char(code)
        elif isinstance(entry, Str):
            out.write_text(entry)
        elif is_small(entry):
            if not 0 <= small_int(entry) <= 0x10FFFF:
                raise errors.value_error(message("character mapping must be in range(0x110000)"))
            out.write_char(small_int(entry))
        elif entry is not singletons.NONE:
            raise errors.type_error(message("character mapping must return integer, None or str"))
    return out.finish()


def table_entry(table: Value, code: int) -> Value:
    """What a translation table has for a code, NULL if nothing."""
    if isinstance(table, dict.Dict):
        return table.find(small(code))
    try:
        return operations.get_item(table, small(code))
    except PyError as error:
        if exception.is_kind(error.value, exception.LOOKUP_ERROR):
            return NULL
        raise


@rare(static_method(STR_TYPE, "maketrans", required=1))
def str_maketrans(source: Value, target: Value, deleted: Value) -> Value:
    """`str.maketrans(source, target, deleted)`."""
    result = dict.new_dict()
    if target is NULL:
        copy_table(source, result)
        return result
    for given in (0, 1, 2):
        value = source if given == 0 else target if given == 1 else deleted
        if value is not NULL and not isinstance(value, Str):
            raise errors.type_error_with(
                message("maketrans() argument %d must be str, not %t"), small(given + 1), value
            )
    add_pairs(as_a(Str, source), as_a(Str, target), result)
    if deleted is not NULL:
        add_deleted(as_a(Str, deleted), result)
    return result


def copy_table(source: Value, result: dict.Dict) -> None:
    """Copy a dict whose keys are characters or codes."""
    if not isinstance(source, dict.Dict):
        raise errors.type_error(
            message("if you give only one argument to maketrans it must be a dict")
        )
    at = source.next_entry(0)
    while at >= 0:
        key = source.key_at(at)
        if isinstance(key, Str):
            if str_object.char_length(key) != 1:
                raise errors.value_error(
                    message("string keys in translate table must be of length 1")
                )
            key = small(utf8.char_at(items_of(key.data)))
        result.store(key, source.value_at(at))
        at = source.next_entry(at + 1)


def add_pairs(source: Str, target: Str, result: dict.Dict) -> None:
    """Map the characters of one string to those of another."""
    if str_object.char_length(source) != str_object.char_length(target):
        raise errors.value_error(
            message("the first two maketrans arguments must have equal length")
        )
    here = 0
    there = 0
    while here < len(source.data):
        code = utf8.char_at(items_of(source.data, here))
        result.store(small(code), small(utf8.char_at(items_of(target.data, there))))
        here += utf8.char_size(int(source.data[here]))
        there += utf8.char_size(int(target.data[there]))


def add_deleted(chars: Str, result: dict.Dict) -> None:
    """Map characters to None."""
    at = 0
    while at < len(chars.data):
        result.store(small(utf8.char_at(items_of(chars.data, at))), singletons.NONE)
        at += utf8.char_size(int(chars.data[at]))


# format.


class FormatMethod(Builtin):
    """`str.format`, which takes any keywords."""

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        return formatted(args, count, None)

    def call(self, args: Ptr[Value], count: int, names: tuple_object.Tuple | None) -> Value:
        if count == 0 or not isinstance(args[0], Str):
            raise errors.type_error(message("unbound method str.format() needs an argument"))
        return formatted(args, count, names)


def formatted(args: Ptr[Value], count: int, names: tuple_object.Tuple | None) -> Value:
    """`args[0].format(...)`: `count - 1` positional arguments, then the values of the names."""
    pattern = as_a(Str, args[0])
    names = tuple_object.EMPTY_TUPLE if names is None else names
    fields = format.Fields(
        tuple_object.new_tuple(args + 1, count - 1),
        names,
        tuple_object.new_tuple(args + count, len(names.items)),
        NULL,
        0,
    )
    out = writer.string_writer()
    format.write_fields(pattern, fields, 1, out)
    return out.finish()


@rare(method(STR_TYPE, "format_map"))
def str_format_map(self: Str, mapping: Value) -> Value:
    """`str.format_map(mapping)`."""
    empty = tuple_object.EMPTY_TUPLE
    fields = format.Fields(empty, empty, empty, mapping, 0)
    out = writer.string_writer()
    format.write_fields(self, fields, 1, out)
    return out.finish()


def _define_format() -> None:
    builtin = type_object.host_object(FormatMethod)
    fill_builtin(builtin, "format", STR_TYPE, 1, ANY_NUMBER)
    type_object.define(STR_TYPE, "format", builtin)


type_object.when_ready(_define_format)
