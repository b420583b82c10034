"""Formatting: format specifications, `%` on strings, and `str.format`.

Every number is written in three pieces (sign, prefix, digits) and `write_number` pads and groups
them; every text goes through `write_padded`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    Object,
    Value,
    is_small,
    items_of,
    small,
    small_int,
    u8,
    uword,
)
from anthill.vm import dtoa, errors, floats, operations, utf8, writer
from anthill.vm.features import COMPLEX, LARGE, SUBTYPES
from anthill.vm.interpreter import attributes, special
from anthill.vm.messages import message
from anthill.vm.objects import bigint, exception, strings, type
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import complex as complex_object
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.str import EMPTY_STR, Str, char_length, char_str, name, substring, text

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

MAX_WIDTH = 0xFFFFFF


class Spec(Object):
    """A format specification; 0 stands for what is not given, -1 for width and precision."""

    fill: int = ord(" ")
    align: int = 0
    sign: int = 0
    positive_zero: bool = False
    """A zero after rounding is written without a sign."""
    alternate: bool = False
    zeros: bool = False
    grouping: int = 0
    width: int = -1
    precision: int = -1
    kind: int = 0


# Reading specifications.


class Cursor(Object):
    """A place in a string: the next byte to read."""

    source: Str
    at: int

    def peek(self) -> int:
        """The next byte, -1 at the end."""
        return int(self.source.data[self.at]) if self.at < len(self.source.data) else -1

    def skip(self, char: int) -> bool:
        """Pass over the next byte if it is this one."""
        if self.peek() != char:
            return False
        self.at += 1
        return True

    def char(self) -> int:
        """The next character, which exists; it is passed over."""
        code = utf8.char_at(items_of(self.source.data, self.at))
        self.at += utf8.char_size(int(self.source.data[self.at]))
        return code

    def number(self) -> int:
        """The decimal number here, -1 if there is none."""
        if not dtoa.is_digit(self.peek()):
            return -1
        n = 0
        while dtoa.is_digit(self.peek()):
            n = 10 * n + self.peek() - ord("0")
            self.at += 1
            if n > MAX_WIDTH:
                raise errors.value_error(message("Too many decimal digits in format string"))
        return n


def is_align(c: int) -> bool:
    """Whether a byte is one of `<>=^`."""
    return c == ord("<") or c == ord(">") or c == ord("=") or c == ord("^")


def parse_spec(source: Str, value: Value) -> Spec:
    """The meaning of a specification for a value; ValueError if it has none."""
    spec = Spec()
    cursor = Cursor(source, 0)
    size = len(source.data)
    filled = False
    if size > 0:
        first = utf8.char_size(int(source.data[0]))
        if first < size and is_align(int(source.data[first])):
            spec.fill = cursor.char()
            spec.align = cursor.char()
            filled = True
        elif is_align(cursor.peek()):
            spec.align = cursor.char()
    sign = cursor.peek()
    if sign == ord("+") or sign == ord("-") or sign == ord(" "):
        spec.sign = cursor.char()
    if LARGE:
        spec.positive_zero = cursor.skip(ord("z"))
    spec.alternate = cursor.skip(ord("#"))
    if not filled and cursor.skip(ord("0")):
        spec.fill = ord("0")
        if spec.align == 0:
            spec.zeros = True
            spec.align = ord("=")
    spec.width = cursor.number()
    if cursor.peek() == ord(",") or cursor.peek() == ord("_"):
        spec.grouping = cursor.char()
        if cursor.peek() == ord(",") or cursor.peek() == ord("_"):
            if cursor.peek() != spec.grouping:
                raise errors.value_error(message("Cannot specify both ',' and '_'."))
            again = char_str(spec.grouping)
            raise errors.value_error_with(message("Cannot specify '%s' with '%s'."), again, again)
    if cursor.skip(ord(".")):
        spec.precision = cursor.number()
        if spec.precision < 0:
            raise errors.value_error(message("Format specifier missing precision"))
    if cursor.at < size:
        spec.kind = cursor.char()
    if cursor.at < size:
        raise errors.value_error_with(
            message("Invalid format specifier '%s' for object of type '%t'"), source, value
        )
    if spec.grouping and not may_group(spec):
        raise errors.value_error_with(
            message("Cannot specify '%s' with '%s'."), char_str(spec.grouping), shown_kind(spec)
        )
    return spec


def may_group(spec: Spec) -> bool:
    """Whether the digits of a kind of number can be grouped as a specification says."""
    kind = spec.kind
    if kind == 0 or kind == ord("d") or is_float_kind(kind):
        return True
    return spec.grouping == ord("_") and base_of(kind) % 10 != 0


# What formats share.


def write_padded(out: Writer, s: Str, spec: Spec, align: int) -> None:
    """Write text in the field of a specification, aligned as told unless the specification says."""
    missing = spec.width - char_length(s)
    before = 0
    if spec.align != 0:
        align = spec.align
    if align == ord(">") or align == ord("="):
        before = missing
    elif align == ord("^"):
        before = max(missing, 0) >> 1
    out.write_repeated(spec.fill, before)
    out.write_text(s)
    out.write_repeated(spec.fill, missing - max(before, 0))


def write_number(out: Writer, spec: Spec, negative: bool, prefix: Str, digits: Str) -> None:
    """Write a number whose digits, point and exponent are made: sign, grouping, padding."""
    sign = spec.sign if spec.sign != ord("-") else 0
    if negative:
        sign = ord("-")
    lead = len(prefix.data) + (1 if sign else 0)
    inner = spec.width - lead if spec.align == ord("=") else 0
    body = digits
    if spec.grouping and is_hex_digit(int(digits.data[0]), 4):
        group = 3 if base_of(spec.kind) % 10 == 0 else 4
        body = grouped(digits, spec.grouping, group, inner if spec.fill == ord("0") else 0)
    missing = max(spec.width - lead - len(body.data), 0)
    before = missing
    if spec.align == ord("<") or spec.align == ord("="):
        before = 0
    elif spec.align == ord("^"):
        before = missing >> 1
    out.write_repeated(spec.fill, before)
    if sign:
        out.write_char(sign)
    out.write_text(prefix)
    if spec.align == ord("="):
        out.write_repeated(spec.fill, missing)
        missing = 0
    out.write_text(body)
    out.write_repeated(spec.fill, missing - before)


def grouped(digits: Str, separator: int, group: int, width: int) -> Str:
    """Digits with separators between groups, and zeros before them to fill a width."""
    size = len(digits.data)
    whole = 0
    while whole < size and is_hex_digit(int(digits.data[whole]), group):
        whole += 1
    count = whole
    while count + (count - 1) // group + size - whole < width:
        count += 1
    out = writer.string_writer()
    while count > 0:
        if count <= whole:
            out.write(items_of(digits.data, whole - count), 1)
        else:
            out.write_char(ord("0"))
        count -= 1
        if count > 0 and count % group == 0:
            out.write_char(separator)
    out.write(items_of(digits.data, whole), size - whole)
    return out.finish()


def is_hex_digit(c: int, group: int) -> bool:
    """Whether a byte is a digit; of those to be grouped by four, a hexadecimal one."""
    return dtoa.is_digit(c) or (group == 4 and ord("a") <= (c | 0x20) <= ord("f"))


def unknown_code(spec: Spec, value: Value) -> PyError:
    """The ValueError for a type letter that the value's type does not know."""
    return errors.value_error_with(
        message("Unknown format code '%s' for object of type '%t'"), shown_kind(spec), value
    )


