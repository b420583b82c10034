"""The core of `json`: the module in plain Python keeps options as attributes of its coders, and
makes its own error of a `Fault`, which has message and index; small boards have functions alone.

Nesting is limited by the C stack: RecursionError.
"""

from __future__ import annotations

from anthill.modules.split import core_module
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Object, Ptr, Value, items_of, same, small
from anthill.vm import dtoa, errors, floats, operations, utf8
from anthill.vm.depth import check_depth
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import codecs, exception, int_methods, sequence, singletons, sort, strings
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects.builtin import function
from anthill.vm.objects.bytes import ByteString
from anthill.vm.objects.dict import Dict
from anthill.vm.objects.list import List
from anthill.vm.objects.str import Str, intern, name, substring
from anthill.vm.objects.tuple import Tuple, pair
from anthill.vm.writer import StringWriter, string_writer

JSON = core_module("json")
FAULT = exception.exception_type(
    "Fault" if LARGE else "JSONDecodeError", exception.VALUE_ERROR, JSON
)

LONGEST_NAME = 40
"""Bytes up to which a key is interned: keys repeat."""
ESCAPED = b'"\\\b\f\n\r\t'
LETTERS = b'"\\bfnrt'
"""Characters and how they are written behind a backslash."""
UNESCAPED = b'"\\/bfnrt'
MEANINGS = b'"\\/\b\f\n\r\t'

# Encoding.


class Outer(Object):
    """A container being encoded, and the one around it."""

    container: Value
    outer: Outer | None


class Encoder(Object):
    """The options of a JSONEncoder, and what was written so far."""

    out: StringWriter
    default: Value
    indent: Value
    """The text of one level, NULL for a single line."""
    item_separator: Str
    key_separator: Str
    ascii: bool
    special: bool
    """Allow NaN and infinities."""
    skip: bool
    """Leave out keys of other types."""
    sort: bool
    circular: bool
    """Look for containers in themselves."""
    level: int
    outer: Outer | None = None
    """The containers being encoded, on large boards; others notice by their depth."""

    def write(self, value: Value) -> None:
        """Write any value."""
        if isinstance(value, Str):
            self.write_str(value)
        elif self.is_scalar(value):
            self.write_scalar(value)
        elif isinstance(value, List | Tuple | Dict):
            outer = self.enter(value)
            self.level += 1
            if isinstance(value, Dict):
                self.write_dict(value)
            else:
                self.write_list(value)
            self.level -= 1
            if LARGE:
                self.outer = outer
        else:
            if not LARGE and self.default is NULL:
                pattern = message("Object of type %t is not JSON serializable")
                raise errors.type_error_with(pattern, value, NULL)
            outer = self.enter(value)
            self.write(operations.call1(self.default, value))
            if LARGE:
                self.outer = outer

    def enter(self, value: Value) -> Outer | None:
        """Note that a container is being encoded; ValueError if it is already. What was so
        before."""
        check_depth()
        outer = None
        if LARGE and self.circular:
            outer = self.outer
            entry = outer
            while entry is not None:
                if same(entry.container, value):
                    raise errors.value_error(message("Circular reference detected"))
                entry = entry.outer
            self.outer = Outer(value, outer)
        return outer

    def is_scalar(self, value: Value) -> bool:
        """Whether `write_scalar` can write it."""
        return value is singletons.NONE or int_object.is_int(value) or float_object.is_float(value)

    def write_scalar(self, value: Value) -> None:
        """Write None, a bool, an integer or a float."""
        if value is singletons.NONE:
            self.out.write_message(message("null"))
        elif value is bool_object.TRUE:
            self.out.write_message(message("true"))
        elif value is bool_object.FALSE:
            self.out.write_message(message("false"))
        elif int_object.is_int(value):
            operations.write_repr(int_object.plain(value), self.out)
        else:
            self.write_float(float_object.float_value(value))

    def write_float(self, x: float) -> None:
        """Write a float."""
        if floats.is_finite(x):
            dtoa.write_repr(x, self.out)
            return
        if LARGE and not self.special:
            pattern = message("Out of range float values are not JSON compliant: %r")
            raise errors.value_error_with(pattern, float_object.new_float(x), NULL)
        if floats.is_nan(x):
            self.out.write_message(message("NaN"))
        elif x > 0.0:
            self.out.write_message(message("Infinity"))
        else:
            self.out.write_message(message("-Infinity"))

    def write_str(self, s: Str) -> None:
        """Write a string."""
        out = self.out
        p = items_of(s.data)
        n = len(s.data)
        out.write_byte(ord('"'))
        start = 0
        at = 0
        while at < n:
            byte = int(p[at])
            plain = ord(" ") <= byte < 0x7F or (byte >= 0x7F and not self.ascii)
            if plain and byte != ord('"') and byte != ord("\\"):
                at += 1
                continue
            out.write(p + start, at - start)
            self.write_escape(utf8.char_at(p + at))
            at += utf8.char_size(byte)
            start = at
        out.write(p + start, n - start)
        out.write_byte(ord('"'))

    def write_escape(self, code: int) -> None:
        """Write a character behind a backslash."""
        for place in range(len(ESCAPED)):
            if ESCAPED[place] == code:
                self.out.write_byte(ord("\\"))
                self.out.write_byte(int(LETTERS[place]))
                return
        if code >= 0x10000:
            self.write_escape(0xD800 + (code - 0x10000 >> 10))
            code = 0xDC00 + (code & 0x3FF)
        self.out.write_message(message("\\u"))
        for shift in range(12, -4, -4):
            self.out.write_byte(int(HEX_DIGITS[code >> shift & 15]))

    def new_line(self) -> None:
        """Begin a line, if the text has several."""
        indent = self.indent
        if isinstance(indent, Str):
            self.out.write_byte(ord("\n"))
            for _ in range(self.level):
                self.out.write_text(indent)

    def separate(self, first: bool) -> None:
        """What stands before an item."""
        if not first:
            self.out.write_text(self.item_separator)
        self.new_line()

    def close(self, bracket: int, empty: bool) -> None:
        """What stands behind all items."""
        if not empty:
            self.level -= 1
            self.new_line()
            self.level += 1
        self.out.write_byte(bracket)

    def write_list(self, value: Value) -> None:
        """Write a list or tuple."""
        items = value if isinstance(value, List) else sequence.list_of(value)
        self.out.write_byte(ord("["))
        index = 0
        while index < items.count:
            self.separate(index == 0)
            self.write(items.items[index])
            index += 1
        self.close(ord("]"), index == 0)

    def write_dict(self, value: Dict) -> None:
        """Write a dict."""
        if self.sort:
            value = sorted_dict(value)
        self.out.write_byte(ord("{"))
        first = True
        at = value.next_entry(0)
        while at >= 0:
            key = value.key_at(at)
            item = value.value_at(at)
            if isinstance(key, Str) or self.is_scalar(key):
                self.separate(first)
                first = False
                self.write_key(key)
                self.out.write_text(self.key_separator)
                self.write(item)
            elif not LARGE or not self.skip:
                pattern = message("keys must be str, int, float, bool or None, not %t")
                raise errors.type_error_with(pattern, key, NULL)
            at = value.next_entry(at + 1)
        self.close(ord("}"), first)

    def write_key(self, key: Value) -> None:
        """Write a key, which becomes a string."""
        if isinstance(key, Str):
            self.write_str(key)
        else:
            self.out.write_byte(ord('"'))
            self.write_scalar(key)
            self.out.write_byte(ord('"'))


HEX_DIGITS = b"0123456789abcdef"


def sorted_dict(value: Dict) -> Dict:
    """A dict with its entries sorted by key."""
    keys = list_object.new_list(value.count)
    at = value.next_entry(0)
    while at >= 0:
        keys.append(value.key_at(at))
        at = value.next_entry(at + 1)
    sort.sort_list(keys, NULL, False)
    result = dict_object.new_dict(value.count)
    for index in range(keys.count):
        result.store(keys.items[index], value.find(keys.items[index]))
    return result