def shown_kind(spec: Spec) -> Str:
    """The type letter as messages have it."""
    if LARGE and (spec.kind <= ord(" ") or spec.kind > 127):
        out = writer.string_writer()
        out.write_char(ord("\\"))
        out.write_char(ord("x"))
        digits = 1
        while spec.kind >> 4 * digits != 0:
            digits += 1
        write_hex(spec.kind, digits, out)
        return out.finish()
    return char_str(spec.kind)


# format(value, spec).


def format_value(value: Value, spec: Str) -> Str:
    """`format(value, spec)`; TypeError or ValueError where the type does not know it."""
    if type.is_custom(value):
        method = type.lookup(type.type_of(value), name("__format__"))
        if method is not NULL:
            return formatted_by(method, value, spec)
    if len(spec.data) == 0:
        return operations.str_text(value)
    out = writer.string_writer()
    write_formatted(value, spec, out)
    return out.finish()


def formatted_by(method: Value, value: Value, spec: Str) -> Str:
    """The result of a class's own `__format__`."""
    result = operations.call2(method, value, spec)
    if not isinstance(result, Str):
        raise errors.type_error_with(message("__format__ must return a str, not %t"), result, NULL)
    return result


def write_formatted(value: Value, spec_text: Str, out: Writer) -> None:
    """Write a value by a specification that is not empty."""
    if isinstance(value, Str):
        format_str(value, parse_spec(spec_text, value), out)
    elif int_object.is_int(value):
        format_int(value, parse_spec(spec_text, value), out)
    elif float_object.is_float(value):
        format_float(value, parse_spec(spec_text, value), out)
    elif COMPLEX and isinstance(value, complex_object.Complex):
        format_complex(value, parse_spec(spec_text, value), out)
    else:
        raise errors.type_error_with(
            message("unsupported format string passed to %t.__format__"), value, NULL
        )


def format_str(value: Str, spec: Spec, out: Writer) -> None:
    """Write a string by a specification."""
    if spec.kind != 0 and spec.kind != ord("s"):
        raise unknown_code(spec, value)
    if spec.grouping:
        raise errors.value_error_with(
            message("Cannot specify '%s' with 's'."), char_str(spec.grouping), NULL
        )
    if spec.sign:
        raise errors.value_error(
            message("Space not allowed in string format specifier")
            if spec.sign == ord(" ")
            else message("Sign not allowed in string format specifier")
        )
    if LARGE and spec.positive_zero:
        raise errors.value_error(
            message("Negative zero coercion (z) not allowed in string format specifier")
        )
    if spec.alternate:
        raise errors.value_error(
            message("Alternate form (#) not allowed in string format specifier")
        )
    if spec.align == ord("="):
        if not spec.zeros:
            raise errors.value_error(
                message("'=' alignment not allowed in string format specifier")
            )
        spec.align = ord("<")
    if 0 <= spec.precision < char_length(value):
        value = substring(value, 0, str_object.byte_offset(value, spec.precision))
    write_padded(out, value, spec, ord("<"))


def format_int(value: Value, spec: Spec, out: Writer) -> None:
    """Write an integer by a specification."""
    kind = spec.kind
    n = int_object.plain(value)
    if is_float_kind(kind):
        write_float_spec(bigint.to_float(n), spec, out)
        return
    base = base_of(kind)
    if base == 0 and kind != ord("c"):
        raise unknown_code(spec, value)
    if spec.precision >= 0:
        raise errors.value_error(message("Precision not allowed in integer format specifier"))
    if LARGE and spec.positive_zero:
        raise errors.value_error(
            message("Negative zero coercion (z) not allowed in integer format specifier")
        )
    if kind == ord("c"):
        if spec.sign:
            raise errors.value_error(message("Sign not allowed with integer format specifier 'c'"))
        if LARGE and spec.alternate:
            raise errors.value_error(
                message("Alternate form (#) not allowed with integer format specifier 'c'")
            )
        if LARGE and not is_small(n):
            raise errors.overflow_error(message("Python int too large to convert to C long"))
        write_padded(out, checked_char(n), spec, ord(">"))
        return
    write_int_spec(n, base, spec, out)


def is_float_kind(kind: int) -> bool:
    """Whether a type letter is one of e f g and their capitals, or %."""
    low = kind | 0x20
    return kind == ord("%") or (kind >= ord("A") and ord("e") <= low <= ord("g"))


def base_of(kind: int) -> int:
    """The base that an integer's type letter means, 0 if it is none."""
    if kind == ord("x") or kind == ord("X"):
        return 16
    if kind == ord("o"):
        return 8
    if kind == ord("b"):
        return 2
    return 10 if kind == 0 or kind == ord("d") or kind == ord("n") else 0


def write_int_spec(n: Value, base: int, spec: Spec, out: Writer) -> None:
    """Write an integer in a base."""
    prefix = EMPTY_STR
    if spec.alternate and base != 10:
        prefix = two_chars(ord("0"), spec.kind)
    digits = bigint.limited_digits(n, base, spec.kind == ord("X"))
    write_number(out, spec, bigint.is_negative(n), prefix, digits)


def two_chars(first: int, second: int) -> Str:
    """The string of two ASCII characters."""
    result = str_object.raw_str(2, str_object.STR_ASCII)
    result.data[0] = u8(first)
    result.data[1] = u8(second)
    return result


def checked_char(code: Value) -> Str:
    """The character with this code; OverflowError."""
    n = int_object.clamped_index(code)
    if n < 0 or n > 0x10FFFF:
        raise errors.overflow_error(message("%c arg not in range(0x110000)"))
    return char_str(n)


def format_float(value: Value, spec: Spec, out: Writer) -> None:
    """Write a float by a specification."""
    if not (is_float_kind(spec.kind) or spec.kind == 0 or spec.kind == ord("n")):
        raise unknown_code(spec, value)
    write_float_spec(float_object.float_value(value), spec, out)