def flag_of(owner: Value, title: Str) -> bool:
    """A true or false attribute."""
    return operations.truth(operations.get_attribute(owner, title))


def text_of(owner: Value, title: Str) -> Str:
    """An attribute that is a string."""
    return text_item(operations.get_attribute(owner, title))


def level_of(indent: Value) -> Value:
    """The text of one level of indentation, NULL for a single line."""
    if indent is NULL or indent is singletons.NONE:
        return NULL
    if isinstance(indent, Str):
        return indent
    return strings.repeated(name(" "), small(max(int_object.index_value(indent), 0)))


@rare(function(JSON, "encode"))
def json_encode(value: Value, options: Value) -> Value:
    """`encode(value, options)`: the text, by the attributes of a JSONEncoder."""
    encoder = Encoder(
        string_writer(),
        operations.get_attribute(options, name("default")),
        level_of(operations.get_attribute(options, name("indent"))),
        text_of(options, name("item_separator")),
        text_of(options, name("key_separator")),
        flag_of(options, name("ensure_ascii")),
        flag_of(options, name("allow_nan")),
        flag_of(options, name("skipkeys")),
        flag_of(options, name("sort_keys")),
        flag_of(options, name("check_circular")),
        0,
    )
    encoder.write(value)
    return encoder.out.finish()


@rare(function(JSON, "quote"))
def json_quote(content: Value, ascii_only: Value) -> Value:
    """`quote(str, ensure_ascii)`: a string in its quotes."""
    if not isinstance(content, Str):
        raise errors.type_error_with(
            message("first argument must be a string, not %t"), content, NULL
        )
    none = name("")
    ascii_wanted = operations.truth(ascii_only)
    encoder = Encoder(
        string_writer(), NULL, NULL, none, none, ascii_wanted, True, False, False, False, 0
    )
    encoder.write_str(content)
    return encoder.out.finish()


# Decoding.