def format_complex(value: complex_object.Complex, spec: Spec, out: Writer) -> None:
    """Write a complex number by a specification: both parts alike, then padded together."""
    if spec.kind == ord("%") or not (
        is_float_kind(spec.kind) or spec.kind == 0 or spec.kind == ord("n")
    ):
        raise unknown_code(spec, value)
    if spec.fill == ord("0"):
        raise errors.value_error(message("Zero padding is not allowed in complex format specifier"))
    if spec.align == ord("="):
        raise errors.value_error(
            message("'=' alignment flag is not allowed in complex format specifier")
        )
    body = writer.string_writer()
    lone = spec.kind == 0 and value.real == 0.0 and not floats.is_negative(value.real)
    enclosed = spec.kind == 0 and not lone
    if enclosed:
        body.write_char(ord("("))
    if not lone:
        write_complex_part(value.real, spec, spec.sign, body)
    write_complex_part(value.imag, spec, spec.sign if lone else ord("+"), body)
    body.write_char(ord("j"))
    if enclosed:
        body.write_char(ord(")"))
    write_padded(out, body.finish(), spec, ord(">"))


def write_complex_part(x: float, spec: Spec, sign: int, out: Writer) -> None:
    """Write a part of a complex number."""
    part = Spec()
    part.sign = sign
    part.grouping = spec.grouping
    part.alternate = spec.alternate
    part.positive_zero = spec.positive_zero
    part.precision = spec.precision
    part.kind = spec.kind
    write_float_digits(x, part, 0, out)


def write_float_spec(x: float, spec: Spec, out: Writer) -> None:
    """Write a float; the type letter is valid."""
    write_float_digits(x, spec, dtoa.POINT_ZERO, out)


def write_float_digits(x: float, spec: Spec, plain: int, out: Writer) -> None:
    """Write a float; without a type letter with the flags `plain` of `dtoa`."""
    kind = spec.kind | 0x20
    flags = dtoa.ALTERNATE if spec.alternate else 0
    if spec.kind == ord("E") or spec.kind == ord("F") or spec.kind == ord("G"):
        flags = flags | dtoa.CAPITALS
    precision = spec.precision
    if spec.kind == 0:
        kind = ord("r") if precision < 0 else ord("g")
        flags = flags | plain
    elif spec.kind == ord("n"):
        kind = ord("g")
    elif spec.kind == ord("%"):
        kind = ord("f")
        x = x * 100.0
    digits = writer.string_writer()
    dtoa.write_float(x, kind, precision if precision >= 0 else 6, flags, digits)
    if spec.kind == ord("%"):
        digits.write_char(ord("%"))
    body = digits.finish()
    negative = floats.is_negative(x) and not floats.is_nan(x)
    if LARGE and spec.positive_zero and is_zero(body):
        negative = False
    write_number(out, spec, negative, EMPTY_STR, body)


def is_zero(digits: Str) -> bool:
    """Whether the digits of a number are all 0."""
    for place in range(len(digits.data)):
        c = int(digits.data[place])
        if c != ord("0") and c != ord("."):
            return c | 0x20 == ord("e") or c == ord("%")
    return True


# string % values.


class Arguments(Object):
    """The right side of `%`: a tuple's items one by one, or one value for everything."""

    values: Value
    used: int
    binary: bool
    """Whether the pattern is bytes."""

    def next(self) -> Value:
        """The next value; TypeError when there is none."""
        values = self.values
        used = self.used
        self.used = used + 1
        if isinstance(values, tuple_object.Tuple):
            if used < len(values.items):
                return values.items[used]
        elif used == 0:
            return values
        raise errors.type_error(message("not enough arguments for format string"))

    def has_mapping(self) -> bool:
        """Whether `%(key)s` may look something up; bytes are none for a bytes pattern."""
        if LARGE and self.binary and isinstance(self.values, bytes_object.Buffer):
            return False
        return is_mapping(self.values)

    def check_used(self) -> None:
        """TypeError if there are values left over; a mapping may stay unused."""
        values = self.values
        if isinstance(values, tuple_object.Tuple):
            done = self.used >= len(values.items)
        else:
            done = self.used > 0 or self.has_mapping()
        if not done:
            raise errors.type_error_with(
                message("not all arguments converted during %s formatting"),
                name("bytes") if self.binary else text("string"),
                NULL,
            )


def is_mapping(value: Value) -> bool:
    """Whether `%(key)s` may look something up in the value."""
    if is_small(value) or isinstance(value, Str) or isinstance(value, tuple_object.Tuple):
        return False
    if not SUBTYPES and isinstance(value, dict_object.Dict):
        return True
    return attributes.find_in_type(type.type_of(value), name("__getitem__")) is not NULL


def percent_bytes(pattern: bytes_object.Buffer, values: Value) -> Value:
    """`pattern % values` for bytes and bytearray, by way of text that stands for bytes."""
    result = percent_text(strings.latin_text(pattern), values, True)
    return strings.made_of_latin(pattern, result)


def percent_format(pattern: Str, values: Value) -> Str:
    """`pattern % values`."""
    return percent_text(pattern, values, False)


def percent_text(pattern: Str, values: Value, binary: bool) -> Str:
    """`pattern % values`, where each character stands for a byte if `binary` is set."""
    out = writer.string_writer()
    arguments = Arguments(values, 0, binary)
    cursor = Cursor(pattern, 0)
    size = len(pattern.data)
    while cursor.at < size:
        start = cursor.at
        while cursor.at < size and pattern.data[cursor.at] != ord("%"):
            cursor.at += 1
        out.write(items_of(pattern.data, start), cursor.at - start)
        if LARGE and cursor.at - start == size:
            arguments.check_used()
            return pattern  # whose class may be derived from str
        if cursor.skip(ord("%")):
            percent_item(cursor, arguments, out)
    arguments.check_used()
    return out.finish()


def percent_item(cursor: Cursor, arguments: Arguments, out: Writer) -> None:
    """Write one item of a `%` pattern; the cursor is behind the `%`."""
    if cursor.skip(ord("%")):
        out.write_char(ord("%"))
        return
    value = NULL
    kind = cursor.peek()
    if (kind == ord("d") or kind == ord("s")) and not arguments.binary:
        cursor.at += 1
        value = arguments.next()
        if kind == ord("s") or is_small(value):
            operations.write_str(value, out)
        else:
            write_percent(Spec(kind=kind), value, out)
        return
    spec = Spec()
    if kind == ord("("):
        value = percent_key(cursor, arguments)
    percent_flags(cursor, spec)
    spec.width = percent_number(cursor, arguments)
    if spec.width < -1:
        spec.align = ord("<")
        spec.width = -spec.width
    if cursor.skip(ord(".")):
        spec.precision = max(percent_number(cursor, arguments), 0)
    while cursor.peek() == ord("l") or cursor.peek() == ord("h") or cursor.peek() == ord("L"):
        cursor.at += 1
    if cursor.peek() < 0:
        raise errors.value_error(message("incomplete format"))
    place = cursor.at
    spec.kind = cursor.char()
    if value is NULL:
        value = arguments.next()
    if LARGE and spec.kind == ord("b") and arguments.binary:
        spec.kind = ord("s")
    if not is_percent_kind(spec.kind):
        raise bad_percent_kind(spec.kind, utf8.count_chars(items_of(cursor.source.data), place))
    if LARGE and arguments.binary:
        value = percent_bytes_value(spec, value)
    write_percent(spec, value, out)


def special_bytes(value: Value) -> Value:
    """What a value's `__bytes__` gives; a value without one itself."""
    from anthill.vm.objects.bytes_methods import bytes_of_value

    if type.is_custom(value) and (type.lookup(type.type_of(value), name("__bytes__")) is not NULL):
        return bytes_of_value(value)
    return value


def percent_bytes_value(spec: Spec, value: Value) -> Value:
    """The value of an item of a bytes pattern as text that stands for bytes."""
    if spec.kind == ord("s"):
        value = special_bytes(value)
        if not isinstance(value, bytes_object.Buffer):
            raise errors.type_error_with(
                message(
                    "%s requires a bytes-like object, or an object that implements __bytes__,"
                    " not '%t'"
                ),
                two_chars(ord("%"), ord("b")),
                value,
            )
        return strings.latin_text(value)
    if spec.kind == ord("r"):
        spec.kind = ord("a")
    if spec.kind == ord("c"):
        if isinstance(value, bytes_object.Buffer) and strings.size_of(value) == 1:
            return strings.latin_text(value)
        if isinstance(value, bool_object.Bool):
            value = small(value.number)
        if not int_object.is_int(value):
            index = special.index_of(value)
            value = value if index is NULL else int_object.plain(index)
        if int_object.is_int(value) and not (is_small(value) and 0 <= small_int(value) < 256):
            raise errors.overflow_error(message("%c arg not in range(256)"))
        if not is_small(value):
            raise errors.type_error(
                message("%c requires an integer in range(256) or a single byte")
            )
    return value