class Decoder(Object):
    """The options of a JSONDecoder, NULL for those not given, and the place in the text."""

    text: Str
    at: int
    object_hook: Value
    pairs_hook: Value
    parse_float: Value
    parse_int: Value
    parse_constant: Value
    strict: bool

    def peek(self) -> int:
        """The next byte, -1 at the end."""
        return int(self.text.data[self.at]) if self.at < len(self.text.data) else -1

    def skip(self, byte: int) -> bool:
        """Go on if this is the next byte."""
        if self.peek() != byte:
            return False
        self.at += 1
        return True

    def blanks(self) -> None:
        """Go on behind blanks."""
        while True:
            byte = self.peek()
            if byte != ord(" ") and byte != ord("\n") and byte != ord("\t") and byte != ord("\r"):
                return
            self.at += 1

    def error(self, reason: int, at: int) -> PyError:
        """The fault at a place."""
        if not LARGE:
            return decode_error(self.text, at, errors.said(reason))
        raised = exception.new_exception(FAULT, NULL)
        args = exception.alloc_tuple(2)
        args.items[0] = errors.formatted(reason, NULL, NULL)
        args.items[1] = small(strings.index_of(self.text, at))
        raised.slots[exception.ARGS] = args
        return PyError(raised)

    def value(self) -> Value:
        """Any value."""
        byte = self.peek()
        if byte == ord('"'):
            self.at += 1
            return self.string()
        if byte == ord("{"):
            check_depth()
            self.at += 1
            return self.object()
        if byte == ord("["):
            check_depth()
            self.at += 1
            return self.array()
        if byte == ord("-") or ord("0") <= byte <= ord("9"):
            return self.number()
        if byte == ord("n") and self.word(b"null"):
            return singletons.NONE
        if byte == ord("t") and self.word(b"true"):
            return bool_object.TRUE
        if byte == ord("f") and self.word(b"false"):
            return bool_object.FALSE
        if byte == ord("N") and self.word(b"NaN"):
            return self.constant(name("NaN"))
        if byte == ord("I") and self.word(b"Infinity"):
            return self.constant(name("Infinity"))
        raise self.error(message("Expecting value"), self.at)

    def word(self, wanted: bytes) -> bool:
        """Go on behind this word if it comes."""
        n = len(wanted)
        if n > len(self.text.data) - self.at:
            return False
        for place in range(n):
            if self.text.data[self.at + place] != wanted[place]:
                return False
        self.at += n
        return True

    def constant(self, title: Str) -> Value:
        """One of the values that JSON does not have."""
        if LARGE and self.parse_constant is not NULL:
            return operations.call1(self.parse_constant, title)
        _, x = dtoa.float_at(items_of(title.data), len(title.data))
        return float_object.new_float(x)

    def digits(self) -> bool:
        """Go on behind digits; False if there are none."""
        start = self.at
        while ord("0") <= self.peek() <= ord("9"):
            self.at += 1
        return self.at > start

    def number(self) -> Value:
        """A number."""
        start = self.at
        self.skip(ord("-"))
        if not self.skip(ord("0")) and not self.digits():
            if self.word(b"Infinity"):
                return self.constant(name("-Infinity"))
            raise self.error(message("Expecting value"), start)
        end = self.at
        if self.skip(ord(".")) and self.digits():
            end = self.at
        self.at = end
        if self.skip(ord("e")) or self.skip(ord("E")):
            if not self.skip(ord("+")):
                self.skip(ord("-"))
            if self.digits():
                end = self.at
        self.at = end
        whole = strings.find_byte(items_of(self.text.data, start), end - start, ord(".")) < 0
        for place in range(start, end):
            whole = whole and self.text.data[place] | 0x20 != ord("e")
        if LARGE:
            hook = self.parse_int if whole else self.parse_float
            if hook is not NULL:
                return operations.call1(hook, substring(self.text, start, end))
        p = items_of(self.text.data, start)
        if whole:
            return int_methods.parse_int(p, end - start, 10)
        _, x = dtoa.float_at(p, end - start)
        return float_object.new_float(x)

    def string(self) -> Str:
        """A string whose quote was taken."""
        start = self.at
        at = start
        data = items_of(self.text.data)
        n = len(self.text.data)
        while at < n and data[at] != ord('"') and data[at] != ord("\\") and data[at] >= 0x20:
            at += 1
        if at < n and data[at] == ord('"'):
            self.at = at + 1
            return substring(self.text, start, at)
        out = string_writer()
        self.at = at
        out.write(data + start, at - start)
        while True:
            byte = self.peek()
            if byte < 0:
                raise self.error(message("Unterminated string starting at"), start - 1)
            if byte < 0x20 and (not LARGE or self.strict):
                raise self.error(message("Invalid control character at"), self.at)
            self.at += 1
            if byte == ord('"'):
                return out.finish()
            if byte == ord("\\"):
                self.escape(start, out)
            else:
                out.write_byte(byte)

    def escape(self, start: int, out: StringWriter) -> None:
        """What follows a backslash."""
        byte = self.peek()
        if byte < 0:
            raise self.error(message("Unterminated string starting at"), start - 1)
        self.at += 1
        for place in range(len(UNESCAPED)):
            if UNESCAPED[place] == byte:
                out.write_byte(int(MEANINGS[place]))
                return
        if byte != ord("u"):
            raise self.error(message("Invalid \\escape"), self.at - 2)
        code = self.four_digits()
        if code & 0xFC00 == 0xD800 and self.word(b"\\u"):
            low = self.four_digits()
            if low & 0xFC00 == 0xDC00:
                code = 0x10000 + ((code & 0x3FF) << 10 | (low & 0x3FF))
            else:
                self.at -= 6
        out.write_char(code)

    def four_digits(self) -> int:
        """A character as four hexadecimal digits."""
        begin = self.at
        code = 0
        for _ in range(4):
            byte = self.peek()
            letter = byte | 0x20
            if ord("0") <= byte <= ord("9"):
                code = code << 4 | byte - ord("0")
            elif ord("a") <= letter <= ord("f"):
                code = code << 4 | letter - ord("a") + 10
            else:
                raise self.error(message("Invalid \\uXXXX escape"), begin - 1)
            self.at += 1
        if self.peek() < 0:
            raise self.error(message("Invalid \\uXXXX escape"), begin - 1)
        return code

    def array(self) -> Value:
        """An array whose bracket was taken."""
        result = list_object.new_list(0)
        self.blanks()
        if self.skip(ord("]")):
            return result
        while True:
            result.append(self.value())
            if self.ends(ord("]"), message("Illegal trailing comma before end of array")):
                return result

    def ends(self, bracket: int, reason: int) -> bool:
        """Go on behind a comma, or behind the bracket that ends a container."""
        self.blanks()
        if self.skip(bracket):
            return True
        comma = self.at
        if not self.skip(ord(",")):
            raise self.error(message("Expecting ',' delimiter"), self.at)
        self.blanks()
        if self.peek() == bracket:
            raise self.error(reason, comma)
        return False

    def object(self) -> Value:
        """An object whose bracket was taken."""
        pairs = list_object.new_list(0)
        result = dict_object.new_dict(0)
        self.blanks()
        if not self.skip(ord("}")):
            while True:
                if not self.skip(ord('"')):
                    raise self.error(
                        message("Expecting property name enclosed in double quotes"), self.at
                    )
                key = self.string()
                if len(key.data) <= LONGEST_NAME:
                    key = intern(key)
                self.blanks()
                if not self.skip(ord(":")):
                    raise self.error(message("Expecting ':' delimiter"), self.at)
                self.blanks()
                item = self.value()
                if LARGE and self.pairs_hook is not NULL:
                    pairs.append(pair(key, item))
                else:
                    result.store(key, item)
                if self.ends(ord("}"), message("Illegal trailing comma before end of object")):
                    break
        if LARGE and self.pairs_hook is not NULL:
            return operations.call1(self.pairs_hook, pairs)
        if self.object_hook is not NULL:
            return operations.call1(self.object_hook, result)
        return result