def percent_key(cursor: Cursor, arguments: Arguments) -> Value:
    """The value that `(key)` names."""
    if not arguments.has_mapping():
        raise errors.type_error(message("format requires a mapping"))
    cursor.at += 1
    start = cursor.at
    depth = 1
    while depth > 0:
        c = cursor.peek()
        if c < 0:
            raise errors.value_error(message("incomplete format key"))
        if c == ord("("):
            depth += 1
        elif c == ord(")"):
            depth -= 1
        cursor.at += 1
    arguments.used = 1
    key_text = substring(cursor.source, start, cursor.at - 1)
    if LARGE and arguments.binary:
        key = strings.made_of_latin(bytes_object.EMPTY_BYTES, key_text)
        return operations.get_item(arguments.values, key)
    return operations.get_item(arguments.values, key_text)


def percent_flags(cursor: Cursor, spec: Spec) -> None:
    """Read the flags of a `%` item."""
    while True:
        if cursor.skip(ord("-")):
            spec.align = ord("<")
        elif cursor.skip(ord("+")):
            spec.sign = ord("+")
        elif cursor.skip(ord(" ")):
            if spec.sign == 0:
                spec.sign = ord(" ")
        elif cursor.skip(ord("#")):
            spec.alternate = True
        elif cursor.skip(ord("0")):
            spec.zeros = True
        else:
            return


def percent_number(cursor: Cursor, arguments: Arguments) -> int:
    """A width or precision: digits, `*` for the next value, or -1."""
    if not cursor.skip(ord("*")):
        return cursor.number()
    value = arguments.next()
    if not int_object.is_int(value):
        raise errors.type_error(message("* wants int"))
    return int_object.index_value(value)


def is_percent_kind(kind: int) -> bool:
    """Whether a letter means something behind `%`."""
    if kind == ord("%"):
        return False
    if is_float_kind(kind) or kind == ord("i") or kind == ord("u") or kind == ord("d"):
        return True
    if kind == ord("s") or kind == ord("r") or kind == ord("a") or kind == ord("c"):
        return True
    return kind == ord("o") or kind == ord("x") or kind == ord("X")


def bad_percent_kind(kind: int, place: int) -> PyError:
    """The ValueError for another letter."""
    out = writer.string_writer()
    out.write_message(message("unsupported format character '"))
    out.write_char(kind if ord(" ") <= kind < 0x7F else ord("?"))
    out.write_message(message("' (0x"))
    out.write_digits(uword(kind), 16, False)
    out.write_message(message(") at index "))
    out.write_int(place)
    return errors.error(exception.VALUE_ERROR, out.finish())


def write_percent(spec: Spec, value: Value, out: Writer) -> None:
    """Write one value as a `%` item."""
    kind = spec.kind
    if kind == ord("s") or kind == ord("r") or kind == ord("a"):
        content = operations.str_text(value) if kind == ord("s") else operations.repr_text(value)
        if kind == ord("a"):
            content = ascii_text(content)
        write_percent_text(spec, content, out)
        return
    if kind == ord("c"):
        write_padded(out, percent_char(value), spec, ord(">"))
        return
    if spec.zeros and spec.align == 0:
        spec.fill = ord("0")
        spec.align = ord("=")
    if is_float_kind(kind):
        if not float_object.is_real(value):
            raise errors.type_error_with(message("must be real number, not %t"), value, NULL)
        write_float_spec(float_object.real_value(value), spec, out)
        return
    write_percent_int(spec, value, out)


def write_percent_text(spec: Spec, content: Str, out: Writer) -> None:
    """Write the text of a `%` item; it stands to the right."""
    if 0 <= spec.precision < char_length(content):
        content = substring(content, 0, str_object.byte_offset(content, spec.precision))
    write_padded(out, content, spec, ord(">"))


def percent_char(value: Value) -> Str:
    """The text of `%c`."""
    if isinstance(value, Str) and char_length(value) == 1:
        return value
    if not int_object.is_int(value):
        raise errors.type_error(message("%c requires int or char"))
    return checked_char(value)


def write_percent_int(spec: Spec, value: Value, out: Writer) -> None:
    """Write a `%` item of the integer kinds; the precision is the least number of digits."""
    decimal = spec.kind == ord("d") or spec.kind == ord("i") or spec.kind == ord("u")
    if decimal and float_object.is_float(value):
        value = float_object.to_int(float_object.float_value(value))
    if LARGE and type.is_custom(value) and not int_object.is_int(value):
        made = as_integer(value) if decimal else special.call_method(value, name("__index__"))
        if made is not NULL and int_object.is_int(made):
            value = made
    if not int_object.is_int(value):
        raise errors.type_error_with(
            message("%s format: a real number is required, not %t")
            if decimal
            else message("%s format: an integer is required, not %t"),
            two_chars(ord("%"), spec.kind),
            value,
        )
    n = int_object.plain(value)
    base = 10 if decimal else base_of(spec.kind)
    prefix = two_chars(ord("0"), spec.kind) if spec.alternate and base != 10 else EMPTY_STR
    body = bigint.limited_digits(n, base, spec.kind == ord("X"))
    missing = spec.precision - len(body.data)
    if missing > 0:
        padded = writer.string_writer()
        padded.write_repeated(ord("0"), missing)
        padded.write_text(body)
        body = padded.finish()
    write_number(out, spec, bigint.is_negative(n), prefix, body)