def hook_of(owner: Value, title: Str) -> Value:
    """An attribute, NULL if it is None."""
    return given(operations.get_attribute(owner, title))


@rare(function(JSON, "decode"))
def json_decode(text: Value, index: Value, options: Value) -> Value:
    """`decode(text, index, options)`: the value that begins there and the index behind it, by the
    attributes of a JSONDecoder."""
    if not isinstance(text, Str):
        raise errors.type_error_with(message("first argument must be a string, not %t"), text, NULL)
    start = int_object.index_value(index)
    if start < 0:
        raise errors.value_error(message("idx cannot be negative"))
    decoder = Decoder(
        text,
        strings.offset_of(text, min(start, strings.units(text))),
        hook_of(options, name("object_hook")),
        hook_of(options, name("object_pairs_hook")),
        hook_of(options, name("parse_float")),
        hook_of(options, name("parse_int")),
        hook_of(options, name("parse_constant")),
        flag_of(options, name("strict")),
    )
    value = decoder.value()
    return pair(value, small(strings.index_of(text, decoder.at)))


@rare(function(JSON, "scan"))
def json_scan(text: Value, index: Value, strict: Value) -> Value:
    """`scan(text, index, strict)`: the string whose opening quote is before the index, and the
    index behind its closing one."""
    if not isinstance(text, Str):
        raise errors.type_error_with(message("first argument must be a string, not %t"), text, NULL)
    start = int_object.index_value(index)
    if not 0 <= start <= strings.units(text):
        raise errors.value_error(message("end is out of bounds"))
    offset = strings.offset_of(text, start)
    nothing = NULL
    accurate = operations.truth(strict)
    decoder = Decoder(text, offset, nothing, nothing, nothing, nothing, nothing, accurate)
    found = decoder.string()
    return pair(found, small(strings.index_of(text, decoder.at)))


@rare(function(JSON, "skip"))
def json_skip(text: Value, index: Value) -> Value:
    """`skip(text, index)`: the index behind blanks."""
    if not isinstance(text, Str):
        raise errors.type_error_with(message("first argument must be a string, not %t"), text, NULL)
    nothing = NULL
    start = strings.offset_of(text, int_object.index_value(index))
    decoder = Decoder(text, start, nothing, nothing, nothing, nothing, nothing, True)
    decoder.blanks()
    return small(strings.index_of(text, decoder.at))