def as_integer(value: Value) -> Value:
    """`int(value)` for what its class makes a number of some kind; NULL where that is a
    TypeError."""
    kind = type.type_of(value)
    if (
        type.lookup(kind, name("__int__")) is NULL
        and type.lookup(kind, name("__index__")) is NULL
        and type.lookup(kind, name("__float__")) is NULL
    ):
        return NULL
    try:
        return operations.call1(int_object.INT_TYPE, value)
    except PyError as error:
        if not exception.is_kind(error.value, exception.TYPE_ERROR):
            raise
    return NULL


def ascii_text(s: Str) -> Str:
    """The text with an escape for every character that is not ASCII, as `ascii()` has it."""
    if str_object.is_ascii(s):
        return s
    out = writer.string_writer()
    cursor = Cursor(s, 0)
    while cursor.peek() >= 0:
        code = cursor.char()
        if code < 0x80:
            out.write_char(code)
        else:
            write_escape(code, out)
    return out.finish()


def write_escape(code: int, out: Writer) -> None:
    """Write a character as `\\xhh`, `\\uhhhh` or `\\Uhhhhhhhh`."""
    out.write_char(ord("\\"))
    digits = 2
    letter = ord("x")
    if code >= 0x10000:
        digits = 8
        letter = ord("U")
    elif code >= 0x100:
        digits = 4
        letter = ord("u")
    out.write_char(letter)
    write_hex(code, digits, out)


def write_hex(n: int, digits: int, out: Writer) -> None:
    """Write a number with this many hexadecimal digits."""
    while digits > 0:
        digits -= 1
        digit = (n >> (4 * digits)) & 15
        out.write_char(digit + (ord("0") if digit < 10 else ord("a") - 10))


# str.format.


class Fields(Object):
    """The arguments of `str.format` and how its fields have been numbered."""

    positional: tuple_object.Tuple
    names: tuple_object.Tuple
    """Names of the keyword arguments."""
    values: tuple_object.Tuple
    """Their values."""
    mapping: Value
    """What `str.format_map` looks names up in; NULL for `str.format`."""
    next_number: int
    """Number of the next field without one; -1 once a field had one."""


def write_fields(pattern: Str, fields: Fields, depth: int, out: Writer) -> None:
    """Write a pattern with its fields replaced; specifications are patterns of depth 2."""
    if depth > 2:
        raise errors.value_error(message("Max string recursion exceeded"))
    cursor = Cursor(pattern, 0)
    while cursor.peek() >= 0:
        c = cursor.peek()
        if c == ord("{"):
            cursor.at += 1
            if cursor.skip(ord("{")):
                out.write_char(c)
            else:
                write_field(cursor, fields, depth, out)
        elif c == ord("}"):
            cursor.at += 1
            if not cursor.skip(ord("}")):
                raise errors.value_error(message("Single '}' encountered in format string"))
            out.write_char(c)
        else:
            start = cursor.at
            while c >= 0 and c != ord("{") and c != ord("}"):
                cursor.at += 1
                c = cursor.peek()
            out.write(items_of(pattern.data, start), cursor.at - start)


def write_field(cursor: Cursor, fields: Fields, depth: int, out: Writer) -> None:
    """Write one field; the cursor is behind its `{`."""
    if cursor.peek() < 0:
        raise errors.value_error(message("Single '{' encountered in format string"))
    value = field_value(cursor, fields)
    if cursor.skip(ord("!")):
        value = converted(cursor, value)
        if cursor.peek() != ord(":") and cursor.peek() != ord("}"):
            raise errors.value_error(
                message("unmatched '{' in format spec")
                if cursor.peek() < 0
                else message("expected ':' after conversion specifier")
            )
    spec = EMPTY_STR
    if cursor.skip(ord(":")):
        spec = field_spec(cursor, fields, depth)
    if not cursor.skip(ord("}")):
        raise errors.value_error(message("expected '}' before end of string"))
    out.write_text(format_value(value, spec))