# The functions of small boards.


def decode_error(source: Str, at: int, reason: Str) -> PyError:
    """The JSONDecodeError for a place in a text."""
    index = strings.index_of(source, at)
    line, column = strings.line_and_column(source, at)
    out = string_writer()
    out.write_text(reason)
    out.write_message(message(": line "))
    out.write_int(line)
    out.write_message(message(" column "))
    out.write_int(column)
    out.write_message(message(" (char "))
    out.write_int(index)
    out.write_char(ord(")"))
    raised = errors.error(FAULT, out.finish())
    operations.set_attribute(raised.value, name("msg"), reason)
    operations.set_attribute(raised.value, name("pos"), small(index))
    return raised


def flag_or(option: Value, otherwise: bool) -> bool:
    """A true or false option."""
    return otherwise if option is NULL else operations.truth(option)


def encoded(value: Value, options: Ptr[Value]) -> Str:
    """The text of a value, by the options named in ENCODING."""
    indent = level_of(options[2])
    separators = exception.alloc_tuple(2)
    if options[3] is not NULL and options[3] is not singletons.NONE:
        sequence.unpack(options[3], items_of(separators.items), 2)
    else:
        separators.items[0] = name(", ") if indent is NULL else name(",")
        separators.items[1] = name(": ")
    encoder = Encoder(
        string_writer(),
        given(options[4]),
        indent,
        text_item(separators.items[0]),
        text_item(separators.items[1]),
        flag_or(options[0], True),
        True,
        False,
        flag_or(options[1], False),
        False,
        0,
    )
    encoder.write(value)
    return encoder.out.finish()


def text_item(value: Value) -> Str:
    """A Value that is to be a string."""
    if not isinstance(value, Str):
        raise errors.type_error_with(message("must be str, not %t"), value, NULL)
    return value


def given(option: Value) -> Value:
    """An option, NULL if it is None."""
    return NULL if option is singletons.NONE else option


def decoded(source: Value, hook: Value) -> Value:
    """The value of a text; a hook may take the place of its dicts."""
    if not isinstance(source, Str) and not isinstance(source, ByteString):
        pattern = message("the JSON object must be str, bytes or bytearray, not %t")
        raise errors.type_error_with(pattern, source, NULL)
    if not isinstance(source, Str):
        source = codecs.decode(strings.data_of(source), strings.size_of(source), NULL, NULL)
    nothing = NULL
    decoder = Decoder(source, 0, given(hook), nothing, nothing, nothing, nothing, True)
    decoder.blanks()
    value = decoder.value()
    decoder.blanks()
    if decoder.at != len(source.data):
        raise decoder.error(message("Extra data"), decoder.at)
    return value


ENCODING = "ensure_ascii sort_keys indent separators default"

if not LARGE:

    @function(JSON, "dumps", variadic=True, least=1, most=1, keywords=ENCODING)
    def json_dumps(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        """`dumps(obj, *, ...)`: the text of an object."""
        return encoded(args[0], keywords)

    @function(JSON, "dump", variadic=True, least=2, most=2, keywords=ENCODING)
    def json_dump(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        """`dump(obj, fp, *, ...)`: write the text of an object to a file."""
        content = encoded(args[0], keywords)
        operations.call1(operations.get_attribute(args[1], name("write")), content)
        return singletons.NONE

    @function(JSON, "loads", required=1, keywords="object_hook")
    def json_loads(source: Value, hook: Value) -> Value:
        """`loads(s, object_hook=None)`: the object of a text, str or bytes."""
        return decoded(source, hook)

    @function(JSON, "load", required=1, keywords="object_hook")
    def json_load(file: Value, hook: Value) -> Value:
        """`load(fp, object_hook=None)`: the object of the text in a file."""
        return decoded(operations.call0(operations.get_attribute(file, name("read"))), hook)