def converted(cursor: Cursor, value: Value) -> Value:
    """The value after `!r`, `!s` or `!a`."""
    kind = cursor.peek()
    if kind < 0 or kind == ord("}"):
        raise errors.value_error(message("unmatched '{' in format spec"))
    cursor.at += 1
    if kind == ord("s"):
        return operations.str_text(value)
    if kind == ord("r"):
        return operations.repr_text(value)
    if kind == ord("a"):
        return ascii_text(operations.repr_text(value))
    raise errors.value_error_with(message("Unknown conversion specifier %s"), char_str(kind), NULL)


def field_spec(cursor: Cursor, fields: Fields, depth: int) -> Str:
    """The specification of a field, its own fields replaced."""
    start = cursor.at
    nested = 0
    while nested > 0 or cursor.peek() != ord("}"):
        c = cursor.peek()
        if c < 0:
            raise errors.value_error(message("unmatched '{' in format spec"))
        if c == ord("{"):
            nested += 1
        elif c == ord("}"):
            nested -= 1
        cursor.at += 1
    spec = substring(cursor.source, start, cursor.at)
    out = writer.string_writer()
    write_fields(spec, fields, depth + 1, out)
    return out.finish()


def ends_name(c: int) -> bool:
    """Whether a byte ends the first part of a field's name."""
    if c < 0 or c == ord("}") or c == ord("!") or c == ord(":"):
        return True
    return c == ord(".") or c == ord("[") or c == ord("{")


def field_value(cursor: Cursor, fields: Fields) -> Value:
    """The value that a field names: `0`, `name`, nothing, then `.attribute` and `[key]`."""
    start = cursor.at
    while not ends_name(cursor.peek()):
        cursor.at += 1
    if cursor.peek() == ord("{"):
        raise errors.value_error(message("unexpected '{' in field name"))
    if cursor.peek() < 0:
        raise errors.value_error(message("expected '}' before end of string"))
    value = first_value(substring(cursor.source, start, cursor.at), fields)
    while True:
        if cursor.skip(ord(".")):
            start = cursor.at
            while not ends_name(cursor.peek()):
                cursor.at += 1
            check_named(start, cursor)
            if cursor.peek() < 0:
                raise errors.value_error(message("expected '}' before end of string"))
            attribute = substring(cursor.source, start, cursor.at)
            value = operations.get_attribute(value, str_object.intern(attribute))
        elif cursor.skip(ord("[")):
            start = cursor.at
            while cursor.peek() >= 0 and cursor.peek() != ord("]"):
                cursor.at += 1
            if cursor.peek() < 0:
                raise errors.value_error(message("expected '}' before end of string"))
            check_named(start, cursor)
            key = number_or_text(substring(cursor.source, start, cursor.at))
            value = operations.get_item(value, key)
            cursor.at += 1
        elif cursor.peek() < 0:
            raise errors.value_error(message("expected '}' before end of string"))
        elif not ends_name(cursor.peek()):
            raise errors.value_error(
                message("Only '.' or '[' may follow ']' in format field specifier")
            )
        else:
            return value


def check_named(start: int, cursor: Cursor) -> None:
    """ValueError if there is nothing between `start` and the cursor."""
    if start == cursor.at:
        raise errors.value_error(message("Empty attribute in format string"))


def number_or_text(key: Str) -> Value:
    """The number that a key is made of, or the key."""
    cursor = Cursor(key, 0)
    n = cursor.number()
    return small(n) if n >= 0 and cursor.peek() < 0 else key


def first_value(key: Str, fields: Fields) -> Value:
    """The argument that a field's name begins with."""
    if len(key.data) == 0:
        if fields.next_number < 0:
            raise errors.value_error(
                message(
                    "cannot switch from manual field specification to automatic field numbering"
                )
            )
        fields.next_number += 1
        return argument(fields.next_number - 1, fields)
    number = number_or_text(key)
    if is_small(number):
        if fields.next_number > 0:
            raise errors.value_error(
                message(
                    "cannot switch from automatic field numbering to manual field specification"
                )
            )
        fields.next_number = -1
        return argument(small_int(number), fields)
    if fields.mapping is not NULL:
        return operations.get_item(fields.mapping, key)
    for index in range(len(fields.names.items)):
        if operations.equal(fields.names.items[index], key):
            return fields.values.items[index]
    raise errors.key_error(key)


def argument(number: int, fields: Fields) -> Value:
    """The positional argument of a field; IndexError."""
    if fields.mapping is not NULL:
        raise errors.value_error(message("Format string contains positional fields"))
    if number >= len(fields.positional.items):
        raise errors.error_with(
            exception.INDEX_ERROR,
            message("Replacement index %d out of range for positional args tuple"),
            small(number),
            NULL,
        )
    return fields.positional.items[number]
